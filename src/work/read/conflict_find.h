// SPDX-License-Identifier: EUPL-1.2
// conflict_find — what the sentences of one entry say against each other.
//
// R09: a paper told as still to be presented, adopted or published, and as done. R10: a paper
// adopted or published on two dates. R29: events promised by number, of which fewer are told.
// R33: a paper promised in the objective of which the summary of an ended action says nothing.
// Each is told only where the paper or the kind of event is the only one of its kind, so that no
// other can be meant.
#pragma once

#include "work/read/reading.h"

// Asks about all of them; to be called when activities, outputs and duration have been found.
void conflict_find(struct reading *reading);
