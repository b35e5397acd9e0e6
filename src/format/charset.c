// SPDX-License-Identifier: EUPL-1.2
// charset — the mark first, then what no text contains, then the count of good and bad sequences.
#include "format/charset.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { LOOKED_AT = 64 * 1024, REPLACEMENT = 0xfffd, DECIDED_BY = 1024 * 1024 };

static uint32_t windows_1252(unsigned char byte)
{
	static const uint16_t upper[] = {0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020,
		0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018,
		0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
		0x0153, 0x9d, 0x017e, 0x0178};

	return byte >= 0x80 && byte < 0xa0 ? upper[byte - 0x80] : byte;
}

// Control characters that no text editor writes. One in a thousand may be an accident; NUL is not.
static bool is_binary(struct str bytes)
{
	struct str head = str_sub(bytes, 0, LOOKED_AT);
	size_t strange = 0;

	for (size_t i = 0; i < head.n; i++) {
		unsigned char c = (unsigned char)head.p[i];
		if (!c)
			return true;
		strange += (c < ' ' && !char_is_space((char)c) && c != 0x1b) || c == 0x7f;
	}
	return strange * 1000 > head.n;
}

// A page in UTF-16 without its mark has a zero in every second byte as long as it is mostly ASCII.
static bool is_utf16(struct str bytes, size_t zero_at)
{
	struct str head = str_sub(bytes, 0, LOOKED_AT);
	size_t pairs = head.n / 2, zeros = 0;

	for (size_t i = 0; i < pairs; i++)
		zeros += head.p[2 * i + zero_at] == 0 && head.p[2 * i + 1 - zero_at] != 0;
	return pairs >= 8 && zeros * 10 > pairs * 9;
}

static enum charset utf8_or_1252(struct str bytes)
{
	size_t good = 0, bad = 0, at;
	unsigned n;

	if (utf8_is_valid(bytes, &at))
		return CHARSET_UTF8;
	for (at = 0; at < bytes.n; at += n) {
		uint32_t c = utf8_at(bytes, at, &n);
		good += n > 1;
		bad += n == 1 && c == REPLACEMENT;
	}
	return good > bad ? CHARSET_UTF8 : CHARSET_WINDOWS_1252;
}

enum charset charset_detect(struct str bytes, size_t *ret_mark_n)
{
	*ret_mark_n = 2;
	if (str_starts(bytes, S("\xff\xfe")))
		return CHARSET_UTF16LE;
	if (str_starts(bytes, S("\xfe\xff")))
		return CHARSET_UTF16BE;
	*ret_mark_n = str_starts(bytes, S("\xef\xbb\xbf")) ? 3 : 0;
	if (is_utf16(bytes, 1))
		return CHARSET_UTF16LE;
	if (is_utf16(bytes, 0))
		return CHARSET_UTF16BE;
	if (is_binary(bytes))
		return CHARSET_BINARY;
	return utf8_or_1252(utf8_cut(str_from(bytes, *ret_mark_n), DECIDED_BY));
}

static uint32_t unit_at(struct str bytes, size_t at, bool is_big)
{
	unsigned char first = (unsigned char)bytes.p[at], second = (unsigned char)bytes.p[at + 1];

	return is_big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

static uint32_t utf16_at(struct str bytes, size_t at, bool is_big, unsigned *ret_n)
{
	if (bytes.n - at < 2) {
		*ret_n = 1;
		return REPLACEMENT;
	}
	*ret_n = 2;
	uint32_t unit = unit_at(bytes, at, is_big);
	if (unit < 0xd800 || unit > 0xdfff)
		return unit;
	if (unit > 0xdbff || bytes.n - at < 4)
		return REPLACEMENT;
	uint32_t low = unit_at(bytes, at + 2, is_big);
	if (low < 0xdc00 || low > 0xdfff)
		return REPLACEMENT;
	*ret_n = 4;
	return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
}

uint32_t charset_at(enum charset charset, struct str bytes, size_t at, unsigned *ret_n)
{
	if (charset == CHARSET_UTF16LE || charset == CHARSET_UTF16BE)
		return utf16_at(bytes, at, charset == CHARSET_UTF16BE, ret_n);
	if (charset == CHARSET_UTF8) {
		uint32_t c = utf8_at(bytes, at, ret_n);
		if (c != REPLACEMENT || *ret_n > 1)
			return c;
	}
	*ret_n = 1;
	return windows_1252((unsigned char)bytes.p[at]);
}

struct str charset_decode(struct arena *mem, struct str bytes, enum charset charset, size_t mark_n)
{
	struct str rest = str_from(bytes, mark_n);
	struct buf text = buf_new(mem, SIZE_MAX);
	unsigned n;

	if (charset == CHARSET_UTF8 && utf8_is_valid(rest, NULL))
		return rest;
	for (size_t at = 0; at < rest.n; at += n)
		utf8_add(&text, charset_at(charset, rest, at, &n));
	return buf_str(&text);
}
