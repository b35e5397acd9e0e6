// SPDX-License-Identifier: EUPL-1.2
// kind_test — every description is whole: what the walkers of model/kind.h rely on.
#include "model/kind_list.h"

#include "check.h"
#include "tests.h"

static void property_is_whole(
	const struct kind *kind, const struct property *property, size_t n, size_t i)
{
	const struct property *p = &property[i];
	bool is_code = p->type == PROPERTY_CODE, is_link = p->type == PROPERTY_LINK;
	bool is_rows = p->type == PROPERTY_ROWS;

	if (!p->name.n || !p->label || is_code != (p->codes != NULL) ||
		is_rows != (p->part_n > 0) || (is_link && !kind_named(p->target)) ||
		property_named(property, n, p->name) != p ||
		str_find_char(p->name, '.', 0) != STR_NONE)
		fail_msg("%" PRIstr ".%" PRIstr " is not described whole", STR(kind->name),
			STR(p->name));
	if ((p->flags & PROPERTY_MANY) && (p->flags & PROPERTY_TRANSLATED))
		fail_msg("%" PRIstr ".%" PRIstr " cannot be many and translated", STR(kind->name),
			STR(p->name));
	for (size_t k = 0; k < p->part_n; k++) {
		assert_int_not_equal(p->part[k].type, PROPERTY_ROWS);
		property_is_whole(kind, p->part, p->part_n, k);
	}
}

static void every_field_of_every_kind_is_described_whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < KIND_N; i++) {
		assert_ptr_equal(kind_named(kind_list[i]->name), kind_list[i]);
		assert_ptr_equal(kind_at(kind_list[i]->address), kind_list[i]);
		for (size_t k = 0; k < kind_list[i]->property_n; k++)
			property_is_whole(
				kind_list[i], kind_list[i]->property, kind_list[i]->property_n, k);
	}
}

// What is kept beside records is for those at the desk: nothing of it can become public.
static void what_is_about_another_record_is_never_public(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < KIND_N; i++) {
		const struct kind *kind = kind_list[i];
		if (!kind_about(kind))
			continue;
		n++;
		assert_int_equal(kind->publishing, PUBLISHED_NEVER);
		for (size_t k = 0; k < kind->property_n; k++)
			assert_int_not_equal(kind->property[k].class, FIELD_PUBLIC);
		for (size_t k = 0; k < kind->state_n; k++)
			assert_false(kind->state[k].is_public);
	}
	assert_int_equal(n, 2);
}

static void every_kind_has_a_name_for_its_records(void **state)
{
	(void)state;
	for (size_t i = 0; i < KIND_N; i++) {
		unsigned flags = 0;
		for (size_t k = 0; k < kind_list[i]->property_n; k++)
			flags |= kind_list[i]->property[k].flags;
		// The only one of its kind is called as the kind is.
		assert_true(flags & PROPERTY_NAMES || kind_list[i]->is_single);
		assert_true(flags & PROPERTY_LISTED);
	}
}

static void every_move_leads_from_states_of_its_kind_to_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < KIND_N; i++) {
		const struct kind *kind = kind_list[i];
		assert_true(kind->state_n > 0 && kind->state_n < 32);
		for (size_t k = 0; k < kind->move_n; k++) {
			const struct move *move = &kind->move[k];
			assert_true(move->from && !(move->from >> kind->state_n));
			assert_true(move->to >= 0 && (size_t)move->to < kind->state_n);
			struct str_split split = {.rest = str_c(move->needs), .sep = ' '};
			struct str name;
			while (split.rest.n && str_next(&split, &name))
				assert_non_null(
					property_named(kind->property, kind->property_n, name));
		}
	}
}

static void every_state_that_is_not_final_can_be_left(void **state)
{
	(void)state;
	for (size_t i = 0; i < KIND_N; i++) {
		uint32_t left = 0;
		for (size_t k = 0; k < kind_list[i]->move_n; k++)
			left |= kind_list[i]->move[k].from;
		for (size_t k = 0; k < kind_list[i]->state_n; k++)
			if (!kind_list[i]->state[k].is_final && !(left & STATE_BIT(k)))
				fail_msg("nothing leads out of %" PRIstr " of %" PRIstr,
					STR(kind_list[i]->state[k].name), STR(kind_list[i]->name));
	}
}

static void all_of_a_person_is_personal(void **state)
{
	(void)state;
	for (size_t k = 0; k < kind_person.property_n; k++)
		assert_int_not_equal(kind_person.property[k].class, FIELD_PUBLIC);
}

static void a_path_names_rows_numbers_and_languages(void **state)
{
	struct place_of_value place;

	(void)state;
	assert_true(kind_path(&kind_action, S("title.fr"), &place));
	IS(place.lang, "fr");
	assert_true(kind_path(&kind_action, S("themes.12"), &place));
	assert_int_equal(place.number, 12);
	assert_true(kind_path(&kind_activity, S("legs.2.place"), &place));
	assert_int_equal(place.row, 2);
	IS(place.rows->name, "legs");
	IS(place.property->name, "place");
}

static void a_path_that_leads_nowhere_is_refused(void **state)
{
	static const struct str paths[] = {S_INIT(""), S_INIT("."), S_INIT("title"),
		S_INIT("title.xx"), S_INIT("title.fr.1"), S_INIT("themes"), S_INIT("themes.0"),
		S_INIT("themes.01"), S_INIT("themes.-1"), S_INIT("bodies"), S_INIT("bodies.1"),
		S_INIT("bodies.1.nothing"), S_INIT("period.1"), S_INIT("nothing")};
	struct place_of_value place;

	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		if (kind_path(&kind_action, paths[i], &place))
			fail_msg("`%" PRIstr "` leads somewhere", STR(paths[i]));
}

int kind_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_field_of_every_kind_is_described_whole),
		TEST(what_is_about_another_record_is_never_public),
		TEST(every_kind_has_a_name_for_its_records),
		TEST(every_move_leads_from_states_of_its_kind_to_one),
		TEST(every_state_that_is_not_final_can_be_left),
		TEST(all_of_a_person_is_personal),
		TEST(a_path_names_rows_numbers_and_languages),
		TEST(a_path_that_leads_nowhere_is_refused),
	};

	return cmocka_run_group_tests_name("kind", tests, NULL, NULL);
}
