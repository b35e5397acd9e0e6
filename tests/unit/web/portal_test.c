// SPDX-License-Identifier: EUPL-1.2
// portal_test — what the settings say about the portal (web/portal.h).
#include "web/portal.h"

#include "check.h"
#include "model/kind_list.h"
#include "tests.h"

// A portfolio whose desk has saved these settings.
static struct portfolio with(struct arena *mem, const char *path, const char *text)
{
	struct record *settings = NEW(mem, struct record);
	struct portfolio p = {0};

	*settings = record_new(&kind_setting);
	assert_true(record_set(mem, settings, str_c(path), str_c(text)));
	VEC_ADD(mem, &p.showcase, ((struct exhibit){settings, 0}));
	return p;
}

static void every_language_of_the_program_can_be_chosen(void **state)
{
	(void)state;
	assert_int_equal(interface_language_table_n, lang_n);
	for (size_t i = 0; i < lang_n; i++)
		assert_true(code_index(&code_interface_languages, lang_all[i]->code) != CODE_NONE);
}

static void without_settings_it_speaks_all_and_english_to_others(void **state)
{
	const struct portfolio none = {0};

	(void)state;
	for (size_t i = 0; i < lang_n; i++)
		assert_true(portal_speaks(&none, lang_all[i]));
	IS(portal_accept(&none, S("de, fr;q=0.5"))->code, "fr");
	IS(portal_accept(&none, S("de"))->code, "en");
	IS(portal_name(*state, lang_all[0], &none), "Attaché");
	assert_false(portal_has_text(&none, S("about")));
}

static void languages_that_are_not_chosen_are_not_spoken(void **state)
{
	const struct portfolio p = with(*state, "languages.1", "fr");

	assert_false(portal_speaks(&p, lang_find(S("en"))));
	IS(portal_accept(&p, S("en"))->code, "fr");
	const struct portfolio arabic = with(*state, "default_language", "ar");
	IS(portal_accept(&arabic, S("de"))->code, "ar");
	IS(portal_accept(&arabic, S("en"))->code, "en");
}

static void digits_are_changed_in_arabic_alone(void **state)
{
	const struct portfolio p = with(*state, "digits", "eastern");

	assert_true(portal_has_eastern_digits(&p, lang_find(S("ar"))));
	assert_false(portal_has_eastern_digits(&p, lang_find(S("fr"))));
}

int portal_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_language_of_the_program_can_be_chosen),
		TEST(without_settings_it_speaks_all_and_english_to_others),
		TEST(languages_that_are_not_chosen_are_not_spoken),
		TEST(digits_are_changed_in_arabic_alone),
	};

	return cmocka_run_group_tests_name("portal", tests, check_setup, check_teardown);
}
