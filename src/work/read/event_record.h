// SPDX-License-Identifier: EUPL-1.2
// event_record — the records of one event: one, or one for each of its dates or places.
#pragma once

#include "work/read/event.h"

// Adds the records of the event to the entry.
void event_record(struct event_sentence *s, struct event *event);

// Gives the activity the date.
void event_record_date(
	struct reading *r, struct entry_activity *activity, const struct date_hit *date);

// Only verbs of taking place, prepositions and places among the tokens [from, to): a date behind
// them is that of the words before them.
bool event_reaches_date(const struct event_sentence *s, size_t from, size_t to);
