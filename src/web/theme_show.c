// SPDX-License-Identifier: EUPL-1.2
// theme_show — one theme.
#include "web/theme_show.h"

#include "format/date_text.h"
#include "model/code.h"
#include "model/kind_list.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/portal.h"
#include "web/selection.h"

// What the desk's record of the theme says: its text, and what it is in other vocabularies, when.
static void fill_record(struct visit *v, struct theme_show_view *view, struct str slug)
{
	const struct record *record = portal_term(v->portfolio, &kind_theme, slug);
	size_t n = record ? record_count(record, S("mappings")) : 0;

	view->about = words_of(v->mem, v->lang, record, S("text"));
	for (size_t row = 1; row <= n; row++) {
		struct str text[5];
		const char *names[] = {"vocabulary", "code", "share", "since", "until"};
		struct period when = {0};
		for (size_t i = 0; i < 5; i++)
			text[i] = record_get(
				record, str_format(v->mem, "mappings.%zu.%s", row, names[i]));
		bool is_dated = date_parse(text[3], &when.start);
		when.open = is_dated && !date_parse(text[4], &when.end);
		VEC_ADD(v->mem, &view->mapping,
			((struct theme_mapping){text[0], text[1], text[2],
				is_dated ? date_text_period(v->mem, v->lang, when) : STR_EMPTY}));
	}
}

static void fill(
	struct visit *v, struct theme_show_view *view, int theme, const struct portfolio_hits *hits)
{
	const struct code *code = &v->portfolio->themes.code[theme];

	view->name = code_name(code, v->lang->code);
	view->list_url = link_to(v->mem, v->lang, S("/themes"));
	view->years = selection_years(v, hits);
	view->as_of = parts_as_of(v->mem, v->lang, v->portfolio);
	view->action_n = hits->n;
	view->countries = selection_countries(v, hits, selection_beneficiaries);
	view->country_n = view->countries.n;
	view->together = selection_themes(v, hits, theme);
	if (hits->n > LISTING_PAGE)
		view->all_url = link_to(v->mem, v->lang,
			str_format(v->mem, "/actions?theme=%" PRIstr, STR(code->slug)));
}

bool theme_show(struct visit *v, struct err *err)
{
	static const struct rows_look look = {.heading = 3};
	struct theme_show_view view = {.all_url = STR_EMPTY};
	int theme = code_index(&code_themes, v->arg[0]);
	bool is_done;

	if (theme == CODE_NONE)
		return visit_not_found(v, err);
	struct portfolio_hits hits = selection_of(v->mem, v->portfolio, selection_theme_set, theme);
	struct str path = str_join(v->mem, S("/themes/"), theme_table[theme].slug);
	if (!selection_data(v, path, &hits, &is_done, err))
		return false;
	if (is_done)
		return true;
	fill(v, &view, theme, &hits);
	fill_record(v, &view, theme_table[theme].slug);
	view.rows = rows_of(v, hits.p, hits.n < LISTING_PAGE ? hits.n : LISTING_PAGE, look);
	v->page.title = view.name;
	v->page.section = S("themes");
	v->page.is_unlisted = hits.n == 0;
	theme_show_page(&v->t, &view);
	return visit_html(v, err);
}
