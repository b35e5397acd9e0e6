// SPDX-License-Identifier: EUPL-1.2
// world_map — the map of the countries served, equal in area, drawn on the server.
//
// Land without a role is one path; countries served stand in three steps of one hue, each a link
// with its count; hosts are outlined, lenders dotted; countries too small to hit become dots. Only
// the shapes that the part shown needs are written, fine ones where the part is small. Maps never
// mirror. On paper the steps are the hatches #h1 to #h3 of the layout's definitions.
#pragma once

#include "format/escape.h"
#include "format/lang.h"
#include "format/tmpl.h"
#include "model/portfolio.h"

enum world_map_extent {
	WORLD_MAP_SERVED,  // the countries with a role, for the home page
	WORLD_MAP_WHOLE,   // everything, for the page of the map
	WORLD_MAP_REGION,  // one region
	WORLD_MAP_LOCATOR, // one country among its neighbours: no links, no counts
};

struct world_map_view {
	enum world_map_extent extent;
	int region;                        // WORLD_MAP_REGION: index in region_table
	int country;                       // WORLD_MAP_LOCATOR: index in country_table
	const struct portfolio_hits *hits; // actions that count; NULL: all
};

// The drawing in its figure, with a way round it and its key.
struct world_map_figure {
	struct safe_html svg;
	struct str class;   // of the figure
	struct str skip_to; // id of what stands behind it; empty: no way round is needed
	struct str step[3]; // words of the key; empty: no country has that many
	bool has_host, has_lender, has_key;
	struct str base; // "36 actions, as of March 2016"; may be empty
};
struct world_map_figure world_map_figure_of(struct arena *mem, const struct lang *lang,
	const struct portfolio *p, const struct world_map_view *view, struct str skip_to);

void world_map_figure(struct tmpl *t, const struct world_map_figure *f); // world_map.html
