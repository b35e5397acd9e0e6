// SPDX-License-Identifier: EUPL-1.2
// sentence — where sentences begin and end in the prose of an entry.

#include "work/read/sentence.h"

#include <stdlib.h>

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
	// Small words have a capital only where a sentence begins: "ноября 2015 г. В первом квартале".
	bool begins = next->upper && lexicon_at(tokens, i + 1, end, LEXICON_FUNCTION);
	if (mark == '.' && i > 0 && !begins && role_at(tokens, i - 1, i, ROLE_ABBREVIATION))
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
		const struct token *token = &r->tokens.p[i];
		if (token->kind == TOKEN_WORD && !token->starts_line &&
			i - from < SENTENCE_TOKENS_MAX)
			continue; // within a sentence
		bool new_line = i > from && (starts_anew(token) || i - from >= SENTENCE_TOKENS_MAX);
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

// The year that the whole duration lies in; 0 when it lies in several.
static int duration_year(const struct reading *r)
{
	struct period whole = r->duration.period;
	if (!r->has_duration || whole.open)
		return 0;
	bool one = !whole.end.year || whole.end.year == whole.start.year;
	return one ? whole.start.year : 0;
}

static int compare(const void *a, const void *b)
{
	const struct range *one = a, *other = b;
	return (one->from > other->from) - (one->from < other->from);
}

// The dates in the order of the text, in which the fields may stand in any order.
static void dates_find(struct reading *r)
{
	size_t n = r->sentences.n;
	struct range *sorted = NEW_ARRAY(r->mem, struct range, n);
	for (size_t i = 0; i < n; i++)
		sorted[i] = r->sentences.p[i];
	qsort(sorted, n, sizeof *sorted, compare);
	for (size_t i = 0; i < n; i++) {
		struct date_hits hits = date_find_all(
			r->mem, &r->tokens, sorted[i].from, sorted[i].to);
		for (size_t k = 0; k < hits.n; k++)
			VEC_ADD(r->mem, &r->dates, hits.p[k]);
	}
}

void sentence_split(struct reading *reading)
{
	split(reading, reading->field[LABEL_OBJECTIVE]);
	reading->summary_sentence = reading->sentences.n;
	for (size_t i = 0; i < reading->steps.n; i++)
		VEC_ADD(reading->mem, &reading->sentences, reading->steps.p[i]);
	split(reading, reading->field[LABEL_SUMMARY]);
	dates_find(reading);
	date_resolve(&reading->dates, duration_year(reading));
}
