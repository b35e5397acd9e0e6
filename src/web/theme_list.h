// SPDX-License-Identifier: EUPL-1.2
// theme_list — the themes with how many actions each has.
#pragma once

#include "web/bars.h"
#include "web/listing.h"

struct theme_list_view {
	struct listing_view listing;
	struct bars bars;
	size_t theme_n;
};
void theme_list_page(struct tmpl *t, const struct theme_list_view *v);
