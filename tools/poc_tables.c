// SPDX-License-Identifier: EUPL-1.2
// poc_tables — catalogues as constant tables that format/lang.c searches.
//
// One table a language: open addressing by the hash of the English text, stepping by one, at most
// half full. What is not translated is left out and shows in English.
#include <string.h>

#include "base/buf.h"
#include "poc.h"
#include "tool.h"

static const char plural_chars[] = "n0123456789 ()?:<>=!&|%+-*/";

enum { PSEUDO_TEXT_MAX = 64 * 1024 };

// A C name made of a language's code.
static struct str c_name(struct arena *mem, struct str code)
{
	char *name = str_z(mem, code);

	for (size_t i = 0; i < code.n; i++)
		if (name[i] == '-')
			name[i] = '_';
	return (struct str){name, code.n};
}

static bool check_rule(const struct po *po, struct err *err)
{
	if (!po->code.n || !po->name.n || !po->plural_n)
		return tool_error(err, po->path, po->header.line,
			"the header lacks one of Language, X-Language-Name, Plural-Forms");
	for (size_t i = 0; i < po->plural_rule.n; i++)
		if (!memchr(plural_chars, po->plural_rule.p[i], sizeof plural_chars - 1))
			return tool_error(err, po->path, po->header.line,
				"the plural rule may hold only n, digits, brackets and operators");
	return true;
}

static bool is_used(const struct po *po, const struct po_entry *e)
{
	return po_is_translated(e) && e->form_n == (e->plural.n ? po->plural_n : 1);
}

struct slot {
	uint64_t key;
	const struct po_entry *entry;
};

struct table {
	struct slot *slot;
	size_t slot_n;
	unsigned form_n;
};

static bool make_table(
	struct arena *mem, const struct po *po, struct table *ret_table, struct err *err)
{
	struct table t = {.slot_n = 2};

	while (t.slot_n < 2 * po->entries.n)
		t.slot_n *= 2;
	t.slot = NEW_ARRAY(mem, struct slot, t.slot_n);
	for (size_t i = 0; i < po->entries.n; i++) {
		const struct po_entry *e = &po->entries.p[i];
		uint64_t key = str_hash(e->id);
		size_t at = key & (t.slot_n - 1);
		if (!is_used(po, e))
			continue;
		while (t.slot[at].entry && t.slot[at].key != key)
			at = (at + 1) & (t.slot_n - 1);
		if (t.slot[at].entry || !key)
			return tool_error(err, po->path, e->line,
				"\"%" PRIstr "\" stands twice or hashes like another text",
				STR(e->id));
		t.slot[at] = (struct slot){key, e};
		t.form_n += e->form_n;
	}
	*ret_table = t;
	return true;
}

static void write_forms(struct out *o, struct str name, const struct table *t)
{
	if (!t->form_n)
		return;
	out_format(o, "\nstatic const struct str %" PRIstr "_form[] = {\n", STR(name));
	for (size_t i = 0; i < t->slot_n; i++) {
		const struct po_entry *e = t->slot[i].entry;
		for (unsigned f = 0; e && f < e->form_n; f++) {
			out_write(o, S("\tS_INIT("));
			tool_literal(o, e->form[f]);
			out_write(o, S("),\n"));
		}
	}
	out_write(o, S("};\n"));
}

static void write_slots(struct out *o, struct str name, const struct table *t)
{
	unsigned form = 0;

	out_format(o, "\nstatic const struct lang_entry %" PRIstr "_entry[] = {\n", STR(name));
	for (size_t i = 0; i < t->slot_n; i++) {
		const struct slot *s = &t->slot[i];
		if (!s->entry) {
			out_write(o, S("\t{0, NULL},\n"));
			continue;
		}
		out_format(o, "\t{0x%016llx, &%" PRIstr "_form[%u]},\n", (unsigned long long)s->key,
			STR(name), form);
		form += s->entry->form_n;
	}
	out_write(o, S("};\n"));
}

static void write_plural(struct out *o, struct str name, const struct po *po)
{
	out_format(o,
		"\nstatic unsigned %" PRIstr "_plural(uint64_t n)\n{\n"
		"\tunsigned form = (unsigned)(%" PRIstr ");\n\n"
		"\t(void)n;\n\treturn form < %u ? form : 0;\n}\n",
		STR(name), STR(po->plural_rule), po->plural_n);
}

static bool write_language(struct arena *mem, struct out *o, const struct po *po, struct err *err)
{
	struct str name = c_name(mem, po->code);
	struct table t = {0};

	if (!check_rule(po, err) || !make_table(mem, po, &t, err))
		return false;
	write_forms(o, name, &t);
	write_slots(o, name, &t);
	write_plural(o, name, po);
	out_format(o, "\nstatic const struct lang %" PRIstr " = {\n\t.code = S_INIT(", STR(name));
	tool_literal(o, po->code);
	out_write(o, S("),\n\t.name = S_INIT("));
	tool_literal(o, po->name);
	out_format(o,
		"),\n\t.is_rtl = %s,\n\t.plural_n = %u,\n\t.plural = %" PRIstr
		"_plural,\n\t.entry = %" PRIstr "_entry,\n\t.entry_n = %zu,\n};\n",
		po->is_rtl ? "true" : "false", po->plural_n, STR(name), STR(name), t.slot_n);
	return true;
}

static struct str pseudo_letter(char c)
{
	static const struct {
		char plain;
		struct str marked;
	} letters[] = {
		{'a', S_INIT("á")},
		{'e', S_INIT("é")},
		{'i', S_INIT("í")},
		{'o', S_INIT("ó")},
		{'u', S_INIT("ú")},
		{'c', S_INIT("ç")},
		{'n', S_INIT("ñ")},
		{'s', S_INIT("š")},
		{'A', S_INIT("Á")},
		{'E', S_INIT("É")},
		{'I', S_INIT("Í")},
		{'O', S_INIT("Ó")},
	};

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i].plain == c)
			return letters[i].marked;
	return STR_EMPTY;
}

// The text between brackets, its letters marked, a third longer; places stay as they are.
static struct str pseudo_text(struct arena *mem, struct str text)
{
	struct buf b = buf_new(mem, PSEUDO_TEXT_MAX);

	buf_add(&b, S("["));
	for (size_t at = 0; at < text.n;) {
		size_t end = at;
		struct str name;
		if (text.p[at] == '{' && tool_place(text, &end, &name) &&
			name.p == text.p + at + 1) {
			buf_add(&b, str_sub(text, at, end));
			at = end;
			continue;
		}
		struct str marked = pseudo_letter(text.p[at]);
		buf_add(&b, marked.n ? marked : str_sub(text, at, at + 1));
		at++;
	}
	for (size_t i = 0; i < text.n / 3; i++)
		buf_add_char(&b, '~');
	buf_add(&b, S("]"));
	return buf_str(&b);
}

static struct po make_pseudo(struct arena *mem, const struct po *texts)
{
	struct po po = {.path = texts->path,
		.code = S("qps"),
		.name = S("[Pšéúdó]"),
		.plural_n = 2,
		.plural_rule = S("n != 1")};

	for (size_t i = 0; i < texts->entries.n; i++) {
		struct po_entry e = texts->entries.p[i];
		e.form_n = e.plural.n ? 2 : 1;
		e.form[0] = pseudo_text(mem, e.id);
		e.form[1] = pseudo_text(mem, e.plural);
		VEC_ADD(mem, &po.entries, e);
	}
	return po;
}

static struct po english(void)
{
	return (struct po){.path = S("English"),
		.code = S("en"),
		.name = S("English"),
		.plural_n = 2,
		.plural_rule = S("n != 1")};
}

bool poc_tables(struct arena *mem, const struct po *po, size_t n, const struct po *pseudo,
	struct out *out, struct err *err)
{
	struct po first = english(), last;

	out_write(out,
		S("// Made by poc; changes belong into the catalogues.\n\n"
		  "#include \"format/lang.h\"\n"));
	if (!write_language(mem, out, &first, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!write_language(mem, out, &po[i], err))
			return false;
	if (pseudo) {
		last = make_pseudo(mem, pseudo);
		if (!write_language(mem, out, &last, err))
			return false;
	}
	out_write(out, S("\nconst struct lang *const lang_all[] = {\n\t&en,\n"));
	for (size_t i = 0; i < n; i++)
		out_format(out, "\t&%" PRIstr ",\n", STR(c_name(mem, po[i].code)));
	if (pseudo)
		out_write(out, S("\t&qps,\n"));
	out_format(out, "};\nconst size_t lang_n = %zu;\n", n + 1 + (pseudo != NULL));
	return true;
}
