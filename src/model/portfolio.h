// SPDX-License-Identifier: EUPL-1.2
// portfolio — all actions at one moment, as arrays: what lists, facets, maps and figures ask.
//
// Every action is one small record of sets (countries by role, themes, types, regions), so that a
// filter is a few machine words and counting facets is a pass over an array, never a GROUP BY by
// request. Pure: store/portfolio.c fills it, nothing here touches the database.
#pragma once

#include "base/arena.h"
#include "base/bitset.h"
#include "base/date.h"
#include "base/str.h"
#include "base/vec.h"
#include "model/code.h"
#include "model/showcase.h"

enum portfolio_status {
	STATUS_ONGOING = 1,
	STATUS_ENDED = 2,
	STATUS_UNKNOWN = 4, // no duration is printed
};

// What kind of place an action is for, as bits.
enum portfolio_kind {
	KIND_COUNTRY = 1,
	KIND_ORGANISATION = 2,
	KIND_REGION = 4,
};

// What an action has, as bits: the rows behind the figures.
enum portfolio_has {
	HAS_HELD = 1,    // activities told as done
	HAS_PLANNED = 2, // activities announced
	HAS_OUTPUTS = 4,
	HAS_EXPERTS = 8,
	HAS_PARTICIPANTS = 16, // a number of participants
	HAS_HOST = 32,         // a host that is not its beneficiary
};

// What a picture of an activity needs; the order is the page's own.
struct portfolio_activity {
	int type, family; // indexes of activity_type_table (or CODE_NONE), activity_family_table
	struct str type_slug;
	bool is_planned;
	int64_t number; // events
	struct period period;
	int32_t first_day, last_day; // both 0 when no date is known
};
struct portfolio_activities VEC_OF(struct portfolio_activity);

struct portfolio_action {
	size_t index; // its place in the array
	int64_t id, source_id, changed_at;
	struct str slug, place, title;
	struct str place_kind, iso2;
	int country; // index of country_table, COUNTRY_NONE when it is for none
	int64_t phase;
	struct period period;
	struct date as_of;                                    // of its page: what "present" means
	int32_t first_day, last_day;                          // both 0 when no duration is known
	unsigned status, kind, has;                           // one bit, one bit, some bits
	bool is_pending;                                      // imported, not reviewed
	struct str sort_place;                                // folded
	struct bitset beneficiary, host, participant, lender; // by index of country_table
	struct bitset regions, themes;                        // ... region_table, theme_table
	struct bitset types;        // of its activities: activity_type_table
	struct bitset output_types; // output_type_table
	struct portfolio_activities activities;
	int64_t activity_n, held_n, planned_n; // events, not rows
	int64_t output_n, expert_n;
	int64_t participants;
};

struct portfolio {
	int64_t version;
	int64_t changed_at;
	struct portfolio_action *action;
	size_t n;
	struct date as_of_first, as_of;   // the earliest and the latest date of its pages
	struct str funder;                // of the page that was imported last
	int year_first, year_last;        // years in which any action ran; 0 when there is none
	struct showcase showcase;         // records of other kinds that the public sees
	struct code_list themes, regions; // code_themes and code_regions, as the desk calls them
	const struct record *settings;    // all of its values; NULL: none were ever written
};

// Chosen values of each facet; an empty set means "any". Within a facet one value suffices,
// between facets all must fit.
struct portfolio_filter {
	struct bitset countries; // beneficiaries
	struct bitset experts;   // lent by
	struct bitset regions, themes, types;
	unsigned statuses, kinds, has;
	int year[64]; // ran in any of these
	size_t year_n;
	const uint32_t *found_rank; // by index: 0 not found, else 1 for the best; NULL: no words
};

enum portfolio_sort {
	SORT_PLACE, // by place, then phase
	SORT_START, // latest start first
	SORT_END,   // latest end first, ongoing before all
	SORT_TITLE,
	SORT_CHANGED, // latest change first
	SORT_FOUND,   // the best match of the words first
};

// The ranks for a filter by words, from the keys that search answered, the best first.
const uint32_t *portfolio_found(
	struct arena *mem, const struct portfolio *p, const int64_t *id, size_t n);

// Whether the action passes the filter, leaving one facet out (FACET_NONE: none).
enum portfolio_facet {
	FACET_NONE,
	FACET_COUNTRY,
	FACET_REGION,
	FACET_THEME,
	FACET_TYPE,
	FACET_YEAR,
	FACET_STATUS,
	FACET_EXPERT,
	FACET_KIND,
	FACET_HAS,
	FACET_END,
};
bool portfolio_passes(const struct portfolio_action *a, const struct portfolio_filter *filter,
	enum portfolio_facet except);

// Indexes of the actions that pass, sorted.
struct portfolio_hits VEC_OF(size_t);
struct portfolio_hits portfolio_select(struct arena *mem, const struct portfolio *p,
	const struct portfolio_filter *filter, enum portfolio_sort sort);

// How many actions would pass if this value of a facet were the only one chosen in it, by the
// index of the value (year: year - year_first; status, kind, has: bit number).
enum { FACET_VALUES_MAX = BITSET_MAX };
void portfolio_facet_counts(const struct portfolio *p, const struct portfolio_filter *filter,
	enum portfolio_facet facet, int64_t ret_counts[static FACET_VALUES_MAX]);

// The action of that key, or NULL.
const struct portfolio_action *portfolio_find(const struct portfolio *p, int64_t id);

// The order of two actions by place and phase: what the page itself uses.
int portfolio_cmp_place(const struct portfolio_action *a, const struct portfolio_action *b);
