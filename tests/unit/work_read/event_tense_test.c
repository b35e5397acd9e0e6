// SPDX-License-Identifier: EUPL-1.2
// event_tense_test — what has taken place and what is planned.
#include "sample.h"
#include "tests.h"

static void the_tense_of_a_clause_within_is_not_the_events(void **state)
{
	IS(sample_activities(*state,
		   "The last activity was held in May 2012: a workshop on a plan by which the law "
		   "is to be carried out."),
		"workshop 2012-05 held");
}

static void tense_tells_what_is_planned(void **state)
{
	IS(sample_activities(*state,
		   "A mission to assess needs took place in June 2012 and will be followed by "
		   "two other seminars."),
		"assessment-mission 2012-06 held; seminar  planned x2");
	IS(sample_activities(
		   *state, "A workshop will be held, followed by an information session on visas."),
		"workshop  planned; information-session  planned");
}

static void an_aside_does_not_tell_the_tense(void **state)
{
	IS(sample_activities(*state,
		   "A study visit to Luanda, hosted by the Angolan customs, will take place in May 2013."),
		"study-visit 2013-05 planned Luanda");
}

static void the_verb_before_its_object_tells_the_tense(void **state)
{
	IS(sample_activities(*state,
		   "Experts organised a workshop on a plan, which will be presented in May 2013."),
		"workshop  held");
}

static void a_plan_of_the_past_is_a_plan(void **state)
{
	IS(sample_activities(*state, "A workshop was planned for May 2013."),
		"workshop 2013-05 planned");
	IS(sample_activities(*state, "The study visit to Slovenia has been postponed."),
		"study-visit  planned Slovenia");
}

int event_tense_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_tense_of_a_clause_within_is_not_the_events),
		TEST(tense_tells_what_is_planned),
		TEST(an_aside_does_not_tell_the_tense),
		TEST(the_verb_before_its_object_tells_the_tense),
		TEST(a_plan_of_the_past_is_a_plan),
	};
	return cmocka_run_group_tests_name("event_tense", tests, NULL, NULL);
}
