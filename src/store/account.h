// SPDX-License-Identifier: EUPL-1.2
// account — accounts, their recovery codes and their history in the database.
//
// Whatever writes needs a write transaction of the caller.
#pragma once

#include "base/finding.h"
#include "db/db.h"
#include "model/account.h"

// The account, or NULL.
bool account_load(struct arena *mem, struct db *db, int64_t id, struct account **ret_account,
	struct err *err) MUST_CHECK;
bool account_by_its_login(struct arena *mem, struct db *db, struct str login,
	struct account **ret_account, struct err *err) MUST_CHECK;

// All of them, by e-mail address.
bool account_list(struct arena *mem, struct db *db, struct accounts *ret_accounts,
	struct err *err) MUST_CHECK;

// How many accounts may sign in as an administrator.
bool account_administrator_n(struct db *db, int64_t *ret_n, struct err *err) MUST_CHECK;

// Keeps a new account and sets its id, or everything but the id, login, e-mail and date of creation
// of one that is kept.
bool account_save(
	struct arena *mem, struct db *db, struct account *account, struct err *err) MUST_CHECK;

// Notes the use of a time step's code; *ret_used is false when it was used before.
bool account_use_step(
	struct db *db, int64_t id, int64_t step, bool *ret_used, struct err *err) MUST_CHECK;

// Recovery codes, by their digests: all anew, one used, how many are left.
bool account_set_codes(
	struct db *db, int64_t id, const struct str *digest, size_t n, struct err *err) MUST_CHECK;
bool account_use_code(struct db *db, int64_t id, struct str digest, int64_t now, bool *ret_used,
	struct err *err) MUST_CHECK;
bool account_codes_left(struct db *db, int64_t id, int64_t *ret_n, struct err *err) MUST_CHECK;

// The history: one line more, and the newest lines.
bool account_note(struct arena *mem, struct db *db, const struct account_event *event,
	struct err *err) MUST_CHECK;
bool account_history(struct arena *mem, struct db *db, int64_t id,
	struct account_events *ret_events, struct err *err) MUST_CHECK;

// Goes along the lines of all accounts; adds a finding for each that is not what was written, or
// does not follow the one before.
bool account_chain_check(
	struct arena *mem, struct db *db, struct findings *findings, struct err *err) MUST_CHECK;
