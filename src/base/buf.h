// SPDX-License-Identifier: EUPL-1.2
// buf — text being built in an arena, with a maximum.
//
// Sticky: an addition that would pass the maximum is dropped whole and remembered in `full`; ask
// once at the end. `p` may move while it grows, so take buf_str only when it is done.
#pragma once

#include "base/arena.h"
#include "base/str.h"

struct buf {
	struct arena *mem;
	char *p;
	size_t n;
	size_t room;
	size_t max;
	bool full;
};

struct buf buf_new(struct arena *mem, size_t max);
// What finds room is copied on the spot.
void buf_add_more(struct buf *b, struct str s);
static inline void buf_add(struct buf *b, struct str s)
{
	if (!s.n || b->full || s.n >= b->room - b->n || s.n > b->max - b->n) {
		buf_add_more(b, s);
		return;
	}
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}
void buf_add_char(struct buf *b, char c);
void buf_add_int(struct buf *b, int64_t value);
void buf_format(struct buf *b, const char *format, ...) PRINTF_LIKE(2, 3);

// What was built so far; valid until the next addition.
struct str buf_str(const struct buf *b);
