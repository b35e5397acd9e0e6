// SPDX-License-Identifier: EUPL-1.2
// event_merge — several mentions of a sentence that are one event: the one that says most stays.
#pragma once

#include "work/read/event.h"

// Of two nouns for one event drops the one that says less ("the last activity, a workshop"), of a
// group and its members one of both ("two meetings: one in Bangkok and one in Cebu"), and what an
// event was made of.
void event_merge(struct event_sentence *sentence);
