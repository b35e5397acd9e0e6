// SPDX-License-Identifier: EUPL-1.2
// login — rows of sessions, links and failures.
#include "store/login.h"

#include <string.h>

#include "store/login.sql.h"
#include "store/row.h"

static const struct row_shape session_shape = {&session_fields, sizeof(struct session)};

bool login_session(struct arena *mem, struct db *db, struct str token, struct session **ret_session,
	struct err *err)
{
	struct session_by_token_params params = {.token = token};
	struct session *s = NEW(mem, struct session);
	bool found;

	if (!row_one(mem, (struct row_query){db, &session_by_token, &params}, &session_fields, s,
		    &found, err))
		return false;
	*ret_session = found ? s : NULL;
	return true;
}

bool login_sessions(struct arena *mem, struct db *db, int64_t account_id,
	struct sessions *ret_sessions, struct err *err)
{
	struct session_of_account_params params = {.account_id = account_id};
	struct row_list list;

	if (!row_many(mem, (struct row_query){db, &session_of_account, &params}, &session_shape,
		    &list, err))
		return false;
	memcpy(ret_sessions, &list, sizeof list);
	return true;
}

bool login_session_add(struct arena *mem, struct db *db, struct session *session,
	int64_t forget_before, struct err *err)
{
	struct session_forget_params forget = {.before = forget_before};
	struct session_insert_params insert = {.account_id = session->account_id};

	row_bind(mem, &session_insert, &session_fields, session, &insert);
	return db_run(db, &session_forget, &forget, NULL, NULL, err) &&
		db_run(db, &session_insert, &insert, NULL, &session->id, err);
}

bool login_session_touch(struct db *db, int64_t id, int64_t now, struct err *err)
{
	struct session_touch_params params = {.id = id, .now = now};

	return db_run(db, &session_touch, &params, NULL, NULL, err);
}

bool login_session_prove(struct db *db, int64_t id, int64_t now, struct err *err)
{
	struct session_prove_params params = {.id = id, .now = now};

	return db_run(db, &session_prove, &params, NULL, NULL, err);
}

bool login_session_end(struct db *db, int64_t account_id, int64_t id, struct err *err)
{
	struct session_end_params params = {.id = id, .account_id = account_id};

	return db_run(db, &session_end, &params, NULL, NULL, err);
}

bool login_sessions_end(struct db *db, int64_t account_id, int64_t but, struct err *err)
{
	struct session_end_all_params params = {.account_id = account_id, .but = but};

	return db_run(db, &session_end_all, &params, NULL, NULL, err);
}

bool login_link_load(struct arena *mem, struct db *db, struct str token,
	struct login_link **ret_link, struct err *err)
{
	struct login_link_by_token_params params = {.token = token};
	struct login_link *l = NEW(mem, struct login_link);
	bool found;

	if (!row_one(mem, (struct row_query){db, &login_link_by_token, &params}, &login_link_fields,
		    l, &found, err))
		return false;
	*ret_link = found ? l : NULL;
	return true;
}

bool login_links_void(struct db *db, int64_t account_id, struct err *err)
{
	struct login_link_void_params params = {.account_id = account_id};

	return db_run(db, &login_link_void, &params, NULL, NULL, err);
}

bool login_link_add(struct db *db, const struct login_link *link, struct err *err)
{
	struct login_link_insert_params params = {
		.account_id = link->account_id ? link->account_id : DB_NULL,
		.token = link->token,
		.purpose = link->purpose,
		.made_at = link->made_at,
		.expires_at = link->expires_at};

	if (link->account_id ? !login_links_void(db, link->account_id, err)
			     : !db_run(db, &login_link_void_first, NULL, NULL, NULL, err))
		return false;
	return db_run(db, &login_link_insert, &params, NULL, NULL, err);
}

bool login_link_take(struct db *db, int64_t id, int64_t now, bool *ret_used, struct err *err)
{
	struct login_link_use_params params = {.id = id, .now = now};
	int64_t changed;

	if (!db_run(db, &login_link_use, &params, &changed, NULL, err))
		return false;
	*ret_used = changed == 1;
	return true;
}

bool login_fail(
	struct db *db, struct str subject, int64_t now, int64_t forget_before, struct err *err)
{
	struct login_failure_forget_params forget = {.before = forget_before};
	struct login_failure_insert_params insert = {.subject = subject, .at = now};

	return db_run(db, &login_failure_forget, &forget, NULL, NULL, err) &&
		db_run(db, &login_failure_insert, &insert, NULL, NULL, err);
}

bool login_failures(
	struct db *db, struct str subject, int64_t since, int64_t *ret_n, struct err *err)
{
	struct login_failure_count_params params = {.subject = subject, .since = since};
	AUTO_CURSOR cursor = NULL;
	bool found;

	if (!db_query(db, &login_failure_count, &params, &cursor, err) ||
		!db_next(cursor, &found, err))
		return false;
	*ret_n = found ? db_int(cursor, 0) : 0;
	return true;
}

bool login_failures_clear(struct db *db, struct str subject, struct err *err)
{
	struct login_failure_clear_params params = {.subject = subject};

	return db_run(db, &login_failure_clear, &params, NULL, NULL, err);
}
