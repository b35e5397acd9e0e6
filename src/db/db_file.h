// SPDX-License-Identifier: EUPL-1.2
// db_file — the database as a file among files: finding, making, naming and syncing it.
//
// Names are terminated here, since the engine and the system want them so. db_file_name and the
// other makers of names answer memory of malloc, to be freed.
#pragma once

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

// The file behind a url. A relative name gets "./", so that no name is special to the engine.
char *db_file_name(struct str url);

// The name with a suffix: NAME-lock, NAME-wal.
char *db_file_beside(const char *name, const char *suffix);

// The name as a URI that tells SQLite that nobody can change the file.
char *db_file_fixed_uri(const char *name);

// ERR_IO unless it is a regular file; made when missing and `may_make`.
bool db_file_find(const char *name, bool may_make, struct err *err) MUST_CHECK;

// A write-ahead log with something in it lies beside the file.
bool db_file_has_log(const char *name);
// Nobody may make files beside it: the folder, or the file system, is read-only for us.
bool db_file_is_fixed(const char *name);

// Waits until the file's bytes, or the folder's entry for it, would survive a power cut.
bool db_file_sync(const char *name, struct err *err) MUST_CHECK;
void db_file_sync_folder(const char *name);
