// SPDX-License-Identifier: EUPL-1.2
// grammar — small questions about the words around a token, shared by the finders.

#include "work/read/grammar.h"

enum { PHRASE_MAX = 7 };

static const uint64_t determiners = ROLE_BIT(ROLE_INDEFINITE) | ROLE_BIT(ROLE_DEFINITE) |
	ROLE_BIT(ROLE_POINTING);
static const uint64_t tenses = ROLE_BIT(ROLE_HELD) | ROLE_BIT(ROLE_PLANNED) | ROLE_BIT(ROLE_BEING);

bool grammar_in_phrase(const struct tokens *tokens, size_t i, size_t end)
{
	const struct token *token = &tokens->p[i];
	if (token->kind == TOKEN_MARK)
		return false;
	if (token->kind == TOKEN_NUMBER)
		return token->fold.n <= 2 || i + 1 >= end || tokens->p[i + 1].upper;
	const struct lexicon_entry *small = lexicon_at(tokens, i, end, LEXICON_FUNCTION);
	if (small && small->number != ROLE_ADJECTIVE)
		return false;
	if (token->upper && lexicon_at(tokens, i, end, LEXICON_MONTH))
		return false;
	return !(token->roles & tenses) ||
		(!role_at(tokens, i, end, ROLE_HELD) && !role_at(tokens, i, end, ROLE_PLANNED) &&
			!role_at(tokens, i, end, ROLE_BEING));
}

_Static_assert(ROLE_POINTING < ROLE_RARE && ROLE_BEING < ROLE_RARE, "bits of token.roles");

enum determiner grammar_determiner(const struct tokens *tokens, size_t i, size_t end)
{
	if (i < end && !(tokens->p[i].roles & determiners))
		return DETERMINER_NONE;
	if (role_at(tokens, i, end, ROLE_INDEFINITE))
		return DETERMINER_INDEFINITE;
	if (role_at(tokens, i, end, ROLE_DEFINITE))
		return DETERMINER_DEFINITE;
	if (role_at(tokens, i, end, ROLE_POINTING))
		return DETERMINER_POINTING;
	return DETERMINER_NONE;
}

bool grammar_purpose(const struct tokens *tokens, size_t i, size_t end)
{
	if (role_at(tokens, i, end, ROLE_PURPOSE))
		return true;
	if (!role_at(tokens, i, end, ROLE_INFINITIVE) || i + 1 >= end)
		return false;
	// "To" opens a purpose before a verb; before a name, an article or a number it leads there.
	const struct token *next = &tokens->p[i + 1];
	if (next->kind != TOKEN_WORD || next->upper)
		return false;
	return !lexicon_at(tokens, i + 1, end, LEXICON_FUNCTION) &&
		!lexicon_at(tokens, i + 1, end, LEXICON_NUMBER) &&
		!lexicon_at(tokens, i + 1, end, LEXICON_PEOPLE);
}

int64_t grammar_number(const struct tokens *tokens, size_t i, size_t end, bool *ret_ordinal)
{
	const struct token *token = &tokens->p[i];
	*ret_ordinal = false;
	if (token->kind == TOKEN_NUMBER) {
		bool glued = i + 1 < end && tokens->p[i + 1].gap != ' ' &&
			tokens->p[i + 1].kind != TOKEN_MARK;
		*ret_ordinal = glued && tokens->p[i + 1].gap == 0;
		return glued || token->fold.n > 2 ? 0 : token->value;
	}
	const struct lexicon_entry *entry = lexicon_at(tokens, i, end, LEXICON_NUMBER);
	int64_t value = 0;
	size_t behind = entry ? i + entry->word_n : end;
	if (!entry || (behind < end && tokens->p[behind].gap == '-'))
		return 0; // "two-week"
	struct str digits = entry->value;
	*ret_ordinal = str_ends(digits, S("."));
	if (*ret_ordinal)
		return 0;
	return str_int(digits, &value) ? value : 0;
}

bool grammar_has_word(const struct tokens *tokens, size_t from, size_t to, struct str word)
{
	for (size_t i = from; i < to; i++)
		if (token_is(&tokens->p[i], word))
			return true;
	return false;
}

bool grammar_find_role(const struct tokens *tokens, size_t from, size_t to, enum role role)
{
	for (size_t i = lexicon_next_role(tokens, from, to, role); i < to;
		i = lexicon_next_role(tokens, i + 1, to, role))
		if (role_at(tokens, i, to, role))
			return true;
	return false;
}

const struct lexicon_entry *grammar_place(const struct tokens *tokens, size_t i, size_t end)
{
	if (i >= end || !token_names(&tokens->p[i]))
		return NULL;
	const struct lexicon_entry *country = lexicon_at(tokens, i, end, LEXICON_COUNTRY);
	const struct lexicon_entry *city = lexicon_at(tokens, i, end, LEXICON_CITY);
	if (!city || (country && country->word_n >= city->word_n))
		return country;
	// Abbreviations, months and words for people are no towns.
	if (tokens->p[i].all_upper || lexicon_at(tokens, i, end, LEXICON_MONTH) ||
		lexicon_at(tokens, i, end, LEXICON_DEMONYM))
		return country;
	return city;
}

bool grammar_ends_with(const struct tokens *tokens, size_t to, size_t begin, enum role role)
{
	size_t from = to > begin + PHRASE_MAX ? to - PHRASE_MAX : begin;
	for (size_t i = from; i < to; i++)
		if (i + role_at(tokens, i, to, role) == to)
			return true;
	return false;
}
