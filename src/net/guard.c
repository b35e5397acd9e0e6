// SPDX-License-Identifier: EUPL-1.2
// guard — which request heads are refused: characters by table, counts at the end.
#include "net/guard.h"

enum { TOKEN = 1, VALUE = 2, TARGET = 4, HOST = 8 };

static unsigned kinds_of(unsigned char c)
{
	unsigned kinds = 0;
	bool letter = char_is_alpha((char)c) || char_is_digit((char)c);

	if (letter)
		return TOKEN | VALUE | TARGET | HOST;
	if (c && str_find_char(S("!#$%&'*+-.^_`|~"), (char)c, 0) != STR_NONE)
		kinds |= TOKEN;
	if (c && str_find_char(S("-._:[]%~"), (char)c, 0) != STR_NONE)
		kinds |= HOST;
	if (c == '\t' || (c >= 0x20 && c != 0x7f))
		kinds |= VALUE;
	if (c > 0x20 && c < 0x7f && c != '#')
		kinds |= TARGET;
	return kinds;
}

static bool all_of(struct str s, unsigned kind)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		// Letters, digits and the common signs, without asking the table.
		bool plain = (c >= '-' && c <= '9' && c != '/') || (c >= 'a' && c <= 'z') ||
			(c >= 'A' && c <= 'Z');
		if (!plain && !(kinds_of(c) & kind))
			return false;
	}
	return true;
}

static void refuse(struct guard *g, int status)
{
	if (!g->status)
		g->status = status;
}

static void judge_version(struct guard *g, struct str version)
{
	g->is_1_1 = str_eq(version, S("HTTP/1.1"));
	if (g->is_1_1 || str_eq(version, S("HTTP/1.0")))
		return;
	bool other = version.n == 8 && str_starts(version, S("HTTP/")) &&
		char_is_digit(version.p[5]) && version.p[6] == '.' && char_is_digit(version.p[7]);
	refuse(g, other ? 505 : 400);
}

void guard_line(struct guard *g, struct str method, struct str target, struct str version)
{
	if (!method.n || method.n > GUARD_METHOD_MAX || !all_of(method, TOKEN))
		refuse(g, 400);
	if (!target.n || !all_of(target, TARGET))
		refuse(g, 400);
	judge_version(g, version);
}

static void take_length(struct guard *g, struct str value)
{
	uint64_t length = 0;

	g->length_n++;
	if (!value.n || value.n > 18)
		refuse(g, 400);
	for (size_t i = 0; i < value.n && i < 18; i++) {
		if (!char_is_digit(value.p[i]))
			refuse(g, 400);
		length = length * 10 + (unsigned char)(value.p[i] - '0');
	}
	g->length = length;
}

void guard_header(struct guard *g, struct str name, struct str value)
{
	g->bytes += name.n + value.n;
	if (++g->header_n > GUARD_HEADER_MAX || g->bytes > GUARD_BYTES_MAX) {
		refuse(g, 431);
		return;
	}
	if (!name.n || !all_of(name, TOKEN) || !all_of(value, VALUE))
		refuse(g, 400);
	if (name.n == 4 && str_eq_nocase(name, S("host"))) {
		g->host_n++;
		if (!value.n || value.n > 255 || !all_of(value, HOST))
			refuse(g, 400);
	} else if (name.n == 14 && str_eq_nocase(name, S("content-length"))) {
		take_length(g, value);
	} else if (name.n == 17 && str_eq_nocase(name, S("transfer-encoding"))) {
		g->coding_n++;
	}
}

void guard_gap(struct guard *g, struct str gap, bool is_last)
{
	struct str ends = {"\0\0\0", 4};

	while (gap.n && (*gap.p == ' ' || *gap.p == '\t'))
		gap = str_from(gap, 1);
	if (is_last ? !str_starts(gap, ends) : !str_eq(gap, str_sub(ends, 0, 2)))
		refuse(g, 400);
}

void guard_end(struct guard *g, bool takes_body, uint64_t body_max)
{
	if (g->host_n > 1 || (g->is_1_1 && g->host_n != 1))
		refuse(g, 400);
	if (g->length_n > 1 || (g->length_n && g->coding_n))
		refuse(g, 400);
	if (g->coding_n)
		refuse(g, takes_body && g->is_1_1 ? 411 : 400);
	if (takes_body && g->length > body_max)
		refuse(g, 413);
}

struct str guard_sentence(int status)
{
	switch (status) {
	case 411:
		return S("411: say how long the body is with Content-Length; transfer codings are "
			 "not taken.\n");
	case 413:
		return S("413: the body is longer than what is taken here.\n");
	case 414:
		return S("414: the address is too long.\n");
	case 431:
		return S("431: the request has too many headers, or too long ones.\n");
	case 503:
		return S("503: too many large bodies are on their way. Try again in a minute.\n");
	case 505:
		return S("505: this server speaks HTTP/1.1 and HTTP/1.0.\n");
	}
	return S("400: the request is not well-formed HTTP.\n");
}
