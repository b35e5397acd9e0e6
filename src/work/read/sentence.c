// SPDX-License-Identifier: EUPL-1.2
// sentence — where sentences begin and end in the prose of an entry.

#include "work/read/sentence.h"

// Words behind which a full stop is part of the word.
static bool is_abbreviation(const struct token *token)
{
	static const struct str words[] = {S_INIT("mr"), S_INIT("mrs"), S_INIT("ms"), S_INIT("dr"),
		S_INIT("st"), S_INIT("no"), S_INIT("art"), S_INIT("prof"), S_INIT("h"), S_INIT("e"),
		S_INIT("g"), S_INIT("i"), S_INIT("mme"), S_INIT("vs"), S_INIT("cf")};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (token_is(token, words[i]))
			return true;
	return false;
}

static bool ends_sentence(const struct tokens *tokens, size_t i, size_t end)
{
	const struct token *token = &tokens->p[i];
	if (token->kind != TOKEN_MARK)
		return false;
	char mark = token->fold.p[0];
	if (mark != '.' && mark != '!' && mark != '?' && mark != ';')
		return false;
	if (i + 1 >= end)
		return true;
	const struct token *next = &tokens->p[i + 1];
	if (next->gap == 0 && next->kind != TOKEN_MARK)
		return false;
	if (mark == '.' && i > 0 && is_abbreviation(&tokens->p[i - 1]))
		return false;
	return next->kind == TOKEN_MARK ? next->gap != 0 : true;
}

// A new line begins a sentence, unless it goes on in small letters as cells of a table do.
static bool starts_anew(const struct token *token)
{
	return token->starts_line && (token->kind != TOKEN_WORD || token->upper);
}

// No sentence of people is longer; a longer run of words is cut, so that all work stays linear.
enum { SENTENCE_TOKENS_MAX = 400 };

static void split(struct reading *r, struct range range)
{
	size_t from = range.from;
	for (size_t i = range.from; i < range.to; i++) {
		bool new_line = i > from &&
			(starts_anew(&r->tokens.p[i]) || i - from >= SENTENCE_TOKENS_MAX);
		if (new_line) {
			VEC_ADD(r->mem, &r->sentences, ((struct range){from, i}));
			from = i;
		}
		if (ends_sentence(&r->tokens, i, range.to)) {
			VEC_ADD(r->mem, &r->sentences, ((struct range){from, i + 1}));
			from = i + 1;
		}
	}
	if (from < range.to)
		VEC_ADD(r->mem, &r->sentences, ((struct range){from, range.to}));
}

void sentence_split(struct reading *reading)
{
	split(reading, reading->field[LABEL_OBJECTIVE]);
	reading->summary_sentence = reading->sentences.n;
	split(reading, reading->field[LABEL_SUMMARY]);
	for (size_t i = 0; i < reading->sentences.n; i++) {
		struct date_hits hits = date_find_all(reading->mem, &reading->tokens,
			reading->sentences.p[i].from, reading->sentences.p[i].to);
		for (size_t k = 0; k < hits.n; k++)
			VEC_ADD(reading->mem, &reading->dates, hits.p[k]);
	}
}
