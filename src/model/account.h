// SPDX-License-Identifier: EUPL-1.2
// account — a person who may sign in, and all that hangs on it: sessions, one-time links, mails,
// and what was done to it.
//
// Tokens are never kept: the database holds the SHA-256 of each, so that a copy of it opens no
// session. Instants are seconds since 1970.
#pragma once

#include "base/field.h"
#include "base/vec.h"
#include "model/record.h"

enum {
	ACCOUNT_EMAIL_MAX = 254,
	ACCOUNT_NAME_MAX = 200,
	ACCOUNT_SESSION_MAX = 24 * 60 *
		60,                 // the longest that settings allow (model/kind_setting.c)
	ACCOUNT_CODE_WAIT = 5 * 60, // from the password to the second factor
	ACCOUNT_PROOF = 15 * 60,    // how long a password given counts as just given
	ACCOUNT_TOUCH = 60,         // a request is noted in its session once in this time
	ACCOUNT_RECOVERY = 60 * 60, // life of a link of each purpose
	ACCOUNT_INVITATION = 3 * 24 * 60 * 60,
	ACCOUNT_FIRST = 24 * 60 * 60,
};

struct account {
	int64_t id;
	struct str login; // the e-mail address in small letters: what one signs in with
	struct str email; // as written
	struct str name;
	struct str roles;    // names with blanks between (model/right.h)
	struct str language; // code of the desk's language
	bool disabled;
	struct str password;     // argon2id in its own text form; empty: none set yet
	struct str totp;         // its secret, sealed; empty: no second factor
	struct str totp_pending; // one that is being set up
	int64_t totp_step;       // the last time step whose code was used
	int64_t created_at, changed_at;
};
extern const struct fields account_fields;
struct accounts VEC_OF(struct account);

struct session {
	int64_t id, account_id;
	struct str token; // its SHA-256
	bool pending;     // the password was right, the second factor is awaited
	bool strong;      // opened with a second factor
	int64_t created_at, seen_at, proved_at;
	struct str address;
};
extern const struct fields session_fields;
struct sessions VEC_OF(struct session);

struct login_link {
	int64_t id, account_id; // account_id 0: the first administrator's, who has no account yet
	struct str token;       // its SHA-256
	struct str purpose;     // ACCOUNT_LINKS
	int64_t made_at, expires_at, used_at;
};
extern const struct fields login_link_fields;

struct mail {
	int64_t id;
	struct str recipient, subject, body, language, state;
	int64_t made_at;
	int64_t tries, tried_at, next_at; // how often it was tried, when last, when again
	struct str reason;                // why it was not taken, in the server's words
};
extern const struct fields mail_fields;
struct mails VEC_OF(struct mail);

// One line of an account's history; values of secrets are never written.
struct account_event {
	int64_t id, account_id, at;
	struct str who, what, old, fresh;
};
extern const struct fields account_event_fields;
struct account_events VEC_OF(struct account_event);

// By which a program uses the JSON API as the account (work/people/token.h).
struct api_token {
	int64_t id, account_id;
	struct str digest;                       // its SHA-256
	struct str name;                         // what its owner calls it
	bool writes;                             // else it only reads
	bool strong;                             // made in a session with a second factor
	int64_t created_at, expires_at, used_at; // used_at 0: never
};
extern const struct fields api_token_fields;
struct api_tokens VEC_OF(struct api_token);

// A mailbox that mail can be sent to: one @, no blanks, a name on both sides. *ret_login is the
// form with small letters a to z: other letters stay apart, since mail servers
// keep them apart. False when it is none.
bool account_email(
	struct arena *mem, struct str text, struct str *ret_email, struct str *ret_login);

// After how many seconds a session ends: without a request, and in any case.
struct account_times {
	int64_t idle, session;
};
// As the settings have it; 30 minutes and 12 hours where they say nothing, and where there are none.
struct account_times account_times_of(const struct record *settings);

// The session still lives at `now`.
bool account_session_lives(
	const struct session *session, const struct account_times *times, int64_t now);
