// SPDX-License-Identifier: EUPL-1.2
// sheet — cells put in their places, and rows as text: `NUMBER TAB cell TAB cell`.
#include "format/sheet.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { TEXT_MAX = 2 * SHEET_BYTES_MAX + 4 * SHEET_CELLS_MAX };

// Line ends as \n, and none of the controls that no table has.
static struct str text_plain(struct arena *mem, struct str s)
{
	size_t n = 0;
	bool is_plain = true;
	for (size_t i = 0; i < s.n && is_plain; i++)
		is_plain = (unsigned char)s.p[i] >= 0x20 && s.p[i] != 0x7f;
	if (is_plain)
		return s;
	char *p = arena_room(mem, s.n);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == '\r' && (i + 1 == s.n || s.p[i + 1] != '\n'))
			p[n++] = '\n';
		else if ((c >= 0x20 && c != 0x7f) || c == '\n' || c == '\t')
			p[n++] = (char)c;
	}
	return (struct str){p, n};
}

static bool within(const struct sheet *sheet, size_t column, struct err *err)
{
	if (column >= SHEET_COLUMNS_MAX)
		return err_set(err, ERR_LIMIT, "a table may have %d columns", SHEET_COLUMNS_MAX);
	if (sheet->row.n > SHEET_ROWS_MAX)
		return err_set(err, ERR_LIMIT, "a table may have %d rows", SHEET_ROWS_MAX);
	if (sheet->cell_n > SHEET_CELLS_MAX || sheet->bytes > SHEET_BYTES_MAX)
		return err_set(err, ERR_LIMIT, "there is too much in this table");
	return true;
}

bool sheet_put(struct arena *mem, struct sheet *sheet, unsigned number, size_t column,
	struct str text, struct err *err)
{
	struct sheet_row *row = sheet->row.n ? &sheet->row.p[sheet->row.n - 1] : NULL;
	text = text_plain(mem, text);
	if (!text.n)
		return true;
	if (!utf8_is_valid(text, NULL))
		return err_set(err, ERR_INPUT, "row %u has bytes that are no text", number);
	if (text.n > SHEET_CELL_MAX)
		return err_set(err, ERR_LIMIT, "a cell in row %u is too long", number);
	if (!number || (row && number < row->number))
		return err_set(err, ERR_INPUT, "the rows of the table go backwards");
	if (!row || row->number < number) {
		row = VEC_NEW(mem, &sheet->row);
		*row = (struct sheet_row){.number = number};
	}
	sheet->cell_n++;
	sheet->bytes += text.n;
	if (!within(sheet, column, err))
		return false;
	while (row->cell.n <= column)
		VEC_ADD(mem, &row->cell, STR_EMPTY);
	row->cell.p[column] = text;
	return true;
}

struct str sheet_cell(const struct sheet_row *row, size_t column)
{
	return column < row->cell.n ? row->cell.p[column] : STR_EMPTY;
}

static void add_cell(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		switch (s.p[i]) {
		case '\t':
			buf_add(b, S("\\t"));
			break;
		case '\n':
			buf_add(b, S("\\n"));
			break;
		case '\\':
			buf_add(b, S("\\\\"));
			break;
		default:
			buf_add_char(b, s.p[i]);
		}
}

static void add_row(struct buf *b, const struct sheet_row *row)
{
	for (size_t i = 0; i < row->cell.n; i++) {
		if (i)
			buf_add_char(b, '\t');
		add_cell(b, row->cell.p[i]);
	}
}

struct str sheet_row_write(struct arena *mem, const struct sheet_row *row)
{
	struct buf b = buf_new(mem, TEXT_MAX);
	add_row(&b, row);
	return buf_str(&b);
}

// Without the escapes.
static bool cell_read(struct arena *mem, struct str s, struct str *ret_text)
{
	*ret_text = s;
	if (str_find_char(s, '\\', 0) == STR_NONE)
		return true;
	char *p = arena_room(mem, s.n);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c == '\\') {
			c = ++i < s.n ? s.p[i] : 0;
			if (c != 't' && c != 'n' && c != '\\')
				return false;
			c = c == 't' ? '\t' : c == 'n' ? '\n' : c;
		}
		p[n++] = c;
	}
	*ret_text = (struct str){p, n};
	return true;
}

bool sheet_row_read(struct arena *mem, struct str text, struct sheet_cells *ret_cells)
{
	struct str_split split = {.rest = text, .sep = '\t'};
	struct sheet_cells cells = {.n = 0};
	struct str part, cell;
	while (str_next(&split, &part)) {
		if (!cell_read(mem, part, &cell))
			return false;
		VEC_ADD(mem, &cells, cell);
	}
	*ret_cells = cells;
	return true;
}

// A sheet begins with `SHEET name` or `HIDDEN name`; its rows follow, each behind its number.
struct str sheet_write(struct arena *mem, const struct sheets *sheets)
{
	struct buf b = buf_new(mem, TEXT_MAX);
	for (size_t i = 0; i < sheets->n; i++) {
		const struct sheet *sheet = &sheets->p[i];
		buf_add(&b, sheet->is_hidden ? S("HIDDEN\t") : S("SHEET\t"));
		add_cell(&b, sheet->name);
		buf_add_char(&b, '\n');
		for (size_t k = 0; k < sheet->row.n; k++) {
			buf_format(&b, "%u\t", sheet->row.p[k].number);
			add_row(&b, &sheet->row.p[k]);
			buf_add_char(&b, '\n');
		}
	}
	return buf_str(&b);
}

static bool line_read(struct arena *mem, struct str line, struct sheets *sheets, struct err *err)
{
	size_t tab = str_find_char(line, '\t', 0);
	struct str head = str_sub(line, 0, tab), rest = str_from(line, head.n + 1);
	struct sheet_cells cells;
	int64_t number;
	if (tab == STR_NONE || !sheet_row_read(mem, rest, &cells))
		return err_set(err, ERR_INPUT, "a line of the table is not well-formed");
	if (str_eq(head, S("SHEET")) || str_eq(head, S("HIDDEN"))) {
		struct sheet *sheet = VEC_NEW(mem, sheets);
		*sheet = (struct sheet){.name = cells.p[0], .is_hidden = str_eq(head, S("HIDDEN"))};
		return true;
	}
	if (!sheets->n || !str_int(head, &number) || number < 1 || number > UINT32_MAX)
		return err_set(err, ERR_INPUT, "a row of the table has no number");
	for (size_t i = 0; i < cells.n; i++)
		if (!sheet_put(
			    mem, &sheets->p[sheets->n - 1], (unsigned)number, i, cells.p[i], err))
			return false;
	return true;
}

bool sheet_read(struct arena *mem, struct str text, struct sheets *ret_sheets, struct err *err)
{
	struct str_split lines = {.rest = text, .sep = '\n'};
	struct sheets sheets = {.n = 0};
	struct str line;
	while (lines.rest.n && str_next(&lines, &line))
		if (!line_read(mem, line, &sheets, err))
			return false;
	*ret_sheets = sheets;
	return true;
}
