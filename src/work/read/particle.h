// SPDX-License-Identifier: EUPL-1.2
// particle — the small words that Arabic writes onto the next one, taken apart.
//
// "And", "in" and "for" are one letter each, joined to the word behind them. A word that no table
// knows, but whose rest some table does, becomes two tokens, so that finders meet the small word as
// they do in other languages. What belongs to a longer phrase of a table stays whole.
#pragma once

#include "base/arena.h"
#include "work/read/lexicon.h"

// Takes apart the tokens of an Arabic text; others are left as they are. The tokens must be marked
// and know their language.
void particle_part(struct arena *mem, const struct lexicon *lexicon, struct tokens *tokens);
