// SPDX-License-Identifier: EUPL-1.2
// api_token — the tokens of the JSON API in the database, and what was made under a client's key.
//
// Tokens come here as their digests. Whatever writes needs a write transaction of the caller.
#pragma once

#include "db/db.h"
#include "model/account.h"

// The token with this digest, alive or not, or NULL; all of an account, the youngest first.
bool api_token_load(struct arena *mem, struct db *db, struct str digest,
	struct api_token **ret_token, struct err *err) MUST_CHECK;
bool api_token_list(struct arena *mem, struct db *db, int64_t account_id,
	struct api_tokens *ret_tokens, struct err *err) MUST_CHECK;
bool api_token_add(
	struct arena *mem, struct db *db, struct api_token *token, struct err *err) MUST_CHECK;
bool api_token_touch(struct db *db, int64_t id, int64_t now, struct err *err) MUST_CHECK;
// Ends one token of an account; *ret_ended is false when it has none of that number. And all.
bool api_token_end(
	struct db *db, int64_t account_id, int64_t id, bool *ret_ended, struct err *err) MUST_CHECK;
bool api_token_end_all(struct db *db, int64_t account_id, struct err *err) MUST_CHECK;

// What an account made under a key; record_id is 0 when nothing was.
struct api_creation {
	int64_t record_id;
	struct str digest; // of the body that asked for it
};
bool api_token_creation(struct arena *mem, struct db *db, int64_t account_id, struct str key,
	struct api_creation *ret_creation, struct err *err) MUST_CHECK;
// Keeps one, and forgets those from before `forget_before`.
struct api_creation_note {
	int64_t account_id, at, forget_before;
	struct str key;
	struct api_creation creation;
};
bool api_token_note_creation(
	struct db *db, const struct api_creation_note *note, struct err *err) MUST_CHECK;
