// SPDX-License-Identifier: EUPL-1.2
// field — describe a struct once, in a table, and walk it everywhere.
//
// Reading rows, binding rows, JSON, CSV, "what may be seen" and, from the desk on, forms and
// history walk the same table. The type is taken from the member, so a member of a type that is
// not described here does not compile. The name is the column, JSON key and CSV header alike.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/str.h"

enum field_type {
	FIELD_TEXT,   // struct str
	FIELD_INT,    // int64_t
	FIELD_BOOL,   // bool
	FIELD_DATE,   // struct date, stored and written as ISO 8601, part-known
	FIELD_PERIOD, // struct period, stored and written as EDTF
};

// Who may see a field. The portal, the API and the exports show FIELD_PUBLIC only.
enum field_class {
	FIELD_PUBLIC,
	FIELD_INTERNAL,
	FIELD_PERSONAL,
	FIELD_FINANCIAL,
	FIELD_SENSITIVE,
};

enum field_flag {
	FIELD_REQUIRED = 1, // must not be empty
	FIELD_SEARCHED = 2, // its words are found by search
	FIELD_OPTIONAL = 4, // FIELD_INT: 0 means "not known" and is written as null
	FIELD_INSTANT = 8,  // FIELD_INT: seconds since 1970, written out as RFC 3339
};

struct field {
	struct str name;
	enum field_type type;
	size_t offset;
	const char *label; // English, marked for translation
	enum field_class class;
	unsigned flags;
	size_t max; // bytes of text; 0 means the type's own limit
};

#define FIELD_TYPE(m)                        \
	_Generic((m), struct str             \
		 : FIELD_TEXT, int64_t       \
		 : FIELD_INT, bool           \
		 : FIELD_BOOL, struct date   \
		 : FIELD_DATE, struct period \
		 : FIELD_PERIOD)

// One row: FIELD(action, title, .label = "Title", .flags = FIELD_REQUIRED). Everything that is
// not said is zero: public, no flags.
#define FIELD(noun, m, ...)                                                    \
	{                                                                      \
		.name = S_INIT(#m), .type = FIELD_TYPE(((struct noun *)0)->m), \
		.offset = offsetof(struct noun, m), __VA_ARGS__                \
	}

// The description of a whole noun.
struct fields {
	struct str noun;
	const struct field *field;
	size_t n;
};

#define FIELDS(noun_, table)                                                                   \
	{                                                                                      \
		.noun = S_INIT(#noun_), .field = (table), .n = sizeof(table) / sizeof *(table) \
	}

// The member that a row describes.
struct str field_text(const struct field *f, const void *record);
int64_t field_int(const struct field *f, const void *record);
bool field_bool(const struct field *f, const void *record);
struct date field_date(const struct field *f, const void *record);
struct period field_period(const struct field *f, const void *record);

// False for what a reader is told as "not known": an empty text, an unknown date or period, and 0
// in an optional number.
bool field_is_known(const struct field *f, const void *record);

// The value as text, as CSV and history write it: dates in ISO, periods in EDTF, booleans as
// `true` and `false`, an unknown optional number as nothing.
struct str field_write(struct arena *mem, const struct field *f, const void *record);

// Sets the member from its text; false, and nothing is set, when the text is not of the type or
// longer than `max`. A text is not copied. Nothing is 0 for an optional number and for no other.
bool field_read(const struct field *f, void *record, struct str text) MUST_CHECK;

// The row of that name, or NULL.
const struct field *field_find(const struct fields *fields, struct str name);
