// SPDX-License-Identifier: EUPL-1.2
// row — rows and records, carried by the field table: a column goes to the member of its name.
#pragma once

#include "base/field.h"
#include "db/db.h"

// A statement to run with its parameters (NULL when it has none).
struct row_query {
	struct db *db;
	const struct db_statement *statement;
	const void *params;
};

// Reads the first row into *ret_record; *ret_found is false, and the record untouched, when there
// is none. Texts are copied into `mem`. A column without a member is ERR_DB: it is a mistake in
// the program, found by the test that runs every statement.
bool row_one(struct arena *mem, struct row_query query, const struct fields *fields,
	void *ret_record, bool *ret_found, struct err *err) MUST_CHECK;

// What a row becomes: the fields of the record and its size in bytes.
struct row_shape {
	const struct fields *fields;
	size_t size;
};

// Records one after the other; the same members as a VEC_OF, so that one can be copied to another.
struct row_list {
	char *p;
	size_t n;
	size_t room;
};

// Reads all rows.
bool row_many(struct arena *mem, struct row_query query, const struct row_shape *shape,
	struct row_list *ret_list, struct err *err) MUST_CHECK;

// Fills every parameter that has the name of a field from the record; the others stay as they are.
void row_bind(struct arena *mem, const struct db_statement *statement, const struct fields *fields,
	const void *record, void *params);
