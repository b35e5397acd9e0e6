// SPDX-License-Identifier: EUPL-1.2
// deed_test — activities told by their verbs.
#include "sample.h"
#include "tests.h"

static void a_verb_tells_an_event_without_its_noun(void **state)
{
	IS(sample_activities(*state, "Forty officers were trained in Kisumu in May 2012."),
		"training 2012-05 held Kisumu");
	IS(sample_activities(*state, "Two nurses taught 30 colleagues in Nakuru in May 2012."),
		"training 2012-05 held Nakuru");
	IS(sample_activities(*state, "The Customs Service is learning to find counterfeits."),
		"training  held");
	IS(sample_activities(*state, "Hospital managers went to Madrid to see how lists are kept."),
		"study-visit  held Madrid");
}

static void whatever_took_place_is_an_event(void **state)
{
	IS(sample_activities(*state, "A boat drill was organised in Lamu in May 2012."),
		"other 2012-05 held Lamu");
	IS(sample_activities(*state, "Elections were held in May 2012."), "");
	IS(sample_activities(*state, "A workshop was held in May 2012."), "workshop 2012-05 held");
}

static void a_verb_is_about_the_event_that_its_clause_names(void **state)
{
	IS(sample_activities(*state, "Officers were trained at a workshop in May 2012."),
		"workshop 2012-05 held");
	IS(sample_activities(*state, "At this session officers were trained."), "");
	IS(sample_activities(*state,
		   "A seminar was held in May 2012, and officers were trained in Kisumu in June 2012."),
		"seminar 2012-05 held; training 2012-06 held Kisumu");
}

static void people_who_were_trained_are_no_event(void **state)
{
	IS(sample_activities(
		   *state, "The trained officers who were taught by experts met the police."),
		"");
	IS(sample_activities(*state, "The officers were not trained in May 2012."), "");
}

static void a_visit_at_home_is_none(void **state)
{
	IS(sample_activities(*state, "Experts visited the posts in Mombasa in May 2012."), "");
}

static void trainers_who_are_trained_are_trained_to_train(void **state)
{
	IS(sample_activities(*state, "Ten trainers were trained in May 2012."),
		"training-of-trainers 2012-05 held");
}

static void help_from_afar_is_a_step(void **state)
{
	IS(sample_activities(
		   *state, "The expert is helping the clerks to write a manual by e-mail."),
		"remote-support  held");
	IS(sample_activities(*state, "The expert helped the clerks."), "");
}

int deed_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_verb_tells_an_event_without_its_noun),
		TEST(whatever_took_place_is_an_event),
		TEST(a_verb_is_about_the_event_that_its_clause_names),
		TEST(people_who_were_trained_are_no_event),
		TEST(a_visit_at_home_is_none),
		TEST(trainers_who_are_trained_are_trained_to_train),
		TEST(help_from_afar_is_a_step),
	};
	return cmocka_run_group_tests_name("deed", tests, NULL, NULL);
}
