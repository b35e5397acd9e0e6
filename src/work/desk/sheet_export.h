// SPDX-License-Identifier: EUPL-1.2
// sheet_export — records as a table that can be changed and brought back (work/desk/sheet_judge.h).
//
// CSV has the paths as its headings and values as they are kept. A workbook has labels and names in
// the person's language, numbers and days as such, lists to choose from, and two hidden sheets:
// `columns`, which path each heading stands for, and `lists`.
#pragma once

#include "work/desk/sheet_cell.h"

struct sheet_records {
	const struct record *record;
	size_t n;
};
bool sheet_export_csv(struct sheet_words *w, const struct sheet_records *records,
	struct str *ret_bytes, struct err *err) MUST_CHECK;
bool sheet_export_xlsx(struct sheet_words *w, const struct sheet_records *records,
	struct str *ret_bytes, struct err *err) MUST_CHECK;

// The name of the hidden sheet of a workbook whose rows are `heading TAB path`.
#define SHEET_COLUMNS S("columns")
