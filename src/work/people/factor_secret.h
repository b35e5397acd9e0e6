// SPDX-License-Identifier: EUPL-1.2
// factor_secret — secrets of second factors, sealed with a key that is not in the database.
//
// The key lies in a file beside the database (its name and "-key"), readable by its owner only, and
// is made with the first secret. Whoever gets a copy of the database alone has no second factors;
// where the key is lost, recovery codes still open the door.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

// The key's file for a database's address.
struct str factor_key_file(struct arena *mem, struct str database);

// A fresh secret in base32, sealed, for a caller whose write transaction is open: so only one makes
// the key. ERR_IO when it cannot be read or made.
bool factor_secret_new(
	struct arena *mem, struct str key_file, struct str *ret_sealed, struct err *err) MUST_CHECK;

// The secret in base32. ERR_IO when the key cannot be read, ERR_INPUT when it is not the one that
// sealed it: the sentence says what to bring back.
bool factor_secret_open(struct arena *mem, struct str key_file, struct str sealed,
	struct str *ret_secret, struct err *err) MUST_CHECK;

// The time step whose code it is (format/totp.h), 0 when it is none.
bool factor_secret_check(struct arena *mem, struct str key_file, struct str sealed, struct str code,
	int64_t now, int64_t *ret_step, struct err *err) MUST_CHECK;
