// SPDX-License-Identifier: EUPL-1.2
// part_test — keys of parts, and what every part begins with.
#include "model/part.h"

#include "check.h"
#include "tests.h"

static void parts_of_one_action_lie_between_its_first_key_and_the_next(void **state)
{
	(void)state;
	assert_int_equal(part_first(1), 65536);
	assert_int_equal(part_next(1), part_first(2));
	assert_int_equal(part_next(1) - part_first(1), PART_MAX + 1);
}

static void an_action_that_is_full_does_not_reach_into_the_next(void **state)
{
	(void)state;
	assert_true(part_first(7) + PART_MAX < part_first(8));
}

static void keys_of_a_million_actions_do_not_overflow(void **state)
{
	int64_t million = 1000 * 1000;

	(void)state;
	assert_true(part_first(million) > part_first(million - 1));
	assert_true(part_next(million) > 0);
}

// store/dossier.c writes both keys into the first sixteen bytes of a part, whatever its kind.
static void every_part_begins_with_its_key_and_its_action_s(void **state)
{
	const struct fields *const kinds[] = {&activity_fields, &output_fields,
		&expert_provision_fields, &organisation_role_fields, &country_role_fields,
		&theme_link_fields, &claim_fields, &warning_fields};

	(void)state;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		const struct field *id = field_find(kinds[i], S("id"));
		const struct field *action_id = field_find(kinds[i], S("action_id"));
		assert_int_equal(id->offset, 0);
		assert_int_equal(action_id->offset, sizeof(int64_t));
		assert_int_equal(id->class, FIELD_INTERNAL);
	}
}

int part_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(parts_of_one_action_lie_between_its_first_key_and_the_next),
		TEST(an_action_that_is_full_does_not_reach_into_the_next),
		TEST(keys_of_a_million_actions_do_not_overflow),
		TEST(every_part_begins_with_its_key_and_its_action_s),
	};

	return cmocka_run_group_tests_name("part", tests, NULL, NULL);
}
