// SPDX-License-Identifier: EUPL-1.2
// lexicon — finds the phrases of all vocabularies in a token stream.
//
// Built once from the compiled-in tables, then only read. Phrases are kept by their first word,
// longest first, so that a token costs one look-up however many vocabularies there are. What joins
// the words in the text (blank, hyphen, apostrophe) does not matter; a mark between them does.
#pragma once

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "work/read/token.h"

enum lexicon_kind {
	LEXICON_LABEL,
	LEXICON_DATE,
	LEXICON_MONTH,   // number: 1 to 12
	LEXICON_COUNTRY, // value: iso2, as for the next two
	LEXICON_DEMONYM,
	LEXICON_CITY,
	LEXICON_REGION,   // value: slug
	LEXICON_BODY,     // a body known by name; value: acronym
	LEXICON_ACTIVITY, // value: type
	LEXICON_OUTPUT,   // value: type
	LEXICON_EXPERT,   // value: kind
	LEXICON_NUMBER,
	LEXICON_VERB,
	LEXICON_THEME,
	LEXICON_ORGAN,    // head nouns of the names of bodies: ministry, directorate
	LEXICON_PEOPLE,   // those who attend
	LEXICON_FUNCTION, // small words: articles, prepositions
};

struct lexicon_entry {
	enum lexicon_kind kind;
	struct str *words; // folded
	size_t word_n;
	struct str lang;
	struct str value;
	struct str note; // a second value that some tables have
	int number;
	bool exact;                       // matches only words in capitals
	const struct lexicon_entry *next; // with the same first word, no longer than this one
};

struct lexicon {
	struct map first;
};

const struct lexicon *lexicon_new(struct arena *mem);

// Hangs the chain of phrases that may begin at it on every token from `from` on.
void lexicon_mark(const struct lexicon *lexicon, struct tokens *tokens, size_t from);

// The longest phrase of the kind that begins at token `i`, within tokens before `end`; or NULL.
const struct lexicon_entry *lexicon_at(
	const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind);

// Words of the phrase of this kind and value that begins at `i`; 0 when there is none. A phrase may
// have several values.
size_t lexicon_is(const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind,
	struct str value);
