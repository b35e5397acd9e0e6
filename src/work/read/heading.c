// SPDX-License-Identifier: EUPL-1.2
// heading — "PLACE [ORDINAL]: TITLE", the line that an entry begins with.

#include "work/read/heading.h"

enum { HEADING_BYTES_MAX = 300, PLACE_TOKENS_MAX = 16, ROMAN_MAX = 8 };

static int roman_digit(char c)
{
	switch (char_lower(c)) {
	case 'i':
		return 1;
	case 'v':
		return 5;
	case 'x':
		return 10;
	default:
		return 0;
	}
}

// The value of a Roman number up to XXXIX written in capitals; 0 when it is none.
static int64_t roman_value(const struct token *token)
{
	int64_t value = 0;
	if (token->kind != TOKEN_WORD || token->fold.n > ROMAN_MAX || !token->upper ||
		(token->fold.n > 1 && !token->all_upper))
		return 0;
	for (size_t i = 0; i < token->fold.n; i++) {
		int digit = roman_digit(token->fold.p[i]);
		int next = i + 1 < token->fold.n ? roman_digit(token->fold.p[i + 1]) : 0;
		if (!digit)
			return 0;
		value += digit < next ? -digit : digit;
	}
	return value;
}

static struct heading_part part_of(
	const struct tokens *tokens, struct str line, size_t from, size_t to)
{
	return (struct heading_part){.at = from < to ? tokens->p[from].at : 0,
		.n = tokens_str(tokens, line, from, to).n};
}

bool heading_parse(struct arena *mem, const struct lexicon *lexicon, struct str line,
	struct heading *ret_heading)
{
	if (line.n > HEADING_BYTES_MAX || line.n == 0)
		return false;
	struct tokens tokens = {0};
	tokens_add(mem, &tokens, line, 0, line.n);
	lexicon_mark(lexicon, &tokens, 0);
	size_t colon = 0;
	while (colon < tokens.n && !token_is_mark(&tokens.p[colon], ':'))
		colon++;
	size_t from = 0;
	while (from < colon && tokens.p[from].kind == TOKEN_MARK)
		from++;
	if (from >= colon || colon - from > PLACE_TOKENS_MAX)
		return false;
	struct heading heading = {0};
	size_t to = colon;
	if (to - from > 1 && (heading.phase = roman_value(&tokens.p[to - 1])) > 0) {
		to--;
		heading.ordinal = part_of(&tokens, line, to, to + 1);
	}
	heading.place = part_of(&tokens, line, from, to);
	heading.what = place_of(&tokens, from, to);
	heading.is_known = heading.what.kind.n > 0;
	heading.title = part_of(&tokens, line, colon + 1, tokens.n);
	bool is_sentence = token_is_mark(&tokens.p[tokens.n - 1], '.');
	bool has_title = heading.title.n > 0;
	if (!heading.is_known && (!has_title || is_sentence || !tokens.p[from].upper))
		return false;
	*ret_heading = heading;
	return true;
}
