// SPDX-License-Identifier: EUPL-1.2
// cache_test — the promises of net/cache.h.
#include "net/cache.h"

#include "check.h"
#include "tests.h"

// Values are counters: dropping one counts.
static void count_drop(void *value)
{
	++*(int *)value;
}

static struct cache_name name(struct str target)
{
	return (struct cache_name){S("a.example"), target, 0};
}

static void what_is_kept_is_found_under_its_whole_name(void **state)
{
	struct cache *cache = cache_new(1000 * 1000, count_drop);
	struct cache_name packed = {S("a.example"), S("/fr/"), 1};
	struct cache_name elsewhere = {S("b.example"), S("/fr/"), 0};
	int page = 0;

	(void)state;
	assert_null(cache_find(cache, name(S("/fr/"))));
	assert_true(cache_put(cache, name(S("/fr/")), &page, 100));
	assert_ptr_equal(cache_find(cache, name(S("/fr/"))), &page);
	assert_null(cache_find(cache, name(S("/fr"))));
	assert_null(cache_find(cache, packed));
	assert_null(cache_find(cache, elsewhere));
	cache_free(cache);
	assert_int_equal(page, 1);
}

static void the_one_unused_longest_goes_first(void **state)
{
	struct cache *cache = cache_new(100 * 1000, count_drop);
	int page[10] = {0};

	for (int i = 0; i < 9; i++)
		assert_true(
			cache_put(cache, name(str_format(*state, "/%d", i)), &page[i], 10 * 1000));
	// Nine fit with their book-keeping; the first was asked for again, so the second goes.
	assert_non_null(cache_find(cache, name(S("/0"))));
	assert_true(cache_put(cache, name(S("/9")), &page[9], 10 * 1000));
	assert_non_null(cache_find(cache, name(S("/0"))));
	assert_null(cache_find(cache, name(S("/1"))));
	assert_int_equal(page[1], 1);
	cache_free(cache);
}

static void a_name_holds_one_value(void **state)
{
	struct cache *cache = cache_new(1000 * 1000, count_drop);
	int before = 0, after = 0;

	(void)state;
	assert_true(cache_put(cache, name(S("/")), &before, 100));
	assert_true(cache_put(cache, name(S("/")), &after, 100));
	assert_int_equal(before, 1);
	assert_ptr_equal(cache_find(cache, name(S("/"))), &after);
	cache_free(cache);
}

static void large_ones_are_not_kept(void **state)
{
	struct cache *cache = cache_new(100 * 1000, count_drop);
	int page = 0;

	(void)state;
	assert_false(cache_put(cache, name(S("/")), &page, 50 * 1000));
	cache_free(cache);
	assert_int_equal(page, 0);
}

static void clearing_drops_everything(void **state)
{
	struct cache *cache = cache_new(1000 * 1000, count_drop);
	int pages = 0;

	for (int i = 0; i < 300; i++)
		assert_true(cache_put(cache, name(str_format(*state, "/%d", i)), &pages, 100));
	cache_clear(cache);
	assert_int_equal(pages, 300);
	assert_null(cache_find(cache, name(S("/7"))));
	cache_free(cache);
}

int cache_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_kept_is_found_under_its_whole_name),
		TEST(the_one_unused_longest_goes_first),
		TEST(a_name_holds_one_value),
		TEST(large_ones_are_not_kept),
		TEST(clearing_drops_everything),
	};

	return cmocka_run_group_tests_name("cache", tests, NULL, NULL);
}
