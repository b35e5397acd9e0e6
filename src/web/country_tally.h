// SPDX-License-Identifier: EUPL-1.2
// country_tally — how many actions each country has in each role: what maps and tables of countries
// show.
#pragma once

#include "model/portfolio.h"

struct country_tally {
	int64_t served, host, participant, lender; // actions
	int64_t activities, outputs;               // of the actions that served it
};

// One for each country of country_table, over these actions (NULL: all).
struct country_tally *country_tally_of(
	struct arena *mem, const struct portfolio *p, const struct portfolio_hits *hits);

// A role a country can have; COUNTRY_ANY asks for any of them.
enum country_role_kind {
	COUNTRY_ANY,
	COUNTRY_BENEFICIARY,
	COUNTRY_HOST,
	COUNTRY_PARTICIPANT,
	COUNTRY_LENDER,
	COUNTRY_ROLE_N,
};

// The role as it stands in addresses and data: "beneficiary"; and the role of such a word,
// COUNTRY_ROLE_N when it is none (the empty word is COUNTRY_ANY).
struct str country_tally_role_name(enum country_role_kind role);
enum country_role_kind country_tally_role(struct str name);

// In how many actions the country has the role.
int64_t country_tally_count(const struct country_tally *tally, enum country_role_kind role);

// All countries (indexes in country_table) in the order of their names in that language.
int *country_tally_order(struct arena *mem, struct str lang);
