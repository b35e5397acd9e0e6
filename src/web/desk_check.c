// SPDX-License-Identifier: EUPL-1.2
// desk_check — a waiting table as a diff: per row what it would do, and the rows that are accepted.
#include "web/desk_sheet.h"

#include "web/pages.h"

enum { PAGE_N = 100, WAIT_MS = 1000, CHANGES_N = 40, ACCEPT_MAX = 5000 };

struct checking {
	struct visit *v;
	const struct kind *kind;
	struct sheet_scope scope;
	struct record_reach reach;
	struct sheet_words words;
	struct sheet_pending *pending;
	struct sheet_pending_rows rows;
	int64_t page;
};

static bool checking_load(struct visit *v, struct checking *c, struct err *err)
{
	*c = (struct checking){.v = v, .kind = desk_sheet_kind(v), .page = 1};
	if (!c->kind || !desk_sheet_pending(v, c->kind, &c->pending, err))
		return !c->kind;
	if (!c->pending)
		return true;
	c->scope = desk_sheet_scope(v, c->kind);
	c->reach = desk_record_reach(v, c->kind);
	c->words = sheet_words_new(v->mem, v->db, &c->scope);
	if (!str_int(visit_param(v, S("page")), &c->page) || c->page < 1 ||
		c->page > SHEET_ROWS_MAX)
		c->page = 1;
	return sheet_pending_list(v->mem, v->db, c->pending->id, &c->rows, err);
}

// ---- the page

static struct str column_label(const struct checking *c, struct str path)
{
	struct sheet_column column;
	if (sheet_column_at(&c->scope, path, &column))
		return sheet_column_label(c->v->mem, c->v->lang, &column);
	// A rule may speak of all of a property's values.
	const struct property *property = property_named(
		c->kind->property, c->kind->property_n, path);
	if (property && record_reach_sees(&c->reach, property))
		return visit_text(c->v, str_c(property->label));
	return STR_EMPTY;
}

static void fill_wrong(
	const struct checking *c, const struct sheet_verdict *verdict, struct desk_check_row *row)
{
	for (size_t i = 0; i < verdict->wrong.n; i++) {
		struct finding one = verdict->wrong.p[i];
		one.rule = column_label(c, one.rule);
		one.message = visit_text(c->v, one.message);
		VEC_ADD(c->v->mem, &row->wrong, one);
	}
}

// In words, long texts shortened, and not more of them than can be read.
static bool fill_changes(const struct checking *c, const struct changes *changes,
	struct changes *ret_words, struct err *err)
{
	struct changes some = *changes;
	some.n = some.n < CHANGES_N ? some.n : CHANGES_N;
	return desk_history_changes(c->v, c->kind, &c->reach, &some, ret_words, err);
}

static bool fill_row(const struct checking *c, const struct sheet_preview_row *from,
	struct desk_check_row *row, struct err *err)
{
	struct visit *v = c->v;
	const struct sheet_verdict *verdict = &from->verdict;
	const struct record *now = verdict->now;
	*row = (struct desk_check_row){.number = from->number,
		.outcome = verdict->outcome,
		.tick = str_format(v->mem, "%lld.%016llx", (long long)from->number,
			(unsigned long long)verdict->mark),
		.name = now ? desk_record_name(v, now)
			: record_reach_names(&c->reach, c->kind) && verdict->after.n
			? record_name(v->mem, &verdict->after, v->lang->code)
			: STR_EMPTY,
		.url = now ? desk_record_url(v->mem, c->kind, now->id, STR_EMPTY) : STR_EMPTY,
		.move = verdict->publishes ? visit_text(v, str_c(SHEET_PUBLISH_LABEL))
			: verdict->move    ? visit_text(v, str_c(verdict->move->label))
					   : STR_EMPTY,
		.seen = verdict->seen,
		.now = now ? now->version : 0};
	fill_wrong(c, verdict, row);
	return fill_changes(c, &verdict->change, &row->change, err) &&
		fill_changes(c, &verdict->both, &row->both, err);
}

static struct str page_url(const struct checking *c, int64_t page)
{
	return str_format(c->v->mem, "%" PRIstr "?page=%lld",
		STR(desk_sheet_url(c->v, c->kind, "/import/check")), (long long)page);
}

static void fill_pages(
	const struct checking *c, const struct sheet_preview *preview, struct desk_check_view *view)
{
	view->page = c->page;
	view->pages = ((int64_t)preview->total + PAGE_N - 1) / PAGE_N;
	view->back = c->page > 1 ? page_url(c, c->page - 1) : STR_EMPTY;
	view->on = c->page < view->pages ? page_url(c, c->page + 1) : STR_EMPTY;
	if (view->pages > 1 && preview->good.n) {
		view->all = str_format(c->v->mem, "%016llx", (unsigned long long)preview->mark);
		view->all_n = (int64_t)preview->good.n;
	}
}

static bool check_send(struct checking *c, struct err *err)
{
	struct visit *v = c->v;
	struct sheet_preview preview;
	if (!sheet_preview(&c->words, c->pending, &c->rows, (size_t)(c->page - 1) * PAGE_N, PAGE_N,
		    &preview, err))
		return false;
	struct desk_check_view view = {.title = visit_text(v, str_c(c->kind->many)),
		.list_url = desk_sheet_url(v, c->kind, ""),
		.url = desk_sheet_url(v, c->kind, "/import/check"),
		.columns_url = c->pending->head.n ? desk_sheet_url(v, c->kind, "/import/columns")
						  : STR_EMPTY,
		.forget_url = desk_sheet_url(v, c->kind, "/import/forget"),
		.file = c->pending->why,
		.form = desk_layout_form(v),
		.new_n = (int64_t)preview.count[SHEET_NEW],
		.changed_n = (int64_t)preview.count[SHEET_CHANGED],
		.same_n = (int64_t)preview.count[SHEET_SAME],
		.conflict_n = (int64_t)preview.count[SHEET_CONFLICT],
		.wrong_n = (int64_t)preview.count[SHEET_WRONG]};
	view.row = NEW_ARRAY(v->mem, struct desk_check_row, preview.row.n);
	for (; view.row_n < preview.row.n; view.row_n++) {
		if (!fill_row(c, &preview.row.p[view.row_n], &view.row[view.row_n], err))
			return false;
		view.has_ticks |= view.row[view.row_n].outcome != SHEET_WRONG;
	}
	fill_pages(c, &preview, &view);
	v->page.title = visit_text(v, _("What the table would change"));
	v->page.section = S("/desk/records");
	desk_check_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_check_show(struct visit *v, struct err *err)
{
	struct checking c;
	if (!checking_load(v, &c, err))
		return false;
	if (!c.pending)
		return c.kind ? visit_see_other(v, desk_sheet_url(v, c.kind, "/import"))
			      : visit_not_found(v, err);
	return check_send(&c, err);
}

// ---- accepted

static bool read_hex(struct str text, uint64_t *ret_value)
{
	uint64_t value = 0;
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if (!char_is_digit(c) && (c < 'a' || c > 'f'))
			return false;
		value = value << 4 | (uint64_t)(char_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	*ret_value = value;
	return text.n == 16;
}

static struct sheet_ticks read_ticks(const struct visit *v)
{
	struct sheet_ticks ticks = {.n = 0};
	for (size_t i = 0; i < v->form.n; i++) {
		struct str value = v->form.p[i].value;
		size_t dot = str_find_char(value, '.', 0);
		struct sheet_tick tick;
		if (str_eq(v->form.p[i].name, S("row")) && dot != STR_NONE &&
			str_int(str_sub(value, 0, dot), &tick.number) &&
			read_hex(str_from(value, dot + 1), &tick.mark))
			VEC_ADD(v->mem, &ticks, tick);
	}
	return ticks;
}

// All that is good on all pages, if it is what was seen; else none.
static bool read_all(
	struct checking *c, struct str mark, struct sheet_ticks *ret_ticks, struct err *err)
{
	struct sheet_preview preview;
	uint64_t seen;
	if (!sheet_preview(&c->words, c->pending, &c->rows, 0, 0, &preview, err))
		return false;
	bool is_seen = read_hex(mark, &seen) && seen == preview.mark;
	*ret_ticks = is_seen ? preview.good : (struct sheet_ticks){.n = 0};
	// The rest stays on the page, with the same button.
	if (ret_ticks->n > ACCEPT_MAX)
		ret_ticks->n = ACCEPT_MAX;
	return true;
}

// A table of which nothing is left to do waits no longer.
static bool drop_when_done(struct checking *c, bool *ret_dropped, struct err *err)
{
	struct sheet_preview preview;
	AUTO_TXN txn = {0};
	if (!sheet_pending_list(c->v->mem, c->words.db, c->pending->id, &c->rows, err) ||
		!sheet_preview(&c->words, c->pending, &c->rows, 0, 0, &preview, err))
		return false;
	*ret_dropped = preview.total == 0;
	return preview.total > 0 ||
		(db_begin(c->words.db, WAIT_MS, &txn, err) &&
			sheet_pending_drop(c->words.db, c->pending, err) && db_commit(&txn, err));
}

bool desk_check_accept(struct visit *v, struct err *err)
{
	struct checking c;
	struct people_act act;
	size_t saved = 0;
	bool dropped;
	if (!checking_load(v, &c, err))
		return false;
	if (!c.pending)
		return c.kind ? visit_see_other(v, desk_sheet_url(v, c.kind, "/import"))
			      : visit_not_found(v, err);
	struct str all = visit_field(v, S("all"));
	struct sheet_ticks ticks = read_ticks(v);
	struct sheet_by by = {v->desk.account->id, v->now};
	if ((all.n && !read_all(&c, all, &ticks, err)) || !visit_act(v, &act, err))
		return false;
	// What is saved is judged by what stands there in that moment.
	c.words = sheet_words_new(v->mem, act.db, &c.scope);
	if (!sheet_accept(&c.words, c.pending, &ticks, &by, &saved, err) ||
		!drop_when_done(&c, &dropped, err))
		return false;
	const char *done = !ticks.n ? "none" : saved < ticks.n ? "some-rows" : "rows";
	return visit_see_other(v,
		str_format(v->mem, "%" PRIstr "?done=%s",
			STR(desk_sheet_url(v, c.kind, dropped ? "" : "/import/check")), done));
}
