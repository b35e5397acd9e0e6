// SPDX-License-Identifier: EUPL-1.2
// theme_show — one theme: its actions, the themes it goes with, the countries it was asked for in.
#pragma once

#include "web/listing.h"
#include "web/rows.h"
#include "web/words.h"

struct theme_mapping {
	struct str vocabulary, code, share, when; // share: "40"; both may be empty
};

struct theme_show_view {
	struct str name, list_url;
	struct words about;                // what the desk wrote of it
	VEC(struct theme_mapping) mapping; // its places in other vocabularies
	struct str years, as_of;
	size_t action_n, country_n;
	struct rows rows;
	struct str all_url; // of all actions, when there are more than shown
	struct index_list together, countries;
};
void theme_show_page(struct tmpl *t, const struct theme_show_view *v);
