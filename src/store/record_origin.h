// SPDX-License-Identifier: EUPL-1.2
// record_origin — which part of which action of the portal a record is.
#pragma once

#include "base/field.h"
#include "base/vec.h"
#include "store/record_search.h"

// Which part of which action of the portal a record is; record_id 0 when it is none.
struct record_origin {
	int64_t record_id, action_id;
	struct str part; // action, activity, output
	int64_t number;  // among its like, from 1; 0 for the action itself
};
struct record_origins VEC_OF(struct record_origin);
bool record_origin_save(
	struct db *db, const struct record_origin *origin, struct err *err) MUST_CHECK;
bool record_origin_load(struct arena *mem, struct db *db, int64_t record_id,
	struct record_origin *ret_origin, struct err *err) MUST_CHECK;
bool record_origin_list(struct arena *mem, struct db *db, int64_t action_id,
	struct record_origins *ret_origins, struct err *err) MUST_CHECK;

// Records of actions about which the reader had doubts and which nobody has changed since.
bool record_origin_doubted(
	struct arena *mem, struct db *db, struct record_ids *ret_ids, struct err *err) MUST_CHECK;
// How many imported actions have no record yet.
bool record_origin_waiting(struct db *db, int64_t *ret_n, struct err *err) MUST_CHECK;
