// SPDX-License-Identifier: EUPL-1.2
// xlsx_test — workbooks written and read back, and archives that mean harm.
#include "format/xlsx_read.h"

#include <zlib.h>

#include "base/buf.h"
#include "check.h"
#include "format/xlsx_write.h"
#include "format/zip_read.h"
#include "tests.h"

enum { ARCHIVE_MAX = 16 * 1024 * 1024 };

// ---- archives made by hand

struct zip {
	struct arena *mem;
	struct buf body, directory;
	unsigned n;
};

static void add_int(struct buf *b, unsigned long value, int bytes)
{
	for (int i = 0; i < bytes; i++, value >>= 8)
		buf_add_char(b, (char)(value & 0xff));
}

static struct str deflated(struct arena *mem, struct str bytes)
{
	z_stream z = {
		.next_in = (unsigned char *)(uintptr_t)bytes.p, .avail_in = (unsigned)bytes.n};
	size_t room = bytes.n / 2 + 1000;
	char *p = arena_alloc(mem, room);

	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY), Z_OK);
	z.next_out = (unsigned char *)p;
	z.avail_out = (unsigned)room;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	deflateEnd(&z);
	return (struct str){p, z.total_out};
}

static void zip_add(struct zip *z, struct str name, struct str bytes, bool packs)
{
	struct str kept = packs ? deflated(z->mem, bytes) : bytes;
	unsigned long crc = crc32(0, (const unsigned char *)bytes.p, (unsigned)bytes.n);
	size_t at = z->body.n;
	struct buf head = buf_new(z->mem, 1000);

	add_int(&head, 20, 2);
	add_int(&head, 0, 2);
	add_int(&head, packs ? 8 : 0, 2);
	add_int(&head, 0, 4);
	add_int(&head, crc, 4);
	add_int(&head, kept.n, 4);
	add_int(&head, bytes.n, 4);
	add_int(&head, name.n, 2);
	add_int(&head, 0, 2);
	buf_add(&z->body, S("PK\3\4"));
	buf_add(&z->body, buf_str(&head));
	buf_add(&z->body, name);
	buf_add(&z->body, kept);
	buf_add(&z->directory, S("PK\1\2"));
	add_int(&z->directory, 20, 2);
	buf_add(&z->directory, buf_str(&head));
	add_int(&z->directory, 0, 2 + 2 + 2 + 4);
	add_int(&z->directory, at, 4);
	buf_add(&z->directory, name);
	z->n++;
}

static struct str zip_end(struct zip *z)
{
	size_t at = z->body.n;

	buf_add(&z->body, buf_str(&z->directory));
	buf_add(&z->body, S("PK\5\6"));
	add_int(&z->body, 0, 4);
	add_int(&z->body, z->n, 2);
	add_int(&z->body, z->n, 2);
	add_int(&z->body, z->directory.n, 4);
	add_int(&z->body, at, 4);
	add_int(&z->body, 0, 2);
	return buf_str(&z->body);
}

static struct zip zip_new(struct arena *mem)
{
	return (struct zip){mem, buf_new(mem, ARCHIVE_MAX), buf_new(mem, ARCHIVE_MAX), 0};
}

// A workbook whose only sheet is this XML.
static struct str book_of(struct arena *mem, struct str sheet, struct str shared)
{
	struct zip z = zip_new(mem);

	zip_add(&z, S("xl/workbook.xml"),
		S("<workbook xmlns:r='r'><sheets><sheet name='One' sheetId='7' r:id='rId1'/>"
		  "</sheets></workbook>"),
		true);
	zip_add(&z, S("xl/_rels/workbook.xml.rels"),
		S("<Relationships><Relationship Id='rId1' Target='/xl/worksheets/s.xml'/>"
		  "</Relationships>"),
		true);
	zip_add(&z, S("xl/worksheets/s.xml"), sheet, true);
	if (shared.n)
		zip_add(&z, S("xl/sharedStrings.xml"), shared, true);
	zip_add(&z, S("xl/styles.xml"),
		S("<styleSheet><numFmts><numFmt numFmtId='170' formatCode='dd/mm/yy'/>"
		  "<numFmt numFmtId='171' formatCode='[Red]0.0\"d\"'/></numFmts><cellStyleXfs>"
		  "<xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
		  "<xf numFmtId='170'/><xf numFmtId='171'/></cellXfs></styleSheet>"),
		true);
	return zip_end(&z);
}

static struct sheet read_one(struct arena *mem, struct str bytes)
{
	struct sheets sheets;
	struct err err;

	if (!xlsx_read(mem, bytes, &sheets, &err))
		fail_msg("%s", err.msg);
	return sheets.p[0];
}

static void assert_refused(struct arena *mem, struct str bytes, enum err_kind kind)
{
	struct sheets sheets;
	struct err err = {.kind = ERR_NONE};

	assert_false(xlsx_read(mem, bytes, &sheets, &err));
	if (err.kind != kind)
		fail_msg("%d: %s", (int)err.kind, err.msg);
}

static struct str cell(const struct sheet *sheet, size_t row, size_t column)
{
	assert_true(row < sheet->row.n);
	return sheet_cell(&sheet->row.p[row], column);
}

// ---- what others write

static void cells_are_what_a_person_sees(void **state)
{
	struct sheet sheet = read_one(*state,
		book_of(*state,
			S("<worksheet><sheetData><row r='2'><c r='A2' t='s'><v>1</v></c>"
			  "<c r='C2'><v>3.0</v></c><c r='D2' s='1'><v>41700</v></c>"
			  "<c r='E2' s='2'><v>41700.75</v></c><c r='F2' s='3'><v>2.5</v></c>"
			  "<c r='G2' t='b'><v>1</v></c><c r='H2' t='str'><f>1+1</f><v>two</v></c>"
			  "<c r='I2' t='inlineStr'><is><r><t>a</t></r><r><t> b</t></r></is></c>"
			  "<c r='J2' t='e'><v>#REF!</v></c></row><row><c t='s'><v>0</v></c>"
			  "<c t='s'><v>99</v></c></row></sheetData></worksheet>"),
			S("<sst><si><t>x_x0041__x005F_x</t></si><si><t>ru</t><rPh><t>spoken</t></rPh>"
			  "</si></sst>")));

	IS(sheet.name, "One");
	assert_int_equal(sheet.row.p[0].number, 2);
	IS(cell(&sheet, 0, 0), "ru");
	IS(cell(&sheet, 0, 1), "");
	IS(cell(&sheet, 0, 2), "3");
	IS(cell(&sheet, 0, 3), "2014-03-02");
	IS(cell(&sheet, 0, 4), "2014-03-02");
	IS(cell(&sheet, 0, 5), "2.5");
	IS(cell(&sheet, 0, 6), "true");
	IS(cell(&sheet, 0, 7), "two");
	IS(cell(&sheet, 0, 8), "a b");
	IS(cell(&sheet, 0, 9), "#REF!");
	assert_int_equal(sheet.row.p[1].number, 3);
	IS(cell(&sheet, 1, 0), "xA_x");
}

// ---- what we write

static void a_workbook_comes_back_as_it_was_written(void **state)
{
	struct arena *mem = *state;
	struct xlsx *x;
	struct err err;
	struct str bytes;
	struct sheets sheets;

	assert_true(xlsx_new(mem, &x, &err));
	struct xlsx_sheet *rows = xlsx_sheet(x, S("أنشطة: [2014]"), XLSX_RTL);
	struct xlsx_sheet *lists = xlsx_sheet(x, S("lists"), XLSX_HIDDEN);
	xlsx_head(rows, 0, S("Title"), 30);
	xlsx_text(rows, 1, 0, S("=1+1"));
	xlsx_text(rows, 1, 1, S(" two\nlines _x0041_ <&> ميناء"));
	xlsx_number(rows, 1, 2, 1234567890123);
	xlsx_date(rows, 1, 3, (struct date){2014, 3, 2});
	xlsx_date(rows, 1, 4, (struct date){2014, 3, 0});
	xlsx_date(rows, 1, 5, (struct date){1888, 3, 2});
	xlsx_flag(rows, 1, 6, true);
	xlsx_text(rows, 2, 0, S("@"));
	xlsx_choose(rows, 27, (struct xlsx_choice){S("lists"), 27, 2});
	xlsx_text(lists, 0, 0, S("x"));
	assert_true(xlsx_finish(x, &bytes, &err));
	assert_true(xlsx_is(bytes));
	assert_true(xlsx_read(mem, bytes, &sheets, &err));
	assert_int_equal(sheets.n, 2);
	struct sheet *sheet = &sheets.p[0];
	IS(sheet->name, "أنشطة   2014 ");
	assert_true(sheets.p[1].is_hidden && !sheet->is_hidden);
	IS(cell(sheet, 0, 0), "Title");
	IS(cell(sheet, 1, 0), "=1+1");
	IS(cell(sheet, 1, 1), " two\nlines _x0041_ <&> ميناء");
	IS(cell(sheet, 1, 2), "1234567890123");
	IS(cell(sheet, 1, 3), "2014-03-02");
	IS(cell(sheet, 1, 4), "2014-03");
	IS(cell(sheet, 1, 5), "1888-03-02");
	IS(cell(sheet, 1, 6), "true");
	IS(cell(sheet, 2, 0), "@");
}

static bool is_sheet(struct str name)
{
	return str_ends(name, S("sheet1.xml"));
}

// The file itself, as any spreadsheet opens it.
static void no_cell_that_we_write_is_a_formula(void **state)
{
	struct arena *mem = *state;
	struct xlsx *x;
	struct err err;
	struct str bytes;
	struct zip_files files;

	assert_true(xlsx_new(mem, &x, &err));
	struct xlsx_sheet *rows = xlsx_sheet(x, S("a"), XLSX_RTL);
	xlsx_text(rows, 0, 0, S("=HYPERLINK(\"x\")"));
	xlsx_text(rows, 1, 0, S("@SUM(1)"));
	assert_true(xlsx_finish(x, &bytes, &err));
	assert_true(zip_read(mem, bytes, is_sheet, &files, &err));
	HAS(files.p[0].bytes, "rightToLeft=\"1\"");
	HAS(files.p[0].bytes, "t=\"inlineStr\"");
	assert_true(str_find(files.p[0].bytes, S("<f"), 0) == STR_NONE);
}

static void what_a_cell_cannot_hold_is_an_error(void **state)
{
	struct arena *mem = *state;
	struct xlsx *x;
	struct err err;
	struct str bytes, text = {arena_alloc(mem, 40000), 40000};

	memset((char *)(uintptr_t)text.p, 'x', text.n);
	assert_true(xlsx_new(mem, &x, &err));
	xlsx_text(xlsx_sheet(x, S("a"), 0), 0, 0, text);
	assert_false(xlsx_finish(x, &bytes, &err));
}

// ---- what means harm

static bool everything(struct str name)
{
	(void)name;
	return true;
}

static void assert_unzips(struct arena *mem, struct zip *z, enum err_kind kind)
{
	struct zip_files files;
	struct err err = {.kind = ERR_NONE};

	assert_int_equal(zip_read(mem, zip_end(z), everything, &files, &err), kind == ERR_NONE);
	assert_int_equal(err.kind, kind);
}

static void an_archive_that_grows_without_end_is_refused(void **state)
{
	struct arena *mem = *state;
	struct zip z = zip_new(mem);

	zip_add(&z, S("xl/workbook.xml"), (struct str){arena_alloc(mem, 12 << 20), 12 << 20}, true);
	assert_true(z.body.n < 20000);
	assert_unzips(mem, &z, ERR_LIMIT);
}

static void an_archive_of_many_files_is_refused(void **state)
{
	struct zip z = zip_new(*state);

	for (int i = 0; i <= ZIP_ENTRIES_MAX; i++)
		zip_add(&z, str_format(*state, "f%d", i), S("x"), false);
	assert_unzips(*state, &z, ERR_LIMIT);
}

static void names_that_lead_out_of_an_archive_are_refused(void **state)
{
	static const struct str names[] = {S_INIT("../x"), S_INIT("a/../../x"), S_INIT("/etc/x"),
		S_INIT("a\\..\\x"), S_INIT("c:x"), S_INIT("a/./b")};
	struct zip good = zip_new(*state), twice = zip_new(*state);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct zip z = zip_new(*state);
		zip_add(&z, names[i], S("x"), false);
		assert_unzips(*state, &z, ERR_INPUT);
	}
	zip_add(&good, S("a/..x/b"), S("x"), false);
	assert_unzips(*state, &good, ERR_NONE);
	zip_add(&twice, S("a"), S("x"), false);
	zip_add(&twice, S("a"), S("y"), false);
	assert_unzips(*state, &twice, ERR_INPUT);
}

static void broken_files_are_refused_wherever_they_break(void **state)
{
	struct arena *mem = *state;
	struct str whole = book_of(mem,
		S("<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"),
		STR_EMPTY);
	struct sheets sheets;
	struct err err;

	for (size_t n = 0; n < whole.n; n += 7)
		if (xlsx_read(mem, str_sub(whole, 0, n), &sheets, &err))
			assert_int_equal(sheets.n, 1);
	assert_refused(mem, S("PK\3\4 and nothing else"), ERR_INPUT);
	assert_refused(mem, S("no archive"), ERR_INPUT);
	assert_refused(mem, book_of(mem, S("<worksheet><sheetData>"), STR_EMPTY), ERR_INPUT);
	assert_refused(mem,
		book_of(mem, S("<!DOCTYPE a [<!ENTITY x 'y'>]><worksheet>&x;</worksheet>"),
			STR_EMPTY),
		ERR_INPUT);
}

static void elements_nested_too_deeply_are_refused(void **state)
{
	struct buf deep = buf_new(*state, 64 * 1024);

	for (int i = 0; i < 1000; i++)
		buf_add(&deep, S("<a>"));
	assert_refused(*state, book_of(*state, buf_str(&deep), STR_EMPTY), ERR_INPUT);
}

static void huge_rows_and_cells_are_refused(void **state)
{
	struct arena *mem = *state;
	struct buf cell = buf_new(mem, 2 << 20), rows = buf_new(mem, 4 << 20);

	buf_add(&cell, S("<worksheet><row><c t='str'><v>"));
	for (int i = 0; i <= SHEET_CELL_MAX; i++)
		buf_add_char(&cell, 'x');
	buf_add(&cell, S("</v></c></row></worksheet>"));
	buf_add(&rows, S("<worksheet>"));
	for (int i = 0; i <= SHEET_ROWS_MAX; i++)
		buf_add(&rows, S("<row><c><v>1</v></c></row>"));
	buf_add(&rows, S("</worksheet>"));
	assert_refused(mem, book_of(mem, buf_str(&cell), STR_EMPTY), ERR_LIMIT);
	assert_refused(mem, book_of(mem, buf_str(&rows), STR_EMPTY), ERR_LIMIT);
	assert_refused(mem,
		book_of(mem, S("<worksheet><row><c r='ZZZ1'><v>1</v></c></row></worksheet>"),
			STR_EMPTY),
		ERR_LIMIT);
}

int xlsx_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(cells_are_what_a_person_sees),
		TEST(a_workbook_comes_back_as_it_was_written),
		TEST(no_cell_that_we_write_is_a_formula),
		TEST(what_a_cell_cannot_hold_is_an_error),
		TEST(an_archive_that_grows_without_end_is_refused),
		TEST(an_archive_of_many_files_is_refused),
		TEST(names_that_lead_out_of_an_archive_are_refused),
		TEST(broken_files_are_refused_wherever_they_break),
		TEST(elements_nested_too_deeply_are_refused),
		TEST(huge_rows_and_cells_are_refused),
	};

	return cmocka_run_group_tests_name("xlsx", tests, NULL, NULL);
}
