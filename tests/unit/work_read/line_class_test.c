// SPDX-License-Identifier: EUPL-1.2
// line_class_test — what a line is, from the line alone; what a page is named after.
#include "work/read/line_class.h"

#include "sample.h"
#include "tests.h"
#include "work/read/page_name.h"

static const char *const kinds[LINE_KIND_N] = {"prose", "short", "label", "heading", "bullet",
	"card", "head", "subhead", "around", "foot"};

static struct line_class class_of(struct arena *mem, struct str text)
{
	struct line line = {.n = text.n};

	return line_classify(mem, sample_lexicon(), &line, text);
}

static struct str kind(struct arena *mem, struct str text)
{
	return str_c(kinds[class_of(mem, text).kind]);
}

// The place that an item begins with, and what stands behind it.
static struct str item(struct arena *mem, struct str text)
{
	struct line_class class = class_of(mem, text);

	if (class.kind != LINE_BULLET)
		return str_c(kinds[class.kind]);
	return str_format(mem, "%" PRIstr "|%" PRIstr,
		STR(str_sub(text, class.heading.place.at,
			class.heading.place.at + class.heading.place.n)),
		STR(str_from(text, class.value)));
}

static void a_line_is_told_by_its_words(void **state)
{
	IS(kind(*state, S("Objective: To help the courts.")), "label");
	IS(kind(*state, S("Mali II: Customs")), "heading");
	IS(kind(*state, S("The courts receive many cases each year.")), "prose");
	IS(kind(*state, S("18 offices")), "short");
	IS(kind(*state, S("Key facts")), "card");
	IS(kind(*state, S("Downloads")), "foot");
	IS(kind(*state, S("This project is funded by the European Union")), "foot");
}

static void words_printed_twice_are_of_a_card(void **state)
{
	IS(kind(*state, S("Trade and Customs Trade and Customs")), "card");
	IS(kind(*state, S("Completed Completed")), "card");
	IS(kind(*state, S("Trade and Customs")), "short");
	assert_int_equal(class_of(*state, S("Completed Completed")).progress, PROGRESS_ENDED);
	assert_int_equal(class_of(*state, S("En cours En cours")).progress, PROGRESS_ONGOING);
}

static void the_head_of_a_list_tells_whether_its_actions_go_on(void **state)
{
	IS(kind(*state, S("PROJECTS 2009 - 2020")), "head");
	assert_int_equal(class_of(*state, S("PROJECTS 2009 - 2020")).progress, PROGRESS_ENDED);
	assert_int_equal(class_of(*state, S("Projects 2019 - present")).progress, PROGRESS_ONGOING);
	assert_int_equal(class_of(*state, S("CURRENT PROJECTS")).progress, PROGRESS_ONGOING);
	assert_int_equal(class_of(*state, S("Projets achevés")).progress, PROGRESS_ENDED);
	assert_int_equal(class_of(*state, S("Among the topics under way are these:")).progress,
		PROGRESS_ONGOING);
	IS(kind(*state, S("Projects of the Ministry")), "short");
}

static void an_item_begins_with_a_place(void **state)
{
	IS(item(*state, S("⇒ In Moldova, experts are writing a handbook.")),
		"Moldova|experts are writing a handbook.");
	IS(item(*state, S("• Fiji – Advice to the Ministry of Health")),
		"Fiji|Advice to the Ministry of Health");
	IS(item(*state, S("• Au Mozambique, une formation est donnée aux douaniers")),
		"Mozambique|une formation est donnée aux douaniers");
	IS(item(*state, S("- In Peru and Bolivia, a workshop was held")),
		"Peru and Bolivia|a workshop was held");
	IS(item(*state, S("* In Kosovo*, managers went to see hospitals")),
		"Kosovo|managers went to see hospitals");
}

static void an_item_without_a_place_or_a_sentence_is_none(void **state)
{
	IS(item(*state, S("- Kenya: Overview")), "heading");
	IS(item(*state, S("- Structure of the organisation and its many offices")), "prose");
	IS(item(*state, S("> Map of projects in Kenya")), "short");
	IS(item(*state, S("* Au revoir, dirent les experts à leurs hôtes")), "prose");
}

// What a page is called as "ISO2 phase words".
static struct str named(struct arena *mem, struct str address)
{
	struct page_name name = page_name_of_address(mem, sample_lexicon(), address);

	return str_format(
		mem, "%" PRIstr " %d %" PRIstr, STR(name.iso2), (int)name.phase, STR(name.words));
}

static void an_address_may_name_place_and_phase(void **state)
{
	IS(named(*state, S("pages/25-cabo-verde-i.txt")), "CV 1 cabo-verde");
	IS(named(*state, S("https://x.example/fr/actions/144-cote-d-ivoire-iv?lang=fr")),
		"CI 4 cote-d-ivoire");
	IS(named(*state, S("131_belarus.html")), "BY 0 belarus");
	IS(named(*state, S("region-neighbourhood.txt")), " 0 ");
	IS(named(*state, S("-")), " 0 ");
}

static void a_name_of_two_countries_tells_neither(void **state)
{
	IS(named(*state, S("kenya-and-uganda.txt")), " 0 ");
	IS(named(*state, S("papua-new-guinea.txt")), "PG 0 papua-new-guinea");
}

int line_class_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_line_is_told_by_its_words),
		TEST(words_printed_twice_are_of_a_card),
		TEST(the_head_of_a_list_tells_whether_its_actions_go_on),
		TEST(an_item_begins_with_a_place),
		TEST(an_item_without_a_place_or_a_sentence_is_none),
		TEST(an_address_may_name_place_and_phase),
		TEST(a_name_of_two_countries_tells_neither),
	};
	return cmocka_run_group_tests_name("line_class", tests, NULL, NULL);
}
