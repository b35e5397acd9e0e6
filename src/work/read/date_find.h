// SPDX-License-Identifier: EUPL-1.2
// date_find — the grammar of dates, one for durations and for running text.
//
//     date = part [ separator part ]           one date or a range; date_part.h says what a part is
//          | part { ( "," | "and" ) part }     a list that shares the year of its last
//     separator = dash | "to" | "and" behind "between" | nothing, where a dash was lost
//
// What the first part of a range lacks it takes from the second, and the other way round. Pages
// lose and double things, which is mended and told: a dash between two dates ("September 2009July
// 2011", R01) or two days ("1112 March 2010", R02), a digit too many in a year ("20112", R03), a
// month misspelt (R11). Pure: tokens in, dates out; linear.
#pragma once

#include "base/arena.h"
#include "base/date.h"
#include "base/vec.h"
#include "work/read/date_part.h"

struct date_hit {
	size_t from, to; // its tokens
	struct period period;
	struct str rule; // "date", "date.relative", or the repair made: R01, R02, R03, R11
	bool damaged;    // something was mended
	bool ambiguous;  // another reading is possible; the plain one was taken
	bool needs_year; // a month without its year: period.start.year is 0
	bool only_years; // no month, no season, nothing but years
	bool in_list;    // shares its year with the hit before it ("March and June 2014")
	bool inferred;   // what it lacks was taken from the date before it
	int64_t start_typo, end_typo; // the year as printed when it cannot be one; else 0
	enum date_relative relative;  // how it follows from the date before it
	int offset;
	int apart[DATE_DAYS_MAX][2]; // "4, 9 and 18-20 October": first and last days of each, or 0
	int apart_n;
};

struct date_hits VEC_OF(struct date_hit);

// The longest date that begins at token `i` and ends before `end`.
bool date_at(const struct tokens *tokens, size_t i, size_t end, struct date_hit *ret_hit);

// All dates among the tokens, in order. Lists give one hit for each date.
struct date_hits date_find_all(
	struct arena *mem, const struct tokens *tokens, size_t from, size_t end);

// Gives dates that lack a year, or are told from another ("the same month"), what they lack, from
// the date before them; from the `anchor`, a year, when there is none before. Those told from
// another that is not there are taken away.
void date_resolve(struct date_hits *hits, int anchor);

// The whole value of a duration. False when no date can be read in it.
bool date_duration(const struct tokens *tokens, size_t from, size_t end, struct date_hit *ret_hit);
