// SPDX-License-Identifier: EUPL-1.2
// event_weak — mentions that are an event only where their clause tells no other.
//
// "Forty officers were trained" tells one, "officers were trained at a workshop" is about the
// workshop. Support to the writing of a document is a step, support to a body is none.
#pragma once

#include "work/read/event.h"

// A verb or mere support, with something stronger beside it or without what it needs. Gives support
// from afar its type.
bool event_is_too_weak(const struct event_sentence *sentence, struct event *event);
