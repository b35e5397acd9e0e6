// SPDX-License-Identifier: EUPL-1.2
// criteria — the criteria in use above what is no list of actions itself: countries, themes, maps.
#pragma once

#include "web/listing.h"

// Chips to take each criterion out, and what is wrong with values nobody knows.
void criteria_in_use(struct tmpl *t, const struct listing_view *v); // criteria.html
