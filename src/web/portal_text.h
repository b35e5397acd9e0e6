// SPDX-License-Identifier: EUPL-1.2
// portal_text — pages of the portal that the secretariat wrote in the settings.
#pragma once

#include "web/words.h"

// What the facility's record says, on the page "About".
struct portal_fact {
	struct str label, value, url; // url: empty, or where it leads
};
struct portal_phase {
	struct str label, period;
};
struct portal_text_view {
	struct str title;
	struct words text;
	VEC(struct portal_fact) fact;
	VEC(struct portal_phase) phase;
};
void portal_text_page(struct tmpl *t, const struct portal_text_view *v);
