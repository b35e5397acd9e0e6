// SPDX-License-Identifier: EUPL-1.2
// participant_find — how many persons attended.
#pragma once

#include "work/read/reading.h"

// Fills participants with the first number of persons that the text tells; experts do not count.
void participant_find(struct reading *reading);
