// SPDX-License-Identifier: EUPL-1.2
// totp — the six digits of an authenticator (RFC 6238: SHA-1, 30 seconds), by liboath.
//
// That a code works once is the caller's to keep: totp_check answers the time step whose code it
// was, and a step that was used is not taken again.
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum { TOTP_SECRET_BYTES = 20, TOTP_SECONDS = 30, TOTP_DIGITS = 6 };

// The step of which `code` is the code: the one of `now`, or the one before or behind it, since
// clocks differ. 0 when it is none of them. Blanks in the code are overlooked.
int64_t totp_check(struct arena *mem, struct str secret, struct str code, int64_t now);

// Base32 (RFC 4648) without padding, and back; false on any other character.
struct str totp_base32(struct arena *mem, struct str bytes);
bool totp_base32_read(struct arena *mem, struct str text, struct str *ret_bytes);
