// SPDX-License-Identifier: EUPL-1.2
// html_scan — HTML as a run of text pieces and breaks, each with its place in the source.
//
// One position moves forward over the source. At `<` a tag, comment or declaration is stepped
// over; at `&` a reference is decoded; anything else is text up to the next of the two. A `<` that
// opens nothing and an `&` that names nothing are text.

#include "format/html_scan.h"

#include <stdint.h>
#include <string.h>

enum {
	NAME_MAX_N = 12,
	ENTITY_NAME_MAX = 8,
	SNIFF_MAX = 4096,
	ENTITY_DIGITS_MAX = 8,
	HEAD_MAX = 64 * 1024, // where the address of a page is looked for
};

struct entity {
	struct str name;
	uint32_t c;
};

// The references that text processors and content systems really write. Sorted by use, not by
// name: the table is short and a page holds few.
static const struct entity entities[] = {
	{S_INIT("nbsp"), 0xA0},
	{S_INIT("amp"), '&'},
	{S_INIT("rsquo"), 0x2019},
	{S_INIT("lsquo"), 0x2018},
	{S_INIT("quot"), '"'},
	{S_INIT("ndash"), 0x2013},
	{S_INIT("mdash"), 0x2014},
	{S_INIT("ldquo"), 0x201C},
	{S_INIT("rdquo"), 0x201D},
	{S_INIT("lt"), '<'},
	{S_INIT("gt"), '>'},
	{S_INIT("apos"), '\''},
	{S_INIT("hellip"), 0x2026},
	{S_INIT("laquo"), 0xAB},
	{S_INIT("raquo"), 0xBB},
	{S_INIT("eacute"), 0xE9},
	{S_INIT("egrave"), 0xE8},
	{S_INIT("ecirc"), 0xEA},
	{S_INIT("euml"), 0xEB},
	{S_INIT("agrave"), 0xE0},
	{S_INIT("acirc"), 0xE2},
	{S_INIT("aacute"), 0xE1},
	{S_INIT("atilde"), 0xE3},
	{S_INIT("auml"), 0xE4},
	{S_INIT("aring"), 0xE5},
	{S_INIT("aelig"), 0xE6},
	{S_INIT("ccedil"), 0xE7},
	{S_INIT("icirc"), 0xEE},
	{S_INIT("iuml"), 0xEF},
	{S_INIT("iacute"), 0xED},
	{S_INIT("igrave"), 0xEC},
	{S_INIT("ntilde"), 0xF1},
	{S_INIT("ocirc"), 0xF4},
	{S_INIT("oacute"), 0xF3},
	{S_INIT("ograve"), 0xF2},
	{S_INIT("otilde"), 0xF5},
	{S_INIT("ouml"), 0xF6},
	{S_INIT("oslash"), 0xF8},
	{S_INIT("oelig"), 0x153},
	{S_INIT("ucirc"), 0xFB},
	{S_INIT("ugrave"), 0xF9},
	{S_INIT("uacute"), 0xFA},
	{S_INIT("uuml"), 0xFC},
	{S_INIT("szlig"), 0xDF},
	{S_INIT("yacute"), 0xFD},
	{S_INIT("Eacute"), 0xC9},
	{S_INIT("Egrave"), 0xC8},
	{S_INIT("Ecirc"), 0xCA},
	{S_INIT("Agrave"), 0xC0},
	{S_INIT("Acirc"), 0xC2},
	{S_INIT("Aacute"), 0xC1},
	{S_INIT("Ccedil"), 0xC7},
	{S_INIT("Iacute"), 0xCD},
	{S_INIT("Icirc"), 0xCE},
	{S_INIT("Ocirc"), 0xD4},
	{S_INIT("Oacute"), 0xD3},
	{S_INIT("Ouml"), 0xD6},
	{S_INIT("Ntilde"), 0xD1},
	{S_INIT("Uacute"), 0xDA},
	{S_INIT("Uuml"), 0xDC},
	{S_INIT("OElig"), 0x152},
	{S_INIT("iexcl"), 0xA1},
	{S_INIT("iquest"), 0xBF},
	{S_INIT("ordf"), 0xAA},
	{S_INIT("ordm"), 0xBA},
	{S_INIT("deg"), 0xB0},
	{S_INIT("sect"), 0xA7},
	{S_INIT("para"), 0xB6},
	{S_INIT("middot"), 0xB7},
	{S_INIT("bull"), 0x2022},
	{S_INIT("copy"), 0xA9},
	{S_INIT("reg"), 0xAE},
	{S_INIT("trade"), 0x2122},
	{S_INIT("euro"), 0x20AC},
	{S_INIT("pound"), 0xA3},
	{S_INIT("frac12"), 0xBD},
	{S_INIT("times"), 0xD7},
	{S_INIT("minus"), 0x2212},
	{S_INIT("sbquo"), 0x201A},
	{S_INIT("bdquo"), 0x201E},
	{S_INIT("lsaquo"), 0x2039},
	{S_INIT("rsaquo"), 0x203A},
	{S_INIT("shy"), 0xAD},
	{S_INIT("ensp"), 0x2002},
	{S_INIT("emsp"), 0x2003},
	{S_INIT("thinsp"), 0x2009},
	{S_INIT("zwj"), 0x200D},
	{S_INIT("zwnj"), 0x200C},
	{S_INIT("rarr"), 0x2192},
	{S_INIT("rArr"), 0x21D2},
};

// What an element does to the text around it.
enum element_kind {
	ELEMENT_INLINE,
	ELEMENT_BLOCK,
	ELEMENT_ITEM,
	ELEMENT_LINE,
	ELEMENT_ASIDE,
	ELEMENT_SIDE,
	ELEMENT_HEADER,
	ELEMENT_MAIN, // ends whatever was around the matter of the page
	ELEMENT_TITLE,
	ELEMENT_LINK,
	ELEMENT_RAW
};

struct element {
	struct str name;
	enum element_kind kind;
};

static const struct element elements[] = {
	{S_INIT("p"), ELEMENT_BLOCK},
	{S_INIT("a"), ELEMENT_LINK},
	{S_INIT("br"), ELEMENT_LINE},
	{S_INIT("div"), ELEMENT_BLOCK},
	{S_INIT("li"), ELEMENT_ITEM},
	{S_INIT("ul"), ELEMENT_BLOCK},
	{S_INIT("ol"), ELEMENT_BLOCK},
	{S_INIT("h1"), ELEMENT_BLOCK},
	{S_INIT("h2"), ELEMENT_BLOCK},
	{S_INIT("h3"), ELEMENT_BLOCK},
	{S_INIT("h4"), ELEMENT_BLOCK},
	{S_INIT("h5"), ELEMENT_BLOCK},
	{S_INIT("h6"), ELEMENT_BLOCK},
	{S_INIT("script"), ELEMENT_RAW},
	{S_INIT("style"), ELEMENT_RAW},
	{S_INIT("noscript"), ELEMENT_RAW},
	{S_INIT("template"), ELEMENT_RAW},
	{S_INIT("textarea"), ELEMENT_RAW},
	{S_INIT("select"), ELEMENT_RAW},
	{S_INIT("svg"), ELEMENT_RAW},
	{S_INIT("iframe"), ELEMENT_RAW},
	{S_INIT("nav"), ELEMENT_ASIDE},
	{S_INIT("footer"), ELEMENT_ASIDE},
	{S_INIT("aside"), ELEMENT_SIDE},
	{S_INIT("menu"), ELEMENT_ASIDE},
	{S_INIT("section"), ELEMENT_BLOCK},
	{S_INIT("article"), ELEMENT_MAIN},
	{S_INIT("header"), ELEMENT_HEADER},
	{S_INIT("main"), ELEMENT_MAIN},
	{S_INIT("body"), ELEMENT_BLOCK},
	{S_INIT("title"), ELEMENT_TITLE},
	{S_INIT("head"), ELEMENT_BLOCK},
	{S_INIT("table"), ELEMENT_BLOCK},
	{S_INIT("tr"), ELEMENT_BLOCK},
	{S_INIT("td"), ELEMENT_BLOCK},
	{S_INIT("th"), ELEMENT_BLOCK},
	{S_INIT("dl"), ELEMENT_BLOCK},
	{S_INIT("dt"), ELEMENT_ITEM},
	{S_INIT("dd"), ELEMENT_ITEM},
	{S_INIT("blockquote"), ELEMENT_BLOCK},
	{S_INIT("pre"), ELEMENT_BLOCK},
	{S_INIT("form"), ELEMENT_BLOCK},
	{S_INIT("fieldset"), ELEMENT_BLOCK},
	{S_INIT("figure"), ELEMENT_BLOCK},
	{S_INIT("figcaption"), ELEMENT_BLOCK},
	{S_INIT("address"), ELEMENT_BLOCK},
	{S_INIT("hr"), ELEMENT_BLOCK},
	{S_INIT("option"), ELEMENT_BLOCK},
	{S_INIT("button"), ELEMENT_BLOCK},
	{S_INIT("caption"), ELEMENT_BLOCK},
	{S_INIT("details"), ELEMENT_BLOCK},
	{S_INIT("summary"), ELEMENT_BLOCK},
	{S_INIT("center"), ELEMENT_BLOCK},
};

// What roles and, as a last resort, classes call the parts around the matter of a page.
static const struct str around_names[] = {S_INIT("nav"), S_INIT("navbar"), S_INIT("navigation"),
	S_INIT("menu"), S_INIT("breadcrumb"), S_INIT("breadcrumbs"), S_INIT("cookie"),
	S_INIT("cookies"), S_INIT("footer"), S_INIT("contentinfo"), S_INIT("banner"),
	S_INIT("skip"), S_INIT("share"), S_INIT("sharing"), S_INIT("social"), S_INIT("related"),
	S_INIT("pager"), S_INIT("pagination"), S_INIT("toolbar"), S_INIT("search"),
	S_INIT("dialog"), S_INIT("sidebar"), S_INIT("complementary")};

struct html_scan html_scan_new(struct str source)
{
	return (struct html_scan){.source = source};
}

static const struct element *element_find(struct str name)
{
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (str_eq_nocase(elements[i].name, name))
			return &elements[i];
	return NULL;
}

// The letters and digits at `at`, at most `max`.
static struct str name_at(struct str s, size_t at, size_t max)
{
	size_t end = at;
	while (end < s.n && end - at < max && (char_is_alpha(s.p[end]) || char_is_digit(s.p[end])))
		end++;
	return str_sub(s, at, end);
}

static unsigned utf8_write(uint32_t c, char p[static 4])
{
	if (c < 0x80) {
		p[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		p[0] = (char)(0xC0 | c >> 6);
		p[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		p[0] = (char)(0xE0 | c >> 12);
		p[1] = (char)(0x80 | (c >> 6 & 0x3F));
		p[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	p[0] = (char)(0xF0 | c >> 18);
	p[1] = (char)(0x80 | (c >> 12 & 0x3F));
	p[2] = (char)(0x80 | (c >> 6 & 0x3F));
	p[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

// What browsers take &#128; to &#159; for: the Windows-1252 characters at those places.
static const uint16_t windows_c1[32] = {
	0x20AC,
	0xFFFD,
	0x201A,
	0x0192,
	0x201E,
	0x2026,
	0x2020,
	0x2021,
	0x02C6,
	0x2030,
	0x0160,
	0x2039,
	0x0152,
	0xFFFD,
	0x017D,
	0xFFFD,
	0xFFFD,
	0x2018,
	0x2019,
	0x201C,
	0x201D,
	0x2022,
	0x2013,
	0x2014,
	0x02DC,
	0x2122,
	0x0161,
	0x203A,
	0x0153,
	0xFFFD,
	0x017E,
	0x0178,
};

static uint32_t numeric_value(uint32_t c)
{
	if (c >= 0x80 && c < 0xA0)
		return windows_c1[c - 0x80];
	if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return 0xFFFD;
	return c;
}

static int digit_value(char c, int base)
{
	int value = char_is_digit(c) ? c - '0' : 99;
	if (base == 16 && char_lower(c) >= 'a' && char_lower(c) <= 'f')
		value = char_lower(c) - 'a' + 10;
	return value;
}

// A reference at `at`, where '&' stands: its character and length, or 0 when it is none.
static size_t entity_at(struct str s, size_t at, uint32_t *ret_c)
{
	size_t i = at + 1;
	if (i < s.n && s.p[i] == '#') {
		int base = i + 1 < s.n && char_lower(s.p[i + 1]) == 'x' ? 16 : 10;
		size_t first = i + (base == 16 ? 2 : 1);
		uint32_t c = 0;
		for (i = first; i < s.n && i - first < ENTITY_DIGITS_MAX; i++) {
			int digit = digit_value(s.p[i], base);
			if (digit >= base)
				break;
			c = c * (uint32_t)base + (uint32_t)digit;
		}
		if (i == first)
			return 0;
		*ret_c = numeric_value(c);
	} else {
		struct str name = name_at(s, i, ENTITY_NAME_MAX);
		const struct entity *found = NULL;
		for (size_t k = 0; k < sizeof entities / sizeof *entities && !found; k++)
			if (str_eq(entities[k].name, name))
				found = &entities[k];
		if (!found)
			return 0;
		*ret_c = found->c;
		i += name.n;
	}
	return i + (i < s.n && s.p[i] == ';') - at;
}

// Behind the '>' that ends the tag beginning at `at`; quoted values may hold '>'.
static size_t tag_end(struct str s, size_t at)
{
	char quote = 0;
	for (size_t i = at; i < s.n; i++) {
		char c = s.p[i];
		if (quote) {
			quote = c == quote ? 0 : quote;
			continue;
		}
		if (c == '>')
			return i + 1;
		if ((c == '"' || c == '\'') && i > at && s.p[i - 1] == '=')
			quote = c;
	}
	return s.n;
}

// Behind the closing tag of an element whose content is no text.
static size_t raw_end(struct str s, size_t at, struct str name)
{
	for (size_t i = str_find_char(s, '<', at); i != STR_NONE;
		i = str_find_char(s, '<', i + 1)) {
		if (i + 1 >= s.n || s.p[i + 1] != '/')
			continue;
		if (str_eq_nocase(name_at(s, i + 2, NAME_MAX_N), name))
			return tag_end(s, i);
	}
	return s.n;
}

// Behind a comment, declaration or processing instruction that begins at `at` with "<!" or "<?".
static size_t declaration_end(struct str s, size_t at)
{
	if (str_starts(str_from(s, at), S("<!--"))) {
		size_t end = str_find(s, S("-->"), at + 4);
		return end == STR_NONE ? s.n : end + 3;
	}
	size_t end = str_find_char(s, '>', at);
	return end == STR_NONE ? s.n : end + 1;
}

// The value of an attribute of the tag; empty when it has none.
static struct str attribute(struct str tag, struct str name)
{
	for (size_t at = str_find_char(tag, '=', 0); at != STR_NONE;
		at = str_find_char(tag, '=', at + 1)) {
		size_t from = at;
		while (from > 0 && (char_is_alpha(tag.p[from - 1]) || tag.p[from - 1] == '-'))
			from--;
		if (!str_eq_nocase(str_sub(tag, from, at), name) || at + 1 >= tag.n)
			continue;
		char quote = tag.p[at + 1];
		bool is_quoted = quote == '"' || quote == '\'';
		size_t begin = at + 1 + is_quoted, end = begin;
		while (end < tag.n &&
			(is_quoted ? tag.p[end] != quote
				   : !char_is_space(tag.p[end]) && tag.p[end] != '>'))
			end++;
		return str_sub(tag, begin, end);
	}
	return STR_EMPTY;
}

// A name as a whole, or its first or last part ("menu-main", "site-footer"). "with-sidebar" is
// said of what is beside a sidebar.
static bool is_around_name(struct str name)
{
	size_t first = 0, last = name.n;
	while (first < name.n && name.p[first] != '-' && name.p[first] != '_')
		first++;
	while (last > 0 && name.p[last - 1] != '-' && name.p[last - 1] != '_')
		last--;
	for (size_t i = 0; i < sizeof around_names / sizeof *around_names; i++) {
		struct str around = around_names[i];
		if (str_eq_nocase(str_sub(name, 0, first), around) ||
			(str_eq_nocase(str_from(name, last), around) &&
				!str_eq(around, S("sidebar"))))
			return true;
	}
	return false;
}

static bool is_around(struct str tag)
{
	const struct str values[] = {
		attribute(tag, S("role")), attribute(tag, S("class")), attribute(tag, S("id"))};
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		struct str_split split = {.rest = values[i], .sep = ' '};
		struct str name;
		while (values[i].n && str_next(&split, &name))
			if (is_around_name(name))
				return true;
	}
	return false;
}

// A part around the matter that only its role or class tells ends with the element it began with.
static void hidden_step(
	struct html_scan *scan, const struct element *element, struct str tag, bool closing)
{
	if (scan->hidden_n) {
		if (str_eq(scan->hidden, element->name))
			scan->hidden_n += closing ? -1 : 1;
	} else if (!closing && element->kind == ELEMENT_BLOCK && is_around(tag)) {
		scan->hidden = element->name;
		scan->hidden_n = 1;
	}
}

static void count(int *open, bool closing)
{
	*open += closing ? (*open > 0 ? -1 : 0) : 1;
}

// Where the scanner is after the tag: within the matter of the page, or around it.
static void place_step(
	struct html_scan *scan, const struct element *element, struct str tag, bool closing)
{
	if (element->kind == ELEMENT_ASIDE)
		count(&scan->aside, closing);
	else if (element->kind == ELEMENT_SIDE)
		count(&scan->side, closing);
	else if (element->kind == ELEMENT_HEADER)
		count(&scan->header, closing);
	else if (element->kind == ELEMENT_MAIN && !closing)
		scan->aside = scan->side = scan->header = scan->hidden_n = 0;
	hidden_step(scan, element, tag, closing);
}

static int heading_level(struct str name, bool closing)
{
	bool is_heading = !closing && name.n == 2 && char_lower(name.p[0]) == 'h' &&
		char_is_digit(name.p[1]);
	return is_heading ? name.p[1] - '0' : 0;
}

// Steps over the tag at scan->at; true when it breaks the text, with `ret_block` set.
static bool tag_step(struct html_scan *scan, struct html_block *ret_block)
{
	struct str s = scan->source;
	size_t at = scan->at;
	bool closing = s.p[at + 1] == '/';
	struct str name = name_at(s, at + 1 + closing, NAME_MAX_N);
	const struct element *element = element_find(name);
	scan->at = tag_end(s, at);
	if (!element || element->kind == ELEMENT_INLINE)
		return false;
	if (element->kind == ELEMENT_LINK)
		scan->in_link = !closing;
	if (element->kind == ELEMENT_RAW && !closing)
		scan->at = raw_end(s, scan->at, name);
	if (element->kind == ELEMENT_LINK || element->kind == ELEMENT_RAW)
		return false;
	place_step(scan, element, str_sub(s, at, scan->at), closing);
	int heading = heading_level(name, closing);
	*ret_block = (struct html_block){
		.heading = heading,
		.is_item = element->kind == ELEMENT_ITEM && !closing,
		.is_aside = scan->aside > 0 || scan->hidden_n > 0 || (scan->header > 0 && !heading),
		.is_side = scan->side > 0,
		.is_title = element->kind == ELEMENT_TITLE && !closing,
		.is_line = element->kind == ELEMENT_LINE,
	};
	return true;
}

// True when a '<' at `at` opens a tag, a closing tag or a declaration.
static bool opens_tag(struct str s, size_t at)
{
	if (at + 1 >= s.n)
		return false;
	char c = s.p[at + 1];
	if (c == '/')
		return at + 2 < s.n && char_is_alpha(s.p[at + 2]);
	return char_is_alpha(c) || c == '!' || c == '?';
}

void html_scan_next(struct html_scan *scan, struct html_piece *ret_piece)
{
	struct str s = scan->source;
	*ret_piece = (struct html_piece){.kind = HTML_END, .bytes = STR_EMPTY};
	while (scan->at < s.n) {
		size_t at = scan->at;
		uint32_t c = 0;
		size_t n = 0;
		*ret_piece = (struct html_piece){
			.bytes = STR_EMPTY, .source = at, .in_link = scan->in_link};
		if (s.p[at] == '<' && opens_tag(s, at)) {
			if (s.p[at + 1] == '!' || s.p[at + 1] == '?') {
				scan->at = declaration_end(s, at);
				continue;
			}
			if (!tag_step(scan, &ret_piece->block))
				continue;
			ret_piece->kind = HTML_BREAK;
			ret_piece->source_n = scan->at - at;
			return;
		}
		if (s.p[at] == '&' && (n = entity_at(s, at, &c)) > 0) {
			ret_piece->kind = HTML_ENTITY;
			ret_piece->bytes = (struct str){scan->bytes, utf8_write(c, scan->bytes)};
			ret_piece->source_n = n;
			scan->at = at + n;
			return;
		}
		size_t end = at + 1;
		while (end < s.n && s.p[end] != '<' && s.p[end] != '&')
			end++;
		ret_piece->kind = HTML_TEXT;
		ret_piece->bytes = str_sub(s, at, end);
		ret_piece->source_n = end - at;
		scan->at = end;
		return;
	}
	ret_piece->kind = HTML_END;
}

struct str html_scan_canonical(struct str source)
{
	struct str head = str_sub(source, 0, HEAD_MAX);
	for (size_t at = str_find(head, S("<link"), 0); at != STR_NONE;
		at = str_find(head, S("<link"), at + 1)) {
		struct str tag = str_sub(head, at, tag_end(head, at));
		if (str_eq_nocase(attribute(tag, S("rel")), S("canonical")))
			return attribute(tag, S("href"));
	}
	return STR_EMPTY;
}

bool html_scan_is_html(struct str source)
{
	struct str head = str_sub(source, 0, SNIFF_MAX);
	int marks = 0;
	for (size_t i = str_find_char(head, '<', 0); i != STR_NONE;
		i = str_find_char(head, '<', i + 1)) {
		bool closing = i + 1 < head.n && head.p[i + 1] == '/';
		struct str name = name_at(head, i + 1 + closing, NAME_MAX_N);
		if (str_eq_nocase(name, S("html")) ||
			str_eq_nocase(str_sub(head, i + 1, i + 9), S("!doctype")))
			return true;
		marks += element_find(name) != NULL;
	}
	return marks >= 2;
}
