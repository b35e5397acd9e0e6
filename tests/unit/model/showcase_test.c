// SPDX-License-Identifier: EUPL-1.2
// showcase_test — what the public sees of records (model/showcase.h).
#include "check.h"
#include "model/kind_list.h"
#include "model/showcase.h"
#include "tests.h"

static void put(struct arena *mem, struct record *record, const char *path, const char *text)
{
	assert_true(record_set(mem, record, str_c(path), str_c(text)));
}

static void a_copy_holds_public_values_alone(void **state)
{
	struct arena *mem = *state;
	struct record action = record_new(&kind_action);
	put(mem, &action, "place", "Togo");
	put(mem, &action, "risks", "secret");
	put(mem, &action, "officer", "7");
	put(mem, &action, "envelope", "1000");
	put(mem, &action, "countries.1.country", "TG");
	struct record *copy = exhibit_copy(mem, &action);
	assert_int_equal(copy->n, 2);
	assert_int_equal(action.n, 5);
	struct record person = record_new(&kind_person);
	put(mem, &person, "family", "Okapi");
	put(mem, &person, "posts.1.function", "Head");
	assert_int_equal(exhibit_copy(mem, &person)->n, 0);
	struct record settings = record_new(&kind_setting);
	put(mem, &settings, "letters.1.body", "{link}");
	put(mem, &settings, "welcome.en", "Welcome");
	assert_int_equal(exhibit_copy(mem, &settings)->n, 1);
}

static void no_kind_of_people_is_ever_public(void **state)
{
	(void)state;
	for (size_t i = 0; i < KIND_N; i++) {
		bool has_public = false;
		for (size_t k = 0; k < kind_list[i]->property_n; k++)
			has_public |= kind_list[i]->property[k].class == FIELD_PUBLIC;
		if (!has_public && kind_list[i]->publishing != PUBLISHED_NEVER)
			fail_msg("%" PRIstr " is published and has nothing public",
				STR(kind_list[i]->name));
	}
	assert_int_equal(kind_person.publishing, PUBLISHED_NEVER);
	assert_false(kind_is_open(&kind_person, 0));
}

static void a_record_is_found_by_the_number_at_the_end_of_its_address(void **state)
{
	struct arena *mem = *state;
	struct showcase list = {0};
	for (int64_t id = 3; id <= 9; id += 3) {
		struct record *news = NEW(mem, struct record);
		*news = record_new(id < 9 ? &kind_news : &kind_theme);
		news->id = id;
		put(mem, news, id < 9 ? "headline.en" : "label.en", "A new Seal");
		VEC_ADD(mem, &list, ((struct exhibit){news, 0}));
	}
	const struct record *second = list.p[1].record;
	struct str slug = exhibit_slug(mem, second);
	assert_true(str_eq(slug, S("a-new-seal-6")));
	assert_true(str_eq(exhibit_path(mem, second), S("/news/a-new-seal-6")));
	assert_ptr_equal(showcase_at(&list, &kind_news, slug)->record, second);
	assert_ptr_equal(showcase_at(&list, &kind_news, S("old-words-6"))->record, second);
	assert_ptr_equal(showcase_at(&list, &kind_news, S("6"))->record, second);
	assert_null(showcase_at(&list, &kind_news, S("a-new-seal-9")));
	assert_null(showcase_at(&list, &kind_news, S("a-new-seal-")));
	assert_null(showcase_at(&list, &kind_news, S("")));
	assert_null(showcase_find(&(struct showcase){0}, &kind_news, 6));
	assert_int_equal(showcase_of(&list, &kind_theme).n, 1);
	assert_int_equal(exhibit_path(mem, list.p[2].record).n, 0);
}

int showcase_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_copy_holds_public_values_alone),
		TEST(no_kind_of_people_is_ever_public),
		TEST(a_record_is_found_by_the_number_at_the_end_of_its_address),
	};

	return cmocka_run_group_tests_name("showcase", tests, check_setup, check_teardown);
}
