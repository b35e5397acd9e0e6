// SPDX-License-Identifier: EUPL-1.2
// event_place — where the events of a sentence took place.
#pragma once

#include "work/read/event.h"

// The town or country behind "in", "at" or, for visits and missions, "to" among the tokens
// [from, to). The country that the entry is about is no place of an event.
bool event_place_find(
	const struct event_sentence *sentence, struct event *event, size_t from, size_t to);

// The places of all events of the sentence.
void event_place_find_all(struct event_sentence *sentence);
