// SPDX-License-Identifier: EUPL-1.2
// body_find — names of bodies in running text: ministries, directorates, agencies, organisations.

#include "work/read/body_find.h"

#include "work/read/grammar.h"

enum { NAME_TOKENS_MAX = 24 };

static bool is_connector(const struct token *token)
{
	static const struct str words[] = {S_INIT("of"), S_INIT("for"), S_INIT("and"), S_INIT("de"),
		S_INIT("des"), S_INIT("du"), S_INIT("la"), S_INIT("les"), S_INIT("et"), S_INIT("l"),
		S_INIT("against"), S_INIT("à"), S_INIT("aux")};
	return !token->upper && GRAMMAR_IS_ANY(token, words);
}

// A capitalised word, or the "s" of a possessive behind one.
static bool is_name_word(const struct tokens *tokens, size_t i, size_t from)
{
	const struct token *token = &tokens->p[i];
	if (token->kind != TOKEN_WORD)
		return false;
	if (token->upper)
		return true;
	return i > from && token->gap == '\'' && token->fold.n == 1 && tokens->p[i - 1].upper;
}

// "of the", "for", "and" with a name word behind: behind that word; 0 when it is not so. "and the"
// begins another name.
static size_t skip_connector(const struct tokens *tokens, size_t i, size_t from, size_t end)
{
	if (!is_connector(&tokens->p[i]))
		return 0;
	bool is_and = token_is(&tokens->p[i], S("and"));
	i++;
	if (!is_and && i < end && token_is(&tokens->p[i], S("the")))
		i++;
	if (i < end && is_connector(&tokens->p[i]))
		i++;
	return i < end && is_name_word(tokens, i, from) ? i + 1 : 0;
}

// "Benin, Mali, Cameroon and Senegal": a comma between places that belong to one name.
static bool joins_places(const struct tokens *tokens, size_t i, size_t from, size_t end)
{
	if (!token_is_mark(&tokens->p[i], ',') || i == from || !grammar_place(tokens, i - 1, i))
		return false;
	const struct lexicon_entry *next = grammar_place(tokens, i + 1, end);
	size_t after = next ? i + 1 + next->word_n : end;
	return after < end &&
		(token_is_mark(&tokens->p[after], ',') || token_is(&tokens->p[after], S("and")));
}

// Where the run of name words that begins at `from` ends.
static size_t run_end(const struct tokens *tokens, size_t from, size_t end)
{
	size_t i = from;
	while (i < end && i - from < NAME_TOKENS_MAX) {
		size_t behind = is_name_word(tokens, i, from) || joins_places(tokens, i, from, end)
			? i + 1
			: skip_connector(tokens, i, from, end);
		if (!behind)
			break;
		i = behind;
	}
	return i;
}

static bool has_organ(const struct tokens *tokens, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (tokens->p[i].upper && lexicon_at(tokens, i, to, LEXICON_ORGAN))
			return true;
	return false;
}

bool body_at(const struct reading *r, size_t i, size_t end, struct range *ret_name)
{
	const struct tokens *tokens = &r->tokens;
	if (tokens->p[i].kind != TOKEN_WORD || !tokens->p[i].upper)
		return false;
	// The article "The" belongs to a country's name, not to a body's.
	if (grammar_determiner(tokens, i, end) != DETERMINER_NONE)
		return false;
	size_t to = run_end(tokens, i, end);
	while (to > i + 1 && tokens->p[to - 1].gap == '\'' && tokens->p[to - 1].fold.n == 1)
		to--; // "the Institute's"
	// "the Committee" alone is no name.
	if (to > i + 1 && has_organ(tokens, i, to)) {
		*ret_name = (struct range){i, to};
		return true;
	}
	const struct lexicon_entry *known = lexicon_at(tokens, i, end, LEXICON_BODY);
	if (!known || (known->word_n == 1 && !tokens->p[i].all_upper && tokens->p[i].fold.n < 6))
		return false;
	*ret_name = (struct range){i, i + known->word_n};
	return true;
}

bool body_is_collective(const struct reading *r, size_t i, size_t end, struct range *ret_name)
{
	const struct tokens *tokens = &r->tokens;
	const struct lexicon_entry *demonym = lexicon_at(tokens, i, end, LEXICON_DEMONYM);
	if (!demonym || !tokens->p[i].upper)
		return false;
	size_t noun = i + demonym->word_n;
	if (noun >= end ||
		(!token_is(&tokens->p[noun], S("authorities")) &&
			!token_is(&tokens->p[noun], S("government"))))
		return false;
	*ret_name = (struct range){i, noun + 1};
	return true;
}
