// SPDX-License-Identifier: EUPL-1.2
// poc_collect — finding the texts to translate in templates and in C.
//
// In C a text is `_("...")`, or `N_("...")` in static tables, where adjoining literals are one
// text; and a plural is `lang_plural(lang, _("one"), _("many"), n)`.
#include <string.h>

#include "poc.h"
#include "template.h"
#include "tool.h"

// A file being read.
struct source {
	struct arena *mem;
	struct str path, text;
	size_t at;
	struct po *po;
	struct err *err;
};

static unsigned line_of(const struct source *s)
{
	return tool_line(s->text, s->at, 1);
}

static bool add_text(struct source *s, unsigned line, struct str one, struct str many)
{
	struct str place = str_format(s->mem, "#: %" PRIstr "\n", STR(tool_shown(s->path)));
	struct po_entry *e = po_find(s->po, one);

	if (!e) {
		e = VEC_NEW(s->mem, &s->po->entries);
		*e = (struct po_entry){.id = one, .plural = many, .comment = STR_EMPTY};
		e->form[0] = e->form[1] = e->used_in = STR_EMPTY;
		e->form_n = many.n ? 2 : 1;
	}
	if (!str_eq(e->plural, many))
		return tool_error(s->err, s->path, line,
			"\"%" PRIstr "\" stands elsewhere as another plural or as no plural; one "
			"text has one translation",
			STR(one));
	if (!str_ends(e->used_in, place))
		e->used_in = str_join(s->mem, e->used_in, place);
	return true;
}

static bool collect_template(struct source *s)
{
	struct template_pieces pieces;
	struct template_text text;

	if (!template_split(s->mem, s->path, s->text, &pieces, s->err))
		return false;
	for (size_t i = 0; i < pieces.n; i++) {
		const struct template_piece *p = &pieces.p[i];
		if (p->kind != TEMPLATE_TEXT && p->kind != TEMPLATE_PLURAL)
			continue;
		if (!template_text_read(s->mem, s->path, p, &text, s->err) ||
			!add_text(s, p->line, text.one, text.many))
			return false;
	}
	return true;
}

static void skip_space(struct source *s)
{
	while (s->at < s->text.n && char_is_space(s->text.p[s->at]))
		s->at++;
}

static bool take(struct source *s, struct str word)
{
	skip_space(s);
	if (!str_starts(str_from(s->text, s->at), word))
		return false;
	s->at += word.n;
	return true;
}

// `("..." "...")`; *ret_found is false, without an error, where no literal follows.
static bool read_marked(struct source *s, bool *ret_found, struct str *ret_text)
{
	struct str text = STR_EMPTY, part;
	size_t start = s->at, n;

	*ret_found = false;
	if (!take(s, S("(")))
		return true;
	skip_space(s);
	if (s->at >= s->text.n || s->text.p[s->at] != '"') {
		s->at = start;
		return true;
	}
	while (s->at < s->text.n && s->text.p[s->at] == '"') {
		if (!tool_unquote(s->mem, str_from(s->text, s->at), &part, &n))
			return tool_error(s->err, s->path, line_of(s),
				"a text to translate has no escapes but \\\" \\\\ \\n \\t");
		text = str_join(s->mem, text, part);
		s->at += n;
		skip_space(s);
	}
	if (!take(s, S(")")))
		return tool_error(s->err, s->path, line_of(s),
			"a text to translate is made of literals only");
	*ret_found = true;
	*ret_text = text;
	return true;
}

// Passes over one argument of a call, up to its comma.
static void skip_argument(struct source *s)
{
	int depth = 0;

	for (; s->at < s->text.n; s->at++) {
		char c = s->text.p[s->at];
		if (!depth && (c == ',' || c == ')' || c == ';'))
			return;
		depth += (c == '(') - (c == ')');
	}
}

static bool read_plural(struct source *s)
{
	struct str one, many;
	bool found;
	unsigned line = line_of(s);

	if (!take(s, S("(")))
		return true;
	skip_argument(s);
	if (!take(s, S(",")) || !take(s, S("_")))
		return true;
	if (!read_marked(s, &found, &one))
		return false;
	if (!found || !take(s, S(",")) || !take(s, S("_")))
		return tool_error(s->err, s->path, line,
			"lang_plural takes two texts, _(\"one\") and _(\"{n} many\")");
	if (!read_marked(s, &found, &many))
		return false;
	return !found || add_text(s, line, one, many);
}

static bool read_word(struct source *s)
{
	size_t start = s->at;
	struct str text;
	bool found;

	while (s->at < s->text.n && tool_is_name_char(s->text.p[s->at]))
		s->at++;
	struct str word = str_sub(s->text, start, s->at);
	unsigned line = line_of(s);
	if (str_eq(word, S("lang_plural")))
		return read_plural(s);
	if (!str_eq(word, S("_")) && !str_eq(word, S("N_")))
		return true;
	if (!read_marked(s, &found, &text))
		return false;
	return !found || add_text(s, line, text, STR_EMPTY);
}

static bool collect_c(struct source *s)
{
	while (s->at < s->text.n) {
		char c = s->text.p[s->at];
		struct str two = str_sub(s->text, s->at, s->at + 2);
		if (c == '"' || c == '\'') {
			s->at = tool_quoted_end(s->text, s->at);
		} else if (str_eq(two, S("//"))) {
			size_t end = str_find_char(s->text, '\n', s->at);
			s->at = end == STR_NONE ? s->text.n : end;
		} else if (tool_is_name_char(c)) {
			if (!read_word(s))
				return false;
		} else {
			s->at++;
		}
	}
	return true;
}

bool poc_collect(struct arena *mem, struct str path, struct po *po, struct err *err)
{
	struct source s = {.mem = mem, .path = path, .po = po, .err = err};

	if (!tool_read(mem, path, &s.text, err))
		return false;
	return str_ends(path, S(".html")) ? collect_template(&s) : collect_c(&s);
}
