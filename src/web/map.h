// SPDX-License-Identifier: EUPL-1.2
// map — the whole map with its table under it.
#pragma once

#include "web/bars.h"
#include "web/listing.h"
#include "web/world_map.h"

struct map_show_view {
	struct listing_view listing;
	struct world_map_figure map;
	struct index_list regions, themes;
	struct bars table;
};
void map_show_page(struct tmpl *t, const struct map_show_view *v);
