// SPDX-License-Identifier: EUPL-1.2
// action_test — the promises of model/action.h.
#include "model/action.h"

#include "check.h"
#include "tests.h"

static void the_ordinal_is_told_as_the_page_prints_it(void **state)
{
	struct arena *mem = *state;
	struct action nigeria = {.place = S("Nigeria"), .phase = 3};

	IS(action_label(mem, &nigeria), "Nigeria III");
	IS(action_label_of(mem, S("Togo"), 4), "Togo IV");
	IS(action_label_of(mem, S("Togo"), 9), "Togo IX");
	IS(action_label_of(mem, S("Togo"), 14), "Togo XIV");
	IS(action_label_of(mem, S("Togo"), 39), "Togo XXXIX");
}

static void an_action_without_ordinal_is_told_by_its_place_alone(void **state)
{
	struct action angola = {.place = S("Angola"), .phase = 0};

	IS(action_label(*state, &angola), "Angola");
}

static void ordinals_beyond_39_are_told_in_digits(void **state)
{
	IS(action_label_of(*state, S("Mali"), 40), "Mali 40");
	IS(action_label_of(*state, S("Mali"), 1000000), "Mali 1000000");
}

static void spellings_of_one_heading_have_one_match_key(void **state)
{
	struct arena *mem = *state;
	struct str key = action_match_key(mem, S("Cote d’Ivoire"), 2, S("Border Management"));

	assert_true(
		str_eq(key, action_match_key(mem, S("Côte d'Ivoire"), 2, S("Border management"))));
}

static void another_place_phase_or_title_is_another_action(void **state)
{
	struct arena *mem = *state;
	struct str key = action_match_key(mem, S("Togo"), 1, S("Labour Migration"));

	assert_false(str_eq(key, action_match_key(mem, S("Mali"), 1, S("Labour Migration"))));
	assert_false(str_eq(key, action_match_key(mem, S("Togo"), 2, S("Labour Migration"))));
	assert_false(str_eq(key, action_match_key(mem, S("Togo"), 0, S("Labour Migration"))));
	assert_false(str_eq(key, action_match_key(mem, S("Togo"), 1, S("Asylum"))));
	assert_false(str_eq(key, action_match_key(mem, S("Togo"), 1, STR_EMPTY)));
}

static void every_field_has_one_name_and_its_key_is_never_personal(void **state)
{
	(void)state;
	for (size_t i = 0; i < action_fields.n; i++)
		assert_ptr_equal(field_find(&action_fields, action_fields.field[i].name),
			&action_fields.field[i]);
	assert_int_equal(field_find(&action_fields, S("digest"))->class, FIELD_INTERNAL);
	assert_int_equal(field_find(&action_fields, S("title"))->class, FIELD_PUBLIC);
	assert_true(field_find(&action_fields, S("place"))->flags & FIELD_REQUIRED);
}

static void a_phase_that_is_not_printed_is_written_as_nothing(void **state)
{
	struct action a = {.phase = 0, .participants = 0};

	IS(field_write(*state, field_find(&action_fields, S("phase")), &a), "");
	IS(field_write(*state, field_find(&action_fields, S("participants")), &a), "");
	a.phase = 3;
	IS(field_write(*state, field_find(&action_fields, S("phase")), &a), "3");
}

int action_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_ordinal_is_told_as_the_page_prints_it),
		TEST(an_action_without_ordinal_is_told_by_its_place_alone),
		TEST(ordinals_beyond_39_are_told_in_digits),
		TEST(spellings_of_one_heading_have_one_match_key),
		TEST(another_place_phase_or_title_is_another_action),
		TEST(every_field_has_one_name_and_its_key_is_never_personal),
		TEST(a_phase_that_is_not_printed_is_written_as_nothing),
	};

	return cmocka_run_group_tests_name("action", tests, NULL, NULL);
}
