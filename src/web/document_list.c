// SPDX-License-Identifier: EUPL-1.2
// document_list — the outputs of the actions that pass the shared filter, by two criteria more:
// ?output= is their type, ?stage= how far they have come.
#include "web/document_list.h"

#include "model/code.h"
#include "web/links.h"
#include "web/pages.h"

enum { DOCUMENT_PAGE = 100 };

static const struct {
	struct str name, title;
	const struct code_list *list;
} fields[DOCUMENT_FIELDS] = {
	[DOCUMENT_TYPE] = {S_INIT("output"), S_INIT(N_("Type of output")), &code_output_types},
	[DOCUMENT_STAGE] = {S_INIT("stage"), S_INIT(N_("Stage")), &code_output_statuses},
};

static int value_of(const struct output_row *row, size_t field)
{
	return field == DOCUMENT_TYPE ? row->type : row->status;
}

// Does the row meet the criteria, one of them left out (DOCUMENT_FIELDS: none)?
static bool passes(
	const struct output_row *row, const struct document_list_view *view, size_t except)
{
	for (size_t i = 0; i < DOCUMENT_FIELDS; i++) {
		struct str chosen = view->field[i].chosen;
		if (i != except && chosen.n &&
			code_index(fields[i].list, chosen) != value_of(row, i))
			return false;
	}
	return true;
}

static void fill_options(struct visit *v, const struct output_rows *rows, size_t field,
	struct document_list_view *view)
{
	struct document_field *f = &view->field[field];
	const struct code_list *list = fields[field].list;
	int64_t *n = NEW_ARRAY(v->mem, int64_t, *list->n + 1);

	for (size_t i = 0; i < rows->n; i++) {
		int value = value_of(&rows->p[i], field);
		if (value != CODE_NONE && passes(&rows->p[i], view, field))
			n[value]++;
	}
	for (size_t i = 0; i < *list->n; i++) {
		bool is_chosen = str_eq(list->code[i].slug, f->chosen);
		if (n[i] || is_chosen)
			VEC_ADD(v->mem, &f->options,
				((struct document_option){list->code[i].slug,
					code_name(&list->code[i], v->lang->code), n[i],
					is_chosen}));
	}
}

static void read_fields(struct visit *v, struct listing *l, struct document_list_view *view)
{
	for (size_t i = 0; i < DOCUMENT_FIELDS; i++) {
		struct str chosen = filter_keep(v->mem, &l->filter, v->request, fields[i].name);
		view->field[i].name = fields[i].name;
		view->field[i].title = visit_text(v, fields[i].title);
		view->field[i].chosen = chosen;
		view->field[i].is_known = !chosen.n ||
			code_index(fields[i].list, chosen) != CODE_NONE;
	}
}

// The address of the page without one of its own criteria.
static struct str without_field(struct visit *v, const struct listing *l, struct str name)
{
	struct filter left = l->filter;

	left.page = 1;
	left.kept.p = NULL;
	left.kept.n = left.kept.room = 0;
	for (size_t i = 0; i < l->filter.kept.n; i++)
		if (!str_eq(l->filter.kept.p[i].name, name))
			VEC_ADD(v->mem, &left.kept, l->filter.kept.p[i]);
	return link_listing(v->mem, v->lang, l->path, &left);
}

static void fill_chip(
	struct visit *v, const struct listing *l, size_t field, struct document_list_view *view)
{
	const struct document_field *f = &view->field[field];
	const struct lang_arg args[] = {{S("criterion"), f->title},
		{S("value"), code_name_of(fields[field].list, f->chosen, v->lang->code)}};

	if (!f->chosen.n)
		return;
	VEC_ADD(v->mem, &view->listing.chips,
		((struct listing_chip){
			lang_fill(v->mem, visit_text(v, _("{criterion}: {value}")), args, 2),
			without_field(v, l, f->name)}));
	if (!f->is_known)
		VEC_ADD(v->mem, &view->listing.unknown,
			lang_fill(v->mem,
				visit_text(v,
					_("The register knows no value “{value}” of the "
					  "criterion “{criterion}”, so nothing can meet it.")),
				args, 2));
}

static void cut_page(struct listing *l, size_t n)
{
	l->page_n = n ? (n + DOCUMENT_PAGE - 1) / DOCUMENT_PAGE : 1;
	l->from = (l->page - 1) * DOCUMENT_PAGE;
	if (l->from > n)
		l->from = n;
	l->to = l->from + DOCUMENT_PAGE < n ? l->from + DOCUMENT_PAGE : n;
}

static void fill_groups(struct visit *v, const struct listing *l, struct document_list_view *view)
{
	const struct output_rows *rows = &view->rows;

	for (size_t i = 0, end; i < rows->n; i = end) {
		for (end = i + 1; end < rows->n && rows->p[end].type == rows->p[i].type;)
			end++;
		if (end <= l->from || i >= l->to)
			continue;
		VEC_ADD(v->mem, &view->groups,
			((struct document_group){
				.name = code_name_many(
					&output_type_table[rows->p[i].type], v->lang->code),
				.n = (int64_t)(end - i),
				.from = i > l->from ? i : l->from,
				.to = end < l->to ? end : l->to,
			}));
	}
}

static int64_t count_outputs(const struct portfolio *p)
{
	int64_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		n += p->action[i].output_n;
	return n;
}

static bool send_page(
	struct visit *v, struct listing *l, struct document_list_view *view, struct err *err)
{
	bool is_filtered = l->filter.choices.n || l->filter.q.n || l->filter.kept.n;

	cut_page(l, view->rows.n);
	view->listing = listing_view_of(v, l);
	view->listing.hit_n = view->rows.n;
	for (size_t i = 0; i < DOCUMENT_FIELDS; i++)
		fill_chip(v, l, i, view);
	fill_groups(v, l, view);
	view->action = str_join(v->mem, link_to(v->mem, v->lang, l->path), S("#outputs"));
	view->has_downloads = !is_filtered && l->page == 1;
	view->all_n = count_outputs(v->portfolio);
	view->is_foreign = parts_is_foreign(v->lang);
	v->page.title = visit_text(v, _("Documents"));
	v->page.description = visit_text(v,
		_("Publications that the pages offer, and the strategies, "
		  "laws, manuals and other outputs of the actions."));
	v->page.section = S("documents");
	v->page.search = l->filter.q;
	v->page.is_unlisted = view->rows.n == 0;
	document_list_page(&v->t, view);
	return visit_html(v, err);
}

// Documents and downloads belong to no action: a criterion leaves outputs only.
static bool send_data(
	struct visit *v, const struct listing *l, struct document_list_view *view, struct err *err)
{
	struct listing cut = *l;

	if (l->filter.choices.n || l->filter.q.n || l->filter.kept.n)
		view->downloads.n = view->published.n = 0;
	cut_page(&cut, view->published.n + view->downloads.n + view->rows.n);
	struct document_data data = {
		.published = &view->published,
		.downloads = &view->downloads,
		.rows = &view->rows,
		.page = (int64_t)cut.page,
		.page_n = (int64_t)cut.page_n,
		.from = cut.from,
		.to = cut.to,
	};
	if (l->format == VISIT_JSON)
		return document_data_json(v, &data, err);
	return document_data_csv(v, &data, err);
}

bool document_list(struct visit *v, struct err *err)
{
	struct document_list_view view = {0};
	struct output_rows all;
	struct listing l;

	if (!listing_read(v, S("/documents"), SORT_PLACE, &l, err))
		return false;
	read_fields(v, &l, &view);
	v->page.data = link_listing(v->mem, v->lang, l.path, &l.filter);
	if (!library_outputs(v, &l, &all, err) || !library_downloads(v, &view.downloads, err) ||
		!published_all(v, &view.published, err))
		return false;
	for (size_t i = 0; i < DOCUMENT_FIELDS; i++)
		fill_options(v, &all, i, &view);
	for (size_t i = 0; i < all.n; i++)
		if (passes(&all.p[i], &view, DOCUMENT_FIELDS))
			VEC_ADD(v->mem, &view.rows, all.p[i]);
	if (l.format != VISIT_HTML)
		return send_data(v, &l, &view, err);
	return send_page(v, &l, &view, err);
}
