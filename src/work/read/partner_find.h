// SPDX-License-Identifier: EUPL-1.2
// partner_find — the other bodies and countries of an action, by role.
#pragma once

#include "work/read/reading.h"

// Fills requester, partners, countries_involved and participants. To be called when activities and
// experts are known: places of activities are hosts, lending bodies are partners.
void partner_find_all(struct reading *reading);
