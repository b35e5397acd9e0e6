// SPDX-License-Identifier: EUPL-1.2
// desk_layout — what stands around a page of the desk, and the parts that its forms share.
#pragma once

#include "web/layout_view.h"

// The sections of the desk that this visitor may open; one table in desk_layout.c.
void desk_layout_fill(struct arena *mem, struct layout_view *v);

void desk_layout_top(struct tmpl *t, const struct layout_view *v);
void desk_layout_foot(struct tmpl *t, const struct layout_view *v);

// What every form of the desk has: the token, what is wrong with it, what was done.
struct desk_form {
	struct str csrf;
	struct str problem;  // a sentence; empty: nothing is wrong
	struct str done;     // a sentence; empty: nothing was done
	struct str undo_url; // where a form without fields takes it back; empty: it stays done
};
// The form of this page; *done* comes from the address, behind a redirect (?done=WORD).
struct desk_form desk_layout_form(const struct visit *v);

// Inside <form>; above the forms of a page.
void desk_layout_token(struct tmpl *t, struct str csrf);
void desk_layout_news(struct tmpl *t, const struct desk_form *form);
