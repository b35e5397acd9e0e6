// SPDX-License-Identifier: EUPL-1.2
// eight — eight bytes looked at in one step.
//
// A mask has the highest bit of each byte that the answer is yes for; all other bits are 0.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { EIGHT = 8 };
#define EIGHT_EVERY 0x0101010101010101u
#define EIGHT_HIGH 0x8080808080808080u

static inline uint64_t eight_at(const char *p)
{
	uint64_t bytes;
	memcpy(&bytes, p, sizeof bytes);
	return bytes;
}

// Copies up to a few dozen bytes, which do not overlap, without a call.
static inline void eight_copy(char *to, const char *from, size_t n)
{
	if (n > 2 * EIGHT) {
		memcpy(to, from, n);
	} else if (n >= EIGHT) {
		uint64_t first = eight_at(from), last = eight_at(from + n - EIGHT);
		memcpy(to, &first, EIGHT);
		memcpy(to + n - EIGHT, &last, EIGHT);
	} else if (n >= EIGHT / 2) {
		uint32_t first, last;
		memcpy(&first, from, sizeof first);
		memcpy(&last, from + n - sizeof last, sizeof last);
		memcpy(to, &first, sizeof first);
		memcpy(to + n - sizeof last, &last, sizeof last);
	} else {
		for (size_t i = 0; i < n; i++)
			to[i] = from[i];
	}
}

// The bytes that are 0.
static inline uint64_t eight_zero(uint64_t bytes)
{
	return ~(((bytes & ~EIGHT_HIGH) + ~EIGHT_HIGH) | bytes | ~EIGHT_HIGH);
}

// The bytes that are this character.
static inline uint64_t eight_is(uint64_t bytes, char c)
{
	return eight_zero(bytes ^ EIGHT_EVERY * (unsigned char)c);
}

// The bytes that are control characters below a blank.
static inline uint64_t eight_control(uint64_t bytes)
{
	return ~(((bytes & ~EIGHT_HIGH) + EIGHT_EVERY * 0x60) | bytes) & EIGHT_HIGH;
}

// The bytes that are small letters.
static inline uint64_t eight_letter(uint64_t bytes)
{
	uint64_t low = bytes & ~EIGHT_HIGH;
	uint64_t from_a = low + EIGHT_EVERY * (0x80 - 'a');
	uint64_t behind_z = low + EIGHT_EVERY * (0x7F - 'z');
	return from_a & ~behind_z & ~bytes & EIGHT_HIGH;
}

// The first byte of a mask that is not 0.
static inline size_t eight_first(uint64_t mask)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (size_t)__builtin_ctzll(mask) / 8;
#else
	return (size_t)__builtin_clzll(mask) / 8;
#endif
}

// The first `n` of the bytes, at most all, and zeros for the others.
static inline uint64_t eight_begin(uint64_t bytes, size_t n)
{
	static const unsigned char kept[2 * EIGHT] = {
		0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
	uint64_t mask;
	memcpy(&mask, kept + EIGHT - (n < EIGHT ? n : EIGHT), sizeof mask);
	return bytes & mask;
}
