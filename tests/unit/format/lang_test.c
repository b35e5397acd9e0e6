// SPDX-License-Identifier: EUPL-1.2
// lang_test — the promises of format/lang.h.
#include "format/lang.h"

#include "check.h"
#include "tests.h"

static void a_language_is_found_by_its_code(void **state)
{
	(void)state;
	IS(lang_find(S("fr"))->name, "Français");
	assert_true(lang_find(S("ar"))->is_rtl);
	assert_null(lang_find(S("de")));
	assert_null(lang_find(S("FR")));
	assert_null(lang_find(STR_EMPTY));
}

static void a_browser_gets_the_language_it_likes_best(void **state)
{
	static const char *const wish[][2] = {
		{"fr", "fr"},
		{"fr-CA,fr;q=0.9,en;q=0.8", "fr"},
		{"de,en;q=0.3,ar;q=0.8", "ar"},
		{"en;q=0.5, fr;q=0.501", "fr"},
		{"AR-eg", "ar"},
		{"fr;q=0,ar;q=0.1", "ar"},
		{"de, *;q=0.5", "en"},
		{"ar ; q=0.7 , fr", "fr"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof wish / sizeof *wish; i++)
		assert_string_equal(lang_accept_among(str_c(wish[i][0]), ~0U)->code.p, wish[i][1]);
}

static void a_wish_that_fits_nothing_gets_no_language(void **state)
{
	static const char *const wish[] = {"", "de", "fr;q=0", ",,;;==", "fr;q=9", "frx", "-fr"};

	(void)state;
	for (size_t i = 0; i < sizeof wish / sizeof *wish; i++)
		assert_null(lang_accept_among(str_c(wish[i]), ~0U));
}

static void a_text_is_translated(void **state)
{
	const struct lang *french = lang_find(S("fr"));

	(void)state;
	IS(lang_text(french, _("Home")), "Accueil");
	IS(lang_text(french, _("Search")), "Recherche");
	IS(lang_text(french, _("Countries")), "Pays");
	IS(lang_text_key(french, str_hash(S("Home")), S("Home")), "Accueil");
}

static void what_is_not_translated_shows_in_english(void **state)
{
	(void)state;
	IS(lang_text(lang_find(S("fr")), _("Themes")), "Themes");
	IS(lang_text(lang_find(S("ar")), _("Home")), "Home");
	IS(lang_text(lang_find(S("en")), _("Home")), "Home");
}

static void a_number_chooses_the_form(void **state)
{
	const struct lang *english = lang_find(S("en")), *french = lang_find(S("fr"));
	const struct lang *arabic = lang_find(S("ar"));
	struct str one = _("one action"), many = _("{n} actions");

	(void)state;
	IS(lang_plural(english, one, many, 0), "{n} actions");
	IS(lang_plural(english, one, many, 1), "one action");
	IS(lang_plural(french, one, many, 0), "une action");
	IS(lang_plural(french, one, many, 2), "{n} actions");
	IS(lang_plural(arabic, one, many, 0), "لا نشاط");
	IS(lang_plural(arabic, one, many, 2), "نشاطان");
	IS(lang_plural(arabic, one, many, 103), "{n} أنشطة");
	IS(lang_plural(arabic, one, many, 11), "{n} نشاطا");
}

static void a_form_that_is_missing_shows_in_english(void **state)
{
	(void)state;
	IS(lang_plural(lang_find(S("ar")), _("one action"), _("{n} actions"), 100), "{n} actions");
	IS(lang_plural(lang_find(S("fr")), _("one theme"), _("{n} themes"), 1), "one theme");
}

static void places_are_filled_by_name(void **state)
{
	const struct lang_arg arg[] = {{S("n"), S("36")}, {S("place"), S("{n}")}};

	IS(lang_fill(*state, S("{n} actions in {place}, {n}"), arg, 2), "36 actions in {n}, 36");
	IS(lang_fill(*state, S("no places"), arg, 2), "no places");
}

static void a_place_without_a_value_stays(void **state)
{
	const struct lang_arg arg[] = {{S("n"), S("36")}};

	IS(lang_fill(*state, S("{n} of {total}"), arg, 1), "36 of {total}");
	IS(lang_fill(*state, S("{{n}}"), arg, 1), "{36}");
	IS(lang_fill(*state, S("{n} and {n"), arg, 1), "36 and {n");
	IS(lang_fill(*state, S("{"), arg, 1), "{");
}

static void a_text_is_filled_behind_another(void **state)
{
	const struct lang_arg arg[] = {{S("n"), S("36")}};
	struct buf b = buf_new(*state, 100);

	buf_add(&b, S("Togo: "));
	lang_fill_add(&b, S("{n} actions"), arg, 1);
	IS(buf_str(&b), "Togo: 36 actions");
}

int lang_tests(void)
{
	const struct CMUnitTest lang[] = {
		TEST(a_language_is_found_by_its_code),
		TEST(a_browser_gets_the_language_it_likes_best),
		TEST(a_wish_that_fits_nothing_gets_no_language),
		TEST(a_text_is_translated),
		TEST(what_is_not_translated_shows_in_english),
		TEST(a_number_chooses_the_form),
		TEST(a_form_that_is_missing_shows_in_english),
		TEST(places_are_filled_by_name),
		TEST(a_place_without_a_value_stays),
		TEST(a_text_is_filled_behind_another),
	};

	return cmocka_run_group_tests(lang, NULL, NULL);
}
