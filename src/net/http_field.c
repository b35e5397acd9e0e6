// SPDX-License-Identifier: EUPL-1.2
// http_field — the values of header fields, read and written.
#include "net/http_field.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"

static const uint64_t ODD = 0x9e3779b97f4a7c15u, OTHER = 0xd6e8feb86659fd93u;

__extension__ typedef unsigned __int128 wide;

// Both halves of the product of two words, folded into one.
static uint64_t fold(uint64_t a, uint64_t b)
{
	wide product = (wide)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

enum { LANES = 4, STEP = LANES * 16 };

static void take_step(uint64_t lane[static LANES], const char *bytes)
{
	uint64_t word[2 * LANES];

	memcpy(word, bytes, STEP);
	for (int i = 0; i < LANES; i++)
		lane[i] = fold(word[2 * i] ^ ODD ^ lane[i], word[2 * i + 1] ^ OTHER);
}

// Four lanes of two words, so that the steps of one do not wait for those of another.
static uint64_t digest_of(struct str s)
{
	uint64_t lane[LANES] = {s.n, 1, 2, 3}, all = s.n;
	char tail[STEP] = {0};
	size_t at = 0;

	for (; s.n - at >= STEP; at += STEP)
		take_step(lane, s.p + at);
	memcpy(tail, s.p + at, s.n - at);
	take_step(lane, tail);
	for (int i = 0; i < LANES; i++)
		all = fold(all ^ lane[i] ^ ODD, OTHER);
	return all;
}

void http_field_etag(struct str body, bool is_packed, char ret_etag[static HTTP_FIELD_ETAG_MAX])
{
	snprintf(ret_etag, HTTP_FIELD_ETAG_MAX, "\"%016llx%s\"",
		(unsigned long long)digest_of(body), is_packed ? "-gz" : "");
}

bool http_field_names_etag(struct str if_none_match, struct str etag)
{
	struct str_split split = {.rest = if_none_match, .sep = ','};
	struct str tag;

	if (!if_none_match.n)
		return false;
	while (str_next(&split, &tag)) {
		tag = str_trim(tag);
		if (str_starts(tag, S("W/")))
			tag = str_from(tag, 2);
		if (str_eq(tag, S("*")) || str_eq(tag, etag))
			return true;
	}
	return false;
}

bool http_field_takes_gzip(struct str accept_encoding)
{
	struct str_split split = {.rest = accept_encoding, .sep = ','};
	struct str part;

	while (str_next(&split, &part)) {
		size_t sign = str_find_char(part, ';', 0);
		struct str coding = str_trim(str_sub(part, 0, sign));
		if (!str_eq_nocase(coding, S("gzip")) && !str_eq_nocase(coding, S("x-gzip")))
			continue;
		struct str quality = sign == STR_NONE ? STR_EMPTY
						      : str_trim(str_from(part, sign + 1));
		struct str digits = str_starts(quality, S("q=")) ? str_from(quality, 2) : S("1");
		for (size_t i = 0; i < digits.n; i++)
			if (digits.p[i] >= '1' && digits.p[i] <= '9')
				return true;
		return false;
	}
	return false;
}

bool http_field_is_text(struct str type)
{
	return str_starts(type, S("text/")) || str_find(type, S("json"), 0) != STR_NONE ||
		str_find(type, S("xml"), 0) != STR_NONE;
}

struct str http_field_cache_control(struct arena *mem, const struct http_response *res)
{
	if (res->is_private)
		return S("no-store");
	if (res->max_age > 0)
		return str_format(mem, "public, max-age=%d", res->max_age);
	return S("no-cache");
}

// Bytes that may stand as they are in the value of filename* (RFC 8187 attr-char).
static bool is_plain(char c)
{
	return char_is_alpha(c) || char_is_digit(c) || c == '.' || c == '-';
}

static struct str encoded(struct arena *mem, struct str name)
{
	static const char hex[] = "0123456789ABCDEF";
	struct buf b = buf_new(mem, 3 * name.n + 1);

	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];
		if (is_plain(name.p[i])) {
			buf_add_char(&b, name.p[i]);
			continue;
		}
		buf_add_char(&b, '%');
		buf_add_char(&b, hex[c >> 4]);
		buf_add_char(&b, hex[c & 15]);
	}
	return buf_str(&b);
}

struct str http_field_disposition(struct arena *mem, struct str filename)
{
	char *name = str_z(mem, filename);
	bool is_changed = false;

	for (size_t i = 0; i < filename.n; i++)
		if (!is_plain(name[i])) {
			is_changed |= name[i] != '_';
			name[i] = '_';
		}
	if (!is_changed)
		return str_format(mem, "attachment; filename=\"%s\"", name);
	return str_format(mem, "attachment; filename=\"%s\"; filename*=UTF-8''%" PRIstr, name,
		STR(encoded(mem, filename)));
}

static bool number(struct str text, uint64_t *ret_number)
{
	int64_t value;

	if (!text.n || !char_is_digit(text.p[0]) || !str_int(text, &value))
		return false;
	*ret_number = (uint64_t)value;
	return true;
}

bool http_field_range(struct str range, uint64_t size, struct http_range *ret_range)
{
	struct http_range part = {0, size - 1};
	size_t dash = str_find_char(range, '-', 0);
	uint64_t n;

	if (!size || !str_starts(range, S("bytes=")) || dash == STR_NONE)
		return false;
	struct str first = str_trim(str_sub(range, S("bytes=").n, dash));
	struct str last = str_trim(str_from(range, dash + 1));
	if (!first.n) {
		if (!number(last, &n) || !n)
			return false;
		part.first = n < size ? size - n : 0;
	} else if (!number(first, &part.first) || (last.n && !number(last, &part.last))) {
		return false;
	}
	if (part.last >= size)
		part.last = size - 1;
	if (part.first > part.last)
		return false;
	*ret_range = part;
	return true;
}
