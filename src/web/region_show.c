// SPDX-License-Identifier: EUPL-1.2
// region_show — one region of any scheme.
#include "web/region_show.h"

#include "model/code.h"
#include "model/country.h"
#include "model/kind_list.h"
#include "web/country_tally.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/portal.h"
#include "web/selection.h"

// The region's countries by name; with actions in it, or without.
static struct index_list countries_of(
	struct visit *v, int region, const struct country_tally *tally, bool served)
{
	struct bitset members = code_region_countries(region);
	const int *order = country_tally_order(v->mem, v->lang->code);
	struct index_list list = {0};

	for (size_t i = 0; i < country_table_n; i++) {
		int country = order[i];
		if (!bitset_has(&members, country) || (tally[country].served > 0) != served)
			continue;
		VEC_ADD(v->mem, &list,
			((struct index_item){.name = country_name(country, v->lang->code),
				.url = link_country(v->mem, v->lang, country_table[country].iso2),
				.n = tally[country].served}));
	}
	return list;
}

static void fill(struct visit *v, struct region_show_view *view, int region,
	const struct portfolio_hits *hits)
{
	struct world_map_view map = {.extent = WORLD_MAP_REGION, .region = region};
	const struct country_tally *tally = country_tally_of(v->mem, v->portfolio, NULL);
	const struct code *code = &v->portfolio->regions.code[region];

	view->name = code_name(code, v->lang->code);
	view->about = words_of(
		v->mem, v->lang, portal_term(v->portfolio, &kind_region, code->slug), S("text"));
	view->list_url = link_to(v->mem, v->lang, S("/regions"));
	view->years = selection_years(v, hits);
	view->national_n = selection_national_n(v->portfolio, hits);
	view->regional_n = hits->n - view->national_n;
	view->map = world_map_figure_of(v->mem, v->lang, v->portfolio, &map, S("h-tab"));
	view->countries = countries_of(v, region, tally, true);
	view->without = countries_of(v, region, tally, false);
	view->country_n = view->countries.n;
	view->themes = selection_themes(v, hits, CODE_NONE);
	if (hits->n > LISTING_PAGE)
		view->all_url = link_to(v->mem, v->lang,
			str_format(v->mem, "/actions?region=%" PRIstr, STR(code->slug)));
}

bool region_show(struct visit *v, struct err *err)
{
	static const struct rows_look look = {.heading = 3};
	struct region_show_view view = {.all_url = STR_EMPTY};
	int region = code_index(&code_regions, v->arg[0]);
	bool is_done;

	if (region == CODE_NONE)
		return visit_not_found(v, err);
	struct portfolio_hits hits = selection_of(v->mem, v->portfolio, selection_regions, region);
	struct str path = str_join(v->mem, S("/regions/"), region_table[region].slug);
	if (!selection_data(v, path, &hits, &is_done, err))
		return false;
	if (is_done)
		return true;
	fill(v, &view, region, &hits);
	size_t row_n = hits.n < LISTING_PAGE ? hits.n : LISTING_PAGE;
	view.rows = rows_of(v, hits.p, row_n, look);
	view.national_row_n = view.national_n < row_n ? view.national_n : row_n;
	v->page.title = view.name;
	v->page.section = S("regions");
	v->page.has_map = true;
	v->page.is_unlisted = hits.n == 0;
	region_show_page(&v->t, &view);
	return visit_html(v, err);
}
