// SPDX-License-Identifier: EUPL-1.2
// sheet_cell — a value as a person reads it in a cell, and what a person wrote there as a value.
//
// Codes and countries are read by their names in any language and by their slugs, links by their
// numbers ("12", "12 · Togo") or by a name that only one record has, numbers in any digits, yes and
// no in any language. What is written is read back as the same value.
#pragma once

#include "db/db.h"
#include "work/desk/sheet_column.h"

// Characters of a text that a workbook's cell takes.
enum { SHEET_SHORT_MAX = 32000 };

// What is looked up once for a whole table.
struct sheet_words {
	struct arena *mem; // what is kept for the whole table
	struct arena *
		row; // what answers and verdicts live in; the same unless rows are judged by thousands
	struct db *db;
	const struct sheet_scope *scope;
	struct map name_of;  // number of a record to its words
	struct map value_of; // list and cell to what was found for it
	VEC(struct sheet_targets *) target;
};
struct sheet_words sheet_words_new(
	struct arena *mem, struct db *db, const struct sheet_scope *scope);

// "Workshop", "Benin", "12 · Togo"; other types stay as they are.
bool sheet_words_write(struct sheet_words *w, const struct property *property, struct str value,
	struct str *ret_words, struct err *err) MUST_CHECK;

// The words as they are written into a workbook: what its cells cannot hold is told by its length.
struct str sheet_short(struct arena *mem, struct str words);

// The reverse, without saying whether it is a good value (record_check does). *ret_wrong is a
// sentence, marked for translation, when it names nothing that is there; else empty.
bool sheet_words_read(struct sheet_words *w, const struct property *property, struct str cell,
	struct str *ret_value, struct str *ret_wrong, struct err *err) MUST_CHECK;
