// SPDX-License-Identifier: EUPL-1.2
// listing — selects, and prepares what stands around the rows.
#include "web/listing.h"

#include "store/search.h"
#include "web/links.h"

static const struct {
	struct str value;
	enum portfolio_sort sort;
} sorts[] = {
	{S_INIT("place"), SORT_PLACE},
	{S_INIT("start"), SORT_START},
	{S_INIT("end"), SORT_END},
	{S_INIT("title"), SORT_TITLE},
	{S_INIT("changed"), SORT_CHANGED},
};
enum { SORT_N = sizeof sorts / sizeof *sorts };

static enum portfolio_sort sort_of(struct str value, enum portfolio_sort usual)
{
	for (size_t i = 0; i < SORT_N; i++)
		if (str_eq(sorts[i].value, value))
			return sorts[i].sort;
	return usual;
}

static bool find_words(struct visit *v, struct listing *l, struct err *err)
{
	struct action_ids ids;

	if (!l->filter.q.n)
		return true;
	if (!search_actions(v->mem, v->db, l->filter.q, LISTING_FOUND_MAX, &ids, err))
		return false;
	l->filter.passes.found_rank = portfolio_found(v->mem, v->portfolio, ids.p, ids.n);
	return true;
}

static void cut_page(struct listing *l)
{
	l->page = (size_t)l->filter.page;
	l->page_n = l->hits.n ? (l->hits.n + LISTING_PAGE - 1) / LISTING_PAGE : 1;
	l->from = (l->page - 1) * LISTING_PAGE;
	if (l->from > l->hits.n)
		l->from = l->hits.n;
	l->to = l->from + LISTING_PAGE < l->hits.n ? l->from + LISTING_PAGE : l->hits.n;
}

bool listing_read(struct visit *v, struct str path, enum portfolio_sort usual,
	struct listing *ret_listing, struct err *err)
{
	struct listing l = {
		.path = path, .filter = filter_read(v->mem, v->request), .format = visit_format(v)};

	if (l.format == VISIT_BAD_FORMAT)
		return err_set(err, ERR_INPUT, "a list is sent as html, json or csv");
	l.sort = sort_of(l.filter.sort, l.filter.q.n ? SORT_FOUND : usual);
	if (!find_words(v, &l, err))
		return false;
	if (!l.filter.is_impossible)
		l.hits = portfolio_select(v->mem, v->portfolio, &l.filter.passes, l.sort);
	cut_page(&l);
	v->page.data = link_listing(v->mem, v->lang, path, &l.filter);
	v->page.has_csv = true;
	*ret_listing = l;
	return true;
}

static const enum portfolio_facet facets[] = {FACET_COUNTRY, FACET_THEME, FACET_YEAR, FACET_REGION,
	FACET_TYPE, FACET_STATUS, FACET_EXPERT};
enum { FIELD_N = sizeof facets / sizeof *facets, FIRST_N = 3 };

static size_t chosen_in(const struct filter *filter, enum portfolio_facet facet)
{
	size_t n = 0;

	for (size_t i = 0; i < filter->choices.n; i++)
		n += filter->choices.p[i].facet == facet;
	return n;
}

static void fill_fields(struct visit *v, const struct listing *l, struct listing_view *view)
{
	view->field = NEW_ARRAY(v->mem, struct listing_field, FIELD_N);
	view->field_n = FIELD_N;
	view->first_n = FIRST_N;
	for (size_t i = 0; i < FIELD_N; i++) {
		bool is_chosen = chosen_in(&l->filter, facets[i]) > 0;
		view->field[i] = (struct listing_field){
			.name = filter_name(facets[i]),
			.title = facet_title(v->lang, facets[i]),
			.any = visit_text(v, is_chosen ? _("Add another") : _("Any")),
			.options = facet_options_left(
				v->mem, v->lang, v->portfolio, &l->filter, facets[i]),
		};
		view->is_more_open |= is_chosen && i >= FIRST_N;
	}
}

static struct str sort_name(const struct lang *lang, enum portfolio_sort sort)
{
	switch (sort) {
	case SORT_PLACE:
		return lang_text(lang, _("Place"));
	case SORT_START:
		return lang_text(lang, _("Start, latest first"));
	case SORT_END:
		return lang_text(lang, _("End, latest first"));
	case SORT_TITLE:
		return lang_text(lang, _("Title"));
	case SORT_CHANGED:
		return lang_text(lang, _("Last change"));
	case SORT_FOUND:
		break;
	}
	return lang_text(lang, _("Best match"));
}

static void fill_order(struct visit *v, const struct listing *l, struct listing_view *view)
{
	view->order = NEW_ARRAY(v->mem, struct listing_order, SORT_N + 1);
	if (l->filter.q.n)
		view->order[view->order_n++] = (struct listing_order){
			STR_EMPTY, sort_name(v->lang, SORT_FOUND), l->sort == SORT_FOUND};
	for (size_t i = 0; i < SORT_N; i++)
		view->order[view->order_n++] = (struct listing_order){sorts[i].value,
			sort_name(v->lang, sorts[i].sort), sorts[i].sort == l->sort};
}

static struct str with_query(struct visit *v, const struct listing *l, struct str query)
{
	struct str path = link_to(v->mem, v->lang, l->path);

	if (!query.n)
		return path;
	return str_format(v->mem, "%" PRIstr "?%" PRIstr, STR(path), STR(query));
}

static void fill_chips(struct visit *v, const struct listing *l, struct listing_view *view)
{
	if (l->filter.q.n) {
		struct filter without = l->filter;
		struct lang_arg words = {S("words"), l->filter.q};
		without.q = STR_EMPTY;
		VEC_ADD(v->mem, &view->chips,
			((struct listing_chip){
				lang_fill(v->mem, visit_text(v, _("Words: {words}")), &words, 1),
				with_query(v, l, filter_query(v->mem, &without, 1))}));
	}
	for (size_t i = 0; i < l->filter.choices.n; i++) {
		const struct filter_choice *c = &l->filter.choices.p[i];
		struct str query = filter_query_toggled(v->mem, &l->filter, c->facet, c->value);
		VEC_ADD(v->mem, &view->chips,
			((struct listing_chip){facet_choice_words(v->mem, v->portfolio, v->lang, c),
				with_query(v, l, query)}));
	}
}

static void fill_unknown(struct visit *v, const struct listing *l, struct listing_view *view)
{
	for (size_t i = 0; i < l->filter.choices.n; i++) {
		const struct filter_choice *c = &l->filter.choices.p[i];
		if (c->is_known)
			continue;
		const struct lang_arg args[] = {
			{S("criterion"), facet_title(v->lang, c->facet)}, {S("value"), c->value}};
		VEC_ADD(v->mem, &view->unknown,
			lang_fill(v->mem,
				visit_text(v,
					_("The register knows no value “{value}” of the "
					  "criterion “{criterion}”, so nothing can meet it.")),
				args, 2));
	}
}

static int64_t count_without(const struct portfolio *p, const struct portfolio_filter *passes,
	enum portfolio_facet facet)
{
	int64_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		n += portfolio_passes(&p->action[i], passes, facet);
	return n;
}

// The query without all values of a criterion.
static struct str query_without(struct visit *v, const struct filter *filter,
	enum portfolio_facet facet, struct str *ret_words)
{
	struct filter left = *filter;
	struct str words = STR_EMPTY;

	left.choices.n = left.choices.room = 0;
	left.choices.p = NULL;
	for (size_t i = 0; i < filter->choices.n; i++) {
		const struct filter_choice *c = &filter->choices.p[i];
		if (c->facet != facet) {
			VEC_ADD(v->mem, &left.choices, *c);
			continue;
		}
		struct str name = facet_value_name(v->portfolio, v->lang, facet, c->value);
		words = words.n ? str_format(v->mem, "%" PRIstr ", %" PRIstr, STR(words), STR(name))
				: facet_choice_words(v->mem, v->portfolio, v->lang, c);
	}
	*ret_words = words;
	return filter_query(v->mem, &left, 1);
}

static void add_way(struct visit *v, const struct listing *l, struct listing_view *view,
	enum portfolio_facet facet)
{
	struct str words;
	int64_t n = count_without(v->portfolio, &l->filter.passes, facet);

	if (!n)
		return;
	struct str query = query_without(v, &l->filter, facet, &words);
	VEC_ADD(v->mem, &view->ways, ((struct listing_way){words, with_query(v, l, query), n}));
}

// From an empty list the ways on: leaving out one criterion each.
static void fill_ways(struct visit *v, const struct listing *l, struct listing_view *view)
{
	if (l->hits.n || l->filter.is_impossible)
		return;
	for (enum portfolio_facet facet = FACET_COUNTRY; facet <= FACET_HAS; facet++)
		if (chosen_in(&l->filter, facet))
			add_way(v, l, view, facet);
	if (!l->filter.q.n)
		return;
	struct portfolio_filter passes = l->filter.passes;
	struct filter without = l->filter;
	struct lang_arg words = {S("words"), l->filter.q};
	passes.found_rank = NULL;
	without.q = STR_EMPTY;
	int64_t n = count_without(v->portfolio, &passes, FACET_NONE);
	if (n)
		VEC_ADD(v->mem, &view->ways,
			((struct listing_way){
				lang_fill(v->mem, visit_text(v, _("Words: {words}")), &words, 1),
				with_query(v, l, filter_query(v->mem, &without, 1)), n}));
}

// The first, the last, and two on both sides of the current one.
static void fill_pages(struct visit *v, const struct listing *l, struct listing_view *view)
{
	bool was_left_out = false;

	for (size_t i = 1; i <= l->page_n; i++) {
		bool is_near = i + 2 >= l->page && i <= l->page + 2;
		if (i != 1 && i != l->page_n && !is_near) {
			if (!was_left_out)
				VEC_ADD(v->mem, &view->pages,
					((struct page_link){.url = STR_EMPTY, .is_gap = true}));
			was_left_out = true;
			continue;
		}
		was_left_out = false;
		struct str query = filter_query(v->mem, &l->filter, (int64_t)i);
		VEC_ADD(v->mem, &view->pages,
			((struct page_link){
				.url = i == l->page ? STR_EMPTY : with_query(v, l, query),
				.number = (int64_t)i,
			}));
	}
}

struct listing_view listing_view_of(struct visit *v, const struct listing *l)
{
	struct listing_view view = {
		.action = link_to(v->mem, v->lang, l->path),
		.q = l->filter.q,
		.filter = &l->filter,
		.clear = link_to(v->mem, v->lang, l->path),
		.hit_n = l->hits.n,
		.all_n = v->portfolio->n,
		.json = link_as(v->mem, v->page.data, S("json")),
		.csv = link_as(v->mem, v->page.data, S("csv")),
		.is_beyond = l->page > l->page_n,
	};

	fill_fields(v, l, &view);
	fill_order(v, l, &view);
	fill_chips(v, l, &view);
	fill_unknown(v, l, &view);
	fill_ways(v, l, &view);
	fill_pages(v, l, &view);
	return view;
}
