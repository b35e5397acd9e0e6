// SPDX-License-Identifier: EUPL-1.2
// home — the first page: what this is, its figures, its map, the latest actions, the ways in.
#pragma once

#include "web/news.h"
#include "web/rows.h"
#include "web/world_map.h"

struct home_view {
	struct figure_list figures;
	struct str as_of;
	struct world_map_figure map;
	struct rows latest;
	struct index_list countries, themes, years;
	size_t action_n;
	struct words welcome;
	struct news_items news;
	struct str all_news;
	struct str all_actions, all_themes;
};
void home_page(struct tmpl *t, const struct home_view *v);
