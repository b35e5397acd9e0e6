// SPDX-License-Identifier: EUPL-1.2
// url_test — the promises of format/url.h.
#include "format/url.h"

#include "check.h"
#include "tests.h"

static void escaped_bytes_are_decoded(void **state)
{
	struct str bytes;

	assert_true(url_decode(*state, S("C%C3%B4te%20d%27Ivoire"), false, &bytes));
	IS(bytes, "Côte d'Ivoire");
	assert_true(url_decode(*state, S("%41%4a%4A"), false, &bytes));
	IS(bytes, "AJJ");
	assert_true(url_decode(*state, S("%00"), false, &bytes));
	assert_int_equal(bytes.n, 1);
	assert_true(url_decode(*state, STR_EMPTY, false, &bytes));
	IS(bytes, "");
}

static void a_plus_is_a_blank_in_queries_only(void **state)
{
	struct str bytes;

	assert_true(url_decode(*state, S("a+b"), true, &bytes));
	IS(bytes, "a b");
	assert_true(url_decode(*state, S("a+b"), false, &bytes));
	IS(bytes, "a+b");
}

static void a_lonely_percent_is_refused(void **state)
{
	static const char *const bad[] = {"%", "%4", "a%4", "%4x", "%x4", "100%", "%%41"};
	struct str bytes = S("before");

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(url_decode(*state, str_c(bad[i]), false, &bytes));
	IS(bytes, "before");
}

static void a_query_is_built_from_pairs(void **state)
{
	struct url_query query = url_query_new(*state);

	IS(url_query_str(&query), "");
	url_query_add(&query, S("theme"), STR_EMPTY);
	IS(url_query_str(&query), "");
	url_query_add(&query, S("country"), S("BJ"));
	url_query_add(&query, S("q"), S("a b&c"));
	url_query_add_int(&query, S("page"), 2);
	IS(url_query_str(&query), "?country=BJ&q=a%20b%26c&page=2");
}

static void a_query_is_taken_apart(void **state)
{
	struct str rest = S("country=BJ&country=TG&&q=a+b%26c&empty=&flag&bad=%zz&x=1=2");
	static const char *const wanted[][2] = {{"country", "BJ"}, {"country", "TG"},
		{"q", "a b&c"}, {"empty", ""}, {"flag", ""}, {"bad", "%zz"}, {"x", "1=2"}};
	struct str name, value;

	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		assert_true(url_query_next(*state, &rest, &name, &value));
		assert_true(str_eq(name, str_c(wanted[i][0])));
		assert_true(str_eq(value, str_c(wanted[i][1])));
	}
	assert_false(url_query_next(*state, &rest, &name, &value));
}

int url_tests(void)
{
	const struct CMUnitTest url[] = {
		TEST(escaped_bytes_are_decoded),
		TEST(a_plus_is_a_blank_in_queries_only),
		TEST(a_lonely_percent_is_refused),
		TEST(a_query_is_built_from_pairs),
		TEST(a_query_is_taken_apart),
	};

	return cmocka_run_group_tests(url, NULL, NULL);
}
