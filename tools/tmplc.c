// SPDX-License-Identifier: EUPL-1.2
// tmplc — HTML templates into C.
//
// One C function for each view of a template (format/tmpl.h says what they call). The language:
//
//     {{ include "web/action_show.h" }}
//     {{ view action_show(struct tmpl *t, const struct action_show *v) }} ... {{ end }}
//     {{ static view row(struct tmpl *t, const struct action_row *r) }} ... {{ end }}
//     {{ if COND }} ... {{ else if COND }} ... {{ else }} ... {{ end }}
//     {{ for size_t i = 0; i < v->row_n; i++ }} ... {{ end }}
//     {{ let const struct action_row *r = &v->row[i] }}
//     {{ call row(t, r) }}
//     {{ EXPR }}                                      escaped by its place
//     {{ _ "Read from {page}" page=v->page }}         translated
//     {{ _n v->row_n "one action" "{n} actions" }}    translated, by number
//     {{ # a remark }}
//
// The compiler checks the types of holes, since the output is C; #line points its complaints at
// the template. Places are followed by place.h; branches must end where they began or together.
#include <string.h>

#include "base/buf.h"
#include "place.h"
#include "template.h"
#include "tool.h"

enum { BLOCK_MAX = 24, LITERAL_MAX = 1024 * 1024, STRING_MAX = 3500 };

struct block {
	enum template_kind kind;
	unsigned line;
	bool has_else;
	bool has_end;
	struct place start;
	struct place end; // of the branches so far
};

struct compiler {
	struct arena *mem;
	struct str file;
	struct err *err;
	struct out out;
	struct buf literal; // HTML not yet written
	unsigned next_line; // of the template, as the C compiler would count
	struct place place;
	struct block block[BLOCK_MAX];
	unsigned depth; // of blocks; 0 between views
};

static bool fail(const struct compiler *c, unsigned line, struct str sentence)
{
	return tool_error(c->err, c->file, line, "%" PRIstr, STR(sentence));
}

// Writes lines of C that nothing in the template can make wrong.
static void emit_own(struct compiler *c, struct str code)
{
	for (unsigned i = 0; i < c->depth; i++)
		out_char(&c->out, '\t');
	out_write(&c->out, code);
	out_char(&c->out, '\n');
	c->next_line = tool_line(code, code.n, c->next_line) + 1;
}

// Writes lines of C that come from this line of the template.
static void emit(struct compiler *c, unsigned line, struct str code)
{
	if (line != c->next_line) {
		out_format(&c->out, "#line %u ", line);
		tool_literal(&c->out, c->file);
		out_char(&c->out, '\n');
	}
	c->next_line = line;
	emit_own(c, code);
}

static void emit_string(struct compiler *c, struct str html)
{
	struct out code = tool_out(c->mem);

	out_write(&code, S("out_write(t->out, S("));
	tool_literal_lines(&code, html, "\t\t");
	out_write(&code, S("));"));
	emit_own(c, out_str(&code));
}

// Compilers complain about longer strings; a piece may end inside a character, never in C.
static void flush(struct compiler *c)
{
	struct str html = buf_str(&c->literal);

	while (html.n > STRING_MAX) {
		emit_string(c, str_sub(html, 0, STRING_MAX));
		html = str_from(html, STRING_MAX);
	}
	if (html.n)
		emit_string(c, html);
	c->literal = buf_new(c->mem, LITERAL_MAX);
}

static bool read_literal(struct compiler *c, const struct template_piece *p)
{
	struct str html = p->text;
	unsigned line = p->line;

	if (!c->depth) {
		if (str_trim(html).n)
			return fail(
				c, line, S("between views only comments and include may stand"));
		return true;
	}
	for (; p->after_line && html.n && char_is_space(html.p[0]) && !place_keeps_space(&c->place);
		html = str_from(html, 1))
		line += html.p[0] == '\n';
	if (!place_read(&c->place, c->file, line, html, &c->literal, c->err))
		return false;
	return !c->literal.full || fail(c, line, S("this view is too long"));
}

static bool compile_hole(struct compiler *c, const struct template_piece *p)
{
	static const struct str call[] = {
		[PLACE_AS_TEXT] = S_INIT("TMPL_TEXT"),
		[PLACE_AS_VALUE] = S_INIT("TMPL_VALUE"),
		[PLACE_AS_URL] = S_INIT("tmpl_url"),
		[PLACE_AS_URL_PART] = S_INIT("TMPL_URL_PART"),
	};
	enum place_escape escape;

	if (!place_hole(&c->place, c->file, p->line, &escape, c->err))
		return false;
	flush(c);
	emit(c, p->line,
		str_format(
			c->mem, "%" PRIstr "(t, (%" PRIstr "));", STR(call[escape]), STR(p->text)));
	return true;
}

static void write_args(struct out *code, const struct template_text *text)
{
	if (!text->arg_n) {
		out_write(code, S("NULL, 0"));
		return;
	}
	out_write(code, S("(const struct lang_arg[]){"));
	for (size_t i = 0; i < text->arg_n; i++)
		out_format(code, "%s{S(\"%" PRIstr "\"), TMPL_WORDS(t, (%" PRIstr "))}",
			i ? ", " : "", STR(text->arg[i].name), STR(text->arg[i].value));
	out_format(code, "}, %zu", text->arg_n);
}

static void write_text(struct out *code, const struct template_text *text)
{
	bool is_plural = text->count.n > 0;

	out_format(code, "%s(t, 0x%016llx, S(", is_plural ? "tmpl_plural" : "tmpl_say",
		(unsigned long long)str_hash(text->one));
	tool_literal(code, text->one);
	if (is_plural) {
		out_write(code, S("), S("));
		tool_literal(code, text->many);
		out_format(code, "), (uint64_t)(%" PRIstr "), ", STR(text->count));
	} else {
		out_write(code, S("), "));
	}
	write_args(code, text);
	out_char(code, ')');
}

static bool compile_text(struct compiler *c, const struct template_piece *p)
{
	struct template_text text;
	enum place_escape escape;
	struct out code = tool_out(c->mem);

	if (!template_text_read(c->mem, c->file, p, &text, c->err) ||
		!place_hole(&c->place, c->file, p->line, &escape, c->err))
		return false;
	if (escape == PLACE_AS_URL || escape == PLACE_AS_URL_PART)
		return fail(c, p->line, S("a text to translate cannot be an address"));
	flush(c);
	out_write(&code, escape == PLACE_AS_TEXT ? S("TMPL_TEXT(t, ") : S("TMPL_VALUE(t, "));
	write_text(&code, &text);
	out_write(&code, S(");"));
	emit(c, p->line, out_str(&code));
	return true;
}

static bool open_block(struct compiler *c, const struct template_piece *p)
{
	if (c->depth == BLOCK_MAX)
		return fail(c, p->line, S("blocks are nested too deep"));
	struct block *b = &c->block[c->depth++];
	b->kind = p->kind;
	b->line = p->line;
	b->has_else = b->has_end = false;
	b->start = c->place;
	return true;
}

static bool compile_if(struct compiler *c, const struct template_piece *p)
{
	flush(c);
	emit(c, p->line, str_format(c->mem, "if (%" PRIstr ") {", STR(p->text)));
	return open_block(c, p);
}

static bool compile_for(struct compiler *c, const struct template_piece *p)
{
	flush(c);
	emit(c, p->line, str_format(c->mem, "for (%" PRIstr ") {", STR(p->text)));
	return open_block(c, p);
}

// The end of one branch: all branches of an `if` must end in one place.
static bool join_branch(struct compiler *c, struct block *b, const struct place *end)
{
	if (!b->has_end) {
		b->end = *end;
		b->has_end = true;
		return true;
	}
	if (place_join(&b->end, end))
		return true;
	return tool_error(c->err, c->file, b->line,
		"the branches of this if end in different places: %" PRIstr " and %" PRIstr,
		STR(place_words(c->mem, &b->end)), STR(place_words(c->mem, end)));
}

static bool compile_else(struct compiler *c, const struct template_piece *p)
{
	struct block *b = c->depth ? &c->block[c->depth - 1] : NULL;

	if (!b || b->kind != TEMPLATE_IF || b->has_else)
		return fail(c, p->line, S("this else belongs to no if"));
	flush(c);
	if (!join_branch(c, b, &c->place))
		return false;
	c->place = b->start;
	b->has_else = p->kind == TEMPLATE_ELSE;
	c->depth--;
	if (b->has_else)
		emit_own(c, S("} else {"));
	else
		emit(c, p->line, str_format(c->mem, "} else if (%" PRIstr ") {", STR(p->text)));
	c->depth++;
	return true;
}

static bool compile_let(struct compiler *c, const struct template_piece *p)
{
	if (str_find_char(p->text, '=', 0) == STR_NONE)
		return fail(c, p->line, S("let gives a name a value, as in let int n = v->row_n"));
	flush(c);
	emit(c, p->line, str_format(c->mem, "%" PRIstr ";", STR(p->text)));
	return true;
}

static bool compile_call(struct compiler *c, const struct template_piece *p)
{
	size_t open = str_find_char(p->text, '(', 0);

	if (open == STR_NONE || !str_starts(str_trim(str_from(p->text, open + 1)), S("t")) ||
		!str_ends(p->text, S(")")))
		return fail(
			c, p->line, S("call names a view and its values, as in call row(t, r)"));
	if (c->place.kind != PLACE_TEXT)
		return tool_error(c->err, c->file, p->line,
			"a view is whole elements, so call cannot stand %" PRIstr,
			STR(place_words(c->mem, &c->place)));
	flush(c);
	emit(c, p->line, str_format(c->mem, "%" PRIstr ";", STR(p->text)));
	return true;
}

static bool compile_view(struct compiler *c, const struct template_piece *p)
{
	size_t open = str_find_char(p->text, '(', 0);

	if (c->depth)
		return fail(
			c, p->line, S("a view cannot stand inside another; is an end missing?"));
	if (!tool_is_name(str_trim(str_sub(p->text, 0, open))) ||
		!str_starts(str_from(p->text, open), S("(struct tmpl *t")) ||
		!str_ends(p->text, S(")")))
		return fail(c, p->line,
			S("a view is declared as in view show(struct tmpl *t, const struct show *v)"));
	out_char(&c->out, '\n');
	c->next_line++;
	emit(c, p->line,
		str_format(c->mem, "%svoid %" PRIstr "\n{",
			p->kind == TEMPLATE_STATIC_VIEW ? "static " : "", STR(p->text)));
	c->place = (struct place){.kind = PLACE_TEXT};
	return open_block(c, p);
}

static bool compile_include(struct compiler *c, const struct template_piece *p)
{
	struct str path;
	size_t n;

	if (c->depth)
		return fail(c, p->line, S("include stands outside of views"));
	if (p->text.p[0] != '"' || !tool_unquote(c->mem, p->text, &path, &n) || n != p->text.n)
		return fail(c, p->line, S("include names a header in quotes"));
	emit(c, p->line, str_format(c->mem, "#include %" PRIstr, STR(p->text)));
	return true;
}

static bool end_view(struct compiler *c)
{
	const struct place *place = &c->place;

	if (place->open_n) {
		const struct place_element *top = &place->open[place->open_n - 1];
		return tool_error(c->err, c->file, top->line,
			"this <%" PRIstr "> is not closed before its view ends", STR(top->name));
	}
	if (place->kind != PLACE_TEXT)
		return tool_error(c->err, c->file, c->block[0].line, "this view ends %" PRIstr,
			STR(place_words(c->mem, place)));
	return true;
}

static bool end_loop(struct compiler *c, const struct block *b)
{
	if (!place_repeats(&b->start, &c->place))
		return tool_error(c->err, c->file, b->line,
			"this for cannot be repeated: it begins %" PRIstr " and ends %" PRIstr,
			STR(place_words(c->mem, &b->start)), STR(place_words(c->mem, &c->place)));
	struct place joined = b->start;
	if (place_join(&joined, &c->place))
		c->place = joined;
	return true;
}

static bool end_if(struct compiler *c, struct block *b)
{
	if (!join_branch(c, b, &c->place) || (!b->has_else && !join_branch(c, b, &b->start)))
		return false;
	c->place = b->end;
	return true;
}

static bool compile_end(struct compiler *c, const struct template_piece *p)
{
	bool ok;

	if (!c->depth)
		return fail(c, p->line, S("this end ends nothing"));
	struct block *b = &c->block[c->depth - 1];
	flush(c);
	if (b->kind == TEMPLATE_IF)
		ok = end_if(c, b);
	else if (b->kind == TEMPLATE_FOR)
		ok = end_loop(c, b);
	else
		ok = end_view(c);
	c->depth--;
	emit_own(c, S("}"));
	return ok;
}

static bool compile_comment(struct compiler *c, const struct template_piece *p)
{
	(void)c;
	(void)p;
	return true;
}

static bool (*const compile_piece[])(struct compiler *c, const struct template_piece *p) = {
	[TEMPLATE_LITERAL] = read_literal,
	[TEMPLATE_HOLE] = compile_hole,
	[TEMPLATE_TEXT] = compile_text,
	[TEMPLATE_PLURAL] = compile_text,
	[TEMPLATE_IF] = compile_if,
	[TEMPLATE_ELSE_IF] = compile_else,
	[TEMPLATE_ELSE] = compile_else,
	[TEMPLATE_FOR] = compile_for,
	[TEMPLATE_LET] = compile_let,
	[TEMPLATE_CALL] = compile_call,
	[TEMPLATE_VIEW] = compile_view,
	[TEMPLATE_STATIC_VIEW] = compile_view,
	[TEMPLATE_INCLUDE] = compile_include,
	[TEMPLATE_END] = compile_end,
	[TEMPLATE_COMMENT] = compile_comment,
};

static bool may_stand_outside(enum template_kind kind)
{
	return kind == TEMPLATE_LITERAL || kind == TEMPLATE_VIEW || kind == TEMPLATE_STATIC_VIEW ||
		kind == TEMPLATE_INCLUDE || kind == TEMPLATE_COMMENT || kind == TEMPLATE_END;
}

static bool compile_pieces(struct compiler *c, const struct template_pieces *pieces)
{
	for (size_t i = 0; i < pieces->n; i++) {
		const struct template_piece *p = &pieces->p[i];
		if (!c->depth && !may_stand_outside(p->kind))
			return fail(c, p->line, S("this tag stands outside of all views"));
		if (!compile_piece[p->kind](c, p))
			return false;
	}
	if (c->depth)
		return fail(c, c->block[c->depth - 1].line, S("what begins here has no end"));
	return true;
}

struct values {
	struct str out;
};

static const struct option_row options[] = {
	{"out", OPTION_TEXT, offsetof(struct values, out), "FILE.c", NULL, 0, 0, "what is made"},
	{0},
};

static const struct option_command command = {
	.name = "tmplc",
	.operands = "FILE.html",
	.summary = "an HTML template into C",
	.options = options,
	.operand_min = 1,
	.operand_max = 1,
};

static bool compile(struct arena *mem, const struct option_operands *operands, const void *values,
	struct err *err)
{
	const struct values *v = values;
	struct compiler *c = NEW(mem, struct compiler);
	struct template_pieces pieces;
	struct str text;

	*c = (struct compiler){.mem = mem, .file = operands->p[0], .err = err};
	c->out = tool_out(mem);
	c->literal = buf_new(mem, LITERAL_MAX);
	if (!tool_read(mem, c->file, &text, err) ||
		!template_split(mem, c->file, text, &pieces, err))
		return false;
	out_format(&c->out,
		"// Made by tmplc from %" PRIstr "; changes belong there.\n\n"
		"#include \"format/tmpl.h\"\n",
		STR(tool_shown(c->file)));
	if (!compile_pieces(c, &pieces))
		return false;
	return tool_write(mem, v->out, out_str(&c->out), err);
}

int main(int argc, char **argv)
{
	struct values values = {.out = S("template.c")};

	return tool_main(&command, argc, argv, &values, compile);
}
