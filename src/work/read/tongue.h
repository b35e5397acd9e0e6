// SPDX-License-Identifier: EUPL-1.2
// tongue — the languages that pages are written in, and telling which one a text is in.
//
// Names of places, bodies and months and labels are looked for in every language at once; small
// words, verbs and nouns only in the language of the entry, so that the French "on" or the
// Portuguese "as" mean nothing in an English sentence. So are French, Spanish and Portuguese
// words of dates, and their short names of months; those of the other languages cannot be
// mistaken.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct tokens;

enum tongue { TONGUE_EN, TONGUE_FR, TONGUE_ES, TONGUE_PT, TONGUE_RU, TONGUE_AR, TONGUE_N };

// The language of an ISO 639-1 code; TONGUE_N when it is none of ours.
enum tongue tongue_of(struct str code);
struct str tongue_code(enum tongue tongue);

// How much a word speaks for each language, side by side in one number: sums of them are told apart
// by tongue_find.
#define TONGUE_WEIGHT_BITS 10
static inline uint64_t tongue_weight(enum tongue tongue, unsigned weight)
{
	return (uint64_t)weight << tongue * TONGUE_WEIGHT_BITS;
}

// The language that most of the first tokens belong to by their letters and by the tables of words,
// small words before others; English when none is told.
// The tokens must be marked (lexicon_mark).
enum tongue tongue_find(const struct tokens *tokens);

// Words that belong to a noun stand before it ("national strategy"), behind it ("stratégie
// nationale"), or, in Russian, on both sides.
bool tongue_words_before(enum tongue tongue);
bool tongue_words_behind(enum tongue tongue);

// False where no word of its own tells whether something was told before: Russian has none, and the
// Arabic one is part of the stem that is cut off.
bool tongue_has_articles(enum tongue tongue);

// True where the verb may stand before who acts: "hosted the town a seminar".
bool tongue_verb_first(enum tongue tongue);
