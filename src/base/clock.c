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

// The day an instant falls on, and the seconds since its midnight.
static int32_t split_instant(int64_t instant, int *ret_seconds)
{
	int64_t seconds = instant % DAY;

	if (seconds < 0)
		seconds += DAY;
	*ret_seconds = (int)seconds;
	return (int32_t)((instant - seconds) / DAY);
}

struct date clock_today(void)
{
	int seconds;

	return date_of_day(split_instant(clock_now(), &seconds));
}

struct str clock_rfc3339(struct arena *mem, int64_t instant)
{
	int seconds;
	struct date d = date_of_day(split_instant(instant, &seconds));

	return str_format(mem, "%04d-%02d-%02dT%02d:%02d:%02dZ", d.year, d.month, d.day,
		seconds / 3600, seconds / 60 % 60, seconds % 60);
}

struct str clock_http(struct arena *mem, int64_t instant)
{
	static const char *const day_name[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
	static const char *const month_name[] = {"Jan", "Jan", "Feb", "Mar", "Apr", "May", "Jun",
		"Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	int seconds;
	int32_t day = split_instant(instant, &seconds);
	struct date d = date_of_day(day);

	return str_format(mem, "%s, %02d %s %04d %02d:%02d:%02d GMT", day_name[date_weekday(day)],
		d.day, month_name[d.month], d.year, seconds / 3600, seconds / 60 % 60,
		seconds % 60);
}
