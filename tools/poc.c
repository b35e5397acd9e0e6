// SPDX-License-Identifier: EUPL-1.2
// poc — the compiler of translations.
//
//     poc collect --out po/attache.pot FILE...     the texts marked in templates and C
//     poc merge po/fr.po po/attache.pot            brings a catalogue up to date, in place
//     poc compile --out lang_table.c FILE.po...    catalogues into C (--pseudo FILE.pot: qps too)
//     poc check FILE.po...                         what is wrong, and how much is translated
//
// The order of a day: mark texts, collect, merge, translate with any tool for gettext's format.
#include <stdio.h>
#include <string.h>

#include "poc.h"
#include "tool.h"

struct values {
	struct str out;
	struct str pseudo;
	struct str pot;
};

static const struct option_row out_options[] = {
	{"out", OPTION_TEXT, offsetof(struct values, out), "FILE", NULL, 0, 0, "what is made"},
	{0},
};

static const struct option_row compile_options[] = {
	{"out", OPTION_TEXT, offsetof(struct values, out), "FILE.c", NULL, 0, 0, "what is made"},
	{"pseudo", OPTION_TEXT, offsetof(struct values, pseudo), "FILE.pot", NULL, 0, 0,
		"adds the pseudo-language qps, made of these texts"},
	{0},
};

static const struct option_row check_options[] = {
	{"pot", OPTION_TEXT, offsetof(struct values, pot), "FILE.pot", NULL, 0, 0,
		"counts its texts that a catalogue lacks"},
	{0},
};

static bool collect(struct arena *mem, const struct option_operands *operands, const void *values,
	struct err *err)
{
	const struct values *v = values;
	struct out o = tool_out(mem);
	struct po po = {.path = v->out};

	po.header = (struct po_entry){
		.comment = S(
			"# Texts to translate, collected by poc; changes belong into the sources.\n"),
		.used_in = STR_EMPTY,
		.id = STR_EMPTY,
		.plural = STR_EMPTY,
		.form = {S("Content-Type: text/plain; charset=UTF-8\n"
			   "Content-Transfer-Encoding: 8bit\n")},
		.form_n = 1,
	};
	for (size_t i = 0; i < operands->n; i++)
		if (!poc_collect(mem, operands->p[i], &po, err))
			return false;
	po_write(&o, &po);
	return tool_write(mem, v->out, out_str(&o), err);
}

// The entry of the catalogue for a text of the template, with the translation it had.
static struct po_entry merged(const struct po *old, const struct po_entry *text)
{
	struct po_entry *had = po_find(old, text->id);
	struct po_entry e = *text;
	bool is_same = had && (had->plural.n > 0) == (text->plural.n > 0);

	if (had)
		e.comment = had->comment;
	if (is_same) {
		memcpy(e.form, had->form, sizeof e.form);
		e.form_n = had->form_n;
		e.is_fuzzy = had->is_fuzzy || !str_eq(had->plural, text->plural);
		return e;
	}
	e.form_n = text->plural.n ? old->plural_n : 1;
	for (unsigned i = 0; i < e.form_n; i++)
		e.form[i] = STR_EMPTY;
	return e;
}

static bool has_words(const struct po_entry *e)
{
	for (unsigned i = 0; i < e->form_n; i++)
		if (e->form[i].n)
			return true;
	return false;
}

static bool merge(struct arena *mem, const struct option_operands *operands, const void *values,
	struct err *err)
{
	struct po po, pot;
	struct po_entries entries = {0};
	struct out o = tool_out(mem);

	(void)values;
	if (!po_read(mem, operands->p[0], &po, err) || !po_read(mem, operands->p[1], &pot, err))
		return false;
	for (size_t i = 0; i < pot.entries.n; i++)
		VEC_ADD(mem, &entries, merged(&po, &pot.entries.p[i]));
	for (size_t i = 0; i < po.entries.n; i++) {
		struct po_entry *e = &po.entries.p[i];
		if (po_find(&pot, e->id) || !has_words(e))
			continue;
		e->is_obsolete = true;
		VEC_ADD(mem, &entries, *e);
	}
	po.entries = entries;
	po_write(&o, &po);
	return tool_write(mem, po.path, out_str(&o), err);
}

static bool read_all(struct arena *mem, const struct option_operands *operands, struct po **ret_po,
	struct err *err)
{
	struct po *po = NEW_ARRAY(mem, struct po, operands->n);

	for (size_t i = 0; i < operands->n; i++)
		if (!po_read(mem, operands->p[i], &po[i], err))
			return false;
	*ret_po = po;
	return true;
}

static bool compile(struct arena *mem, const struct option_operands *operands, const void *values,
	struct err *err)
{
	const struct values *v = values;
	struct out o = tool_out(mem);
	struct po *po, pseudo;
	bool has_pseudo = v->pseudo.n > 0;

	if (!read_all(mem, operands, &po, err) ||
		(has_pseudo && !po_read(mem, v->pseudo, &pseudo, err)) ||
		!poc_tables(mem, po, operands->n, has_pseudo ? &pseudo : NULL, &o, err))
		return false;
	return tool_write(mem, v->out, out_str(&o), err);
}

static void print_counts(const struct po *po, const struct po *pot)
{
	size_t done = 0, doubtful = 0, missing = 0, all = pot ? pot->entries.n : 0;

	for (size_t i = 0; i < po->entries.n; i++) {
		const struct po_entry *e = &po->entries.p[i];
		bool is_used = !e->is_obsolete && (!pot || po_find(pot, e->id));
		done += is_used && po_is_translated(e);
		doubtful += is_used && e->is_fuzzy;
		all += !pot && is_used;
	}
	missing = all - done;
	printf("%" PRIstr ": %zu translated, %zu untranslated, %zu of them to review\n",
		STR(tool_shown(po->path)), done, missing, doubtful);
}

static bool check(struct arena *mem, const struct option_operands *operands, const void *values,
	struct err *err)
{
	const struct values *v = values;
	struct po *po, pot;
	unsigned fault_n = 0;

	if (!read_all(mem, operands, &po, err) || (v->pot.n && !po_read(mem, v->pot, &pot, err)))
		return false;
	for (size_t i = 0; i < operands->n; i++) {
		fault_n += poc_faults(mem, &po[i]);
		print_counts(&po[i], v->pot.n ? &pot : NULL);
	}
	if (fault_n)
		return err_set(err, ERR_INPUT, "the catalogues have %u fault%s", fault_n,
			fault_n == 1 ? "" : "s");
	return true;
}

struct verb {
	struct option_command command;
	tool_work *work;
};

static const struct verb verbs[] = {
	{{NULL, "poc collect", "FILE...", "the texts marked for translation", NULL, out_options, 1,
		 -1},
		collect},
	{{NULL, "poc merge", "FILE.po FILE.pot", "bring a catalogue up to date", NULL, NULL, 2, 2},
		merge},
	{{NULL, "poc compile", "FILE.po...", "catalogues into C", NULL, compile_options, 0, -1},
		compile},
	{{NULL, "poc check", "FILE.po...", "what is wrong with catalogues", NULL, check_options, 1,
		 -1},
		check},
};

int main(int argc, char **argv)
{
	struct values values = {.out = S("poc.out"), .pseudo = STR_EMPTY, .pot = STR_EMPTY};

	for (size_t i = 0; argc > 1 && i < sizeof verbs / sizeof *verbs; i++) {
		struct str name = str_from(str_c(verbs[i].command.name), sizeof "poc");
		if (str_eq(name, str_c(argv[1])))
			return tool_main(
				&verbs[i].command, argc - 1, argv + 1, &values, verbs[i].work);
	}
	fputs("poc: say what to do: collect, merge, compile or check; each has --help\n", stderr);
	return 2;
}
