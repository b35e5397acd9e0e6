// SPDX-License-Identifier: EUPL-1.2
// action — the short project that answers requests: place, title, objective, summary, duration.
//
// The record that the entry on the page becomes. `phase` is the ordinal as printed (Malawi III is
// 3), stored and never computed (domain.md R12). Texts live where the struct's loader put them.
#pragma once

#include "base/date.h"
#include "base/field.h"
#include "base/str.h"

enum { ACTION_TITLE_MAX = 1000, ACTION_TEXT_MAX = 200 * 1000 };

struct action {
	int64_t id;
	struct str slug; // its address; never changes
	struct str digest;
	int64_t source_id;
	int64_t position; // its place on the page, from 1
	struct str heading;
	struct str place;
	struct str place_kind; // country, regional-organisation, region
	struct str iso2;       // of a country, else empty
	int64_t phase;         // 0: none printed
	struct str title;
	struct str objective;
	struct str summary;
	struct str duration_raw;
	struct period period;
	bool duration_damaged;
	bool duration_ambiguous;
	struct str requester;
	struct str requester_kind; // named-body, collective
	int64_t participants;      // 0: not stated
	struct str participants_quote;
	int64_t span_offset, span_length; // the whole entry on its page
	struct str review;                // pending: imported, not yet reviewed; accepted
	int64_t created_at, changed_at;   // seconds since 1970
};

extern const struct fields action_fields;

// "Malawi III"; the place alone when no ordinal is printed.
struct str action_label(struct arena *mem, const struct action *a);

// The same for parts: a Roman numeral behind a place. Phases above 39 are printed in digits.
struct str action_label_of(struct arena *mem, struct str place, int64_t phase);

// The key under which a page's entry finds the action it is about: place, phase and title, folded.
// Never the title alone: several actions share one. Where no title is printed, the month in which it
// starts stands for it; where none is told either, the beginning of its summary.
struct str action_match_key(struct arena *mem, const struct action *a);
