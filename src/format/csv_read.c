// SPDX-License-Identifier: EUPL-1.2
// csv_read — one cell after the other, quoted or not.
#include "format/csv_read.h"

#include "base/buf.h"
#include "format/charset.h"
#include "format/escape.h"

struct reader {
	struct arena *mem;
	struct str text;
	size_t at;
	char sep;
	unsigned line; // from 1
};

// What parts the cells: the sign that the first line has most of, outside quotes.
static char find_separator(struct str text)
{
	static const char signs[] = {'\t', ';', ','};
	size_t count[3] = {0};
	bool quoted = false;
	for (size_t i = 0; i < text.n && (quoted || (text.p[i] != '\n' && text.p[i] != '\r'));
		i++) {
		quoted ^= text.p[i] == '"';
		for (size_t k = 0; k < 3 && !quoted; k++)
			count[k] += text.p[i] == signs[k];
	}
	size_t best = 2;
	for (size_t k = 0; k < 3; k++)
		if (count[k] > count[best])
			best = k;
	return signs[best];
}

static bool is_end(const struct reader *r)
{
	if (r->at >= r->text.n)
		return true;
	char c = r->text.p[r->at];
	return c == r->sep || c == '\n' || c == '\r';
}

static bool read_quoted(struct reader *r, struct str *ret_cell, struct err *err)
{
	struct buf cell = buf_new(r->mem, SHEET_CELL_MAX + 1);
	unsigned begin = r->line;
	for (r->at++; r->at < r->text.n; r->at++) {
		char c = r->text.p[r->at];
		r->line += c == '\n';
		if (c != '"') {
			buf_add_char(&cell, c);
			continue;
		}
		r->at++;
		if (r->at < r->text.n && r->text.p[r->at] == '"') {
			buf_add_char(&cell, '"');
			continue;
		}
		*ret_cell = buf_str(&cell);
		if (cell.full)
			return err_set(err, ERR_LIMIT, "the cell at line %u is too long", begin);
		return is_end(r) ||
			err_set(err, ERR_INPUT, "line %u goes on behind a closing quote", r->line);
	}
	return err_set(err, ERR_INPUT, "the quote that line %u opens is never closed", begin);
}

static bool read_cell(struct reader *r, struct str *ret_cell, struct err *err)
{
	size_t from = r->at;
	if (r->at < r->text.n && r->text.p[r->at] == '"')
		return read_quoted(r, ret_cell, err);
	while (!is_end(r))
		r->at++;
	*ret_cell = str_sub(r->text, from, r->at);
	return true;
}

// Steps over CR LF, LF or CR.
static void end_line(struct reader *r)
{
	r->at += str_starts(str_from(r->text, r->at), S("\r\n")) ? 2 : 1;
	r->line++;
}

static bool read_row(struct reader *r, unsigned number, struct sheet *sheet, struct err *err)
{
	for (size_t column = 0;; column++) {
		struct str cell = STR_EMPTY;
		if (!read_cell(r, &cell, err))
			return false;
		if (!sheet_put(r->mem, sheet, number, column, escape_csv_undo(cell), err))
			return false;
		if (r->at >= r->text.n)
			return true;
		if (r->text.p[r->at] != r->sep)
			break;
		r->at++;
	}
	end_line(r);
	return true;
}

bool csv_read(struct arena *mem, struct str bytes, struct sheet *ret_sheet, struct err *err)
{
	struct sheet sheet = {.name = STR_EMPTY};
	size_t mark;
	enum charset charset = charset_detect(bytes, &mark);
	if (charset == CHARSET_BINARY)
		return err_set(err, ERR_INPUT, "this is no table of text");
	struct reader r = {
		.mem = mem, .text = charset_decode(mem, bytes, charset, mark), .line = 1};
	// Excel's own way to say it: a first line `sep=;`.
	if (str_starts(r.text, S("sep=")) && r.text.n > 4) {
		r.sep = r.text.p[4];
		r.at = str_find_char(r.text, '\n', 0);
		r.at = r.at == STR_NONE ? r.text.n : r.at + 1;
	} else {
		r.sep = find_separator(r.text);
	}
	for (unsigned number = 1; r.at < r.text.n; number++)
		if (!read_row(&r, number, &sheet, err))
			return false;
	*ret_sheet = sheet;
	return true;
}
