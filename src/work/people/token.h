// SPDX-License-Identifier: EUPL-1.2
// token — a program uses the JSON API as an account: tokens made, found, ended; the limit on trying.
//
// A token is 256 bits of chance behind "attache-"; the database has its digest. It has the rights
// that its account's roles have when it is used, never more: strong rights only when it was made in
// a strong session (or on the console), and none that change anything when it is for reading.
// Setting a password, taking the second factor off and disabling the account end all of its tokens.
#pragma once

#include "work/people/people.h"

enum {
	TOKEN_NAME_MAX = 100,
	TOKEN_DAYS_MAX = 366,
	TOKEN_DAYS = 90,
	TOKEN_DAY_S = 24 * 60 * 60,
	TOKEN_TRIES = 40, // of one address, in SIGN_IN_WINDOW
};

// Makes one: `wanted` holds account_id, name, writes, strong and expires_at. *ret_token is shown once.
bool token_make(struct arena *mem, const struct people_act *act, const struct api_token *wanted,
	struct str *ret_token, struct err *err) MUST_CHECK;

// The living token and its account, or NULL and NULL.
bool token_find(struct arena *mem, struct db *db, struct str text, int64_t now,
	struct api_token **ret_token, struct account **ret_account, struct err *err) MUST_CHECK;

// Notes its use, waiting at most `wait_ms`.
bool token_touch(struct db *db, const struct api_token *token, int64_t now, int wait_ms,
	struct err *err) MUST_CHECK;

// Ends one; *ret_ended is false when the account has none of that number.
bool token_end(struct arena *mem, const struct people_act *act, int64_t account_id, int64_t id,
	bool *ret_ended, struct err *err) MUST_CHECK;

// Too many wrong tokens came from the address lately; and one more did.
bool token_is_throttled(struct arena *mem, struct db *db, struct str address, int64_t now,
	bool *ret_throttled, struct err *err) MUST_CHECK;
bool token_fail(struct arena *mem, const struct people_act *act, struct str address,
	struct err *err) MUST_CHECK;
