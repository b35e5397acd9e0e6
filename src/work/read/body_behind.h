// SPDX-License-Identifier: EUPL-1.2
// body_behind — names of bodies in languages that tell behind the head noun what it is of.
//
// "ministère des Affaires étrangères et de la Coopération", "Министерство труда и занятости": the head
// noun of data/read/organ.*.tsv opens the name, small or not, and adjectives and what it is of run
// on behind it; in Russian adjectives may stand before it as well.
#pragma once

#include "work/read/reading.h"

// The name that begins at token `i` and ends before `end`; false when none does.
bool body_behind_at(const struct tokens *tokens, size_t i, size_t end, struct range *ret_name);
