// SPDX-License-Identifier: EUPL-1.2
// country_find — the countries of an action beside its beneficiary: who takes part, who hosts.
#pragma once

#include "work/read/reading.h"

// Fills countries_involved. To be called when activities, experts and partners are known.
void country_find_all(struct reading *reading);

// Adds a country, unless it is the beneficiary or listed already.
void country_add(struct reading *reading, struct str iso2, struct span span);
