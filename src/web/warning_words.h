// SPDX-License-Identifier: EUPL-1.2
// warning_words — what the reader noticed, in the visitor's words.
#pragma once

#include "format/lang.h"
#include "model/dossier.h"

// A sentence for the rule, with the printed form in it; the reader's own English sentence when the
// rule has none, where that says more, or where what was printed is no fact of the dossier.
struct str warning_words(struct arena *mem, const struct lang *lang, const struct dossier *d,
	const struct warning *warning);
