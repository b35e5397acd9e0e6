// SPDX-License-Identifier: EUPL-1.2
// field_test — the promises of base/field.h.
#include "base/field.h"

#include "check.h"
#include "tests.h"

struct mission {
	struct str title;
	int64_t expert_n;
	int64_t participant_n;
	bool is_held;
	struct date decided;
	struct period dates;
};

static const struct field mission_field[] = {
	FIELD(mission, title, .label = "Title", .flags = FIELD_REQUIRED, .max = 12),
	FIELD(mission, expert_n, .label = "Experts"),
	FIELD(mission, participant_n, .label = "Participants", .flags = FIELD_OPTIONAL),
	FIELD(mission, is_held, .label = "Held"),
	FIELD(mission, decided, .label = "Decided", .class = FIELD_INTERNAL),
	FIELD(mission, dates, .label = "Dates"),
};
static const struct fields mission_fields = FIELDS(mission, mission_field);

static const struct field *row(const char *name)
{
	const struct field *f = field_find(&mission_fields, str_c(name));

	assert_non_null(f);
	return f;
}

static void a_row_is_found_by_its_name(void **state)
{
	(void)state;
	IS(mission_fields.noun, "mission");
	assert_int_equal(mission_fields.n, 6);
	assert_ptr_equal(row("is_held"), &mission_field[3]);
	assert_null(field_find(&mission_fields, S("budget")));
	assert_null(field_find(&mission_fields, S("titles")));
}

static void the_type_is_taken_from_the_member(void **state)
{
	(void)state;
	assert_int_equal(row("title")->type, FIELD_TEXT);
	assert_int_equal(row("expert_n")->type, FIELD_INT);
	assert_int_equal(row("is_held")->type, FIELD_BOOL);
	assert_int_equal(row("decided")->type, FIELD_DATE);
	assert_int_equal(row("dates")->type, FIELD_PERIOD);
}

static void what_is_not_said_is_public_and_without_flags(void **state)
{
	(void)state;
	assert_int_equal(row("dates")->class, FIELD_PUBLIC);
	assert_int_equal(row("dates")->flags, 0);
	assert_int_equal(row("decided")->class, FIELD_INTERNAL);
}

static void every_type_is_read_and_written_as_text(void **state)
{
	static const char *const value[][2] = {{"title", "Study visit"}, {"expert_n", "4"},
		{"participant_n", "25"}, {"is_held", "true"}, {"decided", "2011-12"},
		{"dates", "2012-04-24/2012-04-26"}};
	struct mission m = {0};

	for (size_t i = 0; i < sizeof value / sizeof *value; i++) {
		assert_true(field_read(row(value[i][0]), &m, str_c(value[i][1])));
		assert_true(str_eq(field_write(*state, row(value[i][0]), &m), str_c(value[i][1])));
	}
	IS(m.title, "Study visit");
	assert_int_equal(m.expert_n, 4);
	assert_true(m.is_held);
	assert_int_equal(m.decided.month, 12);
	assert_int_equal(m.dates.end.day, 26);
}

static void an_unknown_optional_number_is_nothing_and_another_is_zero(void **state)
{
	struct mission m = {.title = S("x"), .expert_n = 7, .participant_n = 7};

	assert_true(field_read(row("participant_n"), &m, STR_EMPTY));
	assert_int_equal(m.participant_n, 0);
	IS(field_write(*state, row("participant_n"), &m), "");
	assert_false(field_read(row("expert_n"), &m, STR_EMPTY));
	assert_int_equal(m.expert_n, 7);
	m.expert_n = 0;
	IS(field_write(*state, row("expert_n"), &m), "0");
}

static void texts_of_another_type_are_refused_and_set_nothing(void **state)
{
	static const char *const bad[][2] = {{"title", "\xff"}, {"title", "far too long a title"},
		{"expert_n", "four"}, {"is_held", "yes"}, {"is_held", ""}, {"decided", "2011-13"},
		{"dates", "2012/"}};
	struct mission m = {.title = S("kept"),
		.expert_n = 1,
		.is_held = true,
		.decided = {2011, 1, 1},
		.dates = {.start = {2012, 0, 0}}};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(field_read(row(bad[i][0]), &m, str_c(bad[i][1])));
	IS(m.title, "kept");
	assert_int_equal(m.expert_n, 1);
	assert_true(m.is_held);
	IS(field_write(*state, row("decided"), &m), "2011-01-01");
	IS(field_write(*state, row("dates"), &m), "2012");
}

static void a_zeroed_record_is_written_as_nothing_known(void **state)
{
	struct mission m = {0};

	IS(field_text(row("title"), &m), "");
	assert_non_null(field_text(row("title"), &m).p);
	assert_false(field_is_known(row("title"), &m));
	assert_false(field_is_known(row("decided"), &m));
	assert_false(field_is_known(row("dates"), &m));
	assert_true(field_is_known(row("is_held"), &m));
	IS(field_write(*state, row("dates"), &m), "");
	IS(field_write(*state, row("is_held"), &m), "false");
}

int field_tests(void)
{
	const struct CMUnitTest field[] = {
		TEST(a_row_is_found_by_its_name),
		TEST(the_type_is_taken_from_the_member),
		TEST(what_is_not_said_is_public_and_without_flags),
		TEST(every_type_is_read_and_written_as_text),
		TEST(an_unknown_optional_number_is_nothing_and_another_is_zero),
		TEST(texts_of_another_type_are_refused_and_set_nothing),
		TEST(a_zeroed_record_is_written_as_nothing_known),
	};

	return cmocka_run_group_tests(field, NULL, NULL);
}
