// SPDX-License-Identifier: EUPL-1.2
// fact — keeps what pages told of records, and what people decided about it.
#pragma once

#include "db/db.h"
#include "model/fact.h"

bool fact_save(
	struct arena *mem, struct db *db, const struct fact *fact, struct err *err) MUST_CHECK;
// Writes what was decided: state, chosen, account_id, decided_at and why.
bool fact_decide(
	struct arena *mem, struct db *db, const struct fact *fact, struct err *err) MUST_CHECK;

// What is told of the record; without what another reading has replaced.
bool fact_list(struct arena *mem, struct db *db, int64_t record_id, struct facts *ret_facts,
	struct err *err) MUST_CHECK;
// All that was ever read into the record, in that order.
bool fact_list_read(struct arena *mem, struct db *db, int64_t read_id, struct facts *ret_facts,
	struct err *err) MUST_CHECK;

// Forgets what was read into the record; accepts all of it without anybody having looked.
bool fact_forget(struct db *db, int64_t read_id, struct err *err) MUST_CHECK;
bool fact_accept_all(struct db *db, int64_t read_id, int64_t at, struct err *err) MUST_CHECK;
// What is told of one record is told of another from now on; and back.
bool fact_move(struct db *db, int64_t from_id, int64_t into_id, struct err *err) MUST_CHECK;
bool fact_move_back(struct db *db, int64_t from_id, int64_t into_id, struct err *err) MUST_CHECK;

// Of a record and its parts: how many facts are open, how many people have decided, and how many there are.
struct fact_count {
	int64_t open_n, decided_n, all_n;
};
bool fact_count(struct arena *mem, struct db *db, int64_t owner_id, struct fact_count *ret_count,
	struct err *err) MUST_CHECK;

// A record with its parts, as far as their review has come.
struct fact_progress {
	int64_t record_id, action_id, source_id; // action_id: of the portal, 0 when it is not there
	struct str kind, name, page;
	int64_t open_n, accepted_n, corrected_n, rejected_n;
	int64_t change_n; // open ones that a page tells otherwise now
};
struct fact_progresses VEC_OF(struct fact_progress);
bool fact_progress(struct arena *mem, struct db *db, struct fact_progresses *ret_list,
	struct err *err) MUST_CHECK;

// Of these only the keys of those that wait, in the same order.
struct fact_owners VEC_OF(int64_t);
bool fact_waiting(
	struct arena *mem, struct db *db, struct fact_owners *ret_ids, struct err *err) MUST_CHECK;

// How many warnings of a rule an action of a page has.
struct fact_warning {
	int64_t action_id, n;
	struct str rule;
};
struct fact_warnings VEC_OF(struct fact_warning);
bool fact_warnings(struct arena *mem, struct db *db, struct fact_warnings *ret_list,
	struct err *err) MUST_CHECK;

// What the public is told that the desk says otherwise than the page.
struct correction {
	struct str record; // of the claim, as the next two
	int64_t number;
	struct str field;
	struct str path; // of the unit (model/fact.h), its texts the next two
	struct str printed, decided;
	int64_t corrected_at;
};
struct corrections VEC_OF(struct correction);
// Puts these in the place of all that the action had.
bool correction_save(struct arena *mem, struct db *db, int64_t action_id,
	const struct corrections *corrections, struct err *err) MUST_CHECK;
bool correction_list(struct arena *mem, struct db *db, int64_t action_id,
	struct corrections *ret_corrections, struct err *err) MUST_CHECK;
