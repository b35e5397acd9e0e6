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

static struct str key(struct arena *mem, struct str place, int64_t phase, struct str title)
{
	return action_match_key(
		mem, &(struct action){.place = place, .phase = phase, .title = title});
}

static void spellings_of_one_heading_have_one_match_key(void **state)
{
	struct arena *mem = *state;

	assert_true(str_eq(key(mem, S("Cote d’Ivoire"), 2, S("Border Management")),
		key(mem, S("Côte d'Ivoire"), 2, S("Border management"))));
}

static void another_place_phase_or_title_is_another_action(void **state)
{
	struct arena *mem = *state;
	struct str togo = key(mem, S("Togo"), 1, S("Labour Migration"));

	assert_false(str_eq(togo, key(mem, S("Mali"), 1, S("Labour Migration"))));
	assert_false(str_eq(togo, key(mem, S("Togo"), 2, S("Labour Migration"))));
	assert_false(str_eq(togo, key(mem, S("Togo"), 0, S("Labour Migration"))));
	assert_false(str_eq(togo, key(mem, S("Togo"), 1, S("Asylum"))));
	assert_false(str_eq(togo, key(mem, S("Togo"), 1, STR_EMPTY)));
}

static void actions_without_a_title_are_told_apart_by_their_start_or_their_summary(void **state)
{
	struct arena *mem = *state;
	struct action a = {.place = S("Belarus"),
		.period.start = {2016, 1, 0},
		.summary = S("It asked how others see the conventions.")};
	struct action later = a, told = a, other = a;

	later.period.start.year = 2018;
	told.period = other.period = (struct period){0};
	other.summary = S("Shelters were given common standards.");
	assert_false(str_eq(action_match_key(mem, &a), action_match_key(mem, &later)));
	assert_false(str_eq(action_match_key(mem, &a), action_match_key(mem, &told)));
	assert_false(str_eq(action_match_key(mem, &told), action_match_key(mem, &other)));
	told.title = S("Labour");
	later.title = S("Labour");
	assert_true(str_eq(action_match_key(mem, &told), action_match_key(mem, &later)));
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
		TEST(actions_without_a_title_are_told_apart_by_their_start_or_their_summary),
		TEST(every_field_has_one_name_and_its_key_is_never_personal),
		TEST(a_phase_that_is_not_printed_is_written_as_nothing),
	};

	return cmocka_run_group_tests_name("action", tests, NULL, NULL);
}
