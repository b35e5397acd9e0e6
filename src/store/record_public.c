// SPDX-License-Identifier: EUPL-1.2
// record_public — the published versions of records.
#include "store/record_public.h"

#include "store/record_public.sql.h"
#include "store/row.h"

struct public_row {
	int64_t id, version, changed_at;
	struct str kind, state, document;
};
static const struct field public_table[] = {
	FIELD(public_row, id),
	FIELD(public_row, version),
	FIELD(public_row, changed_at),
	FIELD(public_row, kind),
	FIELD(public_row, state),
	FIELD(public_row, document),
};
static const struct fields public_fields = FIELDS(public_row, public_table);
static const struct row_shape public_shape = {&public_fields, sizeof(struct public_row)};

// NULL in *ret_record when the version is in a state that the public does not see.
static bool record_of(struct arena *mem, const struct public_row *row, struct record **ret_record,
	struct err *err)
{
	const struct kind *kind = kind_named(row->kind);
	struct record *record = NEW(mem, struct record);
	struct str lost;

	if (!kind || !record_read(mem, kind, row->document, record, &lost))
		return err_set(err, ERR_DB, "the published version of record %lld is damaged",
			(long long)row->id);
	record->state = kind_state(kind, row->state);
	record->id = row->id;
	record->version = record->public_version = row->version;
	record->changed_at = row->changed_at;
	bool is_shown = record->state >= 0 && kind->state[record->state].is_public;
	*ret_record = is_shown ? record : NULL;
	return true;
}

bool record_public_load(struct arena *mem, struct db *db, int64_t id, int64_t now,
	struct record **ret_record, struct err *err)
{
	struct record_public_by_id_params params = {.id = id, .now = now};
	struct public_row row;
	bool found = false;

	if (!row_one(mem, (struct row_query){db, &record_public_by_id, &params}, &public_fields,
		    &row, &found, err))
		return false;
	if (found)
		return record_of(mem, &row, ret_record, err);
	*ret_record = NULL;
	return true;
}

bool record_public_list(struct arena *mem, struct db *db, const struct kind *kind, int64_t now,
	struct records_public *ret_records, struct err *err)
{
	struct record_public_of_kind_params params = {.kind = kind->name, .now = now};
	struct records_public records = {0};
	struct row_list list;

	if (!row_many(mem, (struct row_query){db, &record_public_of_kind, &params}, &public_shape,
		    &list, err))
		return false;
	const struct public_row *row = (const struct public_row *)(void *)list.p;
	for (size_t i = 0; i < list.n; i++) {
		struct record *record = NULL;
		if (!record_of(mem, &row[i], &record, err))
			return false;
		if (record)
			VEC_ADD(mem, &records, record);
	}
	*ret_records = records;
	return true;
}
