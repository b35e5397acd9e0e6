// SPDX-License-Identifier: EUPL-1.2
// row_shelf — rows of actions as finished HTML, kept as long as the portfolio that they show.
//
// A row is the same on every page that shows it in the same language, in the same look and on the
// same axis: one sheet each, with a place for every action, filled as rows are asked for. What a
// filter or an order chooses is then put together from rows that are drawn already. A new version
// of the portfolio comes with an empty shelf.
#pragma once

#include "format/escape.h"
#include "format/lang.h"

struct row_shelf;
struct row_sheet;

// A shelf in `mem` for so many actions that holds at most `max` bytes; 0: it keeps nothing.
struct row_shelf *row_shelf_new(struct arena *mem, size_t action_n, size_t max);

// What makes rows differ.
struct row_kind {
	const struct lang *lang;
	int heading;
	bool is_dense;
	int year_first, year_last; // of the axis
};

// The sheet of that kind; NULL when the shelf has no room for another.
struct row_sheet *row_shelf_sheet(struct row_shelf *shelf, struct row_kind kind);

// The row of the action with that index in the portfolio; empty when it is not kept.
struct safe_html row_sheet_find(const struct row_sheet *sheet, size_t index);

// Keeps a copy while there is room.
void row_sheet_keep(struct row_sheet *sheet, size_t index, struct safe_html row);
