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
	return false;
}

// Whether a facet that is asked for has one of the values chosen.
static bool facet_fits(const struct portfolio_action *a, const struct portfolio_filter *f,
	enum portfolio_facet facet)
{
	switch (facet) {
	case FACET_COUNTRY:
		return bitset_meets(&a->beneficiary, &f->countries);
	case FACET_EXPERT:
		return bitset_meets(&a->lender, &f->experts);
	case FACET_REGION:
		return bitset_meets(&a->regions, &f->regions);
	case FACET_THEME:
		return bitset_meets(&a->themes, &f->themes);
	case FACET_TYPE:
		return bitset_meets(&a->types, &f->types);
	case FACET_STATUS:
		return (a->status & f->statuses) != 0;
	case FACET_KIND:
		return (a->kind & f->kinds) != 0;
	case FACET_HAS:
		return (a->has & f->has) != 0;
	case FACET_YEAR:
		return year_fits(a, f);
	case FACET_NONE:
	case FACET_END:
		break;
	}
	return true;
}

static bool is_asked(const struct portfolio_filter *f, enum portfolio_facet facet)
{
	switch (facet) {
	case FACET_COUNTRY:
		return !bitset_is_empty(&f->countries);
	case FACET_EXPERT:
		return !bitset_is_empty(&f->experts);
	case FACET_REGION:
		return !bitset_is_empty(&f->regions);
	case FACET_THEME:
		return !bitset_is_empty(&f->themes);
	case FACET_TYPE:
		return !bitset_is_empty(&f->types);
	case FACET_STATUS:
		return f->statuses != 0;
	case FACET_KIND:
		return f->kinds != 0;
	case FACET_HAS:
		return f->has != 0;
	case FACET_YEAR:
		return f->year_n != 0;
	case FACET_NONE:
	case FACET_END:
		break;
	}
	return false;
}

// The facets that a pass over all actions has to look at: most filters ask for one or none.
struct questions {
	enum portfolio_facet facet[FACET_END];
	size_t n;
};

static struct questions questions_of(const struct portfolio_filter *f, enum portfolio_facet except)
{
	struct questions q = {.n = 0};

	for (enum portfolio_facet facet = FACET_NONE + 1; facet < FACET_END; facet++)
		if (facet != except && is_asked(f, facet))
			q.facet[q.n++] = facet;
	return q;
}

static bool passes(const struct portfolio_action *a, const struct portfolio_filter *f,
	const struct questions *q)
{
	if (f->found_rank && !f->found_rank[a->index])
		return false;
	for (size_t i = 0; i < q->n; i++)
		if (!facet_fits(a, f, q->facet[i]))
			return false;
	return true;
}

bool portfolio_passes(const struct portfolio_action *a, const struct portfolio_filter *f,
	enum portfolio_facet except)
{
	struct questions q = questions_of(f, except);

	return passes(a, f, &q);
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
	struct questions q = questions_of(filter, FACET_NONE);

	for (size_t i = 0; i < p->n; i++)
		if (passes(&p->action[i], filter, &q))
			VEC_ADD(mem, &hits, i);
	if (hits.n > 1)
		qsort_r(hits.p, hits.n, sizeof *hits.p, cmp_actions, &ordering);
	return hits;
}

static void count_set(const struct bitset *set, int64_t *counts)
{
	for (int word = 0; word < BITSET_MAX / 64; word++)
		for (uint64_t left = set->word[word]; left; left &= left - 1)
			counts[word * 64 + __builtin_ctzll(left)]++;
}

static void count_bits(unsigned bits, int64_t *counts)
{
	for (; bits; bits &= bits - 1)
		counts[__builtin_ctz(bits)]++;
}

static void count_years(
	const struct portfolio *p, const struct portfolio_action *a, int64_t *counts)
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
	struct questions q = questions_of(filter, facet);

	for (size_t i = 0; i < FACET_VALUES_MAX; i++)
		ret_counts[i] = 0;
	for (size_t i = 0; i < p->n; i++)
		if (passes(&p->action[i], filter, &q))
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

const uint32_t *portfolio_found(
	struct arena *mem, const struct portfolio *p, const int64_t *id, size_t n)
{
	uint32_t *rank = NEW_ARRAY(mem, uint32_t, p->n + 1);

	for (size_t i = 0; i < n; i++) {
		const struct portfolio_action *a = portfolio_find(p, id[i]);
		if (a)
			rank[a->index] = (uint32_t)i + 1;
	}
	return rank;
}
