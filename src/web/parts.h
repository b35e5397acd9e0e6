// SPDX-License-Identifier: EUPL-1.2
// parts — the pieces that several pages are made of: rows of actions, legend, index, figures.
//
// Flat views of ready texts; parts.html turns each into HTML. Texts of a page that was read are in
// English: `is_foreign` says that this is not the visitor's language, so that they are marked.
#pragma once

#include "format/tmpl.h"
#include "model/action.h"
#include "web/strip.h"
#include "web/visit.h"

// What a row calls an action: its printed title, which is not translated; without one its place and
// ordinal in the visitor's language.
struct str parts_title(
	struct arena *mem, const struct lang *lang, const struct portfolio_action *action);

// The name of an action's place in the visitor's language; as printed when no list has it.
struct str parts_place(const struct lang *lang, struct str iso2, struct str place);
// "III", or nothing.
struct str parts_ordinal(struct arena *mem, int64_t phase);
// "Malawi III: Title"; the place alone when there is no title.
struct str parts_heading(
	struct arena *mem, const struct lang *lang, const struct portfolio_action *action);
// Are texts of the pages, which are English, of another language than the visitor's?
bool parts_is_foreign(const struct lang *lang);
// "March 2016"; "March 2016 – April 2020" when the pages are of different dates; or nothing.
struct str parts_as_of(struct arena *mem, const struct lang *lang, const struct portfolio *p);

// The date at which an axis draws its line: unknown when the pages are of different dates.
struct date parts_as_of_line(const struct portfolio *p);

struct legend_family {
	struct str slug, name;
};

struct legend {
	VEC(struct legend_family) families;
	struct strip_signs signs;
	struct str as_of;
};
struct legend parts_legend(struct arena *mem, const struct lang *lang,
	const struct strip_signs *signs, struct date as_of);
void parts_legend_list(struct tmpl *t, const struct legend *legend);

// The mark of a family in a line of text.
void parts_mark(struct tmpl *t, struct str family, struct str status);

// Names with leaders and numbers, as at the back of an atlas.
struct index_item {
	struct str name, url;
	int64_t n;
	bool is_foreign; // the name is of the page that was read
};
struct index_list VEC_OF(struct index_item);
void parts_index(struct tmpl *t, const struct index_list *list);

// Headline figures.
struct figure_view {
	int64_t value;
	struct str name, definition, url;
};
struct figure_list VEC_OF(struct figure_view);
void parts_figures(struct tmpl *t, const struct figure_list *list);

// Pages of a list: numbers with addresses; the current one and gaps have none.
struct page_link {
	struct str url;
	int64_t number;
	bool is_gap;
};
struct page_links VEC_OF(struct page_link);
void parts_pages(struct tmpl *t, const struct page_links *links);
