// SPDX-License-Identifier: EUPL-1.2
// sheet_judge — a row against the version it was made from, and against the record as it is now.
#include "work/desk/sheet_judge.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "store/record.h"
#include "work/desk/publish.h"

enum { MARK_TEXT_MAX = 16 * 1024 * 1024 };

struct judging {
	struct sheet_words *w;
	const struct sheet_table *table;
	const struct sheet_cells *cells;
	struct sheet_verdict verdict;
	struct record *base; // that the row was made from; NULL: none
	struct record mine;  // base with what the row says
};

static void wrong(struct judging *j, struct str path, struct str sentence)
{
	finding_add(j->w->row, &j->verdict.wrong,
		(struct finding){.rule = path, .severity = SEVERITY_ERROR}, "%" PRIstr,
		STR(sentence));
}

static struct str cell_of(const struct judging *j, size_t column)
{
	return column < j->cells->n ? j->cells->p[column] : STR_EMPTY;
}

// The cell of the column with this role, trimmed; empty when there is no such column.
static struct str special_cell(const struct judging *j, enum sheet_role role)
{
	for (size_t i = 0; i < j->table->columns->n; i++)
		if (j->table->columns->p[i].role == role)
			return str_trim(cell_of(j, i));
	return STR_EMPTY;
}

// ---- which record, which version

static bool load_record(struct judging *j, struct err *err)
{
	struct str cell = special_cell(j, SHEET_ID);
	struct record *record = NULL;
	int64_t id;
	if (!cell.n)
		return true;
	if (str_int(cell, &id) && !record_load(j->w->row, j->w->db, id, &record, err))
		return false;
	if (!record || record->kind != j->w->scope->kind || record->deleted_at)
		wrong(j, S("id"),
			S(N_("There is no such record in this list. To make a new one, leave the "
			     "number empty.")));
	else
		j->verdict.now = record;
	return true;
}

static bool load_base(struct judging *j, struct err *err)
{
	struct str cell = special_cell(j, SHEET_VERSION);
	int64_t version = 0;
	j->base = j->verdict.now;
	if (!j->verdict.now || !cell.n)
		return true;
	if (!str_int(cell, &version) || version < 1 || version > j->verdict.now->version) {
		wrong(j, S("version"), S(N_("The record never had this version.")));
		return true;
	}
	if (version == j->verdict.now->version)
		return true;
	j->verdict.seen = version;
	if (!record_load_version(j->w->row, j->w->db, j->verdict.now->id, version, &j->base, err))
		return false;
	if (j->base)
		return true;
	j->base = j->verdict.now;
	wrong(j, S("version"), S(N_("The record never had this version.")));
	return true;
}

static struct record copy_of(struct arena *mem, const struct record *record)
{
	struct record copy = *record;
	copy.p = NEW_ARRAY(mem, struct value, record->n);
	copy.room = record->n;
	if (record->n)
		memcpy(copy.p, record->p, record->n * sizeof *copy.p);
	return copy;
}

// ---- cells

// The same, but for what a spreadsheet or a browser does to line ends and blanks at the ends.
static bool reads_same(struct arena *mem, struct str cell, struct str value)
{
	struct buf plain = buf_new(mem, value.n + 1);
	for (size_t i = 0; i < value.n; i++)
		if (value.p[i] != '\r')
			buf_add_char(&plain, value.p[i]);
	return str_eq(str_trim(cell), str_trim(buf_str(&plain)));
}

static bool may_change(
	struct judging *j, const struct sheet_column *column, struct str before, struct str after)
{
	const struct property *p = column->place.rows ? column->place.rows : column->place.property;
	int state = j->verdict.now ? j->verdict.now->state : 0;
	if (str_eq(before, after))
		return false;
	if (column->place.property->type == PROPERTY_FILE)
		wrong(j, column->path, S(N_("A file is attached at the record itself.")));
	else if ((p->closed_in | column->place.property->closed_in) & STATE_BIT(state))
		wrong(j, column->path,
			S(N_("This can no longer be changed in the state that the record is in.")));
	else
		return true;
	return false;
}

static bool take_value(
	struct judging *j, const struct sheet_column *column, struct str cell, struct err *err)
{
	struct arena *mem = j->w->row;
	struct str before = j->base ? record_get(j->base, column->path) : STR_EMPTY;
	struct str words, value, sentence;
	if (reads_same(mem, cell, before))
		return true;
	if (!sheet_words_write(j->w, column->place.property, before, &words, err))
		return false;
	if (reads_same(mem, cell, words) || reads_same(mem, cell, sheet_short(mem, words)))
		return true;
	if (!sheet_words_read(j->w, column->place.property, cell, &value, &sentence, err))
		return false;
	if (sentence.n)
		wrong(j, column->path, sentence);
	else if (may_change(j, column, before, value) &&
		!record_set(mem, &j->mine, column->path, value))
		wrong(j, column->path, S(N_("This record has no such field.")));
	return true;
}

static bool is_called(struct arena *mem, struct str cell, struct str name, const char *label)
{
	struct str folded = utf8_fold(mem, cell);
	if (str_eq(cell, name))
		return true;
	for (size_t i = 0; i < lang_n; i++)
		if (str_eq(folded, utf8_fold(mem, lang_text(lang_all[i], str_c(label)))))
			return true;
	return false;
}

// A state is shown and not changed: it must be the one that it was, or is by now.
static void take_state(struct judging *j, struct str cell)
{
	const struct kind *kind = j->w->scope->kind;
	int then = j->base ? j->base->state : 0;
	int now = j->verdict.now ? j->verdict.now->state : 0;
	if (cell.n &&
		!is_called(j->w->row, cell, kind->state[then].name, kind->state[then].label) &&
		!is_called(j->w->row, cell, kind->state[now].name, kind->state[now].label))
		wrong(j, S("state"),
			S(N_("A state is changed by its steps, not by a cell: see “Step to make”.")));
}

static bool is_publishing(struct judging *j, struct str cell)
{
	return j->w->scope->kind->publishing == PUBLISHED_BY_STEP &&
		is_called(j->w->row, cell, SHEET_PUBLISH, SHEET_PUBLISH_LABEL);
}

// Nothing is to be done when the public sees the record and all its parts as they are.
static bool take_publication(struct judging *j, struct err *err)
{
	const struct record *now = j->verdict.now;
	struct record_lines parts;
	if (right_ask(&j->w->scope->holder, RIGHT_PUBLISH) != RIGHT_GRANTED) {
		wrong(j, S("move"), S(N_("Your roles do not have the right to make this step.")));
		return true;
	}
	if (!now || !now->kind->state[now->state].is_public) {
		wrong(j, S("move"), S(N_("In its present state the record is not public.")));
		return true;
	}
	if (!record_unpublished(j->w->row, j->w->db, now->id, &parts, err))
		return false;
	j->verdict.publishes = now->public_version != now->version;
	for (size_t i = 0; i < parts.n; i++)
		j->verdict.publishes |= record_is_behind(&parts.p[i]);
	return true;
}

static void take_move(struct judging *j, struct str cell)
{
	const struct kind *kind = j->w->scope->kind;
	int state = j->verdict.now ? j->verdict.now->state : 0;
	const struct move *move = NULL;
	if (!cell.n)
		return;
	for (size_t i = 0; i < kind->move_n && !move; i++)
		if (kind->move[i].from & STATE_BIT(state) &&
			is_called(j->w->row, cell, kind->move[i].name, kind->move[i].label))
			move = &kind->move[i];
	if (!move)
		wrong(j, S("move"), S(N_("From its present state the record has no such step.")));
	else if (right_ask(&j->w->scope->holder, (enum right)move->right) != RIGHT_GRANTED)
		wrong(j, S("move"), S(N_("Your roles do not have the right to make this step.")));
	else if (move->asks_why && !j->table->has_why)
		wrong(j, S("move"), S(N_("This step asks for a reason.")));
	else
		j->verdict.move = move;
}

static bool take_cells(struct judging *j, struct err *err)
{
	for (size_t i = 0; i < j->table->columns->n; i++) {
		const struct sheet_column *column = &j->table->columns->p[i];
		if (column->role == SHEET_VALUE && !take_value(j, column, cell_of(j, i), err))
			return false;
	}
	take_state(j, special_cell(j, SHEET_STATE));
	struct str move = special_cell(j, SHEET_MOVE);
	if (is_publishing(j, move))
		return take_publication(j, err);
	take_move(j, move);
	return true;
}

// ---- what becomes of it

// The row's changes on top of the record as it is now. Where both changed a value the row's is taken:
// whoever accepts the row has seen the other one beside it.
static void merge(struct judging *j)
{
	struct sheet_verdict *v = &j->verdict;
	record_close_gaps(j->w->row, &j->mine);
	if (!v->now || j->base == v->now) {
		v->after = j->mine;
	} else {
		v->after = record_merge(j->w->row, j->base, &j->mine, v->now, &v->both);
		for (size_t i = 0; i < v->both.n; i++)
			(void)record_set(
				j->w->row, &v->after, v->both.p[i].path, v->both.p[i].after);
	}
	if (!v->now)
		return;
	v->after.id = v->now->id;
	v->after.version = v->now->version;
	v->after.state = v->now->state;
	v->after.deleted_at = 0;
}

static bool check_unique(struct judging *j, struct err *err)
{
	const struct record *after = &j->verdict.after;
	for (size_t i = 0; i < after->kind->property_n; i++) {
		const struct property *p = &after->kind->property[i];
		struct str value = record_get(after, p->name);
		int64_t id = 0;
		if (!(p->flags & PROPERTY_UNIQUE) || !value.n)
			continue;
		if (!record_find(j->w->row, j->w->db, after->kind, p->name, value, &id, err))
			return false;
		if (id && id != after->id)
			wrong(j, p->name, S(N_("Another record has this value already.")));
	}
	return true;
}

static bool check(struct judging *j, struct err *err)
{
	struct sheet_verdict *v = &j->verdict;
	if (v->move) {
		record_check_move(j->w->row, &v->after, v->move, &v->wrong);
		v->after.state = v->move->to;
	}
	record_check(j->w->row, &v->after, &v->wrong);
	return check_unique(j, err);
}

// FNV over everything that a person was shown of the row.
static uint64_t mark_of(struct arena *mem, const struct sheet_verdict *v)
{
	struct buf text = buf_new(mem, MARK_TEXT_MAX);
	buf_format(&text, "%d\t%lld\t%d\t%d\n", (int)v->outcome,
		(long long)(v->now ? v->now->version : 0), v->after.state, v->publishes);
	for (size_t i = 0; i < v->change.n; i++) {
		buf_add(&text, v->change.p[i].path);
		buf_add_char(&text, '\t');
		buf_add(&text, v->change.p[i].before);
		buf_add_char(&text, '\t');
		buf_add(&text, v->change.p[i].after);
		buf_add_char(&text, '\n');
	}
	return str_hash(buf_str(&text));
}

static enum sheet_outcome outcome_of(const struct sheet_verdict *v)
{
	if (v->wrong.n)
		return SHEET_WRONG;
	if (!v->now)
		return v->after.n ? SHEET_NEW : SHEET_SAME;
	if (!v->change.n && !v->move && !v->publishes)
		return SHEET_SAME;
	return v->seen ? SHEET_CONFLICT : SHEET_CHANGED;
}

bool sheet_judge(struct sheet_words *w, const struct sheet_table *table,
	const struct sheet_cells *cells, struct sheet_verdict *ret_verdict, struct err *err)
{
	struct judging j = {.w = w, .table = table, .cells = cells};
	struct sheet_verdict *v = &j.verdict;
	const struct record nothing = record_new(w->scope->kind);
	if (!load_record(&j, err) || !load_base(&j, err))
		return false;
	if (!v->wrong.n) {
		j.mine = copy_of(w->row, j.base ? j.base : &nothing);
		if (!take_cells(&j, err))
			return false;
		merge(&j);
		v->change = record_compare(w->row, v->now ? v->now : &nothing, &v->after);
		bool has_changes = v->change.n || v->move;
		if (has_changes && !v->wrong.n && !check(&j, err))
			return false;
	}
	v->outcome = outcome_of(v);
	v->mark = mark_of(w->row, v);
	*ret_verdict = *v;
	return true;
}
