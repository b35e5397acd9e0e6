// SPDX-License-Identifier: EUPL-1.2
// date_word — the job that a word does in a date, in whatever language it stands.
//
// The words with their jobs are rows of data/read/date.*.tsv; a row whose job is not named here
// does not compile.
#pragma once

enum date_word {
	WORD_PRESENT, // still going on: "present", "à ce jour"
	WORD_PART,    // leaves the year, or the month: "early", "end", "summer"
	WORD_WEEK,    // of the day named
	WORD_FIRST,   // before or behind a quarter or half
	WORD_SECOND,
	WORD_THIRD,
	WORD_FOURTH,
	WORD_LAST,
	WORD_QUARTER,
	WORD_HALF,
	WORD_TO, // between the two dates of a range
	WORD_AND,
	WORD_FROM,         // before a range
	WORD_BETWEEN,      // before a range whose dates "and" joins
	WORD_SINCE,        // before a start without an end
	WORD_FILLER,       // between the words of a date: "of the"
	WORD_ORDINAL,      // the ending of a number: "st"
	WORD_YEAR,         // behind a year: "года"
	WORD_WHEN,         // before a date in running text: "in", "during"
	WORD_WHEN_MONTH,   // before a month only: a plan is "for October", but "for 2014" names it
	WORD_NEXT,         // the first such month behind the date before
	WORD_SAME_MONTH,   // told from the date before, as are the next
	WORD_MONTH_LATER,  // "the following month"
	WORD_MONTH_BEFORE, // "the previous month"
	WORD_MONTHS_LATER, // behind their number: "two months later"
	WORD_SAME_YEAR,
	WORD_YEAR_LATER,
	WORD_YEAR_BEFORE,
	WORD_N
};
