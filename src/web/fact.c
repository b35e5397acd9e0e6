// SPDX-License-Identifier: EUPL-1.2
// fact — a value with the way to the sentence it was read from.
#include "web/fact.h"

#include "web/links.h"
#include "web/parts.h"
#include "work/dossier_entry.h"

struct shown_fact fact_of(struct visit *v, const struct dossier *d, struct str record,
	int64_t number, struct str field, struct str text)
{
	const struct claim *c = dossier_claim(d, record, number, field);
	struct shown_fact f = {.text = text, .url = STR_EMPTY, .class = S("fact")};

	if (!c)
		return f;
	if (str_eq(c->certainty, S("inferred"))) {
		f.class = S("fact inferred");
		f.is_inferred = true;
	} else if (str_eq(c->certainty, S("corrected"))) {
		f.class = S("fact corrected");
	}
	if (c->span_length)
		f.url = link_source(v->mem, v->lang, d->action.slug, record, number, field);
	return f;
}

struct shown_fact fact_quoted(struct visit *v, const struct dossier *d, struct str record,
	int64_t number, struct str field, struct str text)
{
	struct shown_fact f = fact_of(v, d, record, number, field, text);

	f.is_foreign = parts_is_foreign(v->lang);
	return f;
}
