// SPDX-License-Identifier: EUPL-1.2
// selection — passes over the array of actions.
#include "web/selection.h"

#include <stdlib.h>

#include "format/date_text.h"
#include "model/code.h"
#include "model/country.h"
#include "web/links.h"

const struct bitset *selection_beneficiaries(const struct portfolio_action *action)
{
	return &action->beneficiary;
}

const struct bitset *selection_hosts(const struct portfolio_action *action)
{
	return &action->host;
}

const struct bitset *selection_participants(const struct portfolio_action *action)
{
	return &action->participant;
}

const struct bitset *selection_lenders(const struct portfolio_action *action)
{
	return &action->lender;
}

const struct bitset *selection_regions(const struct portfolio_action *action)
{
	return &action->regions;
}

const struct bitset *selection_theme_set(const struct portfolio_action *action)
{
	return &action->themes;
}

struct portfolio_hits selection_of(
	struct arena *mem, const struct portfolio *p, selection_set *set, int number)
{
	static const struct portfolio_filter everything;
	struct portfolio_hits all = portfolio_select(mem, p, &everything, SORT_PLACE);
	struct portfolio_hits hits = {0};

	for (int regional = 0; regional < 2; regional++)
		for (size_t i = 0; i < all.n; i++) {
			const struct portfolio_action *a = &p->action[all.p[i]];
			if (bitset_has(set(a), number) && (a->iso2.n == 0) == (regional == 1))
				VEC_ADD(mem, &hits, all.p[i]);
		}
	return hits;
}

int64_t selection_count(const struct portfolio *p, const struct portfolio_hits *hits,
	selection_set *set, int number)
{
	int64_t n = 0;

	for (size_t i = 0; i < hits->n; i++)
		n += bitset_has(set(&p->action[hits->p[i]]), number);
	return n;
}

size_t selection_national_n(const struct portfolio *p, const struct portfolio_hits *hits)
{
	size_t n = 0;

	for (size_t i = 0; i < hits->n; i++)
		n += p->action[hits->p[i]].iso2.n > 0;
	return n;
}

bool selection_data(struct visit *v, struct str path, const struct portfolio_hits *hits,
	bool *ret_done, struct err *err)
{
	struct listing l = {.path = path, .format = visit_format(v), .hits = *hits};
	int64_t page;

	if (l.format == VISIT_BAD_FORMAT)
		return err_set(err, ERR_INPUT, "this page is sent as html, json or csv");
	v->page.data = link_to(v->mem, v->lang, path);
	v->page.has_csv = true;
	*ret_done = l.format != VISIT_HTML;
	if (!*ret_done)
		return true;
	l.page_n = hits->n ? (hits->n + LISTING_PAGE - 1) / LISTING_PAGE : 1;
	l.page = str_int(visit_param(v, S("page")), &page) && page >= 1 && page < INT32_MAX
		? (size_t)page
		: 1;
	l.from = l.page <= l.page_n ? (l.page - 1) * LISTING_PAGE : hits->n;
	l.to = l.from + LISTING_PAGE < hits->n ? l.from + LISTING_PAGE : hits->n;
	return listing_data(v, &l, err);
}

struct str selection_years(const struct visit *v, const struct portfolio_hits *hits)
{
	int first = 0, last = 0;

	for (size_t i = 0; i < hits->n; i++) {
		const struct portfolio_action *a = &v->portfolio->action[hits->p[i]];
		if (!a->first_day)
			continue;
		int start = date_of_day(a->first_day).year, end = date_of_day(a->last_day).year;
		first = !first || start < first ? start : first;
		last = end > last ? end : last;
	}
	struct period years = {.start.year = first, .end.year = last};
	return date_text_period(v->mem, v->lang, years);
}

static int cmp_items(const void *a, const void *b)
{
	const struct index_item *x = a, *y = b;
	int order = (x->n < y->n) - (x->n > y->n);

	return order ? order : str_cmp(x->name, y->name);
}

static struct index_list sorted(struct index_list list)
{
	if (list.n > 1)
		qsort(list.p, list.n, sizeof *list.p, cmp_items);
	return list;
}

static void count(const struct portfolio *p, const struct portfolio_hits *hits, selection_set *set,
	int64_t ret_counts[static BITSET_MAX])
{
	for (int i = 0; i < BITSET_MAX; i++)
		ret_counts[i] = 0;
	for (size_t k = 0; k < hits->n; k++) {
		const struct bitset *s = set(&p->action[hits->p[k]]);
		for (int i = bitset_next(s, 0); i >= 0; i = bitset_next(s, i + 1))
			ret_counts[i]++;
	}
}

struct index_list selection_countries(
	struct visit *v, const struct portfolio_hits *hits, selection_set *set)
{
	int64_t counts[BITSET_MAX];
	struct index_list list = {0};

	count(v->portfolio, hits, set, counts);
	for (size_t i = 0; i < country_table_n && i < BITSET_MAX; i++)
		if (counts[i])
			VEC_ADD(v->mem, &list,
				((struct index_item){.name = country_name((int)i, v->lang->code),
					.url = link_country(v->mem, v->lang, country_table[i].iso2),
					.n = counts[i]}));
	return sorted(list);
}

struct index_list selection_themes(struct visit *v, const struct portfolio_hits *hits, int except)
{
	int64_t counts[BITSET_MAX];
	struct index_list list = {0};

	count(v->portfolio, hits, selection_theme_set, counts);
	for (size_t i = 0; i < theme_table_n; i++)
		if (counts[i] && (int)i != except)
			VEC_ADD(v->mem, &list,
				((struct index_item){
					.name = code_name(
						&v->portfolio->themes.code[i], v->lang->code),
					.url = link_theme(v->mem, v->lang, theme_table[i].slug),
					.n = counts[i]}));
	return sorted(list);
}
