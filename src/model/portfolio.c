// SPDX-License-Identifier: EUPL-1.2
// portfolio — filters, facets and orders over the array of actions.
#include "model/portfolio.h"

#include <stdlib.h>

static bool ran_in(const struct portfolio_action *a, int year)
{
	struct date whole = {.year = year};

	return a->first_day != 0 && a->first_day <= date_last_day(whole) &&
	       a->last_day >= date_first_day(whole);
}

static bool year_fits(const struct portfolio_action *a, const struct portfolio_filter *f)
{
	for (size_t i = 0; i < f->year_n; i++)
		if (ran_in(a, f->year[i]))
			return true;
	return f->year_n == 0;
}

static bool fits(const struct bitset *have, const struct bitset *wanted)
{
	return bitset_is_empty(wanted) || bitset_meets(have, wanted);
}

static bool bits_fit(unsigned have, unsigned wanted)
{
	return !wanted || (have & wanted);
}

static bool facet_fits(const struct portfolio_action *a, const struct portfolio_filter *f,
	enum portfolio_facet facet)
{
	switch (facet) {
	case FACET_COUNTRY:
		return fits(&a->beneficiary, &f->countries);
	case FACET_EXPERT:
		return fits(&a->lender, &f->experts);
	case FACET_REGION:
		return fits(&a->regions, &f->regions);
	case FACET_THEME:
		return fits(&a->themes, &f->themes);
	case FACET_TYPE:
		return fits(&a->types, &f->types);
	case FACET_STATUS:
		return bits_fit(a->status, f->statuses);
	case FACET_KIND:
		return bits_fit(a->kind, f->kinds);
	case FACET_HAS:
		return bits_fit(a->has, f->has);
	case FACET_YEAR:
		return year_fits(a, f);
	case FACET_NONE:
	case FACET_END:
		break;
	}
	return true;
}

bool portfolio_passes(const struct portfolio_action *a, const struct portfolio_filter *f,
	enum portfolio_facet except)
{
	if (f->found_rank && !f->found_rank[a->index])
		return false;
	for (enum portfolio_facet facet = FACET_NONE + 1; facet < FACET_END; facet++)
		if (facet != except && !facet_fits(a, f, facet))
			return false;
	return true;
}

int portfolio_cmp_place(const struct portfolio_action *a, const struct portfolio_action *b)
{
	int order = str_cmp(a->sort_place, b->sort_place);

	if (!order)
		order = (a->phase > b->phase) - (a->phase < b->phase);
	return order ? order : (a->id > b->id) - (a->id < b->id);
}

struct ordering {
	const struct portfolio *p;
	const struct portfolio_filter *filter;
	enum portfolio_sort sort;
};

// The number that sorts first when smaller; 0 where the order is by text.
static int64_t sort_number(const struct portfolio_action *a, const struct ordering *o)
{
	switch (o->sort) {
	case SORT_START:
		return a->first_day ? -(int64_t)a->first_day : INT64_MAX;
	case SORT_END:
		if (a->period.open)
			return INT64_MIN;
		return a->last_day ? -(int64_t)a->last_day : INT64_MAX;
	case SORT_CHANGED:
		return -a->changed_at;
	case SORT_FOUND:
		return o->filter->found_rank ? o->filter->found_rank[a->index] : 0;
	case SORT_PLACE:
	case SORT_TITLE:
		return 0;
	}
	return 0;
}

static int cmp_actions(const void *x, const void *y, void *context)
{
	const struct ordering *o = context;
	const struct portfolio_action *a = &o->p->action[*(const size_t *)x];
	const struct portfolio_action *b = &o->p->action[*(const size_t *)y];
	int64_t na = sort_number(a, o), nb = sort_number(b, o);
	int order = (na > nb) - (na < nb);

	if (!order && o->sort == SORT_TITLE)
		order = str_cmp(a->title, b->title);
	return order ? order : portfolio_cmp_place(a, b);
}

struct portfolio_hits portfolio_select(struct arena *mem, const struct portfolio *p,
	const struct portfolio_filter *filter, enum portfolio_sort sort)
{
	struct portfolio_hits hits = {0};
	struct ordering ordering = {p, filter, sort};

	for (size_t i = 0; i < p->n; i++)
		if (portfolio_passes(&p->action[i], filter, FACET_NONE))
			VEC_ADD(mem, &hits, i);
	if (hits.n > 1)
		qsort_r(hits.p, hits.n, sizeof *hits.p, cmp_actions, &ordering);
	return hits;
}

static void count_set(const struct bitset *set, int64_t *counts)
{
	for (int i = bitset_next(set, 0); i >= 0; i = bitset_next(set, i + 1))
		counts[i]++;
}

static void count_bits(unsigned bits, int64_t *counts)
{
	for (; bits; bits &= bits - 1)
		counts[__builtin_ctz(bits)]++;
}

static void count_years(const struct portfolio *p, const struct portfolio_action *a,
	int64_t *counts)
{
	if (!a->first_day)
		return;
	int last = date_of_day(a->last_day).year;
	for (int year = date_of_day(a->first_day).year; year <= last; year++)
		if (year >= p->year_first && year - p->year_first < FACET_VALUES_MAX)
			counts[year - p->year_first]++;
}

static void count_action(const struct portfolio *p, const struct portfolio_action *a,
	enum portfolio_facet facet, int64_t *counts)
{
	switch (facet) {
	case FACET_COUNTRY:
		count_set(&a->beneficiary, counts);
		break;
	case FACET_EXPERT:
		count_set(&a->lender, counts);
		break;
	case FACET_REGION:
		count_set(&a->regions, counts);
		break;
	case FACET_THEME:
		count_set(&a->themes, counts);
		break;
	case FACET_TYPE:
		count_set(&a->types, counts);
		break;
	case FACET_STATUS:
		count_bits(a->status, counts);
		break;
	case FACET_KIND:
		count_bits(a->kind, counts);
		break;
	case FACET_HAS:
		count_bits(a->has, counts);
		break;
	case FACET_YEAR:
		count_years(p, a, counts);
		break;
	case FACET_NONE:
	case FACET_END:
		break;
	}
}

void portfolio_facet_counts(const struct portfolio *p, const struct portfolio_filter *filter,
	enum portfolio_facet facet, int64_t ret_counts[static FACET_VALUES_MAX])
{
	for (size_t i = 0; i < FACET_VALUES_MAX; i++)
		ret_counts[i] = 0;
	for (size_t i = 0; i < p->n; i++)
		if (portfolio_passes(&p->action[i], filter, facet))
			count_action(p, &p->action[i], facet, ret_counts);
}

const struct portfolio_action *portfolio_find(const struct portfolio *p, int64_t id)
{
	size_t low = 0, high = p->n;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (p->action[middle].id == id)
			return &p->action[middle];
		if (p->action[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const uint32_t *portfolio_found(struct arena *mem, const struct portfolio *p, const int64_t *id,
	size_t n)
{
	uint32_t *rank = NEW_ARRAY(mem, uint32_t, p->n + 1);

	for (size_t i = 0; i < n; i++) {
		const struct portfolio_action *a = portfolio_find(p, id[i]);
		if (a)
			rank[a->index] = (uint32_t)i + 1;
	}
	return rank;
}
