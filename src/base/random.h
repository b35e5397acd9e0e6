// SPDX-License-Identifier: EUPL-1.2
// random — chance from the system, for secrets.
#pragma once

#include "base/arena.h"
#include "base/str.h"

enum { RANDOM_MAX = 256 };

// `n` unforeseeable bytes, at most RANDOM_MAX.
struct str random_bytes(struct arena *mem, size_t n);
// 256 bits of chance as 64 lower-case hexadecimal digits.
struct str random_token(struct arena *mem);
