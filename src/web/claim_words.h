// SPDX-License-Identifier: EUPL-1.2
// claim_words — a claim in the visitor's words: what it is about, what it says, how it was read.
#pragma once

#include "format/lang.h"
#include "model/dossier.h"

// "Date of activity 3".
struct str claim_words_subject(struct arena *mem, const struct lang *lang, const struct claim *c);

// "7–10 May 2012"; long texts are cut.
struct str claim_words_value(
	struct arena *mem, const struct lang *lang, const struct dossier *d, const struct claim *c);

// Does the value stand in the page's words rather than the visitor's?
bool claim_words_is_quoted(const struct claim *c);

// "the dash between two days was lost, and put back".
struct str claim_words_rule(const struct lang *lang, struct str rule);

// "Stated", "Inferred", "Corrected"; and what that means, in one sentence.
struct str claim_words_certainty(const struct lang *lang, struct str certainty);
struct str claim_words_meaning(const struct lang *lang, struct str certainty);
