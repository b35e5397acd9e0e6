// SPDX-License-Identifier: EUPL-1.2
// entry — an action as found on a page: values, and the bytes each was read from.

#include "model/entry.h"

struct str certainty_name(enum certainty certainty)
{
	switch (certainty) {
	case CERTAINTY_STATED:
		return S("stated");
	case CERTAINTY_INFERRED:
		return S("inferred");
	case CERTAINTY_CORRECTED:
		return S("corrected");
	}
	return S("stated");
}

struct entry entry_new(void)
{
	struct entry_text nothing = {.text = STR_EMPTY, .span = SPAN_NONE};
	return (struct entry){
		.heading = nothing,
		.place = nothing,
		.title = nothing,
		.objective = nothing,
		.summary = nothing,
		.duration_raw = nothing,
		.requester = nothing,
		.place_kind = STR_EMPTY,
		.iso2 = STR_EMPTY,
		.phase_span = SPAN_NONE,
		.start_span = SPAN_NONE,
		.end_span = SPAN_NONE,
		.requester_kind = STR_EMPTY,
		.participants = {.quote = STR_EMPTY, .span = SPAN_NONE},
		.whole = SPAN_NONE,
	};
}

struct entry_activity entry_activity_new(void)
{
	return (struct entry_activity){
		.type = STR_EMPTY,
		.quote = STR_EMPTY,
		.date_raw = STR_EMPTY,
		.place = STR_EMPTY,
		.iso2 = STR_EMPTY,
		.count = 1,
		.span = SPAN_NONE,
		.date_span = SPAN_NONE,
		.place_span = SPAN_NONE,
	};
}
