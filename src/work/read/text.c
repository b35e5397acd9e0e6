// SPDX-License-Identifier: EUPL-1.2
// text — decoded text with a way back to the bytes it came from.

#include "work/read/text.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/eight.h"
#include "base/utf8.h"

struct text text_new(struct arena *mem, size_t max)
{
	return (struct text){.mem = mem, .bytes = buf_new(mem, max)};
}

// Does `source` follow at once on the last piece, and was that one copied as it stood?
static bool goes_on(const struct text *text, size_t source)
{
	if (!text->pieces.n)
		return false;
	const struct text_piece *last = &text->pieces.p[text->pieces.n - 1];
	return last->same && last->source + last->source_n == source;
}

static void piece_add(
	struct text *text, struct str bytes, size_t source, size_t source_n, bool same)
{
	size_t at = text->bytes.n;
	buf_add(&text->bytes, bytes);
	if (text->bytes.full)
		return;
	if (same && goes_on(text, source)) {
		text->pieces.p[text->pieces.n - 1].source_n += source_n;
		return;
	}
	VEC_ADD(text->mem, &text->pieces,
		((struct text_piece){
			.at = at, .source = source, .source_n = source_n, .same = same}));
}

// Writes the blank that is due, if any; a line never begins with one.
static void blank_flush(struct text *text)
{
	if (!text->blank)
		return;
	text->blank = false;
	if (text->bytes.n > 0)
		piece_add(text, S(" "), text->blank_source, text->blank_source_n, false);
}

static void add_blank(struct text *text, size_t source, size_t source_n)
{
	if (!text->blank) {
		text->blank = true;
		text->blank_source = source;
	}
	text->blank_source_n = source + source_n - text->blank_source;
}

// No-break, typographic and ideographic spaces, line and paragraph separators.
static bool is_space(uint32_t c)
{
	return c <= 0x20 || c == 0xA0 || c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
		c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

void text_add_char(struct text *text, struct str character, size_t source, size_t source_n)
{
	unsigned n = 0;
	if (is_space(utf8_at(character, 0, &n))) {
		add_blank(text, source, source_n);
		return;
	}
	blank_flush(text);
	piece_add(text, character, source, source_n, false);
}

// Plain characters are visible ASCII with single blanks between. They are looked for sixteen bytes
// at a time where the processor has SSE2, eight elsewhere.
#ifdef __SSE2__
enum { BLOCK = 16 };

// How many bytes of a block are plain before the first that is not.
static size_t plain_n(const char *p)
{
	__m128i block = _mm_loadu_si128((const __m128i *)(const void *)p);
	// Compared as signed numbers, bytes beyond ASCII are less than a blank too.
	__m128i odd = _mm_or_si128(_mm_cmplt_epi8(block, _mm_set1_epi8(' ')),
		_mm_cmpeq_epi8(block, _mm_set1_epi8(0x7F)));
	__m128i blank = _mm_cmpeq_epi8(block, _mm_set1_epi8(' '));
	unsigned blanks = (unsigned)_mm_movemask_epi8(blank);
	unsigned places = (unsigned)_mm_movemask_epi8(odd) | (blanks & blanks << 1);
	return places ? (size_t)__builtin_ctz(places) : BLOCK;
}
#else
enum { BLOCK = EIGHT };

static size_t plain_n(const char *p)
{
	uint64_t bytes = eight_at(p), blank = eight_is(bytes, ' ');
	uint64_t odd = (bytes & EIGHT_HIGH) | eight_control(bytes) | eight_is(bytes, 0x7F) |
		(blank & blank << 8);
	return odd ? eight_first(odd) : BLOCK;
}
#endif

// The run of plain characters at `from`, which is no blank.
static size_t plain_run(struct str s, size_t from)
{
	size_t i = from;
	while (i + BLOCK <= s.n) {
		size_t n = plain_n(s.p + i);
		i += n;
		// A blank at the end is looked at again with what stands behind it.
		i -= i > from && s.p[i - 1] == ' ';
		if (n < BLOCK)
			return i;
	}
	while (i < s.n) {
		char c = s.p[i], next = i + 1 < s.n ? s.p[i + 1] : ' ';
		if (c > 0x20 && c < 0x7F)
			i++;
		else if (c == ' ' && next > 0x20 && next < 0x7F)
			i += 2;
		else
			break;
	}
	return i;
}

void text_add_source(struct text *text, struct str bytes, size_t source, enum charset charset)
{
	for (size_t i = 0; i < bytes.n;) {
		size_t end = bytes.p[i] == ' ' ? i : plain_run(bytes, i);
		if (end > i) {
			blank_flush(text);
			piece_add(text, str_sub(bytes, i, end), source + i, end - i, true);
			i = end;
			continue;
		}
		unsigned n = 1;
		uint32_t c = charset_at(charset, bytes, i, &n);
		bool same = n > 1 || c < 0x80;
		if (is_space(c)) {
			add_blank(text, source + i, n);
		} else {
			blank_flush(text);
			char room[8];
			struct buf character = {.p = room, .room = sizeof room, .max = sizeof room};
			utf8_add(&character, c);
			piece_add(text, same ? str_sub(bytes, i, i + n) : buf_str(&character),
				source + i, n, same);
		}
		i += n;
	}
}

size_t text_begin_line(struct text *text, size_t source)
{
	if (!text->blank && text->bytes.n > 0)
		add_blank(text, source, 0);
	text->line_at = text->bytes.n + (text->bytes.n > 0);
	return text->line_at;
}

void text_cut(struct text *text, const struct text *mark)
{
	text->bytes.n = mark->bytes.n;
	text->bytes.full = mark->bytes.full;
	text->pieces.n = mark->pieces.n;
	text->line_at = mark->line_at;
	text->blank = mark->blank;
	text->blank_source = mark->blank_source;
	text->blank_source_n = mark->blank_source_n;
}

struct str text_str(const struct text *text)
{
	return buf_str(&text->bytes);
}

// The last piece that begins at or before `at`.
static const struct text_piece *piece_at(const struct text *text, size_t at)
{
	size_t low = 0, high = text->pieces.n;
	while (high - low > 1) {
		size_t middle = (low + high) / 2;
		if (text->pieces.p[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return &text->pieces.p[low];
}

void text_source(
	const struct text *text, size_t at, size_t n, size_t *ret_offset, size_t *ret_length)
{
	*ret_offset = 0;
	*ret_length = 0;
	if (n == 0 || text->pieces.n == 0)
		return;
	const struct text_piece *first = piece_at(text, at);
	const struct text_piece *last = piece_at(text, at + n - 1);
	size_t begin = first->source + (first->same ? at - first->at : 0);
	size_t end = last->same ? last->source + (at + n - 1 - last->at) + 1
				: last->source + last->source_n;
	*ret_offset = begin;
	*ret_length = end > begin ? end - begin : 0;
}
