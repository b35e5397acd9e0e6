// SPDX-License-Identifier: EUPL-1.2
// review — what people decide about facts that were read, and what follows from it.
//
// Accepting leaves a value as it was read, or takes over what a page tells otherwise; correcting puts
// another in its place; rejecting takes it away, or leaves the desk's value where a page tells
// otherwise; opening a fact again gives back what was read. Each act on a record is one version of it,
// so that the history tells who did what. When no fact of an action is open any more, it counts as
// reviewed, for the public too.
#pragma once

#include "db/db.h"
#include "model/fact.h"

// A record with its facts. The first of a review is the one that is not a part of another.
struct review_part {
	struct record *record;
	struct facts facts;
	int64_t number; // of the page's activity 3, as claims count; 0 for the action itself
};
struct review {
	VEC(struct review_part) part;
	int64_t action_id; // of the portal; 0 when it is not there
	int64_t open_n, decided_n;
};

// The record, its parts and what was read of them; deleted ones only when they have facts. A record
// that has none of either is not found: *ret_review has no parts then.
bool review_load(struct arena *mem, struct db *db, int64_t owner_id, struct review *ret_review,
	struct err *err) MUST_CHECK;

enum review_verb { REVIEW_ACCEPT, REVIEW_CORRECT, REVIEW_REJECT, REVIEW_OPEN };

struct review_act {
	enum review_verb verb;
	int64_t account_id, at;
	struct str why;    // may be empty
	struct str chosen; // of REVIEW_CORRECT: the unit's text as it shall be
};

// Does it to facts of one record, inside the open transaction; the record is loaded and saved here.
// *ret_findings is not empty when the record would not be right with it: then nothing was written.
// *ret_saved is false when somebody else was faster.
bool review_act(struct arena *mem, struct db *db, const struct facts *facts,
	const struct review_act *act, struct findings *ret_findings, bool *ret_saved,
	struct err *err) MUST_CHECK;

// Tells the public that the action of the record is reviewed, when no fact is open any more; to be
// asked after every act.
bool review_settle(
	struct arena *mem, struct db *db, int64_t owner_id, int64_t at, struct err *err) MUST_CHECK;

// A change made in the record's form, or by going back to a version, decides the facts that it
// touches: they are corrected, or accepted again. Inside the transaction that saves it.
bool review_follow(struct arena *mem, struct db *db, const struct record *record,
	int64_t account_id, int64_t at, struct err *err) MUST_CHECK;
