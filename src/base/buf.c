// SPDX-License-Identifier: EUPL-1.2
// buf — text being built in an arena; room doubles.
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct buf buf_new(struct arena *mem, size_t max)
{
	return (struct buf){.mem = mem, .max = max};
}

static bool reserve(struct buf *b, size_t more)
{
	if (b->full || more > b->max - b->n) {
		b->full = true;
		return false;
	}
	// One byte more than the text, for the terminator that vsnprintf insists on.
	if (b->n + more < b->room)
		return true;
	size_t room = b->room ? b->room * 2 : 64;
	if (room <= b->n + more)
		room = b->n + more + 1;
	b->p = arena_grow(b->mem, b->p, b->room, room);
	b->room = room;
	return true;
}

void buf_add_more(struct buf *b, struct str s)
{
	if (!s.n || !reserve(b, s.n))
		return;
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

void buf_add_char(struct buf *b, char c)
{
	buf_add(b, (struct str){&c, 1});
}

void buf_add_int(struct buf *b, int64_t value)
{
	char digits[STR_INT_MAX];

	buf_add(b, (struct str){digits, str_print_int(value, digits)});
}

void buf_format(struct buf *b, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n > 0 && reserve(b, (size_t)n)) {
		vsnprintf(b->p + b->n, (size_t)n + 1, format, again);
		b->n += (size_t)n;
	}
	va_end(again);
}

struct str buf_str(const struct buf *b)
{
	return b->n ? (struct str){b->p, b->n} : STR_EMPTY;
}
