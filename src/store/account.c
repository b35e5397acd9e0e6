// SPDX-License-Identifier: EUPL-1.2
// account — rows of accounts, carried by the field tables.
#include "store/account.h"

#include <string.h>

#include "store/account.sql.h"
#include "store/chain.h"
#include "store/row.h"

static const struct row_shape account_shape = {&account_fields, sizeof(struct account)};
static const struct row_shape event_shape = {&account_event_fields, sizeof(struct account_event)};

static bool load_one(
	struct arena *mem, struct row_query query, struct account **ret_account, struct err *err)
{
	struct account *a = NEW(mem, struct account);
	bool found;

	if (!row_one(mem, query, &account_fields, a, &found, err))
		return false;
	*ret_account = found ? a : NULL;
	return true;
}

bool account_load(
	struct arena *mem, struct db *db, int64_t id, struct account **ret_account, struct err *err)
{
	struct account_by_id_params params = {.id = id};

	return load_one(mem, (struct row_query){db, &account_by_id, &params}, ret_account, err);
}

bool account_by_its_login(struct arena *mem, struct db *db, struct str login,
	struct account **ret_account, struct err *err)
{
	struct account_by_login_params params = {.login = login};

	return load_one(mem, (struct row_query){db, &account_by_login, &params}, ret_account, err);
}

bool account_list(struct arena *mem, struct db *db, struct accounts *ret_accounts, struct err *err)
{
	struct row_list list;

	if (!row_many(mem, (struct row_query){db, &account_all, NULL}, &account_shape, &list, err))
		return false;
	memcpy(ret_accounts, &list, sizeof list);
	return true;
}

static bool count(struct db *db, const struct db_statement *statement, const void *params,
	int64_t *ret_n, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool found;

	if (!db_query(db, statement, params, &cursor, err) || !db_next(cursor, &found, err))
		return false;
	*ret_n = found ? db_int(cursor, 0) : 0;
	return true;
}

bool account_administrator_n(struct db *db, int64_t *ret_n, struct err *err)
{
	return count(db, &account_administrators, NULL, ret_n, err);
}

bool account_save(struct arena *mem, struct db *db, struct account *account, struct err *err)
{
	struct account_insert_params insert = {.created_at = 0};
	struct account_update_params update = {.id = account->id};

	if (account->id) {
		row_bind(mem, &account_update, &account_fields, account, &update);
		return db_run(db, &account_update, &update, NULL, NULL, err);
	}
	row_bind(mem, &account_insert, &account_fields, account, &insert);
	return db_run(db, &account_insert, &insert, NULL, &account->id, err);
}

bool account_use_step(struct db *db, int64_t id, int64_t step, bool *ret_used, struct err *err)
{
	struct account_step_use_params params = {.id = id, .step = step};
	int64_t changed;

	if (!db_run(db, &account_step_use, &params, &changed, NULL, err))
		return false;
	*ret_used = changed == 1;
	return true;
}

bool account_set_codes(
	struct db *db, int64_t id, const struct str *digest, size_t n, struct err *err)
{
	struct recovery_code_forget_params forget = {.account_id = id};

	if (!db_run(db, &recovery_code_forget, &forget, NULL, NULL, err))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct recovery_code_insert_params insert = {.account_id = id, .digest = digest[i]};
		if (!db_run(db, &recovery_code_insert, &insert, NULL, NULL, err))
			return false;
	}
	return true;
}

bool account_use_code(
	struct db *db, int64_t id, struct str digest, int64_t now, bool *ret_used, struct err *err)
{
	struct recovery_code_use_params params = {.account_id = id, .digest = digest, .now = now};
	int64_t changed;

	if (!db_run(db, &recovery_code_use, &params, &changed, NULL, err))
		return false;
	*ret_used = changed == 1;
	return true;
}

bool account_codes_left(struct db *db, int64_t id, int64_t *ret_n, struct err *err)
{
	struct recovery_code_left_params params = {.account_id = id};

	return count(db, &recovery_code_left, &params, ret_n, err);
}

static struct str event_hash(
	struct arena *mem, struct str before, const struct account_event *event)
{
	const int64_t numbers[] = {event->account_id, event->at};
	const struct str texts[] = {event->who, event->what, event->old, event->fresh};

	return chain_hash(mem, before, &(struct chain_row){numbers, 2, texts, 4});
}

bool account_note(
	struct arena *mem, struct db *db, const struct account_event *event, struct err *err)
{
	struct account_event_insert_params params = {.account_id = event->account_id,
		.at = event->at,
		.who = event->who,
		.what = event->what,
		.old = event->old,
		.fresh = event->fresh};
	struct str before;

	if (!chain_last(mem, db, &account_event_last_hash, &before, err))
		return false;
	params.hash = event_hash(mem, before, event);
	return db_run(db, &account_event_insert, &params, NULL, NULL, err);
}

bool account_chain_check(
	struct arena *mem, struct db *db, struct findings *findings, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	struct str before = STR_EMPTY;
	bool more;

	if (!db_query(db, &account_event_all, NULL, &cursor, err))
		return false;
	for (;;) {
		if (!db_next(cursor, &more, err))
			return false;
		if (!more)
			return true;
		struct account_event event = {.account_id = db_int(cursor, 1),
			.at = db_int(cursor, 2),
			.who = db_text(cursor, 3),
			.what = db_text(cursor, 4),
			.old = db_text(cursor, 5),
			.fresh = db_text(cursor, 6)};
		struct str hash = db_text(cursor, 7);
		// Lines from before there were hashes stand at the beginning.
		bool is_older = !hash.n && !before.n;
		if (!is_older && !str_eq(hash, event_hash(mem, before, &event)))
			finding_add(mem, findings,
				(struct finding){.rule = S("account.history"),
					.severity = SEVERITY_CRITICAL},
				"line %lld of what was done to accounts is not as it was written, "
				"or one before it is missing: restore the last backup with "
				"`attache restore`",
				(long long)db_int(cursor, 0));
		before = str_copy(mem, hash);
	}
}

bool account_history(struct arena *mem, struct db *db, int64_t id,
	struct account_events *ret_events, struct err *err)
{
	struct account_event_of_params params = {.account_id = id};
	struct row_list list;

	if (!row_many(mem, (struct row_query){db, &account_event_of, &params}, &event_shape, &list,
		    err))
		return false;
	memcpy(ret_events, &list, sizeof list);
	return true;
}
