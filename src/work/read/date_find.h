// SPDX-License-Identifier: EUPL-1.2
// date_find — the grammar of dates, one for durations and for running text.
//
// Reads days, months, years, halves, quarters, beginnings and ends, ranges and lists of them, in
// the languages of data/month.tsv and data/read/date.*.tsv, and mends what pages lose: a dash between
// two dates ("September 2009July 2011", R01), a dash between two days ("1112 March 2010", R02), a
// digit too many in a year ("20112", R03). Pure: tokens in, dates out; linear.
#pragma once

#include "base/arena.h"
#include "base/date.h"
#include "base/vec.h"
#include "work/read/lexicon.h"
#include "work/read/token.h"

enum { YEAR_CANDIDATE_MAX = 5 };

struct date_hit {
	size_t from, to; // its tokens
	struct period period;
	struct str rule; // "date", or the repair made: R01, R02, R03
	bool damaged;    // something was mended
	bool ambiguous;  // another reading is possible; the plain one was taken
	bool needs_year; // a month without its year: period.start.year is 0
	bool in_list;    // shares its year with the hit before it ("March and June 2014")
	int64_t start_typo, end_typo; // the year as printed when it cannot be one; else 0
};

struct date_hits VEC_OF(struct date_hit);

// The longest date that begins at token `i` and ends before `end`.
bool date_at(const struct tokens *tokens, size_t i, size_t end, struct date_hit *ret_hit);

// All dates among the tokens, in order. Lists give one hit for each date.
struct date_hits date_find_all(
	struct arena *mem, const struct tokens *tokens, size_t from, size_t end);

// The whole value of a duration. False when no date can be read in it.
bool date_duration(const struct tokens *tokens, size_t from, size_t end, struct date_hit *ret_hit);

// The years that a misprinted one may stand for, earliest first; answers how many.
size_t date_year_candidates(int64_t typo, int ret_years[static YEAR_CANDIDATE_MAX]);
