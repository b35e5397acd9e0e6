// SPDX-License-Identifier: EUPL-1.2
// region_list — three schemes, one table each; outside the facility's own only regions in use.
#include "web/region_list.h"

#include "model/code.h"
#include "web/data_list.h"
#include "web/links.h"
#include "web/pages.h"

struct region_count {
	int64_t actions, countries, members;
};

static struct region_count count_region(
	const struct portfolio *p, const struct portfolio_hits *hits, int region)
{
	struct region_count count = {0};
	struct bitset members = code_region_countries(region), served = {0};

	for (size_t i = 0; i < hits->n; i++) {
		const struct portfolio_action *a = &p->action[hits->p[i]];
		if (!bitset_has(&a->regions, region))
			continue;
		count.actions++;
		bitset_join(&served, &a->beneficiary);
	}
	count.members = bitset_count(&members);
	for (int i = bitset_next(&members, 0); i >= 0; i = bitset_next(&members, i + 1))
		count.countries += bitset_has(&served, i);
	return count;
}

// Continents are too coarse for a list, and the facility's regions stand in for them.
static bool is_listed(const struct code *region, const struct region_count *count)
{
	if (str_eq(region->group, S("facility")))
		return true;
	return count->actions > 0 && !str_starts(region->slug, S("m49-"));
}

static bool send_data(struct visit *v, const struct listing *l, struct err *err)
{
	static const struct str columns[] = {S_INIT("id"), S_INIT("url"), S_INIT("name"),
		S_INIT("scheme"), S_INIT("actions"), S_INIT("countries"), S_INIT("members")};
	struct data_list list = {.mem = v->mem,
		.name = S("regions"),
		.column = columns,
		.column_n = sizeof columns / sizeof *columns};

	for (size_t i = 0; i < region_table_n; i++) {
		const struct code *region = &v->portfolio->regions.code[i];
		struct region_count count = count_region(v->portfolio, &l->hits, (int)i);
		if (!is_listed(region, &count))
			continue;
		data_list_text(&list, region->slug);
		data_list_text(&list, data_list_url(v, link_region(v->mem, v->lang, region->slug)));
		data_list_text(&list, code_name(region, v->lang->code));
		data_list_text(&list, region->group);
		data_list_number(&list, count.actions);
		data_list_number(&list, count.countries);
		data_list_number(&list, count.members);
	}
	return data_list_send(v, &list, l->format, err);
}

static struct bars bars_of(struct visit *v, const struct listing *l, struct str scheme)
{
	struct bars bars = {.mem = v->mem,
		.lang = v->lang,
		.head = visit_text(v, _("Region")),
		.number_head = {visit_text(v, _("Actions")), visit_text(v, _("Countries served"))},
		.number_n = 2};

	for (size_t i = 0; i < region_table_n; i++) {
		const struct code *region = &v->portfolio->regions.code[i];
		if (!str_eq(region->group, scheme))
			continue;
		struct region_count count = count_region(v->portfolio, &l->hits, (int)i);
		if (!is_listed(region, &count))
			continue;
		bars_add(&bars,
			(struct bars_row){.name = code_name(region, v->lang->code),
				.url = count.actions ? link_region(v->mem, v->lang, region->slug)
						     : STR_EMPTY,
				.number = {count.actions, count.countries}});
	}
	bars_draw(&bars, 0);
	return bars;
}

bool region_list(struct visit *v, struct err *err)
{
	struct region_list_view view;
	struct listing l;

	if (!listing_read(v, S("/regions"), SORT_PLACE, &l, err))
		return false;
	if (l.format != VISIT_HTML)
		return send_data(v, &l, err);
	view.listing = listing_view_of(v, &l);
	view.facility = bars_of(v, &l, S("facility"));
	view.groups = bars_of(v, &l, S("group"));
	view.m49 = bars_of(v, &l, S("m49"));
	v->page.title = visit_text(v, _("Regions"));
	v->page.description = visit_text(
		v, _("The regions of the facility and the groups of countries it worked with."));
	v->page.section = S("regions");
	region_list_page(&v->t, &view);
	return visit_html(v, err);
}
