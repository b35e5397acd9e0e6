// SPDX-License-Identifier: EUPL-1.2
// sheet_test — the promises of format/sheet.h and format/csv_read.h.
#include "format/csv_read.h"

#include "base/buf.h"
#include "check.h"
#include "format/csv_write.h"
#include "tests.h"

static struct sheet table_of(struct arena *mem, struct str bytes)
{
	struct sheet sheet;
	struct err err;

	if (!csv_read(mem, bytes, &sheet, &err))
		fail_msg("%s", err.msg);
	return sheet;
}

static struct str cell(const struct sheet *sheet, size_t row, size_t column)
{
	assert_true(row < sheet->row.n);
	return sheet_cell(&sheet->row.p[row], column);
}

static void cells_are_parted_by_what_the_first_line_has_most_of(void **state)
{
	static const struct str tables[] = {
		S_INIT("a,b\r\n1,\"x,\"\"y\"\"\nz\"\r\n"),
		S_INIT("a;b\n1;\"x,\"\"y\"\"\nz\"\n"),
		S_INIT("a\tb\r1\t\"x,\"\"y\"\"\nz\""),
		S_INIT("\xef\xbb\xbf"
		       "a,b\n1,\"x,\"\"y\"\"\nz\"\n\n"),
		S_INIT("sep=;\r\na;b\n1;\"x,\"\"y\"\"\nz\"\n"),
	};

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		struct sheet sheet = table_of(*state, tables[i]);
		assert_int_equal(sheet.row.n, 2);
		IS(cell(&sheet, 0, 0), "a");
		IS(cell(&sheet, 0, 1), "b");
		IS(cell(&sheet, 1, 0), "1");
		IS(cell(&sheet, 1, 1), "x,\"y\"\nz");
		IS(cell(&sheet, 1, 7), "");
	}
}

static void rows_keep_their_numbers_when_some_are_empty(void **state)
{
	struct sheet sheet = table_of(*state, S("a,b\n,\n\n1,2\n"));

	assert_int_equal(sheet.row.n, 2);
	assert_int_equal(sheet.row.p[1].number, 4);
}

static void other_encodings_are_read(void **state)
{
	struct sheet old = table_of(*state, S("nom;lieu\nCot\xe9;Lom\xe9\n"));
	struct sheet wide = table_of(*state,
		S("\xff\xfe"
		  "a\0\t\0b\0\n\0\x27\x06\t\0c\0"));

	IS(cell(&old, 1, 1), "Lomé");
	IS(cell(&wide, 1, 0), "ا");
}

static void what_is_no_table_is_refused(void **state)
{
	static const struct str wrong[] = {S_INIT("a,\"b\n"), S_INIT("a,\"b\"c\n"),
		S_INIT("\x7f"
		       "ELF\0\0\0\0\0\1\2\3\4")};
	struct sheet sheet;
	struct err err;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(csv_read(*state, wrong[i], &sheet, &err));
		assert_int_equal(err.kind, ERR_INPUT);
	}
}

static void there_is_an_end_to_rows_columns_and_cells(void **state)
{
	struct arena *mem = *state;
	struct buf rows = buf_new(mem, 1024 * 1024), columns = buf_new(mem, 64 * 1024);
	struct buf cells = buf_new(mem, SHEET_CELL_MAX + 100);
	struct sheet sheet;
	struct err err;

	for (int i = 0; i <= SHEET_ROWS_MAX; i++)
		buf_add(&rows, S("1\n"));
	for (int i = 0; i <= SHEET_COLUMNS_MAX; i++)
		buf_add(&columns, S("1,"));
	buf_add(&columns, S("1"));
	for (int i = 0; i <= SHEET_CELL_MAX; i++)
		buf_add_char(&cells, 'x');
	const struct str large[] = {buf_str(&rows), buf_str(&columns), buf_str(&cells)};
	for (int i = 0; i < 3; i++) {
		assert_false(csv_read(mem, large[i], &sheet, &err));
		assert_int_equal(err.kind, ERR_LIMIT);
	}
}

// What a spreadsheet might run, and what only looks as if we had guarded it.
static const struct str risky[] = {S_INIT("=1+1"), S_INIT("+33 1"), S_INIT("-5"),
	S_INIT("@SUM(A1)"), S_INIT("'=1"), S_INIT("''@x"), S_INIT("'quoted'"), S_INIT("\tx"),
	S_INIT("a=b"), S_INIT("'"), S_INIT("a,\"b\"\nc"), S_INIT("ميناء")};

static void what_a_spreadsheet_would_run_comes_back_as_it_was(void **state)
{
	struct arena *mem = *state;
	struct out o = out_memory(mem, 64 * 1024);
	struct csv csv = csv_new(&o);

	for (size_t i = 0; i < sizeof risky / sizeof *risky; i++) {
		csv_text(&csv, risky[i]);
		csv_text(&csv, S("x"));
		csv_end_row(&csv);
	}
	struct sheet sheet = table_of(mem, out_str(&o));
	for (size_t i = 0; i < sizeof risky / sizeof *risky; i++)
		check_str(cell(&sheet, i, 0), risky[i], __FILE__, __LINE__);
	for (size_t i = 0; i < 5; i++)
		assert_true(str_find(out_str(&o), str_join(mem, S("\n"), risky[i]), 0) == STR_NONE);
}

static void sheets_are_kept_as_text_and_come_back(void **state)
{
	struct arena *mem = *state;
	struct sheets sheets = {.n = 0}, again;
	struct sheet *sheet = VEC_NEW(mem, &sheets);
	struct err err;

	*sheet = (struct sheet){.name = S("a\tb"), .is_hidden = true};
	assert_true(sheet_put(mem, sheet, 3, 2, S("x\ty\\z\n"), &err));
	assert_true(sheet_put(mem, sheet, 3, 4, S("\r\nlast\1"), &err));
	assert_false(sheet_put(mem, sheet, 2, 0, S("back"), &err));
	assert_false(sheet_put(mem, sheet, 4, 0, S("\xff"), &err));
	assert_true(sheet_read(mem, sheet_write(mem, &sheets), &again, &err));
	assert_int_equal(again.n, 1);
	IS(again.p[0].name, "a\tb");
	assert_true(again.p[0].is_hidden);
	assert_int_equal(again.p[0].row.p[0].number, 3);
	IS(cell(&again.p[0], 0, 2), "x\ty\\z\n");
	IS(cell(&again.p[0], 0, 4), "\nlast");
	assert_false(sheet_read(mem, S("1\tno sheet\n"), &again, &err));
	assert_false(sheet_read(mem, S("SHEET\tx\n1\ta\\q\n"), &again, &err));
}

int sheet_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(cells_are_parted_by_what_the_first_line_has_most_of),
		TEST(rows_keep_their_numbers_when_some_are_empty),
		TEST(other_encodings_are_read),
		TEST(what_is_no_table_is_refused),
		TEST(there_is_an_end_to_rows_columns_and_cells),
		TEST(what_a_spreadsheet_would_run_comes_back_as_it_was),
		TEST(sheets_are_kept_as_text_and_come_back),
	};

	return cmocka_run_group_tests_name("sheet", tests, NULL, NULL);
}
