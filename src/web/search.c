// SPDX-License-Identifier: EUPL-1.2
// search — the list of actions by words, with the passage that holds them.
#include "web/search.h"

#include "format/date_text.h"
#include "store/dossier.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/selection.h"

enum { PART_ROOM = 260, COUNTRIES_MAX = 12 };

static bool fill_hit(struct visit *v, struct search_hit *hit, const struct portfolio_action *a,
	const struct search_words *words, struct err *err)
{
	struct dossier *d;

	if (!dossier_by_id(v->mem, v->db, a->id, false, &d, err))
		return false;
	struct str text = d ? str_format(v->mem, "%" PRIstr " %" PRIstr, STR(d->action.objective),
				      STR(d->action.summary))
			    : STR_EMPTY;
	struct str part = highlight_part(v->mem, text, words, PART_ROOM, &hit->cut);
	hit->place = parts_place(v->lang, a->iso2, a->place);
	hit->place_is_foreign = !a->iso2.n && parts_is_foreign(v->lang) &&
		str_eq(hit->place, a->place);
	hit->ordinal = parts_ordinal(v->mem, a->phase);
	hit->url = link_action(v->mem, v->lang, a->slug);
	hit->date = date_text_period(v->mem, v->lang, a->period);
	hit->title = highlight_of(v->mem, parts_title(v->mem, v->lang, a), words);
	hit->part = highlight_of(v->mem, part, words);
	return true;
}

static bool fill_hits(
	struct visit *v, struct search_view *view, const struct listing *l, struct err *err)
{
	struct search_words words = search_words_of(v->mem, l->filter.q);

	view->hit_n = l->to - l->from;
	view->hit = NEW_ARRAY(v->mem, struct search_hit, view->hit_n);
	for (size_t i = 0; i < view->hit_n; i++)
		if (!fill_hit(v, &view->hit[i], &v->portfolio->action[l->hits.p[l->from + i]],
			    &words, err))
			return false;
	return true;
}

// Nothing found: is there a spelling that finds something?
static bool look_near(struct visit *v, struct search_view *view, struct err *err)
{
	struct str meant = near_name_query(v, view->q);
	struct filter filter = {.q = meant, .page = 1};
	struct action_ids ids;

	if (!meant.n)
		return true;
	if (!search_actions(v->mem, v->db, meant, LISTING_FOUND_MAX, &ids, err))
		return false;
	if (!ids.n)
		return true;
	view->meant = meant;
	view->meant_n = (int64_t)ids.n;
	view->meant_url = link_listing(v->mem, v->lang, S("/search"), &filter);
	return true;
}

// Without words there is nothing to find; the list of actions is elsewhere.
static void forget_hits(struct listing *l)
{
	l->hits.n = 0;
	l->from = l->to = 0;
	l->page = l->page_n = 1;
}

static bool fill(
	struct visit *v, struct search_view *view, const struct listing *l, struct err *err)
{
	view->q = l->filter.q;
	view->action = link_to(v->mem, v->lang, S("/search"));
	view->meant = STR_EMPTY;
	view->countries_url = link_to(v->mem, v->lang, S("/countries"));
	view->themes_url = link_to(v->mem, v->lang, S("/themes"));
	view->timeline_url = link_to(v->mem, v->lang, S("/timeline"));
	view->is_foreign = parts_is_foreign(v->lang);
	view->listing = listing_view_of(v, l);
	view->near = near_names_of(v, view->q);
	view->countries = selection_countries(v, &l->hits, selection_beneficiaries);
	if (view->countries.n > COUNTRIES_MAX)
		view->countries.n = COUNTRIES_MAX;
	if (!view->q.n)
		return true;
	return fill_hits(v, view, l, err) && (l->hits.n || look_near(v, view, err));
}

static struct str title_of(struct visit *v, struct str q)
{
	struct lang_arg words = {S("words"), q};

	if (!q.n)
		return visit_text(v, _("Search"));
	return lang_fill(v->mem, visit_text(v, _("Search: {words}")), &words, 1);
}

bool search_show(struct visit *v, struct err *err)
{
	struct search_view view = {0};
	struct listing l;

	if (!listing_read(v, S("/search"), SORT_PLACE, &l, err))
		return false;
	if (!l.filter.q.n)
		forget_hits(&l);
	if (l.format != VISIT_HTML)
		return listing_data(v, &l, err);
	if (!fill(v, &view, &l, err))
		return false;
	v->page.title = title_of(v, view.q);
	v->page.search = view.q;
	v->page.is_unlisted = true;
	search_page(&v->t, &view);
	return visit_html(v, err);
}
