// SPDX-License-Identifier: EUPL-1.2
// fact — what a page told of a record: one value, with its place on the page and what was decided.
//
// A record is told in units: a value under its path (`period`, `title.fr`), one of several values
// (`themes.2`), or a whole row (`countries.2`, its text the lines `name TAB value`). The unit of the
// empty path is the record itself, its text the name of a state. Several values and rows are known by
// what they say, not by their numbers, so that taking one away does not change the others.
#pragma once

#include "base/field.h"
#include "model/record.h"

struct fact {
	int64_t id;
	int64_t record_id; // that it is about
	int64_t read_id;   // into which it was read: another one when the two were merged since
	int64_t source_id;
	struct str path, text;
	struct str was; // what the page told before, when it tells otherwise now
	bool is_change; // ... and the record was the desk's already: a proposal
	struct str claim_record, claim_field; // of the claim that stands behind it
	int64_t claim_number;
	int64_t span_offset, span_length; // bytes of the source; length 0: it stands nowhere
	struct str certainty, rule;
	struct str state;  // open, accepted, corrected, rejected, superseded
	struct str chosen; // the value that was decided on, when it is not `text`
	int64_t account_id, decided_at;
	struct str why;
};
extern const struct fields fact_fields;
struct facts VEC_OF(struct fact);

static inline bool fact_is_open(const struct fact *fact)
{
	return str_eq(fact->state, S("open"));
}

struct units VEC_OF(struct value);

// All units of the record, in the order of its description, without the link to its owner.
struct units fact_units(struct arena *mem, const struct record *record);

// The property whose value, or row, stands at the path of a unit; NULL when the kind has none.
const struct property *fact_property(const struct kind *kind, struct str path);
// The number under which the record has the unit now: of a row or one of several values, 0 when it
// has none of that text. A single value has no number: 0.
size_t fact_number(
	struct arena *mem, const struct record *record, struct str path, struct str text);
// What the record says in place of the unit: of a single value the present one; of a row or one of
// several values the text itself, or nothing when it is not there.
struct str fact_now(
	struct arena *mem, const struct record *record, struct str path, struct str text);
// Puts `after` in the place of `before`; empty `before` adds, empty `after` takes away.
void fact_put(struct arena *mem, struct record *record, struct str path, struct str before,
	struct str after);

// What the record says now where the fact tells something: the value decided on, the value read, or
// what was there before it.
struct str fact_present(struct arena *mem, const struct record *record, const struct fact *fact);

// What the facts, in the order in which they were read, say that the page tells now.
struct units fact_replay(struct arena *mem, const struct kind *kind, const struct facts *facts);
