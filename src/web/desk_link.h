// SPDX-License-Identifier: EUPL-1.2
// desk_link — what the forms of a one-time link, and of asking for one, show.
#pragma once

#include "web/desk_layout.h"

struct desk_link_view {
	struct desk_form form;
	struct str action;      // the address of the link
	bool is_first;          // makes the first administrator
	struct str email, name; // as typed, or of the account
};
void desk_link_page(struct tmpl *t, const struct desk_link_view *v);
void desk_link_gone(struct tmpl *t, const struct desk_link_view *v);
void desk_recover_page(struct tmpl *t, const struct desk_link_view *v);
