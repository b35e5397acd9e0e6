// SPDX-License-Identifier: EUPL-1.2
// list_facet — narrows the records of a desk list by what its address asks, and tells how many
// records each other choice would leave.
#pragma once

#include "web/desk_record.h"
#include "web/list_query.h"

// What a list is made of.
struct list {
	struct visit *v;
	struct record_reach reach;
	struct list_query query;
	struct record_pick pick;
	unsigned state_criterion; // RECORD_CRITERIA_MAX: not narrowed by states
	unsigned shown_criterion;
	int64_t person; // that the visitor is; 0: nobody who answers for records
};

// Loads the records and marks which fit.
bool list_facet_pick(struct list *l, struct err *err) MUST_CHECK;
// The controls by which the list can be narrowed, and what it is narrowed by already.
bool list_facet_fill(struct list *l, struct desk_list_view *view, struct err *err) MUST_CHECK;
