// SPDX-License-Identifier: EUPL-1.2
// digest — SHA-256 (FIPS 180-4) of bytes given in pieces.
//
// format/digest.c is the only file that includes libsodium's header.
#pragma once

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
