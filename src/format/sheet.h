// SPDX-License-Identifier: EUPL-1.2
// sheet — a table of a spreadsheet as rows of texts, whatever file it came in, and its limits.
//
// What a cell is — number, date, yes or no — was told by its file and has become text: 12,
// 2014-03-02, true. A sheet is kept between two requests as one text (sheet_write).
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"

enum {
	SHEET_ROWS_MAX = 20 * 1000,
	SHEET_COLUMNS_MAX = 1000,
	SHEET_CELLS_MAX = 2 * 1000 * 1000, // with something in them
	SHEET_CELL_MAX = 256 * 1024,       // bytes of one
	SHEET_BYTES_MAX = 32 * 1024 * 1024 // of all texts
};

struct sheet_cells VEC_OF(struct str);
struct sheet_row {
	unsigned number; // in the file, from 1: rows that are empty are left out
	struct sheet_cells cell;
};
struct sheet_rows VEC_OF(struct sheet_row);
struct sheet {
	struct str name; // empty when its file has none
	bool is_hidden;
	struct sheet_rows row;
	size_t cell_n, bytes; // so far, against the limits
};
struct sheets VEC_OF(struct sheet);

// Puts the text at a column (from 0) of the row `number`, which is the last row or behind it. Line
// ends become \n, other controls are dropped, and an empty text takes no place. ERR_LIMIT when a
// limit is passed, ERR_INPUT when it is not UTF-8 or rows go backwards.
bool sheet_put(struct arena *mem, struct sheet *sheet, unsigned number, size_t column,
	struct str text, struct err *err) MUST_CHECK;

// The text at a column of the row, or the empty slice.
struct str sheet_cell(const struct sheet_row *row, size_t column);

// The sheets as one text, and the reverse. ERR_INPUT when it is none of ours.
struct str sheet_write(struct arena *mem, const struct sheets *sheets);
bool sheet_read(
	struct arena *mem, struct str text, struct sheets *ret_sheets, struct err *err) MUST_CHECK;

// One row of it: cells parted by tabs; a tab, line end or backslash in them is \t, \n or "\\".
struct str sheet_row_write(struct arena *mem, const struct sheet_row *row);
bool sheet_row_read(struct arena *mem, struct str text, struct sheet_cells *ret_cells) MUST_CHECK;
