// SPDX-License-Identifier: EUPL-1.2
// event_date_test — which date of a sentence is about which event.
#include "sample.h"
#include "tests.h"

static void one_event_for_each_of_its_dates(void **state)
{
	IS(sample_activities(*state,
		   "Two workshops on visas took place in June and July 2012, respectively."),
		"workshop 2012-06 held; workshop 2012-07 held");
}

static void dates_before_an_event_make_one_for_each(void **state)
{
	IS(sample_activities(
		   *state, "In September and November 2012 two seminars on visas were held."),
		"seminar 2012-09 held; seminar 2012-11 held");
}

static void a_date_that_opens_the_sentence_is_about_all_of_it(void **state)
{
	IS(sample_activities(*state,
		   "In May 2012 a seminar on visas took place in Nakuru, and a workshop on data was held."),
		"seminar 2012-05 held Nakuru; workshop 2012-05 held");
}

static void both_take_the_date_behind_both(void **state)
{
	IS(sample_activities(*state,
		   "A first round of consultations was organised in Kisumu, and a second in Nakuru, both in May 2012."),
		"consultation 2012-05 held Kisumu; consultation 2012-05 held Nakuru");
}

static void the_date_of_a_paper_is_not_that_of_the_event(void **state)
{
	IS(sample_activities(*state, "A workshop led to a guide, which was published in May 2012."),
		"workshop  held");
}

static void the_date_of_a_plan_that_changed_is_left(void **state)
{
	IS(sample_activities(*state,
		   "The final conference, originally planned for May 2012, took place in June 2012."),
		"conference 2012-06 held");
}

int event_date_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_event_for_each_of_its_dates),
		TEST(dates_before_an_event_make_one_for_each),
		TEST(a_date_that_opens_the_sentence_is_about_all_of_it),
		TEST(both_take_the_date_behind_both),
		TEST(the_date_of_a_paper_is_not_that_of_the_event),
		TEST(the_date_of_a_plan_that_changed_is_left),
	};
	return cmocka_run_group_tests_name("event_date", tests, NULL, NULL);
}
