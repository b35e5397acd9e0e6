// SPDX-License-Identifier: EUPL-1.2
// record_file — which records hold a file: whoever may see one of them may have it, nobody else.
#pragma once

#include "base/finding.h"
#include "db/db.h"
#include "model/record.h"

// A record that holds the file now, and the field in which it does.
struct file_holder {
	int64_t record_id;
	const struct kind *kind;
	const struct property *property, *rows; // rows: NULL outside of them
};
struct file_holders VEC_OF(struct file_holder);

bool record_file_holders(struct arena *mem, struct db *db, struct str digest,
	struct file_holders *ret_holders, struct err *err) MUST_CHECK;

// Everybody may have the file: a record that the public sees holds it in a public field.
bool record_file_is_public(struct arena *mem, struct db *db, struct str digest, int64_t now,
	bool *ret_public, struct err *err) MUST_CHECK;

// Adds a finding for every file of the record that is not kept here and that `before` did not have.
bool record_file_check(struct arena *mem, struct db *db, const struct record *before,
	const struct record *record, struct findings *findings, struct err *err) MUST_CHECK;
