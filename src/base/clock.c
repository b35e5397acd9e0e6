// SPDX-License-Identifier: EUPL-1.2
// clock — the time of the system, or the one that $ATTACHE_NOW fixes.
#include "base/clock.h"

#include <stdlib.h>
#include <time.h>

enum { DAY = 24 * 60 * 60 };

enum fixed { FIXED_UNASKED, FIXED_NO, FIXED_YES };

// Read once: a process whose environment changes later keeps its clock.
static enum fixed is_fixed;
static int64_t fixed_now;

int64_t clock_now(void)
{
	if (is_fixed == FIXED_UNASKED)
		is_fixed = str_int(str_c(getenv("ATTACHE_NOW")), &fixed_now) ? FIXED_YES : FIXED_NO;
	return is_fixed == FIXED_YES ? fixed_now : (int64_t)time(NULL);
}

int64_t clock_monotonic(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

struct str clock_rfc3339(struct arena *mem, int64_t instant)
{
	int seconds = (int)(instant % DAY);

	// The midnight before 1970 too is the one that was last.
	if (seconds < 0)
		seconds += DAY;
	struct date d = date_of_day((int32_t)((instant - seconds) / DAY));

	return str_format(mem, "%04d-%02d-%02dT%02d:%02d:%02dZ", d.year, d.month, d.day,
		seconds / 3600, seconds / 60 % 60, seconds % 60);
}
