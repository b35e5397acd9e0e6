// SPDX-License-Identifier: EUPL-1.2
// poc_check — what a translator can get wrong and a machine can see.
#include <stdio.h>

#include "base/map.h"
#include "poc.h"
#include "tool.h"

struct check {
	const struct po *po;
	unsigned fault_n;
};

static void fault(struct check *c, unsigned line, const char *sentence, struct str about)
{
	fprintf(stderr, "%" PRIstr ":%u: %s: \"%" PRIstr "\"\n", STR(tool_shown(c->po->path)), line,
		sentence, STR(about));
	c->fault_n++;
}

// Of a plural a form may leave out {n} ("no action", "two actions"), but nothing else.
static void check_places(struct check *c, const struct po_entry *e, struct str form)
{
	struct str name;
	size_t at = 0;

	while (tool_place(form, &at, &name))
		if (!tool_has_place(e->id, name) && !tool_has_place(e->plural, name))
			fault(c, e->line, "the translation has a place that the text has not",
				name);
	at = 0;
	struct str source = e->plural.n ? e->plural : e->id;
	while (tool_place(source, &at, &name))
		if (!tool_has_place(form, name) && !(e->plural.n && str_eq(name, S("n"))))
			fault(c, e->line, "the translation lacks the place", name);
}

static bool begins_blank(struct str s)
{
	return s.n && char_is_space(s.p[0]);
}

static bool ends_blank(struct str s)
{
	return s.n && char_is_space(s.p[s.n - 1]);
}

static void check_entry(struct check *c, const struct po_entry *e)
{
	unsigned due = e->plural.n ? c->po->plural_n : 1;

	if (!po_is_translated(e))
		return;
	if (e->form_n != due)
		fault(c, e->line, "this text has another number of forms than the language", e->id);
	for (unsigned i = 0; i < e->form_n; i++) {
		struct str form = e->form[i];
		check_places(c, e, form);
		if (str_find_char(form, '<', 0) != STR_NONE)
			fault(c, e->line, "a translation holds no markup", form);
		if (begins_blank(form) != begins_blank(e->id) ||
			ends_blank(form) != ends_blank(e->id))
			fault(c, e->line, "text and translation differ in the blanks around them",
				form);
	}
}

unsigned poc_faults(struct arena *mem, const struct po *po)
{
	struct check c = {.po = po};
	struct map seen = {0};

	if (!po->code.n || !po->name.n || !po->plural_n)
		fault(&c, po->header.line,
			"the header lacks one of Language, X-Language-Name, Plural-Forms",
			po->code);
	for (size_t i = 0; i < po->entries.n; i++) {
		struct po_entry *e = &po->entries.p[i];
		if (e->is_obsolete)
			continue;
		if (map_get(&seen, e->id))
			fault(&c, e->line, "this text stands here a second time", e->id);
		map_put(mem, &seen, e->id, e);
		check_entry(&c, e);
	}
	return c.fault_n;
}
