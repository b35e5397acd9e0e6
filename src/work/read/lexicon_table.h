// SPDX-License-Identifier: EUPL-1.2
// lexicon_table — how the words of the lexicon are kept: between those who build it and those who ask.
#pragma once

#include "base/eight.h"
#include "work/read/lexicon.h"

enum { FILTER_BITS = 18 }; // of the number of bits in the filter

struct lexicon_slot {
	uint64_t head;                   // the first bytes of the word
	const struct lexicon_word *word; // NULL: the slot is free
	const char *key;
	uint32_t hash, n;
};

// One of 64 bits that stands for the second word of a phrase, and for others as well.
static inline uint64_t lexicon_second_bit(uint32_t hash)
{
	return UINT64_C(1) << (hash & 63);
}

// The first bytes of a folded word, of which eight may be read.
static inline uint64_t head_of(struct str fold)
{
	return eight_begin(eight_at(fold.p), fold.n);
}
