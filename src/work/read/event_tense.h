// SPDX-License-Identifier: EUPL-1.2
// event_tense — whether an event has taken place or is planned, by the verbs of its sentence.
#pragma once

#include "work/read/event.h"

// Sets is_planned of the event.
void event_tense_find(const struct event_sentence *s, struct event *event);
