// SPDX-License-Identifier: EUPL-1.2
// search — which actions hold the words, where in them, and what else is named like this.
#pragma once

#include "web/highlight.h"
#include "web/listing.h"
#include "web/near_name.h"

struct search_hit {
	struct str place, ordinal, url, date;
	bool place_is_foreign;
	struct highlight title, part;
	struct highlight_cut cut; // something stands before or behind the part
};

struct search_view {
	struct str q, action; // words as typed; address of the form
	struct listing_view listing;
	struct search_hit *hit;
	size_t hit_n; // on this page
	struct near_names near;
	struct index_list countries; // of the hits
	struct str meant, meant_url; // a spelling that finds something; may be empty
	int64_t meant_n;
	struct str countries_url, themes_url, timeline_url;
	bool is_foreign;
};
void search_page(struct tmpl *t, const struct search_view *v);
