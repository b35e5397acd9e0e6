// SPDX-License-Identifier: EUPL-1.2
// expert_behind — experts in languages that tell whose they are behind the noun.
//
// "des experts des administrations nationales française et belge", "expertos de Estonia", "эксперты
// государственных органов Польши": a noun of data/read/expert.*.tsv opens a group; what belongs to
// it runs on behind it, and the countries named there are its countries.
#pragma once

#include "work/read/reading.h"

// Reads the groups of a sentence in a language with words behind their noun.
void expert_behind_read(struct reading *reading, struct range sentence);
