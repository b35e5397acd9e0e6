// SPDX-License-Identifier: EUPL-1.2
// fact — keeps what pages told of records, and what people decided about it.

#include "store/fact.h"

#include <string.h>

#include "store/fact.sql.h"
#include "store/row.h"

static const struct row_shape fact_shape = {&fact_fields, sizeof(struct fact)};

static const struct field count_table[] = {
	FIELD(fact_count, open_n), FIELD(fact_count, decided_n), FIELD(fact_count, all_n)};
static const struct fields count_fields = FIELDS(fact_count, count_table);

static const struct field progress_table[] = {
	FIELD(fact_progress, record_id),
	FIELD(fact_progress, action_id),
	FIELD(fact_progress, source_id),
	FIELD(fact_progress, kind),
	FIELD(fact_progress, name),
	FIELD(fact_progress, page),
	FIELD(fact_progress, open_n),
	FIELD(fact_progress, accepted_n),
	FIELD(fact_progress, corrected_n),
	FIELD(fact_progress, rejected_n),
	FIELD(fact_progress, change_n),
};
static const struct fields progress_fields = FIELDS(fact_progress, progress_table);

static const struct field warning_table[] = {
	FIELD(fact_warning, action_id), FIELD(fact_warning, rule), FIELD(fact_warning, n)};
static const struct fields warning_row_fields = FIELDS(fact_warning, warning_table);

static const struct field correction_table[] = {
	FIELD(correction, record),
	FIELD(correction, number),
	FIELD(correction, field),
	FIELD(correction, path),
	FIELD(correction, printed),
	FIELD(correction, decided),
	FIELD(correction, corrected_at),
};
static const struct fields correction_fields = FIELDS(correction, correction_table);

bool fact_save(struct arena *mem, struct db *db, const struct fact *fact, struct err *err)
{
	struct fact_insert_params params = {.record_id = 0};
	row_bind(mem, &fact_insert, &fact_fields, fact, &params);
	return db_run(db, &fact_insert, &params, NULL, NULL, err);
}

bool fact_decide(struct arena *mem, struct db *db, const struct fact *fact, struct err *err)
{
	struct fact_update_params params = {.id = 0};
	row_bind(mem, &fact_update, &fact_fields, fact, &params);
	return db_run(db, &fact_update, &params, NULL, NULL, err);
}

static bool facts_load(
	struct arena *mem, struct row_query query, struct facts *ret_facts, struct err *err)
{
	struct row_list list;
	if (!row_many(mem, query, &fact_shape, &list, err))
		return false;
	memcpy(ret_facts, &list, sizeof list);
	return true;
}

bool fact_list(struct arena *mem, struct db *db, int64_t record_id, struct facts *ret_facts,
	struct err *err)
{
	struct fact_of_record_params params = {.record_id = record_id};
	return facts_load(mem, (struct row_query){db, &fact_of_record, &params}, ret_facts, err);
}

bool fact_list_read(
	struct arena *mem, struct db *db, int64_t read_id, struct facts *ret_facts, struct err *err)
{
	struct fact_of_reading_params params = {.read_id = read_id};
	return facts_load(mem, (struct row_query){db, &fact_of_reading, &params}, ret_facts, err);
}

bool fact_forget(struct db *db, int64_t read_id, struct err *err)
{
	struct fact_delete_read_params params = {.read_id = read_id};
	return db_run(db, &fact_delete_read, &params, NULL, NULL, err);
}

bool fact_accept_all(struct db *db, int64_t read_id, int64_t at, struct err *err)
{
	struct fact_accept_read_params params = {.read_id = read_id, .decided_at = at};
	return db_run(db, &fact_accept_read, &params, NULL, NULL, err);
}

bool fact_move(struct db *db, int64_t from_id, int64_t into_id, struct err *err)
{
	struct fact_move_all_params params = {.from_id = from_id, .into_id = into_id};
	return db_run(db, &fact_move_all, &params, NULL, NULL, err);
}

bool fact_move_back(struct db *db, int64_t from_id, int64_t into_id, struct err *err)
{
	struct fact_move_home_params params = {.from_id = from_id, .into_id = into_id};
	return db_run(db, &fact_move_home, &params, NULL, NULL, err);
}

bool fact_count(struct arena *mem, struct db *db, int64_t owner_id, struct fact_count *ret_count,
	struct err *err)
{
	struct fact_counts_params params = {.owner_id = owner_id};
	bool found;
	*ret_count = (struct fact_count){0};
	return row_one(mem, (struct row_query){db, &fact_counts, &params}, &count_fields, ret_count,
		&found, err);
}

bool fact_progress(
	struct arena *mem, struct db *db, struct fact_progresses *ret_list, struct err *err)
{
	static const struct row_shape shape = {&progress_fields, sizeof(struct fact_progress)};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &fact_progress_all, NULL}, &shape, &list, err))
		return false;
	memcpy(ret_list, &list, sizeof list);
	return true;
}

bool fact_waiting(struct arena *mem, struct db *db, struct fact_owners *ret_ids, struct err *err)
{
	struct fact_owners ids = {0};
	AUTO_CURSOR cursor = NULL;
	bool more;
	if (!db_query(db, &fact_waiting_all, NULL, &cursor, err) || !db_next(cursor, &more, err))
		return false;
	while (more) {
		VEC_ADD(mem, &ids, db_int(cursor, 0));
		if (!db_next(cursor, &more, err))
			return false;
	}
	*ret_ids = ids;
	return true;
}

bool fact_warnings(
	struct arena *mem, struct db *db, struct fact_warnings *ret_list, struct err *err)
{
	static const struct row_shape shape = {&warning_row_fields, sizeof(struct fact_warning)};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &fact_warning_all, NULL}, &shape, &list, err))
		return false;
	memcpy(ret_list, &list, sizeof list);
	return true;
}

bool correction_save(struct arena *mem, struct db *db, int64_t action_id,
	const struct corrections *corrections, struct err *err)
{
	struct correction_delete_params old = {.action_id = action_id};
	if (!db_run(db, &correction_delete, &old, NULL, NULL, err))
		return false;
	for (size_t i = 0; i < corrections->n; i++) {
		struct correction_insert_params params = {.action_id = action_id};
		row_bind(mem, &correction_insert, &correction_fields, &corrections->p[i], &params);
		if (!db_run(db, &correction_insert, &params, NULL, NULL, err))
			return false;
	}
	return true;
}

bool correction_list(struct arena *mem, struct db *db, int64_t action_id,
	struct corrections *ret_corrections, struct err *err)
{
	static const struct row_shape shape = {&correction_fields, sizeof(struct correction)};
	struct correction_of_params params = {.action_id = action_id};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &correction_of, &params}, &shape, &list, err))
		return false;
	memcpy(ret_corrections, &list, sizeof list);
	return true;
}
