// SPDX-License-Identifier: EUPL-1.2
// people — accounts made and changed; each change is one transaction, with its line of history.
//
// What ends trust ends it at once: disabling an account, taking a role, or setting a password ends
// its sessions and voids its links in the same transaction.
#pragma once

#include "db/db.h"
#include "model/account.h"
#include "model/right.h"

enum { PEOPLE_WAIT_MS = 5000 };

// Who does it, where and when.
struct people_act {
	struct db *db;  // a writing connection
	struct str who; // login of the one who does it, or "console"
	int64_t now;
	struct str key_file; // of second factors: work/people/factor_secret.h
	struct str origin;   // how the public reaches the portal: links in mails begin with it
};

// Makes an account without a password, with a link that lets its owner set one: *ret_link is the
// link's path, and a mail with it waits in the queue. `wanted` holds email, login, name, roles and
// language. ERR_CONFLICT when there is an account of that login.
bool people_invite(struct arena *mem, const struct people_act *act, const struct account *wanted,
	struct str *ret_link, struct err *err) MUST_CHECK;

// A link to set a new password, and a mail with it.
bool people_recover(struct arena *mem, const struct people_act *act, const struct account *account,
	struct str *ret_link, struct err *err) MUST_CHECK;

// A link by which the first administrator makes his account; empty when there is one already.
bool people_first_link(struct arena *mem, const struct people_act *act, struct str *ret_link,
	struct err *err) MUST_CHECK;

// The link of this token, if it can still be used, and its account (NULL for the first
// administrator's); *ret_link is NULL when it cannot.
bool people_link_find(struct arena *mem, struct db *db, struct str token, int64_t now,
	struct login_link **ret_link, struct account **ret_account, struct err *err) MUST_CHECK;

// Uses a link up: sets the password (its hash) of its account, or makes the first administrator
// from `first`. *ret_account is NULL when the link cannot be used any more. ERR_CONFLICT when the
// first administrator's e-mail is taken.
bool people_link_use(struct arena *mem, const struct people_act *act, struct str token,
	struct str hash, const struct account *first, struct account **ret_account,
	struct err *err) MUST_CHECK;

// Changes of an account. ERR_CONFLICT when no administrator would be left; *ret_found of an
// unknown id is false.
struct people_change {
	int64_t id;
	const struct str *name, *language, *roles, *password; // NULL: stays
	const bool *disabled;
	int64_t spared_session; // goes on although a password was set
};
bool people_change(struct arena *mem, const struct people_act *act,
	const struct people_change *change, bool *ret_found, struct err *err) MUST_CHECK;

// The second factor. Beginning makes a secret that waits until a code of it was shown; that ends
// all other sessions and answers PEOPLE_CODE_N fresh recovery codes, of which only digests stay.
enum { PEOPLE_CODE_N = 10, PEOPLE_CODE_LETTERS = 10 };
bool people_factor_begin(
	struct arena *mem, const struct people_act *act, int64_t id, struct err *err) MUST_CHECK;
bool people_factor_confirm(struct arena *mem, const struct people_act *act,
	const struct session *session, struct str code, struct str ret_codes[static PEOPLE_CODE_N],
	bool *ret_right, struct err *err) MUST_CHECK;
bool people_factor_remove(
	struct arena *mem, const struct people_act *act, int64_t id, struct err *err) MUST_CHECK;
bool people_codes_renew(struct arena *mem, const struct people_act *act, int64_t id,
	struct str ret_codes[static PEOPLE_CODE_N], struct err *err) MUST_CHECK;
