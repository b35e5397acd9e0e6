// SPDX-License-Identifier: EUPL-1.2
// http_target — request targets taken apart: path, query, parameters.
#include "base/utf8.h"
#include "net/http.h"

struct str http_method_name(enum http_method method)
{
	static const struct str name[HTTP_OTHER + 1] = {
		[HTTP_GET] = S_INIT("GET"),
		[HTTP_HEAD] = S_INIT("HEAD"),
		[HTTP_POST] = S_INIT("POST"),
		[HTTP_PUT] = S_INIT("PUT"),
		[HTTP_PATCH] = S_INIT("PATCH"),
		[HTTP_DELETE] = S_INIT("DELETE"),
		[HTTP_OTHER] = S_INIT(""),
	};

	return name[method];
}

static int hex_value(char c)
{
	char low = char_lower(c);

	if (char_is_digit(c))
		return c - '0';
	return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

// Controls never mean anything in an address; in a parameter only white space does.
static bool is_allowed(unsigned char c, bool in_query)
{
	if (c >= 0x20)
		return c != 0x7f;
	return in_query && (c == '\t' || c == '\n' || c == '\r');
}

// Undoes percent-encoding, in a query also "+" for a blank.
static bool decode(struct arena *mem, struct str s, bool in_query, struct str *ret_text)
{
	char *text = arena_alloc(mem, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c == '%') {
			bool whole = s.n - i > 2;
			int high = whole ? hex_value(s.p[i + 1]) : -1;
			int low = whole ? hex_value(s.p[i + 2]) : -1;
			if (high < 0 || low < 0)
				return false;
			c = (char)(high * 16 + low);
			i += 2;
		} else if (c == '+' && in_query) {
			c = ' ';
		}
		if (!is_allowed((unsigned char)c, in_query))
			return false;
		text[n++] = c;
	}
	*ret_text = (struct str){text, n};
	return utf8_is_valid(*ret_text, NULL);
}

static bool take_pair(struct arena *mem, struct str part, struct http_form *pairs)
{
	size_t sign = str_find_char(part, '=', 0);
	struct http_pair pair = {STR_EMPTY, STR_EMPTY};

	if (!decode(mem, str_sub(part, 0, sign), true, &pair.name))
		return false;
	if (sign != STR_NONE && !decode(mem, str_from(part, sign + 1), true, &pair.value))
		return false;
	VEC_ADD(mem, pairs, pair);
	return true;
}

bool http_parse_pairs(struct arena *mem, struct str text, size_t max, struct http_form *ret_pairs,
	struct err *err)
{
	struct str_split split = {.rest = text, .sep = '&'};
	struct http_form pairs = {.n = 0};
	struct str part;

	while (str_next(&split, &part)) {
		if (!part.n)
			continue;
		if (pairs.n == max)
			return err_set(err, ERR_INPUT, "there are more than %zu parameters", max);
		if (!take_pair(mem, part, &pairs))
			return err_set(err, ERR_INPUT, "a parameter is not percent-encoded UTF-8");
	}
	*ret_pairs = pairs;
	return true;
}

// Drops the scheme and the authority of an absolute address.
static struct str without_origin(struct str target)
{
	size_t host = str_starts(target, S("http://")) ? 7
		: str_starts(target, S("https://"))    ? 8
						       : 0;
	if (!host)
		return target;
	size_t path = str_find_char(target, '/', host);
	return path == STR_NONE ? S("/") : str_from(target, path);
}

bool http_parse_target(
	struct arena *mem, struct str target, struct http_request *ret_request, struct err *err)
{
	struct http_form pairs = {.n = 0};
	struct str path, query = STR_EMPTY;

	if (target.n > HTTP_URL_MAX)
		return err_set(err, ERR_LIMIT, "the address is longer than %d bytes", HTTP_URL_MAX);
	target = without_origin(target);
	size_t mark = str_find_char(target, '?', 0);
	if (mark != STR_NONE)
		query = str_from(target, mark + 1);
	if (!str_starts(target, S("/")) || !decode(mem, str_sub(target, 0, mark), false, &path))
		return err_set(err, ERR_INPUT,
			"the address is not a path in percent-encoded UTF-8 that begins with /");
	if (!http_parse_pairs(mem, query, HTTP_PARAM_MAX, &pairs, err))
		return false;
	ret_request->path = path;
	ret_request->query = query;
	ret_request->param = pairs.p;
	ret_request->param_n = pairs.n;
	return true;
}

struct str http_param(const struct http_request *request, struct str name)
{
	for (size_t i = 0; i < request->param_n; i++)
		if (str_eq(request->param[i].name, name))
			return request->param[i].value;
	return STR_EMPTY;
}
