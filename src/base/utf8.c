// SPDX-License-Identifier: EUPL-1.2
// utf8 — decoding is strict; folding is two look-ups in a generated table (base/utf8_table.h).
#include "base/utf8.h"

#include <string.h>

#include "base/utf8_table.h"

enum { REPLACEMENT = 0xfffd };

// Bytes at the beginning that are ASCII, eight at a time.
static size_t ascii_run(const char *p, size_t n)
{
	size_t at = 0;
	uint64_t eight;

	for (; at + 8 <= n; at += 8) {
		memcpy(&eight, p + at, 8);
		if (eight & 0x8080808080808080u)
			break;
	}
	while (at < n && (unsigned char)p[at] < 0x80)
		at++;
	return at;
}

// How many bytes a sequence with this first byte has; 0 when none begins so.
static unsigned length_of(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first < 0xc2 || first > 0xf4)
		return 0;
	return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

// The code point at the beginning, and its length; 0 when the bytes are not UTF-8.
static unsigned decode(const unsigned char *p, size_t n, uint32_t *ret_c)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned length = length_of(*p);

	if (length > n)
		return 0;
	uint32_t c = length == 1 ? *p : *p & (0x7fu >> length);
	for (unsigned i = 1; i < length; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3fu);
	}
	if (c < least[length] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	*ret_c = c;
	return length;
}

bool utf8_is_valid(struct str s, size_t *ret_bad)
{
	size_t at = 0;
	uint32_t c;

	while ((at += ascii_run(s.p + at, s.n - at)) < s.n) {
		unsigned length = decode((const unsigned char *)s.p + at, s.n - at, &c);
		if (!length) {
			if (ret_bad)
				*ret_bad = at;
			return false;
		}
		at += length;
	}
	return true;
}

uint32_t utf8_at(struct str s, size_t at, unsigned *ret_n)
{
	uint32_t c;
	unsigned length = decode((const unsigned char *)s.p + at, s.n - at, &c);

	*ret_n = length ? length : 1;
	return length ? c : REPLACEMENT;
}

static unsigned encode(uint32_t c, char ret_bytes[static 4])
{
	if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		c = REPLACEMENT;
	if (c < 0x80) {
		ret_bytes[0] = (char)c;
		return 1;
	}
	unsigned length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (unsigned i = length - 1; i > 0; i--) {
		ret_bytes[i] = (char)(0x80 | (c & 0x3f));
		c >>= 6;
	}
	ret_bytes[0] = (char)((0xf00u >> length & 0xffu) | c);
	return length;
}

void utf8_add(struct buf *b, uint32_t c)
{
	char bytes[4];

	buf_add(b, (struct str){bytes, encode(c, bytes)});
}

size_t utf8_count(struct str s)
{
	size_t count = 0;
	unsigned length;

	for (size_t at = 0; at < s.n; at += length) {
		utf8_at(s, at, &length);
		count++;
	}
	return count;
}

struct str utf8_cut(struct str s, size_t max)
{
	if (s.n <= max)
		return s;
	size_t cut = max;
	// Back over continuation bytes: at most three belong to one character.
	while (cut && max - cut < 3 && ((unsigned char)s.p[cut] & 0xc0) == 0x80)
		cut--;
	uint32_t c;
	unsigned length = decode((const unsigned char *)s.p + cut, s.n - cut, &c);
	return str_sub(s, 0, length && cut + length > max ? cut : max);
}

static char fold_ascii(char c)
{
	if (c == '"' || c == '`')
		return '\'';
	return char_is_space(c) ? ' ' : char_lower(c);
}

unsigned utf8_fold_char(uint32_t c, char ret_bytes[static 4])
{
	if (c < 0x80) {
		ret_bytes[0] = fold_ascii((char)c);
		return 1;
	}
	unsigned row = c / FOLD_PAGE < FOLD_PAGES ? fold_page[c / FOLD_PAGE] : 0;
	unsigned form = row ? fold_of[row - 1][c % FOLD_PAGE] : 0;
	if (!form)
		return encode(c, ret_bytes);
	memcpy(ret_bytes, fold_form[form].bytes, 4);
	return fold_form[form].n;
}

static void reserve(struct buf *b, size_t more)
{
	if (b->room - b->n >= more)
		return;
	size_t room = b->n + more + b->room / 2;
	b->p = arena_grow(b->mem, b->p, b->room, room);
	b->room = room;
}

struct str utf8_fold(struct arena *mem, struct str s)
{
	struct buf folded = buf_new(mem, SIZE_MAX);
	size_t at = 0;

	reserve(&folded, s.n + 1);
	while (at < s.n) {
		size_t run = ascii_run(s.p + at, s.n - at);
		reserve(&folded, run + 4);
		for (size_t i = 0; i < run; i++)
			folded.p[folded.n + i] = fold_ascii(s.p[at + i]);
		folded.n += run;
		at += run;
		if (at < s.n) {
			unsigned length;
			uint32_t c = utf8_at(s, at, &length);
			folded.n += utf8_fold_char(c, folded.p + folded.n);
			at += length;
		}
	}
	return buf_str(&folded);
}

bool utf8_is_word(uint32_t c)
{
	size_t low = 0, high = sizeof word_range / sizeof *word_range;

	if (c < 0x80)
		return char_is_alpha((char)c) || char_is_digit((char)c);
	// Cyrillic and Arabic letters, of which whole pages are made, need no search.
	if ((c >= 0x400 && c <= 0x481) || (c >= 0x620 && c <= 0x669))
		return true;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (c > word_range[middle][1])
			low = middle + 1;
		else
			high = middle;
	}
	return low < sizeof word_range / sizeof *word_range && c >= word_range[low][0];
}

// Letters and digits of the folded text, one "-" for everything between.
static struct str join_words(struct arena *mem, struct str folded)
{
	struct buf joined = buf_new(mem, SIZE_MAX);
	bool is_gap = false;

	for (size_t i = 0; i < folded.n; i++) {
		char c = folded.p[i];
		if (!char_is_alpha(c) && !char_is_digit(c)) {
			is_gap = true;
			continue;
		}
		if (is_gap && joined.n)
			buf_add_char(&joined, '-');
		is_gap = false;
		buf_add_char(&joined, c);
	}
	return buf_str(&joined);
}

struct str utf8_slug(struct arena *mem, struct str s, size_t max)
{
	struct str slug = join_words(mem, utf8_fold(mem, s));

	if (!slug.n)
		slug = str_format(mem, "x%016llx", (unsigned long long)str_hash(s));
	if (slug.n <= max)
		return slug;
	// Whole words where there are several; a single long one is cut.
	size_t cut = max;
	while (cut && slug.p[cut] != '-')
		cut--;
	return str_sub(slug, 0, cut ? cut : max);
}
