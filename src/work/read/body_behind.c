// SPDX-License-Identifier: EUPL-1.2
// body_behind — names of bodies in languages that tell behind the head noun what it is of.

#include "work/read/body_behind.h"

#include "work/read/grammar.h"

enum { NAME_MAX = 24, BEFORE_MAX = 4, LIST_REACH = 8 };

static bool is_definite(const struct tokens *tokens, size_t i, size_t end)
{
	return i < end && role_at(tokens, i, end, ROLE_DEFINITE);
}

// A word that may stand in the name of a body: no small word, verb of tense, expert or activity.
static bool is_name_word(const struct tokens *tokens, size_t i, size_t end)
{
	return i < end && tokens->p[i].kind == TOKEN_WORD && grammar_in_phrase(tokens, i, end) &&
		!lexicon_is(tokens, i, end, LEXICON_EXPERT, S("expert")) &&
		!lexicon_at(tokens, i, end, LEXICON_ACTIVITY);
}

// An adjective or a noun that follows without a word between: no verb, and no demonym, which tells
// whose the body is.
static size_t plain_end(const struct tokens *tokens, size_t i, size_t end)
{
	bool goes_on = is_name_word(tokens, i, end) && !lexicon_at(tokens, i, end, LEXICON_VERB) &&
		!role_at(tokens, i, end, ROLE_ASKED) && !role_at(tokens, i, end, ROLE_HOSTS) &&
		(tokens->p[i].upper || !lexicon_at(tokens, i, end, LEXICON_DEMONYM));
	return goes_on ? i + 1 : i;
}

// A particle that is written onto the next word.
static bool is_glued(const struct tokens *tokens, size_t i)
{
	const struct token *token = &tokens->p[i];
	return token->kind == TOKEN_WORD && token->at + token->n == token[1].at &&
		token[1].gap == ' ';
}

// "Office d'assistance aux réfugiés", but not "aider le ministère à rédiger".
static bool leads_to_noun(const struct tokens *tokens, size_t i, size_t end)
{
	return role_at(tokens, i, end, ROLE_TO) &&
		(is_definite(tokens, i, end) || is_definite(tokens, i + 1, end));
}

// "lutte contre la traite", "Commission pour l'Égalité", but not "pour la rédaction".
static bool leads_to_matter(const struct tokens *tokens, size_t i, size_t end)
{
	if (!role_at(tokens, i, end, ROLE_TOPIC) && !role_at(tokens, i, end, ROLE_ON))
		return false;
	if (is_definite(tokens, i + 1, end))
		return !lexicon_at(tokens, i + 2, end, LEXICON_VERB);
	// "Комитет по статистике", but not "по разработке стратегии": no articles tell a noun
	if (tokens->tongue == TONGUE_RU && i + 1 < end)
		return role_at(tokens, i, end, ROLE_MATTERS) &&
			!role_at(tokens, i + 1, end, ROLE_MAKING) &&
			is_name_word(tokens, i + 1, end);
	return tokens->p[i + 1].upper;
}

// Behind "de la Justice", "des douanes", or a particle with its word; `i` when none stands there.
static size_t of_end(const struct tokens *tokens, size_t i, size_t end)
{
	if (i + 2 >= end && !(i + 1 < end && role_at(tokens, i, end, ROLE_OF)))
		return i;
	size_t n = role_at(tokens, i, end, ROLE_OF);
	if (!n && !is_glued(tokens, i) && !leads_to_noun(tokens, i, end) &&
		!leads_to_matter(tokens, i, end))
		return i;
	size_t at = i + (n ? n : 1);
	at += is_definite(tokens, at, end);
	bool is_place = n && grammar_place(tokens, at, end);
	return is_place || is_name_word(tokens, at, end) ? at + 1 : i;
}

// Behind "et de la Coopération", "и занятости"; `i` when what follows is no part of the name.
static size_t and_end(const struct tokens *tokens, size_t i, size_t end)
{
	size_t at = i + role_at(tokens, i, end, ROLE_AND);
	if (at == i || at >= end)
		return i;
	size_t of = of_end(tokens, at, end);
	if (of > at)
		return of;
	size_t plain = lexicon_at(tokens, at, end, LEXICON_ORGAN) ? at : plain_end(tokens, at, end);
	return plain > at ? plain : i;
}

// Behind the comma of a list that "and" closes: "des Affaires étrangères, de la Coopération et ...".
static size_t comma_end(const struct tokens *tokens, size_t i, size_t end)
{
	bool closes = false;
	if (!token_is_mark(&tokens->p[i], ','))
		return i;
	for (size_t k = i + 1; k < end && k < i + LIST_REACH && !closes; k++) {
		closes = role_at(tokens, k, end, ROLE_AND) > 0;
		if (!closes && tokens->p[k].kind == TOKEN_MARK)
			return i;
		if (role_at(tokens, k, end, ROLE_HELD) || role_at(tokens, k, end, ROLE_PLANNED))
			return i;
	}
	if (!closes)
		return i;
	size_t of = of_end(tokens, i + 1, end);
	if (of > i + 1)
		return of;
	bool is_bare = tongue_words_before(tokens->tongue) ||
		(i + 1 < end && tokens->p[i + 1].upper);
	size_t plain = is_bare ? plain_end(tokens, i + 1, end) : i + 1;
	return plain > i + 1 ? plain : i;
}

// "Office togolais des recettes": the word of a country within the name; `i` when none is there.
static size_t demonym_end(const struct tokens *tokens, size_t i, size_t end)
{
	const struct lexicon_entry *word = i < end ? lexicon_at(tokens, i, end, LEXICON_DEMONYM)
						   : NULL;
	size_t at = word ? i + word->word_n : i;
	return word && !tongue_words_before(tokens->tongue) && of_end(tokens, at, end) > at ? at
											    : i;
}

// Where the name whose head noun ends at `i` ends.
static size_t name_end(const struct tokens *tokens, size_t i, size_t end)
{
	size_t last = end - i < NAME_MAX ? end : i + NAME_MAX;
	i = demonym_end(tokens, i, end);
	while (i < last) {
		size_t next = plain_end(tokens, i, end);
		if (next == i)
			next = of_end(tokens, i, end);
		if (next == i)
			next = and_end(tokens, i, end);
		if (next == i)
			next = comma_end(tokens, i, end);
		if (next == i)
			break;
		i = next;
	}
	return i;
}

// The head noun at `i`, or behind adjectives where they stand before it: where it ends, 0 when there
// is none.
static size_t head_end(const struct tokens *tokens, size_t i, size_t end)
{
	const struct lexicon_entry *organ = lexicon_at(tokens, i, end, LEXICON_ORGAN);
	if (organ || !tongue_words_before(tokens->tongue) || !tokens->p[i].upper)
		return organ ? i + organ->word_n : 0;
	for (size_t k = i; k < end && k < i + BEFORE_MAX; k++) {
		organ = lexicon_at(tokens, k, end, LEXICON_ORGAN);
		if (organ)
			return k + organ->word_n;
		if (plain_end(tokens, k, end) == k)
			return 0;
	}
	return 0;
}

static bool has_capital(const struct tokens *tokens, size_t from, size_t to)
{
	while (from < to && !token_names(&tokens->p[from]))
		from++;
	return from < to;
}

bool body_behind_at(const struct tokens *tokens, size_t i, size_t end, struct range *ret_name)
{
	if (tokens->p[i].kind != TOKEN_WORD)
		return false;
	size_t head = head_end(tokens, i, end);
	size_t to = head ? name_end(tokens, head, end) : 0;
	// "the Ministry" alone is no name.
	if (to < i + 2 || !has_capital(tokens, i, to))
		return false;
	*ret_name = (struct range){i, to};
	return true;
}
