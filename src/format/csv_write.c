// SPDX-License-Identifier: EUPL-1.2
// csv_write — commas between cells, CRLF behind rows; the cells are the escaper's work.
#include "format/csv_write.h"

#include "base/clock.h"
#include "format/escape.h"

struct csv csv_new(struct out *o)
{
	return (struct csv){.out = o};
}

static void begin_cell(struct csv *csv)
{
	if (csv->has_cell)
		out_char(csv->out, ',');
	csv->has_cell = true;
}

void csv_text(struct csv *csv, struct str value)
{
	begin_cell(csv);
	escape_csv(csv->out, value);
}

void csv_int(struct csv *csv, int64_t value)
{
	begin_cell(csv);
	out_int(csv->out, value);
}

void csv_end_row(struct csv *csv)
{
	out_write(csv->out, S("\r\n"));
	csv->has_cell = false;
}

void csv_header(struct csv *csv, const struct fields *fields)
{
	for (size_t i = 0; i < fields->n; i++)
		if (fields->field[i].class == FIELD_PUBLIC)
			csv_text(csv, fields->field[i].name);
}

static void write_instant(struct csv *csv, int64_t instant)
{
	SCRATCH(tmp);

	csv_text(csv, clock_rfc3339(tmp, instant));
}

static void write_cell(struct csv *csv, const struct field *f, const void *record)
{
	char text[PERIOD_TEXT_MAX];
	size_t n = 0;

	switch (f->type) {
	case FIELD_TEXT:
		csv_text(csv, field_text(f, record));
		return;
	case FIELD_INT:
		if (f->flags & FIELD_INSTANT)
			write_instant(csv, field_int(f, record));
		else
			csv_int(csv, field_int(f, record));
		return;
	case FIELD_BOOL:
		csv_text(csv, field_bool(f, record) ? S("true") : S("false"));
		return;
	case FIELD_DATE:
		n = date_print(field_date(f, record), text);
		break;
	case FIELD_PERIOD:
		n = period_print(field_period(f, record), text);
		break;
	}
	csv_text(csv, (struct str){text, n});
}

void csv_fields(struct csv *csv, const struct fields *fields, const void *record)
{
	for (size_t i = 0; i < fields->n; i++) {
		const struct field *f = &fields->field[i];
		if (f->class != FIELD_PUBLIC)
			continue;
		if (field_is_known(f, record))
			write_cell(csv, f, record);
		else
			csv_text(csv, STR_EMPTY);
	}
}
