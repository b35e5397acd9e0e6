// SPDX-License-Identifier: EUPL-1.2
// sheet_test — lists go into spreadsheets and come back (work/desk/sheet_*.h).
#include "base/buf.h"
#include "format/csv_read.h"
#include "format/xlsx_read.h"
#include "model/country.h"
#include "model/kind_list.h"
#include "sample.h"
#include "store/record.h"
#include "tests.h"
#include "work/desk/sheet_export.h"
#include "work/desk/sheet_import.h"

enum { NOW = 1456833600, OFFICER = 3, RECORDS = 12, EVERY_CLASS = 0xff };

static struct sheet_scope scope_of(const struct kind *kind, const char *lang)
{
	return (struct sheet_scope){.kind = kind,
		.lang = lang_find(str_c(lang)),
		.classes = EVERY_CLASS,
		.holder = {.roles = 1u << ROLE_MANAGER, .is_signed_in = true, .is_strong = true}};
}

static void save(struct sample *s, struct record *record)
{
	AUTO_TXN txn = sample_begin(s);
	struct record_edit edit = {.record = record, .at = NOW, .what = S("create")};
	struct err err;
	bool saved;

	MUST(record_save(s->mem, s->db, &edit, &saved, &err), &err);
	assert_true(saved);
	sample_commit(&txn);
}

static struct record *load(struct sample *s, int64_t id)
{
	struct record *record;
	struct err err;

	MUST(record_load(s->mem, s->db, id, &record, &err), &err);
	return record;
}

static void set(struct sample *s, struct record *record, const char *path, const char *text)
{
	assert_true(record_set(s->mem, record, str_c(path), str_c(text)));
}

static struct record place(struct sample *s, const char *name)
{
	struct record r = record_new(&kind_place);

	set(s, &r, "name.en", name);
	set(s, &r, "kind", "city");
	set(s, &r, "country", "BJ");
	save(s, &r);
	return *load(s, r.id);
}

// ---- a table, from its text to what it would do

struct tried {
	struct sheet_words w;
	struct sheet_pending pending;
	struct sheet_pending_rows rows;
	struct sheet_preview preview;
};

static struct tried try_sheets(
	struct sample *s, const struct sheet_scope *scope, const struct sheets *sheets, size_t most)
{
	struct sheet_mappings none = {.n = 0};
	struct sheet_taken taken;
	struct tried t = {.w = sheet_words_new(s->mem, s->db, scope)};
	struct err err;

	MUST(sheet_take(s->mem, scope, sheets, &none, &taken, &err), &err);
	t.pending = (struct sheet_pending){.account_id = OFFICER,
		.kind = scope->kind->name,
		.what = SHEET_WHAT,
		.why = S("list.csv"),
		.head = taken.head,
		.columns = taken.columns,
		.made_at = NOW};
	AUTO_TXN txn = sample_begin(s);
	MUST(sheet_pending_save(s->db, &t.pending, &taken.row, &err), &err);
	sample_commit(&txn);
	MUST(sheet_pending_list(s->mem, s->db, t.pending.id, &t.rows, &err), &err);
	MUST(sheet_preview(&t.w, &t.pending, &t.rows, 0, most, &t.preview, &err), &err);
	return t;
}

static struct tried try_csv(struct sample *s, const struct sheet_scope *scope, struct str text)
{
	struct sheets sheets = {.n = 0};
	struct sheet sheet;
	struct err err;

	MUST(csv_read(s->mem, text, &sheet, &err), &err);
	VEC_ADD(s->mem, &sheets, sheet);
	return try_sheets(s, scope, &sheets, 100);
}

static const struct sheet_verdict *first(const struct tried *t)
{
	assert_true(t->preview.row.n > 0);
	return &t->preview.row.p[0].verdict;
}

static size_t accept(struct sample *s, struct tried *t, const struct sheet_ticks *ticks)
{
	struct sheet_by by = {OFFICER, NOW + 60};
	struct err err;
	size_t saved;

	(void)s;
	MUST(sheet_accept(&t->w, &t->pending, ticks, &by, &saved, &err), &err);
	return saved;
}

// ---- records at random, from the description

static unsigned chance(unsigned *seed, unsigned n)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % n;
}

static struct str text_at_random(struct arena *mem, unsigned *seed)
{
	static const struct str texts[] = {S_INIT("=1+1"), S_INIT("+33 1 40"), S_INIT("-5"),
		S_INIT("@SUM(A1)"), S_INIT("'=quoted"), S_INIT("plain, with \"quotes\"; and more"),
		S_INIT("ورشة عمل في لومي"), S_INIT("Côte d’Ivoire"), S_INIT("2014-03-02"),
		S_INIT("007"), S_INIT("1E5"), S_INIT("true"), S_INIT("_x0041_"), S_INIT("a\tb"),
		S_INIT("<&>"), S_INIT("TRUE"), S_INIT("12 · no link")};
	unsigned i = chance(seed, sizeof texts / sizeof *texts + 1);

	return i < sizeof texts / sizeof *texts ? texts[i]
						: str_format(mem, "Number %u", chance(seed, 100));
}

static struct str prose_at_random(struct arena *mem, unsigned *seed)
{
	struct buf text = buf_new(mem, 64 * 1024);

	for (unsigned n = chance(seed, 20) == 0 ? 3000 : 1 + chance(seed, 4); n; n--) {
		buf_add(&text, text_at_random(mem, seed));
		buf_add(&text, S("\nand so on. "));
	}
	return buf_str(&text);
}

static struct str value_at_random(struct arena *mem, const struct property *p, unsigned *seed)
{
	static const struct str dates[] = {S_INIT("2014"), S_INIT("2014-03"), S_INIT("2014-03-02"),
		S_INIT("1888-01-01"), S_INIT("2014-03-02")};
	static const struct str periods[] = {S_INIT("2014-03/2014-05"), S_INIT("2014-03-02"),
		S_INIT("2013/.."), S_INIT("2014-03-02/2014-03-05"), S_INIT("/..")};

	switch (p->type) {
	case PROPERTY_PROSE:
		return prose_at_random(mem, seed);
	case PROPERTY_NUMBER:
		return str_of_int(mem, chance(seed, 100000));
	case PROPERTY_LINK:
		return str_of_int(mem, 1 + chance(seed, 30));
	case PROPERTY_FLAG:
		return S("true");
	case PROPERTY_DATE:
		return dates[chance(seed, 5)];
	case PROPERTY_PERIOD:
		return periods[chance(seed, 5)];
	case PROPERTY_CODE:
		return p->codes->code[chance(seed, (unsigned)*p->codes->n)].slug;
	case PROPERTY_COUNTRY:
		return country_table[chance(seed, (unsigned)country_table_n)].iso2;
	default:
		return text_at_random(mem, seed);
	}
}

static void fill(struct arena *mem, struct record *r, const struct property *p, struct str path,
	unsigned *seed)
{
	static const char *const langs[] = {"en", "fr", "ar"};
	unsigned n = p->flags & PROPERTY_MANY ? chance(seed, 4) : 1;

	if (p->flags & PROPERTY_TRANSLATED) {
		for (int i = 0; i < 3; i++)
			if (chance(seed, 2))
				record_set(mem, r,
					str_format(mem, "%" PRIstr ".%s", STR(path), langs[i]),
					value_at_random(mem, p, seed));
		return;
	}
	for (unsigned i = 1; i <= n; i++)
		if (p->flags & PROPERTY_MANY || chance(seed, 3))
			record_set(mem, r,
				p->flags & PROPERTY_MANY
					? str_format(mem, "%" PRIstr ".%u", STR(path), i)
					: path,
				value_at_random(mem, p, seed));
}

static struct record record_at_random(struct arena *mem, const struct kind *kind, unsigned *seed)
{
	struct record r = record_new(kind);

	for (size_t i = 0; i < kind->property_n; i++) {
		const struct property *p = &kind->property[i];
		unsigned rows = p->type == PROPERTY_ROWS ? chance(seed, 4) : 0;
		if (p->type != PROPERTY_ROWS)
			fill(mem, &r, p, p->name, seed);
		for (unsigned row = 1; row <= rows; row++)
			for (size_t k = 0; k < p->part_n; k++)
				fill(mem, &r, &p->part[k],
					str_format(mem, "%" PRIstr ".%u.%" PRIstr, STR(p->name),
						row, STR(p->part[k].name)),
					seed);
	}
	record_close_gaps(mem, &r);
	r.state = (int)chance(seed, (unsigned)kind->state_n);
	return r;
}

static void assert_same(const struct tried *t, const struct kind *kind, const char *how)
{
	if (t->preview.total) {
		const struct sheet_verdict *v = first(t);
		fail_msg("%" PRIstr " as %s: row %lld: %" PRIstr ": “%" PRIstr "” “%" PRIstr
			 "” %" PRIstr,
			STR(kind->name), how, (long long)t->preview.row.p[0].number,
			STR(v->change.n ? v->change.p[0].path : STR_EMPTY),
			STR(v->change.n ? v->change.p[0].before : STR_EMPTY),
			STR(v->change.n ? v->change.p[0].after : STR_EMPTY),
			STR(v->wrong.n ? v->wrong.p[0].message : STR_EMPTY));
	}
	assert_int_equal(t->preview.count[SHEET_SAME], RECORDS);
}

static void whatever_a_record_holds_it_comes_back_unchanged(void **state)
{
	struct sample *s = *state;
	static const char *const langs[] = {"en", "fr", "ar"};
	unsigned seed = 7;

	for (size_t k = 0; k < KIND_N; k++) {
		struct sheet_scope scope = scope_of(kind_list[k], langs[k % 3]);
		struct sheet_words w = sheet_words_new(s->mem, s->db, &scope);
		struct record record[RECORDS];
		struct sheet_records records = {record, RECORDS};
		struct sheets sheets;
		struct err err;
		struct str bytes;
		for (int i = 0; i < RECORDS; i++) {
			struct record r = record_at_random(s->mem, kind_list[k], &seed);
			save(s, &r);
			record[i] = *load(s, r.id);
		}
		MUST(sheet_export_csv(&w, &records, &bytes, &err), &err);
		struct tried csv = try_csv(s, &scope, bytes);
		assert_same(&csv, kind_list[k], "CSV");
		MUST(sheet_export_xlsx(&w, &records, &bytes, &err), &err);
		MUST(xlsx_read(s->mem, bytes, &sheets, &err), &err);
		struct tried book = try_sheets(s, &scope, &sheets, 10);
		assert_same(&book, kind_list[k], langs[k % 3]);
	}
}

// ---- what a row does

static void a_changed_cell_is_a_change_and_an_empty_one_takes_away(void **state)
{
	struct sample *s = *state;
	struct sheet_scope scope = scope_of(&kind_place, "fr");
	struct record r = place(s, "Port");
	struct tried t = try_csv(s, &scope,
		str_format(s->mem, "id;version;Nom (français);name.en;Pays\n%lld;1;Le port;;togo\n",
			(long long)r.id));

	assert_int_equal(first(&t)->outcome, SHEET_CHANGED);
	IS(record_get(&first(&t)->after, S("name.en")), "");
	IS(record_get(&first(&t)->after, S("name.fr")), "Le port");
	t = try_csv(s, &scope,
		str_format(s->mem,
			"id;version;name.fr;name.en;country\n%lld;1;Le port;Harbour;togo\n",
			(long long)r.id));
	const struct sheet_verdict *v = first(&t);
	assert_int_equal(v->outcome, SHEET_CHANGED);
	assert_int_equal(v->change.n, 3);
	IS(record_get(&v->after, S("name.fr")), "Le port");
	IS(record_get(&v->after, S("country")), "TG");
	assert_int_equal(accept(s, &t, &t.preview.good), 1);
	struct record *now = load(s, r.id);
	assert_int_equal(now->version, 2);
	IS(record_get(now, S("name.en")), "Harbour");
	struct record_versions history;
	struct err err;
	MUST(record_history(s->mem, s->db, r.id, &history, &err), &err);
	IS(history.p[0].what, "sheet");
	IS(history.p[0].why, "list.csv");
	assert_int_equal(history.p[0].account_id, OFFICER);
}

static void a_row_without_a_number_is_a_new_record(void **state)
{
	struct sample *s = *state;
	struct sheet_scope scope = scope_of(&kind_place, "en");
	struct tried t = try_csv(
		s, &scope, S("id,name.en,kind,country\n,Cove,city,BJ\n,Bay,city,NOWHERE\n,,,\n"));

	assert_int_equal(t.preview.count[SHEET_NEW], 1);
	assert_int_equal(t.preview.count[SHEET_WRONG], 1);
	IS(t.preview.row.p[1].verdict.wrong.p[0].rule, "country");
	assert_int_equal(accept(s, &t, &t.preview.good), 1);
	// What was saved waits no longer, so that it cannot be made twice.
	assert_int_equal(accept(s, &t, &t.preview.good), 0);
	int64_t left;
	struct err err;
	MUST(sheet_pending_count(s->db, t.pending.id, &left, &err), &err);
	assert_int_equal(left, 1);
}

static void nothing_is_written_over_unseen(void **state)
{
	struct sample *s = *state;
	struct sheet_scope scope = scope_of(&kind_place, "en");
	struct record r = place(s, "Port");
	struct str text = str_format(
		s->mem, "id,version,name.en,name.ar\n%lld,1,Harbour,ميناء\n", (long long)r.id);
	struct tried before = try_csv(s, &scope, text);

	// Somebody else was faster: what was ticked is not what would be saved now.
	set(s, &r, "name.en", "Haven");
	save(s, &r);
	assert_int_equal(accept(s, &before, &before.preview.good), 0);
	struct tried t = try_csv(s, &scope, text);
	const struct sheet_verdict *v = first(&t);
	assert_int_equal(v->outcome, SHEET_CONFLICT);
	assert_int_equal(t.preview.good.n, 0);
	assert_int_equal(v->both.n, 1);
	IS(v->both.p[0].before, "Haven");
	IS(v->both.p[0].after, "Harbour");
	struct sheet_ticks seen = {.n = 0};
	VEC_ADD(s->mem, &seen, ((struct sheet_tick){t.preview.row.p[0].number, v->mark}));
	assert_int_equal(accept(s, &t, &seen), 1);
	IS(record_get(load(s, r.id), S("name.en")), "Harbour");
}

static struct str why_wrong(struct sample *s, const struct sheet_scope *scope, struct str text)
{
	struct tried t = try_csv(s, scope, text);
	const struct sheet_verdict *v = first(&t);

	assert_int_equal(v->outcome, SHEET_WRONG);
	return v->wrong.p[0].rule;
}

static void what_is_wrong_is_told_with_its_column(void **state)
{
	struct sample *s = *state;
	struct sheet_scope scope = scope_of(&kind_place, "en");
	struct record r = place(s, "Port");
	long long id = (long long)r.id;

	IS(why_wrong(s, &scope, S("id,name.en\n9999,x\n")), "id");
	IS(why_wrong(s, &scope, S("id,name.en\nx,x\n")), "id");
	IS(why_wrong(s, &scope, str_format(s->mem, "id,version,name.en\n%lld,7,x\n", id)),
		"version");
	IS(why_wrong(s, &scope, str_format(s->mem, "id,state,name.en\n%lld,nonsense,x\n", id)),
		"state");
	IS(why_wrong(s, &scope, str_format(s->mem, "id,move\n%lld,nonsense\n", id)), "move");
	IS(why_wrong(s, &scope, str_format(s->mem, "id,name.en\n%lld,#REF!\n", id)), "name.en");
	struct tried twice = try_csv(
		s, &scope, str_format(s->mem, "id,name.en\n%lld,Bay\n%lld,Cove\n", id, id));
	assert_int_equal(twice.preview.count[SHEET_WRONG], 1);
	assert_int_equal(twice.preview.count[SHEET_CHANGED], 1);
}

static void a_link_is_read_by_number_or_by_a_name_that_only_one_has(void **state)
{
	struct sample *s = *state;
	struct sheet_scope scope = scope_of(&kind_activity, "en");
	struct record action = record_new(&kind_action), twin = record_new(&kind_action);

	set(s, &action, "place", "Togo");
	set(s, &action, "title.en", "Labour");
	save(s, &action);
	const char *wanted[] = {"togo · labour", "%lld · whatever", "%lld"};
	for (int i = 0; i < 3; i++) {
		struct str cell = str_c(wanted[i]);
		if (i)
			cell = str_join(s->mem, str_of_int(s->mem, action.id), str_from(cell, 4));
		struct tried t = try_csv(s, &scope,
			str_format(s->mem, "action,type\n%" PRIstr ",workshop\n", STR(cell)));
		assert_int_equal(first(&t)->outcome, SHEET_NEW);
		assert_true(str_eq(
			record_get(&first(&t)->after, S("action")), str_of_int(s->mem, action.id)));
	}
	IS(why_wrong(s, &scope, S("action,type\nNobody,workshop\n")), "action");
	IS(why_wrong(s, &scope, S("action,type\n9999,workshop\n")), "action");
	set(s, &twin, "place", "Togo");
	set(s, &twin, "title.en", "Labour");
	save(s, &twin);
	IS(why_wrong(s, &scope, S("action,type\nTogo · Labour,workshop\n")), "action");
}

static void what_a_person_does_not_see_is_no_column(void **state)
{
	struct sample *s = *state;
	struct sheet_scope scope = scope_of(&kind_activity, "en");
	struct record r = record_at_random(s->mem, &kind_activity, &(unsigned){3});
	struct str bytes;
	struct err err;

	record_set(s->mem, &r, S("cost"), S("424242"));
	record_set(s->mem, &r, S("notes"), S("a secret word"));
	save(s, &r);
	scope.classes = 1u << FIELD_PUBLIC;
	struct sheet_words w = sheet_words_new(s->mem, s->db, &scope);
	MUST(sheet_export_csv(&w, &(struct sheet_records){load(s, r.id), 1}, &bytes, &err), &err);
	assert_true(str_find(bytes, S("424242"), 0) == STR_NONE);
	assert_true(str_find(bytes, S("a secret word"), 0) == STR_NONE);
	assert_true(str_find(bytes, S("notes"), 0) == STR_NONE);
	struct tried t = try_csv(
		s, &scope, str_format(s->mem, "id,cost,notes\n%lld,1,gone\n", (long long)r.id));
	assert_int_equal(t.preview.count[SHEET_SAME], 1);
}

static void a_step_is_made_with_its_right_and_its_reason(void **state)
{
	struct sample *s = *state;
	struct sheet_scope scope = scope_of(&kind_place, "en");
	struct record r = place(s, "Port");
	const struct move *move = kind_place.move;

	while (!(move->from & 1))
		move++;
	struct str text = str_format(
		s->mem, "id,move\n%lld,%" PRIstr "\n", (long long)r.id, STR(move->name));
	if (move->asks_why)
		IS(why_wrong(s, &scope, text), "move");
	struct tried t = try_csv(s, &scope, text);
	t.pending.what = S("edit");
	t.pending.why = S("All places were looked at");
	struct err err;
	MUST(sheet_preview(&t.w, &t.pending, &t.rows, 0, 10, &t.preview, &err), &err);
	assert_int_equal(first(&t)->outcome, SHEET_CHANGED);
	assert_int_equal(accept(s, &t, &t.preview.good), 1);
	assert_int_equal(load(s, r.id)->state, move->to);
	scope.holder.roles = 1u << ROLE_COMMITTEE;
	r = place(s, "Bay");
	IS(why_wrong(s, &scope,
		   str_format(s->mem, "id,move\n%lld,%" PRIstr "\n", (long long)r.id,
			   STR(move->name))),
		"move");
}

static void columns_are_known_by_paths_and_by_labels_in_any_language(void **state)
{
	struct sample *s = *state;
	struct sheet_scope scope = scope_of(&kind_activity, "ar");
	struct sheet_columns all = sheet_columns_choice(s->mem, &scope);
	struct sheet_headings headings = sheet_headings_make(s->mem, &scope);
	struct sheet_column found;

	assert_true(all.n > 50);
	for (size_t i = 0; i < all.n; i++) {
		assert_true(sheet_heading_find(s->mem, &scope, &headings, all.p[i].path, &found));
		assert_true(str_eq(found.path, all.p[i].path));
	}
	assert_true(sheet_heading_find(s->mem, &scope, &headings, S(" title (english) "), &found));
	IS(found.path, "title.en");
	assert_true(sheet_heading_find(s->mem, &scope, &headings, S("Places 12, Country"), &found));
	IS(found.path, "legs.12.country");
	assert_false(sheet_heading_find(s->mem, &scope, &headings, S("Weather"), &found));
}

int sheet_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(whatever_a_record_holds_it_comes_back_unchanged),
		SAMPLE_TEST(a_changed_cell_is_a_change_and_an_empty_one_takes_away),
		SAMPLE_TEST(a_row_without_a_number_is_a_new_record),
		SAMPLE_TEST(nothing_is_written_over_unseen),
		SAMPLE_TEST(what_is_wrong_is_told_with_its_column),
		SAMPLE_TEST(a_link_is_read_by_number_or_by_a_name_that_only_one_has),
		SAMPLE_TEST(what_a_person_does_not_see_is_no_column),
		SAMPLE_TEST(a_step_is_made_with_its_right_and_its_reason),
		SAMPLE_TEST(columns_are_known_by_paths_and_by_labels_in_any_language),
	};

	return cmocka_run_group_tests_name("sheet", tests, NULL, NULL);
}
