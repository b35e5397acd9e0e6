// SPDX-License-Identifier: EUPL-1.2
// gzip_test — the promises of format/gzip.h; the library itself unpacks what was packed.
#include "format/gzip.h"

#include <string.h>
#define ZLIB_CONST
#include <zlib.h>

#include "check.h"
#include "tests.h"

static struct str unpacked(struct arena *mem, struct str packed, size_t room)
{
	z_stream stream = {.next_in = (const Bytef *)packed.p, .avail_in = (uInt)packed.n};
	Bytef *bytes = arena_alloc(mem, room + 1);

	assert_int_equal(inflateInit2(&stream, 15 + 16), Z_OK);
	stream.next_out = bytes;
	stream.avail_out = (uInt)room + 1;
	assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
	inflateEnd(&stream);
	return (struct str){(const char *)bytes, stream.total_out};
}

static struct str page(struct arena *mem, size_t n)
{
	char *text = arena_alloc(mem, n);
	uint32_t noise = 1;

	for (size_t i = 0; i < n; i++) {
		noise = noise * 1664525 + 1013904223;
		text[i] = (char)(noise >> 24);
	}
	return (struct str){text, n};
}

static void what_is_packed_can_be_unpacked(void **state)
{
	const size_t length[] = {0, 1, 1000, 300000};
	struct err err;

	for (size_t i = 0; i < sizeof length / sizeof *length; i++) {
		struct str body = page(*state, length[i]), packed;
		assert_true(gzip_compress(*state, body, &packed, &err));
		assert_true(str_eq(unpacked(*state, packed, body.n), body));
	}
}

static void the_same_body_gives_the_same_bytes(void **state)
{
	struct str body = page(*state, 5000), first, second;
	struct err err;

	assert_true(gzip_compress(*state, body, &first, &err));
	assert_true(gzip_compress(*state, body, &second, &err));
	assert_true(str_eq(first, second));
}

static void a_page_becomes_much_smaller(void **state)
{
	char *text = arena_alloc(*state, 60000);
	struct str packed;
	struct err err;

	memset(text, 'a', 60000);
	assert_true(gzip_compress(*state, (struct str){text, 60000}, &packed, &err));
	assert_true(packed.n < 200);
}

static void a_body_beyond_the_maximum_is_refused(void **state)
{
	struct str packed = S("before");
	struct err err;

	assert_false(gzip_compress(
		*state, (struct str){"x", (size_t)GZIP_INPUT_MAX + 1}, &packed, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
	IS(packed, "before");
}

int gzip_tests(void)
{
	const struct CMUnitTest gzip[] = {
		TEST(what_is_packed_can_be_unpacked),
		TEST(the_same_body_gives_the_same_bytes),
		TEST(a_page_becomes_much_smaller),
		TEST(a_body_beyond_the_maximum_is_refused),
	};

	return cmocka_run_group_tests(gzip, NULL, NULL);
}
