// SPDX-License-Identifier: EUPL-1.2
// code_test — the closed lists are those of the annotation guidelines, in their order.
#include "model/code.h"

#include "check.h"
#include "model/country.h"
#include "tests.h"

// The slugs of a list with a blank between them.
static struct str slugs_of(struct arena *mem, const struct code_list *list)
{
	struct str all = STR_EMPTY;

	for (size_t i = 0; i < *list->n; i++)
		all = str_format(mem, "%" PRIstr "%s%" PRIstr, STR(all), i ? " " : "",
			STR(list->code[i].slug));
	return all;
}

static void the_twenty_themes_stand_in_the_order_of_the_guidelines(void **state)
{
	IS(slugs_of(*state, &code_themes),
		"asylum legislation migration-and-development remittances diaspora "
		"border-management human-rights immigration-policy trafficking-in-human-beings "
		"smuggling irregular-migration data-management capacity-building "
		"document-security labour-migration migration-policy free-movement citizenship "
		"return-and-reintegration environment-and-climate");
	assert_int_equal(theme_table_n, 20);
}

static void the_nineteen_types_of_activity_stand_in_the_order_of_the_guidelines(void **state)
{
	IS(slugs_of(*state, &code_activity_types),
		"assessment-mission fact-finding-mission preparatory-meeting seminar workshop "
		"conference training training-of-trainers study-visit information-session "
		"consultation drafting-session remote-support meeting legal-review "
		"survey-or-study presentation knowledge-exchange other");
	assert_int_equal(activity_type_table_n, 19);
}

static void the_fourteen_types_of_output_stand_in_the_order_of_the_guidelines(void **state)
{
	IS(slugs_of(*state, &code_output_types),
		"strategy policy action-plan law report manual-or-handbook guidelines curriculum "
		"survey-report questionnaire roadmap paper communication-strategy other");
	assert_int_equal(output_type_table_n, 14);
}

// The guidelines list the statuses without an order of life; ours is that of an output's life.
static void the_eight_statuses_of_an_output_are_those_of_the_guidelines(void **state)
{
	const struct str wanted[] = {S("drafted"), S("planned"), S("presented"), S("adopted"),
		S("published"), S("delivered"), S("under-way"), S("unknown")};

	(void)state;
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		assert_int_not_equal(code_index(&code_output_statuses, wanted[i]), CODE_NONE);
	assert_int_equal(output_status_table_n, 8);
}

static void the_seven_kinds_of_expert_stand_in_the_order_of_the_guidelines(void **state)
{
	IS(slugs_of(*state, &code_expert_kinds),
		"national-administration academia private-consultant ngo agency south-expert "
		"unspecified");
	assert_int_equal(expert_kind_table_n, 7);
}

static const struct code_list activity_families = {
	S_INIT("activity family"), activity_family_table, &activity_family_table_n};

static const struct code_list *const lists[] = {&code_themes, &code_activity_types,
	&activity_families, &code_output_types, &code_output_statuses, &code_expert_kinds,
	&code_regions};
enum { LIST_N = sizeof lists / sizeof lists[0] };

static void every_slug_is_found_at_its_own_place(void **state)
{
	(void)state;
	for (size_t k = 0; k < LIST_N; k++)
		for (size_t i = 0; i < *lists[k]->n; i++)
			assert_int_equal(code_index(lists[k], lists[k]->code[i].slug), i);
}

static void what_is_not_in_the_list_has_no_place(void **state)
{
	(void)state;
	assert_int_equal(code_index(&code_themes, S("Asylum")), CODE_NONE);
	assert_int_equal(code_index(&code_themes, S("workshop")), CODE_NONE);
	assert_int_equal(code_index(&code_themes, STR_EMPTY), CODE_NONE);
	assert_int_equal(code_index(&code_activity_types, S("work")), CODE_NONE);
}

static void names_are_in_the_reader_s_language_and_else_in_english(void **state)
{
	(void)state;
	IS(code_name_of(&code_themes, S("asylum"), S("en")), "Asylum");
	IS(code_name_of(&code_themes, S("asylum"), S("fr")), "Asile");
	IS(code_name_of(&code_themes, S("asylum"), S("qps")), "Asylum");
	IS(code_name_of(&code_themes, S("space-travel"), S("fr")), "space-travel");
}

static void every_code_has_a_name_in_english_french_and_arabic(void **state)
{
	const struct str langs[] = {S("en"), S("fr"), S("ar")};

	(void)state;
	for (size_t k = 0; k < LIST_N; k++)
		for (size_t i = 0; i < *lists[k]->n; i++) {
			const struct code *c = &lists[k]->code[i];
			for (size_t l = 0; l < sizeof langs / sizeof *langs; l++)
				assert_true(code_name(c, langs[l]).n > 0);
			assert_false(str_eq(code_name(c, S("ar")), code_name(c, S("en"))));
		}
}

static void every_type_of_activity_belongs_to_a_family(void **state)
{
	(void)state;
	for (size_t i = 0; i < activity_type_table_n; i++)
		assert_int_not_equal(
			code_index(&activity_families, activity_type_table[i].group), CODE_NONE);
}

static void every_country_is_in_exactly_one_region_of_the_facility(void **state)
{
	(void)state;
	for (size_t i = 0; i < country_table_n; i++) {
		int regions = 0;
		for (size_t k = 0; k < region_member_table_n; k++)
			regions += str_eq(region_member_table[k].scheme, S("facility")) &&
				str_eq(region_member_table[k].iso2, country_table[i].iso2);
		if (regions != 1)
			fail_msg("%" PRIstr " is in %d regions", STR(country_table[i].name_en),
				regions);
	}
}

static void every_member_of_a_region_is_a_country_and_every_region_is_in_the_list(void **state)
{
	(void)state;
	for (size_t i = 0; i < region_member_table_n; i++) {
		const struct region_member *m = &region_member_table[i];
		int region = code_index(&code_regions, m->slug);
		assert_int_not_equal(region, CODE_NONE);
		assert_true(str_eq(region_table[region].group, m->scheme));
		assert_int_not_equal(country_index(m->iso2), COUNTRY_NONE);
	}
}

static void a_region_is_the_set_of_its_countries(void **state)
{
	struct bitset sahel = code_region_countries(code_index(&code_regions, S("sahel")));
	struct bitset south = code_region_countries(
		code_index(&code_regions, S("sub-saharan-africa")));

	(void)state;
	assert_int_equal(bitset_count(&sahel), 5);
	assert_true(bitset_has(&sahel, country_index(S("ML"))));
	assert_false(bitset_has(&sahel, country_index(S("TG"))));
	assert_true(bitset_has(&south, country_index(S("SD"))));
	assert_false(bitset_has(&south, country_index(S("MA"))));
}

static void no_region_is_empty(void **state)
{
	(void)state;
	for (size_t i = 0; i < region_table_n; i++) {
		struct bitset countries = code_region_countries((int)i);
		assert_false(bitset_is_empty(&countries));
	}
}

static void the_family_of_an_activity_is_that_of_its_type(void **state)
{
	int mission = code_index(&code_activity_types, S("assessment-mission"));
	int workshop = code_index(&code_activity_types, S("workshop"));

	(void)state;
	assert_int_equal(code_family(mission), code_index(&activity_families, S("assess")));
	assert_int_not_equal(code_family(workshop), code_family(mission));
	assert_int_equal(code_family(CODE_NONE), (int)activity_family_table_n - 1);
}

int code_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_twenty_themes_stand_in_the_order_of_the_guidelines),
		TEST(the_nineteen_types_of_activity_stand_in_the_order_of_the_guidelines),
		TEST(the_fourteen_types_of_output_stand_in_the_order_of_the_guidelines),
		TEST(the_eight_statuses_of_an_output_are_those_of_the_guidelines),
		TEST(the_seven_kinds_of_expert_stand_in_the_order_of_the_guidelines),
		TEST(every_slug_is_found_at_its_own_place),
		TEST(what_is_not_in_the_list_has_no_place),
		TEST(names_are_in_the_reader_s_language_and_else_in_english),
		TEST(every_code_has_a_name_in_english_french_and_arabic),
		TEST(every_type_of_activity_belongs_to_a_family),
		TEST(every_country_is_in_exactly_one_region_of_the_facility),
		TEST(every_member_of_a_region_is_a_country_and_every_region_is_in_the_list),
		TEST(the_family_of_an_activity_is_that_of_its_type),
		TEST(a_region_is_the_set_of_its_countries),
		TEST(no_region_is_empty),
	};

	return cmocka_run_group_tests_name("code", tests, NULL, NULL);
}
