// SPDX-License-Identifier: EUPL-1.2
// stem — what is left of an inflected word, so that a table needs to name it once.
//
// Russian words lose their ending and Arabic ones the article and common endings
// (data/read/affix.*.tsv); words in Latin letters stay as they are. It is done to the words of the
// tables and of the page alike, so a stem need not be a word; it only has to be the same.
#pragma once

#include "base/str.h"

// The stem of a folded word: a part of it.
struct str stem_of(struct str fold);

// The bytes of the particle that a folded word begins with (particle.h); 0 when it has none.
size_t stem_particle(struct str fold);
