// SPDX-License-Identifier: EUPL-1.2
// record — the values of one record of the desk, each a text under its path.
//
// Paths follow the kind (model/kind.h): `period`, `title.fr`, `themes.2`, `legs.1.place`. A value
// that is empty is not there. Texts live where the record's maker put them. Values stand in the
// order of the description, so that equal records have equal documents, byte for byte.
#pragma once

#include "model/kind.h"

struct value {
	struct str path, text;
};

struct record {
	const struct kind *kind;
	int64_t id;             // 0: not saved yet
	int64_t version;        // counts from 1 with every change; 0: not saved yet
	int64_t public_version; // that the public sees; 0: none
	int state;              // index of the kind's states
	int64_t created_at, changed_at, deleted_at; // seconds since 1970; 0: never
	struct value *p;
	size_t n, room;
};

struct record record_new(const struct kind *kind);

// The text at the path, empty when nothing is there.
struct str record_get(const struct record *record, struct str path);
// The value in that language, or in English, or in the first that there is.
struct str record_text(
	const struct record *record, struct arena *mem, struct str name, struct str lang);
// The date or period at the path; nothing known when it is not there.
struct period record_period(const struct record *record, struct str path);
// How many rows, or values, stand under the name of a PROPERTY_ROWS or a PROPERTY_MANY.
size_t record_count(const struct record *record, struct str name);

// Puts the text at the path, or takes the value away when it is empty. False, and nothing is
// changed, when the kind has no such path.
bool record_set(struct arena *mem, struct record *record, struct str path, struct str text);

// Brings rows and numbered values to 1, 2, 3 ... where some were taken away.
void record_close_gaps(struct arena *mem, struct record *record);

// What the record is called: the texts marked PROPERTY_NAMES, a translated one behind a dot; the
// codes so marked when there is no text; its number when all are empty, the label of a kind of which
// there is one.
struct str record_name(struct arena *mem, const struct record *record, struct str lang);

// The number of the record that this one is a part of; 0 when it is a part of none.
int64_t record_owner(const struct record *record);

// Everything wrong with the record: a missing value, a text that is not of its type, too long, or
// against a rule of the kind. The `rule` of a finding is the path; its message is English, marked
// for translation, without the value.
void record_check(struct arena *mem, const struct record *record, struct findings *findings);

// What a move needs and the record does not have.
void record_check_move(struct arena *mem, const struct record *record, const struct move *move,
	struct findings *findings);

// The values as one text: lines `path TAB text`, with \t, \n and \\ escaped.
struct str record_document(struct arena *mem, const struct record *record);
// The reverse. A path that the kind does not have any more is kept in *ret_lost, one a line, so
// that nothing vanishes silently. False on a text that is no document.
bool record_read(struct arena *mem, const struct kind *kind, struct str document,
	struct record *ret_record, struct str *ret_lost);

// One value that differs between two records of a kind.
struct change {
	struct str path, before, after;
};
struct changes VEC_OF(struct change);

// In the order of the description; empty when the two say the same.
struct changes record_compare(
	struct arena *mem, const struct record *before, const struct record *after);

// Three-way: the changes from `base` to `mine` made on top of `theirs`. Values that both changed
// in different ways stay as theirs and are listed in *ret_both with mine in `after`.
struct record record_merge(struct arena *mem, const struct record *base, const struct record *mine,
	const struct record *theirs, struct changes *ret_both);
