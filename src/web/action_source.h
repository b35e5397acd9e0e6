// SPDX-License-Identifier: EUPL-1.2
// action_source — an entry as printed, its facts marked: what action_source.html shows.
#pragma once

#include "web/facsimile.h"
#include "web/fact.h"

struct source_fact {
	struct str subject, value, rule, url; // no address: it stands nowhere
	bool is_quoted, is_chosen;
	bool is_corrected; // the desk says otherwise now
};

// Facts of one certainty.
struct source_group {
	struct str name;
	VEC(struct source_fact) facts;
};
enum { SOURCE_GROUP_N = 3 };

// What the desk says otherwise than the chosen fact was read.
struct source_change {
	struct str label, printed, decided, when; // decided: empty when it was taken away
};

struct action_source_view {
	struct str list_url, action_url, heading_place, heading_title, back_url;
	bool is_foreign;
	bool has_chosen;
	bool is_missing; // a fact was asked for that this entry does not have
	struct shown_fact chosen;
	struct str subject, printed, meaning, rule; // printed: where it had to be repaired
	VEC(struct source_change) change;
	struct facsimile facsimile;
	bool has_heading; // the first line of the entry is one
	struct source_group group[SOURCE_GROUP_N];
	struct str file, as_of;
	int64_t from, to;
};
void action_source_page(struct tmpl *t, const struct action_source_view *v);
