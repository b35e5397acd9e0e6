// SPDX-License-Identifier: EUPL-1.2
// country_show — one country: what was done for it, where it hosted or took part, whom it lent.
#pragma once

#include "web/listing.h"
#include "web/rows.h"
#include "web/world_map.h"

// Something that happened in the country for others, or whom it lent, with the action.
struct country_event {
	struct str date;
	struct str family, type; // of the activity; empty when none is told to have been there
	struct str place;
	struct str heading, url; // of the action
	struct str note;         // the kind of expert lent
};
struct country_events VEC_OF(struct country_event);

struct country_output {
	struct str name, date, status, type;
	struct str heading, url; // of the action
};

struct country_name_in {
	struct str lang, name;
};

struct country_show_view {
	struct str name, iso2;
	struct str list_url, region, region_url; // of the facility
	struct str sub_region, sub_region_url;   // of the United Nations; empty: it holds nothing
	struct str lead;                         // the roles in one sentence
	size_t action_n;                         // as beneficiary
	size_t lent_n;
	struct str years;
	struct rows rows;
	struct str all_url, lent_url; // of all actions, when there are more than shown
	struct country_events hosted, took_part, lent;
	VEC(struct country_output) outputs;
	struct world_map_figure locator;
	struct index_list lenders, themes;
	VEC(struct country_name_in) names;
	bool is_foreign; // texts of pages are not in the visitor's language
};
void country_show_page(struct tmpl *t, const struct country_show_view *v);
