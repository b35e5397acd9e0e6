// SPDX-License-Identifier: EUPL-1.2
// heading — "PLACE [ORDINAL]: TITLE", the line that an entry begins with.

#include "work/read/heading.h"

#include "work/read/date_find.h"

enum { HEADING_BYTES_MAX = 300, PLACE_TOKENS_MAX = 16, ROMAN_MAX = 8, ORDINAL_MAX = 39 };

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

int64_t heading_ordinal(const struct token *token, bool any_case)
{
	int64_t value = 0;
	bool is_capital = token->upper && (token->fold.n == 1 || token->all_upper);
	if (token->kind != TOKEN_WORD || token->fold.n > ROMAN_MAX || !(is_capital || any_case))
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

// The first token of this kind of mark; the end when there is none. A dash parts only between
// blanks.
static size_t mark_at(const struct tokens *tokens, size_t from, char mark)
{
	size_t i = from;
	while (i < tokens->n &&
		!(token_is_mark(&tokens->p[i], mark) && (mark == ':' || tokens->p[i].gap == ' ')))
		i++;
	return i;
}

// The ordinal that ends at `to`: a Roman number, or "الثاني"; a plain number only behind the word for
// a phase.
static int64_t ordinal_before(const struct tokens *tokens, size_t from, size_t to)
{
	const struct token *token = &tokens->p[to - 1];
	const struct lexicon_entry *word = lexicon_at(tokens, to - 1, to, LEXICON_LABEL);
	int64_t value = heading_ordinal(token, false);
	if (token->kind == TOKEN_NUMBER && to - 1 > from && token->value <= ORDINAL_MAX &&
		lexicon_is(tokens, to - 2, to - 1, LEXICON_LABEL, S("phase")))
		return token->value;
	if (value || !word || !str_starts(word->value, S("phase-")))
		return value;
	return str_int(str_from(word->value, S("phase-").n), &value) ? value : 0;
}

// Takes the ordinal off the end of the tokens [from, to), with what may stand around it: "Kenya II",
// "Kenya (Phase 2)". Answers where the place ends.
static size_t ordinal_read(
	const struct tokens *tokens, size_t from, size_t to, int64_t *ret_phase, size_t *ret_end)
{
	size_t end = to;
	if (end > from + 2 && token_is_mark(&tokens->p[end - 1], ')'))
		end--;
	if (end - from < 2 || (*ret_phase = ordinal_before(tokens, from, end)) == 0)
		return to;
	*ret_end = end--;
	if (end > from + 1 && lexicon_is(tokens, end - 1, end, LEXICON_LABEL, S("phase")))
		end--;
	while (end > from + 1 && tokens->p[end - 1].kind == TOKEN_MARK &&
		!token_is_mark(&tokens->p[end - 1], ')'))
		end--;
	return end;
}

// The place and ordinal among the tokens [from, to).
static bool names_read(const struct tokens *tokens, struct str line, size_t from, size_t to,
	struct heading *heading)
{
	*heading = (struct heading){0};
	if (from >= to || to - from > PLACE_TOKENS_MAX)
		return false;
	size_t end = to, place_to = ordinal_read(tokens, from, to, &heading->phase, &end);
	if (heading->phase)
		heading->ordinal = part_of(tokens, line, end - 1, end);
	heading->place = part_of(tokens, line, from, place_to);
	heading->what = place_of(tokens, from, place_to);
	heading->is_known = heading->what.kind.n > 0;
	return true;
}

// The longest name of a country, with its ordinal, that a heading without a mark begins with.
// Answers behind it, or 0.
static size_t unmarked_end(const struct tokens *tokens, size_t from)
{
	const struct lexicon_entry *name = lexicon_at(tokens, from, tokens->n, LEXICON_COUNTRY);
	size_t to = from + (name ? name->word_n : 0);
	if (!name || to >= tokens->n || tokens->p[to].kind != TOKEN_WORD)
		return 0;
	return to + (heading_ordinal(&tokens->p[to], false) > 0);
}

// No title but the value of a field: a date, or a place. "Last update: 3 May 2016", "Location: Vienna".
static bool is_value(const struct tokens *tokens, size_t from)
{
	struct date_hit hit;
	if (from >= tokens->n)
		return false;
	const struct lexicon_entry *city = lexicon_at(tokens, from, tokens->n, LEXICON_CITY);
	return date_at(tokens, from, tokens->n, &hit) ||
		(city &&
			(from + city->word_n == tokens->n ||
				token_is_mark(&tokens->p[from + city->word_n], ','))) ||
		place_of(tokens, from, tokens->n).kind.n > 0;
}

// Reads the names before the first mark that parts them from a title, or without one. Answers where
// the title begins.
static size_t names_before_title(const struct tokens *tokens, struct str line, size_t from,
	int level, struct heading *ret_heading)
{
	size_t colon = mark_at(tokens, from, ':'), dash = mark_at(tokens, from, '-');
	struct heading dashed;
	if (names_read(tokens, line, from, colon, ret_heading) && ret_heading->is_known)
		return colon + 1;
	if (dash < colon && names_read(tokens, line, from, dash, &dashed) && dashed.is_known) {
		*ret_heading = dashed;
		return dash + 1;
	}
	size_t bare = level && colon == tokens->n ? unmarked_end(tokens, from) : 0;
	if (bare)
		names_read(tokens, line, from, bare, ret_heading);
	return bare ? bare : colon + 1;
}

// An unknown name may head an entry where a title is behind it.
static bool may_be_unknown(const struct tokens *tokens, size_t from, size_t title)
{
	bool is_sentence = token_is_mark(&tokens->p[tokens->n - 1], '.');
	bool is_name = tokens->p[from].upper || token_is_caseless(&tokens->p[from]);
	return is_name && !is_sentence && !is_value(tokens, title);
}

bool heading_of_tokens(
	const struct tokens *tokens, struct str line, int level, struct heading *ret_heading)
{
	struct heading heading = {0};
	size_t from = 0, end = tokens->n;
	while (from < end && tokens->p[from].kind == TOKEN_MARK)
		from++;
	if (line.n > HEADING_BYTES_MAX || from == end)
		return false;
	size_t title = names_before_title(tokens, line, from, level, &heading);
	while (end > title && token_is_mark(&tokens->p[end - 1], '*'))
		end--;
	heading.title = part_of(tokens, line, title, end);
	bool has_both = heading.place.n > 0 && heading.title.n > 0;
	if (!heading.is_known && !(has_both && may_be_unknown(tokens, from, title)))
		return false;
	*ret_heading = heading;
	return true;
}
