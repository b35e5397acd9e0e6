// SPDX-License-Identifier: EUPL-1.2
// expert_add — one group of experts among those of the entry, told once.
#pragma once

#include "work/read/reading.h"

// Adds the group unless it is known: the country is empty where none is told, the kind a slug of
// data/expert_kind.tsv; `words` are those that say it.
void expert_add(
	struct reading *r, struct str iso2, struct str kind, struct range words, struct str rule);
