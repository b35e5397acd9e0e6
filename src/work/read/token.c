// SPDX-License-Identifier: EUPL-1.2
// token — the words, numbers and marks of a text: what every finder walks over.

#include "work/read/token.h"

#include "base/utf8.h"
#include "work/read/stem.h"

// Characters that stand inside a word without being seen: soft hyphen, joiners, byte order marks.
static bool is_invisible(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

// The value of a decimal digit, Western or Arabic, or -1.
static int digit_of(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return (int)(c - '0');
	if (c >= 0x660 && c <= 0x669)
		return (int)(c - 0x660);
	if (c >= 0x6F0 && c <= 0x6F9)
		return (int)(c - 0x6F0);
	return -1;
}

static bool is_upper(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || c == 0x152 ||
		c == 0x160 || c == 0x17D || c == 0x130 || (c >= 0x400 && c <= 0x42F);
}

static bool is_letter(uint32_t c)
{
	if (c < 0x80)
		return char_is_alpha((char)c);
	return digit_of(c) < 0 && utf8_is_word(c);
}

static char mark_of(uint32_t c)
{
	char fold[4];
	if (c < 0x80)
		return (char)c;
	if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB)
		return '"';
	unsigned n = utf8_fold_char(c, fold);
	return n == 1 ? fold[0] : '?';
}

// Reads the word at `i`; answers where it ends.
static size_t word_read(struct arena *mem, struct token *token, struct str s, size_t i, size_t end)
{
	size_t upper_n = 0, letter_n = 0, begin = i;
	bool plain = true; // its folded form is the text itself
	while (i < end) {
		unsigned n = 1;
		uint32_t c = (unsigned char)s.p[i] < 0x80 ? (unsigned char)s.p[i]
							  : utf8_at(s, i, &n);
		if (!is_letter(c) && !is_invisible(c))
			break;
		letter_n++;
		upper_n += is_upper(c);
		token->upper = token->upper || (letter_n == 1 && is_upper(c));
		plain = plain && c < 0x80 && !is_upper(c);
		i += n;
	}
	token->all_upper = letter_n > 1 && upper_n == letter_n;
	token->fold = str_sub(s, begin, i);
	if (!plain) {
		char *p = arena_alloc(mem, 2 * (i - begin) + 4);
		size_t fold_n = 0;
		for (size_t k = begin; k < i;) {
			unsigned n = 1;
			uint32_t c = utf8_at(s, k, &n);
			char bytes[4];
			unsigned m = is_invisible(c) ? 0 : utf8_fold_char(c, bytes);
			for (unsigned b = 0; b < m && fold_n < 2 * (i - begin) + 4; b++)
				p[fold_n++] = bytes[b];
			k += n;
		}
		token->fold = stem_of((struct str){p, fold_n});
	}
	token->kind = TOKEN_WORD;
	return i;
}

// Reads the digits at `i`; answers where they end.
static size_t number_read(
	struct arena *mem, struct token *token, struct str s, size_t i, size_t end)
{
	size_t begin = i, digit_n = 0;
	char *digits = arena_alloc(mem, end - i < 20 ? end - i : 20);
	while (i < end) {
		unsigned n = 1;
		int digit = digit_of(utf8_at(s, i, &n));
		if (digit < 0)
			break;
		if (digit_n < 18) {
			digits[digit_n] = (char)('0' + digit);
			token->value = token->value * 10 + digit;
		} else {
			token->value = -1;
			break;
		}
		digit_n++;
		i += n;
	}
	while (token->value < 0 && i < end && char_is_digit(s.p[i]))
		i++;
	token->kind = TOKEN_NUMBER;
	token->fold = token->value < 0 ? str_sub(s, begin, i) : (struct str){digits, digit_n};
	return i;
}

// The gap that a mark between two parts of one word makes, or 0.
static char joining_gap(char mark, struct str s, size_t begin, size_t after, size_t end)
{
	if (after >= end || begin == 0)
		return 0;
	unsigned n;
	uint32_t next = utf8_at(s, after, &n);
	if (!is_letter(next) && digit_of(next) < 0)
		return 0;
	return mark == '-' || mark == '\'' || mark == '/' || mark == '&' ? mark : 0;
}

void tokens_add(struct arena *mem, struct tokens *tokens, struct str text, size_t at, size_t n)
{
	size_t end = at + n;
	char gap = ' ';
	bool starts_line = true;
	for (size_t i = at; i < end;) {
		unsigned c_n = 1;
		uint32_t c = utf8_at(text, i, &c_n);
		if (c == ' ' || is_invisible(c)) {
			gap = c == ' ' ? ' ' : gap;
			i += c_n;
			continue;
		}
		struct token token = {.at = i, .gap = gap, .starts_line = starts_line};
		size_t next = i + c_n;
		if (digit_of(c) >= 0) {
			next = number_read(mem, &token, text, i, end);
		} else if (is_letter(c)) {
			next = word_read(mem, &token, text, i, end);
		} else {
			char mark = mark_of(c);
			char joins = gap == 0 ? joining_gap(mark, text, i, next, end) : 0;
			if (joins) {
				gap = joins;
				i = next;
				continue;
			}
			token.kind = mark == '&' ? TOKEN_WORD : TOKEN_MARK;
			char *p = arena_alloc(mem, 1);
			*p = mark;
			token.fold = mark == '&' ? S("and") : (struct str){p, 1};
		}
		token.n = next - i;
		VEC_ADD(mem, tokens, token);
		gap = 0;
		starts_line = false;
		i = next;
	}
}

bool token_is(const struct token *token, struct str fold)
{
	return str_eq(token->fold, fold);
}

bool token_is_mark(const struct token *token, char mark)
{
	return token->kind == TOKEN_MARK && token->fold.p[0] == mark;
}

struct str tokens_str(const struct tokens *tokens, struct str text, size_t from, size_t to)
{
	if (from >= to || to > tokens->n)
		return STR_EMPTY;
	const struct token *last = &tokens->p[to - 1];
	return str_sub(text, tokens->p[from].at, last->at + last->n);
}
