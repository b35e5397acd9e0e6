// SPDX-License-Identifier: EUPL-1.2
// country_list — the countries by region with what they have in the register.
#pragma once

#include "web/bars.h"
#include "web/country_tally.h"
#include "web/listing.h"

struct country_group {
	struct str name, url; // of the region
	int64_t action_n;     // that have the role for a country of it
	struct bars bars;
};

struct country_way {
	struct str name, url;
	int64_t n;
	bool is_current;
};

struct country_list_view {
	struct listing_view listing;
	struct str unknown_role; // as asked for; empty: it is known
	enum country_role_kind role;
	VEC(struct country_way) ways; // by role
	VEC(struct country_group) groups;
	struct index_list hosts, participants, lenders;
	size_t served_n;
};
void country_list_page(struct tmpl *t, const struct country_list_view *v);

// The countries that have the role, as data.
bool country_list_data(struct visit *v, const struct country_tally *tally,
	enum country_role_kind role, enum visit_format format, struct err *err) MUST_CHECK;
