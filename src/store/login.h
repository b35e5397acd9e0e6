// SPDX-License-Identifier: EUPL-1.2
// login — sessions, one-time links and failed attempts in the database.
//
// Tokens come here as their digests. Whatever writes needs a write transaction of the caller.
#pragma once

#include "db/db.h"
#include "model/account.h"

// The session with this token, alive or not, or NULL.
bool login_session(struct arena *mem, struct db *db, struct str token, struct session **ret_session,
	struct err *err) MUST_CHECK;
bool login_sessions(struct arena *mem, struct db *db, int64_t account_id,
	struct sessions *ret_sessions, struct err *err) MUST_CHECK;
// Keeps a new session and sets its id; forgets those that began before `forget_before`.
bool login_session_add(struct arena *mem, struct db *db, struct session *session,
	int64_t forget_before, struct err *err) MUST_CHECK;
// Notes that it was used, or that its owner has just given his password.
bool login_session_touch(struct db *db, int64_t id, int64_t now, struct err *err) MUST_CHECK;
bool login_session_prove(struct db *db, int64_t id, int64_t now, struct err *err) MUST_CHECK;
// Ends one session of an account, or all but one (0: all).
bool login_session_end(struct db *db, int64_t account_id, int64_t id, struct err *err) MUST_CHECK;
bool login_sessions_end(struct db *db, int64_t account_id, int64_t but, struct err *err) MUST_CHECK;

// The link with this token, usable or not, or NULL.
bool login_link_load(struct arena *mem, struct db *db, struct str token,
	struct login_link **ret_link, struct err *err) MUST_CHECK;
// Keeps a new link. Those made before for the same account, or for the first administrator, do
// not work any more.
bool login_link_add(struct db *db, const struct login_link *link, struct err *err) MUST_CHECK;
// Uses it up; *ret_used is false when somebody was faster.
bool login_link_take(
	struct db *db, int64_t id, int64_t now, bool *ret_used, struct err *err) MUST_CHECK;
// What was not used of an account's links does not work any more.
bool login_links_void(struct db *db, int64_t account_id, struct err *err) MUST_CHECK;

// Failures of a subject ("account ..." or "address ...").
bool login_fail(struct db *db, struct str subject, int64_t now, int64_t forget_before,
	struct err *err) MUST_CHECK;
bool login_failures(struct db *db, struct str subject, int64_t since, int64_t *ret_n,
	struct err *err) MUST_CHECK;
bool login_failures_clear(struct db *db, struct str subject, struct err *err) MUST_CHECK;
