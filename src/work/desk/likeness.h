// SPDX-License-Identifier: EUPL-1.2
// likeness — how alike two records of a kind are, and why: proposals of what may be one and the same.
//
// All of it walks the description: what names a record and other short texts that are searched are
// its names; codes and countries by which lists are narrowed are compared as sets; a listed period
// must be near; parts of a record are compared with parts of the same one only. Fields of a class
// that the person may not see are not looked at, so that no reason tells them.
#pragma once

#include "base/vec.h"
#include "model/record.h"

enum like_reason {
	LIKE_SAME_NAME,    // folded, with the same words
	LIKE_SPELLING,     // a few letters differ
	LIKE_WORDS,        // most words are the same
	LIKE_ABBREVIATION, // one is made of the first letters of the other
	LIKE_VALUE,        // the same country, theme, address ...
	LIKE_DATES,        // at the same time, or nearly
	LIKE_REASON_N,
};

struct like {
	int score;                       // 0 to 100; from LIKE_LEAST on it is worth a look
	unsigned reasons;                // bits of enum like_reason
	const struct property *property; // of LIKE_VALUE
	struct str value;
};
enum { LIKE_LEAST = 60 };

struct like like_of(
	struct arena *mem, const struct record *one, const struct record *other, unsigned classes);

// Pairs that are alike, the likest first. Records are told apart by their place in the list. Only
// those that share a rare word, an abbreviation or the beginning of a name are compared, so that
// thousands of records take no longer than reading them.
struct like_pair {
	size_t one, other;
	struct like like;
};
struct like_pairs VEC_OF(struct like_pair);
struct like_pairs like_pairs(
	struct arena *mem, struct record *const *records, size_t n, unsigned classes);
