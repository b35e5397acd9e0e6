// SPDX-License-Identifier: EUPL-1.2
// url — decoding is strict about hexadecimal digits; encoding is format/escape.h's.
#include "format/url.h"

#include "base/out.h"
#include "format/escape.h"

enum { QUERY_MAX = 8 * 1024 };

static int hex_value(char c)
{
	if (char_is_digit(c))
		return c - '0';
	c = char_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The byte that the two digits behind a % stand for; -1 when they are not both there.
static int escaped_byte(struct str part, size_t percent)
{
	if (part.n - percent < 3)
		return -1;
	int high = hex_value(part.p[percent + 1]), low = hex_value(part.p[percent + 2]);
	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool url_decode(struct arena *mem, struct str part, bool is_query, struct str *ret_bytes)
{
	char *bytes = arena_alloc(mem, part.n);
	size_t n = 0;

	for (size_t i = 0; i < part.n; i++) {
		int byte = (unsigned char)part.p[i];
		if (byte == '+' && is_query)
			byte = ' ';
		if (byte == '%') {
			byte = escaped_byte(part, i);
			if (byte < 0)
				return false;
			i += 2;
		}
		bytes[n++] = (char)byte;
	}
	*ret_bytes = n ? (struct str){bytes, n} : STR_EMPTY;
	return true;
}

struct url_query url_query_new(struct arena *mem)
{
	return (struct url_query){buf_new(mem, QUERY_MAX)};
}

void url_query_add(struct url_query *query, struct str name, struct str value)
{
	struct out part = out_memory(query->buf.mem, QUERY_MAX);

	if (!value.n)
		return;
	out_char(&part, query->buf.n ? '&' : '?');
	escape_url_part(&part, name);
	out_char(&part, '=');
	escape_url_part(&part, value);
	buf_add(&query->buf, out_str(&part));
}

void url_query_add_int(struct url_query *query, struct str name, int64_t value)
{
	url_query_add(query, name, str_format(query->buf.mem, "%lld", (long long)value));
}

struct str url_query_str(const struct url_query *query)
{
	return buf_str(&query->buf);
}

static struct str decode_or_keep(struct arena *mem, struct str part)
{
	struct str decoded;

	return url_decode(mem, part, true, &decoded) ? decoded : part;
}

bool url_query_next(
	struct arena *mem, struct str *rest, struct str *ret_name, struct str *ret_value)
{
	while (rest->n) {
		size_t end = str_find_char(*rest, '&', 0);
		struct str pair = str_sub(*rest, 0, end);
		*rest = end == STR_NONE ? STR_EMPTY : str_from(*rest, end + 1);
		if (!pair.n)
			continue;
		size_t equals = str_find_char(pair, '=', 0);
		*ret_name = decode_or_keep(mem, str_sub(pair, 0, equals));
		*ret_value = equals == STR_NONE ? STR_EMPTY
						: decode_or_keep(mem, str_from(pair, equals + 1));
		return true;
	}
	return false;
}
