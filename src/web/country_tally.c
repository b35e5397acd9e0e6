// SPDX-License-Identifier: EUPL-1.2
// country_tally — one pass over the actions.
#include "web/country_tally.h"

#include <stdlib.h>

#include "model/country.h"

static void add_served(struct country_tally *tally, const struct portfolio_action *a)
{
	const struct bitset *set = &a->beneficiary;

	for (int i = bitset_next(set, 0); i >= 0; i = bitset_next(set, i + 1)) {
		tally[i].served++;
		tally[i].activities += a->activity_n;
		tally[i].outputs += a->output_n;
	}
}

static void add_others(struct country_tally *tally, const struct portfolio_action *a)
{
	for (int i = bitset_next(&a->host, 0); i >= 0; i = bitset_next(&a->host, i + 1))
		tally[i].host++;
	for (int i = bitset_next(&a->lender, 0); i >= 0; i = bitset_next(&a->lender, i + 1))
		tally[i].lender++;
	for (int i = bitset_next(&a->participant, 0); i >= 0;
		i = bitset_next(&a->participant, i + 1))
		tally[i].participant++;
}

struct country_tally *country_tally_of(
	struct arena *mem, const struct portfolio *p, const struct portfolio_hits *hits)
{
	// Sets hold numbers up to BITSET_MAX, whatever the table has.
	size_t n = country_table_n > BITSET_MAX ? country_table_n : BITSET_MAX;
	struct country_tally *tally = NEW_ARRAY(mem, struct country_tally, n);

	for (size_t i = 0; i < (hits ? hits->n : p->n); i++) {
		const struct portfolio_action *a = &p->action[hits ? hits->p[i] : i];
		add_served(tally, a);
		add_others(tally, a);
	}
	return tally;
}

static const struct str role_names[] = {
	[COUNTRY_ANY] = S_INIT(""),
	[COUNTRY_BENEFICIARY] = S_INIT("beneficiary"),
	[COUNTRY_HOST] = S_INIT("host"),
	[COUNTRY_PARTICIPANT] = S_INIT("participant"),
	[COUNTRY_LENDER] = S_INIT("lender"),
};

struct str country_tally_role_name(enum country_role_kind role)
{
	return role_names[role];
}

enum country_role_kind country_tally_role(struct str name)
{
	int role = COUNTRY_ANY;

	while (role < COUNTRY_ROLE_N && !str_eq(role_names[role], name))
		role++;
	return (enum country_role_kind)role;
}

int64_t country_tally_count(const struct country_tally *tally, enum country_role_kind role)
{
	switch (role) {
	case COUNTRY_BENEFICIARY:
		return tally->served;
	case COUNTRY_HOST:
		return tally->host;
	case COUNTRY_PARTICIPANT:
		return tally->participant;
	case COUNTRY_LENDER:
		return tally->lender;
	case COUNTRY_ANY:
	case COUNTRY_ROLE_N:
		break;
	}
	return tally->served + tally->host + tally->participant + tally->lender;
}

struct place_in_order {
	int country, rank;
};

static int cmp_ranks(const void *a, const void *b)
{
	const struct place_in_order *x = a, *y = b;

	return (x->rank > y->rank) - (x->rank < y->rank);
}

int *country_tally_order(struct arena *mem, struct str lang)
{
	struct place_in_order *places = NEW_ARRAY(mem, struct place_in_order, country_table_n);
	int *order = NEW_ARRAY(mem, int, country_table_n);

	for (size_t i = 0; i < country_table_n; i++)
		places[i] = (struct place_in_order){(int)i, country_rank((int)i, lang)};
	qsort(places, country_table_n, sizeof *places, cmp_ranks);
	for (size_t i = 0; i < country_table_n; i++)
		order[i] = places[i].country;
	return order;
}
