// SPDX-License-Identifier: EUPL-1.2
// bitset — four machine words.
#include "base/bitset.h"

enum { WORDS = BITSET_MAX / 64 };

void bitset_add(struct bitset *set, int number)
{
	if (number >= 0 && number < BITSET_MAX)
		set->word[number / 64] |= (uint64_t)1 << (number % 64);
}

bool bitset_has(const struct bitset *set, int number)
{
	return number >= 0 && number < BITSET_MAX && (set->word[number / 64] >> (number % 64) & 1);
}

bool bitset_is_empty(const struct bitset *set)
{
	return bitset_next(set, 0) < 0;
}

bool bitset_meets(const struct bitset *a, const struct bitset *b)
{
	for (int i = 0; i < WORDS; i++)
		if (a->word[i] & b->word[i])
			return true;
	return false;
}

void bitset_join(struct bitset *set, const struct bitset *more)
{
	for (int i = 0; i < WORDS; i++)
		set->word[i] |= more->word[i];
}

int bitset_count(const struct bitset *set)
{
	int n = 0;

	for (int i = 0; i < WORDS; i++)
		n += __builtin_popcountll(set->word[i]);
	return n;
}

int bitset_next(const struct bitset *set, int from)
{
	if (from < 0 || from >= BITSET_MAX)
		return -1;
	uint64_t rest = set->word[from / 64] >> (from % 64);
	if (rest)
		return from + __builtin_ctzll(rest);
	for (int i = from / 64 + 1; i < WORDS; i++)
		if (set->word[i])
			return i * 64 + __builtin_ctzll(set->word[i]);
	return -1;
}
