// SPDX-License-Identifier: EUPL-1.2
// region_show — one region: its map, its countries, its actions.
#pragma once

#include "web/listing.h"
#include "web/rows.h"
#include "web/words.h"
#include "web/world_map.h"

struct region_show_view {
	struct words about; // what the desk wrote of it
	struct str name, list_url, years;
	size_t national_n, regional_n, country_n; // actions; countries served
	struct world_map_figure map;
	struct index_list countries, themes, without; // without: members that were not served
	struct rows rows;                             // national ones first
	size_t national_row_n;                        // of the rows
	struct str all_url; // of all actions, when there are more than shown
};
void region_show_page(struct tmpl *t, const struct region_show_view *v);
