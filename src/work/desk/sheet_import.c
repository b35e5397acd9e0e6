// SPDX-License-Identifier: EUPL-1.2
// sheet_import — headings, previews and acceptance.
#include "work/desk/sheet_import.h"

#include <assert.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "store/record.h"
#include "work/desk/publish.h"
#include "work/desk/sheet_export.h"

#define FNV_PRIME UINT64_C(0x100000001b3)

enum { COLUMNS_TEXT_MAX = 1024 * 1024, BATCH_N = 20, WAIT_MS = 5000 };

// ---- taken in

static bool find_table(const struct sheets *sheets, const struct sheet **ret_sheet, struct err *err)
{
	for (size_t i = 0; i < sheets->n; i++)
		if (!sheets->p[i].is_hidden && sheets->p[i].row.n > 1) {
			*ret_sheet = &sheets->p[i];
			return true;
		}
	return err_set(err, ERR_INPUT, "the table has no rows besides its headings");
}

// What the hidden sheet of our own workbooks says of a heading.
static struct str path_told(const struct sheets *sheets, struct str heading)
{
	for (size_t i = 0; i < sheets->n; i++) {
		if (!sheets->p[i].is_hidden || !str_eq(sheets->p[i].name, SHEET_COLUMNS))
			continue;
		for (size_t k = 0; k < sheets->p[i].row.n; k++)
			if (str_eq(sheet_cell(&sheets->p[i].row.p[k], 0), heading))
				return sheet_cell(&sheets->p[i].row.p[k], 1);
	}
	return STR_EMPTY;
}

static const struct sheet_mapping *mapping_of(
	const struct sheet_mappings *remembered, struct str heading)
{
	for (size_t i = 0; i < remembered->n; i++)
		if (str_eq(remembered->p[i].heading, heading))
			return &remembered->p[i];
	return NULL;
}

// What is known of headings, from the surest on.
struct guessing {
	struct arena *mem;
	const struct sheet_scope *scope;
	const struct sheets *sheets;
	const struct sheet_mappings *remembered;
	struct sheet_headings headings;
};

static bool guess(const struct guessing *g, struct str heading, struct sheet_column *ret_column)
{
	struct str told = path_told(g->sheets, heading);
	const struct sheet_mapping *mapping = mapping_of(g->remembered, heading);
	if (told.n && sheet_column_at(g->scope, told, ret_column))
		return true;
	// What was left out once is left out again.
	if (mapping)
		return sheet_column_at(g->scope, mapping->path, ret_column);
	return sheet_heading_find(g->mem, g->scope, &g->headings, heading, ret_column);
}

static void take_head(
	const struct guessing *g, const struct sheet_row *head, struct sheet_taken *taken)
{
	struct buf columns = buf_new(g->mem, COLUMNS_TEXT_MAX);
	for (size_t i = 0; i < head->cell.n; i++) {
		struct str heading = utf8_cut(str_trim(head->cell.p[i]), SHEET_HEADING_MAX);
		struct sheet_column column;
		bool found = heading.n && guess(g, heading, &column);
		if (i)
			buf_add_char(&columns, '\t');
		if (found)
			buf_add(&columns, column.path);
		taken->column_n += heading.n > 0;
		taken->known += found;
	}
	taken->head = sheet_row_write(g->mem, head);
	taken->columns = buf_str(&columns);
}

bool sheet_take(struct arena *mem, const struct sheet_scope *scope, const struct sheets *sheets,
	const struct sheet_mappings *remembered, struct sheet_taken *ret_taken, struct err *err)
{
	struct guessing g = {mem, scope, sheets, remembered, sheet_headings_make(mem, scope)};
	struct sheet_taken taken = {.known = 0};
	const struct sheet *sheet = NULL;
	if (!find_table(sheets, &sheet, err))
		return false;
	assert(sheet && sheet->row.n);
	take_head(&g, &sheet->row.p[0], &taken);
	for (size_t i = 1; i < sheet->row.n; i++)
		VEC_ADD(mem, &taken.row,
			((struct sheet_pending_row){
				sheet->row.p[i].number, sheet_row_write(mem, &sheet->row.p[i])}));
	*ret_taken = taken;
	return true;
}

struct sheet_columns sheet_pending_columns(
	struct arena *mem, const struct sheet_scope *scope, const struct sheet_pending *pending)
{
	struct str_split split = {.rest = pending->columns, .sep = '\t'};
	struct sheet_columns columns = {.n = 0};
	struct map seen = {0};
	struct str path;
	while (str_next(&split, &path)) {
		struct sheet_column *column = VEC_NEW(mem, &columns);
		if (!path.n || !sheet_column_at(scope, path, column) || map_get(&seen, path))
			*column = (struct sheet_column){.role = SHEET_NONE, .path = path};
		else
			map_put(mem, &seen, path, &columns);
	}
	return columns;
}

// ---- looked at

static struct sheet_table table_of(
	const struct sheet_pending *pending, const struct sheet_columns *columns)
{
	// The name of a file is no reason.
	return (struct sheet_table){columns, pending->why.n && !str_eq(pending->what, SHEET_WHAT)};
}

static bool judge_row(struct sheet_words *w, const struct sheet_table *table,
	const struct sheet_pending_row *row, struct sheet_verdict *ret_verdict, struct err *err)
{
	struct sheet_cells cells;
	if (!sheet_row_read(w->row, row->cells, &cells))
		return err_set(err, ERR_DB, "a waiting row cannot be read");
	return sheet_judge(w, table, &cells, ret_verdict, err);
}

// A record in two rows: what the second would do is not what was seen.
static void refuse_twice(struct sheet_words *w, struct map *seen, struct sheet_verdict *verdict)
{
	if (!verdict->now)
		return;
	struct str key = str_of_int(w->mem, verdict->now->id);
	if (!map_get(seen, key)) {
		map_put(w->mem, seen, key, seen);
		return;
	}
	verdict->outcome = SHEET_WRONG;
	finding_add(w->row, &verdict->wrong,
		(struct finding){.rule = S("id"), .severity = SEVERITY_ERROR}, "%s",
		N_("An earlier row is of the same record."));
}

static bool is_good(const struct sheet_verdict *verdict)
{
	return verdict->outcome == SHEET_NEW || verdict->outcome == SHEET_CHANGED;
}

bool sheet_preview(struct sheet_words *w, const struct sheet_pending *pending,
	const struct sheet_pending_rows *rows, size_t from, size_t most,
	struct sheet_preview *ret_preview, struct err *err)
{
	struct sheet_columns columns = sheet_pending_columns(w->mem, w->scope, pending);
	struct sheet_table table = table_of(pending, &columns);
	struct arena *scratch CLEANUP(arena_free_at) = arena_new(SCRATCH_MAX);
	struct sheet_preview preview = {.total = 0};
	struct map seen = {0};
	bool done = true;
	for (size_t i = 0; i < rows->n && done; i++) {
		struct sheet_preview_row row = {.number = rows->p[i].number};
		bool is_shown = preview.total >= from && preview.row.n < most;
		w->row = is_shown ? w->mem : scratch;
		done = judge_row(w, &table, &rows->p[i], &row.verdict, err);
		if (!done)
			break;
		refuse_twice(w, &seen, &row.verdict);
		preview.count[row.verdict.outcome]++;
		preview.total += row.verdict.outcome != SHEET_SAME;
		if (is_good(&row.verdict)) {
			preview.mark = (preview.mark ^ row.verdict.mark) * FNV_PRIME;
			VEC_ADD(w->mem, &preview.good,
				((struct sheet_tick){row.number, row.verdict.mark}));
		}
		if (is_shown && row.verdict.outcome != SHEET_SAME)
			VEC_ADD(w->mem, &preview.row, row);
		arena_reset(scratch);
	}
	w->row = w->mem;
	if (done)
		*ret_preview = preview;
	return done;
}

// ---- accepted

static const struct sheet_pending_row *row_of(const struct sheet_pending_rows *rows, int64_t number)
{
	size_t low = 0, high = rows->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (rows->p[middle].number < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < rows->n && rows->p[low].number == number ? &rows->p[low] : NULL;
}

struct accepting {
	struct sheet_words *w;
	const struct sheet_pending *pending;
	struct sheet_table table;
	struct sheet_pending_rows rows;
	const struct sheet_by *by;
};

// One row, inside the open transaction.
static bool accept_row(const struct accepting *a, const struct sheet_pending_row *row,
	uint64_t mark, bool *ret_saved, struct err *err)
{
	struct sheet_words *w = a->w;
	struct sheet_verdict verdict = {0};
	*ret_saved = false;
	if (!judge_row(w, &a->table, row, &verdict, err))
		return false;
	bool is_to_save = is_good(&verdict) || verdict.outcome == SHEET_CONFLICT;
	if (!is_to_save || verdict.mark != mark)
		return true;
	struct record_edit edit = {.record = &verdict.after,
		.account_id = a->by->account_id,
		.at = a->by->at,
		.what = verdict.move ? verdict.move->name : a->pending->what,
		.why = a->pending->why};
	// What is only published has no new version.
	*ret_saved = verdict.now && !verdict.change.n && !verdict.move;
	if ((!*ret_saved && !record_save(w->row, w->db, &edit, ret_saved, err)) ||
		(*ret_saved && verdict.publishes &&
			!publish_record(w->row, w->db, &verdict.after, a->by->at, err)))
		return false;
	return (!*ret_saved || sheet_pending_row_done(w->db, a->pending->id, row->number, err));
}

static bool accept_batch(const struct accepting *a, const struct sheet_tick *tick, size_t tick_n,
	size_t *ret_saved, struct err *err)
{
	AUTO_TXN txn = {0};
	size_t saved = 0;
	if (!db_begin(a->w->db, WAIT_MS, &txn, err))
		return false;
	for (size_t i = 0; i < tick_n; i++) {
		const struct sheet_pending_row *row = row_of(&a->rows, tick[i].number);
		bool is_saved = false;
		if (row && !accept_row(a, row, tick[i].mark, &is_saved, err))
			return false;
		saved += is_saved;
	}
	if (!db_commit(&txn, err))
		return false;
	*ret_saved += saved;
	return true;
}

bool sheet_accept(struct sheet_words *w, const struct sheet_pending *pending,
	const struct sheet_ticks *ticks, const struct sheet_by *by, size_t *ret_saved,
	struct err *err)
{
	struct sheet_columns columns = sheet_pending_columns(w->mem, w->scope, pending);
	struct arena *scratch CLEANUP(arena_free_at) = arena_new(SCRATCH_MAX);
	struct accepting a = {
		.w = w, .pending = pending, .table = table_of(pending, &columns), .by = by};
	bool done = true;
	*ret_saved = 0;
	if (!sheet_pending_list(w->mem, w->db, pending->id, &a.rows, err))
		return false;
	w->row = scratch;
	for (size_t i = 0; i < ticks->n && done; i += BATCH_N) {
		size_t n = ticks->n - i < BATCH_N ? ticks->n - i : BATCH_N;
		done = accept_batch(&a, &ticks->p[i], n, ret_saved, err);
		arena_reset(scratch);
	}
	w->row = w->mem;
	return done;
}
