// SPDX-License-Identifier: EUPL-1.2
// expert_field — who was lent, as told under a label: "Experts involved: Austria, France (NGO)".
#pragma once

#include "work/read/reading.h"

// Adds the experts of the tokens of a value.
void expert_field_read(struct reading *reading, struct range range);
