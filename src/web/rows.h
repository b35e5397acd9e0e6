// SPDX-License-Identifier: EUPL-1.2
// rows — actions as rows, each with its strip, on one axis: the list itself is the chart.
//
// Used by every page that lists actions. A page has one axis, so a page with several groups loads
// all its rows at once and shows them slice by slice.
#pragma once

#include "web/parts.h"

// One row, ready to be written.
struct row {
	struct str place, place_url, ordinal; // no address: the place is no country
	bool title_is_foreign;                // a printed title in a page of another language
	bool place_is_foreign;
	struct str title, url;
	struct str date;
	int64_t activity_n, undated_n, output_n;
	struct safe_html strip;
};

struct rows_look {
	int heading;   // level of the titles: 2 under the page's h1, 3 inside a section
	bool is_dense; // low rows without places: the place stands in the title
};

struct rows {
	struct safe_html *row;
	size_t n;
	struct rows_look look;
	struct safe_html years;
	struct legend legend;
};

// Draws these actions (indexes in the portfolio) with their strips on one axis, or takes them from
// the shelf, and gives the axis to the page around them (v->page.grid).
struct rows rows_of(struct visit *v, const size_t *index, size_t n, struct rows_look look);

void rows_item(struct tmpl *t, const struct row *row, struct rows_look look);

// The years as one item, for a list of groups that has them at its head: there they stay in sight.
void rows_years(struct tmpl *t, const struct rows *rows);
// All rows under the years of the axis; rows from `from` up to `to` under them; the years alone;
// rows without them.
void rows_list(struct tmpl *t, const struct rows *rows);
void rows_slice(struct tmpl *t, const struct rows *rows, size_t from, size_t to);
void rows_axis(struct tmpl *t, const struct rows *rows);
void rows_bare(struct tmpl *t, const struct rows *rows, size_t from, size_t to);
