// SPDX-License-Identifier: EUPL-1.2
// out — a place bytes go: memory or a file descriptor.
//
// Sticky: writes answer nothing; the first failure is remembered and everything after it dropped.
// Ask once, with out_finish. A memory `out` grows in its arena up to its maximum; a descriptor
// `out` collects 64 KiB before it writes.
#pragma once

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct out {
	char *p; // bytes not yet written (descriptor), or all bytes (memory)
	size_t n, room;
	size_t max;   // memory only: the most it may hold
	size_t total; // bytes given to it so far, dropped ones not counted
	struct arena *mem;
	int fd;     // -1 for memory
	int failed; // errno of the first failure; 0 while all is well
};

struct out out_memory(struct arena *mem, size_t max);
// Room for so many bytes more at once, so that a memory `out` of known size need not grow in steps.
void out_reserve(struct out *o, size_t more);

struct out out_fd(struct arena *mem, int fd);

// Bytes that find room are copied on the spot: pages are made of thousands of small writes.
void out_write_more(struct out *o, struct str s);
static inline void out_write(struct out *o, struct str s)
{
	if (!s.n || s.n > o->room - o->n || o->failed) {
		out_write_more(o, s);
		return;
	}
	memcpy(o->p + o->n, s.p, s.n);
	o->n += s.n;
	o->total += s.n;
}
static inline void out_char(struct out *o, char c)
{
	out_write(o, (struct str){&c, 1});
}
// The next `n` bytes of a memory `out`, for the caller to fill at once; NULL when it is full.
bool out_grow(struct out *o, size_t n);
static inline char *out_place(struct out *o, size_t n)
{
	if ((n > o->room - o->n || o->failed) && !out_grow(o, n))
		return NULL;
	o->n += n;
	o->total += n;
	return o->p + o->n - n;
}

void out_int(struct out *o, int64_t value);
void out_format(struct out *o, const char *format, ...) PRINTF_LIKE(2, 3);

// What a memory `out` holds; valid until the next write.
struct str out_str(const struct out *o);

// Writes what is left. False with ERR_IO (descriptor) or ERR_LIMIT (memory) when anything failed.
bool out_finish(struct out *o, struct err *err) MUST_CHECK;
