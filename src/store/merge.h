// SPDX-License-Identifier: EUPL-1.2
// merge — which records were made one, and which look alike and are not.
#pragma once

#include "base/vec.h"
#include "db/db.h"

struct merge {
	int64_t id, from_id, into_id, account_id, at, undone_at;
};
struct merges VEC_OF(struct merge);

// A record that the merge changed: its version before and after.
struct merge_step {
	int64_t record_id, before_version, after_version;
	bool was_public; // before: its present version was the one that the public saw
};
struct merge_steps VEC_OF(struct merge_step);

// What the record is now: itself, or the one that it became.
bool merge_final(struct db *db, int64_t id, int64_t *ret_id, struct err *err) MUST_CHECK;
// Id 0 when there is none.
bool merge_load(struct arena *mem, struct db *db, int64_t id, struct merge *ret_merge,
	struct err *err) MUST_CHECK;
// By which the record became another one; id 0 when it did not.
bool merge_load_of(struct arena *mem, struct db *db, int64_t from_id, struct merge *ret_merge,
	struct err *err) MUST_CHECK;
bool merge_list_into(struct arena *mem, struct db *db, int64_t into_id, struct merges *ret_merges,
	struct err *err) MUST_CHECK;
// The last ones, the newest first.
bool merge_list(struct arena *mem, struct db *db, int64_t most, struct merges *ret_merges,
	struct err *err) MUST_CHECK;

// Sets its id.
bool merge_save(struct db *db, struct merge *merge, struct err *err) MUST_CHECK;
bool merge_undone(struct db *db, int64_t id, int64_t at, struct err *err) MUST_CHECK;
bool merge_step_save(
	struct db *db, int64_t merge_id, const struct merge_step *step, struct err *err) MUST_CHECK;
// The last first.
bool merge_steps(struct arena *mem, struct db *db, int64_t merge_id, struct merge_steps *ret_steps,
	struct err *err) MUST_CHECK;

// An action of the portal leads to another one, and is shown nowhere else; and no longer.
bool merge_hide_action(
	struct db *db, int64_t action_id, int64_t into_id, struct err *err) MUST_CHECK;
bool merge_show_action(struct db *db, int64_t action_id, struct err *err) MUST_CHECK;
// The address that leads on from this one; empty when it does not.
bool merge_slug(struct arena *mem, struct db *db, struct str slug, struct str *ret_slug,
	struct err *err) MUST_CHECK;

// Pairs that people have told apart.
struct unlike {
	int64_t one_id, other_id; // the smaller number first
};
struct unlikes VEC_OF(struct unlike);
bool unlike_save(struct db *db, const struct unlike *pair, int64_t account_id, int64_t at,
	struct err *err) MUST_CHECK;
bool unlike_list(
	struct arena *mem, struct db *db, struct unlikes *ret_pairs, struct err *err) MUST_CHECK;
