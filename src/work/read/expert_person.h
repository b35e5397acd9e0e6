// SPDX-License-Identifier: EUPL-1.2
// expert_person — experts who are told by their profession and country: "two Finnish judges".
#pragma once

#include "work/read/reading.h"

// Adds those of the sentence who come from another country than the beneficiary and do something in
// it; to be called for actions of one country.
void expert_person_read(struct reading *reading, struct range sentence);
