// SPDX-License-Identifier: EUPL-1.2
// filter — the query of a listing: read from the address, written back into it, told in words.
//
// The same parameters on every listing (CONTRACTS.md, "Addresses"): country, region, theme, type,
// year, status, expert, each repeatable, and q, sort, page. Beside those, for the rows behind the
// figures: kind (country, regional, regional-organisation, region) and has (held, planned, outputs,
// experts, participants, host). Unknown parameters are ignored; an
// unknown value of a known one lets nothing pass and is told to the visitor.
#pragma once

#include "base/vec.h"
#include "model/portfolio.h"
#include "net/http.h"

struct filter_choice {
	enum portfolio_facet facet;
	struct str name;  // of the parameter
	struct str value; // as in the address
	bool is_known;
};

struct filter {
	VEC(struct filter_choice) choices;
	struct str q;
	struct str sort;            // as in the address; empty: the listing's own order
	int64_t page;               // from 1
	VEC(struct http_pair) kept; // what else the page itself understands (filter_keep)
	struct portfolio_filter passes;
	bool is_impossible; // a value is unknown: nothing passes
};

// The name of a facet's parameter, and the facet of a parameter (FACET_NONE when it is none).
struct str filter_name(enum portfolio_facet facet);

// Reads the parameters of a request. Words (q) are searched for by filter_select.
struct filter filter_read(struct arena *mem, const struct http_request *request);

// Makes a parameter that only this page understands part of every query of the filter; answers its
// value. An empty or absent one is not kept.
struct str filter_keep(struct arena *mem, struct filter *filter, const struct http_request *request,
	struct str name);

// The query string with one choice added (or left out when it is already there), page reset.
struct str filter_query_toggled(struct arena *mem, const struct filter *filter,
	enum portfolio_facet facet, struct str value);
// The query string as it is, with another page; without a leading "?"; may be empty.
struct str filter_query(struct arena *mem, const struct filter *filter, int64_t page);
