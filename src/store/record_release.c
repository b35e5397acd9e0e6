// SPDX-License-Identifier: EUPL-1.2
// record_release — versions of records that become public at a moment to come.

#include "store/record_release.h"

#include <string.h>

#include "store/record_release.sql.h"
#include "store/row.h"

static const struct field release_table[] = {
	FIELD(record_release, record_id),
	FIELD(record_release, version),
	FIELD(record_release, due_at),
};
static const struct fields release_fields = FIELDS(record_release, release_table);

bool record_release_save(struct db *db, const struct record_release *release, struct err *err)
{
	struct record_release_delete_params before = {.record_id = release->record_id};
	struct record_release_insert_params params = {.record_id = release->record_id,
		.version = release->version,
		.due_at = release->due_at};
	return db_run(db, &record_release_delete, &before, NULL, NULL, err) &&
		db_run(db, &record_release_insert, &params, NULL, NULL, err);
}

bool record_release_drop(struct db *db, int64_t record_id, struct err *err)
{
	struct record_release_delete_params params = {.record_id = record_id};
	return db_run(db, &record_release_delete, &params, NULL, NULL, err);
}

bool record_release_load(struct arena *mem, struct db *db, int64_t record_id,
	struct record_release *ret_release, struct err *err)
{
	struct record_release_of_params params = {.record_id = record_id};
	struct record_release release = {0};
	bool found;
	if (!row_one(mem, (struct row_query){db, &record_release_of, &params}, &release_fields,
		    &release, &found, err))
		return false;
	*ret_release = release;
	return true;
}

bool record_release_list(struct arena *mem, struct db *db, int64_t now,
	struct record_releases *ret_releases, struct err *err)
{
	static const struct row_shape shape = {&release_fields, sizeof(struct record_release)};
	struct record_release_due_params params = {.now = now};
	struct row_list list;
	if (!row_many(
		    mem, (struct row_query){db, &record_release_due, &params}, &shape, &list, err))
		return false;
	memcpy(ret_releases, &list, sizeof list);
	return true;
}

bool record_release_next(struct db *db, int64_t *ret_due_at, struct err *err)
{
	SCRATCH(tmp);
	struct record_release release = {0};
	bool found;
	if (!row_one(tmp, (struct row_query){db, &record_release_next_due, NULL}, &release_fields,
		    &release, &found, err))
		return false;
	*ret_due_at = release.due_at;
	return true;
}
