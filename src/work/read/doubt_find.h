// SPDX-License-Identifier: EUPL-1.2
// doubt_find — what a careful reader would ask about: repairs, contradictions, stale plans.
//
// Every doubt is a warning with the words it is about and a sentence that says what was read and
// what to do. A doubt is only told where it can be told safely: silence is better than noise.
#pragma once

#include "work/read/reading.h"

// Tells what was mended in a date, or may be read otherwise.
void doubt_date(struct reading *reading, const struct date_hit *date, struct range words);

// Tells what contradicts itself within the entry, once all else has been found in it.
void doubt_find(struct reading *reading);

// Tells what the day of the page makes doubtful (R09): plans for days that have passed by then,
// and actions said to go on of which nothing is told for long. `as_of` may be unknown; then only
// what the entry itself shows to be past counts. Adds to the warnings of the entry.
void doubt_stale(struct arena *mem, struct entry *entry, struct date as_of);
