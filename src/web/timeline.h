// SPDX-License-Identifier: EUPL-1.2
// timeline — all actions on one axis, in groups: what timeline.html shows.
#pragma once

#include "web/listing.h"
#include "web/rows.h"

struct timeline_group {
	struct str name;
	int64_t n;       // actions of the group, on this page or not
	size_t from, to; // rows of the group on this page
};

// A way to group; the current one has no address.
struct timeline_way {
	struct str name, url;
};
enum { TIMELINE_WAYS = 3 };

struct timeline_view {
	struct listing_view listing;
	struct rows rows;
	struct str lead;
	struct timeline_way way[TIMELINE_WAYS];
	VEC(struct timeline_group) groups; // none: in the order of places, which every row names
};
void timeline_page(struct tmpl *t, const struct timeline_view *v);
