// SPDX-License-Identifier: EUPL-1.2
// event_known — events that the entry has already, told again.
//
// A second mention may say more than the first: the date or the place goes to the record that
// lacks it.
#pragma once

#include "work/read/event.h"

// The event is one that the entry has, or is none without more being said of it; what it adds goes
// to the record.
bool event_is_known(struct event_sentence *sentence, struct event *event);
