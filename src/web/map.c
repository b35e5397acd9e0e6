// SPDX-License-Identifier: EUPL-1.2
// map — where actions were, and who hosted, took part and lent.
#include "web/map.h"

#include "model/code.h"
#include "model/country.h"
#include "web/country_list.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/selection.h"

static void add_row(
	struct visit *v, struct bars *bars, int country, const struct country_tally *tally)
{
	struct str iso2 = country_table[country].iso2;

	bars_add(bars,
		(struct bars_row){.name = country_name(country, v->lang->code),
			.url = link_country(v->mem, v->lang, iso2),
			.number = {tally->served, tally->host, tally->participant, tally->lender}});
}

// Countries served first, then those with other roles only.
static struct bars table_of(struct visit *v, const struct country_tally *tally)
{
	const int *order = country_tally_order(v->mem, v->lang->code);
	struct bars bars = {.mem = v->mem,
		.lang = v->lang,
		.head = visit_text(v, _("Country")),
		.number_head = {visit_text(v, _("Actions")), visit_text(v, _("Hosted")),
			visit_text(v, _("Took part")), visit_text(v, _("Lent experts"))},
		.number_n = 4};

	for (size_t i = 0; i < country_table_n; i++) {
		const struct country_tally *t = &tally[order[i]];
		if (t->served)
			add_row(v, &bars, order[i], t);
	}
	for (size_t i = 0; i < country_table_n; i++) {
		const struct country_tally *t = &tally[order[i]];
		if (!t->served && (t->host || t->participant || t->lender))
			add_row(v, &bars, order[i], t);
	}
	bars_draw(&bars, 0);
	return bars;
}

// The facility's regions that hold an action: ways to larger maps.
static struct index_list regions_of(struct visit *v, const struct portfolio_hits *hits)
{
	struct index_list list = {0};

	for (size_t r = 0; r < region_table_n; r++) {
		if (!str_eq(region_table[r].group, S("facility")))
			continue;
		int64_t n = selection_count(v->portfolio, hits, selection_regions, (int)r);
		if (n)
			VEC_ADD(v->mem, &list,
				((struct index_item){
					.name = code_name(
						&v->portfolio->regions.code[r], v->lang->code),
					.url = link_region(v->mem, v->lang, region_table[r].slug),
					.n = n}));
	}
	return list;
}

// Maps of one theme each.
static struct index_list theme_maps(struct visit *v, const struct portfolio_hits *hits)
{
	struct index_list list = selection_themes(v, hits, CODE_NONE);

	for (size_t i = 0; i < list.n; i++) {
		struct str theme = link_theme(v->mem, v->lang, STR_EMPTY);
		struct str slug = str_from(list.p[i].url, theme.n);
		list.p[i].url = link_to(
			v->mem, v->lang, str_format(v->mem, "/map?theme=%" PRIstr, STR(slug)));
	}
	return list;
}

bool map_show(struct visit *v, struct err *err)
{
	struct world_map_view map = {.extent = WORLD_MAP_WHOLE};
	struct map_show_view view = {0};
	struct listing l;

	if (!listing_read(v, S("/map"), SORT_PLACE, &l, err))
		return false;
	const struct country_tally *tally = country_tally_of(v->mem, v->portfolio, &l.hits);
	if (l.format != VISIT_HTML)
		return country_list_data(v, tally, COUNTRY_ANY, l.format, err);
	map.hits = &l.hits;
	view.listing = listing_view_of(v, &l);
	view.map = world_map_figure_of(v->mem, v->lang, v->portfolio, &map, S("h-tab"));
	view.table = table_of(v, tally);
	view.regions = regions_of(v, &l.hits);
	if (!view.listing.chips.n)
		view.themes = theme_maps(v, &l.hits);
	v->page.title = visit_text(v, _("Map"));
	v->page.description = visit_text(v,
		_("Countries served, by number of actions, with those that hosted, took part and "
		  "lent experts."));
	v->page.section = S("map");
	v->page.has_map = true;
	map_show_page(&v->t, &view);
	return visit_html(v, err);
}
