// SPDX-License-Identifier: EUPL-1.2
// activity_find — the events and work steps of an action: type, date, place, status, number.
//
// Every noun of an event is a mention (work/read/mention.h). In each sentence the dates and places
// are given to the mentions that they govern, mentions that only point back or belong to a purpose
// are dropped, and one of several dates becomes several activities.
#pragma once

#include "work/read/reading.h"

// Fills entry->activities, in text order.
void activity_find_all(struct reading *reading);
