// SPDX-License-Identifier: EUPL-1.2
// statistics — the figures and charts of work/stats as a page, as JSON and as CSV.
#include "web/statistics.h"

#include "format/csv_write.h"
#include "format/json_write.h"
#include "format/svg.h"
#include "model/code.h"
#include "web/links.h"
#include "web/pages.h"
#include "work/stats/figures.h"

enum {
	BAR_BYTES_MAX = 512,
	COLUMNS_BYTES_MAX = 64 * 1024,
	COLUMNS_BASE = 150, // y of the line on which columns stand
	COLUMNS_HEIGHT = 125,
	LINKED_COLUMNS_MAX = 12, // more are too thin to be hit on a phone; the table has the links
	ROWS_SHOWN = 15,
};

static int64_t highest(const struct series *series)
{
	int64_t most = 1;

	for (size_t i = 0; i < series->n; i++)
		if (series->p[i].value > most)
			most = series->p[i].value;
	return most;
}

// A bar of so many per cent, from the side where reading begins.
static struct safe_html bar_of(struct visit *v, double width)
{
	struct svg svg = svg_new(v->mem, BAR_BYTES_MAX);

	svg_begin(&svg, "svg");
	svg_attr(&svg, "class", S("bar"));
	svg_attr(&svg, "aria-hidden", S("true"));
	svg_begin(&svg, "rect");
	svg_percent(&svg, "x", v->lang->is_rtl ? 100 - width : 0);
	svg_percent(&svg, "width", width);
	svg_attr(&svg, "height", S("100%"));
	svg_end(&svg);
	svg_end(&svg);
	return svg_html(&svg);
}

static void draw_words(struct svg *svg, struct str class, double x, double y, struct str words)
{
	svg_begin(svg, "text");
	svg_attr(svg, "class", class);
	svg_percent(svg, "x", x);
	svg_number(svg, "y", y);
	svg_content(svg, words);
	svg_end(svg);
}

struct columns {
	struct svg svg;
	double width; // of one column with its room, in per cent
	int64_t highest;
	size_t step; // every so many columns are named
	bool is_linked, is_rtl;
};

static void draw_column(
	struct visit *v, struct columns *c, const struct series_point *point, size_t i)
{
	struct svg *svg = &c->svg;
	double start = (double)i * c->width,
	       height = COLUMNS_HEIGHT * (double)point->value / (double)c->highest;
	double x = c->is_rtl ? 100 - start - c->width : start;

	if (c->is_linked) {
		svg_begin(svg, "a");
		svg_attr(svg, "href", link_to(v->mem, v->lang, point->path));
		svg_attr(svg, "aria-label",
			str_format(v->mem, "%" PRIstr ": %lld", STR(point->name),
				(long long)point->value));
	}
	svg_begin(svg, "rect");
	svg_percent(svg, "x", x + c->width / 5);
	svg_percent(svg, "width", c->width * 3 / 5);
	svg_number(svg, "y", COLUMNS_BASE - height);
	svg_number(svg, "height", height);
	svg_end(svg);
	// Read aloud, the words of a column come as they stand here, so a blank keeps the numbers apart.
	if (i % c->step == 0)
		draw_words(svg, STR_EMPTY, x + c->width / 2, COLUMNS_BASE + 18, point->name);
	svg_content(svg, S(" "));
	draw_words(svg, S("v"), x + c->width / 2, COLUMNS_BASE - height - 6,
		str_format(v->mem, "%lld", (long long)point->value));
	if (c->is_linked)
		svg_end(svg);
}

// One column a year, side by side in the reading direction; with links it is a group, else an image.
static struct safe_html columns_of(struct visit *v, const struct chart *chart)
{
	const struct series *s = &chart->series;
	struct columns c = {
		.svg = svg_new(v->mem, COLUMNS_BYTES_MAX),
		.width = 100.0 / (double)(s->n ? s->n : 1),
		.highest = highest(s),
		.step = s->n > 48                   ? 10
			: s->n > 24                 ? 5
			: s->n > LINKED_COLUMNS_MAX ? 2
						    : 1,
		.is_linked = s->n <= LINKED_COLUMNS_MAX,
		.is_rtl = v->lang->is_rtl,
	};

	svg_begin(&c.svg, "svg");
	svg_attr(&c.svg, "class", S("columns"));
	svg_attr(&c.svg, "role", c.is_linked ? S("group") : S("img"));
	svg_attr(&c.svg, "aria-label", chart->title);
	for (size_t i = 0; i < s->n; i++)
		draw_column(v, &c, &s->p[i], i);
	svg_begin(&c.svg, "line");
	svg_attr(&c.svg, "x2", S("100%"));
	svg_number(&c.svg, "y1", COLUMNS_BASE);
	svg_number(&c.svg, "y2", COLUMNS_BASE);
	svg_end(&c.svg);
	svg_end(&c.svg);
	return svg_html(&c.svg);
}

// What the rows of a chart are, by its id.
static const struct {
	struct str id, name;
	bool is_by_year, has_families;
} kinds[] = {
	{S_INIT("by-year"), S_INIT(N_("Year")), true, false},
	{S_INIT("by-theme"), S_INIT(N_("Theme")), false, false},
	{S_INIT("by-activity-type"), S_INIT(N_("Type of activity")), false, true},
	{S_INIT("by-lender"), S_INIT(N_("Country")), false, false},
};

static struct str kind_name(struct visit *v, const struct chart *chart)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_eq(kinds[i].id, chart->id))
			return visit_text(v, kinds[i].name);
	return visit_text(v, _("Value"));
}

static bool is_by_year(const struct chart *chart)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_eq(kinds[i].id, chart->id))
			return kinds[i].is_by_year;
	return false;
}

static bool has_families(const struct chart *chart)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_eq(kinds[i].id, chart->id))
			return kinds[i].has_families;
	return false;
}

static struct str chart_address(struct visit *v, const struct chart *chart)
{
	struct str path = str_format(
		v->mem, "/statistics?chart=%" PRIstr "&format=csv", STR(chart->id));

	return link_to(v->mem, v->lang, path);
}

static struct chart_view chart_view_of(struct visit *v, const struct chart *chart)
{
	const struct series *s = &chart->series;
	struct chart_view c = {
		.title = chart->title,
		.definition = chart->definition,
		.of = kind_name(v, chart),
		.csv = chart_address(v, chart),
		.row = NEW_ARRAY(v->mem, struct chart_row, s->n),
		.row_n = s->n,
		.shown_n = s->n > ROWS_SHOWN ? ROWS_SHOWN : s->n,
		.is_by_year = is_by_year(chart),
	};
	double most = (double)highest(s);

	for (size_t i = 0; i < s->n; i++)
		c.row[i] = (struct chart_row){
			.name = s->p[i].name,
			.url = link_to(v->mem, v->lang, s->p[i].path),
			.family = has_families(chart)
				? activity_family_table[strip_family(s->p[i].key)].slug
				: STR_EMPTY,
			.value = s->p[i].value,
			.bar = bar_of(v, 100 * (double)s->p[i].value / most),
		};
	if (c.is_by_year)
		c.columns = columns_of(v, chart);
	return c;
}

static bool send_page(struct visit *v, const struct figures *figures, const struct charts *charts,
	struct err *err)
{
	struct statistics_view view = {
		.chart = NEW_ARRAY(v->mem, struct chart_view, charts->n),
		.chart_n = charts->n,
		.base = (int64_t)v->portfolio->n,
		.as_of = parts_as_of(v->mem, v->lang, v->portfolio),
		.csv = link_to(v->mem, v->lang, S("/statistics?format=csv")),
		.json = link_to(v->mem, v->lang, S("/statistics?format=json")),
	};

	for (size_t i = 0; i < figures->n; i++) {
		const struct figure *f = &figures->p[i];
		VEC_ADD(v->mem, &view.figures,
			((struct figure_view){f->value, f->name, f->definition,
				link_to(v->mem, v->lang, f->path)}));
	}
	for (size_t i = 0; i < charts->n; i++)
		view.chart[i] = chart_view_of(v, &charts->p[i]);
	v->page.title = visit_text(v, _("Statistics"));
	v->page.description = visit_text(v,
		_("Figures and charts of the actions in the register, "
		  "each with its definition and its rows."));
	v->page.section = S("statistics");
	v->page.data = link_to(v->mem, v->lang, S("/statistics"));
	v->page.has_csv = true;
	statistics_page(&v->t, &view);
	return visit_html(v, err);
}

static struct str absolute(struct visit *v, struct str path)
{
	return str_join(v->mem, v->origin, link_to(v->mem, v->lang, path));
}

static void write_figure(struct visit *v, struct json *json, const struct figure *f)
{
	json_begin_object(json);
	json_key_text(json, S("id"), f->id);
	json_key_text(json, S("url"), absolute(v, f->path));
	json_key_text(json, S("name"), f->name);
	json_key_int(json, S("value"), f->value);
	json_key_text(json, S("definition"), f->definition);
	json_end_object(json);
}

static void write_point(struct visit *v, struct json *json, const struct series_point *point)
{
	json_begin_object(json);
	json_key_text(json, S("key"), point->key);
	json_key_text(json, S("url"), absolute(v, point->path));
	json_key_text(json, S("name"), point->name);
	json_key_int(json, S("value"), point->value);
	json_end_object(json);
}

static void write_chart(struct visit *v, struct json *json, const struct chart *chart)
{
	json_begin_object(json);
	json_key_text(json, S("id"), chart->id);
	json_key_text(json, S("title"), chart->title);
	json_key_text(json, S("definition"), chart->definition);
	json_key(json, S("items"));
	json_begin_array(json);
	for (size_t i = 0; i < chart->series.n; i++)
		write_point(v, json, &chart->series.p[i]);
	json_end_array(json);
	json_end_object(json);
}

static bool send_json(struct visit *v, const struct figures *figures, const struct charts *charts,
	struct err *err)
{
	struct json json = json_new(&v->out);

	json_begin_object(&json);
	json_key_int(&json, S("total"), (int64_t)figures->n);
	json_key_int(&json, S("page"), 1);
	json_key_int(&json, S("pages"), 1);
	json_key(&json, S("as_of"));
	json_date(&json, v->portfolio->as_of);
	json_key(&json, S("items"));
	json_begin_array(&json);
	for (size_t i = 0; i < figures->n; i++)
		write_figure(v, &json, &figures->p[i]);
	json_end_array(&json);
	json_key(&json, S("charts"));
	json_begin_array(&json);
	for (size_t i = 0; i < charts->n; i++)
		write_chart(v, &json, &charts->p[i]);
	json_end_array(&json);
	json_end_object(&json);
	return visit_send(v, S("application/json; charset=utf-8"), err);
}

static void write_row(
	struct csv *csv, const struct str cell[static 3], int64_t value, struct str url)
{
	for (size_t i = 0; i < 3; i++)
		csv_text(csv, cell[i]);
	csv_int(csv, value);
	csv_text(csv, url);
	csv_end_row(csv);
}

static void write_series(struct visit *v, struct csv *csv, const struct chart *chart)
{
	for (size_t i = 0; i < chart->series.n; i++) {
		const struct series_point *point = &chart->series.p[i];
		const struct str cell[] = {chart->id, point->key, point->name};
		write_row(csv, cell, point->value, absolute(v, point->path));
	}
}

// All rows, or those of the chart asked for by ?chart=; the figures are the chart "figures".
static bool send_csv(struct visit *v, const struct figures *figures, const struct charts *charts,
	struct err *err)
{
	static const char *const columns[] = {"chart", "key", "name", "value", "url"};
	struct str wanted = visit_param(v, S("chart"));
	struct csv csv = csv_new(&v->out);
	bool found = !wanted.n || str_eq(wanted, S("figures"));

	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		csv_text(&csv, str_c(columns[i]));
	csv_end_row(&csv);
	for (size_t i = 0; found && i < figures->n; i++) {
		const struct figure *f = &figures->p[i];
		const struct str cell[] = {S("figures"), f->id, f->name};
		write_row(&csv, cell, f->value, absolute(v, f->path));
	}
	for (size_t i = 0; i < charts->n; i++) {
		if (wanted.n && !str_eq(wanted, charts->p[i].id))
			continue;
		write_series(v, &csv, &charts->p[i]);
		found = true;
	}
	if (!found)
		return err_set(err, ERR_INPUT, "there is no chart \"%" PRIstr "\"", STR(wanted));
	v->response->filename = S("statistics.csv");
	return visit_send(v, S("text/csv; charset=utf-8"), err);
}

bool statistics_show(struct visit *v, struct err *err)
{
	struct figures figures = figures_of(v->mem, v->portfolio, v->lang);
	struct charts charts = charts_of(v->mem, v->portfolio, v->lang);

	switch (visit_format(v)) {
	case VISIT_HTML:
		return send_page(v, &figures, &charts, err);
	case VISIT_JSON:
		return send_json(v, &figures, &charts, err);
	case VISIT_CSV:
		return send_csv(v, &figures, &charts, err);
	case VISIT_BAD_FORMAT:
		break;
	}
	return err_set(err, ERR_INPUT, "a page has the formats html, json and csv");
}
