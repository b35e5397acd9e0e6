// SPDX-License-Identifier: EUPL-1.2
// theme_find — what an action is about, from its title and objective alone.
#pragma once

#include "work/read/reading.h"

// Fills entry->themes with slugs in the order of the closed list (data/theme.tsv). Names of bodies
// give none.
void theme_find_all(struct reading *reading);
