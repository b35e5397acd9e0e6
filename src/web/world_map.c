// SPDX-License-Identifier: EUPL-1.2
// world_map — chooses the part and the fineness, then draws from the ground up: parallels, land,
// hosts, countries served, lenders, counts.
#include "web/world_map.h"

#include <math.h>
#include <stdlib.h>

#include "format/date_text.h"
#include "format/svg.h"
#include "model/code.h"
#include "model/country.h"
#include "web/country_tally.h"
#include "web/links.h"
#include "web/outline.h"
#include "web/parts.h"

enum {
	SVG_MAX = 600 * 1024,
	FINE_BELOW = 900,    // a part less wide than this shows the finer shapes
	DOT_AREA = 10,       // square units of land that are enough to be hit on any map
	SERVED_HEIGHT = 830, // below lie seas only
	STEP_N = 3,
	LABEL_MAX = 256,
};

// A count to be written: where, and how large the figures are.
struct label {
	struct outline_box box; // that the figures fill
	double x, y;
	struct str text;
	struct str class;
};

struct map {
	struct arena *mem;
	struct svg svg;
	const struct lang *lang;
	const struct world_map_view *view;
	const struct country_tally *tally;
	struct outline_box part; // shown, in units
	enum outline_level level;
	double scale;          // numbers of a path in one unit
	double em;             // height of the figures, in units
	int64_t least[STEP_N]; // how many actions make each step
	struct label label[LABEL_MAX];
	size_t label_n;
	size_t served_n;
};

static double max(double a, double b)
{
	return a > b ? a : b;
}

static double width_of(const struct outline_box *b)
{
	return b->x1 - b->x0;
}

static double height_of(const struct outline_box *b)
{
	return b->y1 - b->y0;
}

static bool meets(const struct outline_box *a, const struct outline_box *b)
{
	return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

static struct outline_box around(double x, double y, double width, double height)
{
	return (struct outline_box){x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

// The box widened about its middle to a ratio. `square` keeps it inside the middle square, which
// is all that a phone shows.
static struct outline_box framed(struct outline_box box, double ratio, bool square)
{
	double pad = 1.08;
	double w = width_of(&box) * pad, h = height_of(&box) * pad;
	double height = square ? max(w, h) : max(h, w / ratio);
	struct outline_box frame = around(
		(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, height * ratio, height);
	// Not further beyond the edge of the world than need be.
	double down = frame.y0 < 0 ? -frame.y0 : 0;
	double up = frame.y1 > OUTLINE_HEIGHT ? frame.y1 - OUTLINE_HEIGHT : 0;
	double shift = down > 0 && up > 0 ? (down - up) / 2 : down - up;

	frame.y0 += shift;
	frame.y1 += shift;
	return frame;
}

static const double SCREEN_RATIO = 16.0 / 9;
static const struct outline_box whole = {0, -52, OUTLINE_WIDTH, 923};

static struct outline_box part_served(const struct country_tally *tally)
{
	struct bitset set = {0};
	struct outline_box box;

	for (size_t i = 0; i < country_table_n; i++)
		if (tally[i].served || tally[i].host || tally[i].lender)
			bitset_add(&set, (int)i);
	box = outline_box_of_countries(&set);
	if (width_of(&box) <= 0)
		return whole;
	if (max(width_of(&box), height_of(&box)) < 250)
		box = around((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, 250, 250);
	struct outline_box frame = framed(box, SCREEN_RATIO, true);
	if (height_of(&frame) > SERVED_HEIGHT)
		frame = around((box.x0 + box.x1) / 2, SERVED_HEIGHT / 2.0,
			SERVED_HEIGHT * SCREEN_RATIO, SERVED_HEIGHT);
	// Served in both hemispheres of the Pacific: then nothing may be cut off.
	return box.x0 > frame.x0 && box.x1 < frame.x1 ? frame : whole;
}

// The region, and every country of it that was served, however far away.
static struct outline_box part_of_region(int region, const struct country_tally *tally)
{
	struct outline_box box = outline_box_of_region(region);
	struct bitset members = code_region_countries(region), served = {0};

	for (int i = bitset_next(&members, 0); i >= 0; i = bitset_next(&members, i + 1))
		if (tally[i].served)
			bitset_add(&served, i);
	struct outline_box far = outline_box_of_countries(&served);
	if (width_of(&box) <= 0)
		box = far;
	if (width_of(&box) <= 0)
		return whole;
	if (width_of(&far) > 0)
		box = (struct outline_box){fmin(box.x0, far.x0), fmin(box.y0, far.y0),
			fmax(box.x1, far.x1), fmax(box.y1, far.y1)};
	return framed(box, 5.0 / 4, false);
}

static struct outline_box part_of_country(int country)
{
	const struct outline_point *p = outline_find(country_table[country].iso2);
	struct outline_box box;
	double side;

	if (!p)
		return whole;
	box = (struct outline_box){p->x0, p->y0, p->x1, p->y1};
	side = max(max(width_of(&box), height_of(&box)) * 1.7, 150);
	return around((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, side, side);
}

static struct outline_box part_of(
	const struct world_map_view *view, const struct country_tally *tally)
{
	switch (view->extent) {
	case WORLD_MAP_SERVED:
		return part_served(tally);
	case WORLD_MAP_REGION:
		return part_of_region(view->region, tally);
	case WORLD_MAP_LOCATOR:
		return part_of_country(view->country);
	case WORLD_MAP_WHOLE:
		break;
	}
	return whole;
}

static int cmp_counts(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

// One, two, three or more; for larger portfolios a third of the countries in each step.
static void choose_steps(const struct country_tally *tally, int64_t ret_least[static STEP_N])
{
	int64_t count[BITSET_MAX];
	size_t n = 0;

	for (size_t i = 0; i < country_table_n && n < BITSET_MAX; i++)
		if (tally[i].served)
			count[n++] = tally[i].served;
	qsort(count, n, sizeof *count, cmp_counts);
	ret_least[0] = 1;
	ret_least[1] = 2;
	ret_least[2] = 3;
	if (!n || count[n - 1] <= 5)
		return;
	ret_least[1] = count[n / 3] > 1 ? count[n / 3] : 2;
	ret_least[2] = count[2 * n / 3];
	if (ret_least[2] <= ret_least[1])
		ret_least[2] = ret_least[1] + 1;
}

static int step_of(const struct map *map, int64_t n)
{
	return n >= map->least[2] ? 3 : n >= map->least[1] ? 2 : 1;
}

static struct outline_box box_of(const struct outline_point *p)
{
	return (struct outline_box){p->x0, p->y0, p->x1 + .5, p->y1 + .5};
}

static bool is_shown(const struct map *map, const struct outline_point *p)
{
	struct outline_box box = box_of(p);

	return meets(&box, &map->part);
}

static double dot_radius(const struct map *map)
{
	return width_of(&map->part) / 170;
}

// Too small to be hit as it is drawn?
static bool needs_dot(const struct map *map, const struct outline_point *p)
{
	double radius = dot_radius(map);
	double least = max(.2 * radius * radius, DOT_AREA);

	return p->dot && outline_area(map->level, p->iso2) < least;
}

// Where the figures of crowded countries go: a direction from the middle of the shape.
static const struct {
	struct str iso2;
	int dx, dy;
} aside[] = {
	{S_INIT("BI"), 0, 1},
	{S_INIT("BJ"), 0, -1},
	{S_INIT("CV"), -1, 0},
	{S_INIT("GM"), -1, 0},
	{S_INIT("GW"), -1, 0},
	{S_INIT("MU"), 1, 0},
	{S_INIT("MW"), 1, 0},
	{S_INIT("SL"), -1, 0},
	{S_INIT("TG"), 0, 1},
};

// Boxes that the figures may fill, the best first: the wished side, the middle, then all around.
enum { TRY_N = 7 };
static void list_tries(const struct outline_point *p, bool is_small, int ret_dx[static TRY_N],
	int ret_dy[static TRY_N])
{
	static const int round_x[] = {1, -1, 0, 0, 0}, round_y[] = {0, 0, 1, -1, 0};
	int n = 0;

	for (size_t i = 0; i < sizeof aside / sizeof *aside; i++) {
		if (!str_eq(aside[i].iso2, p->iso2) || n || !is_small)
			continue;
		ret_dx[n] = aside[i].dx;
		ret_dy[n++] = aside[i].dy;
	}
	if (!is_small) {
		ret_dx[n] = 0;
		ret_dy[n++] = 0;
	}
	for (int i = 0; n < TRY_N; i = (i + 1) % 5) {
		ret_dx[n] = round_x[i];
		ret_dy[n++] = round_y[i];
	}
}

static bool is_free(const struct map *map, const struct outline_box *box)
{
	for (size_t i = 0; i < map->label_n; i++)
		if (meets(box, &map->label[i].box))
			return false;
	return true;
}

static struct outline_box label_box(const struct map *map, const struct outline_point *p,
	bool is_dot, size_t digits, int dx, int dy)
{
	double w = .62 * map->em * (double)digits, h = .8 * map->em;
	double half_w = is_dot ? dot_radius(map) : (p->x1 - p->x0) / 2.0;
	double half_h = is_dot ? dot_radius(map) : (p->y1 - p->y0) / 2.0;
	double gap = .2 * map->em;
	double x = is_dot ? p->x : dx ? (p->x0 + p->x1) / 2.0 : p->x;
	double y = is_dot ? p->y : dy ? (p->y0 + p->y1) / 2.0 : p->y;

	return around(x + dx * (half_w + w / 2 + gap), y + dy * (half_h + h / 2 + gap), w, h);
}

static void place_label(
	struct map *map, const struct outline_point *p, bool is_dot, int step, int64_t n)
{
	double side = fmin(p->x1 - p->x0, p->y1 - p->y0);
	bool is_small = is_dot || side < .9 * map->em;
	int dx[TRY_N], dy[TRY_N];
	struct outline_box box = {0};
	int chosen = 0;

	if (map->label_n == LABEL_MAX)
		return;
	struct str text = str_format(map->mem, "%lld", (long long)n);
	list_tries(p, is_small, dx, dy);
	for (int i = 0; i < TRY_N; i++) {
		box = label_box(map, p, is_dot, text.n, dx[i], dy[i]);
		chosen = i;
		if (is_free(map, &box))
			break;
	}
	bool is_inside = !dx[chosen] && !dy[chosen];
	bool is_off = !is_inside || side < 1.8 * map->em;
	map->label[map->label_n++] = (struct label){.box = box,
		.x = (box.x0 + box.x1) / 2,
		.y = box.y1 - .05 * map->em,
		.text = text,
		.class = is_off     ? S("off")
			: step == 3 ? S("on3")
				    : STR_EMPTY};
}

static bool has_counts(const struct map *map)
{
	return map->view->extent != WORLD_MAP_LOCATOR;
}

static void draw_shape(struct map *map, const struct outline_point *p, struct str class)
{
	struct str path = outline_path(map->level, p->iso2);

	if (path.n)
		svg_path(&map->svg, class, path);
	if (needs_dot(map, p) || !path.n)
		svg_circle(&map->svg, str_join(map->mem, class, S(" dot")), p->x * map->scale,
			p->y * map->scale, dot_radius(map) * map->scale);
}

static void draw_served(struct map *map, int country, const struct outline_point *p)
{
	const struct country_tally *tally = &map->tally[country];
	struct str name = country_name(country, map->lang->code);
	int step = step_of(map, tally->served);
	struct str class = str_format(map->mem, "s%d%s", step, tally->host ? " host" : "");
	struct lang_arg arg[] = {{S("country"), name},
		{S("n"), str_format(map->mem, "%lld", (long long)tally->served)}};
	struct str title = lang_fill(map->mem,
		lang_plural(map->lang, _("{country}: one action"), _("{country}: {n} actions"),
			(uint64_t)tally->served),
		arg, 2);

	svg_begin(&map->svg, "a");
	svg_attr(&map->svg, "href", link_country(map->mem, map->lang, p->iso2));
	svg_attr(&map->svg, "aria-label", title);
	svg_title(&map->svg, title);
	draw_shape(map, p, class);
	svg_end(&map->svg);
	map->served_n++;
	if (has_counts(map)) {
		bool is_dot = needs_dot(map, p) || !outline_path(map->level, p->iso2).n;
		place_label(map, p, is_dot, step, tally->served);
	}
}

// What lies on the ground: one path for all land without a role, one for all hosts.
static void draw_ground(struct map *map, struct str class, bool of_hosts)
{
	struct out path = out_memory(map->mem, SVG_MAX);

	for (size_t i = 0; i < outline_point_table_n; i++) {
		const struct outline_point *p = &outline_point_table[i];
		int country = country_index(p->iso2);
		const struct country_tally *tally = country == COUNTRY_NONE ? NULL
									    : &map->tally[country];
		bool is_locator = map->view->extent == WORLD_MAP_LOCATOR;
		bool is_host = tally && tally->host && !is_locator;
		bool is_drawn_above = is_locator ? country == map->view->country
						 : tally && tally->served;
		if (!is_drawn_above && is_host == of_hosts && is_shown(map, p))
			outline_join(&path, outline_path(map->level, p->iso2));
	}
	if (path.n)
		svg_path(&map->svg, class, out_str(&path));
}

static void draw_lenders(struct map *map)
{
	double radius = width_of(&map->part) / 310;

	for (size_t i = 0; i < outline_point_table_n; i++) {
		const struct outline_point *p = &outline_point_table[i];
		int country = country_index(p->iso2);
		if (country == COUNTRY_NONE || !map->tally[country].lender || !is_shown(map, p))
			continue;
		bool is_under = map->tally[country].served &&
			(has_counts(map) || needs_dot(map, p));
		double below = is_under ? width_of(&map->part) / 90 : 0;
		svg_circle(&map->svg, S("lender"), p->x * map->scale, (p->y + below) * map->scale,
			radius * map->scale);
	}
}

static void draw_countries(struct map *map)
{
	for (size_t i = 0; i < outline_point_table_n; i++) {
		const struct outline_point *p = &outline_point_table[i];
		int country = country_index(p->iso2);
		if (country != COUNTRY_NONE && map->tally[country].served && is_shown(map, p))
			draw_served(map, country, p);
	}
}

static void draw_labels(struct map *map)
{
	for (size_t i = 0; i < map->label_n; i++) {
		const struct label *l = &map->label[i];
		svg_text(&map->svg, l->class, l->x * map->scale, l->y * map->scale, l->text);
	}
}

// The equator and the tropics.
static void draw_parallels(struct map *map)
{
	static const int y[] = {356, 532, 708};
	struct out path = out_memory(map->mem, 256);

	for (size_t i = 0; i < sizeof y / sizeof *y; i++)
		if (y[i] > map->part.y0 && y[i] < map->part.y1)
			out_format(&path, "M%d %dH%d", (int)floor(map->part.x0 * map->scale),
				(int)(y[i] * map->scale), (int)ceil(map->part.x1 * map->scale));
	if (path.n)
		svg_path(&map->svg, S("parallel"), out_str(&path));
}

static void draw_locator(struct map *map)
{
	const struct outline_point *p = outline_find(country_table[map->view->country].iso2);

	draw_ground(map, S("land"), false);
	if (p)
		draw_shape(map, p, S("s3"));
}

static struct str words_of(const struct map *map)
{
	int64_t n = 0;
	struct lang_arg arg[1];

	if (map->view->extent == WORLD_MAP_LOCATOR) {
		arg[0] = (struct lang_arg){
			S("country"), country_name(map->view->country, map->lang->code)};
		return lang_fill(map->mem, lang_text(map->lang, _("Where {country} lies")), arg, 1);
	}
	for (size_t i = 0; i < country_table_n; i++) {
		const struct outline_point *p = outline_find(country_table[i].iso2);
		n += map->tally[i].served && p && is_shown(map, p);
	}
	arg[0] = (struct lang_arg){S("n"), str_format(map->mem, "%lld", (long long)n)};
	return lang_fill(map->mem,
		lang_plural(map->lang, _("Map: one country served"), _("Map: {n} countries served"),
			(uint64_t)n),
		arg, 1);
}

static void begin_drawing(struct map *map)
{
	const struct outline_box *b = &map->part;
	double k = map->scale;
	bool is_locator = map->view->extent == WORLD_MAP_LOCATOR;

	svg_begin(&map->svg, "svg");
	svg_attr(&map->svg, "class", S("world"));
	svg_attr(&map->svg, "viewBox",
		str_format(map->mem, "%.0f %.0f %.0f %.0f", b->x0 * k, b->y0 * k, width_of(b) * k,
			height_of(b) * k));
	svg_attr(&map->svg, "preserveAspectRatio", S("xMidYMid slice"));
	svg_attr(&map->svg, "role", is_locator ? S("img") : S("group"));
	svg_number(&map->svg, "font-size", map->em * k);
	svg_attr(&map->svg, "aria-label", words_of(map));
}

static struct map *map_of(struct arena *mem, const struct lang *lang, const struct portfolio *p,
	const struct world_map_view *view)
{
	struct map *map = NEW(mem, struct map);

	map->mem = mem;
	map->svg = svg_new(mem, SVG_MAX);
	map->lang = lang;
	map->view = view;
	map->tally = country_tally_of(mem, p, view->hits);
	map->part = part_of(view, map->tally);
	map->level = width_of(&map->part) < FINE_BELOW ? OUTLINE_REGION : OUTLINE_WORLD;
	map->scale = outline_scale(map->level);
	map->em = width_of(&map->part) / 78;
	choose_steps(map->tally, map->least);
	return map;
}

static void draw(struct map *map)
{
	begin_drawing(map);
	draw_parallels(map);
	if (map->view->extent == WORLD_MAP_LOCATOR) {
		draw_locator(map);
	} else {
		draw_ground(map, S("land"), false);
		draw_ground(map, S("host"), true);
		draw_countries(map);
		draw_lenders(map);
		draw_labels(map);
	}
	svg_end(&map->svg);
}

static struct str range_words(struct arena *mem, int64_t from, int64_t to)
{
	return from == to ? str_format(mem, "%lld", (long long)from)
			  : str_format(mem, "%lld–%lld", (long long)from, (long long)to);
}

static void fill_key(struct map *map, struct world_map_figure *f)
{
	struct lang_arg range = {S("range"), range_words(map->mem, 1, map->least[1] - 1)};
	int64_t most = 0;

	for (size_t i = 0; i < country_table_n; i++) {
		const struct outline_point *p = outline_find(country_table[i].iso2);
		if (!p || !is_shown(map, p))
			continue;
		most = map->tally[i].served > most ? map->tally[i].served : most;
		f->has_host |= map->tally[i].host > 0;
		f->has_lender |= map->tally[i].lender > 0;
	}
	if (most)
		f->step[0] = lang_fill(map->mem,
			lang_plural(map->lang, _("{range} action"), _("{range} actions"),
				(uint64_t)map->least[1] - 1),
			&range, 1);
	if (most >= map->least[1])
		f->step[1] = range_words(map->mem, map->least[1], map->least[2] - 1);
	range.value = range_words(map->mem, map->least[2], map->least[2]);
	if (most >= map->least[2])
		f->step[2] = lang_fill(
			map->mem, lang_text(map->lang, _("{range} or more")), &range, 1);
}

// "36 actions, as of March 2016".
static struct str base_words(struct arena *mem, const struct lang *lang, const struct portfolio *p)
{
	struct lang_arg arg[] = {
		{S("n"), str_format(mem, "%zu", p->n)}, {S("date"), parts_as_of(mem, lang, p)}};

	if (!date_is_known(p->as_of))
		return STR_EMPTY;
	return lang_fill(mem,
		lang_plural(
			lang, _("One action, as of {date}"), _("{n} actions, as of {date}"), p->n),
		arg, 2);
}

struct world_map_figure world_map_figure_of(struct arena *mem, const struct lang *lang,
	const struct portfolio *p, const struct world_map_view *view, struct str skip_to)
{
	static const struct str classes[] = {
		[WORLD_MAP_SERVED] = S_INIT("map"),
		[WORLD_MAP_WHOLE] = S_INIT("map whole"),
		[WORLD_MAP_REGION] = S_INIT("map tallmap"),
		[WORLD_MAP_LOCATOR] = S_INIT("map locator tallmap"),
	};
	struct map *map = map_of(mem, lang, p, view);
	struct world_map_figure f = {.class = classes[view->extent], .skip_to = skip_to};

	draw(map);
	f.svg = svg_html(&map->svg);
	f.has_key = view->extent != WORLD_MAP_LOCATOR;
	if (f.has_key)
		fill_key(map, &f);
	if (f.has_key && width_of(&map->part) == width_of(&whole))
		f.class = classes[WORLD_MAP_WHOLE];
	if (f.has_key && !view->hits)
		f.base = base_words(mem, lang, p);
	return f;
}
