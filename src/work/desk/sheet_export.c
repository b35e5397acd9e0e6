// SPDX-License-Identifier: EUPL-1.2
// sheet_export — one record after the other into cells.
#include "work/desk/sheet_export.h"

#include "format/csv_write.h"
#include "format/xlsx_write.h"
#include "model/country.h"

enum {
	CSV_MAX = 64 * 1024 * 1024,
	WIDTH_ID = 9,
	WIDTH_SHORT = 14,
	WIDTH_LINE = 28,
	WIDTH_PROSE = 48
};

// ---- CSV

static struct str special_text(struct arena *mem, const struct record *record, enum sheet_role role)
{
	switch (role) {
	case SHEET_ID:
		return str_of_int(mem, record->id);
	case SHEET_VERSION:
		return str_of_int(mem, record->version);
	case SHEET_STATE:
		return record->kind->state[record->state].name;
	default:
		return STR_EMPTY;
	}
}

bool sheet_export_csv(struct sheet_words *w, const struct sheet_records *records,
	struct str *ret_bytes, struct err *err)
{
	struct out o = out_memory(w->mem, CSV_MAX);
	struct csv csv = csv_new(&o);
	struct sheet_columns columns;
	if (!sheet_columns_make(w->mem, w->scope, records->record, records->n, &columns, err))
		return false;
	// Excel takes text without the mark for Windows-1252.
	out_write(&o, S("\xef\xbb\xbf"));
	for (size_t i = 0; i < columns.n; i++)
		csv_text(&csv, columns.p[i].path);
	csv_end_row(&csv);
	for (size_t k = 0; k < records->n; k++) {
		const struct record *record = &records->record[k];
		for (size_t i = 0; i < columns.n; i++)
			csv_text(&csv,
				columns.p[i].role == SHEET_VALUE
					? record_get(record, columns.p[i].path)
					: special_text(w->mem, record, columns.p[i].role));
		csv_end_row(&csv);
	}
	if (!out_finish(&o, err))
		return false;
	*ret_bytes = out_str(&o);
	return true;
}

// ---- a workbook

struct writing {
	struct sheet_words *w;
	struct sheet_columns columns;
	struct str *heading; // of each column, all different
	struct xlsx *x;
	struct xlsx_sheet *rows;
	VEC(const struct code_list *) list; // columns of the sheet `lists`; NULL: countries
};

static unsigned width_of(const struct sheet_column *column)
{
	if (column->role != SHEET_VALUE)
		return WIDTH_ID;
	switch (column->place.property->type) {
	case PROPERTY_PROSE:
		return WIDTH_PROSE;
	case PROPERTY_NUMBER:
	case PROPERTY_FLAG:
	case PROPERTY_DATE:
	case PROPERTY_PERIOD:
		return WIDTH_SHORT;
	default:
		return WIDTH_LINE;
	}
}

static void make_headings(struct writing *s)
{
	struct arena *mem = s->w->mem;
	struct map seen = {0};
	s->heading = NEW_ARRAY(mem, struct str, s->columns.n);
	for (size_t i = 0; i < s->columns.n; i++) {
		const struct sheet_column *column = &s->columns.p[i];
		struct str heading = sheet_column_label(mem, s->w->scope->lang, column);
		if (map_get(&seen, heading))
			heading = str_format(
				mem, "%" PRIstr " [%" PRIstr "]", STR(heading), STR(column->path));
		map_put(mem, &seen, heading, &s->heading[i]);
		s->heading[i] = heading;
	}
}

static bool is_list(const struct sheet_column *column)
{
	return column->role == SHEET_VALUE &&
		(column->place.property->type == PROPERTY_CODE ||
			column->place.property->type == PROPERTY_COUNTRY);
}

static unsigned list_length(const struct code_list *list)
{
	return (unsigned)(list ? *list->n : country_table_n);
}

// The column of the sheet `lists` that has these names.
static unsigned list_column(struct writing *s, const struct property *property)
{
	const struct code_list *list = property->type == PROPERTY_CODE ? property->codes : NULL;
	for (size_t i = 0; i < s->list.n; i++)
		if (s->list.p[i] == list)
			return (unsigned)i;
	VEC_ADD(s->w->mem, &s->list, list);
	return (unsigned)s->list.n - 1;
}

static void choose(struct writing *s, unsigned column)
{
	const struct property *property = s->columns.p[column].place.property;
	struct xlsx_choice choice = {.sheet = S("lists"), .column = list_column(s, property)};
	choice.n = list_length(s->list.p[choice.column]);
	xlsx_choose(s->rows, column, choice);
}

static void write_heads(struct writing *s)
{
	for (unsigned i = 0; i < s->columns.n; i++) {
		xlsx_head(s->rows, i, s->heading[i], width_of(&s->columns.p[i]));
		if (is_list(&s->columns.p[i]))
			choose(s, i);
	}
}

static bool write_value(
	struct writing *s, unsigned row, unsigned column, struct str value, struct err *err)
{
	const struct property *property = s->columns.p[column].place.property;
	struct period period;
	struct str words;
	int64_t number;
	if (property->type == PROPERTY_NUMBER && str_int(value, &number) &&
		str_eq(value, str_of_int(s->w->mem, number))) {
		xlsx_number(s->rows, row, column, number);
		return true;
	}
	if (property->type == PROPERTY_FLAG && value.n) {
		xlsx_flag(s->rows, row, column, true);
		return true;
	}
	bool is_date = property->type == PROPERTY_DATE || property->type == PROPERTY_PERIOD;
	if (is_date && value.n && period_parse(value, &period) && !period.open &&
		!date_is_known(period.end) && date_is_known(period.start)) {
		xlsx_date(s->rows, row, column, period.start);
		return true;
	}
	if (!sheet_words_write(s->w, property, value, &words, err))
		return false;
	xlsx_text(s->rows, row, column, sheet_short(s->w->mem, words));
	return true;
}

static bool write_row(struct writing *s, unsigned row, const struct record *record, struct err *err)
{
	for (unsigned i = 0; i < s->columns.n; i++) {
		const struct sheet_column *column = &s->columns.p[i];
		const struct state *state = &record->kind->state[record->state];
		if (column->role == SHEET_ID)
			xlsx_number(s->rows, row, i, record->id);
		else if (column->role == SHEET_VERSION)
			xlsx_number(s->rows, row, i, record->version);
		else if (column->role == SHEET_STATE)
			xlsx_text(
				s->rows, row, i, lang_text(s->w->scope->lang, str_c(state->label)));
		else if (!write_value(s, row, i, record_get(record, column->path), err))
			return false;
	}
	return true;
}

static struct str list_name(const struct writing *s, const struct code_list *list, unsigned row)
{
	struct str lang = s->w->scope->lang->code;
	if (list)
		return code_name(&list->code[row], lang);
	for (int i = 0; i < (int)country_table_n; i++)
		if (country_rank(i, lang) == (int)row)
			return country_name(i, lang);
	return STR_EMPTY;
}

// Rows in order, as the writer wants them, so across all lists.
static void write_lists(struct writing *s)
{
	struct xlsx_sheet *sheet = xlsx_sheet(s->x, S("lists"), XLSX_HIDDEN);
	unsigned longest = 0;
	for (size_t i = 0; i < s->list.n; i++)
		if (list_length(s->list.p[i]) > longest)
			longest = list_length(s->list.p[i]);
	for (unsigned row = 0; row < longest; row++)
		for (unsigned i = 0; i < s->list.n; i++)
			if (row < list_length(s->list.p[i]))
				xlsx_text(sheet, row, i, list_name(s, s->list.p[i], row));
}

static void write_columns(struct writing *s)
{
	struct xlsx_sheet *sheet = xlsx_sheet(s->x, SHEET_COLUMNS, XLSX_HIDDEN);
	for (unsigned i = 0; i < s->columns.n; i++) {
		xlsx_text(sheet, i, 0, s->heading[i]);
		xlsx_text(sheet, i, 1, s->columns.p[i].path);
	}
}

bool sheet_export_xlsx(struct sheet_words *w, const struct sheet_records *records,
	struct str *ret_bytes, struct err *err)
{
	struct writing s = {.w = w};
	struct err failed = {.kind = ERR_NONE};
	const struct lang *lang = w->scope->lang;
	if (!sheet_columns_make(w->mem, w->scope, records->record, records->n, &s.columns, err) ||
		!xlsx_new(w->mem, &s.x, err))
		return false;
	make_headings(&s);
	s.rows = xlsx_sheet(
		s.x, lang_text(lang, str_c(w->scope->kind->many)), lang->is_rtl ? XLSX_RTL : 0);
	write_heads(&s);
	bool done = true;
	for (size_t i = 0; i < records->n && done; i++)
		done = write_row(&s, (unsigned)i + 1, &records->record[i], &failed);
	write_columns(&s);
	write_lists(&s);
	// The workbook is closed whatever happened: it holds a file.
	if (!xlsx_finish(s.x, ret_bytes, err))
		return false;
	if (!done)
		*err = failed;
	return done;
}
