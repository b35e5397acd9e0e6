// SPDX-License-Identifier: EUPL-1.2
// http_field_test — the promises of net/http_field.h.
#include "net/http_field.h"

#include <string.h>

#include "check.h"
#include "tests.h"

static void tags_differ_when_bodies_differ_anywhere(void **state)
{
	char *bytes = arena_alloc(*state, 1000);
	char whole[HTTP_FIELD_ETAG_MAX], other[HTTP_FIELD_ETAG_MAX];

	http_field_etag((struct str){bytes, 1000}, false, whole);
	for (size_t i = 0; i < 1000; i++) {
		bytes[i] ^= (char)0x80;
		http_field_etag((struct str){bytes, 1000}, false, other);
		assert_string_not_equal(whole, other);
		bytes[i] ^= (char)0x80;
	}
	http_field_etag((struct str){bytes, 999}, false, other);
	assert_string_not_equal(whole, other);
	http_field_etag((struct str){bytes, 1000}, true, other);
	assert_string_not_equal(whole, other);
	http_field_etag((struct str){bytes, 1000}, false, other);
	assert_string_equal(whole, other);
}

static void a_tag_is_found_in_a_list(void **state)
{
	struct str tag = S("\"abc\"");

	(void)state;
	assert_true(http_field_names_etag(S("\"abc\""), tag));
	assert_true(http_field_names_etag(S("\"x\", W/\"abc\""), tag));
	assert_true(http_field_names_etag(S("*"), tag));
	assert_false(http_field_names_etag(S("abc"), tag));
	assert_false(http_field_names_etag(S("\"ab\", \"c\""), tag));
	assert_false(http_field_names_etag(STR_EMPTY, tag));
}

static void gzip_is_taken_when_named_and_not_refused(void **state)
{
	(void)state;
	assert_true(http_field_takes_gzip(S("gzip")));
	assert_true(http_field_takes_gzip(S("deflate, GZIP;q=0.5, br")));
	assert_true(http_field_takes_gzip(S("br;q=1.0, gzip; q=0.001")));
	assert_false(http_field_takes_gzip(S("gzip;q=0")));
	assert_false(http_field_takes_gzip(S("gzip;q=0.000, identity")));
	assert_false(http_field_takes_gzip(S("br, notgzip")));
	assert_false(http_field_takes_gzip(STR_EMPTY));
}

static void a_name_of_a_file_cannot_break_out(void **state)
{
	struct arena *mem = *state;

	IS(http_field_disposition(mem, S("actions-2024.csv")),
		"attachment; filename=\"actions-2024.csv\"");
	assert_string_equal(http_field_disposition(mem, S("a\"; x=\r\n/é")).p,
		"attachment; filename=\"a___x______\"; "
		"filename*=UTF-8''a%22%3B%20x%3D%0D%0A%2F%C3%A9");
}

static void private_answers_are_not_stored(void **state)
{
	struct arena *mem = *state;
	struct http_response secret = {.is_private = true, .max_age = 60};
	struct http_response style = {.max_age = 60}, page = {.max_age = 0};

	IS(http_field_cache_control(mem, &secret), "no-store");
	IS(http_field_cache_control(mem, &style), "public, max-age=60");
	IS(http_field_cache_control(mem, &page), "no-cache");
}

static void a_name_in_any_script_is_told_once_more_as_it_is(void **state)
{
	IS(http_field_disposition(*state, S("été \"1\".pdf")),
		"attachment; filename=\"__t____1_.pdf\"; "
		"filename*=UTF-8''%C3%A9t%C3%A9%20%221%22.pdf");
}

static void one_range_of_bytes_is_read_and_everything_else_is_the_whole(void **state)
{
	struct http_range range;

	(void)state;
	assert_true(http_field_range(S("bytes=0-9"), 100, &range));
	assert_true(range.first == 0 && range.last == 9);
	assert_true(http_field_range(S("bytes=90-"), 100, &range));
	assert_true(range.first == 90 && range.last == 99);
	assert_true(http_field_range(S("bytes=-5"), 100, &range));
	assert_true(range.first == 95 && range.last == 99);
	assert_true(http_field_range(S("bytes=-500"), 100, &range));
	assert_true(range.first == 0 && range.last == 99);
	assert_true(http_field_range(S("bytes=5-5000"), 100, &range));
	assert_true(range.last == 99);
	assert_false(http_field_range(S("bytes=100-"), 100, &range));
	assert_false(http_field_range(S("bytes=9-5"), 100, &range));
	assert_false(http_field_range(S("bytes=0-1,5-6"), 100, &range));
	assert_false(http_field_range(S("bytes=-0"), 100, &range));
	assert_false(http_field_range(S("bytes=+1-5"), 100, &range));
	assert_false(http_field_range(S("bytes=99999999999999999999-"), 100, &range));
	assert_false(http_field_range(STR_EMPTY, 100, &range));
	assert_false(http_field_range(S("bytes=0-0"), 0, &range));
}

int http_field_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(tags_differ_when_bodies_differ_anywhere),
		TEST(a_tag_is_found_in_a_list),
		TEST(gzip_is_taken_when_named_and_not_refused),
		TEST(a_name_of_a_file_cannot_break_out),
		TEST(a_name_in_any_script_is_told_once_more_as_it_is),
		TEST(one_range_of_bytes_is_read_and_everything_else_is_the_whole),
		TEST(private_answers_are_not_stored),
	};

	return cmocka_run_group_tests_name("http_field", tests, NULL, NULL);
}
