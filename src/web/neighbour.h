// SPDX-License-Identifier: EUPL-1.2
// neighbour — the actions beside an action: in the list, in its country, on its themes.
#pragma once

#include "model/portfolio.h"
#include "web/visit.h"

struct neighbour {
	struct str place, title, url; // "Malawi III"; the title may be empty
};
struct neighbour_list VEC_OF(struct neighbour);

struct neighbours {
	size_t position;               // in the list by place, from 1
	struct neighbour_list around;  // the ones before and behind it there
	struct neighbour_list country; // of the same country
	struct neighbour_list theme;   // sharing the most themes
};
struct neighbours neighbour_find(struct visit *v, const struct portfolio_action *action);
