// SPDX-License-Identifier: EUPL-1.2
// desk_bulk — one change to many records: chosen here, then looked at and accepted like a table that was brought.
#include "web/desk_sheet.h"

#include "base/buf.h"
#include "web/pages.h"
#include "work/desk/publish.h"

enum { COLUMNS_TEXT_MAX = 64 * 1024 };

struct bulk {
	struct visit *v;
	const struct kind *kind;
	struct record_reach reach;
	struct record_lines line;
	bool is_all;
};

// The ticked records, or all that the list of the address shows.
static bool bulk_load(struct visit *v, struct bulk *b, struct err *err)
{
	struct record_lines all;
	*b = (struct bulk){
		.v = v, .kind = desk_sheet_kind(v), .is_all = visit_field(v, S("all")).n > 0};
	if (!b->kind)
		return true;
	b->reach = desk_record_reach(v, b->kind);
	if (!desk_list_find(v, b->kind, &all, err))
		return false;
	if (b->is_all) {
		b->line = all;
		return true;
	}
	for (size_t i = 0; i < v->form.n; i++) {
		int64_t id;
		if (!str_eq(v->form.p[i].name, S("record")) || !str_int(v->form.p[i].value, &id))
			continue;
		for (size_t k = 0; k < all.n; k++)
			if (all.p[k].id == id)
				VEC_ADD(v->mem, &b->line, all.p[k]);
	}
	return true;
}

// ---- what can be chosen

static bool is_field(const struct bulk *b, const struct property *p)
{
	return record_reach_sees(&b->reach, p) && p->type != PROPERTY_ROWS &&
		p->type != PROPERTY_FILE && !(p->flags & PROPERTY_UNIQUE);
}

// The property that was chosen, or NULL.
static const struct property *chosen_field(const struct bulk *b)
{
	const struct property *p = property_named(
		b->kind->property, b->kind->property_n, visit_field(b->v, S("field")));
	return p && is_field(b, p) ? p : NULL;
}

static void fill_fields(const struct bulk *b, struct desk_bulk_view *view)
{
	struct str chosen = visit_field(b->v, S("field"));
	for (size_t i = 0; i < b->kind->property_n; i++) {
		const struct property *p = &b->kind->property[i];
		if (is_field(b, p))
			VEC_ADD(b->v->mem, &view->field,
				((struct record_option){p->name, visit_text(b->v, str_c(p->label)),
					str_eq(p->name, chosen)}));
	}
}

static void fill_moves(const struct bulk *b, struct desk_bulk_view *view)
{
	for (size_t i = 0; i < b->kind->move_n; i++) {
		const struct move *move = &b->kind->move[i];
		if (right_ask(&b->v->desk.holder, (enum right)move->right) == RIGHT_GRANTED)
			VEC_ADD(b->v->mem, &view->move,
				((struct record_option){
					move->name, visit_text(b->v, str_c(move->label)), false}));
	}
	if (b->kind->publishing == PUBLISHED_BY_STEP &&
		right_ask(&b->v->desk.holder, RIGHT_PUBLISH) == RIGHT_GRANTED)
		VEC_ADD(b->v->mem, &view->move,
			((struct record_option){SHEET_PUBLISH,
				visit_text(b->v, str_c(SHEET_PUBLISH_LABEL)), false}));
}

// The controls of the property, as the form of an empty record has them.
static bool fill_control(const struct bulk *b, const struct property *property,
	struct desk_bulk_view *view, struct err *err)
{
	struct record nothing = record_new(b->kind);
	const struct record_form_matter matter = {b->v->lang, &nothing, NULL, &b->reach};
	struct record_form form;
	struct str dotted = str_join(b->v->mem, property->name, S("."));
	if (!record_form_make(b->v->mem, b->v->db, &matter, &form, err))
		return false;
	for (size_t i = 0; i < form.group.n; i++)
		for (size_t k = 0; k < form.group.p[i].field.n; k++) {
			struct record_field field = form.group.p[i].field.p[k];
			if (!str_eq(field.name, property->name) && !str_starts(field.name, dotted))
				continue;
			// It stands alone here: nothing else says what it is.
			if (field.lang.n)
				field.label = visit_text(b->v, str_c(property->label));
			field.is_required = false;
			field.is_open = true;
			VEC_ADD(b->v->mem, &view->control, field);
		}
	view->is_many = property->flags & PROPERTY_MANY;
	view->field_label = visit_text(b->v, str_c(property->label));
	return true;
}

// ---- the page

static bool bulk_send(const struct bulk *b, struct str problem, struct err *err)
{
	struct visit *v = b->v;
	const struct property *property = chosen_field(b);
	struct str query = v->request->query;
	struct str tail = query.n ? str_join(v->mem, S("?"), query) : STR_EMPTY;
	struct desk_bulk_view view = {.title = visit_text(v, str_c(b->kind->many)),
		.list_url = str_join(v->mem, desk_sheet_url(v, b->kind, ""), tail),
		.url = str_join(v->mem, desk_sheet_url(v, b->kind, "/bulk"), tail),
		.check_url = str_join(v->mem, desk_sheet_url(v, b->kind, "/bulk/check"), tail),
		.form = desk_layout_form(v),
		.n = (int64_t)b->line.n,
		.is_all = b->is_all};
	view.form.problem = problem;
	view.id = NEW_ARRAY(v->mem, struct str, b->line.n);
	for (size_t i = 0; i < b->line.n && !b->is_all; i++)
		view.id[view.id_n++] = str_of_int(v->mem, b->line.p[i].id);
	fill_fields(b, &view);
	fill_moves(b, &view);
	if (property && !fill_control(b, property, &view, err))
		return false;
	if (problem.n)
		v->response->status = 422;
	v->page.title = visit_text(v, _("Change several records"));
	v->page.section = S("/desk/records");
	desk_bulk_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_bulk_show(struct visit *v, struct err *err)
{
	struct bulk b;
	if (!bulk_load(v, &b, err))
		return false;
	if (!b.kind)
		return visit_not_found(v, err);
	if (!b.line.n)
		return visit_see_other(v, desk_sheet_url(v, b.kind, "?done=none"));
	return bulk_send(&b, STR_EMPTY, err);
}

// ---- the table that comes of it

// What is to be written into a record: paths and values.
struct cells {
	struct arena *mem;
	struct changes change; // path and `after`
};

static void cell_add(struct cells *c, struct str path, struct str value)
{
	VEC_ADD(c->mem, &c->change, ((struct change){.path = path, .after = value}));
}

static bool has_value(const struct cells *c, struct str value)
{
	for (size_t i = 0; i < c->change.n; i++)
		if (str_eq(c->change.p[i].after, value))
			return true;
	return false;
}

static struct str numbered(struct arena *mem, const struct property *p, size_t n)
{
	return str_format(mem, "%" PRIstr ".%zu", STR(p->name), n);
}

// Several values: those that are there when some are added, then the new ones; what is left of the
// old ones behind them is emptied.
static void cells_of_many(const struct bulk *b, const struct property *p, struct str how,
	const struct record *record, struct cells *c)
{
	size_t before = record_count(record, p->name);
	size_t kept = str_eq(how, S("add")) ? before : 0;
	for (size_t i = 1; i <= kept; i++)
		cell_add(c, numbered(c->mem, p, i), record_get(record, numbered(c->mem, p, i)));
	for (size_t i = 0; i < b->v->form.n && !str_eq(how, S("empty")); i++) {
		const struct http_pair *field = &b->v->form.p[i];
		struct str value = str_trim(field->value);
		bool is_it = str_eq(field->name, p->name) ||
			str_starts(field->name, str_join(c->mem, p->name, S(".")));
		if (is_it && value.n && !has_value(c, value))
			cell_add(c, numbered(c->mem, p, c->change.n + 1), value);
	}
	while (c->change.n < before)
		cell_add(c, numbered(c->mem, p, c->change.n + 1), STR_EMPTY);
}

static void cells_of_one(
	const struct bulk *b, const struct property *p, struct str how, struct cells *c)
{
	bool empties = str_eq(how, S("empty"));
	struct str value = STR_EMPTY;
	if (!(p->flags & PROPERTY_TRANSLATED)) {
		// A box that is ticked comes behind the hidden field that stands for an empty one.
		for (size_t i = 0; i < b->v->form.n; i++)
			if (str_eq(b->v->form.p[i].name, p->name))
				value = str_trim(b->v->form.p[i].value);
		cell_add(c, p->name, empties ? STR_EMPTY : value);
		return;
	}
	for (size_t i = 0; i < lang_n; i++) {
		struct str path = str_format(
			c->mem, "%" PRIstr ".%" PRIstr, STR(p->name), STR(lang_all[i]->code));
		value = visit_field(b->v, path);
		if (empties || value.n)
			cell_add(c, path, empties ? STR_EMPTY : value);
	}
}

static struct cells cells_of(
	const struct bulk *b, const struct property *p, const struct record *record)
{
	struct str how = visit_field(b->v, S("how"));
	struct cells c = {.mem = b->v->mem};
	struct str move = visit_field(b->v, S("move"));
	if (!p)
		cell_add(&c, S("move"), move);
	else if (p->flags & PROPERTY_MANY)
		cells_of_many(b, p, how, record, &c);
	else
		cells_of_one(b, p, how, &c);
	return c;
}

// A table under way: its columns are those that any of its rows has.
struct table {
	struct arena *mem;
	struct sheet_cells path;
	struct sheet_rows row;
};

static size_t column_of(struct table *t, struct str path)
{
	for (size_t i = 0; i < t->path.n; i++)
		if (str_eq(t->path.p[i], path))
			return i;
	VEC_ADD(t->mem, &t->path, path);
	return t->path.n - 1;
}

static void put(struct table *t, struct sheet_row *row, struct str path, struct str value)
{
	size_t column = column_of(t, path);
	while (row->cell.n <= column)
		VEC_ADD(t->mem, &row->cell, STR_EMPTY);
	row->cell.p[column] = value;
}

static bool row_add(struct table *t, const struct bulk *b, const struct property *p, int64_t id,
	struct err *err)
{
	struct record *record;
	if (!record_load(t->mem, b->v->db, id, &record, err))
		return false;
	if (!record)
		return true;
	struct sheet_row row = {.number = (unsigned)t->row.n + 1};
	struct cells cells = cells_of(b, p, record);
	put(t, &row, S("id"), str_of_int(t->mem, id));
	put(t, &row, S("version"), str_of_int(t->mem, record->version));
	for (size_t i = 0; i < cells.change.n; i++)
		put(t, &row, cells.change.p[i].path, cells.change.p[i].after);
	VEC_ADD(t->mem, &t->row, row);
	return true;
}

// A cell that another row's column needs and this record does not must not be taken for an empty
// one: it says what the record has.
static bool fill_gaps(struct table *t, const struct bulk *b, struct err *err)
{
	for (size_t i = 0; i < t->row.n; i++) {
		struct sheet_row *row = &t->row.p[i];
		struct record *record;
		int64_t id;
		if (row->cell.n == t->path.n || !str_int(row->cell.p[0], &id))
			continue;
		if (!record_load(t->mem, b->v->db, id, &record, err))
			return false;
		for (size_t k = row->cell.n; record && k < t->path.n; k++)
			VEC_ADD(t->mem, &row->cell, record_get(record, t->path.p[k]));
	}
	return true;
}

static bool keep_table(const struct bulk *b, const struct table *t, struct err *err)
{
	struct sheet_pending_rows rows = {.n = 0};
	struct sheet_row columns = {.cell = t->path};
	struct sheet_pending pending = {.kind = b->kind->name,
		.what = S("edit"),
		.why = visit_field(b->v, S("why")),
		.columns = sheet_row_write(t->mem, &columns)};
	for (size_t i = 0; i < t->row.n; i++)
		VEC_ADD(t->mem, &rows,
			((struct sheet_pending_row){
				t->row.p[i].number, sheet_row_write(t->mem, &t->row.p[i])}));
	return desk_sheet_keep(b->v, &pending, &rows, err);
}

// What is missing for a change, in a sentence; empty when nothing is.
static struct str missing(const struct bulk *b, const struct property *p)
{
	struct cells cells = cells_of(b, p, &(struct record){.kind = b->kind});
	bool empties = str_eq(visit_field(b->v, S("how")), S("empty"));
	for (size_t i = 0; i < cells.change.n; i++)
		if (cells.change.p[i].after.n || empties)
			return STR_EMPTY;
	if (empties)
		return STR_EMPTY;
	return visit_text(b->v,
		p ? _("Give a value, or choose to empty the field.")
		  : _("Choose a field, or a step."));
}

bool desk_bulk_check(struct visit *v, struct err *err)
{
	struct bulk b;
	if (!bulk_load(v, &b, err))
		return false;
	if (!b.kind)
		return visit_not_found(v, err);
	const struct property *p = chosen_field(&b);
	struct str problem = missing(&b, p);
	if (problem.n)
		return bulk_send(&b, problem, err);
	if (b.line.n > SHEET_ROWS_MAX)
		return err_set(err, ERR_LIMIT, "a change is of at most %d records", SHEET_ROWS_MAX);
	struct table t = {.mem = v->mem};
	for (size_t i = 0; i < b.line.n; i++)
		if (!row_add(&t, &b, p, b.line.p[i].id, err))
			return false;
	return fill_gaps(&t, &b, err) && keep_table(&b, &t, err) &&
		visit_see_other(v, desk_sheet_url(v, b.kind, "/import/check"));
}
