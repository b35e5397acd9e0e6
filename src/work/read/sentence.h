// SPDX-License-Identifier: EUPL-1.2
// sentence — where sentences begin and end in the prose of an entry.
#pragma once

#include "work/read/reading.h"

// Fills reading->sentences from objective and summary, and finds the dates in them. A sentence ends
// at its mark before a capital, or with its paragraph; "Mr." and "e.g." end none.
void sentence_split(struct reading *reading);
