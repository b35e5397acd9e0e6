// SPDX-License-Identifier: EUPL-1.2
// desk_list — the records of a kind: narrowed, put in order, in pages.
#include "web/desk_record.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "format/escape.h"
#include "model/country.h"
#include "web/pages.h"

enum { PAGE_N = 50, FILTERS_MAX = 32, QUERY_MAX = 2000 };

struct list {
	struct visit *v;
	const struct kind *kind;
	struct record_reach reach;
	const struct property **listed; // columns: the names first
	size_t listed_n;
	struct record_filter filter[FILTERS_MAX];
	size_t filter_n;
	struct str words, state, sort;
	bool descending;
	int64_t page;
};

// A property by which this visitor can narrow the list through a choice.
static bool is_choice(const struct list *l, const struct property *p)
{
	return p->flags & PROPERTY_FILTERED && record_reach_sees(&l->reach, p) &&
		(p->type == PROPERTY_CODE || p->type == PROPERTY_COUNTRY);
}

static struct str part_name(
	const struct list *l, const struct property *rows, const struct property *part)
{
	return str_format(l->v->mem, "%" PRIstr ".%" PRIstr, STR(rows->name), STR(part->name));
}

static void filter_add(struct list *l, struct str name)
{
	struct str key = visit_param(l->v, name);
	if (key.n && l->filter_n < FILTERS_MAX)
		l->filter[l->filter_n++] = (struct record_filter){name, key};
}

static void filters_read(struct list *l)
{
	for (size_t i = 0; i < l->kind->property_n; i++) {
		const struct property *p = &l->kind->property[i];
		if (is_choice(l, p))
			filter_add(l, p->name);
		for (size_t k = 0; k < p->part_n; k++)
			if (is_choice(l, &p->part[k]))
				filter_add(l, part_name(l, p, &p->part[k]));
	}
}

static void query_read(struct list *l)
{
	int64_t page;
	filters_read(l);
	l->words = visit_param(l->v, S("q"));
	l->state = visit_param(l->v, S("state"));
	if (kind_state(l->kind, l->state) < 0)
		l->state = STR_EMPTY;
	struct str sort = visit_param(l->v, S("sort"));
	l->descending = str_starts(sort, S("-"));
	sort = str_from(sort, l->descending);
	const struct property *by = property_named(l->kind->property, l->kind->property_n, sort);
	bool can_sort = by && by->flags & PROPERTY_SORTED && record_reach_sees(&l->reach, by);
	l->sort = can_sort ? by->name : STR_EMPTY;
	l->page = str_int(visit_param(l->v, S("page")), &page) && page > 0 ? page : 1;
}

// What a record is called stands first, and leads to it.
static void listed_find(struct list *l)
{
	l->listed = NEW_ARRAY(l->v->mem, const struct property *, l->kind->property_n);
	for (int names = 1; names >= 0; names--)
		for (size_t i = 0; i < l->kind->property_n; i++) {
			const struct property *p = &l->kind->property[i];
			bool is_name = p->flags & PROPERTY_NAMES && p->type != PROPERTY_CODE;
			if (p->flags & PROPERTY_LISTED && is_name == names &&
				record_reach_sees(&l->reach, p))
				l->listed[l->listed_n++] = p;
		}
}

static void query_add(struct out *url, char *mark, struct str name, struct str value)
{
	if (!value.n)
		return;
	out_format(url, "%c%" PRIstr "=", *mark, STR(name));
	escape_url_part(url, value);
	*mark = '&';
}

// The address of this list in another state, order or page.
static struct str url_with(
	const struct list *l, struct str state, struct str sort, bool descending, int64_t page)
{
	struct arena *mem = l->v->mem;
	struct out url = out_memory(mem, QUERY_MAX);
	char mark = '?';
	out_format(&url, "/desk/records/%" PRIstr, STR(l->kind->address));
	query_add(&url, &mark, S("q"), l->words);
	query_add(&url, &mark, S("state"), state);
	for (size_t i = 0; i < l->filter_n; i++)
		query_add(&url, &mark, l->filter[i].property, l->filter[i].key);
	if (sort.n)
		query_add(&url, &mark, S("sort"), descending ? str_join(mem, S("-"), sort) : sort);
	if (page > 1)
		query_add(&url, &mark, S("page"), str_of_int(mem, page));
	return out_str(&url);
}

static bool is_chosen(const struct list *l, struct str name, struct str value)
{
	return str_eq(visit_param(l->v, name), value);
}

static void option_add(
	const struct list *l, struct desk_list_filter *f, struct str value, struct str text)
{
	VEC_ADD(l->v->mem, &f->option,
		((struct record_option){value, text, is_chosen(l, f->name, value)}));
}

static struct desk_list_filter filter_of(
	const struct list *l, const struct property *p, struct str name)
{
	struct desk_list_filter f = {
		.name = name, .label = visit_text(l->v, str_c(p->label)), .option = {0}};
	struct str lang = l->v->lang->code;
	if (p->type == PROPERTY_CODE) {
		for (size_t i = 0; i < *p->codes->n; i++)
			option_add(
				l, &f, p->codes->code[i].slug, code_name(&p->codes->code[i], lang));
		return f;
	}
	int *order = NEW_ARRAY(l->v->mem, int, country_table_n);
	for (size_t i = 0; i < country_table_n; i++)
		order[country_rank((int)i, lang)] = (int)i;
	for (size_t i = 0; i < country_table_n; i++)
		option_add(l, &f, country_table[order[i]].iso2, country_name(order[i], lang));
	return f;
}

static void fill_filters(const struct list *l, struct desk_list_view *view)
{
	struct desk_list_filter *filter = NEW_ARRAY(
		l->v->mem, struct desk_list_filter, FILTERS_MAX);
	size_t n = 0;
	for (size_t i = 0; i < l->kind->property_n && n < FILTERS_MAX; i++) {
		const struct property *p = &l->kind->property[i];
		if (is_choice(l, p))
			filter[n++] = filter_of(l, p, p->name);
		for (size_t k = 0; k < p->part_n && n < FILTERS_MAX; k++)
			if (is_choice(l, &p->part[k]))
				filter[n++] = filter_of(
					l, &p->part[k], part_name(l, p, &p->part[k]));
	}
	view->filter = filter;
	view->filter_n = n;
}

static void fill_columns(const struct list *l, struct desk_list_view *view)
{
	view->column = NEW_ARRAY(l->v->mem, struct desk_list_column, l->listed_n);
	view->column_n = l->listed_n;
	for (size_t i = 0; i < l->listed_n; i++) {
		const struct property *p = l->listed[i];
		bool is_sorted = str_eq(l->sort, p->name);
		view->column[i] = (struct desk_list_column){visit_text(l->v, str_c(p->label)),
			p->flags & PROPERTY_SORTED
				? url_with(l, l->state, p->name, is_sorted && !l->descending, 1)
				: STR_EMPTY,
			is_sorted, l->descending};
	}
}

// All records and those in each state, so many as the other choices leave.
static void fill_tabs(
	const struct list *l, const struct record_lines *lines, struct desk_list_view *view)
{
	const struct kind *kind = l->kind;
	view->tab = NEW_ARRAY(l->v->mem, struct desk_list_tab, kind->state_n + 1);
	view->tab[view->tab_n++] = (struct desk_list_tab){visit_text(l->v, _("All")),
		url_with(l, STR_EMPTY, l->sort, l->descending, 1), (int64_t)lines->n, !l->state.n};
	for (size_t i = 0; i < kind->state_n; i++) {
		struct str state = kind->state[i].name;
		bool is_current = str_eq(state, l->state);
		int64_t n = 0;
		for (size_t k = 0; k < lines->n; k++)
			n += str_eq(lines->p[k].state, state);
		if (n || is_current)
			view->tab[view->tab_n++] = (struct desk_list_tab){
				visit_text(l->v, str_c(kind->state[i].label)),
				url_with(l, state, l->sort, l->descending, 1), n, is_current};
	}
}

// Leaves the records whose name has the words, however they are written. Who may not see the names
// finds nothing by them.
static void lines_search(const struct list *l, struct record_lines *lines)
{
	struct arena *mem = l->v->mem;
	struct str words = utf8_fold(mem, l->words);
	bool has_names = record_reach_names(&l->reach, l->kind);
	size_t n = 0;
	for (size_t i = 0; l->words.n && i < lines->n; i++) {
		struct str name = has_names ? utf8_fold(mem, lines->p[i].name) : STR_EMPTY;
		if (str_find(name, words, 0) != STR_NONE)
			lines->p[n++] = lines->p[i];
	}
	lines->n = l->words.n ? n : lines->n;
}

static void lines_in_state(const struct list *l, struct record_lines *lines)
{
	size_t n = 0;
	for (size_t i = 0; i < lines->n; i++)
		if (!l->state.n || str_eq(lines->p[i].state, l->state))
			lines->p[n++] = lines->p[i];
	lines->n = n;
}

// All values of a property of a record, parted by commas.
static bool cell_text(struct visit *v, const struct record *record, const struct property *p,
	struct str *ret_text, struct err *err)
{
	struct buf text = buf_new(v->mem, QUERY_MAX);
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

static bool row_fill(const struct list *l, const struct record_line *line,
	struct desk_list_row *row, struct err *err)
{
	struct visit *v = l->v;
	struct record *record;
	if (!record_load(v->mem, v->db, line->id, &record, err))
		return false;
	if (!record)
		return err_set(
			err, ERR_DB, "record %lld is in a list and not there", (long long)line->id);
	row->cell = NEW_ARRAY(v->mem, struct desk_list_cell, l->listed_n);
	row->state = desk_record_state(v, record);
	row->changed = desk_record_day(v->mem, line->changed_at);
	row->is_public = line->public_version > 0;
	row->is_behind |= row->is_public && record_is_behind(line);
	for (size_t i = 0; i < l->listed_n; i++) {
		const struct property *p = l->listed[i];
		row->cell[i].is_date = p->type == PROPERTY_DATE || p->type == PROPERTY_PERIOD;
		if (!cell_text(v, record, p, &row->cell[i].text, err))
			return false;
	}
	if (!l->listed_n)
		return true;
	row->cell[0].url = desk_record_url(v->mem, l->kind, line->id, STR_EMPTY);
	if (!row->cell[0].text.n)
		row->cell[0].text = desk_record_name(v, record);
	return true;
}

// An action is as the public sees it when its parts are.
static void mark_behind(const struct record_lines *behind, int64_t id, struct desk_list_row *row)
{
	for (size_t i = 0; i < behind->n; i++)
		row->is_behind |= behind->p[i].owner_id == id && record_is_behind(&behind->p[i]);
}

static bool fill_rows(const struct list *l, const struct record_lines *lines,
	struct desk_list_view *view, struct err *err)
{
	struct record_lines behind;
	size_t from = (size_t)(l->page - 1) * PAGE_N;
	size_t to = from + PAGE_N < lines->n ? from + PAGE_N : lines->n;
	if (!record_unpublished(l->v->mem, l->v->db, 0, &behind, err))
		return false;
	view->row = NEW_ARRAY(l->v->mem, struct desk_list_row, PAGE_N);
	for (size_t i = from; i < to; i++) {
		struct desk_list_row *row = &view->row[view->row_n++];
		mark_behind(&behind, lines->p[i].id, row);
		if (!row_fill(l, &lines->p[i], row, err))
			return false;
	}
	view->total = (int64_t)lines->n;
	view->page = l->page;
	view->pages = (view->total + PAGE_N - 1) / PAGE_N;
	view->back = l->page > 1 ? url_with(l, l->state, l->sort, l->descending, l->page - 1)
				 : STR_EMPTY;
	view->on = l->page < view->pages
		? url_with(l, l->state, l->sort, l->descending, l->page + 1)
		: STR_EMPTY;
	return true;
}

static bool fill_lines(const struct list *l, struct desk_list_view *view, struct err *err)
{
	struct record_lines lines;
	struct record_query query = {.kind = l->kind,
		.filter = l->filter,
		.filter_n = l->filter_n,
		.sort = l->sort,
		.descending = l->descending};
	if (!record_list(l->v->mem, l->v->db, &query, &lines, err))
		return false;
	lines_search(l, &lines);
	fill_tabs(l, &lines, view);
	lines_in_state(l, &lines);
	return fill_rows(l, &lines, view, err);
}

bool desk_list_show(struct visit *v, struct err *err)
{
	struct list l = {.v = v, .kind = desk_record_kind(v)};
	if (!l.kind)
		return visit_not_found(v, err);
	l.reach = desk_record_reach(v, l.kind);
	listed_find(&l);
	query_read(&l);
	struct desk_list_view view = {.title = visit_text(v, str_c(l.kind->many)),
		.help = visit_text(v, str_c(l.kind->help)),
		.url = str_join(v->mem, S("/desk/records/"), l.kind->address),
		.words = l.words,
		.state = l.state,
		.form = desk_layout_form(v),
		.is_narrowed = l.filter_n > 0 || l.words.n || l.state.n};
	if (l.reach.may_write)
		view.new_url = str_join(v->mem, view.url, S("/new/edit"));
	fill_filters(&l, &view);
	fill_columns(&l, &view);
	if (!fill_lines(&l, &view, err))
		return false;
	v->page.title = view.title;
	v->page.section = view.url;
	desk_list_page(&v->t, &view);
	return visit_html(v, err);
}
