// SPDX-License-Identifier: EUPL-1.2
// token — the words, numbers and marks of a text: what every finder walks over.

#include "work/read/token.h"

#include "base/eight.h"
#include "base/utf8.h"
#include "work/read/stem.h"

// What a byte is to the tokeniser.
enum byte_class {
	BYTE_LOWER,
	BYTE_UPPER,
	BYTE_DIGIT,
	BYTE_BLANK,
	BYTE_MARK,
	BYTE_HIGH, // of a longer character
};

static const uint8_t byte_class[256] = {
	[0x00 ... 0x1F] = BYTE_MARK,
	[' '] = BYTE_BLANK,
	['!' ... '/'] = BYTE_MARK,
	['0' ... '9'] = BYTE_DIGIT,
	[':' ... '@'] = BYTE_MARK,
	['A' ... 'Z'] = BYTE_UPPER,
	['[' ... '`'] = BYTE_MARK,
	['a' ... 'z'] = BYTE_LOWER,
	['{' ... 0x7F] = BYTE_MARK,
	[0x80 ... 0xFF] = BYTE_HIGH,
};

enum {
	DIGITS_MAX = 18, // of a number that has a value
	BYTES_A_TOKEN = 5,
	HASH_BITS_DOWN = 32,
};

static const uint64_t hash_factor = 0x9E3779B97F4A7C15u;

// The bytes of one call of tokens_add.
struct scan {
	struct arena *mem;
	struct str text;
	size_t at, end;
	const char *lower; // those from `at` on, capitals made small, and EIGHT bytes
};

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

static uint64_t hash_step(uint64_t hash, uint64_t bytes)
{
	hash = (hash ^ bytes) * hash_factor;
	return hash ^ hash >> HASH_BITS_DOWN;
}

static inline uint32_t hash_of(struct str fold)
{
	uint64_t hash = fold.n;
	size_t n = fold.n;
	const char *p = fold.p;
	for (; n > EIGHT; n -= EIGHT, p += EIGHT)
		hash = hash_step(hash, eight_at(p));
	return (uint32_t)hash_step(hash, eight_begin(eight_at(p), n));
}

uint32_t token_word_hash(struct str fold)
{
	return hash_of(fold);
}

// The folded form of the word between the two.
static struct str word_fold(const struct scan *scan, size_t from, size_t to)
{
	size_t room = 2 * (to - from) + 4, fold_n = 0;
	char *p = arena_room(scan->mem, room + EIGHT);
	for (size_t k = from; k < to;) {
		unsigned n = 1;
		uint32_t c = utf8_at(scan->text, k, &n);
		char bytes[4];
		unsigned m = is_invisible(c) ? 0 : utf8_fold_char(c, bytes);
		for (unsigned b = 0; b < m && fold_n < room; b++)
			p[fold_n++] = bytes[b];
		k += n;
	}
	return stem_of((struct str){p, fold_n});
}

// Reads the word of any script at `i`; answers where it ends.
static size_t word_read(const struct scan *scan, struct token *token, size_t i)
{
	size_t upper_n = 0, letter_n = 0, begin = i;
	while (i < scan->end) {
		unsigned n = 1;
		uint32_t c = utf8_at(scan->text, i, &n);
		if (!is_letter(c) && !is_invisible(c))
			break;
		letter_n++;
		upper_n += is_upper(c);
		token->upper = token->upper || (letter_n == 1 && is_upper(c));
		i += n;
	}
	token->kind = TOKEN_WORD;
	token->all_upper = letter_n > 1 && upper_n == letter_n;
	token->fold = word_fold(scan, begin, i);
	token->hash = hash_of(token->fold);
	return i;
}

// The bytes between the two, capitals made small.
static struct str lower_str(const struct scan *scan, size_t from, size_t to)
{
	return (struct str){scan->lower + (from - scan->at), to - from};
}

static bool is_all_upper(const struct scan *scan, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (byte_class[(unsigned char)scan->text.p[i]] != BYTE_UPPER)
			return false;
	return to - from > 1;
}

// The same for a word of ASCII letters, which most are.
static size_t word_read_ascii(const struct scan *scan, struct token *token, size_t i)
{
	const char *p = scan->lower + (i - scan->at);
	size_t n = 0;
	uint64_t others;
	while ((others = eight_letter(eight_at(p + n)) ^ EIGHT_HIGH) == 0)
		n += EIGHT;
	n += eight_first(others);
	if ((unsigned char)p[n] >= 0x80)
		return word_read(scan, token, i);
	token->kind = TOKEN_WORD;
	token->upper = scan->text.p[i] != *p;
	token->all_upper = token->upper && is_all_upper(scan, i, i + n);
	token->fold = (struct str){p, n};
	token->hash = hash_of(token->fold);
	return i + n;
}

// Reads the digits of any script at `i`; answers where they end.
static size_t number_read(const struct scan *scan, struct token *token, size_t i)
{
	size_t begin = i, digit_n = 0;
	char *digits = arena_room(scan->mem, DIGITS_MAX + EIGHT);
	while (i < scan->end) {
		unsigned n = 1;
		int digit = digit_of(utf8_at(scan->text, i, &n));
		if (digit < 0)
			break;
		if (digit_n == DIGITS_MAX) {
			token->value = -1;
			break;
		}
		digits[digit_n++] = (char)('0' + digit);
		token->value = token->value * 10 + digit;
		i += n;
	}
	while (token->value < 0 && i < scan->end && char_is_digit(scan->text.p[i]))
		i++;
	token->kind = TOKEN_NUMBER;
	token->fold = token->value < 0 ? lower_str(scan, begin, i) : (struct str){digits, digit_n};
	token->hash = hash_of(token->fold);
	return i;
}

static size_t number_read_ascii(const struct scan *scan, struct token *token, size_t i)
{
	const unsigned char *p = (const unsigned char *)scan->text.p;
	size_t begin = i;
	int64_t value = 0;
	while (i < scan->end && byte_class[p[i]] == BYTE_DIGIT && i - begin < DIGITS_MAX)
		value = value * 10 + (p[i++] - '0');
	if (i < scan->end && (p[i] >= 0x80 || byte_class[p[i]] == BYTE_DIGIT))
		return number_read(scan, token, begin);
	token->kind = TOKEN_NUMBER;
	token->value = value;
	token->fold = lower_str(scan, begin, i);
	token->hash = hash_of(token->fold);
	return i;
}

// The gap that a mark between two parts of one word makes, or 0.
static char joining_gap(const struct scan *scan, char mark, size_t begin, size_t after)
{
	if (after >= scan->end || begin == 0)
		return 0;
	if (mark != '-' && mark != '\'' && mark != '/' && mark != '&')
		return 0;
	unsigned n;
	uint32_t next = utf8_at(scan->text, after, &n);
	return is_letter(next) || digit_of(next) >= 0 ? mark : 0;
}

// The mark that stands at `i` for one character; '&' is a word.
static void mark_read(const struct scan *scan, struct token *token, size_t i, char mark)
{
	static const char and[EIGHT] = "and";
	if (mark == '&') {
		token->kind = TOKEN_WORD;
		token->fold = (struct str){and, 3};
		token->hash = hash_of(token->fold);
		return;
	}
	const char *p = scan->lower + (i - scan->at);
	if (*p != mark) {
		char *folded = arena_room(scan->mem, 1);
		*folded = mark;
		p = folded;
	}
	token->kind = TOKEN_MARK;
	token->fold = (struct str){p, 1};
}

// The text with its capitals made small, for words to point into.
static const char *lower_of(struct arena *mem, struct str s)
{
	char *lower = arena_room(mem, s.n + EIGHT);
	for (size_t i = 0; i < s.n; i++)
		lower[i] = char_lower(s.p[i]);
	memset(lower + s.n, 0, EIGHT);
	return lower;
}

// Reads the token at `i`, which is no blank; answers where it ends. A mark that joins two parts of
// a word is no token: then *ret_joins is the gap that it makes.
static size_t token_read(const struct scan *scan, struct token *token, size_t i, char *ret_joins)
{
	unsigned char byte = (unsigned char)scan->text.p[i];
	unsigned n = 1;
	*ret_joins = 0;
	if (byte_class[byte] <= BYTE_UPPER)
		return word_read_ascii(scan, token, i);
	if (byte_class[byte] == BYTE_DIGIT)
		return number_read_ascii(scan, token, i);
	uint32_t c = byte < 0x80 ? byte : utf8_at(scan->text, i, &n);
	if (digit_of(c) >= 0)
		return number_read(scan, token, i);
	if (is_letter(c))
		return word_read(scan, token, i);
	char mark = mark_of(c);
	*ret_joins = token->gap == 0 ? joining_gap(scan, mark, i, i + n) : 0;
	if (!*ret_joins)
		mark_read(scan, token, i, mark);
	return i + n;
}

void tokens_reserve(struct arena *mem, struct tokens *tokens, size_t text_n)
{
	size_t room = tokens->n + text_n / BYTES_A_TOKEN + 8;
	if (room <= tokens->room)
		return;
	struct token *p = arena_room(mem, room * sizeof *p);
	if (tokens->n)
		memcpy(p, tokens->p, tokens->n * sizeof *p);
	tokens->p = p;
	tokens->room = room;
}

void tokens_add(struct arena *mem, struct tokens *tokens, struct str text, size_t at, size_t n)
{
	struct scan scan = {.mem = mem,
		.text = text,
		.at = at,
		.end = at + n,
		.lower = lower_of(mem, str_sub(text, at, at + n))};
	if (!tokens->room)
		tokens_reserve(mem, tokens, n);
	char gap = ' ';
	bool starts_line = true;
	for (size_t i = at; i < scan.end;) {
		unsigned c_n = 1;
		bool is_blank = text.p[i] == ' ';
		if (is_blank ||
			((unsigned char)text.p[i] >= 0x80 &&
				is_invisible(utf8_at(text, i, &c_n)))) {
			gap = is_blank ? ' ' : gap;
			i += c_n;
			continue;
		}
		VEC_RESERVE(mem, tokens);
		struct token *token = &tokens->p[tokens->n];
		char joins;
		*token = (struct token){.at = (uint32_t)i, .gap = gap, .starts_line = starts_line};
		i = token_read(&scan, token, i, &joins);
		gap = joins;
		if (joins)
			continue;
		token->n = (uint32_t)i - token->at;
		tokens->n++;
		starts_line = false;
		if (i < scan.end && text.p[i] == ' ') {
			gap = ' ';
			i++;
		}
	}
}

bool token_is_caseless(const struct token *token)
{
	// Latin, Greek, Cyrillic and Armenian, which have capitals, end at U+058F.
	return token->kind == TOKEN_WORD && token->fold.n &&
		(unsigned char)token->fold.p[0] >= 0xD6;
}

struct str tokens_str(const struct tokens *tokens, struct str text, size_t from, size_t to)
{
	if (from >= to || to > tokens->n)
		return STR_EMPTY;
	const struct token *last = &tokens->p[to - 1];
	return str_sub(text, tokens->p[from].at, last->at + last->n);
}
