// SPDX-License-Identifier: EUPL-1.2
// people — accounts made and changed, each in one transaction.
#include "work/people/people.h"

#include "base/random.h"
#include "format/digest.h"
#include "store/account.h"
#include "store/api_token.h"
#include "store/login.h"
#include "work/people/letter.h"

static bool note(struct arena *mem, const struct people_act *act, int64_t id, struct str what,
	struct str old, struct str fresh, struct err *err)
{
	struct account_event event = {.account_id = id,
		.at = act->now,
		.who = act->who,
		.what = what,
		.old = old,
		.fresh = fresh};

	return account_note(mem, act->db, &event, err);
}

static int64_t life_of(struct str purpose)
{
	if (str_eq(purpose, S("invitation")))
		return ACCOUNT_INVITATION;
	return str_eq(purpose, S("first")) ? ACCOUNT_FIRST : ACCOUNT_RECOVERY;
}

// A fresh link, in the caller's transaction.
static bool make_link(struct arena *mem, const struct people_act *act, int64_t account_id,
	struct str purpose, struct str *ret_link, struct err *err)
{
	struct str token = random_token(mem);
	struct login_link link = {.account_id = account_id,
		.token = digest_of(mem, token),
		.purpose = purpose,
		.made_at = act->now,
		.expires_at = act->now + life_of(purpose)};

	if (!login_link_add(act->db, &link, err))
		return false;
	*ret_link = str_join(mem, S("/desk/link/"), token);
	return true;
}

static bool is_free(
	struct arena *mem, const struct people_act *act, struct str login, struct err *err)
{
	struct account *same;

	if (!account_by_its_login(mem, act->db, login, &same, err))
		return false;
	return !same ||
		err_set(err, ERR_CONFLICT, "there is an account of %" PRIstr " already",
			STR(login));
}

bool people_invite(struct arena *mem, const struct people_act *act, const struct account *wanted,
	struct str *ret_link, struct err *err)
{
	AUTO_TXN txn = {0};
	struct account fresh = *wanted;
	struct str link;

	fresh.created_at = fresh.changed_at = act->now;
	if (!db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) || !is_free(mem, act, fresh.login, err) ||
		!account_save(mem, act->db, &fresh, err) ||
		!note(mem, act, fresh.id, S("invited"), STR_EMPTY, fresh.roles, err) ||
		!make_link(mem, act, fresh.id, S("invitation"), &link, err) ||
		!letter_invitation(mem, act, &fresh, link, err) || !db_commit(&txn, err))
		return false;
	*ret_link = link;
	return true;
}

bool people_recover(struct arena *mem, const struct people_act *act, const struct account *account,
	struct str *ret_link, struct err *err)
{
	AUTO_TXN txn = {0};
	struct str link;

	if (!db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) ||
		!make_link(mem, act, account->id, S("recovery"), &link, err) ||
		!note(mem, act, account->id, S("recovery-link"), STR_EMPTY, STR_EMPTY, err) ||
		!letter_recovery(mem, act, account, link, err) || !db_commit(&txn, err))
		return false;
	*ret_link = link;
	return true;
}

bool people_first_link(
	struct arena *mem, const struct people_act *act, struct str *ret_link, struct err *err)
{
	AUTO_TXN txn = {0};
	struct str link;
	int64_t n;

	if (!account_administrator_n(act->db, &n, err))
		return false;
	if (n) {
		*ret_link = STR_EMPTY;
		return true;
	}
	if (!db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) ||
		!make_link(mem, act, 0, S("first"), &link, err) || !db_commit(&txn, err))
		return false;
	*ret_link = link;
	return true;
}

bool people_link_find(struct arena *mem, struct db *db, struct str token, int64_t now,
	struct login_link **ret_link, struct account **ret_account, struct err *err)
{
	struct login_link *link;
	struct account *account = NULL;
	int64_t administrator_n = 0;

	if (!login_link_load(mem, db, digest_of(mem, token), &link, err))
		return false;
	bool lives = link && !link->used_at && link->expires_at >= now;
	if (lives && link->account_id && !account_load(mem, db, link->account_id, &account, err))
		return false;
	if (lives && !link->account_id && !account_administrator_n(db, &administrator_n, err))
		return false;
	if (administrator_n || (account && account->disabled))
		lives = false;
	*ret_link = lives ? link : NULL;
	*ret_account = lives ? account : NULL;
	return true;
}

// The first administrator's account, not kept yet.
static struct account *first_of(
	struct arena *mem, const struct people_act *act, const struct account *first)
{
	struct account *a = NEW(mem, struct account);

	*a = *first;
	a->roles = S("administrator");
	a->created_at = act->now;
	return a;
}

bool people_link_use(struct arena *mem, const struct people_act *act, struct str token,
	struct str hash, const struct account *first, struct account **ret_account, struct err *err)
{
	AUTO_TXN txn = {0};
	struct login_link *link;
	struct account *a;
	bool used;

	if (!db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) ||
		!people_link_find(mem, act->db, token, act->now, &link, &a, err))
		return false;
	if (!link) {
		*ret_account = NULL;
		return true;
	}
	bool is_first = !a;
	if (is_first) {
		a = first_of(mem, act, first);
		if (!is_free(mem, act, a->login, err))
			return false;
	}
	a->password = hash;
	a->changed_at = act->now;
	if (!account_save(mem, act->db, a, err) ||
		!login_link_take(act->db, link->id, act->now, &used, err) ||
		!login_links_void(act->db, a->id, err) ||
		!login_sessions_end(act->db, a->id, 0, err) ||
		!api_token_end_all(act->db, a->id, err) ||
		!note(mem, act, a->id, is_first ? S("first-administrator") : S("password"),
			STR_EMPTY, is_first ? a->roles : link->purpose, err) ||
		!db_commit(&txn, err))
		return false;
	*ret_account = a;
	return true;
}

// Somebody must stay who can let others in, once there was one.
static bool leaves_administrator(const struct people_act *act, int64_t before, struct err *err)
{
	int64_t n;

	if (!account_administrator_n(act->db, &n, err))
		return false;
	return n || !before ||
		err_set(err, ERR_CONFLICT,
			"this is the last administrator; make another one first");
}

// Takes over one text of an account and notes what it was.
static bool change_text(struct arena *mem, const struct people_act *act, int64_t id,
	struct str *member, const struct str *fresh, struct str what, struct err *err)
{
	if (!fresh || str_eq(*member, *fresh))
		return true;
	if (!note(mem, act, id, what, *member, *fresh, err))
		return false;
	*member = *fresh;
	return true;
}

// What ends trust in whoever is signed in.
static bool end_trust(const struct people_act *act, const struct account *a,
	const struct people_change *c, struct str roles_before, struct err *err)
{
	if (!c->password && !(c->disabled && *c->disabled) && str_eq(a->roles, roles_before))
		return true;
	// Tokens have the roles that the account has when they are used.
	if ((c->password || a->disabled) && !api_token_end_all(act->db, a->id, err))
		return false;
	return login_sessions_end(act->db, a->id, c->spared_session, err) &&
		login_links_void(act->db, a->id, err);
}

static bool take_change(struct arena *mem, const struct people_act *act, struct account *a,
	const struct people_change *c, struct err *err)
{
	struct str roles = a->roles;

	if (!change_text(mem, act, a->id, &a->name, c->name, S("name"), err) ||
		!change_text(mem, act, a->id, &a->language, c->language, S("language"), err) ||
		!change_text(mem, act, a->id, &a->roles, c->roles, S("roles"), err))
		return false;
	if (c->password) {
		if (!note(mem, act, a->id, S("password"), STR_EMPTY, STR_EMPTY, err))
			return false;
		a->password = *c->password;
	}
	if (c->disabled && *c->disabled != a->disabled) {
		struct str what = *c->disabled ? S("disabled") : S("enabled");
		if (!note(mem, act, a->id, what, STR_EMPTY, STR_EMPTY, err))
			return false;
		a->disabled = *c->disabled;
	}
	a->changed_at = act->now;
	return account_save(mem, act->db, a, err) && end_trust(act, a, c, roles, err);
}

bool people_change(struct arena *mem, const struct people_act *act,
	const struct people_change *change, bool *ret_found, struct err *err)
{
	AUTO_TXN txn = {0};
	struct account *a;
	int64_t administrator_n;

	if (!db_begin(act->db, PEOPLE_WAIT_MS, &txn, err) ||
		!account_administrator_n(act->db, &administrator_n, err) ||
		!account_load(mem, act->db, change->id, &a, err))
		return false;
	if (!a) {
		*ret_found = false;
		return true;
	}
	if (!take_change(mem, act, a, change, err) ||
		!leaves_administrator(act, administrator_n, err) || !db_commit(&txn, err))
		return false;
	*ret_found = true;
	return true;
}
