// SPDX-License-Identifier: EUPL-1.2
// event_date — which date of a sentence is about which of its events.
#pragma once

#include "work/read/event.h"

// Gives the dates of the sentence to its events: the nearest event before a date in its part of the
// sentence, else the next behind it; events joined without a verb between share one. Several dates
// joined by "and" make several dates of one event. Dates of what went before ("Following the
// endorsement in May") are given to none.
void event_date_assign(struct event_sentence *sentence);
