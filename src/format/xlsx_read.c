// SPDX-License-Identifier: EUPL-1.2
// xlsx_read — which part of the archive is which sheet, the texts that cells share, and the cells.
//
// The parts are small languages of XML, each read by handlers of its own: workbook.xml names the
// sheets, its .rels tell where they are, sharedStrings.xml has texts, styles.xml tells which numbers
// are days.
#include "format/xlsx_read.h"

#include <math.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/utf8.h"
#include "format/xml_read.h"
#include "format/zip_read.h"

enum { SHEETS_MAX = 50, STYLES_MAX = 70 * 1000, NUMBER_ROOM = 64, DAYS_1904 = 1462 };

struct listed {
	struct str name, relation, path;
	bool is_hidden;
};

struct book {
	struct arena *mem;
	struct zip_files file;
	VEC(struct listed) sheet;
	VEC(struct str) shared;
	VEC(int) day_format;    // ids of formats of the workbook's own that show days
	VEC(bool) is_day_style; // of each style of cells
	bool has_1904;          // days are counted from 1904
	bool in_cell_styles;
	// Of the element that is being read.
	struct buf text;
	bool in_text, is_spoken;
	// Of the cell.
	struct sheet *out;
	unsigned row;
	size_t column;
	struct str type;
	bool is_day;
	struct err *err;
	bool stop; // *err says why
};

static void fail(struct book *b, const char *why)
{
	if (!b->stop)
		(void)err_set(b->err, ERR_LIMIT, "%s", why);
	b->stop = true;
}

// ---- texts, with what XML cannot hold as _x000D_

static int hex(char c)
{
	return char_is_digit(c)        ? c - '0'
		: c >= 'A' && c <= 'F' ? c - 'A' + 10
		: c >= 'a' && c <= 'f' ? c - 'a' + 10
				       : -1;
}

// The character that `_xHHHH_` at this place means, or -1.
static long escaped_at(struct str s, size_t i)
{
	long c = 0;
	if (s.n - i < 7 || s.p[i] != '_' || s.p[i + 1] != 'x' || s.p[i + 6] != '_')
		return -1;
	for (size_t k = i + 2; k < i + 6; k++) {
		if (hex(s.p[k]) < 0)
			return -1;
		c = c * 16 + hex(s.p[k]);
	}
	return c >= 0xd800 && c < 0xe000 ? -1 : c;
}

static struct str text_plain(struct arena *mem, struct str s)
{
	struct buf b = buf_new(mem, SHEET_CELL_MAX + 1);
	if (str_find(s, S("_x"), 0) == STR_NONE)
		return str_copy(mem, s);
	for (size_t i = 0; i < s.n;) {
		long c = escaped_at(s, i);
		if (c > 0)
			utf8_add(&b, (uint32_t)c);
		else if (c < 0)
			buf_add_char(&b, s.p[i]);
		i += c < 0 ? 1 : 7;
	}
	return buf_str(&b);
}

static void text_begin(struct book *b)
{
	b->text = buf_new(b->mem, SHEET_CELL_MAX + 1);
}

static void text_add(void *context, struct str text)
{
	struct book *b = context;
	if (!b->in_text)
		return;
	buf_add(&b->text, text);
	if (b->text.full)
		fail(b, "a cell of the workbook is too long");
}

// ---- workbook.xml and its .rels

static void workbook_begin(void *context, struct str name, const char *const *attribute)
{
	struct book *b = context;
	if (str_eq(name, S("workbookPr"))) {
		struct str is = xml_attribute(attribute, S("date1904"));
		b->has_1904 = str_eq(is, S("1")) || str_eq(is, S("true"));
	}
	if (!str_eq(name, S("sheet")))
		return;
	if (b->sheet.n == SHEETS_MAX) {
		fail(b, "the workbook has too many sheets");
		return;
	}
	struct str state = xml_attribute(attribute, S("state"));
	struct listed sheet = {.name = str_copy(b->mem, xml_attribute(attribute, S("name"))),
		.is_hidden = state.n && !str_eq(state, S("visible"))};
	// `id` and not `sheetId`: the one with a prefix.
	sheet.relation = str_copy(b->mem, xml_attribute(attribute, S("id")));
	VEC_ADD(b->mem, &b->sheet, sheet);
}

static void relation_begin(void *context, struct str name, const char *const *attribute)
{
	struct book *b = context;
	struct str id = xml_attribute(attribute, S("Id"));
	struct str target = xml_attribute(attribute, S("Target"));
	if (!str_eq(name, S("Relationship")))
		return;
	for (size_t i = 0; i < b->sheet.n; i++)
		if (str_eq(b->sheet.p[i].relation, id))
			b->sheet.p[i].path = str_starts(target, S("/"))
				? str_copy(b->mem, str_from(target, 1))
				: str_join(b->mem, S("xl/"), target);
}

// ---- sharedStrings.xml: <si><t>..</t></si>, <si><r><t>..</t></r><rPh>how it is spoken</rPh></si>

static void shared_begin(void *context, struct str name, const char *const *attribute)
{
	struct book *b = context;
	(void)attribute;
	if (str_eq(name, S("si")))
		text_begin(b);
	b->is_spoken |= str_eq(name, S("rPh"));
	b->in_text = str_eq(name, S("t")) && !b->is_spoken;
}

static void shared_end(void *context, struct str name)
{
	struct book *b = context;
	b->in_text = false;
	if (str_eq(name, S("rPh")))
		b->is_spoken = false;
	if (!str_eq(name, S("si")))
		return;
	if (b->shared.n == SHEET_CELLS_MAX)
		fail(b, "the workbook has too many texts");
	else
		VEC_ADD(b->mem, &b->shared, text_plain(b->mem, buf_str(&b->text)));
}

// ---- styles.xml

// Days, months and years outside quotes and brackets.
static bool shows_days(struct str format)
{
	bool quoted = false, bracketed = false;
	for (size_t i = 0; i < format.n; i++) {
		char c = char_lower(format.p[i]);
		quoted ^= c == '"';
		bracketed = (bracketed || c == '[') && c != ']';
		if (c == '\\')
			i++;
		else if (!quoted && !bracketed && (c == 'y' || c == 'd'))
			return true;
	}
	return false;
}

// The formats that every spreadsheet has (ECMA-376 18.8.30), those of East Asia among them.
static bool is_day_format(const struct book *b, int64_t id)
{
	if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
		(id >= 50 && id <= 54) || id == 57 || id == 58)
		return true;
	for (size_t i = 0; i < b->day_format.n; i++)
		if (b->day_format.p[i] == id)
			return true;
	return false;
}

static void style_begin(void *context, struct str name, const char *const *attribute)
{
	struct book *b = context;
	int64_t id = 0;
	bool has_id = str_int(xml_attribute(attribute, S("numFmtId")), &id);
	if (b->is_day_style.n + b->day_format.n > STYLES_MAX) {
		fail(b, "the workbook has too many styles");
		return;
	}
	if (str_eq(name, S("cellXfs")))
		b->in_cell_styles = true;
	else if (str_eq(name, S("numFmt")) && has_id &&
		shows_days(xml_attribute(attribute, S("formatCode"))))
		VEC_ADD(b->mem, &b->day_format, (int)id);
	else if (str_eq(name, S("xf")) && b->in_cell_styles)
		VEC_ADD(b->mem, &b->is_day_style, has_id && is_day_format(b, id));
}

static void style_end(void *context, struct str name)
{
	struct book *b = context;
	if (str_eq(name, S("cellXfs")))
		b->in_cell_styles = false;
}

// ---- a sheet: <row r="2"><c r="B2" s="1" t="s"><v>0</v></c></row>

// "AB12": column from 0, row from 1. False when it is none.
static bool read_place(struct str place, size_t *ret_column, unsigned *ret_row)
{
	size_t column = 0, i = 0;
	int64_t row;
	for (; i < place.n && i < 3 && place.p[i] >= 'A' && place.p[i] <= 'Z'; i++)
		column = column * 26 + (size_t)(place.p[i] - 'A' + 1);
	if (!i || !str_int(str_from(place, i), &row) || row < 1 || row > 1048576)
		return false;
	*ret_column = column - 1;
	*ret_row = (unsigned)row;
	return true;
}

static void cell_begin(struct book *b, const char *const *attribute)
{
	struct str place = xml_attribute(attribute, S("r"));
	int64_t style = 0;
	// Without a place it stands behind the one before.
	if (!place.n)
		b->column++;
	else if (!read_place(place, &b->column, &b->row))
		fail(b, "a cell of the workbook has no place");
	b->type = str_copy(b->mem, xml_attribute(attribute, S("t")));
	b->is_day = str_int(xml_attribute(attribute, S("s")), &style) && style >= 0 &&
		(size_t)style < b->is_day_style.n && b->is_day_style.p[style];
	b->in_text = false;
	text_begin(b);
}

static void sheet_begin(void *context, struct str name, const char *const *attribute)
{
	struct book *b = context;
	int64_t row;
	if (str_eq(name, S("row"))) {
		b->row++;
		b->column = SIZE_MAX;
		if (str_int(xml_attribute(attribute, S("r")), &row) && row > 0 && row <= 1048576)
			b->row = (unsigned)row;
	} else if (str_eq(name, S("c"))) {
		cell_begin(b, attribute);
	}
	b->is_spoken |= str_eq(name, S("rPh"));
	b->in_text = (str_eq(name, S("v")) || str_eq(name, S("t"))) && !b->is_spoken;
}

// A number without what its way through a binary one added: 3 and not 3.0, 0.1 and not 0.1000001.
static struct str number_text(struct arena *mem, double value)
{
	char text[NUMBER_ROOM];
	if (value == floor(value) && fabs(value) < 1e15)
		return str_of_int(mem, (int64_t)value);
	return str_copy(
		mem, (struct str){text, (size_t)snprintf(text, sizeof text, "%.15g", value)});
}

// Days since 1899-12-30, as spreadsheets count them; the hour is left aside.
static struct str day_text(const struct book *b, double value)
{
	double day = floor(value) + (b->has_1904 ? DAYS_1904 : 0) - 25569;
	if (day < -25508 || day > 2932896)
		return number_text(b->mem, value);
	return date_iso(b->mem, date_of_day((int32_t)day));
}

static struct str value_text(struct book *b, struct str raw)
{
	char *end;
	double value = strtod(str_z(b->mem, raw), &end);
	if (!raw.n || *end || !isfinite(value))
		return text_plain(b->mem, raw);
	return b->is_day ? day_text(b, value) : number_text(b->mem, value);
}

static struct str cell_text(struct book *b)
{
	struct str raw = buf_str(&b->text);
	int64_t shared;
	if (str_eq(b->type, S("s")))
		return str_int(raw, &shared) && shared >= 0 && (size_t)shared < b->shared.n
			? b->shared.p[shared]
			: STR_EMPTY;
	if (str_eq(b->type, S("b")))
		return str_eq(raw, S("1")) ? S("true") : S("false");
	if (str_eq(b->type, S("")) || str_eq(b->type, S("n")))
		return value_text(b, raw);
	return text_plain(b->mem, raw);
}

static void sheet_end(void *context, struct str name)
{
	struct book *b = context;
	b->in_text = false;
	if (str_eq(name, S("rPh")))
		b->is_spoken = false;
	if (!str_eq(name, S("c")) || b->stop)
		return;
	b->stop = !sheet_put(b->mem, b->out, b->row, b->column, cell_text(b), b->err);
}

// ---- the whole

static bool wanted(struct str name)
{
	return str_eq(name, S("xl/workbook.xml")) ||
		str_eq(name, S("xl/_rels/workbook.xml.rels")) ||
		str_eq(name, S("xl/sharedStrings.xml")) || str_eq(name, S("xl/styles.xml")) ||
		(str_starts(name, S("xl/worksheets/")) && str_ends(name, S(".xml")));
}

// Reads a part by its handlers; one that is not there is empty.
static bool read_part(
	struct book *b, struct str name, struct xml_reader reader, bool is_needed, struct err *err)
{
	const struct zip_file *file = zip_named(&b->file, name);
	reader.context = b;
	reader.stop = &b->stop;
	if (!file)
		return !is_needed || err_set(err, ERR_INPUT, "this is no workbook");
	return xml_read(file->bytes, &reader, err) && !b->stop;
}

static bool read_sheet(
	struct book *b, const struct listed *listed, struct sheet *sheet, struct err *err)
{
	*sheet = (struct sheet){.name = listed->name, .is_hidden = listed->is_hidden};
	b->out = sheet;
	b->row = 0;
	b->column = SIZE_MAX;
	return read_part(b, listed->path,
		(struct xml_reader){.begin = sheet_begin, .text = text_add, .end = sheet_end}, true,
		err);
}

bool xlsx_read(struct arena *mem, struct str bytes, struct sheets *ret_sheets, struct err *err)
{
	struct book *b = NEW(mem, struct book);
	struct sheets sheets = {.n = 0};
	b->mem = mem;
	b->err = err;
	text_begin(b);
	if (!zip_read(mem, bytes, wanted, &b->file, err) ||
		!read_part(b, S("xl/workbook.xml"), (struct xml_reader){.begin = workbook_begin},
			true, err) ||
		!read_part(b, S("xl/_rels/workbook.xml.rels"),
			(struct xml_reader){.begin = relation_begin}, true, err) ||
		!read_part(b, S("xl/sharedStrings.xml"),
			(struct xml_reader){
				.begin = shared_begin, .text = text_add, .end = shared_end},
			false, err) ||
		!read_part(b, S("xl/styles.xml"),
			(struct xml_reader){.begin = style_begin, .end = style_end}, false, err))
		return false;
	for (size_t i = 0; i < b->sheet.n; i++)
		if (!read_sheet(b, &b->sheet.p[i], VEC_NEW(mem, &sheets), err))
			return false;
	if (!sheets.n)
		return err_set(err, ERR_INPUT, "the workbook has no sheets");
	*ret_sheets = sheets;
	return true;
}

bool xlsx_is(struct str bytes)
{
	return str_starts(bytes, S("PK\3\4"));
}
