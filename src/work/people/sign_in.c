// SPDX-License-Identifier: EUPL-1.2
// sign_in — sessions and the limits on trying.
#include "work/people/sign_in.h"

#include "base/random.h"
#include "format/digest.h"
#include "store/account.h"
#include "store/login.h"
#include "work/people/factor_secret.h"

static struct str subject_of(struct arena *mem, struct str kind, struct str name)
{
	// A digest: nobody's address is kept for having mistyped a password.
	return str_join(mem, kind, str_sub(digest_of(mem, name), 0, 32));
}

bool sign_in_is_throttled(struct arena *mem, struct db *db, struct str login, struct str address,
	int64_t now, bool *ret_throttled, struct err *err)
{
	int64_t since = now - SIGN_IN_WINDOW, of_login, of_address = 0;

	if (!login_failures(db, subject_of(mem, S("account "), login), since, &of_login, err))
		return false;
	if (address.n &&
		!login_failures(
			db, subject_of(mem, S("address "), address), since, &of_address, err))
		return false;
	*ret_throttled = of_login >= SIGN_IN_ACCOUNT_TRIES || of_address >= SIGN_IN_ADDRESS_TRIES;
	return true;
}

// Notes a failure in the caller's transaction.
static bool note_failure(struct arena *mem, const struct people_act *act, struct str login,
	struct str address, struct err *err)
{
	int64_t old = act->now - SIGN_IN_WINDOW;

	if (!login_fail(act->db, subject_of(mem, S("account "), login), act->now, old, err))
		return false;
	return !address.n ||
		login_fail(act->db, subject_of(mem, S("address "), address), act->now, old, err);
}

bool sign_in_fail(struct arena *mem, const struct people_act *act, struct str login,
	struct str address, struct err *err)
{
	AUTO_TXN txn = {0};

	return db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) &&
		note_failure(mem, act, login, address, err) && db_commit(&txn, err);
}

static bool note(struct arena *mem, const struct people_act *act, int64_t id, struct str what,
	struct str fresh, struct err *err)
{
	struct account_event event = {
		.account_id = id, .at = act->now, .who = act->who, .what = what, .fresh = fresh};

	return account_note(mem, act->db, &event, err);
}

static bool add_session(struct arena *mem, const struct people_act *act, struct session *s,
	struct str *ret_token, struct err *err)
{
	struct str token = random_token(mem);

	s->id = 0;
	s->token = digest_of(mem, token);
	s->created_at = s->seen_at = s->proved_at = act->now;
	if (!login_session_add(mem, act->db, s, act->now - ACCOUNT_SESSION_MAX, err))
		return false;
	*ret_token = token;
	return true;
}

bool sign_in_open(struct arena *mem, const struct people_act *act, const struct account *account,
	struct str address, struct str *ret_token, struct err *err)
{
	AUTO_TXN txn = {0};
	struct session s = {
		.account_id = account->id, .pending = account->totp.n > 0, .address = address};
	struct str token;

	if (!db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) ||
		!add_session(mem, act, &s, &token, err))
		return false;
	// With a second factor the failures count until that too is right.
	if (!s.pending &&
		(!login_failures_clear(
			 act->db, subject_of(mem, S("account "), account->login), err) ||
			!note(mem, act, account->id, S("signed-in"), STR_EMPTY, err)))
		return false;
	if (!db_commit(&txn, err))
		return false;
	*ret_token = token;
	return true;
}

struct str sign_in_code_digest(struct arena *mem, struct str code)
{
	char *text = arena_alloc(mem, code.n);
	size_t n = 0;

	for (size_t i = 0; i < code.n; i++)
		if (code.p[i] != ' ' && code.p[i] != '-')
			text[n++] = char_lower(code.p[i]);
	return digest_of(mem, (struct str){text, n});
}

// The six digits of now, or a recovery code; each is used up.
static bool use_code(struct arena *mem, const struct people_act *act, const struct account *a,
	struct str code, bool *ret_right, struct err *err)
{
	// A recovery code needs no key: where that is lost, the door still opens.
	struct str sealed = code.n < PEOPLE_CODE_LETTERS ? a->totp : STR_EMPTY;
	int64_t step;

	*ret_right = false;
	if (!factor_secret_check(mem, act->key_file, sealed, code, act->now, &step, err))
		return false;
	if (step)
		return account_use_step(act->db, a->id, step, ret_right, err);
	if (!account_use_code(
		    act->db, a->id, sign_in_code_digest(mem, code), act->now, ret_right, err))
		return false;
	return !*ret_right || note(mem, act, a->id, S("recovery-code-used"), STR_EMPTY, err);
}

// In the caller's transaction: another session with another token takes the old one's place.
static bool replace(struct arena *mem, const struct people_act *act, const struct session *session,
	bool is_strong, struct str *ret_token, struct err *err)
{
	struct session s = {.account_id = session->account_id,
		.strong = is_strong,
		.address = session->address};

	return login_session_end(act->db, session->account_id, session->id, err) &&
		add_session(mem, act, &s, ret_token, err);
}

bool sign_in_factor(struct arena *mem, const struct people_act *act, const struct session *session,
	struct str code, bool *ret_right, struct str *ret_token, struct err *err)
{
	AUTO_TXN txn = {0};
	struct account *a;
	bool is_right;

	if (!db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) ||
		!account_load(mem, act->db, session->account_id, &a, err))
		return false;
	if (!a)
		return err_set(err, ERR_CONFLICT, "the account is gone");
	if (!use_code(mem, act, a, code, &is_right, err))
		return false;
	if (!is_right) {
		*ret_right = false;
		return note_failure(mem, act, a->login, session->address, err) &&
			db_commit(&txn, err);
	}
	if (!replace(mem, act, session, true, ret_token, err) ||
		!login_failures_clear(act->db, subject_of(mem, S("account "), a->login), err) ||
		!note(mem, act, a->id, S("signed-in"), S("second-factor"), err) ||
		!db_commit(&txn, err))
		return false;
	*ret_right = true;
	return true;
}

bool sign_in_strengthen(struct arena *mem, const struct people_act *act,
	const struct session *session, struct str *ret_token, struct err *err)
{
	AUTO_TXN txn = {0};

	return db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) &&
		replace(mem, act, session, true, ret_token, err) && db_commit(&txn, err);
}

bool sign_in_renew(struct arena *mem, const struct people_act *act, const struct session *session,
	struct str *ret_token, struct err *err)
{
	AUTO_TXN txn = {0};

	return db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) &&
		replace(mem, act, session, session->strong, ret_token, err) && db_commit(&txn, err);
}

bool sign_in_find(struct arena *mem, struct db *db, struct str token,
	const struct sign_in_clock *clock, struct session **ret_session,
	struct account **ret_account, struct err *err)
{
	struct session *s = NULL;
	struct account *a = NULL;

	if (token.n && !login_session(mem, db, digest_of(mem, token), &s, err))
		return false;
	if (s && !account_session_lives(s, &clock->times, clock->now))
		s = NULL;
	if (s && !account_load(mem, db, s->account_id, &a, err))
		return false;
	bool lives = a && !a->disabled;
	*ret_session = lives ? s : NULL;
	*ret_account = lives ? a : NULL;
	return true;
}

bool sign_in_ended(
	struct arena *mem, struct db *db, struct str token, int64_t *ret_account, struct err *err)
{
	struct session *s = NULL;
	struct account *a = NULL;

	if ((token.n && !login_session(mem, db, digest_of(mem, token), &s, err)) ||
		(s && !s->pending && !account_load(mem, db, s->account_id, &a, err)))
		return false;
	*ret_account = a && !a->disabled ? a->id : 0;
	return true;
}

bool sign_in_touch(
	struct db *db, const struct session *session, int64_t now, int wait_ms, struct err *err)
{
	AUTO_TXN txn = {0};

	return db_begin(db, wait_ms, &txn, err) && login_session_touch(db, session->id, now, err) &&
		db_commit(&txn, err);
}

bool sign_in_prove(const struct people_act *act, const struct session *session, struct err *err)
{
	AUTO_TXN txn = {0};

	return db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) &&
		login_session_prove(act->db, session->id, act->now, err) && db_commit(&txn, err);
}

bool sign_in_end(const struct people_act *act, int64_t account_id, int64_t id, struct err *err)
{
	AUTO_TXN txn = {0};

	return db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) &&
		login_session_end(act->db, account_id, id, err) && db_commit(&txn, err);
}

bool sign_in_end_others(
	const struct people_act *act, int64_t account_id, int64_t but, struct err *err)
{
	AUTO_TXN txn = {0};

	return db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) &&
		login_sessions_end(act->db, account_id, but, err) && db_commit(&txn, err);
}
