// SPDX-License-Identifier: EUPL-1.2
// entry_test — an entry of which nothing is known yet.
#include "model/entry.h"

#include "check.h"
#include "tests.h"

static void nothing_is_known_of_a_new_entry(void **state)
{
	struct entry e = entry_new();

	(void)state;
	IS(e.place.text, "");
	IS(e.iso2, "");
	IS(e.participants.quote, "");
	assert_int_equal(e.whole.length, 0);
	assert_int_equal(e.phase, 0);
	assert_false(period_is_known(e.period));
	assert_int_equal(e.activities.n + e.outputs.n + e.experts.n + e.themes.n, 0);
}

static void a_new_activity_is_one_event_that_was_held(void **state)
{
	struct entry_activity a = entry_activity_new();

	(void)state;
	assert_int_equal(a.count, 1);
	assert_false(a.is_planned);
	IS(a.place, "");
}

static void certainties_have_the_names_of_the_contract(void **state)
{
	(void)state;
	IS(certainty_name(CERTAINTY_STATED), "stated");
	IS(certainty_name(CERTAINTY_INFERRED), "inferred");
	IS(certainty_name(CERTAINTY_CORRECTED), "corrected");
}

int entry_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_is_known_of_a_new_entry),
		TEST(a_new_activity_is_one_event_that_was_held),
		TEST(certainties_have_the_names_of_the_contract),
	};

	return cmocka_run_group_tests_name("entry", tests, NULL, NULL);
}
