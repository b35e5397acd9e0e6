// SPDX-License-Identifier: EUPL-1.2
// search_text — the words under which an action is found.
//
// Names of themes and types are added in all languages, so that a visitor finds an action in the
// words of the portal that they read.
#include "work/search_text.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "model/code.h"
#include "model/country.h"

enum { SEARCH_TEXT_BYTES = 2 * 1024 * 1024 };

static void add(struct buf *b, struct str text)
{
	buf_add(b, text);
	buf_add_char(b, '\n');
}

// A name, and where it has apostrophes, as it is typed by those who leave them out: "Cote dIvoire".
static void add_name(struct buf *b, struct str name)
{
	struct str folded = utf8_fold(b->mem, name);

	add(b, name);
	if (str_find_char(folded, '\'', 0) == STR_NONE)
		return;
	for (size_t i = 0; i < folded.n; i++)
		if (folded.p[i] != '\'')
			buf_add_char(b, folded.p[i]);
	buf_add_char(b, '\n');
}

static void add_country(struct buf *b, struct str iso2)
{
	int index = country_index(iso2);

	if (index == COUNTRY_NONE)
		return;
	const struct country *c = &country_table[index];
	const struct str names[] = {
		c->name_en, c->name_fr, c->name_ar, c->name_es, c->name_pt, c->name_ru};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		add_name(b, names[i]);
	for (size_t i = 0; i < country_alias_table_n; i++)
		if (str_eq(country_alias_table[i].iso2, iso2) && !country_alias_table[i].exact)
			add(b, country_alias_table[i].name);
}

static void add_code(struct buf *b, const struct code_list *list, struct str slug)
{
	int index = code_index(list, slug);

	if (index == CODE_NONE)
		return;
	const struct code *c = &list->code[index];
	const struct str names[] = {
		c->name_en, c->name_fr, c->name_ar, c->name_es, c->name_pt, c->name_ru};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		add(b, names[i]);
}

static struct str place_words(struct arena *mem, const struct dossier *d)
{
	struct buf b = buf_new(mem, SEARCH_TEXT_BYTES);

	add(&b, action_label(mem, &d->action));
	for (size_t i = 0; i < d->countries.n; i++)
		add_country(&b, d->countries.p[i].iso2);
	for (size_t i = 0; i < d->activities.n; i++)
		add_name(&b, d->activities.p[i].place);
	return buf_str(&b);
}

struct search_text search_text_of(struct arena *mem, const struct dossier *dossier)
{
	struct buf body = buf_new(mem, SEARCH_TEXT_BYTES);

	add(&body, dossier->action.objective);
	add(&body, dossier->action.summary);
	add(&body, dossier->action.requester);
	for (size_t i = 0; i < dossier->activities.n; i++)
		add_code(&body, &code_activity_types, dossier->activities.p[i].type);
	for (size_t i = 0; i < dossier->outputs.n; i++) {
		add(&body, dossier->outputs.p[i].name);
		add_code(&body, &code_output_types, dossier->outputs.p[i].type);
	}
	for (size_t i = 0; i < dossier->organisations.n; i++)
		add(&body, dossier->organisations.p[i].name);
	for (size_t i = 0; i < dossier->themes.n; i++)
		add_code(&body, &code_themes, dossier->themes.p[i].slug);
	return (struct search_text){
		.title = dossier->action.title,
		.place = place_words(mem, dossier),
		.body = buf_str(&body),
	};
}
