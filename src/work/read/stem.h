// SPDX-License-Identifier: EUPL-1.2
// stem — what is left of an inflected word, so that a table needs to name it once.
//
// Russian words lose their ending and Arabic ones the article, joined particles and common endings
// (data/read/affix.*.tsv); words in Latin letters stay as they are. It is done to the words of the
// tables and of the page alike, so a stem need not be a word; it only has to be the same.
#pragma once

#include "base/str.h"

// The stem of a folded word: a part of it.
struct str stem_of(struct str fold);
