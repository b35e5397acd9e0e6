// SPDX-License-Identifier: EUPL-1.2
// country_test — the promises of model/country.h, and of the table behind it.
#include "model/country.h"

#include "base/bitset.h"
#include "base/utf8.h"
#include "check.h"
#include "tests.h"

static void every_code_finds_its_country(void **state)
{
	(void)state;
	assert_in_range(country_table_n, 249, BITSET_MAX);
	for (size_t i = 0; i < country_table_n; i++)
		assert_int_equal(country_index(country_table[i].iso2), i);
}

static void codes_that_no_country_has_are_refused(void **state)
{
	const struct str unknown[] = {
		S(""), S("T"), S("tg"), S("TGO"), S("XX"), S("TG "), S("ZZ"), S("AA")};

	(void)state;
	for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
		assert_int_equal(country_index(unknown[i]), COUNTRY_NONE);
}

static void a_country_has_a_name_in_each_of_six_languages(void **state)
{
	int ivory_coast = country_index(S("CI"));

	(void)state;
	IS(country_name(ivory_coast, S("en")), "Côte d’Ivoire");
	IS(country_name(ivory_coast, S("fr")), "Côte d’Ivoire");
	IS(country_name(ivory_coast, S("ar")), "كوت ديفوار");
	IS(country_name(ivory_coast, S("es")), "Costa de Marfil");
	IS(country_name(ivory_coast, S("pt")), "Côte d’Ivoire (Costa do Marfim)");
	IS(country_name(ivory_coast, S("ru")), "Кот-д’Ивуар");
}

static void a_language_without_names_gets_the_english_one(void **state)
{
	(void)state;
	IS(country_name(country_index(S("DE")), S("qps")), "Germany");
	IS(country_name(country_index(S("DE")), S("")), "Germany");
	assert_int_equal(country_rank(country_index(S("AF")), S("qps")),
		country_rank(country_index(S("AF")), S("en")));
}

static void no_country_is_without_a_name_a_code_or_a_place_on_the_map(void **state)
{
	const struct str langs[] = {S("en"), S("fr"), S("ar"), S("es"), S("pt"), S("ru")};

	(void)state;
	for (size_t i = 0; i < country_table_n; i++) {
		const struct country *c = &country_table[i];
		assert_int_equal(c->iso2.n, 2);
		assert_int_equal(c->iso3.n, 3);
		assert_true(c->sort_en.n > 0 && c->in_en.n > 0 && c->in_fr.n > 0);
		assert_true(c->lat >= -90 && c->lat <= 90 && c->lon >= -180 && c->lon <= 180);
		for (size_t k = 0; k < sizeof langs / sizeof *langs; k++) {
			struct str name = country_name((int)i, langs[k]);
			assert_true(name.n > 0 && utf8_is_valid(name, NULL));
		}
	}
}

static void lists_of_a_language_have_one_place_for_each_country(void **state)
{
	const struct str langs[] = {S("en"), S("fr"), S("ar"), S("es"), S("pt"), S("ru")};

	(void)state;
	for (size_t k = 0; k < sizeof langs / sizeof *langs; k++) {
		struct bitset places = {0};
		for (size_t i = 0; i < country_table_n; i++)
			bitset_add(&places, country_rank((int)i, langs[k]));
		assert_int_equal(bitset_count(&places), country_table_n);
	}
}

static void germany_stands_under_a_in_french_and_under_g_in_english(void **state)
{
	int germany = country_index(S("DE")), benin = country_index(S("BJ"));

	(void)state;
	assert_true(country_rank(germany, S("fr")) < country_rank(benin, S("fr")));
	assert_true(country_rank(germany, S("en")) > country_rank(benin, S("en")));
}

static void the_gambia_is_sorted_under_g_and_told_with_its_article(void **state)
{
	const struct country *gambia = &country_table[country_index(S("GM"))];

	(void)state;
	IS(gambia->sort_en, "Gambia");
	IS(gambia->in_en, "in the Gambia");
	IS(gambia->in_fr, "en Gambie");
	IS(gambia->iso3, "GMB");
	IS(gambia->numeric, "270");
}

static bool is_alias(struct str iso2, struct str name, bool *ret_exact)
{
	for (size_t i = 0; i < country_alias_table_n; i++)
		if (str_eq(country_alias_table[i].iso2, iso2) &&
			str_eq(country_alias_table[i].name, name)) {
			*ret_exact = country_alias_table[i].exact;
			return true;
		}
	return false;
}

static void further_spellings_belong_to_countries_that_there_are(void **state)
{
	bool exact = false;

	(void)state;
	for (size_t i = 0; i < country_alias_table_n; i++) {
		assert_int_not_equal(country_index(country_alias_table[i].iso2), COUNTRY_NONE);
		assert_true(country_alias_table[i].name.n > 0);
	}
	assert_true(is_alias(S("CI"), S("Ivory Coast"), &exact));
	assert_false(exact);
	assert_true(is_alias(S("US"), S("US"), &exact));
	assert_true(exact);
}

int country_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_code_finds_its_country),
		TEST(codes_that_no_country_has_are_refused),
		TEST(a_country_has_a_name_in_each_of_six_languages),
		TEST(a_language_without_names_gets_the_english_one),
		TEST(no_country_is_without_a_name_a_code_or_a_place_on_the_map),
		TEST(lists_of_a_language_have_one_place_for_each_country),
		TEST(germany_stands_under_a_in_french_and_under_g_in_english),
		TEST(the_gambia_is_sorted_under_g_and_told_with_its_article),
		TEST(further_spellings_belong_to_countries_that_there_are),
	};

	return cmocka_run_group_tests_name("country", tests, NULL, NULL);
}
