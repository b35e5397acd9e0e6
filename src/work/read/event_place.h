// SPDX-License-Identifier: EUPL-1.2
// event_place — where the events of a sentence took place.
#pragma once

#include "work/read/event.h"

// The name of a place at token `i`; of a town that no table has only where `unlisted`. False when
// there is none.
bool event_place_at(const struct event_sentence *sentence, size_t i, size_t end, bool unlisted,
	struct event_place *ret_place);

// The place of the list "in Benin, Guinea-Bissau and Togo" behind `place`; false behind the last.
bool event_place_next(const struct event_sentence *sentence, const struct event_place *place,
	struct event_place *ret_place);

// Looks for a place of the event among the tokens [from, to) and gives it to the event.
bool event_place_find(
	const struct event_sentence *sentence, struct event *event, size_t from, size_t to);

// Gives every event of the sentence its place.
void event_place_find_all(struct event_sentence *sentence);
