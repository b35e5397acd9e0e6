// SPDX-License-Identifier: EUPL-1.2
// db_schema — what db/migrate.c needs of the engine and nobody else may use: schema text, type words.
#pragma once

#include "db/db.h"

// Runs the statements of a schema step, inside the open transaction.
bool db_schema_run(struct db *db, struct str sql, struct err *err) MUST_CHECK;

bool db_schema_has_table(
	struct db *db, struct str table, bool *ret_has, struct err *err) MUST_CHECK;

// The engine's word for a column type of ours (ID, INT, TEXT, REAL, BLOB); empty for other words.
struct str db_schema_type(struct str word);

// What stands behind the closing parenthesis of a CREATE TABLE.
extern const struct str db_schema_suffix;
