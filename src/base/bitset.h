// SPDX-License-Identifier: EUPL-1.2
// bitset — a set of small numbers, 0 to 255, by value: countries, regions, themes, types.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { BITSET_MAX = 256 };

struct bitset {
	uint64_t word[BITSET_MAX / 64];
};

// Numbers outside 0 to 255 are never in a set: adding one does nothing.
void bitset_add(struct bitset *set, int number);
bool bitset_has(const struct bitset *set, int number);
bool bitset_is_empty(const struct bitset *set);
// Have the two sets a number in common?
bool bitset_meets(const struct bitset *a, const struct bitset *b);
void bitset_join(struct bitset *set, const struct bitset *more);
int bitset_count(const struct bitset *set);

// The smallest number in the set that is not below `from`; -1 when there is none:
//     for (int i = bitset_next(&set, 0); i >= 0; i = bitset_next(&set, i + 1))
int bitset_next(const struct bitset *set, int from);
