// SPDX-License-Identifier: EUPL-1.2
// action_list — tells a list of actions, an item each, from any other list.
#pragma once

#include "work/read/line_class.h"

// What the lines from an item on are, and what is known of those before.
struct action_list {
	size_t item_n, telling_n; // items that begin with a place, and those that tell something
	bool has_head;            // a line tells that the actions listed go on, or do not
	bool is_of_projects;      // a line speaks of projects, or of their activities
	bool has_label;           // the items are headings of entries with labels
};

// Adds what some lines from `source` on are. False when the page cannot be read.
bool action_list_look(const struct lexicon *lexicon, struct line_source source,
	struct action_list *list, struct err *err) MUST_CHECK;

// Several items that begin with a place are a list of actions under a head that says so, or where
// the page speaks of projects and half of the items tell something.
bool action_list_is_one(const struct action_list *list);
