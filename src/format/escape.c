// SPDX-License-Identifier: EUPL-1.2
// escape — find the next byte that needs work, copy what lies before it whole, write its stand-in.
//
// The search looks at sixteen bytes at a time where the processor has SSE2, at eight elsewhere.
// What it stops at may still be harmless (a letter beyond ASCII): each escaper decides for itself.
#include "format/escape.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/eight.h"
#include "base/utf8.h"

enum { ESCAPE_WHOLE_MAX = 4096 }; // texts without anything to escape go out in one piece

static const struct str replacement = S_INIT("\xef\xbf\xbd");

// What to stop at: four bytes (repeated when there are fewer), and whether control characters and
// bytes beyond ASCII count too.
struct stops {
	char byte[4];
	bool at_control;
};

static bool is_stop(const struct stops *stops, char c)
{
	if (stops->at_control && (signed char)c < ' ')
		return true;
	return c == stops->byte[0] || c == stops->byte[1] || c == stops->byte[2] ||
		c == stops->byte[3];
}

// Whether one of eight bytes is a stop.
static bool word_stops(const struct stops *stops, const char *p)
{
	uint64_t bytes = eight_at(p), hit = 0;

	for (int i = 0; i < 4; i++)
		hit |= eight_is(bytes, stops->byte[i]);
	if (stops->at_control)
		hit |= (bytes & EIGHT_HIGH) | eight_control(bytes);
	return hit != 0;
}

#ifdef __SSE2__
enum { BLOCK = 16 };

// The place of the first stop in a block, or BLOCK.
static size_t block_stop(const struct stops *stops, const char *p)
{
	__m128i block = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i hit = _mm_cmpeq_epi8(block, _mm_set1_epi8(stops->byte[0]));

	for (int i = 1; i < 4; i++)
		hit = _mm_or_si128(hit, _mm_cmpeq_epi8(block, _mm_set1_epi8(stops->byte[i])));
	// Compared as signed numbers, bytes beyond ASCII are less than a blank too.
	if (stops->at_control)
		hit = _mm_or_si128(hit, _mm_cmplt_epi8(block, _mm_set1_epi8(' ')));
	unsigned places = (unsigned)_mm_movemask_epi8(hit);
	return places ? (size_t)__builtin_ctz(places) : BLOCK;
}
#else
enum { BLOCK = EIGHT };

// BLOCK when there is no stop; else 0, and the bytes are looked at one by one.
static size_t block_stop(const struct stops *stops, const char *p)
{
	return word_stops(stops, p) ? 0 : BLOCK;
}
#endif

static size_t next_stop(const struct stops *stops, struct str s, size_t at)
{
	size_t step = BLOCK, begin = at;

	while (step == BLOCK && at + BLOCK <= s.n) {
		step = block_stop(stops, s.p + at);
		at += step;
	}
	// The end of the text is looked at together with what was found harmless before it.
	if (step == BLOCK && at < s.n && s.n - begin >= BLOCK &&
		block_stop(stops, s.p + s.n - BLOCK) == BLOCK)
		return s.n;
	if (step == BLOCK && at + EIGHT <= s.n && !word_stops(stops, s.p + at))
		at += EIGHT;
	while (at < s.n && !is_stop(stops, s.p[at]))
		at++;
	return at;
}

static struct str entity(char c)
{
	switch (c) {
	case '&':
		return S("&amp;");
	case '<':
		return S("&lt;");
	case '>':
		return S("&gt;");
	case '"':
		return S("&quot;");
	case '\t':
		return S("&#9;");
	case '\n':
		return S("&#10;");
	case '\r':
		return S("&#13;");
	default:
		return STR_EMPTY;
	}
}

static void write_entities(struct out *o, struct str s, const struct stops *stops)
{
	size_t from = 0;

	for (size_t at; (at = next_stop(stops, s, from)) < s.n; from = at + 1) {
		out_write(o, str_sub(s, from, at));
		out_write(o, entity(s.p[at]));
	}
	out_write(o, str_from(s, from));
}

void escape_text(struct out *o, struct str s)
{
	static const struct stops stops = {.byte = {'&', '<', '>', '&'}};

	write_entities(o, s, &stops);
}

void escape_attr(struct out *o, struct str s)
{
	static const struct stops stops = {.byte = {'&', '<', '>', '"'}};

	write_entities(o, s, &stops);
}

// Browsers drop tabs and line ends inside an address and blanks before it, so an address that has
// any before its scheme is over is refused, not repaired.
static bool is_safe_url(struct str s)
{
	static const struct str known[] = {S_INIT("http"), S_INIT("https"), S_INIT("mailto")};

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if ((unsigned char)c <= ' ')
			return false;
		if (c == '/' || c == '?' || c == '#')
			return true;
		if (c != ':')
			continue;
		for (size_t k = 0; k < sizeof known / sizeof *known; k++)
			if (str_eq_nocase(str_sub(s, 0, i), known[k]))
				return true;
		return false;
	}
	return true;
}

void escape_url(struct out *o, struct str s)
{
	escape_attr(o, is_safe_url(s) ? s : S("#"));
}

static bool is_unreserved(char c)
{
	return char_is_alpha(c) || char_is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

void escape_url_part(struct out *o, struct str s)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t from = 0;

	for (size_t at = 0; at < s.n; at++) {
		unsigned char c = (unsigned char)s.p[at];
		if (is_unreserved(s.p[at]))
			continue;
		out_write(o, str_sub(s, from, at));
		out_write(o, (struct str){(char[]){'%', hex[c >> 4], hex[c & 15]}, 3});
		from = at + 1;
	}
	out_write(o, str_from(s, from));
}

static void write_json_control(struct out *o, char c)
{
	static const char letter[] = "btn\0fr";
	char short_form = c >= '\b' && c <= '\r' ? letter[c - '\b'] : '\0';

	if (short_form)
		out_write(o, (struct str){(char[]){'\\', short_form}, 2});
	else
		out_format(o, "\\u%04x", (unsigned)(unsigned char)c);
}

void escape_json(struct out *o, struct str s)
{
	static const struct stops stops = {.byte = {'"', '\\', '"', '\\'}, .at_control = true};
	size_t from = 0, at = next_stop(&stops, s, 0);
	unsigned n;

	if (at == s.n && s.n <= ESCAPE_WHOLE_MAX) {
		char *whole = out_place(o, s.n + 2);
		if (!whole)
			return; // nothing more is taken: o->failed says why
		whole[0] = '"';
		eight_copy(whole + 1, s.p, s.n);
		whole[s.n + 1] = '"';
		return;
	}
	out_char(o, '"');
	for (; at < s.n; at = next_stop(&stops, s, at)) {
		char c = s.p[at];
		bool is_ascii = (unsigned char)c < 0x80;
		uint32_t point = utf8_at(s, at, &n);
		if (!is_ascii && (point != 0xfffd || n > 1)) {
			at += n;
			continue;
		}
		out_write(o, str_sub(s, from, at));
		if (!is_ascii)
			out_write(o, replacement);
		else if (c == '"' || c == '\\')
			out_write(o, (struct str){(char[]){'\\', c}, 2});
		else
			write_json_control(o, c);
		from = ++at;
	}
	out_write(o, str_from(s, from));
	out_char(o, '"');
}

// Behind apostrophes, since one of them alone could not be told from ours when it is read.
static bool is_formula(struct str s)
{
	size_t from = 0;

	while (from < s.n && s.p[from] == '\'')
		from++;
	return from < s.n && str_find_char(S("=+-@\t\r"), s.p[from], 0) != STR_NONE;
}

struct str escape_csv_undo(struct str cell)
{
	return str_starts(cell, S("'")) && is_formula(cell) ? str_from(cell, 1) : cell;
}

void escape_csv(struct out *o, struct str s)
{
	static const struct stops quoted = {.byte = {',', '"', '\r', '\n'}};
	static const struct stops quote = {.byte = {'"', '"', '"', '"'}};
	struct str guard = is_formula(s) ? S("'") : STR_EMPTY;
	size_t from = 0;

	if (next_stop(&quoted, s, 0) == s.n) {
		out_write(o, guard);
		out_write(o, s);
		return;
	}
	out_char(o, '"');
	out_write(o, guard);
	for (size_t at; (at = next_stop(&quote, s, from)) < s.n; from = at + 1) {
		out_write(o, str_sub(s, from, at));
		out_write(o, S("\"\""));
	}
	out_write(o, str_from(s, from));
	out_char(o, '"');
}

static bool is_xml(uint32_t c, unsigned n)
{
	if (c < ' ')
		return c == '\t' || c == '\n' || c == '\r';
	if (c == 0xfffd)
		return n > 1;
	return c != 0xfffe && c != 0xffff;
}

void escape_xml(struct out *o, struct str s)
{
	static const struct stops stops = {.byte = {'&', '<', '>', '"'}, .at_control = true};
	size_t from = 0, at = 0;
	unsigned n;

	while ((at = next_stop(&stops, s, at)) < s.n) {
		uint32_t c = utf8_at(s, at, &n);
		struct str stand_in = c < 0x80 ? entity((char)c) : STR_EMPTY;
		if (!is_xml(c, n))
			stand_in = replacement;
		if (stand_in.n) {
			out_write(o, str_sub(s, from, at));
			out_write(o, stand_in);
			from = at + n;
		}
		at += n;
	}
	out_write(o, str_from(s, from));
}
