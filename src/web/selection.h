// SPDX-License-Identifier: EUPL-1.2
// selection — the actions of one country, region or theme: as the rows of its page, and as data.
#pragma once

#include "web/listing.h"
#include "web/rows.h"

// What the sets of an action are looked at for.
typedef const struct bitset *selection_set(const struct portfolio_action *action);

// The actions whose set has the number, by place, those for one country before regional ones.
struct portfolio_hits selection_of(
	struct arena *mem, const struct portfolio *p, selection_set *set, int number);
// How many of the actions have the number in the set.
int64_t selection_count(const struct portfolio *p, const struct portfolio_hits *hits,
	selection_set *set, int number);

// Answers ?format=json and ?format=csv with these actions (JSON: LISTING_PAGE a page), and tells the
// layout that there is such data at the page's own path ("/countries/ML"). *ret_done says whether
// the answer was given.
bool selection_data(struct visit *v, struct str path, const struct portfolio_hits *hits,
	bool *ret_done, struct err *err) MUST_CHECK;

// Years from the first start to the last end, in the visitor's language: "2009–2016"; empty when no
// duration is known.
struct str selection_years(const struct visit *v, const struct portfolio_hits *hits);

// Countries and themes of these actions by number of actions, the most first.
struct index_list selection_countries(
	struct visit *v, const struct portfolio_hits *hits, selection_set *set);
struct index_list selection_themes(struct visit *v, const struct portfolio_hits *hits, int except);

// How many of the actions are for one country; the rest are regional.
size_t selection_national_n(const struct portfolio *p, const struct portfolio_hits *hits);

selection_set selection_beneficiaries, selection_hosts, selection_participants, selection_lenders,
	selection_regions, selection_theme_set;
