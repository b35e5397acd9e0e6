// SPDX-License-Identifier: EUPL-1.2
// desk_todo — what waits for somebody, by rule and kind; on its own page and on the first one.
#pragma once

#include "web/desk_layout.h"

// One kind of record that a rule speaks of, or one thing besides records.
struct desk_todo_count {
	struct str name, url;
	int64_t n;
};
struct desk_todo_rule {
	struct str sentence, help;
	struct desk_todo_count *count;
	size_t count_n;
};
struct desk_todo {
	struct desk_todo_rule *rule; // those that found something, and all that was asked
	size_t rule_n;
	bool has_mine,
		is_mine; // somebody's records can be told apart; only the visitor's are counted
};

// Counts all; with `mine` those that the visitor answers for.
bool desk_todo_fill(
	struct visit *v, bool mine, struct desk_todo *ret_todo, struct err *err) MUST_CHECK;

void desk_todo_rules(struct tmpl *t, const struct desk_todo *todo);
void desk_todo_page(struct tmpl *t, const struct desk_todo *todo);
