// SPDX-License-Identifier: EUPL-1.2
// duration_find — start and end of an action from its duration, mended where it must be.
#pragma once

#include "work/read/reading.h"

// Reads the field, and resolves a misprinted year with the activities already found: the action
// cannot begin behind the first of them. Every repair is told in a warning.
void duration_find(struct reading *reading);
