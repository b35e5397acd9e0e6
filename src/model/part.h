// SPDX-License-Identifier: EUPL-1.2
// part — what an action consists of: activities, outputs, experts, bodies, countries, themes, and
// the claims and warnings behind them.
//
// Each is one row under its action, in the page's order. Its key is action * 65536 + its number
// from 1, so parts of one action lie together; PART_MAX of a kind is what an action can have.
#pragma once

#include "base/date.h"
#include "base/field.h"
#include "base/str.h"
#include "base/vec.h"

enum { PART_MAX = 65535 };

// The smallest key of an action's parts, and the first that is behind them.
int64_t part_first(int64_t action_id);
int64_t part_next(int64_t action_id);

// One dated step of an action.
struct activity {
	int64_t id, action_id;
	struct str type; // closed list, model/code.h activity_type_table
	struct str quote;
	struct str date_raw;
	struct period period;
	struct str place, iso2;
	struct str status; // held, planned
	int64_t number;    // how many events this row stands for
};
extern const struct fields activity_fields;
struct activities VEC_OF(struct activity);

struct output {
	int64_t id, action_id;
	struct str type, name, status;
	struct date status_date; // of the stage reached
};
extern const struct fields output_fields;
struct outputs VEC_OF(struct output);

// Whom an administration lent; iso2 is empty for a group without a country (domain.md R22).
struct expert_provision {
	int64_t id, action_id;
	struct str iso2, kind, quote;
};
extern const struct fields expert_provision_fields;
struct expert_provisions VEC_OF(struct expert_provision);

struct organisation_role {
	int64_t id, action_id;
	struct str role; // partner, requester
	struct str name;
	int64_t record_id; // of the desk, that it has its name from; 0: none
};
extern const struct fields organisation_role_fields;
struct organisation_roles VEC_OF(struct organisation_role);

struct country_role {
	int64_t id, action_id;
	struct str iso2;
	struct str role; // beneficiary, host, participant
};
extern const struct fields country_role_fields;
struct country_roles VEC_OF(struct country_role);

struct theme_link {
	int64_t id, action_id;
	struct str slug;
};
extern const struct fields theme_link_fields;
struct theme_links VEC_OF(struct theme_link);

// A fact with its span. `record` and `number` say which part it is about ("action", 0; "activity",
// 3), `field` which value of it.
struct claim {
	int64_t id, action_id, source_id;
	struct str record;
	int64_t number;
	struct str field, value;
	int64_t span_offset, span_length; // bytes of the source; length 0: it stands nowhere
	struct str certainty, rule;
};
extern const struct fields claim_fields;
struct claims VEC_OF(struct claim);

struct warning {
	int64_t id, action_id;
	struct str rule, message;
	int64_t span_offset, span_length;
};
extern const struct fields warning_fields;
struct warnings VEC_OF(struct warning);
