// SPDX-License-Identifier: EUPL-1.2
// sheet_pending — rows of tables that wait to be accepted.
#include "store/sheet_pending.h"

#include <string.h>

#include "store/row.h"
#include "store/sheet_pending.sql.h"

enum { DAY_S = 24 * 60 * 60 };

static const struct field pending_table[] = {
	FIELD(sheet_pending, id),
	FIELD(sheet_pending, account_id),
	FIELD(sheet_pending, kind),
	FIELD(sheet_pending, what),
	FIELD(sheet_pending, why),
	FIELD(sheet_pending, head),
	FIELD(sheet_pending, columns),
	FIELD(sheet_pending, made_at),
};
static const struct fields pending_fields = FIELDS(sheet_pending, pending_table);

static const struct field row_table[] = {
	FIELD(sheet_pending_row, number),
	FIELD(sheet_pending_row, cells),
};
static const struct fields row_fields = FIELDS(sheet_pending_row, row_table);

static const struct field mapping_table[] = {
	FIELD(sheet_mapping, heading),
	FIELD(sheet_mapping, path),
};
static const struct fields mapping_fields = FIELDS(sheet_mapping, mapping_table);

bool sheet_pending_load(struct arena *mem, struct db *db, int64_t account_id, struct str kind,
	struct sheet_pending **ret_pending, struct err *err)
{
	struct sheet_pending_of_params params = {.account_id = account_id, .kind = kind};
	struct sheet_pending *pending = NEW(mem, struct sheet_pending);
	bool found;
	if (!row_one(mem, (struct row_query){db, &sheet_pending_of, &params}, &pending_fields,
		    pending, &found, err))
		return false;
	*ret_pending = found ? pending : NULL;
	return true;
}

bool sheet_pending_list(struct arena *mem, struct db *db, int64_t id,
	struct sheet_pending_rows *ret_rows, struct err *err)
{
	static const struct row_shape shape = {&row_fields, sizeof(struct sheet_pending_row)};
	struct sheet_pending_row_list_params params = {.pending_id = id};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &sheet_pending_row_list, &params}, &shape, &list,
		    err))
		return false;
	memcpy(ret_rows, &list, sizeof list);
	return true;
}

bool sheet_pending_count(struct db *db, int64_t id, int64_t *ret_n, struct err *err)
{
	struct sheet_pending_row_count_params params = {.pending_id = id};
	AUTO_CURSOR cursor = NULL;
	bool found;
	if (!db_query(db, &sheet_pending_row_count, &params, &cursor, err) ||
		!db_next(cursor, &found, err))
		return false;
	*ret_n = found ? db_int(cursor, 0) : 0;
	return true;
}

static bool drop(
	struct db *db, int64_t account_id, struct str kind, int64_t before, struct err *err)
{
	struct sheet_pending_row_clear_params rows = {
		.account_id = account_id, .kind = kind, .before = before};
	struct sheet_pending_delete_params all = {
		.account_id = account_id, .kind = kind, .before = before};
	return db_run(db, &sheet_pending_row_clear, &rows, NULL, NULL, err) &&
		db_run(db, &sheet_pending_delete, &all, NULL, NULL, err);
}

bool sheet_pending_drop(struct db *db, const struct sheet_pending *pending, struct err *err)
{
	return drop(db, pending->account_id, pending->kind, 0, err);
}

bool sheet_pending_save(struct db *db, struct sheet_pending *pending,
	const struct sheet_pending_rows *rows, struct err *err)
{
	struct sheet_pending_insert_params insert = {.account_id = pending->account_id,
		.kind = pending->kind,
		.what = pending->what,
		.why = pending->why,
		.head = pending->head,
		.columns = pending->columns,
		.made_at = pending->made_at};
	int64_t before = pending->made_at - (int64_t)SHEET_PENDING_DAYS * DAY_S;
	int64_t id;
	if (!drop(db, pending->account_id, pending->kind, before, err) ||
		!db_run(db, &sheet_pending_insert, &insert, NULL, &id, err))
		return false;
	for (size_t i = 0; i < rows->n; i++) {
		struct sheet_pending_row_insert_params row = {
			.pending_id = id, .number = rows->p[i].number, .cells = rows->p[i].cells};
		if (!db_run(db, &sheet_pending_row_insert, &row, NULL, NULL, err))
			return false;
	}
	pending->id = id;
	return true;
}

bool sheet_pending_set_columns(struct db *db, int64_t id, struct str columns, struct err *err)
{
	struct sheet_pending_map_params params = {.id = id, .columns = columns};
	return db_run(db, &sheet_pending_map, &params, NULL, NULL, err);
}

bool sheet_pending_row_done(struct db *db, int64_t id, int64_t number, struct err *err)
{
	struct sheet_pending_row_delete_params params = {.pending_id = id, .number = number};
	return db_run(db, &sheet_pending_row_delete, &params, NULL, NULL, err);
}

bool sheet_mapping_list(struct arena *mem, struct db *db, int64_t account_id, struct str kind,
	struct sheet_mappings *ret_mappings, struct err *err)
{
	static const struct row_shape shape = {&mapping_fields, sizeof(struct sheet_mapping)};
	struct sheet_mapping_of_params params = {.account_id = account_id, .kind = kind};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &sheet_mapping_of, &params}, &shape, &list, err))
		return false;
	memcpy(ret_mappings, &list, sizeof list);
	return true;
}

bool sheet_mapping_save(struct db *db, int64_t account_id, struct str kind,
	const struct sheet_mapping *mapping, struct err *err)
{
	struct sheet_mapping_delete_params old = {
		.account_id = account_id, .kind = kind, .heading = mapping->heading};
	struct sheet_mapping_insert_params new = {.account_id = account_id,
		.kind = kind,
		.heading = mapping->heading,
		.path = mapping->path};
	return db_run(db, &sheet_mapping_delete, &old, NULL, NULL, err) &&
		db_run(db, &sheet_mapping_insert, &new, NULL, NULL, err);
}
