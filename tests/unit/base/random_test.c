// SPDX-License-Identifier: EUPL-1.2
// random_test — the promises of base/random.h.
#include "base/random.h"

#include "check.h"
#include "tests.h"

static void a_token_is_64_digits_and_never_the_same(void **state)
{
	struct str one = random_token(*state), other = random_token(*state);

	assert_int_equal(one.n, 64);
	for (size_t i = 0; i < one.n; i++)
		assert_true(str_find_char(S("0123456789abcdef"), one.p[i], 0) != STR_NONE);
	assert_false(str_eq(one, other));
}

static void as_many_bytes_come_as_were_asked_for(void **state)
{
	assert_int_equal(random_bytes(*state, RANDOM_MAX).n, RANDOM_MAX);
	assert_int_equal(random_bytes(*state, 0).n, 0);
}

int random_tests(void)
{
	const struct CMUnitTest chance[] = {
		TEST(a_token_is_64_digits_and_never_the_same),
		TEST(as_many_bytes_come_as_were_asked_for),
	};

	return cmocka_run_group_tests(chance, NULL, NULL);
}
