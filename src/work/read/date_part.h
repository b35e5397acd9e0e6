// SPDX-License-Identifier: EUPL-1.2
// date_part — one date as it is printed, with what it lacks: what ranges and lists are made of.
//
//     part     = { edge } ( numbers | days month [ year ] | month [ days ] [ year ]
//              | span [ year ] | relative | year ) | present
//     edge     = "early" | "end of" | "summer" | "week of" ...
//     numbers  = 2010-03-12 | 12.03.2010 | 12/03/2010 | 12-14.03.2010 | 2010-03 | 03/2010
//     days     = day { ( "-" | "/" | "to" | "," | "and" ) day } | two days run together
//     month    = its name | two names of it or of two months with a slash | a name misspelt
//     year     = four digits [ ( "/" | "-" ) two digits ] | five digits | "of the same year"
//     span     = nth unit | unit nth              "first quarter", "Q3", "II квартал"
//     relative = "the same month" | "two months later" | "the following year"
//
// The words stand in data/read/date.*.tsv, the months in data/month.tsv.
#pragma once

#include "work/read/lexicon.h"
#include "work/read/token.h"

enum { DATE_DAYS_MAX = 8, YEAR_CANDIDATE_MAX = 5 };

// What was mended; the names of the rules are those of date_damage_rule.
enum date_damage {
	DAMAGE_NONE,
	DAMAGE_DASH,  // R01: lost between two months or years
	DAMAGE_DAYS,  // R02: lost between two days
	DAMAGE_YEAR,  // R03: a digit too many
	DAMAGE_MONTH, // R11: a month misspelt
};

// A date told from the one before it in the text.
enum date_relative {
	DATE_ABSOLUTE,
	DATE_IN_YEARS,  // offset years from its year
	DATE_IN_MONTHS, // offset months from its month
	DATE_NEXT,      // the first such month behind it
};

struct date_part {
	size_t to; // behind its last token
	int day[DATE_DAYS_MAX], day_n;
	int month, month_end; // two months with a slash, or glued together
	int year, year_end;   // "2012/13"
	int half, quarter;
	int carry;    // a day glued to the year, which belongs to the date behind it
	int64_t typo; // the year as printed, when it cannot be one
	int offset;   // of a relative one
	enum date_relative relative;
	enum date_damage damage;
	bool is_edge; // "early", "end of"
	bool is_week; // the seven days from the day named
	bool is_present;
	bool is_bare;            // a year and no more
	bool own[DATE_DAYS_MAX]; // of each day: told by itself, not the end of a range from the one before
	bool days_apart;         // some behind the first are
	bool ambiguous; // another reading is possible: one day or two, which number is the month
};

// Reads everything from token `i` on that stands for one date, as far as it goes; false when
// nothing does. `carry` is the day that stood glued to the token before, or 0.
bool date_part_read(
	const struct tokens *tokens, size_t i, size_t end, int carry, struct date_part *ret_part);

// Behind the small words of dates at `i`: "of the", "de l'année".
size_t date_skip_fillers(const struct tokens *tokens, size_t i, size_t end);

// Behind a dash or slash at `i`, alone or the gap before the token; 0 when there is none.
size_t date_skip_dash(const struct tokens *tokens, size_t i, size_t end);

// The years that a misprinted one may stand for, earliest first; answers how many.
size_t date_year_candidates(int64_t typo, int ret_years[static YEAR_CANDIDATE_MAX]);

// A day that the calendar does not have is two days run together: 29 February 2010 is 2 to 9.
// False when it is not that either.
bool date_part_mend(struct date_part *part);
