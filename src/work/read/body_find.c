// SPDX-License-Identifier: EUPL-1.2
// body_find — names of bodies in running text: ministries, directorates, agencies, organisations.

#include "work/read/body_find.h"

#include "work/read/grammar.h"

enum { NAME_TOKENS_MAX = 24 };

static bool is_connector(const struct token *token)
{
	static const struct str words[] = { S_INIT("of"), S_INIT("for"), S_INIT("and"), S_INIT("de"),
		S_INIT("des"), S_INIT("du"), S_INIT("la"), S_INIT("les"), S_INIT("et"), S_INIT("l"),
		S_INIT("against"), S_INIT("à"), S_INIT("aux") };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (token_is(token, words[i]))
			return !token->upper;
	return false;
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

// Where the run of name words that begins at `from` ends.
static size_t run_end(const struct tokens *tokens, size_t from, size_t end)
{
	size_t i = from;
	while (i < end && i - from < NAME_TOKENS_MAX) {
		if (is_name_word(tokens, i, from)) {
			i++;
			continue;
		}
		size_t k = i;
		// "of the", "for the"; but not "and the", which begins another name
		if (is_connector(&tokens->p[k])) {
			bool is_and = token_is(&tokens->p[k], S("and"));
			k++;
			if (!is_and && k < end && token_is(&tokens->p[k], S("the")))
				k++;
			if (k < end && is_connector(&tokens->p[k]))
				k++;
			if (k < end && is_name_word(tokens, k, from)) {
				i = k;
				continue;
			}
		}
		// "Benin, Mali, Cameroon and Senegal": places in a row belong to one name
		if (token_is_mark(&tokens->p[i], ',') && i > from && grammar_place(tokens, i - 1, i) &&
			grammar_place(tokens, i + 1, end)) {
			size_t after = i + 1 + grammar_place(tokens, i + 1, end)->word_n;
			if (after < end && (token_is_mark(&tokens->p[after], ',') ||
						   token_is(&tokens->p[after], S("and")))) {
				i++;
				continue;
			}
		}
		break;
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
	if (has_organ(tokens, i, to)) {
		*ret_name = (struct range){ i, to };
		return true;
	}
	const struct lexicon_entry *known = lexicon_at(tokens, i, end, LEXICON_BODY);
	if (!known || (known->word_n == 1 && !tokens->p[i].all_upper && tokens->p[i].fold.n < 6))
		return false;
	*ret_name = (struct range){ i, i + known->word_n };
	return true;
}

bool body_is_collective(const struct reading *r, size_t i, size_t end, struct range *ret_name)
{
	const struct tokens *tokens = &r->tokens;
	const struct lexicon_entry *demonym = lexicon_at(tokens, i, end, LEXICON_DEMONYM);
	if (!demonym || !tokens->p[i].upper)
		return false;
	size_t noun = i + demonym->word_n;
	if (noun >= end || (!token_is(&tokens->p[noun], S("authorities")) &&
				   !token_is(&tokens->p[noun], S("government"))))
		return false;
	*ret_name = (struct range){ i, noun + 1 };
	return true;
}
