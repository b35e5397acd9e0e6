// SPDX-License-Identifier: EUPL-1.2
// xlsx_write — a workbook (ECMA-376), row after row, in little memory, over libxlsxwriter.
//
//     struct xlsx *x = xlsx_new(mem, &err);
//     struct xlsx_sheet *sheet = xlsx_sheet(x, S("Actions"), XLSX_RTL);
//     xlsx_head(sheet, 0, S("Title"), 30);
//     xlsx_text(sheet, 1, 0, S("=1+1"));      // a text, which nothing ever evaluates
//     bool done = xlsx_finish(x, &bytes, err);
//
// Sticky, like base/out.h: ask once, with xlsx_finish. Rows of one sheet are written in order. Texts
// have the number format of a text, so that a spreadsheet does not run them when they are edited.
#pragma once

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/str.h"

// Characters in a cell: what every spreadsheet takes. Longer ones fail.
enum { XLSX_TEXT_MAX = 32000, XLSX_NAME_MAX = 31 };

enum { XLSX_RTL = 1, XLSX_HIDDEN = 2 };

struct xlsx;
struct xlsx_sheet;

// ERR_IO when there is no room for it. It belongs to the caller until xlsx_finish.
bool xlsx_new(struct arena *mem, struct xlsx **ret_xlsx, struct err *err) MUST_CHECK;

// Signs that a sheet's name may not have become blanks, and it is cut; names must differ.
struct xlsx_sheet *xlsx_sheet(struct xlsx *x, struct str name, unsigned flags);

// The head of a column and its width in characters; the first row stays in sight.
void xlsx_head(struct xlsx_sheet *s, unsigned column, struct str text, unsigned width);
// Empty texts and dates of which nothing is known are left out; a date that is not exact to the day
// is a text.
void xlsx_text(struct xlsx_sheet *s, unsigned row, unsigned column, struct str text);
void xlsx_number(struct xlsx_sheet *s, unsigned row, unsigned column, int64_t value);
void xlsx_date(struct xlsx_sheet *s, unsigned row, unsigned column, struct date date);
void xlsx_flag(struct xlsx_sheet *s, unsigned row, unsigned column, bool value);

// Offers the texts of rows 0 to n - 1 of a column of another sheet, for a column from row 1 on.
// What is not among them can be written too: the import says what is wrong with it.
struct xlsx_choice {
	struct str sheet; // its name: letters alone
	unsigned column, n;
};
void xlsx_choose(struct xlsx_sheet *s, unsigned column, struct xlsx_choice choice);

// Gives back everything and answers the file; ERR_IO or ERR_LIMIT when something failed.
bool xlsx_finish(struct xlsx *x, struct str *ret_bytes, struct err *err) MUST_CHECK;
