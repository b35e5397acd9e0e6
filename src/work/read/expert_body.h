// SPDX-License-Identifier: EUPL-1.2
// expert_body — experts who are told by the bodies that sent them: "seconded by the Danish Police".
#pragma once

#include "work/read/reading.h"

// Adds the experts that bodies of other countries sent, as the sentence tells it.
void expert_body_read(struct reading *reading, struct range sentence);
