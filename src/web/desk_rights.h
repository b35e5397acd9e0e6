// SPDX-License-Identifier: EUPL-1.2
// desk_rights — the tables of model/right.h as a page.
#pragma once

#include "web/desk_layout.h"

struct desk_rights_view {
	const struct right_role *role; // right_roles
};
void desk_rights_page(struct tmpl *t, const struct desk_rights_view *v);
