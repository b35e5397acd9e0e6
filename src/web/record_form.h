// SPDX-License-Identifier: EUPL-1.2
// record_form — the form of a record, made from its kind, and a record made from a form that came back.
//
// Names of controls are the paths of values (model/record.h). Several values of one property come
// under its bare name; a row to be taken away is named in `remove`, a file in `drop`. Each list of rows has an empty
// one behind it, so that everything can be done without a script.
#pragma once

#include "db/db.h"
#include "format/lang.h"
#include "model/record.h"
#include "net/http.h"

enum control {
	CONTROL_LINE,
	CONTROL_PROSE,
	CONTROL_NUMBER,
	CONTROL_FLAG,
	CONTROL_CHOICE, // one of `option`
	CONTROL_TICKS,  // any of `option`
	CONTROL_LINK,   // a record: its number, with those there are to choose from in `option`
	CONTROL_DATE,   // as precise as it is known
	CONTROL_PERIOD, // EDTF: 2014-03/2014-05
	CONTROL_EMAIL,
	CONTROL_ADDRESS,
	CONTROL_CHOOSE, // one of the values in `side`, with who wrote it
	CONTROL_FILE,   // its digest in `name`; a new one comes in the field "upload.NAME"
};

struct record_option {
	struct str value, text;
	bool is_chosen;
};
struct record_options VEC_OF(struct record_option);

// What one of those who wrote at once has there.
struct record_side {
	struct str who, value, text;
	bool is_chosen;
};

struct record_field {
	enum control control;
	struct str name, id, label, help, value;
	struct str error;                  // a sentence; empty when all is well
	struct str lang;                   // of a translated text, else empty
	struct str lang_name;              // in the visitor's language
	bool is_rtl, is_required, is_open; // false: shown, but not to be changed
	struct record_options option;
	VEC(struct record_side) side;
	struct str file_name, file_url, file_note; // of CONTROL_FILE, the one that is there
};
struct record_fields VEC_OF(struct record_field);

// A property with its control; or one row of a list of rows.
struct record_group {
	struct str label, help;
	struct str row;   // "2": the row's number, "" outside rows
	struct str rows;  // name of the rows
	bool begins_rows; // the first of its rows
	bool is_new_row;  // the empty one
	struct record_fields field;
};
struct record_groups VEC_OF(struct record_group);

struct record_form {
	struct record_groups group;
	bool has_file;
	struct findings errors; // all of them; `rule` is the id of the control
};

// What the person may see and change.
struct record_reach {
	unsigned classes; // bits of enum field_class
	bool may_write;
};
static inline bool record_reach_sees(
	const struct record_reach *reach, const struct property *property)
{
	return reach->classes >> property->class & 1u;
}
// Who does not see all of what names the records of a kind is shown numbers instead.
static inline bool record_reach_names(const struct record_reach *reach, const struct kind *kind)
{
	return !(kind_name_classes(kind) & ~reach->classes);
}

// What a form is made of.
struct record_form_matter {
	const struct lang *lang;
	const struct record *record;
	const struct findings *findings; // what was found wrong in it; may be NULL
	const struct record_reach *reach;
};
bool record_form_make(struct arena *mem, struct db *db, const struct record_form_matter *matter,
	struct record_form *ret_form, struct err *err) MUST_CHECK;

// The record with the values of the form in place of its own. Values that the person may not see or
// change stay as they were, whatever the form says; so do those the form does not name.
struct record record_form_read(struct arena *mem, const struct record *before,
	const struct http_form *form, const struct record_reach *reach);
