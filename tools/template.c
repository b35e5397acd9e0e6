// SPDX-License-Identifier: EUPL-1.2
// template — cutting a template into its pieces.
#include "template.h"

#include <string.h>

#include "tool.h"

enum { BRACKET_MAX = 64 };

struct word {
	struct str word;
	enum template_kind kind;
	bool is_bare;        // nothing may follow
	unsigned semicolons; // that its text must have outside of brackets
};

// "else if" before "else", "static view" is one word.
static const struct word words[] = {
	{S_INIT("if"), TEMPLATE_IF, false, 0},
	{S_INIT("else if"), TEMPLATE_ELSE_IF, false, 0},
	{S_INIT("else"), TEMPLATE_ELSE, true, 0},
	{S_INIT("for"), TEMPLATE_FOR, false, 2},
	{S_INIT("let"), TEMPLATE_LET, false, 0},
	{S_INIT("call"), TEMPLATE_CALL, false, 0},
	{S_INIT("view"), TEMPLATE_VIEW, false, 0},
	{S_INIT("static view"), TEMPLATE_STATIC_VIEW, false, 0},
	{S_INIT("include"), TEMPLATE_INCLUDE, false, 0},
	{S_INIT("end"), TEMPLATE_END, true, 0},
	{S_INIT("_"), TEMPLATE_TEXT, false, 0},
	{S_INIT("_n"), TEMPLATE_PLURAL, false, 0},
};

// Kinds that print nothing where they stand, or whole elements: a line of them vanishes.
static bool is_silent(enum template_kind kind)
{
	return kind != TEMPLATE_LITERAL && kind != TEMPLATE_HOLE && kind != TEMPLATE_TEXT &&
		kind != TEMPLATE_PLURAL;
}

static char bracket_end(char c)
{
	return c == '(' ? ')' : c == '[' ? ']' : c == '{' ? '}' : 0;
}

static bool is_bracket_end(char c)
{
	return c == ')' || c == ']' || c == '}';
}

// A walk over C that knows strings and brackets.
struct walk {
	struct str s;
	size_t at;
	char open[BRACKET_MAX];
	unsigned depth;
	bool is_wrong; // a bracket closes what was not opened, or there are too many
};

static void walk_step(struct walk *w)
{
	char c = w->s.p[w->at];

	if (c == '"' || c == '\'') {
		w->at = tool_quoted_end(w->s, w->at);
		return;
	}
	if (bracket_end(c) && w->depth < BRACKET_MAX)
		w->open[w->depth++] = bracket_end(c);
	else if (is_bracket_end(c) && w->depth && w->open[w->depth - 1] == c)
		w->depth--;
	else if (bracket_end(c) || is_bracket_end(c))
		w->is_wrong = true;
	w->at++;
}

// Where the `}}` of the tag stands whose inside begins at `at`.
static size_t tag_end(struct str text, size_t at)
{
	struct walk w = {.s = text, .at = at};
	size_t first = at;

	while (first < text.n && char_is_space(text.p[first]))
		first++;
	if (first < text.n && text.p[first] == '#')
		return str_find(text, S("}}"), at);
	while (w.at < text.n) {
		if (!w.depth && str_starts(str_from(text, w.at), S("}}")))
			return w.at;
		walk_step(&w);
	}
	return STR_NONE;
}

static bool check_code(
	struct str file, const struct template_piece *p, unsigned semicolons, struct err *err)
{
	struct walk w = {.s = p->text};
	unsigned found = 0;

	while (w.at < w.s.n && !w.is_wrong) {
		found += !w.depth && w.s.p[w.at] == ';';
		walk_step(&w);
	}
	if (w.is_wrong || w.depth)
		return tool_error(err, file, p->line,
			"the brackets of \"%" PRIstr "\" do not match", STR(p->text));
	if (found != semicolons && semicolons)
		return tool_error(err, file, p->line,
			"a for has a start, a condition and a step with ; between them");
	if (found != semicolons)
		return tool_error(err, file, p->line,
			"\"%" PRIstr "\" must be one expression, without ;", STR(p->text));
	return true;
}

static const struct word *word_of(struct str inside)
{
	const struct word *best = NULL;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const struct word *w = &words[i];
		bool fits = str_starts(inside, w->word) &&
			(inside.n == w->word.n || !tool_is_name_char(inside.p[w->word.n]));
		if (fits && (!best || w->word.n > best->word.n))
			best = w;
	}
	return best;
}

// `_` and `if` are words only where something fitting follows, as any C name may stand in a hole.
static bool read_tag(struct str file, struct str inside, unsigned line, struct template_piece *ret,
	struct err *err)
{
	const struct word *word = word_of(inside);

	*ret = (struct template_piece){.kind = TEMPLATE_HOLE, .text = inside, .line = line};
	if (str_starts(inside, S("#"))) {
		ret->kind = TEMPLATE_COMMENT;
		return true;
	}
	if (word) {
		ret->kind = word->kind;
		ret->text = str_trim(str_from(inside, word->word.n));
	}
	if (word && word->is_bare && ret->text.n)
		return tool_error(err, file, line, "nothing may follow the word \"%" PRIstr "\"",
			STR(word->word));
	if (!(word && word->is_bare) && !ret->text.n)
		return tool_error(err, file, line, "there is nothing in this tag");
	return check_code(file, ret, word ? word->semicolons : 0, err);
}

static bool cut_pieces(struct arena *mem, struct str file, struct str text,
	struct template_pieces *pieces, struct err *err)
{
	unsigned line = 1;

	for (size_t at = 0; at < text.n;) {
		size_t open = str_find(text, S("{{"), at);
		struct str literal = str_sub(text, at, open);
		struct template_piece tag;
		if (literal.n)
			VEC_ADD(mem, pieces,
				((struct template_piece){.text = literal, .line = line}));
		if (open == STR_NONE)
			return true;
		line = tool_line(literal, literal.n, line);
		size_t end = tag_end(text, open + 2);
		if (end == STR_NONE)
			return tool_error(err, file, line, "this {{ has no }}");
		struct str inside = str_sub(text, open + 2, end);
		if (!read_tag(file, str_trim(inside), line, &tag, err))
			return false;
		VEC_ADD(mem, pieces, tag);
		line = tool_line(inside, inside.n, line);
		at = end + 2;
	}
	return true;
}

static bool is_blank(struct str s)
{
	return !str_trim(s).n;
}

// What of the literal stands on its last line, and on its first.
static struct str last_line(struct str s)
{
	const char *end = memrchr(s.p, '\n', s.n);

	return end ? str_from(s, (size_t)(end - s.p) + 1) : s;
}

static struct str first_line(struct str s)
{
	return str_sub(s, 0, str_find_char(s, '\n', 0));
}

static bool has_break(struct str s)
{
	return str_find_char(s, '\n', 0) != STR_NONE;
}

// Does only silence stand before this piece on its line? `opens` has the answers so far.
static bool opens_line(const struct template_pieces *pieces, size_t i, const bool *opens)
{
	if (!i)
		return true;
	const struct template_piece *before = &pieces->p[i - 1];
	if (before->kind != TEMPLATE_LITERAL)
		return opens[i - 1];
	return is_blank(last_line(before->text)) &&
		(has_break(before->text) || i == 1 || opens[i - 2]);
}

static bool closes_line(const struct template_pieces *pieces, size_t i, const bool *closes)
{
	size_t n = pieces->n;

	if (i + 1 == n)
		return true;
	const struct template_piece *after = &pieces->p[i + 1];
	if (after->kind != TEMPLATE_LITERAL)
		return closes[i + 1];
	return is_blank(first_line(after->text)) &&
		(has_break(after->text) || i + 2 == n || closes[i + 2]);
}

static void drop_lines(struct arena *mem, struct template_pieces *pieces)
{
	size_t n = pieces->n;
	bool *opens = NEW_ARRAY(mem, bool, n + 1), *closes = NEW_ARRAY(mem, bool, n + 1);

	for (size_t i = 0; i < n; i++)
		opens[i] = is_silent(pieces->p[i].kind) && opens_line(pieces, i, opens);
	for (size_t i = n; i-- > 0;)
		closes[i] = is_silent(pieces->p[i].kind) && closes_line(pieces, i, closes);
	for (size_t i = 0; i < n; i++) {
		struct template_piece *p = &pieces->p[i];
		if (p->kind != TEMPLATE_LITERAL)
			continue;
		if (i + 1 < n && opens[i + 1] && closes[i + 1])
			p->text.n -= last_line(p->text).n;
		if (i && opens[i - 1] && closes[i - 1]) {
			size_t cut = first_line(p->text).n + has_break(p->text);
			p->line += has_break(p->text);
			p->text = str_from(p->text, cut);
			p->after_line = true;
		}
	}
}

bool template_split(struct arena *mem, struct str file, struct str text,
	struct template_pieces *ret_pieces, struct err *err)
{
	struct template_pieces pieces = {0};

	if (!cut_pieces(mem, file, text, &pieces, err))
		return false;
	drop_lines(mem, &pieces);
	*ret_pieces = pieces;
	return true;
}

// The literal at the beginning of *rest; *rest moves behind it.
static bool read_literal(struct arena *mem, struct str *rest, struct str *ret_text)
{
	size_t n;

	*rest = str_trim(*rest);
	if (!rest->n || rest->p[0] != '"' || !tool_unquote(mem, *rest, ret_text, &n))
		return false;
	*rest = str_trim(str_from(*rest, n));
	return true;
}

// Where `name=` of the next argument begins, outside of brackets and strings.
static size_t next_arg(struct str s)
{
	struct walk w = {.s = s};

	while (w.at < s.n) {
		size_t start = w.at, end = start;
		while (end < s.n && tool_is_name_char(s.p[end]))
			end++;
		bool is_arg = end > start && end + 1 < s.n && s.p[end] == '=' &&
			s.p[end + 1] != '=' && (!start || char_is_space(s.p[start - 1]));
		if (!w.depth && is_arg)
			return start;
		w.at = end > start ? end : w.at;
		if (end == start)
			walk_step(&w);
	}
	return s.n;
}

static bool read_args(struct str file, const struct template_piece *piece, struct str rest,
	struct template_text *text, struct err *err)
{
	while (rest.n) {
		size_t equals = str_find_char(rest, '=', 0);
		if (next_arg(rest) != 0)
			return tool_error(err, file, piece->line,
				"after the text come values as in name=v->name, not \"%" PRIstr
				"\"",
				STR(rest));
		if (text->arg_n == TEMPLATE_ARG_MAX)
			return tool_error(err, file, piece->line, "a text has at most %d places",
				TEMPLATE_ARG_MAX);
		struct str value = str_from(rest, equals + 1);
		size_t end = next_arg(value);
		text->arg[text->arg_n++] = (struct template_arg){
			str_sub(rest, 0, equals), str_trim(str_sub(value, 0, end))};
		rest = str_from(value, end);
	}
	return true;
}

static bool has_value(const struct template_text *text, struct str name)
{
	for (size_t i = 0; i < text->arg_n; i++)
		if (str_eq(text->arg[i].name, name))
			return true;
	return text->count.n && str_eq(name, S("n"));
}

static bool check_form(struct str file, unsigned line, const struct template_text *text,
	struct str form, struct err *err)
{
	struct str name;
	size_t at = 0;

	while (tool_place(form, &at, &name))
		if (!has_value(text, name))
			return tool_error(err, file, line,
				"the place {%" PRIstr "} is given no value", STR(name));
	if (str_find_char(form, '<', 0) != STR_NONE || str_find_char(form, '>', 0) != STR_NONE)
		return tool_error(
			err, file, line, "a text holds no markup: it would be shown as it stands");
	return true;
}

static bool check_text(
	struct str file, unsigned line, const struct template_text *text, struct err *err)
{
	if (!check_form(file, line, text, text->one, err) ||
		!check_form(file, line, text, text->many, err))
		return false;
	for (size_t i = 0; i < text->arg_n; i++) {
		struct str name = text->arg[i].name;
		if (!text->arg[i].value.n)
			return tool_error(err, file, line, "%" PRIstr "= has no value", STR(name));
		if (!tool_has_place(text->one, name) && !tool_has_place(text->many, name))
			return tool_error(
				err, file, line, "the text has no place {%" PRIstr "}", STR(name));
	}
	if (!str_trim(text->one).n)
		return tool_error(err, file, line, "the text is empty");
	return true;
}

// The count is everything before the first string that stands outside of brackets.
static struct str read_count(struct str *rest)
{
	struct walk w = {.s = *rest};

	while (w.at < w.s.n && (w.depth || w.s.p[w.at] != '"'))
		walk_step(&w);
	struct str count = str_trim(str_sub(*rest, 0, w.at));
	*rest = str_from(*rest, w.at);
	return count;
}

bool template_text_read(struct arena *mem, struct str file, const struct template_piece *piece,
	struct template_text *ret_text, struct err *err)
{
	struct template_text text = {.many = STR_EMPTY, .count = STR_EMPTY};
	struct str rest = piece->text, more;
	bool is_plural = piece->kind == TEMPLATE_PLURAL;

	if (is_plural)
		text.count = read_count(&rest);
	if (is_plural && !text.count.n)
		return tool_error(err, file, piece->line,
			"_n needs a number, as in {{ _n v->n \"one action\" \"{n} actions\" }}");
	if (!read_literal(mem, &rest, &text.one))
		return tool_error(err, file, piece->line, "here should stand a text in quotes");
	if (is_plural && !read_literal(mem, &rest, &text.many))
		return tool_error(
			err, file, piece->line, "_n needs two texts: for one and for many");
	while (!is_plural && read_literal(mem, &rest, &more))
		text.one = str_join(mem, text.one, more);
	if (!read_args(file, piece, rest, &text, err) || !check_text(file, piece->line, &text, err))
		return false;
	*ret_text = text;
	return true;
}
