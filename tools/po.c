// SPDX-License-Identifier: EUPL-1.2
// po — gettext's format, line by line.
#include "po.h"

#include <string.h>

#include "tool.h"

struct reader {
	struct arena *mem;
	struct str path;
	unsigned line;
	struct po *po;
	struct po_entry entry; // being read
	struct str *text;      // of it, to which a string in quotes is added; NULL at first
	bool has_id;
	struct err *err;
};

static struct str add_line(struct arena *mem, struct str lines, struct str line)
{
	return str_format(mem, "%" PRIstr "%" PRIstr "\n", STR(lines), STR(line));
}

static void finish_entry(struct reader *r)
{
	struct po_entry empty = {.comment = STR_EMPTY, .used_in = STR_EMPTY};

	if (r->has_id && !r->entry.id.n)
		r->po->header = r->entry;
	else if (r->has_id)
		VEC_ADD(r->mem, &r->po->entries, r->entry);
	if (!r->has_id && r->entry.comment.n)
		empty.comment = r->entry.comment;
	r->entry = empty;
	r->entry.id = r->entry.plural = STR_EMPTY;
	r->text = NULL;
	r->has_id = false;
}

static bool add_string(struct reader *r, struct str quoted)
{
	struct str text;
	size_t n;

	if (!r->text)
		return tool_error(r->err, r->path, r->line, "this string belongs to no msgid");
	if (!quoted.n || quoted.p[0] != '"' || !tool_unquote(r->mem, quoted, &text, &n))
		return tool_error(
			r->err, r->path, r->line, "here should stand a string in double quotes");
	if (str_trim(str_from(quoted, n)).n)
		return tool_error(r->err, r->path, r->line, "something stands behind the string");
	*r->text = str_join(r->mem, *r->text, text);
	return true;
}

// msgstr or msgstr[n]; *ret_rest is what stands behind.
static bool start_form(struct reader *r, struct str line, struct str *ret_rest)
{
	size_t close = str_find_char(line, ']', 0);
	bool is_numbered = str_starts(line, S("msgstr["));
	int64_t number = 0;

	if (!r->has_id)
		return tool_error(r->err, r->path, r->line, "this msgstr has no msgid");
	if (is_numbered &&
		(!str_int(str_sub(line, 7, close), &number) || number < 0 ||
			number >= PO_FORM_MAX || close == STR_NONE))
		return tool_error(
			r->err, r->path, r->line, "msgstr[n] counts from 0 to %d", PO_FORM_MAX - 1);
	if (number != r->entry.form_n)
		return tool_error(r->err, r->path, r->line,
			"msgstr[%u] is due here: forms are counted from 0, each once",
			r->entry.form_n);
	r->text = &r->entry.form[r->entry.form_n++];
	*r->text = STR_EMPTY;
	*ret_rest = str_from(line, is_numbered ? close + 1 : 6);
	return true;
}

static bool read_keyword(struct reader *r, struct str line)
{
	struct str rest = STR_EMPTY;

	if (line.p[0] == '"')
		return add_string(r, line);
	if (str_starts(line, S("msgid_plural"))) {
		r->text = &r->entry.plural;
		rest = str_from(line, 12);
	} else if (str_starts(line, S("msgid"))) {
		if (r->has_id)
			finish_entry(r);
		r->has_id = true;
		r->entry.line = r->line;
		r->text = &r->entry.id;
		rest = str_from(line, 5);
	} else if (!str_starts(line, S("msgstr"))) {
		return tool_error(r->err, r->path, r->line,
			"a catalogue has msgid, msgid_plural and msgstr here, not \"%" PRIstr "\"",
			STR(str_sub(line, 0, 20)));
	} else if (!start_form(r, line, &rest)) {
		return false;
	}
	return add_string(r, str_trim(rest));
}

static bool read_line(struct reader *r, struct str line)
{
	bool is_obsolete = str_starts(line, S("#~"));

	if (is_obsolete)
		line = str_trim(str_from(line, 2));
	if (!line.n) {
		if (!is_obsolete)
			finish_entry(r);
		return true;
	}
	if (line.p[0] == '#' && r->entry.form_n)
		finish_entry(r);
	r->entry.is_obsolete |= is_obsolete;
	if (str_starts(line, S("#,")))
		r->entry.is_fuzzy |= str_find(line, S("fuzzy"), 0) != STR_NONE;
	else if (str_starts(line, S("#:")))
		r->entry.used_in = add_line(r->mem, r->entry.used_in, line);
	else if (line.p[0] == '#' && !str_starts(line, S("#|")))
		r->entry.comment = add_line(r->mem, r->entry.comment, line);
	else if (line.p[0] != '#')
		return read_keyword(r, line);
	return true;
}

static struct str header_field(const struct po *po, struct str name)
{
	struct str_split split = {
		.rest = po->header.form_n ? po->header.form[0] : STR_EMPTY, .sep = '\n'};
	struct str line;

	while (str_next(&split, &line))
		if (str_starts(line, name) && str_starts(str_from(line, name.n), S(":")))
			return str_trim(str_from(line, name.n + 1));
	return STR_EMPTY;
}

static bool read_header(struct po *po, struct err *err)
{
	struct str rule = header_field(po, S("Plural-Forms"));
	size_t semicolon = str_find_char(rule, ';', 0);
	struct str count = str_sub(rule, 0, semicolon);
	struct str plural = str_trim(
		str_from(rule, semicolon == STR_NONE ? rule.n : semicolon + 1));
	int64_t n = 0;

	po->code = header_field(po, S("Language"));
	po->name = header_field(po, S("X-Language-Name"));
	po->is_rtl = str_eq(header_field(po, S("X-Direction")), S("rtl"));
	po->plural_rule = STR_EMPTY;
	if (!rule.n)
		return true;
	if (!str_starts(count, S("nplurals=")) || !str_int(str_trim(str_from(count, 9)), &n) ||
		n < 1 || n > PO_FORM_MAX || !str_starts(plural, S("plural=")))
		return tool_error(err, po->path, po->header.line,
			"Plural-Forms reads nplurals=N; plural=RULE; with N from 1 to %d",
			PO_FORM_MAX);
	po->plural_n = (unsigned)n;
	po->plural_rule = str_from(plural, 7);
	if (str_ends(po->plural_rule, S(";")))
		po->plural_rule.n--;
	return true;
}

bool po_read(struct arena *mem, struct str path, struct po *ret_po, struct err *err)
{
	struct po po = {.path = path};
	struct reader r = {.mem = mem, .path = path, .po = &po, .err = err};
	struct str_split split = {.sep = '\n'};
	struct str line;

	if (!tool_read(mem, path, &split.rest, err))
		return false;
	po.header.comment = po.header.used_in = po.header.id = po.header.plural = STR_EMPTY;
	finish_entry(&r);
	while (str_next(&split, &line)) {
		r.line++;
		if (!read_line(&r, str_trim(line)))
			return false;
	}
	finish_entry(&r);
	if (!read_header(&po, err))
		return false;
	*ret_po = po;
	return true;
}

// A text as gettext's tools write it: one line, or a line for each of its own.
static void write_string(struct out *o, const char *word, struct str text, const char *before)
{
	size_t at = str_find_char(text, '\n', 0);

	out_format(o, "%s%s ", before, word);
	if (at == STR_NONE || at + 1 == text.n) {
		tool_literal(o, text);
	} else {
		out_format(o, "\"\"\n%s", before);
		tool_literal_lines(o, text, before);
	}
	out_char(o, '\n');
}

static void write_entry(struct out *o, const struct po_entry *e)
{
	const char *before = e->is_obsolete ? "#~ " : "";
	static const char *const numbered[PO_FORM_MAX] = {
		"msgstr[0]", "msgstr[1]", "msgstr[2]", "msgstr[3]", "msgstr[4]", "msgstr[5]"};

	out_write(o, e->comment);
	if (!e->is_obsolete)
		out_write(o, e->used_in);
	if (e->is_fuzzy)
		out_write(o, S("#, fuzzy\n"));
	write_string(o, "msgid", e->id, before);
	if (e->plural.n)
		write_string(o, "msgid_plural", e->plural, before);
	for (unsigned i = 0; i < e->form_n; i++)
		write_string(o, e->plural.n ? numbered[i] : "msgstr", e->form[i], before);
}

void po_write(struct out *o, const struct po *po)
{
	write_entry(o, &po->header);
	for (size_t i = 0; i < po->entries.n; i++) {
		out_char(o, '\n');
		write_entry(o, &po->entries.p[i]);
	}
}

struct po_entry *po_find(const struct po *po, struct str id)
{
	for (size_t i = 0; i < po->entries.n; i++)
		if (str_eq(po->entries.p[i].id, id))
			return &po->entries.p[i];
	return NULL;
}

bool po_is_translated(const struct po_entry *entry)
{
	if (entry->is_fuzzy || entry->is_obsolete || !entry->form_n)
		return false;
	for (unsigned i = 0; i < entry->form_n; i++)
		if (!entry->form[i].n)
			return false;
	return true;
}
