// SPDX-License-Identifier: EUPL-1.2
// region_list — the regions of the facility, and the groups and sub-regions that hold actions.
#pragma once

#include "web/bars.h"
#include "web/listing.h"

struct region_list_view {
	struct listing_view listing;
	struct bars facility, groups, m49;
};
void region_list_page(struct tmpl *t, const struct region_list_view *v);
