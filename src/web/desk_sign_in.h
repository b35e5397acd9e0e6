// SPDX-License-Identifier: EUPL-1.2
// desk_sign_in — what the forms of signing in show.
#pragma once

#include "web/desk_layout.h"

struct desk_sign_in_view {
	struct desk_form form;
	struct str email, next; // as typed; where to go then
};
void desk_sign_in_page(struct tmpl *t, const struct desk_sign_in_view *v);
void desk_code_page(struct tmpl *t, const struct desk_sign_in_view *v);
