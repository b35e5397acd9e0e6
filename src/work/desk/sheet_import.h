// SPDX-License-Identifier: EUPL-1.2
// sheet_import — a table brought to a list: taken in, looked at, accepted row by row.
//
//     sheet_take          the table's columns are guessed, and it waits (store/sheet_pending.h)
//     sheet_preview       what each of its rows would do; changes nothing
//     sheet_accept        saves the rows whose diff somebody has seen
//
// A change of many records at once is such a table too, made here and not by a spreadsheet, so it is
// looked at and accepted in the same way.
#pragma once

#include "store/sheet_pending.h"
#include "work/desk/sheet_judge.h"

// What a version says that came from a file: not `import`, which is what a page's renewal may write over.
#define SHEET_WHAT S("sheet")

// A table as it waits: what sheet_pending wants to know of it, and its rows.
struct sheet_taken {
	struct str head, columns;
	struct sheet_pending_rows row;
	size_t column_n, known; // columns that have a heading, and those of them that have a path
};
// Chooses the sheet to read (the first one in sight that has rows), takes its first row as the headings
// and guesses a path for each: told by the workbook itself, remembered from last time, or known as a
// path or a label. ERR_INPUT when there is no row besides the headings.
bool sheet_take(struct arena *mem, const struct sheet_scope *scope, const struct sheets *sheets,
	const struct sheet_mappings *remembered, struct sheet_taken *ret_taken,
	struct err *err) MUST_CHECK;

// The columns of a waiting table. A path that stands twice, or that the person does not see, is left out.
struct sheet_columns sheet_pending_columns(
	struct arena *mem, const struct sheet_scope *scope, const struct sheet_pending *pending);

// A row that somebody ticked, with the mark of what was seen.
struct sheet_tick {
	int64_t number;
	uint64_t mark;
};
struct sheet_ticks VEC_OF(struct sheet_tick);

struct sheet_preview_row {
	int64_t number;
	struct sheet_verdict verdict;
};
struct sheet_preview {
	size_t count[SHEET_WRONG + 1];     // of rows by outcome
	VEC(struct sheet_preview_row) row; // the asked-for part of those that are not the same
	size_t total;                      // of those
	struct sheet_ticks good;           // all that are new or changed
	uint64_t mark;                     // of all of them, as they would be saved
};
// `from` and `most`: which part is answered.
bool sheet_preview(struct sheet_words *w, const struct sheet_pending *pending,
	const struct sheet_pending_rows *rows, size_t from, size_t most,
	struct sheet_preview *ret_preview, struct err *err) MUST_CHECK;

// Who accepts, and when.
struct sheet_by {
	int64_t account_id, at;
};
// Saves each of them as a version in transactions of a few rows, `w->db` being a writing connection. A row that
// would do something else by now than its mark says stays. A row that was saved waits no longer.
bool sheet_accept(struct sheet_words *w, const struct sheet_pending *pending,
	const struct sheet_ticks *ticks, const struct sheet_by *by, size_t *ret_saved,
	struct err *err) MUST_CHECK;
