// SPDX-License-Identifier: EUPL-1.2
// clock — the only reader of the time; tests set it.
//
// $ATTACHE_NOW (seconds since 1970, read once at the first question) fixes the clock of a whole
// process, so that expected outputs can be exact.
#pragma once

#include <stdint.h>

#include "base/date.h"

// Seconds since 1970-01-01T00:00:00Z.
int64_t clock_now(void);
// Nanoseconds of a clock that never jumps: for measuring only.
int64_t clock_monotonic(void);
// An instant as 2026-11-23T19:51:17Z (RFC 3339).
struct str clock_rfc3339(struct arena *mem, int64_t instant);
