// SPDX-License-Identifier: EUPL-1.2
// digest — SHA-256 (FIPS 180-4) of bytes given in pieces; and what else libsodium does for us:
// argon2id of passwords.
//
// format/digest.c and format/seal.c are the only files that include libsodium's headers.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

struct digest {
	_Alignas(16) unsigned char state[128];
};

struct digest digest_new(void);
void digest_add(struct digest *digest, struct str bytes);
// 64 lower-case hexadecimal digits; the digest is used up.
struct str digest_hex(struct arena *mem, struct digest *digest);

// All at once.
struct str digest_of(struct arena *mem, struct str bytes);

// Equal, in a time that does not depend on where they differ.
bool digest_same(struct str a, struct str b);

// The argon2id hash of a password with a fresh salt, in the text form that says its own costs:
// 19 MiB and two passes, some 20 ms and that much memory, so it is made in a child (net/later.h).
// Empty when there is not enough memory.
struct str digest_password(struct arena *mem, struct str password);
// The password is the one that was hashed; costs the same.
bool digest_password_fits(struct arena *mem, struct str hash, struct str password);
