// SPDX-License-Identifier: EUPL-1.2
// place — one small function for each kind of place.
#include "place.h"

#include "tool.h"

static const struct str void_elements[] = {
	S_INIT("area"),
	S_INIT("base"),
	S_INIT("br"),
	S_INIT("col"),
	S_INIT("embed"),
	S_INIT("hr"),
	S_INIT("img"),
	S_INIT("input"),
	S_INIT("link"),
	S_INIT("meta"),
	S_INIT("param"),
	S_INIT("source"),
	S_INIT("track"),
	S_INIT("wbr"),
};

static const struct str url_attributes[] = {
	S_INIT("href"),
	S_INIT("src"),
	S_INIT("action"),
	S_INIT("formaction"),
	S_INIT("cite"),
	S_INIT("poster"),
	S_INIT("data"),
	S_INIT("xlink:href"),
	S_INIT("manifest"),
};

// Values that are programs or lists of addresses: no escaper makes a hole safe there.
static const struct str closed_attributes[] = {
	S_INIT("style"),
	S_INIT("srcdoc"),
	S_INIT("srcset"),
	S_INIT("ping"),
	S_INIT("http-equiv"),
};

#define IN(table, name) is_in((table), sizeof(table) / sizeof *(table), (name))

static bool is_in(const struct str *table, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq_nocase(table[i], name))
			return true;
	return false;
}

// One call of place_read.
struct reader {
	struct place *place;
	struct str file, s;
	size_t at;
	unsigned line;
	struct buf *html;
	struct err *err;
};

static char char_at(const struct reader *r, size_t at)
{
	return at < r->s.n ? r->s.p[at] : 0;
}

static void keep(struct reader *r, size_t n)
{
	struct str part = str_sub(r->s, r->at, r->at + n);

	buf_add(r->html, part);
	r->line = tool_line(part, part.n, r->line);
	r->at += n;
}

// Passes over white space and answers whether it held a line break.
static bool skip_space(struct reader *r)
{
	unsigned line = r->line;

	for (; char_is_space(char_at(r, r->at)); r->at++)
		r->line += r->s.p[r->at] == '\n';
	return r->line != line;
}

static bool is_name_char(char c)
{
	return tool_is_name_char(c) || c == '-' || c == ':' || c == '.';
}

static struct str name_at(const struct reader *r, size_t at)
{
	size_t end = at;

	while (is_name_char(char_at(r, end)))
		end++;
	return str_sub(r->s, at, end);
}

static bool is_inside(const struct place *place, struct str name)
{
	for (unsigned i = 0; i < place->open_n; i++)
		if (str_eq_nocase(place->open[i].name, name))
			return true;
	return false;
}

bool place_keeps_space(const struct place *place)
{
	return is_inside(place, S("pre")) || is_inside(place, S("textarea"));
}

static bool is_foreign(const struct place *place)
{
	return is_inside(place, S("svg")) || str_eq_nocase(place->tag, S("svg"));
}

static bool read_declaration(struct reader *r)
{
	bool is_comment = str_starts(str_from(r->s, r->at), S("<!--"));
	size_t end = str_find(r->s, is_comment ? S("-->") : S(">"), r->at);

	if (end == STR_NONE)
		return tool_error(r->err, r->file, r->line,
			"this <! does not end before the next tag of the template");
	if (is_comment) {
		r->line = tool_line(str_sub(r->s, r->at, end), end - r->at, r->line);
		r->at = end + 3;
		if (!r->html->n || r->html->p[r->html->n - 1] == '\n')
			skip_space(r);
	} else {
		keep(r, end + 1 - r->at);
	}
	return true;
}

static bool read_close_tag(struct reader *r)
{
	struct place *p = r->place;
	struct str name = name_at(r, r->at + 2);

	if (char_at(r, r->at + 2 + name.n) != '>')
		return tool_error(
			r->err, r->file, r->line, "a closing tag is written </name> in one piece");
	if (!p->open_n)
		return tool_error(r->err, r->file, r->line,
			"</%" PRIstr "> closes nothing that this view opened", STR(name));
	const struct place_element *top = &p->open[p->open_n - 1];
	if (!str_eq_nocase(top->name, name))
		return tool_error(r->err, r->file, r->line,
			"</%" PRIstr "> stands where </%" PRIstr "> is due, for the <%" PRIstr
			"> of line %u",
			STR(name), STR(top->name), STR(top->name), top->line);
	p->open_n--;
	keep(r, name.n + 3);
	return true;
}

static bool read_tag(struct reader *r)
{
	char next = char_at(r, r->at + 1);

	if (next == '!')
		return read_declaration(r);
	if (next == '/')
		return read_close_tag(r);
	if (!char_is_alpha(next))
		return tool_error(r->err, r->file, r->line,
			r->at + 1 == r->s.n ? "a hole may not stand in the name of a tag"
					    : "a < that begins no tag is written &lt;");
	r->place->tag = name_at(r, r->at + 1);
	r->place->kind = PLACE_NAME;
	keep(r, r->place->tag.n + 1);
	return true;
}

static bool read_text(struct reader *r)
{
	char c = char_at(r, r->at);

	if (c == '<')
		return read_tag(r);
	if (!char_is_space(c) || place_keeps_space(r->place)) {
		keep(r, 1);
		return true;
	}
	size_t start = r->at;
	bool is_break = skip_space(r);
	if (r->html->n && r->html->p[r->html->n - 1] == '\n')
		return true;
	if (is_break)
		buf_add_char(r->html, '\n');
	else
		buf_add(r->html, str_sub(r->s, start, r->at));
	return true;
}

static bool is_close_of(const struct reader *r, size_t at, struct str name)
{
	return char_at(r, at) == '<' && char_at(r, at + 1) == '/' &&
		str_eq_nocase(name_at(r, at + 2), name);
}

static bool read_raw(struct reader *r)
{
	struct str name = r->place->open[r->place->open_n - 1].name;

	if (is_close_of(r, r->at, name))
		r->place->kind = PLACE_TEXT;
	else
		keep(r, 1);
	return true;
}

static bool open_element(struct reader *r)
{
	struct place *p = r->place;

	p->kind = PLACE_TEXT;
	keep(r, 1);
	if (IN(void_elements, p->tag))
		return true;
	if (p->open_n == PLACE_DEPTH_MAX)
		return tool_error(r->err, r->file, r->line, "elements are nested more than %d deep",
			PLACE_DEPTH_MAX);
	p->open[p->open_n++] = (struct place_element){p->tag, r->line};
	if (str_eq_nocase(p->tag, S("script")) || str_eq_nocase(p->tag, S("style")))
		p->kind = PLACE_RAW;
	return true;
}

static bool close_at_once(struct reader *r)
{
	struct place *p = r->place;

	if (char_at(r, r->at + 1) != '>')
		return tool_error(r->err, r->file, r->line, "a / in a tag stands before its >");
	if (!IN(void_elements, p->tag) && !is_foreign(p))
		return tool_error(r->err, r->file, r->line,
			"browsers ignore the / of <%" PRIstr "/>; write <%" PRIstr "></%" PRIstr
			">",
			STR(p->tag), STR(p->tag), STR(p->tag));
	p->kind = PLACE_TEXT;
	keep(r, 2);
	return true;
}

static bool read_name_end(struct reader *r)
{
	char c = char_at(r, r->at);

	if (c == '>')
		return open_element(r);
	if (c == '/')
		return close_at_once(r);
	if (!char_is_space(c))
		return tool_error(r->err, r->file, r->line,
			"a blank is missing in the tag <%" PRIstr "> before \"%c\"",
			STR(r->place->tag), c);
	skip_space(r);
	buf_add_char(r->html, ' ');
	r->place->kind = PLACE_BLANK;
	return true;
}

static bool read_blank(struct reader *r)
{
	char c = char_at(r, r->at);
	struct place *p = r->place;

	if (char_is_space(c)) {
		skip_space(r);
		return true;
	}
	if (c == '>' || c == '/') {
		if (r->html->n && r->html->p[r->html->n - 1] == ' ')
			r->html->n--;
		return c == '>' ? open_element(r) : close_at_once(r);
	}
	struct str name = name_at(r, r->at);
	if (!name.n)
		return tool_error(r->err, r->file, r->line, "\"%c\" begins no attribute", c);
	p->kind = PLACE_NAME;
	p->attribute = name;
	p->has_begun = false;
	char next = char_at(r, r->at + name.n), quote = char_at(r, r->at + name.n + 1);
	if (next == '=' && quote != '"')
		return tool_error(r->err, r->file, r->line,
			"the value of %" PRIstr " must stand in double quotes", STR(name));
	if (next == '=')
		p->kind = PLACE_VALUE;
	keep(r, name.n + (next == '=' ? 2 : 0));
	return true;
}

static bool read_value(struct reader *r)
{
	char c = char_at(r, r->at);

	if (c == '"') {
		r->place->kind = PLACE_NAME;
		keep(r, 1);
		return true;
	}
	r->place->has_begun = true;
	size_t start = r->at;
	if (!char_is_space(c))
		keep(r, 1);
	else if (skip_space(r))
		buf_add_char(r->html, ' ');
	else
		buf_add(r->html, str_sub(r->s, start, r->at));
	return true;
}

static bool (*const read_one[])(struct reader *r) = {
	[PLACE_TEXT] = read_text,
	[PLACE_RAW] = read_raw,
	[PLACE_NAME] = read_name_end,
	[PLACE_BLANK] = read_blank,
	[PLACE_VALUE] = read_value,
};

bool place_read(struct place *place, struct str file, unsigned line, struct str html,
	struct buf *ret_html, struct err *err)
{
	struct reader r = {place, file, html, 0, line, ret_html, err};

	while (r.at < html.n)
		if (!read_one[place->kind](&r))
			return false;
	return true;
}

static bool value_hole(struct place *p, struct str file, unsigned line,
	enum place_escape *ret_escape, struct err *err)
{
	if (IN(closed_attributes, p->attribute) ||
		str_eq_nocase(str_sub(p->attribute, 0, 2), S("on")))
		return tool_error(err, file, line,
			"a hole may not stand in %" PRIstr "=: nothing makes it safe there",
			STR(p->attribute));
	if (!IN(url_attributes, p->attribute))
		*ret_escape = PLACE_AS_VALUE;
	else
		*ret_escape = p->has_begun ? PLACE_AS_URL_PART : PLACE_AS_URL;
	p->has_begun = true;
	return true;
}

bool place_hole(struct place *place, struct str file, unsigned line, enum place_escape *ret_escape,
	struct err *err)
{
	switch (place->kind) {
	case PLACE_TEXT:
		*ret_escape = PLACE_AS_TEXT;
		return true;
	case PLACE_VALUE:
		return value_hole(place, file, line, ret_escape, err);
	case PLACE_RAW:
		return tool_error(err, file, line, "a hole may not stand in <%" PRIstr ">",
			STR(place->open[place->open_n - 1].name));
	default:
		return tool_error(err, file, line,
			"a hole may not stand in the tag <%" PRIstr
			"> outside of a value in double quotes",
			STR(place->tag));
	}
}

static bool is_in_tag(const struct place *place)
{
	return place->kind == PLACE_NAME || place->kind == PLACE_BLANK;
}

static bool same_elements(const struct place *a, const struct place *b)
{
	if (a->open_n != b->open_n)
		return false;
	for (unsigned i = 0; i < a->open_n; i++)
		if (!str_eq_nocase(a->open[i].name, b->open[i].name))
			return false;
	return true;
}

// In a value of an address it matters whether something stands before.
static bool same_value(const struct place *a, const struct place *b)
{
	return str_eq_nocase(a->attribute, b->attribute) &&
		(a->has_begun == b->has_begun || !IN(url_attributes, a->attribute));
}

bool place_join(struct place *place, const struct place *other)
{
	if (!same_elements(place, other))
		return false;
	if (is_in_tag(place) && is_in_tag(other) && str_eq_nocase(place->tag, other->tag)) {
		if (other->kind == PLACE_NAME)
			place->kind = PLACE_NAME;
		return true;
	}
	if (place->kind != other->kind)
		return false;
	return place->kind != PLACE_VALUE || same_value(place, other);
}

bool place_repeats(const struct place *start, const struct place *end)
{
	struct place joined = *start;

	if (start->kind == PLACE_BLANK && end->kind == PLACE_NAME)
		return false;
	if (start->kind == PLACE_VALUE && IN(url_attributes, start->attribute) &&
		start->has_begun != end->has_begun)
		return false;
	return place_join(&joined, end);
}

struct str place_words(struct arena *mem, const struct place *place)
{
	struct str inside = place->open_n ? place->open[place->open_n - 1].name : STR_EMPTY;

	if (place->kind == PLACE_VALUE)
		return str_format(mem, "in the value of %" PRIstr "%s", STR(place->attribute),
			place->has_begun ? "" : ", which is still empty");
	if (is_in_tag(place))
		return str_format(mem, "in the tag <%" PRIstr ">", STR(place->tag));
	if (!place->open_n)
		return S("outside of all elements");
	return str_format(mem, "in <%" PRIstr "> at depth %u", STR(inside), place->open_n);
}
