// SPDX-License-Identifier: EUPL-1.2
// explain — what the reader sees in the words behind a fact, for people who ask why.

#include "work/read/explain.h"

#include "base/buf.h"
#include "work/read/particle.h"
#include "work/read/vocabulary.h"

enum { MEANING_MAX = 400 };

// What a phrase of each kind is called before its value.
static const struct str kind_names[LEXICON_KIND_N] = {
	[LEXICON_LABEL] = S_INIT("label"),
	[LEXICON_DATE] = S_INIT("date"),
	[LEXICON_MONTH] = S_INIT("month"),
	[LEXICON_COUNTRY] = S_INIT("country"),
	[LEXICON_DEMONYM] = S_INIT("of"),
	[LEXICON_CITY] = S_INIT("town in"),
	[LEXICON_REGION] = S_INIT("region"),
	[LEXICON_BODY] = S_INIT("body"),
	[LEXICON_ACTIVITY] = S_INIT("activity"),
	[LEXICON_DEED] = S_INIT("deed"),
	[LEXICON_OUTPUT] = S_INIT("output"),
	[LEXICON_EXPERT] = S_INIT("expert"),
	[LEXICON_NUMBER] = S_INIT("number"),
	[LEXICON_VERB] = S_INIT("verb"),
	[LEXICON_THEME] = S_INIT("theme"),
	[LEXICON_ORGAN] = S_INIT("noun of bodies"),
	[LEXICON_PEOPLE] = S_INIT("people"),
	[LEXICON_FUNCTION] = S_INIT("small word"),
	[LEXICON_CUE] = S_INIT("cue"),
};

bool explain_entry(struct arena *mem, const struct lexicon *lexicon,
	const struct line_source *source, struct span whole, struct explained *ret_explained,
	struct err *err)
{
	struct line_source lines = *source;
	struct explained explained = {.text = text_new(mem, 2 * LINE_MAX_N + 4 * whole.length)};
	VEC(struct line) kept = {0};
	size_t end = whole.offset + whole.length;
	lines.at = lines.html.at = whole.offset;
	while ((lines.is_html ? lines.html.at : lines.at) < end) {
		struct line line;
		bool is_end;
		if (!line_next(&lines, &explained.text, &line, &is_end, err))
			return false;
		if (is_end)
			break;
		VEC_ADD(mem, &kept, line);
	}
	struct str text = text_str(&explained.text);
	for (size_t i = 0; i < kept.n; i++)
		tokens_add(mem, &explained.tokens, text, kept.p[i].at, kept.p[i].n);
	lexicon_mark(lexicon, &explained.tokens, 0);
	lexicon_speak(&explained.tokens, tongue_find(&explained.tokens));
	particle_part(mem, lexicon, &explained.tokens);
	*ret_explained = explained;
	return true;
}

// Adds "kind value" to what is told of a phrase, once.
static void meaning_add(struct buf *meaning, const struct lexicon_entry *entry)
{
	struct str before = buf_str(meaning);
	struct buf told = buf_new(meaning->mem, MEANING_MAX);
	buf_add(&told, kind_names[entry->kind]);
	buf_add_char(&told, ' ');
	if (entry->kind == LEXICON_MONTH)
		buf_add_int(&told, entry->number);
	else
		buf_add(&told, entry->value);
	if (str_find(before, buf_str(&told), 0) != STR_NONE)
		return;
	if (before.n)
		buf_add(meaning, S(", "));
	buf_add(meaning, buf_str(&told));
}

// What stands at token `i`: the longest phrase of the tables, else the token alone.
static size_t phrase_at(struct arena *mem, const struct explained *explained, size_t i, size_t end,
	struct explained_phrase *ret_phrase)
{
	const struct tokens *tokens = &explained->tokens;
	const struct lexicon_entry *entry[LEXICON_LONGEST_MAX];
	size_t n = tokens->p[i].kind == TOKEN_MARK ? 0 : lexicon_longest(tokens, i, end, entry);
	size_t to = n ? i + entry[0]->word_n : i + 1;
	struct buf meaning = buf_new(mem, MEANING_MAX);
	for (size_t k = 0; k < n; k++)
		meaning_add(&meaning, entry[k]);
	if (!n && tokens->p[i].kind == TOKEN_NUMBER && tokens->p[i].value >= 0) {
		buf_add(&meaning, S("number "));
		buf_add_int(&meaning, tokens->p[i].value);
	}
	*ret_phrase = (struct explained_phrase){
		.text = tokens_str(tokens, text_str(&explained->text), i, to),
		.meaning = buf_str(&meaning)};
	return to;
}

// The first token that begins at or behind the byte of the file.
static size_t token_at_source(const struct explained *explained, size_t offset)
{
	size_t low = 0, high = explained->tokens.n;
	while (low < high) {
		size_t middle = (low + high) / 2, at, n;
		const struct token *token = &explained->tokens.p[middle];
		text_source(&explained->text, token->at, token->n, &at, &n);
		if (at < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct explained_phrases explain_span(
	struct arena *mem, const struct explained *explained, struct span span)
{
	struct explained_phrases phrases = {0};
	size_t end = token_at_source(explained, span.offset + span.length);
	for (size_t i = token_at_source(explained, span.offset); i < end;) {
		struct explained_phrase phrase;
		i = phrase_at(mem, explained, i, end, &phrase);
		VEC_ADD(mem, &phrases, phrase);
	}
	return phrases;
}

struct str explain_rule(struct str rule)
{
	for (size_t i = 0; i < read_rule_table_n; i++)
		if (str_eq(read_rule_table[i].rule, rule))
			return read_rule_table[i].sentence;
	return STR_EMPTY;
}
