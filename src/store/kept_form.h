// SPDX-License-Identifier: EUPL-1.2
// kept_form — forms that came when the session had ended, until their account is back.
//
// Belongs to the account whose session it was, and to nobody else; given back once, forgotten after
// KEPT_FORM_SECONDS.
#pragma once

#include "db/db.h"

enum { KEPT_FORM_SECONDS = 24 * 60 * 60, KEPT_FORM_MAX = 20 }; // how long; of one account at once

struct kept_form {
	int64_t id, account_id, at;
	struct str token; // the digest of what stands in the address
	struct str path;  // where the form was sent
	struct str body;  // as it came, application/x-www-form-urlencoded
};

// Keeps it, within the open transaction, and forgets those that are too old. *ret_kept is false
// when the account has too many.
bool kept_form_add(struct arena *mem, struct db *db, const struct kept_form *form, bool *ret_kept,
	struct err *err) MUST_CHECK;
// The form of that token and account that is not too old at `now`, or NULL.
bool kept_form_find(struct arena *mem, struct db *db, struct str token, int64_t account_id,
	int64_t now, struct kept_form **ret_form, struct err *err) MUST_CHECK;
bool kept_form_drop(
	struct db *db, struct str token, int64_t account_id, struct err *err) MUST_CHECK;
