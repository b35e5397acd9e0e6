// SPDX-License-Identifier: EUPL-1.2
// record_pick — picks records of a kind: which fit all criteria, and how many would fit each choice.
//
// Every record of the kind is a small item in an array, filled from an index without a look at any
// document. A criterion is a bit: an item fails it until it is allowed. So one pass tells what is
// left under all criteria, and what would be left under all but one (decision 16).
#pragma once

#include "store/record_search.h"

struct record_item {
	int64_t id, owner_id;
	uint32_t fails; // bits of criteria that it does not meet
	int16_t state;  // index of the kind's states; -1: one that the kind does not have any more
	bool is_public, is_behind; // as record_is_behind; what is shown, also when a part is
};

enum { RECORD_CRITERIA_MAX = 32 };

struct record_pick {
	struct arena *mem;
	struct db *db;
	const struct kind *kind;
	struct record_item *item; // the last changed first
	size_t n, room;
	int32_t *place; // of an item by its id, from 1; 0: not there
	int64_t id_max;
	unsigned criterion_n;
};

// All records of the kind that are not deleted; all that are.
bool record_pick_begin(struct arena *mem, struct db *db, const struct kind *kind,
	struct record_pick *ret_pick, struct err *err) MUST_CHECK;

bool record_pick_begin_deleted(struct arena *mem, struct db *db, const struct kind *kind,
	struct record_pick *ret_pick, struct err *err) MUST_CHECK;
bool record_count_deleted(
	struct db *db, const struct kind *kind, int64_t *ret_n, struct err *err) MUST_CHECK;

// The item of that record, or NULL.
struct record_item *record_pick_item(const struct record_pick *pick, int64_t id);

// Goes through the keys of a property of the kind ("legs.country"), in the order of the keys.
typedef void record_take_key(struct record_pick *pick, struct str key, int64_t id, void *with);
bool record_pick_walk(struct record_pick *pick, struct str property, record_take_key *take,
	void *with, struct err *err) MUST_CHECK;

// A new criterion, which every item fails; answers its number. Those there are not asked again when
// all numbers are taken: the last is then used twice, and fewer records fit.
unsigned record_pick_criterion(struct record_pick *pick);
void record_pick_allow(struct record_pick *pick, unsigned criterion, int64_t id);

// Allows the records that have this key, or a period that meets [from, to] (0: no end), under the
// property ("legs.country").
bool record_pick_key(struct record_pick *pick, unsigned criterion, struct str property,
	struct str key, struct err *err) MUST_CHECK;
bool record_pick_days(struct record_pick *pick, unsigned criterion, struct str property,
	int32_t from, int32_t to, struct err *err) MUST_CHECK;

// Those that fit all criteria, or all but one; RECORD_CRITERIA_MAX: really all.
bool record_pick_fits(const struct record_item *item, unsigned but);

// How many records each key of the property would leave if it were the only choice of that
// criterion (RECORD_CRITERIA_MAX: there is none yet). Keys in the order of their bytes.
struct record_key_count {
	struct str key;
	int64_t n;
};
struct record_key_counts VEC_OF(struct record_key_count);
bool record_pick_count(struct record_pick *pick, unsigned criterion, struct str property,
	struct record_key_counts *ret_counts, struct err *err) MUST_CHECK;

// The items that fit, in the order of the keys of a property (empty: as they stand), those without
// one behind the others.
struct record_order VEC_OF(const struct record_item *);
struct record_sort {
	struct str property;
	bool descending;
};
bool record_pick_sort(struct record_pick *pick, struct record_sort sort,
	struct record_order *ret_order, struct err *err) MUST_CHECK;

// How many records there are of each kind, in the order of kind_list.
bool record_count_kinds(struct db *db, int64_t ret_n[static KIND_N], struct err *err) MUST_CHECK;
