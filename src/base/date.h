// SPDX-License-Identifier: EUPL-1.2
// date — days, part-known dates and periods in the Gregorian calendar.
//
// A date is as precise as its source: a year, a month or a day; what is unknown is 0. A period is
// what one value of a record or of the API holds: nothing, a date, a range, or a range that is
// still open. Periods are kept as one EDTF level 1 string (ISO 8601-2): `2012-04-24/2012-04-26`,
// `2014-01/2014-06`, `2013-01/..`, `2010-03`, `/..` for one that goes on since nobody knows when, and
// the empty string for "not known".
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct date {
	int year;  // 1 to 9999; 0 when nothing is known
	int month; // 1 to 12; 0 when only the year is known
	int day;   // 1 to 31; 0 when only the month is known
};

struct period {
	struct date start;
	struct date end; // all 0 unless it is a range
	bool open;       // "present": it goes on, and end is all 0
};

bool date_is_known(struct date d);
// True when the calendar has it, as far as it is known: 2011-02-29 and 2011-13 are not real, nor is
// a date of which nothing is known, nor one with a day and no month.
bool date_is_real(struct date d);
int date_days_in_month(int year, int month);

// Earlier, same, later: <0, 0, >0, comparing first days; the less precise comes first when equal,
// and a date of which nothing is known before all others.
int date_cmp(struct date a, struct date b);

// Days since 1970-01-01 of its first and of its last possible day. The date must be real.
int32_t date_first_day(struct date d);
int32_t date_last_day(struct date d);
// The reverse; years 1 to 9999, nothing known beyond them.
struct date date_of_day(int32_t day);

// YYYY, YYYY-MM or YYYY-MM-DD; the empty string when nothing is known.
struct str date_iso(struct arena *mem, struct date d);
// The same into a place that the caller has, terminated; answers its bytes.
enum { DATE_TEXT_MAX = 16, PERIOD_TEXT_MAX = 32 };
size_t date_print(struct date d, char ret_text[static DATE_TEXT_MAX]);
// The reverse; false on anything else and on dates that are not real. Empty text is a known nothing.
bool date_parse(struct str s, struct date *ret_date) MUST_CHECK;

bool period_is_known(struct period p);
struct str period_edtf(struct arena *mem, struct period p);
size_t period_print(struct period p, char ret_text[static PERIOD_TEXT_MAX]);
// The reverse; false on anything else. An end before the start is read as it stands: that is a
// rule about data, and rules are the model's.
bool period_parse(struct str s, struct period *ret_period) MUST_CHECK;
// First and last possible day of a known period. An open period ends at the last day of `as_of`, or
// at its start when that is later or nothing is known of `as_of`.
int32_t period_first_day(struct period p);
int32_t period_last_day(struct period p, struct date as_of);
// Calendar months touched, both ends counted: March to March is 1; a year by itself is 12, and a
// range that ends before it starts, or of which nothing is known, is 0.
int period_months(struct period p, struct date as_of);
