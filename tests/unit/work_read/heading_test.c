// SPDX-License-Identifier: EUPL-1.2
// heading_test — place, ordinal and title of a heading; what a name means; labels of lines.
#include "work/read/heading.h"

#include "sample.h"
#include "tests.h"
#include "work/read/label.h"

// A heading as "PLACE|ORDINAL|TITLE|KIND|ISO2"; "none" when the line is none.
static struct str heading(struct arena *mem, struct str line)
{
	struct heading h;
	struct tokens tokens = sample_tokens(mem, line);

	if (!heading_of_tokens(&tokens, line, 0, &h))
		return S("none");
	return str_format(mem, "%" PRIstr "|%d|%" PRIstr "|%" PRIstr "|%" PRIstr,
		STR(str_sub(line, h.place.at, h.place.at + h.place.n)), (int)h.phase,
		STR(str_sub(line, h.title.at, h.title.at + h.title.n)), STR(h.what.kind),
		STR(h.what.iso2));
}

static void a_heading_has_place_ordinal_and_title(void **state)
{
	IS(heading(*state, S("Burundi II: Migration and Development")),
		"Burundi|2|Migration and Development|country|BI");
	IS(heading(*state, S("Kenya: Document Security")), "Kenya|0|Document Security|country|KE");
}

static void the_title_begins_at_the_first_colon(void **state)
{
	IS(heading(*state, S("Sierra Leone I: Flows: Borders")),
		"Sierra Leone|1|Flows: Borders|country|SL");
}

static void a_country_is_known_in_any_spelling(void **state)
{
	IS(heading(*state, S("Cote d’Ivoire I: THB")), "Cote d’Ivoire|1|THB|country|CI");
	IS(heading(*state, S("Côte d'Ivoire II: THB")), "Côte d'Ivoire|2|THB|country|CI");
	IS(heading(*state, S("The Gambia: Data")), "The Gambia|0|Data|country|GM");
	IS(heading(*state, S("Cape Verde: Data")), "Cape Verde|0|Data|country|CV");
	IS(heading(*state, S("Guinée-Bissau: Données")), "Guinée-Bissau|0|Données|country|GW");
}

static void a_body_is_known_by_name_or_abbreviation(void **state)
{
	IS(heading(*state, S("ECOWAS: Borders")), "ECOWAS|0|Borders|regional-organisation|");
	IS(heading(*state, S("Common Market for Eastern and Southern Africa (COMESA) II: Data")),
		"Common Market for Eastern and Southern Africa (COMESA)|2|Data|regional-organisation|");
}

static void several_places_are_a_region(void **state)
{
	IS(heading(*state, S("West and Central Africa II: Work")),
		"West and Central Africa|2|Work|region|");
	IS(heading(*state, S("Argentina/Brazil: Work")), "Argentina/Brazil|0|Work|region|");
	IS(heading(*state, S("West Africa: Work")), "West Africa|0|Work|region|");
}

static void an_unknown_place_may_still_head_an_entry(void **state)
{
	IS(heading(*state, S("Ruritania III: Borders")), "Ruritania|3|Borders||");
	IS(heading(*state, S("It was said: this is a sentence.")), "none");
	IS(heading(*state, S("no colon here")), "none");
}

static void a_dash_parts_only_behind_a_known_place(void **state)
{
	IS(heading(*state, S("Zambia - Electronic Filing")),
		"Zambia|0|Electronic Filing|country|ZM");
	IS(heading(*state, S("Zambia II – Courts: a new start")),
		"Zambia|2|Courts: a new start|country|ZM");
	IS(heading(*state, S("Ruritania - Borders")), "none");
	IS(heading(*state, S("Guinea-Bissau: Borders")), "Guinea-Bissau|0|Borders|country|GW");
}

static void an_ordinal_may_be_told_by_the_word_for_a_phase(void **state)
{
	IS(heading(*state, S("Ghana – Phase II: Prisons")), "Ghana|2|Prisons|country|GH");
	IS(heading(*state, S("Ghana (Phase 3): Prisons")), "Ghana|3|Prisons|country|GH");
	IS(heading(*state, S("لبنان الثاني: العمال")), "لبنان|2|العمال|country|LB");
	IS(heading(*state, S("Ghana 2: Prisons")), "Ghana 2|0|Prisons||");
}

static void a_name_before_a_date_is_no_heading(void **state)
{
	IS(heading(*state, S("Last update: 3 May 2016")), "none");
}

static void a_heading_of_html_needs_no_mark(void **state)
{
	struct heading h;
	struct tokens tokens = sample_tokens(*state, S("Ghana II Prison Data"));

	assert_true(heading_of_tokens(&tokens, S("Ghana II Prison Data"), 2, &h));
	assert_int_equal(h.phase, 2);
	assert_int_equal(h.title.at, 9);
	assert_false(heading_of_tokens(&tokens, S("Ghana II Prison Data"), 0, &h));
}

// The label of a line and where its value begins.
static struct str label(struct arena *mem, struct str line)
{
	static const char *const names[LABEL_N] = {"none", "objective", "summary", "duration",
		"requester", "experts", "area", "status", "activity", "downloads"};
	size_t value = 0;
	struct tokens tokens = sample_tokens(mem, line);
	enum label found = label_of_line(&tokens, line, true, &value);

	return str_format(mem, "%s %" PRIstr, names[found], STR(str_from(line, value)));
}

static void labels_are_known_in_six_languages(void **state)
{
	IS(label(*state, S("Objective: To help")), "objective To help");
	IS(label(*state, S("Durée : août 2016")), "duration août 2016");
	IS(label(*state, S("Resumen: En")), "summary En");
	IS(label(*state, S("Objetivo geral: Apoiar")), "objective Apoiar");
	IS(label(*state, S("Продолжительность: 2010")), "duration 2010");
	IS(label(*state, S("الهدف: دعم")), "objective دعم");
	IS(label(*state, S("Time frame: 2010")), "duration 2010");
}

static void a_label_may_be_numbered_or_emphasised(void **state)
{
	IS(label(*state, S("1. Objective: To help")), "objective To help");
	IS(label(*state, S("**Objective:** To help")), "objective To help");
	IS(label(*state, S("Objective(s): To help")), "objective To help");
}

static void an_activity_has_a_number_behind_its_label(void **state)
{
	IS(label(*state, S("Activity 1: Mission")), "activity Activity 1: Mission");
	IS(label(*state, S("- Activité 4 - Atelier -")), "activity - Activité 4 - Atelier -");
	IS(label(*state, S("Actividad 2:")), "activity Actividad 2:");
	IS(label(*state, S("Activity in 2012 was low")), "none Activity in 2012 was low");
}

static void a_label_may_stand_alone_but_not_in_a_sentence(void **state)
{
	IS(label(*state, S("Duration:")), "duration ");
	IS(label(*state, S("Description")), "summary ");
	IS(label(*state, S("Experts from the French administration")),
		"none Experts from the French administration");
}

static void the_funder_is_the_name_behind_funded_by(void **state)
{
	size_t at, n;
	struct str line = S("This project is funded by the European Union.");
	struct str other = S("funds and funders");
	struct tokens tokens = sample_tokens(*state, line);
	struct tokens others = sample_tokens(*state, other);

	assert_true(label_funder(&tokens, line, &at, &n));
	IS(str_sub(line, at, at + n), "European Union");
	assert_false(label_funder(&others, other, &at, &n));
}

int heading_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_heading_has_place_ordinal_and_title),
		TEST(the_title_begins_at_the_first_colon),
		TEST(a_country_is_known_in_any_spelling),
		TEST(a_body_is_known_by_name_or_abbreviation),
		TEST(several_places_are_a_region),
		TEST(an_unknown_place_may_still_head_an_entry),
		TEST(a_dash_parts_only_behind_a_known_place),
		TEST(an_ordinal_may_be_told_by_the_word_for_a_phase),
		TEST(a_name_before_a_date_is_no_heading),
		TEST(a_heading_of_html_needs_no_mark),
		TEST(a_label_may_be_numbered_or_emphasised),
		TEST(an_activity_has_a_number_behind_its_label),
		TEST(labels_are_known_in_six_languages),
		TEST(a_label_may_stand_alone_but_not_in_a_sentence),
		TEST(the_funder_is_the_name_behind_funded_by),
	};
	return cmocka_run_group_tests_name("heading", tests, NULL, NULL);
}
