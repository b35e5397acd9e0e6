// SPDX-License-Identifier: EUPL-1.2
// record_key — what records are found by: keys of their values, the languages they are told in, words.
#pragma once

#include "db/db.h"
#include "model/record.h"

enum { RECORD_KEY_MAX = 200 };

// The key's property that tells in which languages all public texts of a record stand:
// "action.told-in" with "en", "fr", and with RECORD_KEY_TEXTS when there is any such text. No
// property can be called so.
#define RECORD_KEY_LANGUAGES "told-in"
#define RECORD_KEY_TEXTS "-"

// Replaces keys and words of the record, inside the open transaction.
bool record_keys_write(
	struct arena *mem, struct db *db, const struct record *record, struct err *err) MUST_CHECK;
