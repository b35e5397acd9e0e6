// SPDX-License-Identifier: EUPL-1.2
// sheet_column — what stands in the columns of a list that goes into a spreadsheet and comes back.
//
// A column is named by the path of the values under it, `title.fr`, `legs.1.place`, so everything
// follows from the kind's description. Four columns are no values: `id` and `version` tell which
// record a row is and which version of it was seen; `state` is shown and not changed; `move` makes a
// step of the kind. Only what the person sees is ever a column.
#pragma once

#include "base/err.h"
#include "base/map.h"
#include "format/lang.h"
#include "model/record.h"
#include "model/right.h"

// Who works with the list, in which language.
struct sheet_scope {
	const struct kind *kind;
	const struct lang *lang;
	unsigned classes; // bits of enum field_class that the person sees
	struct right_holder holder;
};

enum sheet_role { SHEET_NONE, SHEET_ID, SHEET_VERSION, SHEET_STATE, SHEET_MOVE, SHEET_VALUE };

struct sheet_column {
	enum sheet_role role; // SHEET_NONE: a column that is left out
	struct str path;
	struct place_of_value place; // of SHEET_VALUE
};
struct sheet_columns VEC_OF(struct sheet_column);

// The column of that path; SHEET_NONE, and false, when there is none that the person sees.
bool sheet_column_at(
	const struct sheet_scope *scope, struct str path, struct sheet_column *ret_column);

// id, version, state, then every path that the kind has: as many rows and numbered values as the
// fullest of these records has, one where none has any. ERR_LIMIT when they are too many.
bool sheet_columns_make(struct arena *mem, const struct sheet_scope *scope,
	const struct record *record, size_t record_n, struct sheet_columns *ret_columns,
	struct err *err) MUST_CHECK;

// Every path once that could be chosen for a column: rows and numbered values up to a few.
struct sheet_columns sheet_columns_choice(struct arena *mem, const struct sheet_scope *scope);

// "Places 2, Country", "Title (French)", "Themes 1".
struct str sheet_column_label(
	struct arena *mem, const struct lang *lang, const struct sheet_column *column);

// The headings by which columns are known: paths, and labels in all languages, however written.
struct sheet_headings {
	struct map column; // folded heading to struct sheet_column
};
struct sheet_headings sheet_headings_make(struct arena *mem, const struct sheet_scope *scope);
// False, and SHEET_NONE, when no column has that heading.
bool sheet_heading_find(struct arena *mem, const struct sheet_scope *scope,
	const struct sheet_headings *headings, struct str heading, struct sheet_column *ret_column);
