// SPDX-License-Identifier: EUPL-1.2
// output_find — the papers and tools that an action makes, and how far each has come.
#pragma once

#include "work/read/reading.h"

// Fills entry->outputs, one for each, at the first mention of its fullest name.
void output_find_all(struct reading *reading);
