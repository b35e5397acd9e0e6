// SPDX-License-Identifier: EUPL-1.2
// member_test — members of a group, told without their noun.
#include "sample.h"
#include "tests.h"

static void members_stand_for_their_group(void **state)
{
	IS(sample_activities(*state,
		   "Two meetings were held: one in Bangkok in March 2012, one in Lusaka in May 2012."),
		"meeting 2012-03 held Bangkok; meeting 2012-05 held Lusaka");
	IS(sample_activities(*state,
		   "Three workshops are foreseen: the first was held in May 2012, the third will be held in July 2013."),
		"workshop 2012-05 held; workshop 2013-07 planned");
}

static void the_first_and_second_of_a_group_replace_it(void **state)
{
	IS(sample_activities(*state,
		   "Two seminars were held in Nakuru. The first took place in May 2012; the "
		   "second, on data, was organised in June 2012."),
		"seminar 2012-05 held Nakuru; seminar 2012-06 held");
	IS(sample_activities(
		   *state, "Four workshops were organised. The latest one took place in May 2012."),
		"workshop  held x4; workshop 2012-05 held");
}

static void a_further_one_is_one_more(void **state)
{
	IS(sample_activities(*state,
		   "A seminar on visas was held in May 2012; another on data followed in June 2012."),
		"seminar 2012-05 held; seminar 2012-06 held");
	IS(sample_activities(
		   *state, "A workshop was held in May 2012. A last one was held in June 2012."),
		"workshop 2012-05 held; workshop 2012-06 held");
	IS(sample_activities(*state,
		   "A workshop was held in May 2012, and a second one on data followed in Nakuru in June 2012."),
		"workshop 2012-05 held; workshop 2012-06 held Nakuru");
}

static void members_without_dates_say_no_more_than_their_dated_group(void **state)
{
	IS(sample_activities(*state,
		   "Two workshops were held, in April and June 2012 respectively: one on forms, the other on data."),
		"workshop 2012-04 held; workshop 2012-06 held");
}

static void the_first_may_be_told_by_a_noun_of_its_own(void **state)
{
	IS(sample_activities(*state, "The first were meetings with officers in May 2012."),
		"meeting 2012-05 held");
}

static void a_number_before_its_noun_is_no_member(void **state)
{
	IS(sample_activities(*state,
		   "A workshop was held in May 2012. One set is on drafting. Another set is on data."),
		"workshop 2012-05 held");
}

static void a_member_may_have_words_of_its_own(void **state)
{
	IS(sample_activities(*state,
		   "Two trainings were given: a basic course in March 2012 and an advanced one in June 2012."),
		"training 2012-03 held; training 2012-06 held");
}

static void a_part_of_a_group_may_be_counted(void **state)
{
	IS(sample_activities(*state,
		   "Three seminars followed: two in Nairobi and the last in Lusaka in May 2012."),
		"seminar  held Nairobi x2; seminar 2012-05 held Lusaka");
}

static void what_is_repeated_is_one_more(void **state)
{
	IS(sample_activities(*state,
		   "A training was held in Nakuru in May 2012 and was repeated in Kisumu in June 2012."),
		"training 2012-05 held Nakuru; training 2012-06 held Kisumu");
}

static void a_time_is_no_member(void **state)
{
	IS(sample_activities(*state,
		   "A workshop was held in Nakuru and again, one year later, a seminar was held in May 2013."),
		"workshop  held Nakuru; seminar 2013-05 held");
}

static void a_place_and_date_behind_a_semicolon_are_one_more(void **state)
{
	IS(sample_activities(*state, "Study visits: Tallinn, June 2012; Riga, August 2012."),
		"study-visit 2012-06 held Tallinn; study-visit 2012-08 held Riga");
}

int member_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(members_stand_for_their_group),
		TEST(the_first_and_second_of_a_group_replace_it),
		TEST(a_further_one_is_one_more),
		TEST(members_without_dates_say_no_more_than_their_dated_group),
		TEST(the_first_may_be_told_by_a_noun_of_its_own),
		TEST(a_number_before_its_noun_is_no_member),
		TEST(a_member_may_have_words_of_its_own),
		TEST(a_part_of_a_group_may_be_counted),
		TEST(what_is_repeated_is_one_more),
		TEST(a_time_is_no_member),
		TEST(a_place_and_date_behind_a_semicolon_are_one_more),
	};
	return cmocka_run_group_tests_name("member", tests, NULL, NULL);
}
