// SPDX-License-Identifier: EUPL-1.2
// published — records that the portal shows as they stand (PUBLISHED_ON_SAVE) with the files they hold:
// the facility's own documents. Public fields of records in public states, nothing else.
#pragma once

#include "format/tmpl.h"
#include "web/visit.h"

struct published {
	int64_t id;
	struct str name;
	struct str url, note; // of the file, or of the address elsewhere; "PDF, 1.2 MB"
	VEC(struct str) fact; // what lists show of it, in words
};
struct published_list VEC_OF(struct published);

// All there are, by name.
bool published_all(struct visit *v, struct published_list *ret_list, struct err *err) MUST_CHECK;
// Those that name the public action.
bool published_of_action(struct visit *v, int64_t action_id, struct published_list *ret_list,
	struct err *err) MUST_CHECK;

void published_items(struct tmpl *t, const struct published_list *list);
