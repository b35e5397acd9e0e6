// SPDX-License-Identifier: EUPL-1.2
// tongue — the languages that pages are written in, and telling which one a text is in.
//
// Names of places, bodies and months, labels and words of dates are looked for in every language at
// once; small words, verbs and nouns only in the language of the entry, so that the French "on" or
// the Portuguese "as" mean nothing in an English sentence.
#pragma once

#include "base/str.h"

struct tokens;

enum tongue { TONGUE_EN, TONGUE_FR, TONGUE_ES, TONGUE_PT, TONGUE_RU, TONGUE_AR, TONGUE_N };

// The language of an ISO 639-1 code; TONGUE_N when it is none of ours.
enum tongue tongue_of(struct str code);

// The language that most small words of the first tokens belong to; English when none is told.
// The tokens must be marked (lexicon_mark).
enum tongue tongue_find(const struct tokens *tokens);
