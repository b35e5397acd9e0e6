// SPDX-License-Identifier: EUPL-1.2
// strip — lines first, then marks, each mark on the lowest level where it touches no other.
#include "web/strip.h"

#include <math.h>

#include "base/buf.h"
#include "format/date_text.h"
#include "format/svg.h"
#include "model/code.h"

enum {
	FAMILY_MAX = 16,
	DRAWN_MAX = 240, // activities of one action; a picture of more says nothing
	GAP_DAYS = 366,
	AHEAD_DAYS = 91, // how far an open end is drawn beyond the as-of date
	STRIP_BYTES_MAX = 512 * 1024,
	WORDS_MAX = 64 * 1024,
	ROW_LEVEL_MAX = 4,
	TALL_LEVEL_MAX = 12,
	TALL_STEP = 27,
};

struct drawing {
	struct svg svg;
	const struct strip_axis *axis;
	double y;
};

// How marks of one kind of strip are stacked.
struct stacking {
	double near; // closer marks are lifted, in per cent
	int level_max;
	bool is_numbered;
};
static const struct stacking in_rows = {1.3, ROW_LEVEL_MAX, false};
static const struct stacking when_tall = {4.2, TALL_LEVEL_MAX, true};

int strip_family(struct str type)
{
	return code_family(code_index(&code_activity_types, type));
}

// What strips repeat, made once for all that share an axis.
struct strip_pen {
	const struct lang *lang;
	struct {
		struct str shape, soft, held, planned; // addresses and classes of its marks
	} of[FAMILY_MAX];
	struct {
		struct str activity, held, planned, undated, before_all, between;
	} words;
};

static const struct strip_pen *pen_new(struct arena *mem, const struct lang *lang)
{
	struct strip_pen *pen = NEW(mem, struct strip_pen);

	pen->lang = lang;
	for (size_t i = 0; i < activity_family_table_n && i < FAMILY_MAX; i++) {
		struct str slug = activity_family_table[i].slug;
		struct str mark = str_join(mem, S("m f-"), slug);
		pen->of[i].shape = str_join(mem, S("#m-"), slug);
		pen->of[i].soft = str_join(mem, S("soft f-"), slug);
		pen->of[i].held = str_join(mem, mark, S(" held"));
		pen->of[i].planned = str_join(mem, mark, S(" planned"));
	}
	pen->words.activity = lang_text(lang, _("{type}, {date}, {status}"));
	pen->words.held = lang_text(lang, _("held"));
	pen->words.planned = lang_text(lang, _("planned"));
	pen->words.undated = lang_text(lang, _("date not given"));
	pen->words.before_all = lang_text(lang, _(": "));
	pen->words.between = lang_text(lang, _("; "));
	return pen;
}

struct strip_axis strip_axis_new(struct arena *mem, const struct lang *lang, struct date as_of)
{
	return (struct strip_axis){
		.now = date_is_known(as_of) ? date_last_day(as_of) : 0,
		.pen = pen_new(mem, lang),
	};
}

static void axis_hold(struct strip_axis *axis, int32_t first_day, int32_t last_day)
{
	if (axis->year_first && first_day >= axis->first && last_day < axis->first + axis->days)
		return;
	int first = date_of_day(first_day).year, last = date_of_day(last_day).year;
	if (!axis->year_first) {
		axis->year_first = first;
		axis->year_last = last - first < STRIP_YEARS_MAX ? last : first + STRIP_YEARS_MAX;
	}
	if (first < axis->year_first && axis->year_last - first <= STRIP_YEARS_MAX)
		axis->year_first = first;
	if (last > axis->year_last && last - axis->year_first <= STRIP_YEARS_MAX)
		axis->year_last = last;
	axis->first = date_first_day((struct date){.year = axis->year_first});
	axis->days = date_last_day((struct date){.year = axis->year_last}) + 1.0 - axis->first;
}

static bool is_dated(const struct portfolio_activity *a)
{
	return period_is_known(a->period);
}

void strip_axis_hold_action(struct strip_axis *axis, const struct portfolio_action *action)
{
	const struct portfolio_activities *activities = &action->activities;

	if (action->first_day)
		axis_hold(axis, action->first_day, action->last_day);
	for (size_t i = 0; i < activities->n && i < DRAWN_MAX; i++)
		if (is_dated(&activities->p[i]))
			axis_hold(axis, activities->p[i].first_day, activities->p[i].last_day);
}

// Where a day begins, in per cent of the width.
static double axis_x(const struct strip_axis *axis, double day)
{
	double share = (day - axis->first) / axis->days;
	double x = share < 0 ? 0 : share > 1 ? 100 : share * 100;

	return axis->pen->lang->is_rtl ? 100 - x : x;
}

// Every so many years are named, so that names do not touch on a desk's screen.
static int years_between_names(const struct strip_axis *axis)
{
	int n = axis->year_last - axis->year_first + 1;

	return n > 36 ? 10 : n > 24 ? 5 : n > 12 ? 2 : 1;
}

static void draw_upright(struct svg *svg, struct str class, double x)
{
	svg_begin(svg, "line");
	svg_attr(svg, "class", class);
	svg_percent(svg, "x1", x);
	svg_percent(svg, "x2", x);
	svg_attr(svg, "y2", S("100%"));
	svg_end(svg);
}

struct safe_html strip_axis_grid(struct arena *mem, const struct strip_axis *axis)
{
	struct svg svg = svg_new(mem, STRIP_BYTES_MAX);
	int step = years_between_names(axis);

	for (int year = axis->year_first; year && year <= axis->year_last + 1; year += step)
		draw_upright(
			&svg, STR_EMPTY, axis_x(axis, date_first_day((struct date){.year = year})));
	if (axis->year_first && axis->now)
		draw_upright(&svg, S("now"), axis_x(axis, axis->now + 1.0));
	return svg_html(&svg);
}

static void draw_label(struct svg *svg, struct str class, double x, double y, struct str text)
{
	svg_begin(svg, "text");
	svg_attr(svg, "class", class);
	svg_percent(svg, "x", x);
	svg_number(svg, "y", y);
	svg_attr(svg, "text-anchor", S("middle"));
	svg_content(svg, text);
	svg_end(svg);
}

static void draw_year(
	struct arena *mem, struct svg *svg, const struct strip_axis *axis, int year, double y)
{
	double middle = date_first_day((struct date){.year = year, .month = 7});

	draw_label(svg, STR_EMPTY, axis_x(axis, middle), y, str_format(mem, "%d", year));
}

static void begin_use(struct svg *svg, struct str href)
{
	svg_begin(svg, "use");
	svg_attr(svg, "href", href);
}

static void draw_grid(struct svg *svg)
{
	begin_use(svg, S("#grid"));
	svg_end(svg);
}

struct safe_html strip_axis_years(struct arena *mem, const struct strip_axis *axis)
{
	struct svg svg = svg_new(mem, STRIP_BYTES_MAX);
	int step = years_between_names(axis);

	svg_begin(&svg, "svg");
	svg_attr(&svg, "class", S("strip"));
	svg_attr(&svg, "aria-hidden", S("true"));
	draw_grid(&svg);
	for (int year = axis->year_first; year && year <= axis->year_last; year += step)
		draw_year(mem, &svg, axis, year, 14);
	svg_end(&svg);
	return svg_html(&svg);
}

// Known to the year, the quarter or the half-year: its mark stands in the middle of a soft edge.
static bool is_rough(struct period p)
{
	if (!p.start.month)
		return date_is_known(p.start);
	return !p.start.day && date_is_known(p.end) && date_cmp(p.start, p.end) != 0;
}

static double middle_of(const struct portfolio_activity *a)
{
	int32_t last = a->period.open ? period_last_day(a->period, a->period.start) : a->last_day;

	return (a->first_day + last + 1.0) / 2;
}

static void draw_stretch(struct drawing *d, struct str class, double from, double to)
{
	svg_begin(&d->svg, "line");
	svg_attr(&d->svg, "class", class);
	svg_percent(&d->svg, "x1", axis_x(d->axis, from));
	svg_percent(&d->svg, "x2", axis_x(d->axis, to));
	svg_number(&d->svg, "y1", d->y);
	svg_number(&d->svg, "y2", d->y);
	svg_end(&d->svg);
}

static void draw_cap(struct drawing *d, struct str shape, double day)
{
	begin_use(&d->svg, shape);
	svg_attr(&d->svg, "class", S("cap"));
	svg_percent(&d->svg, "x", axis_x(d->axis, day));
	svg_number(&d->svg, "y", d->y);
	svg_end(&d->svg);
}

// The days between which stretches of the line are drawn: start, held activities, end.
struct days {
	double day[DRAWN_MAX + 2];
	size_t n;
};

// Most come in their order.
static void days_add(struct days *days, double day)
{
	size_t at = days->n++;

	for (; at && days->day[at - 1] > day; at--)
		days->day[at] = days->day[at - 1];
	days->day[at] = day;
}

static void days_of(const struct portfolio_action *action, struct days *ret_days)
{
	const struct portfolio_activities *activities = &action->activities;
	double first = action->first_day, end = action->last_day + 1.0;

	ret_days->n = 0;
	days_add(ret_days, first);
	for (size_t i = 0; i < activities->n && i < DRAWN_MAX; i++) {
		const struct portfolio_activity *a = &activities->p[i];
		if (!is_dated(a) || a->is_planned)
			continue;
		double middle = middle_of(a);
		if (middle > first && middle < end)
			days_add(ret_days, middle);
	}
	ret_days->day[ret_days->n++] = end;
}

static bool is_gap(const struct days *days, size_t i)
{
	return days->day[i + 1] - days->day[i] > GAP_DAYS;
}

static void draw_open_end(
	struct drawing *d, const struct portfolio_activities *activities, double from)
{
	double to = from + AHEAD_DAYS;

	for (size_t i = 0; i < activities->n && i < DRAWN_MAX; i++) {
		const struct portfolio_activity *a = &activities->p[i];
		if (is_dated(a) && a->is_planned)
			to = fmax(to, middle_of(a) + AHEAD_DAYS * 3 / 4.0);
	}
	draw_stretch(d, S("gap"), from, to);
	draw_cap(d, S("#open"), to);
}

static void draw_line(struct drawing *d, const struct portfolio_action *action)
{
	struct days days;

	if (!action->first_day)
		return;
	days_of(action, &days);
	for (size_t i = 0; i + 1 < days.n;) {
		size_t last = i;
		while (last + 2 < days.n && is_gap(&days, last + 1) == is_gap(&days, i))
			last++;
		draw_stretch(d, is_gap(&days, i) ? S("gap") : S("span"), days.day[i],
			days.day[last + 1]);
		i = last + 1;
	}
	draw_cap(d, S("#cap"), days.day[0]);
	if (action->period.open)
		draw_open_end(d, &action->activities, days.day[days.n - 1]);
	else
		draw_cap(d, S("#cap"), days.day[days.n - 1]);
}

struct placed {
	double x;
	int level;
};

static bool is_free(const struct placed *placed, size_t n, double x, int level, double near)
{
	for (size_t i = 0; i < n; i++)
		if (placed[i].level == level && fabs(placed[i].x - x) < near)
			return false;
	return true;
}

// Fills a place for each dated activity (x is negative for others) and answers the highest level.
static int place_marks(const struct strip_axis *axis, const struct portfolio_activities *activities,
	const struct stacking *stacking, struct placed placed[static DRAWN_MAX])
{
	int top = 0;

	for (size_t i = 0; i < activities->n && i < DRAWN_MAX; i++) {
		placed[i] = (struct placed){-1000, 0};
		if (!is_dated(&activities->p[i]))
			continue;
		double x = axis_x(axis, middle_of(&activities->p[i]));
		int level = 0;
		while (level < stacking->level_max && !is_free(placed, i, x, level, stacking->near))
			level++;
		placed[i] = (struct placed){x, level};
		top = level > top ? level : top;
	}
	return top;
}

static void draw_rough(
	struct drawing *d, const struct portfolio_activity *a, struct str class, double y)
{
	int32_t last = period_last_day(a->period, a->period.start);
	double one = axis_x(d->axis, a->first_day), other = axis_x(d->axis, last + 1.0);

	svg_begin(&d->svg, "rect");
	svg_attr(&d->svg, "class", class);
	svg_percent(&d->svg, "x", fmin(one, other));
	svg_percent(&d->svg, "width", fabs(one - other));
	svg_number(&d->svg, "y", y - 6);
	svg_number(&d->svg, "height", 12);
	svg_number(&d->svg, "rx", 6);
	svg_end(&d->svg);
}

static void draw_mark(struct drawing *d, const struct portfolio_activity *a, double x, double y)
{
	const struct strip_pen *pen = d->axis->pen;

	if (is_rough(a->period))
		draw_rough(d, a, pen->of[a->family].soft, y);
	begin_use(&d->svg, pen->of[a->family].shape);
	svg_attr(&d->svg, "class",
		a->is_planned ? pen->of[a->family].planned : pen->of[a->family].held);
	svg_percent(&d->svg, "x", x);
	svg_number(&d->svg, "y", y);
	svg_end(&d->svg);
}

// Rows stack to both sides of the line, tall strips upwards.
static double height_of(const struct stacking *stacking, double y, int level)
{
	if (stacking->is_numbered)
		return y - level * TALL_STEP;
	int away = (level + 1) / 2 * 11;
	return level % 2 ? y - away : y + away;
}

static void draw_marks(struct arena *mem, struct drawing *d,
	const struct portfolio_activities *activities, const struct stacking *stacking,
	const struct placed *placed)
{
	for (size_t i = 0; i < activities->n && i < DRAWN_MAX; i++) {
		if (placed[i].x < 0)
			continue;
		double y = height_of(stacking, d->y, placed[i].level);
		draw_mark(d, &activities->p[i], placed[i].x, y);
		if (stacking->is_numbered)
			draw_label(&d->svg, S("no"), placed[i].x, y - 10,
				str_of_int(mem, (int64_t)i + 1));
	}
}

static void add_activity_words(struct arena *mem, struct buf *b, const struct strip_pen *pen,
	const struct portfolio_activity *a)
{
	struct str type = a->type == CODE_NONE
		? a->type_slug
		: code_name(&activity_type_table[a->type], pen->lang->code);
	struct str date = date_text_period(mem, pen->lang, a->period);

	if (a->number > 1)
		type = str_format(mem, "%" PRIstr " (%lld)", STR(type), (long long)a->number);
	const struct lang_arg args[] = {{S("type"), type},
		{S("date"), date.n ? date : pen->words.undated},
		{S("status"), a->is_planned ? pen->words.planned : pen->words.held}};
	lang_fill_add(b, pen->words.activity, args, 3);
}

// The strip as a sentence: its period, then its activities one by one.
static struct str strip_words(
	struct arena *mem, const struct strip_pen *pen, const struct portfolio_action *action)
{
	const struct portfolio_activities *activities = &action->activities;
	const struct lang *lang = pen->lang;
	struct buf b = buf_new(mem, WORDS_MAX);
	struct str period = date_text_period(mem, lang, action->period);
	struct str count = lang_plural(lang, _("{n} activity"), _("{n} activities"), activities->n);
	struct lang_arg n = {S("n"), str_of_int(mem, (int64_t)activities->n)};

	buf_add(&b, period.n ? period : lang_text(lang, _("No duration is printed")));
	buf_add(&b, S(". "));
	lang_fill_add(&b, count, &n, 1);
	for (size_t i = 0; i < activities->n && i < DRAWN_MAX; i++) {
		buf_add(&b, i ? pen->words.between : pen->words.before_all);
		add_activity_words(mem, &b, pen, &activities->p[i]);
	}
	buf_add_char(&b, '.');
	return buf_str(&b);
}

static void begin_picture(struct svg *svg, struct str class, struct str words, double height)
{
	svg_begin(svg, "svg");
	svg_attr(svg, "class", class);
	if (height > 0)
		svg_number(svg, "height", height);
	svg_attr(svg, "role", S("img"));
	svg_attr(svg, "aria-label", words);
}

struct safe_html strip_row(struct arena *mem, const struct strip_axis *axis,
	const struct portfolio_action *action, bool is_low)
{
	struct str words = strip_words(mem, axis->pen, action);
	struct drawing d = {svg_new(mem, STRIP_BYTES_MAX), axis, is_low ? 20 : 24};
	struct placed placed[DRAWN_MAX];

	begin_picture(&d.svg, S("strip"), words, 0);
	draw_grid(&d.svg);
	if (axis->year_first) {
		draw_line(&d, action);
		place_marks(axis, &action->activities, &in_rows, placed);
		draw_marks(mem, &d, &action->activities, &in_rows, placed);
	}
	svg_end(&d.svg);
	return svg_html(&d.svg);
}

static void draw_tick(struct svg *svg, struct str class, double x, double y1, double y2)
{
	svg_begin(svg, "line");
	svg_attr(svg, "class", class);
	svg_percent(svg, "x1", x);
	svg_percent(svg, "x2", x);
	svg_number(svg, "y1", y1);
	svg_number(svg, "y2", y2);
	svg_end(svg);
}

// Years over the whole height with their names below, quarters (half-years on long axes) as ticks.
static void draw_tall_axis(struct arena *mem, struct drawing *d, double height)
{
	const struct strip_axis *axis = d->axis;
	int months = axis->year_last - axis->year_first >= 4 ? 6 : 3;
	int step = years_between_names(axis);

	for (int year = axis->year_first; year <= axis->year_last + 1; year++) {
		for (int month = 1; month <= 12; month += months) {
			double day = date_first_day((struct date){.year = year, .month = month});
			if (year > axis->year_last && month > 1)
				break;
			draw_tick(&d->svg, S("tick"), axis_x(axis, day),
				month == 1 ? 0 : height - 24, height - 18);
		}
		if (year <= axis->year_last && (year - axis->year_first) % step == 0)
			draw_year(mem, &d->svg, axis, year, height - 3);
	}
}

struct safe_html strip_tall(
	struct arena *mem, const struct lang *lang, const struct portfolio_action *action)
{
	struct strip_axis axis = strip_axis_new(mem, lang, action->as_of);
	struct placed placed[DRAWN_MAX];

	strip_axis_hold_action(&axis, action);
	if (!axis.year_first)
		return (struct safe_html){STR_EMPTY};
	int top = place_marks(&axis, &action->activities, &when_tall, placed);
	struct drawing d = {svg_new(mem, STRIP_BYTES_MAX), &axis, 30 + top * TALL_STEP};
	double height = d.y + 34;

	begin_picture(&d.svg, S("strip tall"), strip_words(mem, axis.pen, action), height);
	draw_tall_axis(mem, &d, height);
	if (action->period.open && axis.now)
		draw_tick(&d.svg, S("asof"), axis_x(&axis, axis.now + 1.0), 0, height - 18);
	draw_line(&d, action);
	draw_marks(mem, &d, &action->activities, &when_tall, placed);
	svg_end(&d.svg);
	return svg_html(&d.svg);
}

void strip_signs_add(struct strip_signs *signs, const struct portfolio_action *action)
{
	struct days days;

	for (size_t i = 0; i < action->activities.n; i++) {
		const struct portfolio_activity *a = &action->activities.p[i];
		signs->family[a->family] = true;
		signs->planned |= a->is_planned;
		signs->rough |= is_rough(a->period);
	}
	signs->ongoing |= action->period.open;
	signs->as_of |= date_is_known(action->as_of);
	if (!action->first_day || signs->gap)
		return;
	days_of(action, &days);
	for (size_t i = 0; i + 1 < days.n; i++)
		signs->gap |= is_gap(&days, i);
}
