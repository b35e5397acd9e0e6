// SPDX-License-Identifier: EUPL-1.2
// merge — which records were made one, and which look alike and are not.

#include "store/merge.h"

#include <string.h>

#include "store/merge.sql.h"
#include "store/row.h"

enum { CHAIN_MAX = 100 };

static const struct field merge_table[] = {
	FIELD(merge, id),
	FIELD(merge, from_id),
	FIELD(merge, into_id),
	FIELD(merge, account_id),
	FIELD(merge, at),
	FIELD(merge, undone_at),
};
static const struct fields merge_fields = FIELDS(merge, merge_table);
static const struct row_shape merge_shape = {&merge_fields, sizeof(struct merge)};

static const struct field step_table[] = {
	FIELD(merge_step, record_id),
	FIELD(merge_step, before_version),
	FIELD(merge_step, after_version),
	FIELD(merge_step, was_public),
};
static const struct fields step_fields = FIELDS(merge_step, step_table);

static const struct field unlike_table[] = {FIELD(unlike, one_id), FIELD(unlike, other_id)};
static const struct fields unlike_fields = FIELDS(unlike, unlike_table);

static bool one(struct arena *mem, struct row_query query, struct merge *ret_merge, struct err *err)
{
	bool found;
	*ret_merge = (struct merge){0};
	return row_one(mem, query, &merge_fields, ret_merge, &found, err);
}

static bool many(
	struct arena *mem, struct row_query query, struct merges *ret_merges, struct err *err)
{
	struct row_list list;
	if (!row_many(mem, query, &merge_shape, &list, err))
		return false;
	memcpy(ret_merges, &list, sizeof list);
	return true;
}

bool merge_load_of(
	struct arena *mem, struct db *db, int64_t from_id, struct merge *ret_merge, struct err *err)
{
	struct merge_of_params params = {.from_id = from_id};
	return one(mem, (struct row_query){db, &merge_of, &params}, ret_merge, err);
}

bool merge_load(
	struct arena *mem, struct db *db, int64_t id, struct merge *ret_merge, struct err *err)
{
	struct merge_by_id_params params = {.id = id};
	return one(mem, (struct row_query){db, &merge_by_id, &params}, ret_merge, err);
}

bool merge_final(struct db *db, int64_t id, int64_t *ret_id, struct err *err)
{
	for (int i = 0; i < CHAIN_MAX; i++) {
		struct merge_of_params params = {.from_id = id};
		AUTO_CURSOR cursor = NULL;
		bool found;
		if (!db_query(db, &merge_of, &params, &cursor, err) ||
			!db_next(cursor, &found, err))
			return false;
		if (!found)
			break;
		id = db_int(cursor, 2);
	}
	*ret_id = id;
	return true;
}

bool merge_list_into(struct arena *mem, struct db *db, int64_t into_id, struct merges *ret_merges,
	struct err *err)
{
	struct merge_into_params params = {.into_id = into_id};
	return many(mem, (struct row_query){db, &merge_into, &params}, ret_merges, err);
}

bool merge_list(
	struct arena *mem, struct db *db, int64_t most, struct merges *ret_merges, struct err *err)
{
	struct merge_recent_params params = {.most = most};
	return many(mem, (struct row_query){db, &merge_recent, &params}, ret_merges, err);
}

bool merge_save(struct db *db, struct merge *merge, struct err *err)
{
	struct merge_insert_params params = {.from_id = merge->from_id,
		.into_id = merge->into_id,
		.account_id = merge->account_id,
		.at = merge->at};
	return db_run(db, &merge_insert, &params, NULL, &merge->id, err);
}

bool merge_undone(struct db *db, int64_t id, int64_t at, struct err *err)
{
	struct merge_end_params params = {.id = id, .undone_at = at};
	return db_run(db, &merge_end, &params, NULL, NULL, err);
}

bool merge_step_save(
	struct db *db, int64_t merge_id, const struct merge_step *step, struct err *err)
{
	struct merge_step_insert_params params = {.merge_id = merge_id,
		.record_id = step->record_id,
		.before_version = step->before_version,
		.after_version = step->after_version,
		.was_public = step->was_public};
	return db_run(db, &merge_step_insert, &params, NULL, NULL, err);
}

bool merge_steps(struct arena *mem, struct db *db, int64_t merge_id, struct merge_steps *ret_steps,
	struct err *err)
{
	static const struct row_shape shape = {&step_fields, sizeof(struct merge_step)};
	struct merge_step_all_params params = {.merge_id = merge_id};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &merge_step_all, &params}, &shape, &list, err))
		return false;
	memcpy(ret_steps, &list, sizeof list);
	return true;
}

bool merge_hide_action(struct db *db, int64_t action_id, int64_t into_id, struct err *err)
{
	struct action_merged_insert_params params = {.action_id = action_id, .into_id = into_id};
	return db_run(db, &action_merged_insert, &params, NULL, NULL, err);
}

bool merge_show_action(struct db *db, int64_t action_id, struct err *err)
{
	struct action_merged_delete_params params = {.action_id = action_id};
	return db_run(db, &action_merged_delete, &params, NULL, NULL, err);
}

bool merge_slug(
	struct arena *mem, struct db *db, struct str slug, struct str *ret_slug, struct err *err)
{
	struct action_merged_slug_params params = {.slug = slug};
	AUTO_CURSOR cursor = NULL;
	bool found;
	if (!db_query(db, &action_merged_slug, &params, &cursor, err) ||
		!db_next(cursor, &found, err))
		return false;
	*ret_slug = found ? str_copy(mem, db_text(cursor, 0)) : STR_EMPTY;
	return true;
}

bool unlike_save(
	struct db *db, const struct unlike *pair, int64_t account_id, int64_t at, struct err *err)
{
	struct unlike_insert_params params = {.one_id = pair->one_id,
		.other_id = pair->other_id,
		.account_id = account_id,
		.at = at};
	return db_run(db, &unlike_insert, &params, NULL, NULL, err);
}

bool unlike_list(struct arena *mem, struct db *db, struct unlikes *ret_pairs, struct err *err)
{
	static const struct row_shape shape = {&unlike_fields, sizeof(struct unlike)};
	struct row_list list;
	if (!row_many(mem, (struct row_query){db, &unlike_all, NULL}, &shape, &list, err))
		return false;
	memcpy(ret_pairs, &list, sizeof list);
	return true;
}
