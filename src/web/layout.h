// SPDX-License-Identifier: EUPL-1.2
// layout — what stands around every page, and the pages that say that something went wrong.
#pragma once

#include "web/visit.h"

// The whole document; page->body is what stands in <main>.
void layout_page(struct tmpl *t, const struct page *page);

// Bodies: no such address; something failed (status 4xx or 5xx, a sentence for the visitor, what
// was kept, what to do).
void layout_not_found(struct tmpl *t, const struct page *page);

struct failure {
	int status;
	struct str heading;
	struct str sentence;
	struct str way, way_name; // an address to go on from; may be empty
};
void layout_failure(struct tmpl *t, const struct failure *f);
