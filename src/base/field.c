// SPDX-License-Identifier: EUPL-1.2
// field — members are reached by offset and copied, never pointed at through another type.
#include "base/field.h"

#include <string.h>

#include "base/utf8.h"

static void get(const struct field *f, const void *record, void *ret_value, size_t n)
{
	memcpy(ret_value, (const char *)record + f->offset, n);
}

static void set(const struct field *f, void *record, const void *value, size_t n)
{
	memcpy((char *)record + f->offset, value, n);
}

struct str field_text(const struct field *f, const void *record)
{
	struct str s;

	get(f, record, &s, sizeof s);
	// A record that was only zeroed has no text yet.
	return s.p ? s : STR_EMPTY;
}

int64_t field_int(const struct field *f, const void *record)
{
	int64_t value;

	get(f, record, &value, sizeof value);
	return value;
}

bool field_bool(const struct field *f, const void *record)
{
	bool value;

	get(f, record, &value, sizeof value);
	return value;
}

struct date field_date(const struct field *f, const void *record)
{
	struct date value;

	get(f, record, &value, sizeof value);
	return value;
}

struct period field_period(const struct field *f, const void *record)
{
	struct period value;

	get(f, record, &value, sizeof value);
	return value;
}

bool field_is_known(const struct field *f, const void *record)
{
	switch (f->type) {
	case FIELD_TEXT:
		return field_text(f, record).n > 0;
	case FIELD_INT:
		return !(f->flags & FIELD_OPTIONAL) || field_int(f, record) != 0;
	case FIELD_BOOL:
		return true;
	case FIELD_DATE:
		return date_is_known(field_date(f, record));
	case FIELD_PERIOD:
		return period_is_known(field_period(f, record)) || field_period(f, record).open ||
			date_is_known(field_period(f, record).end);
	}
	return false;
}

struct str field_write(struct arena *mem, const struct field *f, const void *record)
{
	if (!field_is_known(f, record))
		return STR_EMPTY;
	switch (f->type) {
	case FIELD_TEXT:
		return field_text(f, record);
	case FIELD_INT:
		return str_format(mem, "%lld", (long long)field_int(f, record));
	case FIELD_BOOL:
		return field_bool(f, record) ? S("true") : S("false");
	case FIELD_DATE:
		return date_iso(mem, field_date(f, record));
	case FIELD_PERIOD:
		return period_edtf(mem, field_period(f, record));
	}
	return STR_EMPTY;
}

static bool read_text(const struct field *f, void *record, struct str text)
{
	if ((f->max && text.n > f->max) || !utf8_is_valid(text, NULL))
		return false;
	set(f, record, &text, sizeof text);
	return true;
}

static bool read_int(const struct field *f, void *record, struct str text)
{
	int64_t value = 0;
	bool is_nothing = !text.n && (f->flags & FIELD_OPTIONAL);

	if (!is_nothing && !str_int(text, &value))
		return false;
	set(f, record, &value, sizeof value);
	return true;
}

static bool read_bool(const struct field *f, void *record, struct str text)
{
	bool value = str_eq(text, S("true"));

	if (!value && !str_eq(text, S("false")))
		return false;
	set(f, record, &value, sizeof value);
	return true;
}

static bool read_date(const struct field *f, void *record, struct str text)
{
	struct date value;

	if (!date_parse(text, &value))
		return false;
	set(f, record, &value, sizeof value);
	return true;
}

static bool read_period(const struct field *f, void *record, struct str text)
{
	struct period value;

	if (!period_parse(text, &value))
		return false;
	set(f, record, &value, sizeof value);
	return true;
}

bool field_read(const struct field *f, void *record, struct str text)
{
	switch (f->type) {
	case FIELD_TEXT:
		return read_text(f, record, text);
	case FIELD_INT:
		return read_int(f, record, text);
	case FIELD_BOOL:
		return read_bool(f, record, text);
	case FIELD_DATE:
		return read_date(f, record, text);
	case FIELD_PERIOD:
		return read_period(f, record, text);
	}
	return false;
}

const struct field *field_find(const struct fields *fields, struct str name)
{
	for (size_t i = 0; i < fields->n; i++)
		if (str_eq(fields->field[i].name, name))
			return &fields->field[i];
	return NULL;
}
