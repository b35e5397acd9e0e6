// SPDX-License-Identifier: EUPL-1.2
// body_find — names of bodies in running text: ministries, directorates, agencies, organisations.

#include "work/read/body_find.h"

#include "work/read/body_behind.h"
#include "work/read/grammar.h"

enum { NAME_TOKENS_MAX = 24, LIST_TOKENS_MAX = 7 };

// "Committee on Fisheries": a word that opens what a body is for, right behind its noun.
static bool opens_matter(const struct tokens *tokens, size_t i, size_t end)
{
	return i > 0 && i + 1 < end && tokens->p[i - 1].upper && tokens->p[i + 1].upper &&
		role_at(tokens, i, end, ROLE_MATTERS) &&
		lexicon_at(tokens, i - 1, i, LEXICON_ORGAN) &&
		!lexicon_at(tokens, i + 1, end, LEXICON_DATE);
}

// A small word between the words of one name; names keep those of their own language.
static bool is_connector(const struct tokens *tokens, size_t i, size_t end)
{
	return !tokens->p[i].upper &&
		(role_at(tokens, i, end, ROLE_JOINT) || opens_matter(tokens, i, end));
}

// The apostrophe of "Workers' Union".
static bool is_possessive(const struct tokens *tokens, size_t i)
{
	return token_is_mark(&tokens->p[i], '\'') && tokens->p[i].gap == 0 && i + 1 < tokens->n &&
		tokens->p[i + 1].gap == ' ' && tokens->p[i + 1].upper;
}

// A capitalised word, or the "s" of a possessive behind one.
static bool is_name_word(const struct tokens *tokens, size_t i, size_t from)
{
	const struct token *token = &tokens->p[i];
	if (i > from && is_possessive(tokens, i))
		return true;
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
	if (!is_connector(tokens, i, end))
		return 0;
	bool is_and = role_at(tokens, i, end, ROLE_AND);
	// "the Directorate and Belgium": a place goes on with places only.
	if (is_and && i > from && grammar_place(tokens, i + 1, end) &&
		!grammar_place(tokens, i - 1, end))
		return 0;
	i++;
	if (!is_and && i < end && grammar_determiner(tokens, i, end) == DETERMINER_DEFINITE)
		i++;
	if (i < end && is_connector(tokens, i, end))
		i++;
	// "the Ministry between May and June"
	return i < end && is_name_word(tokens, i, from) &&
			!lexicon_at(tokens, i, end, LEXICON_MONTH)
		? i + 1
		: 0;
}

// "of Benin, Mali, Cameroon and Senegal", "of Foreign Affairs, Trade and Integration": a comma
// within one name, which goes on to its "and" without another body's noun.
static bool joins_list(const struct tokens *tokens, size_t i, size_t from, size_t end)
{
	if (!token_is_mark(&tokens->p[i], ',') || i == from || i + 1 >= end ||
		!lexicon_at(tokens, from, i, LEXICON_ORGAN) == !grammar_place(tokens, i - 1, i))
		return false;
	for (size_t k = i + 1; k < end && k < i + LIST_TOKENS_MAX; k++) {
		if (role_at(tokens, k, end, ROLE_AND))
			return k > i + 1 && k + 1 < end && tokens->p[k + 1].upper &&
				!lexicon_at(tokens, k + 1, end, LEXICON_ORGAN);
		bool is_part = token_is_mark(&tokens->p[k], ',') ||
			(tokens->p[k].upper && !lexicon_at(tokens, k, end, LEXICON_ORGAN));
		if (!is_part)
			return false;
	}
	return false;
}

// Where the run of name words that begins at `from` ends.
static size_t run_end(const struct tokens *tokens, size_t from, size_t end)
{
	size_t i = from;
	while (i < end && i - from < NAME_TOKENS_MAX) {
		size_t behind = is_name_word(tokens, i, from) || joins_list(tokens, i, from, end)
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

// "Delegation to Ethiopia": where a mission is sent belongs to its name.
static size_t skip_mission(const struct tokens *tokens, size_t to, size_t end)
{
	bool is_one = to + 1 < end && role_at(tokens, to, end, ROLE_TO) &&
		lexicon_is(tokens, to - 1, to, LEXICON_ORGAN, S("mission"));
	const struct lexicon_entry *place = is_one ? grammar_place(tokens, to + 1, end) : NULL;
	return place ? to + 1 + place->word_n : to;
}

// What stands behind the token may go on with a run of name words: most words do not.
static bool may_go_on(const struct tokens *tokens, size_t i, size_t end)
{
	if (i + 1 >= end)
		return false;
	const struct token *next = &tokens->p[i + 1];
	return next->kind != TOKEN_WORD || next->upper || next->gap == '\'' ||
		role_may(tokens, i + 1, ROLE_JOINT) || role_may(tokens, i + 1, ROLE_MATTERS);
}

// "Advice for the Office", "Помочь Министерству": a word of help with a capital at the beginning of a
// sentence.
static bool is_help_for(const struct tokens *tokens, size_t i, size_t end)
{
	if (tongue_words_behind(tokens->tongue))
		return role_at(tokens, i, end, ROLE_SUPPORT) > 0;
	if (i + 1 >= end || !is_connector(tokens, i + 1, end))
		return false;
	return role_at(tokens, i, end, ROLE_SUPPORT) ||
		(role_at(tokens, i + 1, end, ROLE_ON) &&
			lexicon_at(tokens, i, end, LEXICON_ACTIVITY));
}

bool body_run_at(const struct reading *r, size_t i, size_t end, struct range *ret_name)
{
	const struct tokens *tokens = &r->tokens;
	if (!may_go_on(tokens, i, end))
		return false;
	// The article "The" belongs to a country's name, not to a body's.
	if (tokens->p[i].kind != TOKEN_WORD || !tokens->p[i].upper ||
		grammar_determiner(tokens, i, end) != DETERMINER_NONE ||
		is_help_for(tokens, i, end))
		return false;
	size_t to = run_end(tokens, i, end);
	while (to > i + 1 && tokens->p[to - 1].gap == '\'' && tokens->p[to - 1].fold.n == 1)
		to--; // "the Institute's"
	if (to < i + 2)
		return false;
	*ret_name = (struct range){i, skip_mission(tokens, to, end)};
	return true;
}

// Whether a noun of bodies stands near enough to be part of a name that begins at `i`.
static bool organ_near(const struct tokens *tokens, size_t i, size_t end)
{
	size_t reach = 2 * NAME_TOKENS_MAX; // a name may go on behind its run
	size_t last = end - i > reach ? i + reach : end;
	return lexicon_next(tokens, i, last, LEXICON_BIT(LEXICON_ORGAN)) < last;
}

static bool body_look(const struct reading *r, size_t i, size_t end, struct range *ret_name)
{
	const struct tokens *tokens = &r->tokens;
	if (tongue_words_behind(tokens->tongue) && body_behind_at(tokens, i, end, ret_name))
		return true;
	// "the Committee" alone is no name.
	struct range run;
	if (may_go_on(tokens, i, end) && organ_near(tokens, i, end) &&
		body_run_at(r, i, end, &run) && has_organ(tokens, run.from, run.to)) {
		*ret_name = run;
		return true;
	}
	const struct lexicon_entry *known = lexicon_at(tokens, i, end, LEXICON_BODY);
	if (!tokens->p[i].upper || !known ||
		(known->word_n == 1 && !tokens->p[i].all_upper && tokens->p[i].fold.n < 6))
		return false;
	*ret_name = (struct range){i, i + known->word_n};
	return true;
}

bool body_at(const struct reading *r, size_t i, size_t end, struct range *ret_name)
{
	const struct tokens *tokens = &r->tokens;
	bool by_capital = !tongue_words_behind(tokens->tongue);
	if (tokens->p[i].kind != TOKEN_WORD || (by_capital && !tokens->p[i].upper))
		return false;
	if (!r->body_seen)
		return body_look(r, i, end, ret_name);
	struct body_seen *seen = &r->body_seen[i];
	if (seen->end != end) {
		struct range name = {0, 0};
		bool is_one = body_look(r, i, end, &name);
		*seen = (struct body_seen){(uint32_t)end, is_one ? (uint32_t)name.to : 0};
	}
	if (seen->to)
		*ret_name = (struct range){i, seen->to};
	return seen->to > 0;
}

bool body_is_collective(const struct reading *r, size_t i, size_t end, struct range *ret_name)
{
	const struct tokens *tokens = &r->tokens;
	const struct lexicon_entry *demonym = lexicon_at(tokens, i, end, LEXICON_DEMONYM);
	if (!demonym || !tokens->p[i].upper)
		return false;
	size_t noun = i + demonym->word_n;
	if (noun >= end || !role_at(tokens, noun, end, ROLE_RULERS))
		return false;
	*ret_name = (struct range){i, noun + 1};
	return true;
}
