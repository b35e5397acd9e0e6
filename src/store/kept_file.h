// SPDX-License-Identifier: EUPL-1.2
// kept_file — files that were brought to the desk: their bytes beside the database, a row for each.
//
// The bytes of the file with the digest abcdef... lie in DATABASE-files/ab/abcdef..., outside
// everything that is served as it is, and have neither name nor extension there. They are written
// beside their place, synced and renamed before the row is committed: whatever happens, a row has
// its bytes. Bytes without a row are what an upload left that was cut off. The same bytes twice
// are one file.
#pragma once

#include "base/file.h"
#include "base/finding.h"
#include "db/db.h"

enum { KEPT_FILE_STEP = 8 }; // of the schema that made the table: older databases have none

struct kept_file {
	int64_t id, size, account_id, at;
	struct str digest, type, name;
};
struct kept_files VEC_OF(struct kept_file);

// The folder of a database's files, and the place of one in it.
struct str kept_file_folder(struct arena *mem, struct str url);
struct str kept_file_path(struct arena *mem, struct str folder, struct str digest);

// Puts the bytes in their place, the folders too; what lies there already is written anew.
bool kept_file_put(struct arena *mem, struct str folder, struct str digest, struct str bytes,
	struct err *err) MUST_CHECK;

// Writes the row, within the open transaction; nothing when there is one of that digest already.
bool kept_file_add(
	struct arena *mem, struct db *db, const struct kept_file *file, struct err *err) MUST_CHECK;

// NULL when no file of that digest is kept.
bool kept_file_find(struct arena *mem, struct db *db, struct str digest,
	struct kept_file **ret_file, struct err *err) MUST_CHECK;

// Copies every file that the database has a row of from one folder to another, each synced. ERR_IO
// when one is missing or is not what was brought.
bool kept_file_copy_all(struct arena *mem, struct db *db, struct str from, struct str to,
	int64_t *ret_n, struct err *err) MUST_CHECK;

// Adds a finding for each file that is missing, for each whose bytes are not what they were, and
// for what lies in the folder since before `before` without a row.
bool kept_file_examine(struct arena *mem, struct db *db, struct str folder, int64_t before,
	struct findings *findings, struct err *err) MUST_CHECK;
