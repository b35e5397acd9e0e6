// SPDX-License-Identifier: EUPL-1.2
// str — a slice of text: a pointer and a length, passed by value.
//
// What `p` points at is not terminated: C strings appear only at foreign borders, made by str_z.
// An empty slice may have any `p`, NULL included, so a zeroed record holds empty texts. A slice owns nothing; it
// lives as long as the text it points into. Text is UTF-8 unless a contract says bytes.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/char.h"

struct str {
	const char *p;
	size_t n;
};

// A slice of a literal, as an expression and as an initialiser of static data.
#define S(literal) ((struct str){"" literal "", sizeof(literal) - 1})
#define S_INIT(literal)                            \
	{                                          \
		"" literal "", sizeof(literal) - 1 \
	}
#define STR_EMPTY S("")

// Marks an English text in a static table for translation (format/lang.h), and is that literal.
#define N_(text) text

// Prints a slice with the ordinary printf family: printf("%" PRIstr "\n", STR(s)).
#define PRIstr ".*s"
#define STR(s) ((int)(s).n), (s).p

// The slice of a C string; NULL gives the empty slice.
struct str str_c(const char *z);

// A terminated copy for a foreign function. Bytes after an embedded NUL are lost to the callee.
char *str_z(struct arena *mem, struct str s);

struct str str_copy(struct arena *mem, struct str s);
struct str str_join(struct arena *mem, struct str a, struct str b);
struct str str_format(struct arena *mem, const char *format, ...) PRINTF_LIKE(2, 3);

static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (!a.n || memcmp(a.p, b.p, a.n) == 0);
}
// The order of the bytes, which for UTF-8 is the order of the code points: <0, 0, >0.
int str_cmp(struct str a, struct str b);
// Equal when the letters A to Z count as a to z; other bytes must be the same.
bool str_eq_nocase(struct str a, struct str b);

bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

// The first place of the needle at or after `from`; SIZE_MAX (STR_NONE) when there is none.
#define STR_NONE SIZE_MAX
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_find_char(struct str s, char c, size_t from);

// The part from `from` up to `to`; both are clamped to the slice.
static inline struct str str_sub(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (struct str){s.p + from, to - from};
}
// Everything from `from` on.
static inline struct str str_from(struct str s, size_t from)
{
	return str_sub(s, from, s.n);
}
// Without ASCII white space at both ends.
struct str str_trim(struct str s);

// Takes the text before the first `sep` off `*rest` (all of it when there is none) and moves
// `*rest` behind the separator. False when `*rest` was used up: then nothing changes.
// Start with rest = text; an empty text gives one empty part.
struct str_split {
	struct str rest;
	char sep;
	bool done;
};
bool str_next(struct str_split *split, struct str *ret_part);

// A whole decimal number, with a minus sign at most; false on anything else or overflow.
bool str_int(struct str s, int64_t *ret_value) MUST_CHECK;

// The reverse, into a place that the caller has, not terminated; answers its bytes. And in an arena.
enum { STR_INT_MAX = 20 };
size_t str_print_int(int64_t value, char ret_text[static STR_INT_MAX]);
struct str str_of_int(struct arena *mem, int64_t value);

// The bytes as lower-case hexadecimal digits, two a byte.
struct str str_hex(struct arena *mem, struct str bytes);
// The reverse; false on anything else.
bool str_unhex(struct arena *mem, struct str hex, struct str *ret_bytes) MUST_CHECK;

// A hash for tables in memory; not stable between versions, never stored. FNV-1a, 64 bits.
uint64_t str_hash(struct str s);
