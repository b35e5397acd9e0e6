// SPDX-License-Identifier: EUPL-1.2
// place_find — which country, region or regional organisation a name means.
#pragma once

#include "base/str.h"
#include "work/read/lexicon.h"

struct place {
	struct str kind; // country, regional-organisation, region; empty when it is not known
	struct str iso2; // of a country
};

// What all of the tokens name together. "West and Central Africa" and "Argentina/Brazil" are
// regions; a long name with its abbreviation in brackets is the body. Articles count for nothing.
struct place place_of(const struct tokens *tokens, size_t from, size_t to);
