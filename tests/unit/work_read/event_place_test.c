// SPDX-License-Identifier: EUPL-1.2
// event_place_test — where the events of a sentence took place.
#include "sample.h"
#include "tests.h"

static void a_study_visit_of_two_places_is_two(void **state)
{
	IS(sample_activities(*state,
		   "A study visit took officers to centres in France from 2427 April 2012 "
		   "and in Belgium from 710 May 2012."),
		"study-visit 2012-04-24 held France; study-visit 2012-05-07 held Belgium");
}

static void a_place_behind_a_date_is_of_that_date(void **state)
{
	IS(sample_activities(*state,
		   "The last step was a study visit: officers saw centres, from 2427 April 2012 in "
		   "France and from 710 May 2012 in Belgium."),
		"study-visit 2012-04-24 held France; study-visit 2012-05-07 held Belgium");
	IS(sample_activities(*state,
		   "A study visit took officers to centres in France from 2427 April 2012, and "
		   "from 710 May 2012 in Belgium."),
		"study-visit 2012-04-24 held France; study-visit 2012-05-07 held Belgium");
}

static void an_event_in_each_place_of_a_list(void **state)
{
	IS(sample_activities(*state, "Two seminars on visas were held in Kisumu and Nakuru."),
		"seminar  held Kisumu; seminar  held Nakuru");
	IS(sample_activities(*state, "Judges visited courts in Germany and Slovakia in May 2012."),
		"study-visit 2012-05 held Germany; study-visit 2012-05 held Slovakia");
}

static void one_mission_in_two_towns_has_no_place_of_its_own(void **state)
{
	IS(sample_activities(
		   *state, "An assessment mission in Kisumu and Nakuru took place in May 2012."),
		"assessment-mission 2012-05 held");
}

static void a_town_and_its_country_are_one_place(void **state)
{
	IS(sample_activities(*state, "A workshop was held in Lusaka, Zambia, in May 2012."),
		"workshop 2012-05 held Lusaka");
}

static void a_place_may_stand_beside_the_event(void **state)
{
	IS(sample_activities(*state, "A fact-finding mission (Nairobi, 3-7 May 2012) came first."),
		"fact-finding-mission 2012-05-03 held Nairobi");
}

static void a_town_that_no_table_has_is_one(void **state)
{
	IS(sample_activities(*state, "A workshop was held in Xelanda in May 2012."),
		"workshop 2012-05 held Xelanda");
	IS(sample_activities(*state, "A workshop was held in English in May 2012."),
		"workshop 2012-05 held");
}

static void a_visit_leads_to_what_is_of_a_place(void **state)
{
	IS(sample_activities(
		   *state, "A study visit to the port of Antwerp took place in May 2012."),
		"study-visit 2012-05 held Antwerp");
}

static void each_of_several_visits_has_its_place(void **state)
{
	IS(sample_activities(
		   *state, "Three study visits are planned: to Ireland, to Malta and to Cyprus."),
		"study-visit  planned Ireland; study-visit  planned Malta; study-visit  planned "
		"Cyprus");
	IS(sample_activities(*state,
		   "Study visits to Ireland and Malta took place in May and June 2012 "
		   "respectively."),
		"study-visit 2012-05 held Ireland; study-visit 2012-06 held Malta");
}

static void an_abbreviation_is_no_town(void **state)
{
	IS(sample_activities(*state, "A mission to discuss the NIS took place in May 2012."),
		"other 2012-05 held");
}

static void each_date_of_a_list_has_its_place(void **state)
{
	IS(sample_activities(*state,
		   "Workshops were held in Nairobi (March 2012), Mombasa (April 2012) and Kisumu (May 2012)."),
		"workshop 2012-03 held Nairobi; workshop 2012-04 held Mombasa; workshop 2012-05 held Kisumu");
}

static void a_town_may_stand_behind_the_word_of_a_town(void **state)
{
	IS(sample_activities(*state, "A workshop was held in the town of Kitwe in May 2012."),
		"workshop 2012-05 held Kitwe");
}

static void an_airport_is_a_place_of_the_name_of_its_town(void **state)
{
	IS(sample_activities(
		   *state, "A fact-finding mission to Entebbe Airport took place in May 2012."),
		"fact-finding-mission 2012-05 held Entebbe Airport");
}

int event_place_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_study_visit_of_two_places_is_two),
		TEST(a_place_behind_a_date_is_of_that_date),
		TEST(an_event_in_each_place_of_a_list),
		TEST(one_mission_in_two_towns_has_no_place_of_its_own),
		TEST(a_town_and_its_country_are_one_place),
		TEST(a_place_may_stand_beside_the_event),
		TEST(a_town_that_no_table_has_is_one),
		TEST(a_visit_leads_to_what_is_of_a_place),
		TEST(each_of_several_visits_has_its_place),
		TEST(an_abbreviation_is_no_town),
		TEST(each_date_of_a_list_has_its_place),
		TEST(a_town_may_stand_behind_the_word_of_a_town),
		TEST(an_airport_is_a_place_of_the_name_of_its_town),
	};
	return cmocka_run_group_tests_name("event_place", tests, NULL, NULL);
}
