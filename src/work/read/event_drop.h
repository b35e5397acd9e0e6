// SPDX-License-Identifier: EUPL-1.2
// event_drop — which events of a sentence are none: only aimed at, or another one's name.
#pragma once

#include "work/read/event.h"

// Drops, before dates are given, what points back ("this workshop"), what is only aimed at ("in
// order to prepare a seminar"), and what is too vague to be an event.
void event_drop_early(struct event_sentence *sentence);
