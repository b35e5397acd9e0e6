// SPDX-License-Identifier: EUPL-1.2
// action_list — the list of actions with its filters: what action_list.html shows.
#pragma once

#include "web/listing.h"
#include "web/rows.h"

struct action_list_view {
	struct listing_view listing;
	struct rows rows;
};
void action_list_page(struct tmpl *t, const struct action_list_view *v);
