// SPDX-License-Identifier: EUPL-1.2
// record_origin — which part of which action of the portal a record is.

#include "store/record_origin.h"

#include <string.h>

#include "store/record_origin.sql.h"
#include "store/row.h"

static const struct field origin_table[] = {
	FIELD(record_origin, record_id),
	FIELD(record_origin, action_id),
	FIELD(record_origin, part),
	FIELD(record_origin, number),
};
static const struct fields origin_fields = FIELDS(record_origin, origin_table);

bool record_origin_save(struct db *db, const struct record_origin *origin, struct err *err)
{
	struct record_origin_update_params update = {
		.record_id = origin->record_id, .number = origin->number};
	struct record_origin_insert_params insert = {.record_id = origin->record_id,
		.action_id = origin->action_id,
		.part = origin->part,
		.number = origin->number};
	int64_t changed;
	if (!db_run(db, &record_origin_update, &update, &changed, NULL, err))
		return false;
	return changed || db_run(db, &record_origin_insert, &insert, NULL, NULL, err);
}

bool record_origin_load(struct arena *mem, struct db *db, int64_t record_id,
	struct record_origin *ret_origin, struct err *err)
{
	struct record_origin_of_params params = {.record_id = record_id};
	struct record_origin origin = {.part = STR_EMPTY};
	bool found;
	if (!row_one(mem, (struct row_query){db, &record_origin_of, &params}, &origin_fields,
		    &origin, &found, err))
		return false;
	*ret_origin = origin;
	return true;
}

bool record_origin_list(struct arena *mem, struct db *db, int64_t action_id,
	struct record_origins *ret_origins, struct err *err)
{
	static const struct row_shape shape = {&origin_fields, sizeof(struct record_origin)};
	struct record_origin_all_params params = {.action_id = action_id};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &record_origin_all, &params}, &shape, &list, err))
		return false;
	memcpy(ret_origins, &list, sizeof list);
	return true;
}

bool record_origin_doubted(
	struct arena *mem, struct db *db, struct record_ids *ret_ids, struct err *err)
{
	struct record_ids ids = {0};
	AUTO_CURSOR cursor = NULL;
	bool more = true;
	if (!db_query(db, &record_origin_doubted_rows, NULL, &cursor, err))
		return false;
	while (more) {
		if (!db_next(cursor, &more, err))
			return false;
		if (more)
			VEC_ADD(mem, &ids, db_int(cursor, 0));
	}
	*ret_ids = ids;
	return true;
}

bool record_origin_waiting(struct db *db, int64_t *ret_n, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool found;
	if (!db_query(db, &record_origin_waiting_count, NULL, &cursor, err) ||
		!db_next(cursor, &found, err))
		return false;
	*ret_n = found ? db_int(cursor, 0) : 0;
	return true;
}
