// SPDX-License-Identifier: EUPL-1.2
// desk_import — a table brought to a list: a file or what was copied from one, and which column is which.
#include "web/desk_sheet.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "format/csv_read.h"
#include "format/xlsx_read.h"
#include "web/pages.h"

enum {
	JOBS_MAX = 4,
	WAIT_MS = 1000,
	SAMPLE_N = 3,
	SAMPLE_MAX = 80,
	COLUMNS_TEXT_MAX = 1024 * 1024
};

// ---- shared

struct sheet_scope desk_sheet_scope(const struct visit *v, const struct kind *kind)
{
	return (struct sheet_scope){.kind = kind,
		.lang = v->lang,
		.classes = desk_record_reach(v, kind).classes,
		.holder = v->desk.holder};
}

struct str desk_sheet_url(const struct visit *v, const struct kind *kind, const char *behind)
{
	return str_format(v->mem, "/desk/records/%" PRIstr "%s", STR(kind->address), behind);
}

const struct kind *desk_sheet_kind(const struct visit *v)
{
	const struct kind *kind = desk_record_kind(v);
	return kind && desk_record_reach(v, kind).may_write ? kind : NULL;
}

bool desk_sheet_pending(struct visit *v, const struct kind *kind,
	struct sheet_pending **ret_pending, struct err *err)
{
	return sheet_pending_load(v->mem, v->db, v->desk.account->id, kind->name, ret_pending, err);
}

bool desk_sheet_keep(struct visit *v, struct sheet_pending *pending,
	const struct sheet_pending_rows *rows, struct err *err)
{
	struct people_act act;
	AUTO_TXN txn = {0};
	pending->account_id = v->desk.account->id;
	pending->made_at = v->now;
	return visit_act(v, &act, err) && db_begin(act.db, WAIT_MS, &txn, err) &&
		sheet_pending_save(act.db, pending, rows, err) && db_commit(&txn, err);
}

// ---- the page

static bool import_send(struct visit *v, const struct kind *kind, struct str problem,
	const struct err *detail, struct err *err)
{
	struct sheet_pending *pending;
	struct desk_import_view view = {.title = visit_text(v, str_c(kind->many)),
		.list_url = desk_sheet_url(v, kind, ""),
		.url = desk_sheet_url(v, kind, "/import"),
		.check_url = desk_sheet_url(v, kind, "/import/check"),
		.forget_url = desk_sheet_url(v, kind, "/import/forget"),
		.pasted = visit_field_raw(v, S("pasted")),
		.detail = detail ? str_c(detail->msg) : STR_EMPTY,
		.form = desk_layout_form(v)};
	if (!desk_sheet_pending(v, kind, &pending, err))
		return false;
	if (pending) {
		view.waiting = pending->why.n ? pending->why : visit_text(v, _("A table"));
		if (!sheet_pending_count(v->db, pending->id, &view.waiting_n, err))
			return false;
	}
	if (problem.n) {
		view.form.problem = problem;
		v->response->status = 422;
	}
	v->page.title = visit_text(v, _("Bring a table"));
	v->page.section = S("/desk/records");
	desk_import_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_import_show(struct visit *v, struct err *err)
{
	const struct kind *kind = desk_sheet_kind(v);
	return kind ? import_send(v, kind, STR_EMPTY, NULL, err) : visit_not_found(v, err);
}

// ---- what was brought

// Runs in a child: foreign bytes become our own kind of text there. "OK" in front and "END" behind,
// since half an answer must not be taken for a whole one; else "NO" and why.
static struct str unpack(struct arena *mem, const void *input)
{
	const struct str *bytes = input;
	struct sheets sheets;
	struct err err;
	if (!xlsx_read(mem, *bytes, &sheets, &err))
		return str_format(mem, "NO%s", err.msg);
	return str_format(mem, "OK%" PRIstr "END", STR(sheet_write(mem, &sheets)));
}

static bool read_unpacked(struct visit *v, struct sheets *ret_sheets, struct err *err)
{
	struct str answer = v->request->answer;
	if (str_starts(answer, S("NO")))
		return err_set(err, ERR_INPUT, "%" PRIstr, STR(str_from(answer, 2)));
	if (!str_starts(answer, S("OK")) || !str_ends(answer, S("END")))
		return err_set(err, ERR_INPUT, "reading the workbook took too much time or memory");
	return sheet_read(
		v->mem, str_copy(v->mem, str_sub(answer, 2, answer.n - 3)), ret_sheets, err);
}

static bool start_unpacking(struct visit *v, struct str bytes, struct err *err)
{
	struct str *input = NEW(v->mem, struct str);
	*input = bytes;
	if (v->request->later_n >= JOBS_MAX)
		return err_set(err, ERR_CONFLICT, "too many workbooks are being read");
	return later_start(
		&(struct later_work){.run = unpack, .input = input}, &v->response->later, err);
}

static bool read_text(struct visit *v, struct str text, struct sheets *ret_sheets, struct err *err)
{
	struct sheets sheets = {.n = 0};
	struct sheet sheet;
	if (!csv_read(v->mem, text, &sheet, err))
		return false;
	VEC_ADD(v->mem, &sheets, sheet);
	*ret_sheets = sheets;
	return true;
}

static bool keep(struct visit *v, const struct kind *kind, const struct sheets *sheets,
	struct str name, struct str *ret_next, struct err *err)
{
	struct sheet_scope scope = desk_sheet_scope(v, kind);
	struct sheet_mappings remembered;
	struct sheet_taken taken;
	if (!sheet_mapping_list(v->mem, v->db, v->desk.account->id, kind->name, &remembered, err) ||
		!sheet_take(v->mem, &scope, sheets, &remembered, &taken, err))
		return false;
	struct sheet_pending pending = {.kind = kind->name,
		.what = SHEET_WHAT,
		.why = name,
		.head = taken.head,
		.columns = taken.columns};
	bool is_clear = taken.known == taken.column_n;
	*ret_next = desk_sheet_url(v, kind, is_clear ? "/import/check" : "/import/columns");
	return desk_sheet_keep(v, &pending, &taken.row, err);
}

bool desk_import_take(struct visit *v, struct err *err)
{
	const struct kind *kind = desk_sheet_kind(v);
	const struct http_file *file = visit_file(v, S("file"));
	struct str pasted = visit_field_raw(v, S("pasted")), next;
	struct sheets sheets;
	struct err wrong = {.kind = ERR_NONE};
	if (!kind)
		return visit_not_found(v, err);
	if (!file && !str_trim(pasted).n)
		return import_send(v, kind,
			visit_text(v, _("Choose a file, or paste the cells of a table.")), NULL,
			err);
	bool is_book = file && xlsx_is(file->bytes);
	if (is_book && !v->request->is_again)
		return start_unpacking(v, file->bytes, err);
	bool done = is_book ? read_unpacked(v, &sheets, &wrong)
			    : read_text(v, file ? file->bytes : pasted, &sheets, &wrong);
	struct str name = file ? file->filename : visit_text(v, _("Pasted cells"));
	if (done && keep(v, kind, &sheets, name, &next, &wrong))
		return visit_see_other(v, next);
	if (wrong.kind != ERR_INPUT && wrong.kind != ERR_LIMIT) {
		*err = wrong;
		return false;
	}
	return import_send(v, kind,
		visit_text(v, _("This could not be read as a table. Nothing was changed.")), &wrong,
		err);
}

bool desk_import_forget(struct visit *v, struct err *err)
{
	const struct kind *kind = desk_sheet_kind(v);
	struct sheet_pending *pending = NULL;
	struct people_act act;
	AUTO_TXN txn = {0};
	if (!kind)
		return visit_not_found(v, err);
	if (!desk_sheet_pending(v, kind, &pending, err))
		return false;
	if (pending &&
		!(visit_act(v, &act, err) && db_begin(act.db, WAIT_MS, &txn, err) &&
			sheet_pending_drop(act.db, pending, err) && db_commit(&txn, err)))
		return false;
	return visit_see_other(v, desk_sheet_url(v, kind, "?done=forgotten"));
}

// ---- which column is which

struct mapping {
	struct visit *v;
	const struct kind *kind;
	struct sheet_scope scope;
	struct sheet_pending *pending;
	struct sheet_cells head;
	struct sheet_columns columns;
	struct desk_columns_view view;
};

static bool mapping_load(struct visit *v, struct mapping *m, struct err *err)
{
	m->v = v;
	m->kind = desk_sheet_kind(v);
	m->pending = NULL;
	if (m->kind && !desk_sheet_pending(v, m->kind, &m->pending, err))
		return false;
	if (!m->pending)
		return true;
	m->scope = desk_sheet_scope(v, m->kind);
	m->columns = sheet_pending_columns(v->mem, &m->scope, m->pending);
	if (!sheet_row_read(v->mem, m->pending->head, &m->head))
		return err_set(err, ERR_DB, "the headings of a waiting table cannot be read");
	return true;
}

// The first few different cells of a column.
static bool samples(struct mapping *m, struct err *err)
{
	struct sheet_pending_rows rows;
	struct sheet_cells cells;
	if (!sheet_pending_list(m->v->mem, m->v->db, m->pending->id, &rows, err))
		return false;
	for (size_t i = 0; i < rows.n && i < SAMPLE_N; i++) {
		if (!sheet_row_read(m->v->mem, rows.p[i].cells, &cells))
			continue;
		for (size_t k = 0; k < m->view.column_n && k < cells.n; k++) {
			struct str *sample = &m->view.column[k].sample;
			struct str cell = utf8_cut(cells.p[k], SAMPLE_MAX);
			if (cell.n && sample->n)
				*sample = str_join(m->v->mem, *sample, S(" · "));
			*sample = str_join(m->v->mem, *sample, cell);
		}
	}
	return true;
}

static void fill_columns(struct mapping *m)
{
	struct visit *v = m->v;
	struct sheet_columns choice = sheet_columns_choice(v->mem, &m->scope);
	m->view.column = NEW_ARRAY(v->mem, struct desk_import_column, m->head.n);
	m->view.column_n = m->head.n;
	for (size_t i = 0; i < m->head.n; i++) {
		struct sheet_column none = {.role = SHEET_NONE};
		const struct sheet_column *column = i < m->columns.n ? &m->columns.p[i] : &none;
		m->view.column[i] = (struct desk_import_column){
			.name = str_format(v->mem, "c%zu", i),
			.heading = m->head.p[i],
			.value = column->role == SHEET_NONE
				? STR_EMPTY
				: sheet_column_label(v->mem, v->lang, column)};
	}
	m->view.choice = NEW_ARRAY(v->mem, struct str, choice.n);
	m->view.choice_n = choice.n;
	for (size_t i = 0; i < choice.n; i++)
		m->view.choice[i] = sheet_column_label(v->mem, v->lang, &choice.p[i]);
}

static void mapping_fill(struct mapping *m)
{
	struct visit *v = m->v;
	m->view = (struct desk_columns_view){.title = visit_text(v, str_c(m->kind->many)),
		.list_url = desk_sheet_url(v, m->kind, ""),
		.url = desk_sheet_url(v, m->kind, "/import/columns"),
		.file = m->pending->why,
		.form = desk_layout_form(v)};
	fill_columns(m);
}

static bool mapping_send(struct mapping *m, struct err *err)
{
	struct visit *v = m->v;
	if (!samples(m, err))
		return false;
	v->page.title = visit_text(v, _("Which column is which"));
	v->page.section = S("/desk/records");
	desk_columns_page(&v->t, &m->view);
	return visit_html(v, err);
}

bool desk_columns_show(struct visit *v, struct err *err)
{
	struct mapping m;
	if (!mapping_load(v, &m, err))
		return false;
	if (!m.pending)
		return m.kind ? visit_see_other(v, desk_sheet_url(v, m.kind, "/import"))
			      : visit_not_found(v, err);
	mapping_fill(&m);
	return mapping_send(&m, err);
}

// What was chosen for each column, as paths; false when a name is none of ours.
static bool read_choices(struct mapping *m, struct sheet_mappings *chosen)
{
	struct visit *v = m->v;
	struct sheet_headings headings = sheet_headings_make(v->mem, &m->scope);
	bool good = true;
	for (size_t i = 0; i < m->view.column_n; i++) {
		struct desk_import_column *column = &m->view.column[i];
		struct sheet_column found = {.role = SHEET_NONE};
		column->value = visit_field(v, column->name);
		if (column->value.n &&
			!sheet_heading_find(v->mem, &m->scope, &headings, column->value, &found)) {
			column->error = visit_text(v, _("No field of this list has that name."));
			good = false;
		}
		struct str heading = utf8_cut(str_trim(column->heading), SHEET_HEADING_MAX);
		VEC_ADD(v->mem, chosen,
			((struct sheet_mapping){
				heading, found.role == SHEET_NONE ? STR_EMPTY : found.path}));
	}
	return good;
}

static bool save_choices(struct mapping *m, const struct sheet_mappings *chosen, struct err *err)
{
	struct buf columns = buf_new(m->v->mem, COLUMNS_TEXT_MAX);
	struct people_act act;
	AUTO_TXN txn = {0};
	if (!visit_act(m->v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err))
		return false;
	for (size_t i = 0; i < chosen->n; i++) {
		if (i)
			buf_add_char(&columns, '\t');
		buf_add(&columns, chosen->p[i].path);
		if (chosen->p[i].heading.n &&
			!sheet_mapping_save(
				act.db, m->pending->account_id, m->kind->name, &chosen->p[i], err))
			return false;
	}
	return sheet_pending_set_columns(act.db, m->pending->id, buf_str(&columns), err) &&
		db_commit(&txn, err);
}

bool desk_columns_save(struct visit *v, struct err *err)
{
	struct sheet_mappings chosen = {.n = 0};
	struct mapping m;
	if (!mapping_load(v, &m, err))
		return false;
	if (!m.pending)
		return m.kind ? visit_see_other(v, desk_sheet_url(v, m.kind, "/import"))
			      : visit_not_found(v, err);
	mapping_fill(&m);
	if (!read_choices(&m, &chosen)) {
		v->response->status = 422;
		m.view.form.problem = visit_text(
			v, _("Choose a field for each column, or leave it empty to leave it out."));
		return mapping_send(&m, err);
	}
	return save_choices(&m, &chosen, err) &&
		visit_see_other(v, desk_sheet_url(v, m.kind, "/import/check"));
}
