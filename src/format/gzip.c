// SPDX-License-Identifier: EUPL-1.2
// gzip — one call of deflate into a place that is large enough for the worst case.
#include "format/gzip.h"

#define ZLIB_CONST
#include <zlib.h>

enum { LEVEL = 6, WINDOW_AND_GZIP_HEADER = 15 + 16, MEMORY_LEVEL = 8 };

// zlib asks for its memory through these two; the arena gives all of it back at once.
static void *give(void *mem, unsigned count, unsigned size)
{
	return arena_array(mem, count, size);
}

static void take_back(void *mem UNUSED, void *p UNUSED)
{
}

bool gzip_compress(struct arena *mem, struct str body, struct str *ret_packed, struct err *err)
{
	SCRATCH(tmp);
	z_stream stream = {.zalloc = give, .zfree = take_back, .opaque = tmp};

	if (body.n > GZIP_INPUT_MAX)
		return err_set(
			err, ERR_LIMIT, "a body of %zu bytes is too long to compress", body.n);
	if (deflateInit2(&stream, LEVEL, Z_DEFLATED, WINDOW_AND_GZIP_HEADER, MEMORY_LEVEL,
		    Z_DEFAULT_STRATEGY) != Z_OK)
		return err_set(err, ERR_IO, "the compressor could not be started");
	size_t room = deflateBound(&stream, body.n);
	unsigned char *packed = arena_alloc(mem, room);
	stream.next_in = (const unsigned char *)body.p;
	stream.avail_in = (unsigned)body.n;
	stream.next_out = packed;
	stream.avail_out = (unsigned)room;
	int outcome = deflate(&stream, Z_FINISH);
	deflateEnd(&stream);
	if (outcome != Z_STREAM_END)
		return err_set(err, ERR_IO, "the compressor did not finish");
	*ret_packed = (struct str){(const char *)packed, room - stream.avail_out};
	return true;
}
