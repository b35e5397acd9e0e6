// SPDX-License-Identifier: EUPL-1.2
// fact — a value with the way to the sentence it was read from.
#pragma once

#include "format/tmpl.h"
#include "model/dossier.h"
#include "web/visit.h"

struct shown_fact {
	struct str text;
	struct str url;   // of the source view; empty: it stands nowhere
	struct str class; // "fact", "fact inferred", "fact corrected"
	bool is_inferred; // ... which is also said in a word where it matters
	bool is_foreign;  // the text is of the page and not of the visitor's language
};

// The fact about a value of the dossier, shown as `text`: record "activity", number 3, field
// "date". A value without a claim has no address.
struct shown_fact fact_of(struct visit *v, const struct dossier *d, struct str record,
	int64_t number, struct str field, struct str text);

// The same for a text of the page itself.
struct shown_fact fact_quoted(struct visit *v, const struct dossier *d, struct str record,
	int64_t number, struct str field, struct str text);

void fact_link(struct tmpl *t, const struct shown_fact *f);

// What was printed, an arrow, what it was read as.
void fact_repair(struct tmpl *t, struct str printed, const struct shown_fact *reading);
