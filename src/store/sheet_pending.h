// SPDX-License-Identifier: EUPL-1.2
// sheet_pending — keeps a table between the moment somebody brings it to a list and the moment it is accepted.
//
// One for each account and kind of record, so a line that drops loses nothing; the next one takes
// its place. Rows go one by one, in the transaction that saves their record. What is older than
// SHEET_PENDING_DAYS is forgotten whenever another is brought.
#pragma once

#include "db/db.h"
#include "base/vec.h"

enum { SHEET_PENDING_DAYS = 7, SHEET_HEADING_MAX = 500 };

struct sheet_pending {
	int64_t id, account_id;
	struct str kind;    // its name
	struct str what;    // of the versions that it makes (store/record.h record_edit)
	struct str why;     // the same: the file's name, or a reason
	struct str head;    // the headings, as a row (format/sheet.h); empty when columns are known
	struct str columns; // the path that each column stands for, parted by tabs; empty: none
	int64_t made_at;
};
struct sheet_pending_row {
	int64_t number;   // in the file
	struct str cells; // a row (format/sheet.h)
};
struct sheet_pending_rows VEC_OF(struct sheet_pending_row);

// The account's, or NULL.
bool sheet_pending_load(struct arena *mem, struct db *db, int64_t account_id, struct str kind,
	struct sheet_pending **ret_pending, struct err *err) MUST_CHECK;
bool sheet_pending_list(struct arena *mem, struct db *db, int64_t id,
	struct sheet_pending_rows *ret_rows, struct err *err) MUST_CHECK;
bool sheet_pending_count(struct db *db, int64_t id, int64_t *ret_n, struct err *err) MUST_CHECK;

// All within the caller's transaction. Keeps it in place of the one that there was; sets its id.
bool sheet_pending_save(struct db *db, struct sheet_pending *pending,
	const struct sheet_pending_rows *rows, struct err *err) MUST_CHECK;
bool sheet_pending_set_columns(
	struct db *db, int64_t id, struct str columns, struct err *err) MUST_CHECK;
bool sheet_pending_row_done(struct db *db, int64_t id, int64_t number, struct err *err) MUST_CHECK;
bool sheet_pending_drop(
	struct db *db, const struct sheet_pending *pending, struct err *err) MUST_CHECK;

// What headings stood for the last time this account brought a table of the kind.
struct sheet_mapping {
	struct str heading, path; // path: empty when the column was left out
};
struct sheet_mappings VEC_OF(struct sheet_mapping);
bool sheet_mapping_list(struct arena *mem, struct db *db, int64_t account_id, struct str kind,
	struct sheet_mappings *ret_mappings, struct err *err) MUST_CHECK;
bool sheet_mapping_save(struct db *db, int64_t account_id, struct str kind,
	const struct sheet_mapping *mapping, struct err *err) MUST_CHECK;
