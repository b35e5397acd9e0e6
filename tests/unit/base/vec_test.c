// SPDX-License-Identifier: EUPL-1.2
// vec_test — the promises of base/vec.h.
#include "base/vec.h"

#include "check.h"
#include "tests.h"

static void elements_keep_their_order_while_it_grows(void **state)
{
	struct arena *mem = *state;
	VEC(int) years = {0};

	for (int i = 0; i < 1000; i++) {
		VEC_ADD(mem, &years, 1000 + i);
		arena_alloc(mem, 8);
	}
	assert_int_equal(years.n, 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(years.p[i], 1000 + i);
}

static void a_new_element_is_zeroed(void **state)
{
	struct arena *mem = *state;
	VEC(struct str) names = {0};

	for (int i = 0; i < 20; i++) {
		struct str *name = VEC_NEW(mem, &names);
		assert_null(name->p);
		*name = S("Kenya");
	}
	assert_int_equal(names.n, 20);
}

int vec_tests(void)
{
	const struct CMUnitTest vec[] = {
		TEST(elements_keep_their_order_while_it_grows),
		TEST(a_new_element_is_zeroed),
	};

	return cmocka_run_group_tests(vec, NULL, NULL);
}
