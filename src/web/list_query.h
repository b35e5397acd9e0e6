// SPDX-License-Identifier: EUPL-1.2
// list_query — what the address of a desk list asks for, and the address of another such question.
//
// /desk/records/activities?q=visa&state=planned&type=workshop&period.from=2014&sort=-period&page=2
//
// Every property that is marked PROPERTY_FILTERED, also under rows, is a parameter of its name; a
// date that is marked PROPERTY_SORTED has a .from and a .to. What the visitor may not see, and what
// nobody knows, is not there: the list is then as if it had not been asked.
#pragma once

#include "store/record_pick.h"
#include "web/record_form.h"
#include "web/visit.h"

enum { LIST_COLUMNS_MAX = 8, LIST_CHOICES_MAX = 24 };

// A property by which the list can be narrowed.
struct list_choice {
	const struct property *property;
	struct str name;     // of the parameter and of the key: "type", "legs.country"
	struct str value;    // that is chosen; of a link its number, or words of its name
	struct str from, to; // of dates, as they were written
	unsigned criterion;  // RECORD_CRITERIA_MAX: not narrowed by it
};

struct list_query {
	const struct kind *kind;
	struct list_choice choice[LIST_CHOICES_MAX];
	size_t choice_n;
	struct str words, state;
	struct str shown; // "public", "behind", "hidden"
	struct str todo;  // a rule of the to-do page
	struct str sort;
	bool descending, is_mine;
	bool is_deleted; // state=deleted: those that are deleted, and no others
	const struct property *column[LIST_COLUMNS_MAX]; // that were chosen, in their order
	size_t column_n;                                 // 0: as the kind has them
	int64_t page, view;                              // view 0: none
};

// True when the visitor can narrow a list by the property's dates.
bool list_query_is_dates(const struct property *property);
// True when it can be a column: one value, or several, that fit into a cell.
bool list_query_is_column(const struct property *property);

void list_query_read(const struct visit *v, const struct kind *kind,
	const struct record_reach *reach, struct list_query *ret_query);

// The query of the address, "?state=running", in one order of the parameters; empty when nothing
// is asked. Page and view stand in it only where they say something.
struct str list_query_text(struct arena *mem, const struct list_query *query);
// The whole address; and that of what is made of the same records: behind is "/export".
struct str list_query_url(struct arena *mem, const struct list_query *query);
struct str list_query_url_behind(
	struct arena *mem, const struct list_query *query, struct str behind);

// The choice is taken back.
void list_query_drop(struct list_query *query, size_t choice);
// Something is left out of the list.
bool list_query_is_narrowed(const struct list_query *query);
