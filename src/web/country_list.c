// SPDX-License-Identifier: EUPL-1.2
// country_list — countries with a role: beneficiaries by region, the other roles apart.
#include "web/country_list.h"

#include "model/code.h"
#include "model/country.h"
#include "web/data_list.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/selection.h"

static struct str role_words(const struct lang *lang, enum country_role_kind role)
{
	switch (role) {
	case COUNTRY_ANY:
		return lang_text(lang, _("all roles"));
	case COUNTRY_BENEFICIARY:
		return lang_text(lang, _("beneficiary"));
	case COUNTRY_HOST:
		return lang_text(lang, _("host"));
	case COUNTRY_PARTICIPANT:
		return lang_text(lang, _("participant"));
	case COUNTRY_LENDER:
		return lang_text(lang, _("lender"));
	case COUNTRY_ROLE_N:
		break;
	}
	return STR_EMPTY;
}

// The facility's region that a country belongs to; CODE_NONE for none.
static int facility_region(int country)
{
	for (size_t i = 0; i < region_member_table_n; i++) {
		const struct region_member *m = &region_member_table[i];
		if (str_eq(m->scheme, S("facility")) &&
			str_eq(m->iso2, country_table[country].iso2))
			return code_index(&code_regions, m->slug);
	}
	return CODE_NONE;
}

bool country_list_data(struct visit *v, const struct country_tally *tally,
	enum country_role_kind role, enum visit_format format, struct err *err)
{
	static const struct str columns[] = {S_INIT("id"), S_INIT("url"), S_INIT("name"),
		S_INIT("region"), S_INIT("beneficiary"), S_INIT("host"), S_INIT("participant"),
		S_INIT("lender"), S_INIT("activities"), S_INIT("outputs")};
	struct data_list list = {.mem = v->mem,
		.name = S("countries"),
		.column = columns,
		.column_n = sizeof columns / sizeof *columns};
	const int *order = country_tally_order(v->mem, v->lang->code);

	for (size_t i = 0; i < country_table_n; i++) {
		int country = order[i];
		const struct country_tally *t = &tally[country];
		struct str iso2 = country_table[country].iso2;
		if (role == COUNTRY_ROLE_N || !country_tally_count(t, role))
			continue;
		int region = facility_region(country);
		data_list_text(&list, iso2);
		data_list_text(&list, data_list_url(v, link_country(v->mem, v->lang, iso2)));
		data_list_text(&list, country_name(country, v->lang->code));
		data_list_text(&list, region == CODE_NONE ? STR_EMPTY : region_table[region].slug);
		for (int r = COUNTRY_BENEFICIARY; r < COUNTRY_ROLE_N; r++)
			data_list_number(&list, country_tally_count(t, (enum country_role_kind)r));
		data_list_number(&list, t->activities);
		data_list_number(&list, t->outputs);
	}
	return data_list_send(v, &list, format, err);
}

static struct bars bars_for(const struct visit *v, enum country_role_kind role)
{
	struct bars bars = {.mem = v->mem,
		.lang = v->lang,
		.head = visit_text(v, _("Country")),
		.number_head = {visit_text(v, _("Actions")), visit_text(v, _("Activities")),
			visit_text(v, _("Outputs"))},
		.number_n = role == COUNTRY_BENEFICIARY ? 3 : 1};

	return bars;
}

static const struct bitset *set_of(const struct portfolio_action *a, enum country_role_kind role)
{
	switch (role) {
	case COUNTRY_HOST:
		return &a->host;
	case COUNTRY_PARTICIPANT:
		return &a->participant;
	case COUNTRY_LENDER:
		return &a->lender;
	case COUNTRY_ANY:
	case COUNTRY_BENEFICIARY:
	case COUNTRY_ROLE_N:
		break;
	}
	return &a->beneficiary;
}

static int64_t count_actions(const struct visit *v, const struct portfolio_hits *hits,
	const struct bitset *countries, enum country_role_kind role)
{
	int64_t n = 0;

	for (size_t i = 0; i < hits->n; i++)
		n += bitset_meets(set_of(&v->portfolio->action[hits->p[i]], role), countries);
	return n;
}

// One group for each region of the facility that has a country in the role.
static void fill_groups(struct visit *v, struct country_list_view *view,
	const struct portfolio_hits *hits, const struct country_tally *tally)
{
	enum country_role_kind role = view->role == COUNTRY_ANY ? COUNTRY_BENEFICIARY : view->role;
	const int *order = country_tally_order(v->mem, v->lang->code);
	int64_t highest = 0;

	for (size_t r = 0; r < region_table_n; r++) {
		if (!str_eq(region_table[r].group, S("facility")))
			continue;
		struct bitset members = code_region_countries((int)r);
		struct country_group group = {
			.name = code_name(&v->portfolio->regions.code[r], v->lang->code),
			.url = link_region(v->mem, v->lang, region_table[r].slug),
			.bars = bars_for(v, role)};
		for (size_t i = 0; i < country_table_n; i++) {
			const struct country_tally *t = &tally[order[i]];
			int64_t n = country_tally_count(t, role);
			if (!n || !bitset_has(&members, order[i]))
				continue;
			bars_add(&group.bars,
				(struct bars_row){.name = country_name(order[i], v->lang->code),
					.url = link_country(
						v->mem, v->lang, country_table[order[i]].iso2),
					.number = {n, t->activities, t->outputs}});
		}
		if (!group.bars.rows.n)
			continue;
		// Of those served, as many as the region's page holds: regional actions too.
		group.action_n = role == COUNTRY_BENEFICIARY
			? selection_count(v->portfolio, hits, selection_regions, (int)r)
			: count_actions(v, hits, &members, role);
		highest = bars_highest(&group.bars) > highest ? bars_highest(&group.bars) : highest;
		VEC_ADD(v->mem, &view->groups, group);
	}
	for (size_t i = 0; i < view->groups.n; i++)
		bars_draw(&view->groups.p[i].bars, highest);
}

static struct index_list index_of(
	struct visit *v, const struct country_tally *tally, enum country_role_kind role)
{
	const int *order = country_tally_order(v->mem, v->lang->code);
	struct index_list list = {0};

	for (size_t i = 0; i < country_table_n; i++) {
		int64_t n = country_tally_count(&tally[order[i]], role);
		if (n)
			VEC_ADD(v->mem, &list,
				((struct index_item){.name = country_name(order[i], v->lang->code),
					.url = link_country(
						v->mem, v->lang, country_table[order[i]].iso2),
					.n = n}));
	}
	return list;
}

static int64_t count_countries(const struct country_tally *tally, enum country_role_kind role)
{
	int64_t n = 0;

	for (size_t i = 0; i < country_table_n; i++)
		n += country_tally_count(&tally[i], role) > 0;
	return n;
}

// The address of this list with a role, other criteria kept.
static struct str address_of(struct visit *v, const struct listing *l, enum country_role_kind role)
{
	struct str base = link_listing(v->mem, v->lang, l->path, &l->filter);
	char joint = str_find_char(base, '?', 0) == STR_NONE ? '?' : '&';

	if (role == COUNTRY_ANY)
		return base;
	return str_format(v->mem, "%" PRIstr "%crole=%" PRIstr, STR(base), joint,
		STR(country_tally_role_name(role)));
}

static void fill_ways(struct visit *v, struct country_list_view *view, const struct listing *l,
	const struct country_tally *tally)
{
	for (int r = COUNTRY_ANY; r < COUNTRY_ROLE_N; r++) {
		enum country_role_kind role = (enum country_role_kind)r;
		VEC_ADD(v->mem, &view->ways,
			((struct country_way){.name = role_words(v->lang, role),
				.url = address_of(v, l, role),
				.n = count_countries(tally, role),
				.is_current = role == view->role}));
	}
}

bool country_list(struct visit *v, struct err *err)
{
	struct country_list_view view = {.role = country_tally_role(visit_param(v, S("role")))};
	struct listing l;

	if (!listing_read(v, S("/countries"), SORT_PLACE, &l, err))
		return false;
	const struct country_tally *tally = country_tally_of(v->mem, v->portfolio, &l.hits);
	if (l.format != VISIT_HTML)
		return country_list_data(v, tally, view.role, l.format, err);
	if (view.role != COUNTRY_ROLE_N)
		v->page.data = address_of(v, &l, view.role);
	view.listing = listing_view_of(v, &l);
	view.served_n = (size_t)count_countries(tally, COUNTRY_BENEFICIARY);
	view.unknown_role = view.role == COUNTRY_ROLE_N ? visit_param(v, S("role")) : STR_EMPTY;
	fill_ways(v, &view, &l, tally);
	if (view.role != COUNTRY_ROLE_N)
		fill_groups(v, &view, &l.hits, tally);
	if (view.role == COUNTRY_ANY) {
		view.hosts = index_of(v, tally, COUNTRY_HOST);
		view.participants = index_of(v, tally, COUNTRY_PARTICIPANT);
		view.lenders = index_of(v, tally, COUNTRY_LENDER);
	}
	v->page.title = visit_text(v, _("Countries"));
	v->page.description = visit_text(v,
		_("Countries that asked for and received assistance, "
		  "hosted a part of it, or lent their experts."));
	v->page.section = S("countries");
	country_list_page(&v->t, &view);
	return visit_html(v, err);
}
