// SPDX-License-Identifier: EUPL-1.2
// listing — what every list of actions shares: filter, order, pages, and the list as data.
//
//     struct listing l;
//     if (!listing_read(v, S("/actions"), SORT_PLACE, &l, err))
//             return false;
//     if (l.format != VISIT_HTML)
//             return listing_data(v, &l, err);
//     struct listing_view view = listing_view_of(v, &l);
//
// The page's own template then calls listing_form, listing_chips, listing_count, listing_nothing
// and listing_pages where it wants them.
#pragma once

#include "web/facet.h"
#include "web/parts.h"
#include "web/visit.h"

enum { LISTING_PAGE = 50, LISTING_FOUND_MAX = 10000 };

struct listing {
	struct str path; // behind the language: "/actions"
	struct filter filter;
	enum visit_format format;
	enum portfolio_sort sort;
	struct portfolio_hits hits; // all of them, in order; indexes in the portfolio
	size_t page, page_n;        // from 1; page_n is at least 1
	size_t from, to;            // the hits of this page
};

// Reads the request and selects; words are searched for in the database. Sets what the layout
// needs to know of the listing (data, has_csv). ERR_INPUT when the format is none we know.
bool listing_read(struct visit *v, struct str path, enum portfolio_sort usual,
	struct listing *ret_listing, struct err *err) MUST_CHECK;

// Answers as JSON (this page) or CSV (all rows of the selection).
bool listing_data(struct visit *v, const struct listing *l, struct err *err) MUST_CHECK;

struct listing_field {
	struct str name, title, any; // any: words of the choice that adds nothing
	struct facet_options options;
};
struct listing_chip {
	struct str words, url; // of the list without it
};
struct listing_order {
	struct str value, name;
	bool is_chosen;
};
// How many actions there would be without the values of one criterion.
struct listing_way {
	struct str words, url;
	int64_t n;
};

struct listing_view {
	struct str action; // of the form
	struct str q;
	struct listing_field *field;
	size_t field_n, first_n; // the first ones are always seen
	bool is_more_open;
	const struct filter *filter;
	struct listing_order *order;
	size_t order_n;
	VEC(struct listing_chip) chips;
	struct str clear; // the list without any criterion
	size_t hit_n, all_n;
	struct str json, csv;
	VEC(struct str) unknown; // sentences about values nobody knows
	VEC(struct listing_way) ways;
	bool is_beyond; // a page behind the last one was asked for
	struct page_links pages;
};
struct listing_view listing_view_of(struct visit *v, const struct listing *l);

// The form; the criteria in use; "2 of 36 actions" with the data formats; what stands in place of
// an empty list; numbers of the pages.
void listing_form(struct tmpl *t, const struct listing_view *v);
void listing_chips(struct tmpl *t, const struct listing_view *v);
void listing_count(struct tmpl *t, const struct listing_view *v);
void listing_nothing(struct tmpl *t, const struct listing_view *v);
void listing_pages(struct tmpl *t, const struct listing_view *v);
