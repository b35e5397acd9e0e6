// SPDX-License-Identifier: EUPL-1.2
// people_factor — the second factor of an account: set up, shown to work, taken off.
#include "base/buf.h"
#include "base/random.h"
#include "store/account.h"
#include "store/api_token.h"
#include "store/login.h"
#include "work/people/factor_secret.h"
#include "work/people/people.h"
#include "work/people/sign_in.h"

static bool note(struct arena *mem, const struct people_act *act, int64_t id, struct str what,
	struct err *err)
{
	struct account_event event = {
		.account_id = id, .at = act->now, .who = act->who, .what = what};

	return account_note(mem, act->db, &event, err);
}

// Loads the account in a fresh transaction.
static bool begin(struct arena *mem, const struct people_act *act, int64_t id, struct db_txn *txn,
	struct account **ret_account, struct err *err)
{
	if (!db_begin(act->db, PEOPLE_WAIT_MS, txn, err) ||
		!account_load(mem, act->db, id, ret_account, err))
		return false;
	return *ret_account || err_set(err, ERR_CONFLICT, "the account is gone");
}

bool people_factor_begin(
	struct arena *mem, const struct people_act *act, int64_t id, struct err *err)
{
	AUTO_TXN txn = {0};
	struct account *a;

	if (!begin(mem, act, id, &txn, &a, err))
		return false;
	return factor_secret_new(mem, act->key_file, &a->totp_pending, err) &&
		account_save(mem, act->db, a, err) && db_commit(&txn, err);
}

// A code that is written off a sheet: letters that look alike are not among them.
static struct str fresh_code(struct arena *mem)
{
	struct str chance = random_bytes(mem, PEOPLE_CODE_LETTERS);
	struct buf b = buf_new(mem, PEOPLE_CODE_LETTERS + 1);

	for (size_t i = 0; i < PEOPLE_CODE_LETTERS; i++) {
		if (i == PEOPLE_CODE_LETTERS / 2)
			buf_add_char(&b, '-');
		buf_add_char(&b, "abcdefghjkmnpqrstuvwxyz234567890"[chance.p[i] & 31]);
	}
	return buf_str(&b);
}

// Ten fresh codes, in the caller's transaction.
static bool renew_codes(struct arena *mem, const struct people_act *act, int64_t id,
	struct str ret_codes[static PEOPLE_CODE_N], struct err *err)
{
	struct str digest[PEOPLE_CODE_N];

	for (size_t i = 0; i < PEOPLE_CODE_N; i++) {
		ret_codes[i] = fresh_code(mem);
		digest[i] = sign_in_code_digest(mem, ret_codes[i]);
	}
	return account_set_codes(act->db, id, digest, PEOPLE_CODE_N, err);
}

bool people_factor_confirm(struct arena *mem, const struct people_act *act,
	const struct session *session, struct str code, struct str ret_codes[static PEOPLE_CODE_N],
	bool *ret_right, struct err *err)
{
	AUTO_TXN txn = {0};
	struct account *a;
	int64_t step;

	if (!begin(mem, act, session->account_id, &txn, &a, err) ||
		!factor_secret_check(
			mem, act->key_file, a->totp_pending, code, act->now, &step, err))
		return false;
	if (!step) {
		*ret_right = false;
		return true;
	}
	a->totp = a->totp_pending;
	a->totp_pending = STR_EMPTY;
	a->totp_step = step;
	a->changed_at = act->now;
	if (!account_save(mem, act->db, a, err) || !renew_codes(mem, act, a->id, ret_codes, err) ||
		!login_sessions_end(act->db, a->id, session->id, err) ||
		!note(mem, act, a->id, S("second-factor"), err) || !db_commit(&txn, err))
		return false;
	*ret_right = true;
	return true;
}

bool people_factor_remove(
	struct arena *mem, const struct people_act *act, int64_t id, struct err *err)
{
	AUTO_TXN txn = {0};
	struct account *a;

	if (!begin(mem, act, id, &txn, &a, err))
		return false;
	a->totp = a->totp_pending = STR_EMPTY;
	a->changed_at = act->now;
	return account_save(mem, act->db, a, err) && account_set_codes(act->db, id, NULL, 0, err) &&
		login_sessions_end(act->db, id, 0, err) && api_token_end_all(act->db, id, err) &&
		note(mem, act, id, S("second-factor-removed"), err) && db_commit(&txn, err);
}

bool people_codes_renew(struct arena *mem, const struct people_act *act, int64_t id,
	struct str ret_codes[static PEOPLE_CODE_N], struct err *err)
{
	AUTO_TXN txn = {0};
	struct account *a;

	return begin(mem, act, id, &txn, &a, err) && renew_codes(mem, act, id, ret_codes, err) &&
		note(mem, act, id, S("recovery-codes"), err) && db_commit(&txn, err);
}
