// SPDX-License-Identifier: EUPL-1.2
// expert_add — one group of experts among those of the entry, told once.
#pragma once

#include "work/read/reading.h"

// Adds the group unless it is known: the country is empty where none is told, the kind a slug of
// data/expert_kind.tsv; `words` are those that say it.
void expert_add(
	struct reading *r, struct str iso2, struct str kind, struct range words, struct str rule);

// "hosted by the University of Ghent", "alongside the University": the name of a body that begins at
// the token is told as a partner, not as who sent experts.
bool expert_is_partner(const struct tokens *tokens, size_t i, size_t begin);
