// SPDX-License-Identifier: EUPL-1.2
// lexicon — finds the phrases of all vocabularies in a token stream.
//
// Built once from the compiled-in tables, then only read. Phrases are kept by their first word,
// longest first, so that a token costs one look-up however many vocabularies there are. What joins
// the words in the text (blank, hyphen, apostrophe) does not matter; a mark between them does.
//
// A word has a view for each language of a text: the phrases of that language, and the names that
// are looked for in every one (tongue.h).
#pragma once

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "work/read/role.h"
#include "work/read/token.h"
#include "work/read/tongue.h"

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
	struct str *words; // folded, and stems
	size_t word_n;
	enum tongue tongue; // TONGUE_N when it is looked for in every language
	struct str value;
	struct str note; // a second value that some tables have
	int number;      // of a month; the enum role of a small word or verb
	bool exact;      // matches only words in capitals
};

// What may begin with a word in a text of one language.
struct lexicon_view {
	uint32_t kinds;                           // bits of enum lexicon_kind
	uint64_t roles;                           // bits of enum role
	uint64_t alone;                           // those that the word has without any behind it
	const struct lexicon_entry *const *entry; // longest first
	size_t n;
};

struct lexicon_word {
	const struct lexicon_view *of[TONGUE_N];
	uint8_t small_in; // bits of the languages in which it is a small word
};

struct lexicon {
	struct map first; // of struct lexicon_word
};

const struct lexicon *lexicon_new(struct arena *mem);

// Gives every token from `from` on the word of the lexicon that it is.
void lexicon_mark(const struct lexicon *lexicon, struct tokens *tokens, size_t from);

// What may begin at the token in the language of the tokens; a view without entries when nothing
// may.
static inline const struct lexicon_view *lexicon_view(const struct tokens *tokens, size_t i)
{
	static const struct lexicon_view none = {0};
	const struct lexicon_word *word = tokens->p[i].word;
	return word ? word->of[tokens->tongue] : &none;
}

// The longest phrase of the kind that begins at token `i`, within tokens before `end`; or NULL.
const struct lexicon_entry *lexicon_at(
	const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind);

// Words of the phrase of this kind and value that begins at `i`; 0 when there is none. A phrase may
// have several values.
size_t lexicon_is(const struct tokens *tokens, size_t i, size_t end, enum lexicon_kind kind,
	struct str value);

// Words of the small word or verb of this role that begins at `i`; 0 when there is none.
size_t role_at(const struct tokens *tokens, size_t i, size_t end, enum role role);
