// SPDX-License-Identifier: EUPL-1.2
// desk_list — the records of a kind: narrowed, put in order, in pages.
#include "web/list_facet.h"

#include "base/buf.h"
#include "web/desk_view.h"
#include "web/pages.h"
#include "work/desk/todo.h"

enum { PAGE_N = 50, CELL_MAX = 2000 };

// The columns as the kind has them: what a record is called stands first.
static void columns_default(const struct record_reach *reach, struct list_query *query)
{
	const struct kind *kind = query->kind;

	for (int names = 1; names >= 0; names--)
		for (size_t i = 0; i < kind->property_n; i++) {
			const struct property *p = &kind->property[i];
			bool is_name = p->flags & PROPERTY_NAMES && p->type != PROPERTY_CODE;
			if (p->flags & PROPERTY_LISTED && is_name == names &&
				record_reach_sees(reach, p) && query->column_n < LIST_COLUMNS_MAX)
				query->column[query->column_n++] = p;
		}
}

// The first page of the same list.
static struct list_query from_start(const struct list *l)
{
	struct list_query query = l->query;

	query.page = 1;
	return query;
}

static struct str url_sorted(const struct list *l, const struct property *p, bool descending)
{
	struct list_query query = from_start(l);

	query.sort = p->name;
	query.descending = descending;
	return list_query_url(l->v->mem, &query);
}

static struct str url_in_state(const struct list *l, struct str state)
{
	struct list_query query = from_start(l);

	query.state = state;
	return list_query_url(l->v->mem, &query);
}

static struct str url_of_page(const struct list *l, int64_t page)
{
	struct list_query query = l->query;

	query.page = page;
	return list_query_url(l->v->mem, &query);
}

static void fill_columns(
	const struct list *l, const struct list_query *shown, struct desk_list_view *view)
{
	view->column = NEW_ARRAY(l->v->mem, struct desk_list_column, shown->column_n);
	view->column_n = shown->column_n;
	for (size_t i = 0; i < shown->column_n; i++) {
		const struct property *p = shown->column[i];
		bool is_sorted = str_eq(l->query.sort, p->name);
		view->column[i] = (struct desk_list_column){visit_text(l->v, str_c(p->label)),
			p->flags & PROPERTY_SORTED
				? url_sorted(l, p, is_sorted && !l->query.descending)
				: STR_EMPTY,
			is_sorted, l->query.descending};
	}
}

// Those that were deleted stand behind the states, for bringing them back.
static bool fill_deleted_tab(const struct list *l, struct desk_list_view *view, struct err *err)
{
	int64_t n;

	int64_t live[KIND_N];

	if (!record_count_deleted(l->v->db, l->query.kind, &n, err) ||
		!record_count_kinds(l->v->db, live, err))
		return false;
	for (size_t i = 0; l->query.is_deleted && i < KIND_N; i++)
		if (kind_list[i] == l->query.kind)
			view->tab[0].n = live[i];
	if (n || l->query.is_deleted)
		view->tab[view->tab_n++] = (struct desk_list_tab){visit_text(l->v, _("Deleted")),
			url_in_state(l, S("deleted")), n, l->query.is_deleted};
	return true;
}

// All records and those in each state, so many as the other choices leave.
static void fill_tabs(const struct list *l, struct desk_list_view *view)
{
	const struct kind *kind = l->query.kind;
	int64_t *n = NEW_ARRAY(l->v->mem, int64_t, kind->state_n);
	int64_t all = 0;

	for (size_t i = 0; i < l->pick.n; i++) {
		const struct record_item *item = &l->pick.item[i];
		if (!record_pick_fits(item, l->state_criterion))
			continue;
		all++;
		if (item->state >= 0)
			n[item->state]++;
	}
	view->tab = NEW_ARRAY(l->v->mem, struct desk_list_tab, kind->state_n + 2);
	view->tab[view->tab_n++] = (struct desk_list_tab){
		visit_text(l->v, _("All")), url_in_state(l, STR_EMPTY), all, !l->query.state.n};
	for (size_t i = 0; i < kind->state_n && !l->query.is_deleted; i++) {
		struct str state = kind->state[i].name;
		bool is_current = str_eq(state, l->query.state);
		if (n[i] || is_current)
			view->tab[view->tab_n++] = (struct desk_list_tab){
				visit_text(l->v, str_c(kind->state[i].label)),
				url_in_state(l, state), n[i], is_current};
	}
}

// All values of a property of a record, parted by commas.
static bool cell_text(struct visit *v, const struct record *record, const struct property *p,
	struct str *ret_text, struct err *err)
{
	struct buf text = buf_new(v->mem, CELL_MAX);
	struct str one;
	size_t n = p->flags & PROPERTY_MANY ? record_count(record, p->name) : 0;
	if (n == 0) {
		struct str value = p->flags & PROPERTY_TRANSLATED
			? record_text(record, v->mem, p->name, v->lang->code)
			: record_get(record, p->name);
		return desk_record_short(v, p, value, ret_text, err);
	}
	for (size_t i = 1; i <= n; i++) {
		struct str path = str_format(v->mem, "%" PRIstr ".%zu", STR(p->name), i);
		if (!desk_record_short(v, p, record_get(record, path), &one, err))
			return false;
		if (i > 1)
			buf_add(&text, visit_text(v, _(", ")));
		buf_add(&text, one);
	}
	*ret_text = buf_str(&text);
	return true;
}

static bool row_fill(struct visit *v, const struct list_query *shown,
	const struct record_item *item, struct desk_list_row *row, struct err *err)
{
	struct record *record;
	if (!record_load(v->mem, v->db, item->id, &record, err))
		return false;
	if (!record)
		return err_set(
			err, ERR_DB, "record %lld is in a list and not there", (long long)item->id);
	row->cell = NEW_ARRAY(v->mem, struct desk_list_cell, shown->column_n);
	row->id = item->id;
	row->state = desk_record_state(v, record);
	row->changed = desk_record_day(v->mem, record->changed_at);
	row->is_public = item->is_public;
	row->is_behind = item->is_public && item->is_behind;
	for (size_t i = 0; i < shown->column_n; i++) {
		const struct property *p = shown->column[i];
		row->cell[i].is_date = p->type == PROPERTY_DATE || p->type == PROPERTY_PERIOD;
		if (!cell_text(v, record, p, &row->cell[i].text, err))
			return false;
	}
	if (!shown->column_n)
		return true;
	row->cell[0].url = desk_record_url(v->mem, shown->kind, item->id, STR_EMPTY);
	if (!row->cell[0].text.n)
		row->cell[0].text = desk_record_name(v, record);
	return true;
}

static bool fill_rows(struct list *l, const struct list_query *shown, struct desk_list_view *view,
	struct err *err)
{
	struct record_sort sort = {l->query.sort, l->query.descending};
	struct record_order order;

	if (!record_pick_sort(&l->pick, sort, &order, err))
		return false;
	view->total = (int64_t)order.n;
	view->pages = (view->total + PAGE_N - 1) / PAGE_N;
	view->page = l->query.page;
	size_t from = l->query.page <= view->pages ? (size_t)(l->query.page - 1) * PAGE_N : order.n;
	size_t to = from + PAGE_N < order.n ? from + PAGE_N : order.n;
	view->row = NEW_ARRAY(l->v->mem, struct desk_list_row, PAGE_N);
	for (size_t i = from; i < to; i++)
		if (!row_fill(l->v, shown, order.p[i], &view->row[view->row_n++], err))
			return false;
	view->back = view->page > 1 ? url_of_page(l, view->page - 1) : STR_EMPTY;
	view->on = view->page < view->pages ? url_of_page(l, view->page + 1) : STR_EMPTY;
	return true;
}

// ---- views and columns

static void pair_add(
	struct arena *mem, struct desk_list_pairs *pairs, struct str name, struct str value)
{
	if (value.n)
		VEC_ADD(mem, pairs, ((struct desk_list_pair){name, value}));
}

// What a form keeps of the address besides its own controls.
static void fill_kept(const struct list *l, struct desk_list_view *view)
{
	struct arena *mem = l->v->mem;
	const struct list_query *q = &l->query;
	struct str sort = q->descending ? str_join(mem, S("-"), q->sort) : q->sort;
	struct str view_id = q->view ? str_of_int(mem, q->view) : STR_EMPTY;

	struct desk_list_pairs *both[] = {&view->kept, &view->column_kept};
	for (size_t i = 0; i < 2; i++) {
		pair_add(mem, both[i], S("state"), q->state);
		pair_add(mem, both[i], S("todo"), q->todo);
		pair_add(mem, both[i], S("sort"), sort);
		pair_add(mem, both[i], S("view"), view_id);
	}
	pair_add(mem, &view->kept, S("columns"), visit_param(l->v, S("columns")));
	for (size_t i = 0; i < q->choice_n; i++) {
		const struct list_choice *c = &q->choice[i];
		pair_add(mem, &view->column_kept, c->name, c->value);
		pair_add(mem, &view->column_kept, str_join(mem, c->name, S(".from")), c->from);
		pair_add(mem, &view->column_kept, str_join(mem, c->name, S(".to")), c->to);
	}
	pair_add(mem, &view->column_kept, S("q"), q->words);
	pair_add(mem, &view->column_kept, S("shown"), q->shown);
	pair_add(mem, &view->column_kept, S("mine"), q->is_mine ? S("1") : STR_EMPTY);
}

static void fill_column_options(
	const struct list *l, const struct list_query *shown, struct desk_list_view *view)
{
	const struct kind *kind = shown->kind;

	for (size_t i = 0; i < LIST_COLUMNS_MAX; i++)
		for (size_t k = 0; k < kind->property_n; k++) {
			const struct property *p = &kind->property[k];
			if (list_query_is_column(p) && record_reach_sees(&l->reach, p))
				VEC_ADD(l->v->mem, &view->column_option[i],
					((struct record_option){p->name,
						visit_text(l->v, str_c(p->label)),
						i < shown->column_n && shown->column[i] == p}));
		}
}

// The query of a view, without page and view.
static struct str view_query(const struct list *l)
{
	struct list_query query = from_start(l);

	query.view = 0;
	return list_query_text(l->v->mem, &query);
}

static void fill_views(
	const struct list *l, const struct list_views *views, struct desk_list_view *view)
{
	struct arena *mem = l->v->mem;
	bool is_known = false;

	view->query = view_query(l);
	for (size_t i = 0; i < views->n; i++) {
		const struct list_view *w = &views->p[i];
		bool is_current = l->query.view == w->id;
		is_known |= is_current;
		view->has_default |= w->is_default;
		view->is_changed |= is_current && !str_eq(w->query, view->query);
		VEC_ADD(mem, &view->saved,
			((struct desk_list_saved){.name = w->name,
				.url = desk_view_url(mem, w),
				.post_url = str_format(mem, "%" PRIstr "/views/%lld",
					STR(view->url), (long long)w->id),
				.is_current = is_current,
				.is_default = w->is_default,
				.is_shared = w->is_shared,
				.is_mine = w->account_id == l->v->desk.account->id}));
	}
	view->is_all = !is_known;
	view->all_url = str_join(mem, view->url, S("?view=all"));
	view->save_url = str_join(mem, view->url, S("/views"));
	view->may_share = right_ask(&l->v->desk.holder, RIGHT_SHARE) == RIGHT_GRANTED;
}

// Who asks for the list and nothing else gets it as the default view has it.
static bool default_url(const struct visit *v, const struct list_views *views, struct str *ret_url)
{
	for (size_t i = 0; v->request->param_n == 0 && i < views->n; i++)
		if (views->p[i].is_default) {
			*ret_url = desk_view_url(v->mem, &views->p[i]);
			return true;
		}
	return false;
}

static bool fill(struct list *l, struct desk_list_view *view, struct err *err)
{
	const struct todo_rule *rule = todo_rule_named(l->query.todo);
	struct list_query shown = l->query;

	if (!shown.column_n)
		columns_default(&l->reach, &shown);
	view->todo = rule ? visit_text(l->v, str_c(rule->sentence)) : STR_EMPTY;
	view->todo_help = rule ? visit_text(l->v, str_c(rule->help)) : STR_EMPTY;
	fill_columns(l, &shown, view);
	fill_tabs(l, view);
	if (!fill_deleted_tab(l, view, err))
		return false;
	fill_kept(l, view);
	fill_column_options(l, &shown, view);
	return list_facet_fill(l, view, err) && fill_rows(l, &shown, view, err);
}

bool desk_list_find(
	struct visit *v, const struct kind *kind, struct record_lines *ret_lines, struct err *err)
{
	struct list l = {.v = v, .reach = desk_record_reach(v, kind)};
	struct record_order order;
	struct record_lines lines = {0};

	list_query_read(v, kind, &l.reach, &l.query);
	if (!list_facet_pick(&l, err) ||
		!record_pick_sort(&l.pick, (struct record_sort){l.query.sort, l.query.descending},
			&order, err))
		return false;
	for (size_t i = 0; i < order.n; i++)
		VEC_ADD(v->mem, &lines,
			((struct record_line){.id = order.p[i]->id, .kind = kind->name}));
	*ret_lines = lines;
	return true;
}

// The same records as a file.
static struct str export_url(const struct list *l, const char *format)
{
	struct arena *mem = l->v->mem;
	struct str url = list_query_url_behind(mem, &l->query, S("/export"));
	char mark = str_find_char(url, '?', 0) == STR_NONE ? '?' : '&';

	return str_format(mem, "%" PRIstr "%cformat=%s", STR(url), mark, format);
}

bool desk_list_show(struct visit *v, struct err *err)
{
	const struct kind *kind = desk_record_kind(v);
	struct list l = {.v = v};
	struct list_views views;
	struct str url;
	if (!kind)
		return visit_not_found(v, err);
	if (!list_view_load(v->mem, v->db, v->desk.account->id, kind->name, &views, err))
		return false;
	if (default_url(v, &views, &url))
		return visit_redirect(v, 302, url);
	l.reach = desk_record_reach(v, kind);
	list_query_read(v, kind, &l.reach, &l.query);
	struct desk_list_view view = {.title = visit_text(v, str_c(kind->many)),
		.help = visit_text(v, str_c(kind->help)),
		.url = str_join(v->mem, S("/desk/records/"), kind->address),
		.words = l.query.words,
		.state = l.query.state,
		.form = desk_layout_form(v),
		.is_narrowed = list_query_is_narrowed(&l.query)};
	view.csv_url = export_url(&l, "csv");
	view.book_url = export_url(&l, "xlsx");
	if (l.reach.may_write) {
		view.new_url = str_join(v->mem, view.url, S("/new/edit"));
		view.import_url = str_join(v->mem, view.url, S("/import"));
		view.bulk_url = list_query_url_behind(v->mem, &l.query, S("/bulk"));
	}
	if (!list_facet_pick(&l, err) || !fill(&l, &view, err))
		return false;
	fill_views(&l, &views, &view);
	v->page.title = view.title;
	v->page.section = S("/desk/records");
	v->page.script = S("list.js");
	desk_list_page(&v->t, &view);
	return visit_html(v, err);
}
