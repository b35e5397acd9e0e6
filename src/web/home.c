// SPDX-License-Identifier: EUPL-1.2
// home — the first page of each language, and the way to it.
#include "web/home.h"

#include <stdlib.h>

#include "model/code.h"
#include "model/country.h"
#include "web/facet.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/portal.h"
#include "work/stats/figures.h"

enum { LATEST_MAX = 6, NEWS_MAX = 4, THEMES_MAX = 12 };

static const struct portfolio_filter everything;

bool home_choose_language(struct visit *v, struct err *err)
{
	(void)err;
	// What depends on the visitor's languages may not be kept for others.
	v->response->is_private = true;
	return visit_redirect(v, 302, link_home(v->mem, v->lang));
}

bool home_add_slash(struct visit *v, struct err *err)
{
	(void)err;
	return visit_redirect(v, 301, link_home(v->mem, v->lang));
}

static struct figure_list headline_figures(struct visit *v)
{
	struct figures all = figures_of(v->mem, v->portfolio, v->lang);
	struct figure_list list = {0};

	for (size_t i = 0; i < all.n; i++) {
		const struct figure *f = &all.p[i];
		if (f->is_headline)
			VEC_ADD(v->mem, &list,
				((struct figure_view){f->value, f->name, f->definition,
					link_to(v->mem, v->lang, f->path)}));
	}
	return list;
}

static int cmp_numbers(const void *a, const void *b)
{
	const struct index_item *x = a, *y = b;

	return (x->n < y->n) - (x->n > y->n);
}

static struct str facet_link(struct visit *v, enum portfolio_facet facet, struct str value)
{
	switch (facet) {
	case FACET_COUNTRY:
		return link_country(v->mem, v->lang, value);
	case FACET_THEME:
		return link_theme(v->mem, v->lang, value);
	default:
		break;
	}
	struct filter none = {.page = 1};
	struct str query = filter_query_toggled(v->mem, &none, facet, value);
	return link_to(v->mem, v->lang, str_join(v->mem, S("/actions?"), query));
}

static struct index_list way_in(struct visit *v, enum portfolio_facet facet)
{
	struct filter none = {.page = 1, .passes = everything};
	struct facet_options options = facet_options_left(
		v->mem, v->lang, v->portfolio, &none, facet);
	struct index_list list = {0};

	for (size_t i = 0; i < options.n; i++) {
		const struct facet_option *o = &options.p[i];
		VEC_ADD(v->mem, &list,
			((struct index_item){.name = o->name,
				.url = facet_link(v, facet, o->value),
				.n = o->n}));
	}
	return list;
}

// The themes of most actions, the most first.
static struct index_list main_themes(struct visit *v)
{
	struct index_list list = way_in(v, FACET_THEME);

	if (list.n > 1)
		qsort(list.p, list.n, sizeof *list.p, cmp_numbers);
	if (list.n > THEMES_MAX)
		list.n = THEMES_MAX;
	return list;
}

bool home_show(struct visit *v, struct err *err)
{
	static const struct world_map_view map = {.extent = WORLD_MAP_SERVED};
	static const struct rows_look look = {.heading = 3};
	struct portfolio_hits latest = portfolio_select(
		v->mem, v->portfolio, &everything, SORT_START);
	struct home_view view = {
		.figures = headline_figures(v),
		.as_of = parts_as_of(v->mem, v->lang, v->portfolio),
		.map = world_map_figure_of(v->mem, v->lang, v->portfolio, &map, S("h-ways")),
		.countries = way_in(v, FACET_COUNTRY),
		.themes = main_themes(v),
		.years = way_in(v, FACET_YEAR),
		.action_n = v->portfolio->n,
		.all_actions = link_to(v->mem, v->lang, S("/actions")),
		.welcome = words_of(v->mem, v->lang, portal_settings(v->portfolio), S("welcome")),
		.news = news_newest(v, 0, NEWS_MAX),
		.all_news = link_to(v->mem, v->lang, S("/news")),
		.all_themes = link_to(v->mem, v->lang, S("/themes")),
	};

	view.latest = rows_of(v, latest.p, latest.n < LATEST_MAX ? latest.n : LATEST_MAX, look);
	v->page.title = portal_line(v->mem, v->lang, v->portfolio).text;
	v->page.description = visit_text(v,
		_("What states asked for, who lent experts, and what came of it: a register of "
		  "technical assistance, each fact with the sentence it was read from."));
	v->page.is_home = true;
	v->page.has_map = true;
	home_page(&v->t, &view);
	return visit_html(v, err);
}
