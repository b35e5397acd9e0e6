// SPDX-License-Identifier: EUPL-1.2
// theme_list — what the actions are about, the most frequent theme first.
#include "web/theme_list.h"

#include <stdlib.h>

#include "model/code.h"
#include "web/data_list.h"
#include "web/links.h"
#include "web/pages.h"

struct theme_count {
	int theme;
	int64_t actions, countries, activities;
};

static int cmp_counts(const void *a, const void *b)
{
	const struct theme_count *x = a, *y = b;
	int order = (x->actions < y->actions) - (x->actions > y->actions);

	return order ? order : (x->theme > y->theme) - (x->theme < y->theme);
}

static struct theme_count count_theme(
	const struct portfolio *p, const struct portfolio_hits *hits, int theme)
{
	struct theme_count count = {.theme = theme};
	struct bitset countries = {0};

	for (size_t i = 0; i < hits->n; i++) {
		const struct portfolio_action *a = &p->action[hits->p[i]];
		if (!bitset_has(&a->themes, theme))
			continue;
		count.actions++;
		count.activities += a->activity_n;
		bitset_join(&countries, &a->beneficiary);
	}
	count.countries = bitset_count(&countries);
	return count;
}

static struct theme_count *count_themes(
	struct arena *mem, const struct portfolio *p, const struct portfolio_hits *hits)
{
	struct theme_count *counts = NEW_ARRAY(mem, struct theme_count, theme_table_n);

	for (size_t i = 0; i < theme_table_n; i++)
		counts[i] = count_theme(p, hits, (int)i);
	qsort(counts, theme_table_n, sizeof *counts, cmp_counts);
	return counts;
}

static bool send_data(struct visit *v, const struct theme_count *counts, enum visit_format format,
	struct err *err)
{
	static const struct str columns[] = {S_INIT("id"), S_INIT("url"), S_INIT("name"),
		S_INIT("actions"), S_INIT("countries"), S_INIT("activities")};
	struct data_list list = {.mem = v->mem,
		.name = S("themes"),
		.column = columns,
		.column_n = sizeof columns / sizeof *columns};

	for (size_t i = 0; i < theme_table_n; i++) {
		const struct code *theme = &v->portfolio->themes.code[counts[i].theme];
		data_list_text(&list, theme->slug);
		data_list_text(&list, data_list_url(v, link_theme(v->mem, v->lang, theme->slug)));
		data_list_text(&list, code_name(theme, v->lang->code));
		data_list_number(&list, counts[i].actions);
		data_list_number(&list, counts[i].countries);
		data_list_number(&list, counts[i].activities);
	}
	return data_list_send(v, &list, format, err);
}

static struct bars bars_of(struct visit *v, const struct theme_count *counts)
{
	struct bars bars = {.mem = v->mem,
		.lang = v->lang,
		.head = visit_text(v, _("Theme")),
		.number_head = {visit_text(v, _("Actions")), visit_text(v, _("Countries"))},
		.number_n = 2};

	for (size_t i = 0; i < theme_table_n; i++) {
		const struct code *theme = &v->portfolio->themes.code[counts[i].theme];
		struct str url = link_theme(v->mem, v->lang, theme->slug);
		bars_add(&bars,
			(struct bars_row){.name = code_name(theme, v->lang->code),
				.url = counts[i].actions ? url : STR_EMPTY,
				.number = {counts[i].actions, counts[i].countries}});
	}
	bars_draw(&bars, 0);
	return bars;
}

bool theme_list(struct visit *v, struct err *err)
{
	struct theme_list_view view = {0};
	struct listing l;

	if (!listing_read(v, S("/themes"), SORT_PLACE, &l, err))
		return false;
	const struct theme_count *counts = count_themes(v->mem, v->portfolio, &l.hits);
	if (l.format != VISIT_HTML)
		return send_data(v, counts, l.format, err);
	view.listing = listing_view_of(v, &l);
	view.bars = bars_of(v, counts);
	for (size_t i = 0; i < theme_table_n; i++)
		view.theme_n += counts[i].actions > 0;
	v->page.title = visit_text(v, _("Themes"));
	v->page.description = visit_text(v,
		_("What the actions of the register are about, with the number of actions of "
		  "each theme."));
	v->page.section = S("themes");
	theme_list_page(&v->t, &view);
	return visit_html(v, err);
}
