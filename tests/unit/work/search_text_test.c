// SPDX-License-Identifier: EUPL-1.2
// search_text_test — an action is found by any name of its country, and in the portal's words.
#include "work/search_text.h"

#include "base/utf8.h"
#include "model/country.h"
#include "pages.h"
#include "sample.h"
#include "store/search.h"
#include "tests.h"

static bool finds(const struct sample *s, struct str query, int64_t id)
{
	struct action_ids ids;
	struct err err;

	MUST(search_actions(s->mem, s->db, query, 1000, &ids, &err), &err);
	for (size_t i = 0; i < ids.n; i++)
		if (ids.p[i] == id)
			return true;
	return false;
}

static void found_by(const struct sample *s, const struct action *a, struct str name)
{
	if (!finds(s, name, a->id))
		fail_msg("%" PRIstr " is not found by \"%" PRIstr "\"", STR(a->slug), STR(name));
}

static void found_by_every_name(const struct sample *s, const struct action *a)
{
	const struct str langs[] = {S("en"), S("fr"), S("ar"), S("es"), S("pt"), S("ru")};

	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++)
		found_by(s, a, country_name(country_index(a->iso2), langs[i]));
	for (size_t i = 0; i < country_alias_table_n; i++)
		if (str_eq(country_alias_table[i].iso2, a->iso2) && !country_alias_table[i].exact)
			found_by(s, a, country_alias_table[i].name);
}

static void an_action_is_found_by_any_name_of_its_country(void **state)
{
	struct sample *s = *state;
	struct page_files demo = pages_demo(s->mem);
	struct action_ids ids;
	size_t countries = 0;
	struct err err;

	for (size_t i = 0; i < demo.n; i++)
		page_take(s->db, &demo.p[i], 5000);
	MUST(dossier_ids(s->mem, s->db, &ids, &err), &err);
	for (size_t i = 0; i < ids.n; i++) {
		const struct action *a = &sample_load(s, ids.p[i])->action;
		found_by(s, a, a->place);
		if (!a->iso2.n)
			continue;
		found_by_every_name(s, a);
		countries++;
	}
	assert_true(countries >= 20);
}

static void themes_and_types_are_found_in_every_language_of_the_portal(void **state)
{
	struct sample *s = *state;
	struct dossier *d = sample_dossier(s, 1, S("Togo"), S("A Title"));
	struct search_text text = search_text_of(s->mem, d);
	struct str body = utf8_fold(s->mem, text.body);

	HAS(body, "labour migration");
	HAS(body, "migration de main-d'oeuvre");
	HAS(body, "هجره اليد العامله");
	HAS(body, "study visit");
	HAS(body, "national strategy");
	HAS(body, "icmpd");
	HAS(body, "ministry of labour");
}

static void title_place_and_text_are_kept_apart(void **state)
{
	struct sample *s = *state;
	struct dossier *d = sample_dossier(s, 1, S("Togo"), S("A Title"));

	d->action.phase = 4;
	struct search_text text = search_text_of(s->mem, d);
	IS(text.title, "A Title");
	HAS(text.place, "Togo IV");
	HAS(text.place, "Lomé");
	HAS(text.place, "Mali");
	HAS(text.body, "To develop a policy.");
	assert_true(str_find(text.body, S("A Title"), 0) == STR_NONE);
}

static void short_forms_that_are_also_words_are_left_out(void **state)
{
	struct sample *s = *state;
	struct dossier *d = sample_dossier(s, 1, S("United States"), S("A Title"));

	d->countries.p[0].iso2 = S("US");
	struct search_text text = search_text_of(s->mem, d);
	HAS(text.place, "United States");
	assert_true(str_find(text.place, S("\nUS\n"), 0) == STR_NONE);
}

int search_text_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(an_action_is_found_by_any_name_of_its_country),
		SAMPLE_TEST(themes_and_types_are_found_in_every_language_of_the_portal),
		SAMPLE_TEST(title_place_and_text_are_kept_apart),
		SAMPLE_TEST(short_forms_that_are_also_words_are_left_out),
	};

	return cmocka_run_group_tests_name("search_text", tests, NULL, NULL);
}
