// SPDX-License-Identifier: EUPL-1.2
// token — a program uses the JSON API as an account.
#include "work/people/token.h"

#include "base/random.h"
#include "format/digest.h"
#include "store/account.h"
#include "store/api_token.h"
#include "store/login.h"
#include "work/people/sign_in.h"

#define PREFIX S("attache-")
enum { RANDOM_LETTERS = 64 };

static bool note(struct arena *mem, const struct people_act *act, int64_t id, struct str what,
	struct str fresh, struct err *err)
{
	struct account_event event = {
		.account_id = id, .at = act->now, .who = act->who, .what = what, .fresh = fresh};

	return account_note(mem, act->db, &event, err);
}

bool token_make(struct arena *mem, const struct people_act *act, const struct api_token *wanted,
	struct str *ret_token, struct err *err)
{
	AUTO_TXN txn = {0};
	struct str text = str_join(mem, PREFIX, random_token(mem));
	struct api_token token = *wanted;

	token.digest = digest_of(mem, text);
	token.created_at = act->now;
	if (!db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) ||
		!api_token_add(mem, act->db, &token, err) ||
		!note(mem, act, token.account_id, S("token-made"), token.name, err) ||
		!db_commit(&txn, err))
		return false;
	*ret_token = text;
	return true;
}

bool token_find(struct arena *mem, struct db *db, struct str text, int64_t now,
	struct api_token **ret_token, struct account **ret_account, struct err *err)
{
	struct api_token *token = NULL;
	struct account *account = NULL;
	bool has_form = str_starts(text, PREFIX) && text.n == PREFIX.n + RANDOM_LETTERS;

	if (has_form && !api_token_load(mem, db, digest_of(mem, text), &token, err))
		return false;
	if (token && token->expires_at <= now)
		token = NULL;
	if (token && !account_load(mem, db, token->account_id, &account, err))
		return false;
	bool lives = account && !account->disabled;
	*ret_token = lives ? token : NULL;
	*ret_account = lives ? account : NULL;
	return true;
}

bool token_touch(
	struct db *db, const struct api_token *token, int64_t now, int wait_ms, struct err *err)
{
	AUTO_TXN txn = {0};

	return db_begin(db, wait_ms, &txn, err) && api_token_touch(db, token->id, now, err) &&
		db_commit(&txn, err);
}

bool token_end(struct arena *mem, const struct people_act *act, int64_t account_id, int64_t id,
	bool *ret_ended, struct err *err)
{
	AUTO_TXN txn = {0};

	return db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) &&
		api_token_end(act->db, account_id, id, ret_ended, err) &&
		(!*ret_ended || note(mem, act, account_id, S("token-ended"), STR_EMPTY, err)) &&
		db_commit(&txn, err);
}

static struct str subject_of(struct arena *mem, struct str address)
{
	return str_join(mem, S("token "), str_sub(digest_of(mem, address), 0, 32));
}

bool token_is_throttled(struct arena *mem, struct db *db, struct str address, int64_t now,
	bool *ret_throttled, struct err *err)
{
	int64_t n = 0;

	if (address.n &&
		!login_failures(db, subject_of(mem, address), now - SIGN_IN_WINDOW, &n, err))
		return false;
	*ret_throttled = n >= TOKEN_TRIES;
	return true;
}

bool token_fail(
	struct arena *mem, const struct people_act *act, struct str address, struct err *err)
{
	AUTO_TXN txn = {0};

	return !address.n ||
		(db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) &&
			login_fail(act->db, subject_of(mem, address), act->now,
				act->now - SIGN_IN_WINDOW, err) &&
			db_commit(&txn, err));
}
