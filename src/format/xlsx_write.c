// SPDX-License-Identifier: EUPL-1.2
// xlsx_write — the only file that includes xlsxwriter.h.
//
// The library writes to a path: ours leads to memory that has no name in any folder.
#include "format/xlsx_write.h"

#include <errno.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/banned_names.h"
#include "base/buf.h"
#include "base/utf8.h"

enum { ROWS_MAX = 1048575, BYTES_MAX = 256 * 1024 * 1024, PATH_ROOM = 64 };

struct xlsx {
	struct arena *mem;
	int fd;
	lxw_workbook *book;
	lxw_format *head, *text, *date;
	lxw_error failed; // the first; LXW_NO_ERROR while all is well
};

struct xlsx_sheet {
	struct xlsx *x;
	lxw_worksheet *sheet;
};

static void note(struct xlsx *x, lxw_error error)
{
	if (x->failed == LXW_NO_ERROR)
		x->failed = error;
}

static void make_formats(struct xlsx *x)
{
	x->head = workbook_add_format(x->book);
	format_set_bold(x->head);
	format_set_num_format(x->head, "@");
	x->text = workbook_add_format(x->book);
	format_set_num_format(x->text, "@");
	format_set_align(x->text, LXW_ALIGN_VERTICAL_TOP);
	x->date = workbook_add_format(x->book);
	format_set_num_format(x->date, "yyyy-mm-dd");
}

bool xlsx_new(struct arena *mem, struct xlsx **ret_xlsx, struct err *err)
{
	struct xlsx *x = NEW(mem, struct xlsx);
	char path[PATH_ROOM];
	lxw_workbook_options options = {.constant_memory = LXW_TRUE};

	x->mem = mem;
	x->failed = LXW_NO_ERROR;
	x->fd = memfd_create("xlsx", MFD_CLOEXEC);
	if (x->fd < 0)
		return err_set_errno(err, ERR_IO, errno, "cannot make a workbook");
	snprintf(path, sizeof path, "/proc/self/fd/%d", x->fd);
	x->book = workbook_new_opt(path, &options);
	if (!x->book) {
		close(x->fd);
		return err_set(err, ERR_IO, "cannot make a workbook");
	}
	make_formats(x);
	*ret_xlsx = x;
	return true;
}

// Of those that a sheet's name may have, and not more than it may.
static char *sheet_name(struct arena *mem, struct str name)
{
	struct buf b = buf_new(mem, 4 * XLSX_NAME_MAX + 4);
	unsigned n;
	for (size_t i = 0, k = 0; i < name.n && k < XLSX_NAME_MAX; i += n, k++) {
		uint32_t c = utf8_at(name, i, &n);
		bool is_good = c >= ' ' && (c > 0x7f || !strchr("[]:*?/\\'", (int)c));
		utf8_add(&b, is_good ? c : ' ');
	}
	return str_z(mem, buf_str(&b));
}

struct xlsx_sheet *xlsx_sheet(struct xlsx *x, struct str name, unsigned flags)
{
	struct xlsx_sheet *sheet = NEW(x->mem, struct xlsx_sheet);
	sheet->x = x;
	sheet->sheet = workbook_add_worksheet(x->book, sheet_name(x->mem, name));
	if (!sheet->sheet) {
		note(x, LXW_ERROR_SHEETNAME_ALREADY_USED);
		return sheet;
	}
	if (flags & XLSX_RTL)
		worksheet_right_to_left(sheet->sheet);
	if (flags & XLSX_HIDDEN)
		worksheet_hide(sheet->sheet);
	else
		worksheet_freeze_panes(sheet->sheet, 1, 0);
	return sheet;
}

// XML 1.0 cannot hold most controls, so the format writes them as _xHHHH_; what looks like that already gets its first
// sign written that way.
static char *text_escaped(struct arena *mem, struct str text)
{
	struct buf b = buf_new(mem, text.n * 7 + 1);
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		bool is_control = c < ' ' && c != '\t' && c != '\n';
		bool is_escape = c == '_' && i + 1 < text.n && text.p[i + 1] == 'x';
		if (is_control || is_escape)
			buf_format(&b, "_x%04X_", (unsigned)c);
		else
			buf_add_char(&b, (char)c);
	}
	return str_z(mem, buf_str(&b));
}

static void put_text(
	struct xlsx_sheet *s, unsigned row, unsigned column, struct str text, lxw_format *format)
{
	if (!s->sheet || !text.n)
		return;
	SCRATCH(tmp);
	note(s->x,
		worksheet_write_string(s->sheet, (lxw_row_t)row, (lxw_col_t)column,
			text_escaped(tmp, text), format));
}

void xlsx_head(struct xlsx_sheet *s, unsigned column, struct str text, unsigned width)
{
	if (s->sheet)
		note(s->x,
			worksheet_set_column(
				s->sheet, (lxw_col_t)column, (lxw_col_t)column, width, s->x->text));
	put_text(s, 0, column, text, s->x->head);
}

void xlsx_text(struct xlsx_sheet *s, unsigned row, unsigned column, struct str text)
{
	put_text(s, row, column, text, s->x->text);
}

void xlsx_number(struct xlsx_sheet *s, unsigned row, unsigned column, int64_t value)
{
	if (s->sheet)
		note(s->x,
			worksheet_write_number(
				s->sheet, (lxw_row_t)row, (lxw_col_t)column, (double)value, NULL));
}

void xlsx_date(struct xlsx_sheet *s, unsigned row, unsigned column, struct date date)
{
	// Before March 1900 spreadsheets do not agree about the days there were.
	if (date.day && date.year > 1900 && s->sheet) {
		lxw_datetime day = {.year = date.year, .month = date.month, .day = date.day};
		note(s->x,
			worksheet_write_datetime(
				s->sheet, (lxw_row_t)row, (lxw_col_t)column, &day, s->x->date));
		return;
	}
	char text[DATE_TEXT_MAX];
	xlsx_text(s, row, column, (struct str){text, date_print(date, text)});
}

void xlsx_flag(struct xlsx_sheet *s, unsigned row, unsigned column, bool value)
{
	if (s->sheet)
		note(s->x,
			worksheet_write_boolean(
				s->sheet, (lxw_row_t)row, (lxw_col_t)column, value, NULL));
}

// The name of a column: 0 is A, 26 is AA.
static struct str column_name(struct arena *mem, unsigned column)
{
	char name[8];
	size_t at = sizeof name;
	for (column++; column; column = (column - 1) / 26)
		name[--at] = (char)('A' + (column - 1) % 26);
	return str_copy(mem, (struct str){name + at, sizeof name - at});
}

void xlsx_choose(struct xlsx_sheet *s, unsigned column, struct xlsx_choice choice)
{
	struct arena *mem = s->x->mem;
	struct str name = column_name(mem, choice.column);
	lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
		.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING};
	if (!s->sheet || !choice.n)
		return;
	rule.value_formula = str_z(mem,
		str_format(mem, "=%" PRIstr "!$%" PRIstr "$1:$%" PRIstr "$%u", STR(choice.sheet),
			STR(name), STR(name), choice.n));
	note(s->x,
		worksheet_data_validation_range(
			s->sheet, 1, (lxw_col_t)column, ROWS_MAX, (lxw_col_t)column, &rule));
}

static bool read_back(struct xlsx *x, struct str *ret_bytes, struct err *err)
{
	struct stat st;
	if (fstat(x->fd, &st) != 0)
		return err_set_errno(err, ERR_IO, errno, "cannot read the workbook back");
	if (st.st_size > BYTES_MAX)
		return err_set(err, ERR_LIMIT, "the workbook is too large");
	size_t n = (size_t)st.st_size, at = 0;
	char *bytes = arena_room(x->mem, n + 1);
	while (at < n) {
		ssize_t got = pread(x->fd, bytes + at, n - at, (off_t)at);
		if (got <= 0)
			return err_set_errno(err, ERR_IO, errno, "cannot read the workbook back");
		at += (size_t)got;
	}
	*ret_bytes = (struct str){bytes, n};
	return true;
}

bool xlsx_finish(struct xlsx *x, struct str *ret_bytes, struct err *err)
{
	note(x, workbook_close(x->book));
	bool done = x->failed == LXW_NO_ERROR
		? read_back(x, ret_bytes, err)
		: err_set(err, ERR_LIMIT, "the workbook could not be made: %s",
			  lxw_strerror(x->failed));
	close(x->fd);
	return done;
}

// libxlsxwriter 1.1.4 forgets one copy of the formula of each list to choose from, some twenty bytes; the leak checker
// need not tell of it again.
#ifdef __SANITIZE_ADDRESS__
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libxlsxwriter\n";
}
#endif
