// SPDX-License-Identifier: EUPL-1.2
// sheet_judge — what a row of a table would do to its record: the diff that a person sees before anything is saved.
//
// A cell changes its value only when it says something else than the export wrote for the version
// that the row was made from: so nothing is changed by what a spreadsheet did to the look of a cell.
// A column that is not there changes nothing; an empty cell takes its value away.
#pragma once

#include "format/sheet.h"
#include "work/desk/sheet_cell.h"

enum sheet_outcome {
	SHEET_SAME,     // nothing to save
	SHEET_NEW,      // a new record
	SHEET_CHANGED,  // a new version
	SHEET_CONFLICT, // the same, of a record that somebody changed since the row was made
	SHEET_WRONG,    // cannot be saved
};

// In the column `move`: the step that is none of a kind's own.
#define SHEET_PUBLISH S("publish")
#define SHEET_PUBLISH_LABEL N_("Publish")

struct sheet_verdict {
	enum sheet_outcome outcome;
	struct record *now;      // NULL: a new record
	struct record after;     // what would be saved
	const struct move *move; // that would be made, or NULL
	bool publishes;          // the public would see it as it then is
	struct changes change;   // from now to after
	struct changes
		both; // that somebody else changed too: theirs in `before`, the row's in `after`
	struct findings wrong; // what must be mended; `rule` is the path of the column
	int64_t seen;          // the version that the row was made from, where there is a newer one
	uint64_t mark;         // of all this: it differs when something else would be saved
};

// What is the same for all rows of a table.
struct sheet_table {
	const struct sheet_columns *columns;
	bool has_why; // a reason goes with it, for steps that ask for one
};

bool sheet_judge(struct sheet_words *w, const struct sheet_table *table,
	const struct sheet_cells *cells, struct sheet_verdict *ret_verdict,
	struct err *err) MUST_CHECK;
