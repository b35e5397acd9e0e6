// SPDX-License-Identifier: EUPL-1.2
// map_test — the promises of base/map.h.
#include "base/map.h"

#include "check.h"
#include "tests.h"

static void a_value_is_found_under_its_key(void **state)
{
	struct map m = {0};
	int togo = 1, benin = 2;

	assert_null(map_get(&m, S("TG")));
	map_put(*state, &m, S("TG"), &togo);
	map_put(*state, &m, S("BJ"), &benin);
	assert_ptr_equal(map_get(&m, S("TG")), &togo);
	assert_ptr_equal(map_get(&m, S("BJ")), &benin);
	assert_null(map_get(&m, S("ML")));
}

static void a_second_value_replaces_the_first(void **state)
{
	struct map m = {0};
	int old = 1, new = 2;

	map_put(*state, &m, S("TG"), &old);
	map_put(*state, &m, S("TG"), &new);
	assert_ptr_equal(map_get(&m, S("TG")), &new);
	assert_int_equal(m.n, 1);
}

static void ten_thousand_keys_are_all_kept(void **state)
{
	struct arena *mem = *state;
	struct map m = {0};

	for (int i = 0; i < 10000; i++) {
		struct str *key = NEW(mem, struct str);
		*key = str_format(mem, "action-%d", i);
		map_put(mem, &m, *key, key);
	}
	assert_int_equal(m.n, 10000);
	for (int i = 0; i < 10000; i++)
		assert_non_null(map_get(&m, str_format(mem, "action-%d", i)));
	assert_null(map_get(&m, S("action-10000")));
}

static void the_empty_text_is_a_key_like_any_other(void **state)
{
	struct map m = {0};
	int value = 1;

	map_put(*state, &m, STR_EMPTY, &value);
	assert_ptr_equal(map_get(&m, STR_EMPTY), &value);
}

int map_tests(void)
{
	const struct CMUnitTest map[] = {
		TEST(a_value_is_found_under_its_key),
		TEST(a_second_value_replaces_the_first),
		TEST(ten_thousand_keys_are_all_kept),
		TEST(the_empty_text_is_a_key_like_any_other),
	};

	return cmocka_run_group_tests(map, NULL, NULL);
}
