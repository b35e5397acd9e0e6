// SPDX-License-Identifier: EUPL-1.2
// out — a place bytes go; one buffer, flushed to the descriptor or grown in the arena.
#include "base/out.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { FD_ROOM = 64 * 1024, MEMORY_ROOM = 256 };

struct out out_memory(struct arena *mem, size_t max)
{
	return (struct out){.mem = mem, .max = max, .fd = -1};
}

struct out out_fd(struct arena *mem, int fd)
{
	return (struct out){.mem = mem, .fd = fd, .p = arena_alloc(mem, FD_ROOM), .room = FD_ROOM};
}

static void write_all(struct out *o, struct str s)
{
	while (s.n && !o->failed) {
		ssize_t done = write(o->fd, s.p, s.n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			o->failed = errno;
		else
			s = str_from(s, (size_t)done);
	}
}

static void flush(struct out *o)
{
	write_all(o, (struct str){o->p, o->n});
	o->n = 0;
}

static void make_room(struct out *o, size_t more)
{
	if (o->fd >= 0) {
		flush(o);
		return;
	}
	if (more > o->max - o->n) {
		o->failed = EFBIG;
		return;
	}
	size_t room = o->room ? o->room * 2 : MEMORY_ROOM;
	if (room < o->n + more)
		room = o->n + more;
	if (room > o->max)
		room = o->max;
	o->p = o->room ? arena_grow(o->mem, o->p, o->room, room) : arena_room(o->mem, room);
	o->room = room;
}

void out_reserve(struct out *o, size_t more)
{
	if (o->fd < 0 && !o->failed && more <= o->max - o->n && more > o->room - o->n)
		make_room(o, more);
}

bool out_grow(struct out *o, size_t n)
{
	if (!o->failed && n > o->room - o->n)
		make_room(o, n);
	return !o->failed;
}

void out_write_more(struct out *o, struct str s)
{
	if (!s.n || o->failed)
		return;
	if (s.n > o->room - o->n)
		make_room(o, s.n);
	if (o->failed)
		return;
	o->total += s.n;
	if (s.n > o->room - o->n) {
		write_all(o, s);
		return;
	}
	memcpy(o->p + o->n, s.p, s.n);
	o->n += s.n;
}

void out_int(struct out *o, int64_t value)
{
	char digits[STR_INT_MAX];
	size_t n = str_print_int(value, digits);

	out_write(o, (struct str){digits, n});
}

void out_format(struct out *o, const char *format, ...)
{
	char text[512];
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (n >= 0 && (size_t)n < sizeof text) {
		out_write(o, (struct str){text, (size_t)n});
	} else if (n >= 0) {
		char *whole = arena_alloc(o->mem, (size_t)n + 1);
		vsnprintf(whole, (size_t)n + 1, format, again);
		out_write(o, (struct str){whole, (size_t)n});
	}
	va_end(again);
}

struct str out_str(const struct out *o)
{
	return o->n ? (struct str){o->p, o->n} : STR_EMPTY;
}

bool out_finish(struct out *o, struct err *err)
{
	if (o->fd >= 0)
		flush(o);
	if (!o->failed)
		return true;
	if (o->fd < 0)
		return err_set(err, ERR_LIMIT, "the answer is larger than %zu bytes", o->max);
	return err_set_errno(err, ERR_IO, o->failed, "could not write");
}
