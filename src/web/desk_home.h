// SPDX-License-Identifier: EUPL-1.2
// desk_home — who I am, and what I may do.
#pragma once

#include "web/desk_todo.h"

struct desk_home_link {
	struct str kind, name, url;
};
struct desk_home_view {
	struct desk_form form;
	struct str name, email;
	struct str role[ROLE_N], right[RIGHT_N], weak[RIGHT_N]; // weak: only with a second factor
	size_t role_n, right_n, weak_n;
	struct str classes; // of fields that are seen, with commas
	bool has_factor;
	bool may_read; // records: what follows is only then there
	struct desk_todo todo;
	struct desk_home_link *view; // of lists, those that open first before the others
	size_t view_n;
};
void desk_home_page(struct tmpl *t, const struct desk_home_view *v);
