// SPDX-License-Identifier: EUPL-1.2
// timeline — the hits of the listing are put into the order of their groups, then cut into pages.
#include "web/timeline.h"

#include <limits.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "model/code.h"
#include "model/country.h"
#include "web/links.h"
#include "web/pages.h"

enum { TIMELINE_PAGE = 150 };

enum grouping { GROUP_PLACE, GROUP_YEAR, GROUP_REGION };

static const struct {
	struct str value, name, lead;
} groupings[] = {
	[GROUP_PLACE] = {S_INIT(""), S_INIT(N_("place")),
		S_INIT(N_("All actions on one axis, in the order of their places."))},
	[GROUP_YEAR] = {S_INIT("year"), S_INIT(N_("year")),
		S_INIT(N_("All actions on one axis, grouped by the year in which they began."))},
	[GROUP_REGION] = {S_INIT("region"), S_INIT(N_("region")),
		S_INIT(N_("All actions on one axis, grouped by the part of the world."))},
};
_Static_assert(sizeof groupings / sizeof *groupings == TIMELINE_WAYS, "each grouping is a way");

// An unknown grouping is the usual one, by place.
static enum grouping read_grouping(struct visit *v, struct listing *l)
{
	struct str value = filter_keep(v->mem, &l->filter, v->request, S("group"));

	for (size_t i = GROUP_YEAR; i < TIMELINE_WAYS; i++)
		if (str_eq(groupings[i].value, value))
			return (enum grouping)i;
	l->filter.kept.n = 0;
	return GROUP_PLACE;
}

// The sub-region of the country (UN M49), by its index in region_table; INT_MAX without a country.
static int region_of(const struct portfolio_action *a)
{
	int country = a->iso2.n ? country_index(a->iso2) : COUNTRY_NONE;

	for (size_t i = 0; country != COUNTRY_NONE && i < region_table_n; i++)
		if (str_eq(region_table[i].group, S("m49")) &&
			str_eq(region_table[i].code, country_table[country].m49))
			return (int)i;
	return INT_MAX;
}

// What groups the action: a year, or a region's index; the group without a name is the last.
static int value_of(const struct portfolio_action *a, enum grouping grouping)
{
	if (grouping == GROUP_REGION)
		return region_of(a);
	return date_is_known(a->period.start) ? a->period.start.year : INT_MAX;
}

static struct str name_of(struct visit *v, int value, enum grouping grouping)
{
	if (grouping == GROUP_YEAR)
		return value == INT_MAX ? visit_text(v, _("No date printed"))
					: str_format(v->mem, "%d", value);
	return value == INT_MAX ? visit_text(v, _("Several countries"))
				: code_name(&v->portfolio->regions.code[value], v->lang->code);
}

struct place_in_group {
	int value;
	struct str name; // folded: regions stand in the order of their names
	size_t at, hit;
};

static int cmp_places(const void *a, const void *b)
{
	const struct place_in_group *x = a, *y = b;
	int order = str_cmp(x->name, y->name);

	if (x->value == y->value)
		return (x->at > y->at) - (x->at < y->at);
	if (order && x->value != INT_MAX && y->value != INT_MAX)
		return order;
	return x->value < y->value ? -1 : 1;
}

// Brings the hits into the order of their groups; inside a group the listing's order stays.
static struct place_in_group *order_hits(struct visit *v, struct listing *l, enum grouping grouping)
{
	struct place_in_group *place = NEW_ARRAY(v->mem, struct place_in_group, l->hits.n + 1);

	for (size_t i = 0; i < l->hits.n; i++) {
		int value = value_of(&v->portfolio->action[l->hits.p[i]], grouping);
		place[i] = (struct place_in_group){
			value, utf8_fold(v->mem, name_of(v, value, grouping)), i, l->hits.p[i]};
	}
	qsort(place, l->hits.n, sizeof *place, cmp_places);
	for (size_t i = 0; i < l->hits.n; i++)
		l->hits.p[i] = place[i].hit;
	return place;
}

// Low rows: more of them make a page than in the list of actions.
static void cut_page(struct listing *l)
{
	l->page_n = l->hits.n ? (l->hits.n + TIMELINE_PAGE - 1) / TIMELINE_PAGE : 1;
	l->from = (l->page - 1) * TIMELINE_PAGE;
	if (l->from > l->hits.n)
		l->from = l->hits.n;
	l->to = l->from + TIMELINE_PAGE < l->hits.n ? l->from + TIMELINE_PAGE : l->hits.n;
}

static size_t max_of(size_t a, size_t b)
{
	return a > b ? a : b;
}

static void fill_groups(struct visit *v, const struct listing *l, enum grouping grouping,
	const struct place_in_group *place, struct timeline_view *view)
{
	for (size_t i = 0, end; i < l->hits.n; i = end) {
		for (end = i + 1; end < l->hits.n && place[end].value == place[i].value;)
			end++;
		if (end <= l->from || i >= l->to)
			continue;
		VEC_ADD(v->mem, &view->groups,
			((struct timeline_group){
				.name = name_of(v, place[i].value, grouping),
				.n = (int64_t)(end - i),
				.from = max_of(i, l->from) - l->from,
				.to = (end < l->to ? end : l->to) - l->from,
			}));
	}
}

static void fill_ways(struct visit *v, const struct listing *l, enum grouping grouping,
	struct timeline_view *view)
{
	for (size_t i = 0; i < TIMELINE_WAYS; i++) {
		struct http_pair group = {S("group"), groupings[i].value};
		struct filter other = l->filter;
		other.page = 1;
		other.kept.p = &group;
		other.kept.n = i != GROUP_PLACE;
		view->way[i] = (struct timeline_way){visit_text(v, groupings[i].name),
			i == grouping ? STR_EMPTY : link_listing(v->mem, v->lang, l->path, &other)};
	}
}

static bool send_page(struct visit *v, struct listing *l, struct err *err)
{
	static const struct rows_look look = {.heading = 3, .is_dense = true};
	struct timeline_view view = {0};
	enum grouping grouping = read_grouping(v, l);

	if (grouping != GROUP_PLACE) {
		struct place_in_group *place = order_hits(v, l, grouping);
		cut_page(l);
		fill_groups(v, l, grouping, place, &view);
	} else {
		cut_page(l);
	}
	view.listing = listing_view_of(v, l);
	view.lead = visit_text(v, groupings[grouping].lead);
	fill_ways(v, l, grouping, &view);
	view.rows = rows_of(v, l->hits.n ? l->hits.p + l->from : NULL, l->to - l->from, look);
	v->page.title = visit_text(v, _("Timeline"));
	v->page.description = visit_text(v,
		_("All actions of the register on one axis, with every activity that has a date."));
	v->page.section = S("timeline");
	v->page.search = l->filter.q;
	v->page.is_unlisted = l->hits.n == 0;
	timeline_page(&v->t, &view);
	return visit_html(v, err);
}

bool timeline_show(struct visit *v, struct err *err)
{
	struct listing l;

	if (!listing_read(v, S("/timeline"), SORT_PLACE, &l, err))
		return false;
	if (l.format != VISIT_HTML)
		return listing_data(v, &l, err);
	return send_page(v, &l, err);
}
