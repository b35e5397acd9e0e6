// SPDX-License-Identifier: EUPL-1.2
// action_show — everything known of one action: what action_show.html shows.
#pragma once

#include "web/published.h"
#include "web/fact.h"
#include "web/neighbour.h"
#include "web/parts.h"
#include "web/words.h"

struct fact_list VEC_OF(struct shown_fact);

struct activity_view {
	size_t number;
	struct str family, status;
	struct shown_fact type, date, place;
	struct str country;  // beside a place that does not name it; may be empty
	struct str repaired; // the date as printed, where it had to be repaired
	int64_t count;
	bool is_planned;
	struct str quote;
};

struct output_view {
	struct shown_fact name;
	struct str type, date, status;
};

// Experts of one kind.
struct expert_group {
	struct str kind;
	struct fact_list lenders;
};

// Countries of one role beside the action's own.
struct country_group {
	struct str role;
	struct fact_list countries;
};

struct action_show_view {
	struct str list_url, list_name;
	size_t position, action_n;
	struct str place, place_url, ordinal, title;
	bool is_foreign;
	struct safe_html strip;
	struct legend legend;
	struct paragraphs objective, summary;
	VEC(struct activity_view) activities;
	VEC(struct output_view) outputs;
	struct shown_fact where, when, requester, participants;
	struct str when_printed; // where it had to be repaired
	bool is_ambiguous;
	VEC(struct country_group) countries;
	VEC(struct expert_group) experts;
	struct fact_list partners;
	struct index_list themes;
	struct str source_name, source_url, as_of;
	int64_t entry;
	bool is_pending;
	struct paragraphs warnings;
	struct published_list documents;
	struct neighbours neighbours;
	struct str country_name, theme_name;
};
void action_show_page(struct tmpl *t, const struct action_show_view *v);

// For an address that shows no action: on to the one that it was merged into, or not found.
struct visit;
bool action_moved(struct visit *v, struct str behind, struct err *err);
