// SPDX-License-Identifier: EUPL-1.2
// activity_find_test — sentences in, activities out: nouns, groups, what is told twice.
#include "sample.h"
#include "tests.h"

static void an_event_takes_the_date_beside_it(void **state)
{
	IS(sample_activities(*state,
		   "In March 2012, a seminar on visas was held in Nairobi. It was followed "
		   "by a workshop in May 2012."),
		"seminar 2012-03 held Nairobi; workshop 2012-05 held");
}

static void what_is_told_closer_is_one_event(void **state)
{
	IS(sample_activities(*state,
		   "Experts gave two weeks of training, a training session on document fraud, in "
		   "Dakar in November 2011."),
		"training 2011-11 held Dakar");
	IS(sample_activities(*state,
		   "In May 2012 there was a study visit to Morocco: an exchange on remittances."),
		"study-visit 2012-05 held Morocco");
	IS(sample_activities(
		   *state, "One more workshop, the final activity, will be organised in May 2013."),
		"workshop 2013-05 planned");
	IS(sample_activities(*state,
		   "Two activities served this: in June 2012 a seminar on visas, in July 2012 a "
		   "workshop on visas."),
		"seminar 2012-06 held; workshop 2012-07 held");
}

static void an_event_behind_a_purpose_is_held(void **state)
{
	IS(sample_activities(*state,
		   "In May 2012, so that all be heard, a seminar on visas was held in Nakuru."),
		"seminar 2012-05 held Nakuru");
	IS(sample_activities(
		   *state, "The plan was shown to officers in May 2012, at a workshop on visas."),
		"workshop 2012-05 held");
}

static void it_is_the_event_told_last(void **state)
{
	IS(sample_activities(*state, "A workshop dealt with visas; it was held 2426 April 2012."),
		"workshop 2012-04-24 held");
}

static void what_points_back_is_no_new_event(void **state)
{
	IS(sample_activities(*state,
		   "A workshop was held in May 2012. This workshop gathered officers. The "
		   "workshop was a success."),
		"workshop 2012-05 held");
}

static void what_is_only_aimed_at_is_no_event(void **state)
{
	IS(sample_activities(
		   *state, "A seminar was held in May 2012 in order to prepare a workshop."),
		"seminar 2012-05 held");
}

static void training_of_trainers_wins_over_its_form(void **state)
{
	IS(sample_activities(*state, "A training of trainers workshop was held in May 2012."),
		"training-of-trainers 2012-05 held");
}

static void what_is_asked_for_or_called_off_is_no_event(void **state)
{
	IS(sample_activities(*state, "The Government asked for a workshop on visas."), "");
	IS(sample_activities(*state, "The third mission had to be cancelled."), "");
}

static void what_another_event_is_about_is_no_event(void **state)
{
	IS(sample_activities(*state, "A workshop on internal audit was held in May 2012."),
		"workshop 2012-05 held");
	IS(sample_activities(*state, "Staff who plan the household surveys met the experts."), "");
}

static void a_word_of_the_name_of_a_body_is_no_event(void **state)
{
	IS(sample_activities(
		   *state, "The Council for Technical and Vocational Training met the experts."),
		"");
}

static void what_an_event_comprised_is_a_part_of_it(void **state)
{
	IS(sample_activities(*state, "In May 2012 a mission held consultations with the police."),
		"consultation 2012-05 held");
}

static void support_to_drafting_is_a_step_of_its_own(void **state)
{
	IS(sample_activities(
		   *state, "Experts then provided support for the development of a policy."),
		"other  held");
	IS(sample_activities(*state,
		   "Support was given, from a distance, to the drafting of a guide, which was printed in May 2012."),
		"remote-support  held");
	IS(sample_activities(*state, "With this aim the experts provided support to the Bureau."),
		"");
}

static void what_is_always_so_or_was_long_ago_is_no_event(void **state)
{
	IS(sample_activities(*state, "Meetings of the board are rare."), "");
	IS(sample_activities(*state, "Every year visitors study the archives."), "");
	IS(sample_activities(*state, "The survey of 2008 had shown what farms lack."), "");
	IS(sample_activities(*state, "It joined after a conference held in Geneva in May 1998."),
		"");
	IS(sample_activities(*state, "Two trainings are given in May 2012."),
		"training 2012-05 held x2");
}

static void an_event_repeated_is_one_more(void **state)
{
	IS(sample_activities(*state,
		   "A pilot training took place in Kisumu in March 2012 and was repeated in Mombasa in June 2012."),
		"training 2012-03 held Kisumu; training 2012-06 held Mombasa");
	IS(sample_activities(*state,
		   "A workshop was held in May 2012. The same workshop was repeated in Nakuru in July 2012."),
		"workshop 2012-05 held; workshop 2012-07 held Nakuru");
}

static void a_noun_with_a_type_of_its_own_is_not_explained_away(void **state)
{
	IS(sample_activities(*state,
		   "The action continued with a mapping of services in June 2012 and ended with a closing seminar in December 2012."),
		"assessment-mission 2012-06 held; seminar 2012-12 held");
}

static void what_did_not_take_place_is_no_event(void **state)
{
	IS(sample_activities(*state,
		   "The seminar planned for May 2012 did not take place. No workshop was held in 2013."),
		"");
}

static void a_plan_that_was_held_is_one_event(void **state)
{
	IS(sample_activities(*state,
		   "A seminar on visas was to be held in Nakuru in May 2012. The seminar took place in Lusaka in June 2012."),
		"seminar 2012-06 held Lusaka");
}

static void an_event_named_again_is_no_new_one(void **state)
{
	IS(sample_activities(*state,
		   "A final conference will be held in May 2013. A plan will be shown at the final conference."),
		"conference 2013-05 planned");
}

static void what_a_seminar_is_about_is_no_event(void **state)
{
	IS(sample_activities(*state, "A seminar on the exchange of data was held in May 2012."),
		"seminar 2012-05 held");
}

static void a_verb_yields_to_the_sessions_told_after_it(void **state)
{
	IS(sample_activities(*state,
		   "Inspectors of the Service are being trained. Two training sessions on meat were given in May 2012."),
		"training 2012-05 held x2");
}

static void the_date_of_a_paper_is_not_that_of_the_event(void **state)
{
	IS(sample_activities(
		   *state, "The plan was discussed at two workshops and adopted in June 2012."),
		"workshop  held x2");
}

int activity_find_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_event_takes_the_date_beside_it),
		TEST(what_is_told_closer_is_one_event),
		TEST(an_event_behind_a_purpose_is_held),
		TEST(it_is_the_event_told_last),
		TEST(what_points_back_is_no_new_event),
		TEST(what_is_only_aimed_at_is_no_event),
		TEST(training_of_trainers_wins_over_its_form),
		TEST(what_is_asked_for_or_called_off_is_no_event),
		TEST(what_another_event_is_about_is_no_event),
		TEST(a_word_of_the_name_of_a_body_is_no_event),
		TEST(what_an_event_comprised_is_a_part_of_it),
		TEST(support_to_drafting_is_a_step_of_its_own),
		TEST(what_is_always_so_or_was_long_ago_is_no_event),
		TEST(an_event_repeated_is_one_more),
		TEST(a_noun_with_a_type_of_its_own_is_not_explained_away),
		TEST(what_did_not_take_place_is_no_event),
		TEST(a_plan_that_was_held_is_one_event),
		TEST(an_event_named_again_is_no_new_one),
		TEST(what_a_seminar_is_about_is_no_event),
		TEST(a_verb_yields_to_the_sessions_told_after_it),
		TEST(the_date_of_a_paper_is_not_that_of_the_event),
	};
	return cmocka_run_group_tests_name("activity_find", tests, NULL, NULL);
}
