// SPDX-License-Identifier: EUPL-1.2
// record — keeps the desk's records: the present state, every version before it, and their keys.
//
// A change is one transaction of the caller's: the new version is written behind the last, chained
// to it by its hash, and the present state and the keys follow. Nothing is ever written over:
// undoing a change is another one.
#pragma once

#include "base/finding.h"
#include "db/db.h"
#include "model/showcase.h"
#include "model/record.h"

// What makes a new version.
struct record_edit {
	struct record *record; // its id (0: a new one), state and values; its version is the one
			       // that the person saw
	int64_t account_id;    // who; 0: the program itself
	int64_t at;            // seconds since 1970
	struct str what;       // create, edit, a move's name, delete, restore, undo, merge, import
	struct str why;        // may be empty
};

// Saves it inside the open transaction and sets the record's id, version and changed_at. When
// somebody else has changed it since, nothing is written and *ret_saved is false: load it again,
// merge (model/record.h), and let the person look. ERR_DENIED when only who made it may change it.
bool record_save(struct arena *mem, struct db *db, const struct record_edit *edit, bool *ret_saved,
	struct err *err) MUST_CHECK;

// A version as it was kept.
struct record_version {
	int64_t id, record_id, version, at, account_id;
	struct str what, why, state, document, hash;
};
struct record_versions VEC_OF(struct record_version);

// The record as it is now; NULL when there is none of that number. A deleted one has deleted_at.
bool record_load(struct arena *mem, struct db *db, int64_t id, struct record **ret_record,
	struct err *err) MUST_CHECK;
// As it was in a version, or at a moment; NULL when it was not yet there.
bool record_load_version(struct arena *mem, struct db *db, int64_t id, int64_t version,
	struct record **ret_record, struct err *err) MUST_CHECK;
bool record_load_at(struct arena *mem, struct db *db, int64_t id, int64_t at,
	struct record **ret_record, struct err *err) MUST_CHECK;
// Every version, the newest first.
bool record_history(struct arena *mem, struct db *db, int64_t id,
	struct record_versions *ret_versions, struct err *err) MUST_CHECK;

// A record as its table has it, and as lists show it.
struct record_line {
	int64_t id, version, owner_id, public_version, public_from;
	int64_t created_at, changed_at, deleted_at;
	struct str kind, state, name;
	struct str document; // empty in lists
};
struct record_lines VEC_OF(struct record_line);

// What a list is narrowed and ordered by. Values of one property are alternatives, different
// properties must all hold.
struct record_filter {
	struct str property; // "type", "legs.country", or "state"
	struct str key;
};
struct record_query {
	const struct kind *kind;
	const struct record_filter *filter;
	size_t filter_n;
	struct str sort; // a property marked PROPERTY_SORTED; empty: the last changed first
	bool descending;
};

// All that fit, in order.
bool record_list(struct arena *mem, struct db *db, const struct record_query *query,
	struct record_lines *ret_lines, struct err *err) MUST_CHECK;

// The record of this kind whose property has this value, folded where it is a text; 0 when there is
// none. The property must be filtered, sorted, unique or a link.
bool record_find(struct arena *mem, struct db *db, const struct kind *kind, struct str property,
	struct str value, int64_t *ret_id, struct err *err) MUST_CHECK;

// Every record of the kind that has this link to the record ("parent", "bodies.organisation"), deleted
// ones too.
struct record_numbers VEC_OF(int64_t);
bool record_linking(struct arena *mem, struct db *db, const struct kind *kind, struct str property,
	int64_t id, struct record_numbers *ret_ids, struct err *err) MUST_CHECK;

// All records of the kind that are not deleted, whole.
struct record_all VEC_OF(struct record *);
bool record_load_all(struct arena *mem, struct db *db, const struct kind *kind,
	struct record_all *ret_records, struct err *err) MUST_CHECK;

// Records of a kind that are parts of one, in the order in which they were made.
bool record_parts(struct arena *mem, struct db *db, const struct kind *kind, int64_t owner_id,
	struct record_lines *ret_lines, struct err *err) MUST_CHECK;

// Adds the records of a kind that the public sees, each in its public version and without what is
// not public.
bool record_published(struct arena *mem, struct db *db, const struct kind *kind,
	struct showcase *list, struct err *err) MUST_CHECK;
// The record of a kind of which there is one, whole; NULL when there is none.
bool record_single(struct arena *mem, struct db *db, const struct kind *kind,
	struct record **ret_record, struct err *err) MUST_CHECK;

// Its parts of every kind, deleted ones too.
bool record_all_parts(struct arena *mem, struct db *db, int64_t owner_id,
	struct record_lines *ret_lines, struct err *err) MUST_CHECK;

// Parts of the record (0: of any record) that are not as the public sees them, deleted ones too.
bool record_unpublished(struct arena *mem, struct db *db, int64_t owner_id,
	struct record_lines *ret_lines, struct err *err) MUST_CHECK;
// The public sees an older version of it, or does not see a part that it will see.
bool record_is_behind(const struct record_line *line);
// How many versions of the record and of its parts were not made by an import.
bool record_desk_edits(struct db *db, int64_t id, int64_t *ret_n, struct err *err) MUST_CHECK;

// Marks the record's present version as the one that the public sees; `from` is since when, and
// stays as long as it is public. What record_save does by itself for kinds PUBLISHED_ON_SAVE, and
// undoes for every kind when the public may not see the record any more. A date on which it, or a
// part of it, was to become public is dropped.
bool record_make_public(
	struct db *db, const struct record *record, int64_t from, struct err *err) MUST_CHECK;
// The public does not see it any more.
bool record_take_back(struct db *db, int64_t id, struct err *err) MUST_CHECK;

// The public sees the record at `now`: it is in a public state, not deleted, not held back to a later
// day, and so is what it is a part of. *ret_shown is false when there is no such record.
bool record_is_shown(struct arena *mem, struct db *db, int64_t id, int64_t now, bool *ret_shown,
	struct err *err) MUST_CHECK;

// Goes along the chain of all versions; adds a finding for each that is not what was written, is
// missing, or does not follow the one before, and for each record that is not its last version.
bool record_chain_check(
	struct arena *mem, struct db *db, struct findings *findings, struct err *err) MUST_CHECK;

// Adds a finding for each record whose name or owner, which lists are made from, is not that of its
// document, or whose document cannot be read.
bool record_heads_check(
	struct arena *mem, struct db *db, struct findings *findings, struct err *err) MUST_CHECK;
