// SPDX-License-Identifier: EUPL-1.2
// sign_in — a session's life: opened, used, proved, ended; and the limits on trying.
//
// A session's token is 256 bits of chance, made anew whenever trust rises (password, second
// factor), so that a token somebody planted before is worth nothing. It is looked up by its digest
// at every request, together with its account, so that what ends it ends it at once for every
// worker.
#pragma once

#include "work/people/people.h"

enum {
	SIGN_IN_WINDOW = 15 * 60,   // failures count for so long
	SIGN_IN_ACCOUNT_TRIES = 5,  // ... of one account
	SIGN_IN_ADDRESS_TRIES = 40, // ... and from one address, behind which may be a whole office
};

// Too much failed lately: nothing is tried before it grew old. `address` may be empty.
bool sign_in_is_throttled(struct arena *mem, struct db *db, struct str login, struct str address,
	int64_t now, bool *ret_throttled, struct err *err) MUST_CHECK;
// Notes a failure.
bool sign_in_fail(struct arena *mem, const struct people_act *act, struct str login,
	struct str address, struct err *err) MUST_CHECK;

// Opens a session for an account whose password, or one-time link, was right: pending when the
// account has a second factor. *ret_token goes into the cookie.
bool sign_in_open(struct arena *mem, const struct people_act *act, const struct account *account,
	struct str address, struct str *ret_token, struct err *err) MUST_CHECK;

// The second factor, six digits or a recovery code, each once. When right, the pending session is
// replaced by a strong one with another token.
bool sign_in_factor(struct arena *mem, const struct people_act *act, const struct session *session,
	struct str code, bool *ret_right, struct str *ret_token, struct err *err) MUST_CHECK;

// The same for a session that is open: after the set-up of a second factor.
bool sign_in_strengthen(struct arena *mem, const struct people_act *act,
	const struct session *session, struct str *ret_token, struct err *err) MUST_CHECK;

// What a session is measured by.
struct sign_in_clock {
	int64_t now;
	struct account_times times;
};

// The same session under another token, as strong as it was: after a new password, since whoever
// knew the old one may have a copy of the cookie too.
bool sign_in_renew(struct arena *mem, const struct people_act *act, const struct session *session,
	struct str *ret_token, struct err *err) MUST_CHECK;

// The living session of a token and its account, or NULL and NULL.
bool sign_in_find(struct arena *mem, struct db *db, struct str token,
	const struct sign_in_clock *clock, struct session **ret_session,
	struct account **ret_account, struct err *err) MUST_CHECK;

// Notes that the session is used, waiting at most `wait_ms`; that its owner gave the password.
// Whose session this token was of that has ended by itself, by rest or age; 0: nobody's, or it was
// ended by hand, or the account is disabled.
bool sign_in_ended(struct arena *mem, struct db *db, struct str token, int64_t *ret_account,
	struct err *err) MUST_CHECK;
bool sign_in_touch(struct db *db, const struct session *session, int64_t now, int wait_ms,
	struct err *err) MUST_CHECK;
bool sign_in_prove(
	const struct people_act *act, const struct session *session, struct err *err) MUST_CHECK;

// Ends one session of the account (id), or all but one.
bool sign_in_end(
	const struct people_act *act, int64_t account_id, int64_t id, struct err *err) MUST_CHECK;
bool sign_in_end_others(
	const struct people_act *act, int64_t account_id, int64_t but, struct err *err) MUST_CHECK;

// The digest under which a recovery code is kept: blanks, dashes and capitals do not matter.
struct str sign_in_code_digest(struct arena *mem, struct str code);
