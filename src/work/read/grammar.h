// SPDX-License-Identifier: EUPL-1.2
// grammar — small questions about the words around a token, shared by the finders.
//
// The words themselves stand in data/read/function.*.tsv, verb.*.tsv and number.*.tsv.
#pragma once

#include "work/read/lexicon.h"
#include "work/read/reading.h"

enum determiner {
	DETERMINER_NONE,
	DETERMINER_INDEFINITE,
	DETERMINER_DEFINITE,
	DETERMINER_POINTING
};

// A word that can be part of a noun phrase: no article, preposition, verb of tense, month or mark.
bool grammar_in_phrase(const struct tokens *tokens, size_t i, size_t end);

// What kind of article, or pointing word, the token is.
enum determiner grammar_determiner(const struct tokens *tokens, size_t i, size_t end);

// True where a clause of purpose begins: "aimed at", "in order to", "to" before a verb.
bool grammar_purpose(const struct tokens *tokens, size_t i, size_t end);

// The number that a word or number tells; 0 when it tells none. Ordinals set *ret_ordinal.
int64_t grammar_number(const struct tokens *tokens, size_t i, size_t end, bool *ret_ordinal);

// Any of the tokens [from, to) is this word.
bool grammar_has_word(const struct tokens *tokens, size_t from, size_t to, struct str word);
bool grammar_find_role(const struct tokens *tokens, size_t from, size_t to, enum role role);
static inline bool grammar_has_role(
	const struct tokens *tokens, size_t from, size_t to, enum role role)
{
	if (to == from + 1)
		return role_at(tokens, from, to, role) > 0;
	return from < to && grammar_find_role(tokens, from, to, role);
}

// Words of this role end right before the token `to`, not before `begin`.
bool grammar_ends_with(const struct tokens *tokens, size_t to, size_t begin, enum role role);

// A name of a country or town that begins at `i`, written with a capital; NULL when there is none.
const struct lexicon_entry *grammar_place(const struct tokens *tokens, size_t i, size_t end);
