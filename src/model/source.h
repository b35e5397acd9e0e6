// SPDX-License-Identifier: EUPL-1.2
// source — a page as it was given, and what it says beside its entries.
#pragma once

#include "base/date.h"
#include "base/field.h"
#include "base/str.h"
#include "base/vec.h"

struct source {
	int64_t id;
	struct str digest; // SHA-256 of the bytes, in hex
	struct str name;   // the file's name as given
	int64_t size;
	struct str region; // slug of the region the page is about; may be empty
	struct str funder;
	struct date as_of;    // what its open actions were open at (domain.md R06)
	int64_t unread_share; // per ten thousand of the text that ended in no entry
	int64_t imported_at;
};
extern const struct fields source_fields;
struct sources VEC_OF(struct source);

// A publication named on a page's downloads shelf; the codes of its languages are joined by a blank.
struct document {
	int64_t id, source_id;
	struct str title, languages;
};
extern const struct fields document_fields;
struct documents VEC_OF(struct document);
