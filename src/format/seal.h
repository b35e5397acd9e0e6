// SPDX-License-Identifier: EUPL-1.2
// seal — texts kept so that only who has the key reads them, by libsodium (XSalsa20 and Poly1305).
//
// format/digest.c and format/seal.c are the only files that include libsodium's headers.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum { SEAL_KEY_BYTES = 32 };

// The text sealed, as hexadecimal digits; another one each time. The key has SEAL_KEY_BYTES.
struct str seal_close(struct arena *mem, struct str key, struct str text);

// The reverse. False when it was not sealed with this key, or is not as it was.
bool seal_open(struct arena *mem, struct str key, struct str sealed, struct str *ret_text);
