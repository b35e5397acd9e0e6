// SPDX-License-Identifier: EUPL-1.2
// expert_find — who was lent: countries and kinds of the experts.
#pragma once

#include "work/read/reading.h"

// Fills entry->experts, one for each country and kind; groups without a country have none.
void expert_find_all(struct reading *reading);
