// SPDX-License-Identifier: EUPL-1.2
// news — news items of the desk on the portal.
#include "web/news.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "format/date_text.h"
#include "model/kind_list.h"
#include "store/record_origin.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/selection.h"

enum { NEWS_PAGE = 20, DESCRIPTION_MAX = 200 };

// The day of the item: later ones stand first, and of one day those that came last.
static int cmp_news(const void *a, const void *b)
{
	const struct exhibit *x = a, *y = b;
	struct period p = record_period(x->record, S("date"));
	struct period q = record_period(y->record, S("date"));
	int order = date_cmp(q.start, p.start);
	return order ? order : (x->record->id < y->record->id) - (x->record->id > y->record->id);
}

struct showcase news_sorted(struct arena *mem, const struct portfolio *p)
{
	struct showcase all = showcase_of(&p->showcase, &kind_news), list = {0};
	for (size_t i = 0; i < all.n; i++)
		VEC_ADD(mem, &list, all.p[i]);
	if (list.n > 1)
		qsort(list.p, list.n, sizeof *list.p, cmp_news);
	return list;
}

size_t news_count(const struct portfolio *p)
{
	return showcase_of(&p->showcase, &kind_news).n;
}

struct news_items news_newest(struct visit *v, size_t from, size_t most)
{
	struct showcase all = news_sorted(v->mem, v->portfolio);
	struct news_items items = {0};
	for (size_t i = from; i < all.n && i - from < most; i++) {
		const struct record *r = all.p[i].record;
		struct date date = record_period(r, S("date")).start;
		VEC_ADD(v->mem, &items,
			((struct news_item){
				.url = link_to(v->mem, v->lang, exhibit_path(v->mem, r)),
				.date = date_text(v->mem, v->lang, date),
				.iso = date_iso(v->mem, date),
				.headline = words_of(v->mem, v->lang, r, S("headline")),
				.lead = words_of(v->mem, v->lang, r, S("lead"))}));
	}
	return items;
}

static struct str page_url(struct visit *v, int64_t page)
{
	struct str path = link_to(v->mem, v->lang, S("/news"));
	return page > 1 ? str_format(v->mem, "%" PRIstr "?page=%lld", STR(path), (long long)page)
			: path;
}

bool news_list(struct visit *v, struct err *err)
{
	struct news_list_view view = {.newer = STR_EMPTY, .older = STR_EMPTY};
	size_t n = news_count(v->portfolio);
	int64_t page = 1, pages = (int64_t)((n + NEWS_PAGE - 1) / NEWS_PAGE);
	struct str asked = visit_param(v, S("page"));
	if (!n || (asked.n && (!str_int(asked, &page) || page < 1 || page > pages)))
		return visit_not_found(v, err);
	view.items = news_newest(v, (size_t)(page - 1) * NEWS_PAGE, NEWS_PAGE);
	if (page > 1)
		view.newer = page_url(v, page - 1);
	if (page < pages)
		view.older = page_url(v, page + 1);
	v->page.title = visit_text(v, _("News"));
	v->page.section = S("news");
	news_list_page(&v->t, &view);
	return visit_html(v, err);
}

// Links to the actions of the item that the public sees.
static bool fill_actions(
	struct visit *v, const struct record *r, struct news_show_view *view, struct err *err)
{
	for (size_t i = 1; i <= record_count(r, S("actions")); i++) {
		struct record_origin origin = {0};
		int64_t id;
		if (!str_int(record_get(r, str_format(v->mem, "actions.%zu", i)), &id))
			continue;
		if (!record_origin_load(v->mem, v->db, id, &origin, err))
			return false;
		const struct portfolio_action *a = origin.record_id
			? portfolio_find(v->portfolio, origin.action_id)
			: NULL;
		if (a)
			VEC_ADD(v->mem, &view->actions.link,
				((struct index_item){.name = parts_heading(v->mem, v->lang, a),
					.url = link_action(v->mem, v->lang, a->slug)}));
	}
	return true;
}

static void fill_themes(struct visit *v, const struct record *r, struct news_show_view *view)
{
	for (size_t i = 1; i <= record_count(r, S("themes")); i++) {
		int theme = code_index(
			&code_themes, record_get(r, str_format(v->mem, "themes.%zu", i)));
		if (theme == CODE_NONE)
			continue;
		struct portfolio_hits hits = selection_of(
			v->mem, v->portfolio, selection_theme_set, theme);
		VEC_ADD(v->mem, &view->themes,
			((struct index_item){
				.name = code_name(&v->portfolio->themes.code[theme], v->lang->code),
				.url = link_theme(v->mem, v->lang, theme_table[theme].slug),
				.n = (int64_t)hits.n}));
	}
}

bool news_show(struct visit *v, struct err *err)
{
	const struct exhibit *item = showcase_at(&v->portfolio->showcase, &kind_news, v->arg[0]);
	if (!item)
		return visit_not_found(v, err);
	const struct record *r = item->record;
	struct str path = exhibit_path(v->mem, r);
	// The number finds it, whatever the words are; there is one address.
	if (!str_eq(exhibit_slug(v->mem, r), v->arg[0]))
		return visit_redirect(v, 301, link_to(v->mem, v->lang, path));
	struct date date = record_period(r, S("date")).start;
	struct news_show_view view = {.list_url = link_to(v->mem, v->lang, S("/news")),
		.date = date_text(v->mem, v->lang, date),
		.iso = date_iso(v->mem, date),
		.headline = words_of(v->mem, v->lang, r, S("headline")),
		.lead = words_of(v->mem, v->lang, r, S("lead")),
		.body = words_of(v->mem, v->lang, r, S("body"))};
	if (!fill_actions(v, r, &view, err))
		return false;
	fill_themes(v, r, &view);
	v->page.title = view.headline.text;
	v->page.description = utf8_cut(view.lead.text, DESCRIPTION_MAX);
	v->page.section = S("news");
	news_show_page(&v->t, &view);
	return visit_html(v, err);
}
