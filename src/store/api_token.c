// SPDX-License-Identifier: EUPL-1.2
// api_token — rows of tokens, and of what was made under a client's key.
#include "store/api_token.h"

#include <string.h>

#include "store/api_token.sql.h"
#include "store/row.h"

static const struct row_shape token_shape = {&api_token_fields, sizeof(struct api_token)};

bool api_token_load(struct arena *mem, struct db *db, struct str digest,
	struct api_token **ret_token, struct err *err)
{
	struct api_token_by_digest_params params = {.digest = digest};
	struct api_token *t = NEW(mem, struct api_token);
	bool found;

	if (!row_one(mem, (struct row_query){db, &api_token_by_digest, &params}, &api_token_fields,
		    t, &found, err))
		return false;
	*ret_token = found ? t : NULL;
	return true;
}

bool api_token_list(struct arena *mem, struct db *db, int64_t account_id,
	struct api_tokens *ret_tokens, struct err *err)
{
	struct api_token_of_account_params params = {.account_id = account_id};
	struct row_list list;

	if (!row_many(mem, (struct row_query){db, &api_token_of_account, &params}, &token_shape,
		    &list, err))
		return false;
	memcpy(ret_tokens, &list, sizeof list);
	return true;
}

bool api_token_add(struct arena *mem, struct db *db, struct api_token *token, struct err *err)
{
	struct api_token_insert_params params = {.account_id = token->account_id};

	row_bind(mem, &api_token_insert, &api_token_fields, token, &params);
	return db_run(db, &api_token_insert, &params, NULL, &token->id, err);
}

bool api_token_touch(struct db *db, int64_t id, int64_t now, struct err *err)
{
	struct api_token_use_params params = {.id = id, .now = now};

	return db_run(db, &api_token_use, &params, NULL, NULL, err);
}

bool api_token_end(struct db *db, int64_t account_id, int64_t id, bool *ret_ended, struct err *err)
{
	struct api_token_remove_params params = {.id = id, .account_id = account_id};
	int64_t changed;

	if (!db_run(db, &api_token_remove, &params, &changed, NULL, err))
		return false;
	*ret_ended = changed == 1;
	return true;
}

bool api_token_end_all(struct db *db, int64_t account_id, struct err *err)
{
	struct api_token_remove_all_params params = {.account_id = account_id};

	return db_run(db, &api_token_remove_all, &params, NULL, NULL, err);
}

bool api_token_creation(struct arena *mem, struct db *db, int64_t account_id, struct str key,
	struct api_creation *ret_creation, struct err *err)
{
	struct api_creation_find_params params = {.account_id = account_id, .key = key};
	AUTO_CURSOR cursor = NULL;
	bool found;

	if (!db_query(db, &api_creation_find, &params, &cursor, err) ||
		!db_next(cursor, &found, err))
		return false;
	*ret_creation = (struct api_creation){0};
	if (found)
		*ret_creation = (struct api_creation){
			db_int(cursor, 0), str_copy(mem, db_text(cursor, 1))};
	return true;
}

bool api_token_note_creation(struct db *db, const struct api_creation_note *note, struct err *err)
{
	struct api_creation_forget_params forget = {.before = note->forget_before};
	struct api_creation_insert_params params = {.account_id = note->account_id,
		.key = note->key,
		.digest = note->creation.digest,
		.record_id = note->creation.record_id,
		.at = note->at};

	return db_run(db, &api_creation_forget, &forget, NULL, NULL, err) &&
		db_run(db, &api_creation_insert, &params, NULL, NULL, err);
}
