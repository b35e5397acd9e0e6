// SPDX-License-Identifier: EUPL-1.2
// doubt_find_test — what a careful reader would ask about, and what he would not.
#include "work/read/doubt_find.h"

#include "base/buf.h"
#include "sample.h"
#include "tests.h"

// The rules of the warnings of a one-entry page, a blank between.
static struct str doubts(struct arena *mem, const char *summary, const char *duration)
{
	struct str page = str_format(mem,
		"Kenya: Visas\nObjective: To help the service.\nSummary: %s\nDuration: %s\n",
		summary, duration);
	struct sample_entries entries = sample_page(mem, page, NULL, NULL);
	struct buf b = buf_new(mem, 1000);

	assert_int_equal(entries.n, 1);
	for (size_t i = 0; i < entries.p[0].warnings.n; i++)
		buf_format(&b, "%s%" PRIstr, i ? " " : "", STR(entries.p[0].warnings.p[i].rule));
	return buf_str(&b);
}

static void an_activity_before_the_printed_start_is_asked_about(void **state)
{
	IS(doubts(*state, "A workshop was held in May 2011.", "January 2012 - May 2013"), "R07");
	IS(doubts(*state, "A workshop was held in 2012.", "March 2012 - May 2013"), "");
}

static void an_activity_after_the_printed_end_is_asked_about(void **state)
{
	IS(doubts(*state, "A workshop was held in June 2013.", "January 2012 - May 2013"), "R36");
	IS(doubts(*state, "A workshop was held on 31 May 2013.", "January 2012 - May 2013"), "");
	IS(doubts(*state, "A workshop was held in June 2013.", "January 2012 - present"), "");
}

static void a_plan_older_than_what_was_held_is_stale(void **state)
{
	IS(doubts(*state, "A seminar will be held in May 2012. A workshop was held in March 2013.",
		   "January 2012 - present"),
		"R09");
	IS(doubts(*state, "A workshop was held in March 2013. A seminar will be held in May 2013.",
		   "January 2012 - present"),
		"");
}

static void stale_of(void **state, struct date as_of, const char *rules)
{
	struct str page = S("Kenya: Visas\nObjective: To help.\nSummary: A workshop was held in "
			    "March 2013.\nDuration: May 2012 - present\n");
	struct sample_entries entries = sample_page(*state, page, NULL, NULL);

	assert_int_equal(entries.n, 1);
	doubt_stale(*state, &entries.p[0], as_of);
	assert_int_equal(entries.p[0].warnings.n, rules[0] ? 1 : 0);
	if (rules[0])
		check_str(entries.p[0].warnings.p[0].rule, (struct str){rules, 3}, __FILE__,
			__LINE__);
}

static void an_open_action_that_is_silent_for_six_months_is_asked_about(void **state)
{
	stale_of(state, (struct date){2013, 9, 0}, "R09");
	stale_of(state, (struct date){2013, 8, 0}, "");
	stale_of(state, (struct date){0}, "");
}

static void plans_that_the_page_outlived_are_told_at_its_end(void **state)
{
	struct page_end end;

	sample_page(*state,
		S("Mali: X\nObjective: Y.\nSummary: A seminar will be held in May 2012.\n"
		  "Duration: May 2011 - present\n\nTogo: X\nObjective: Y.\nSummary: A workshop "
		  "was held in July 2014.\nDuration: May 2011 - present\n"),
		&end, NULL);
	assert_int_equal(end.warnings.n, 1);
	IS(end.warnings.p[0].rule, "R09");
	HAS(end.warnings.p[0].message, "2012-05");
}

static void a_misspelt_month_is_mended_and_told(void **state)
{
	IS(doubts(*state, "A workshop was held in Septmber 2012.", "January 2012 - May 2013"),
		"R11");
	IS(doubts(*state, "A workshop was held in May 2012.", "January 2012 - presnt"), "R11");
}

static void a_month_for_which_nothing_tells_the_year_is_asked_about(void **state)
{
	IS(doubts(*state, "A workshop was held in May.", "January 2011 - May 2013"),
		"date.no-year");
	IS(doubts(*state, "A workshop was held in May.", "January 2012 - June 2012"), "");
}

static void a_plan_beside_the_deed_is_stale(void **state)
{
	IS(doubts(*state,
		   "A strategy on visas will be adopted. The strategy was adopted in March 2013.",
		   "January 2012 - May 2013"),
		"R09");
	IS(doubts(*state,
		   "A strategy on visas will be adopted. The manual was presented in March 2013.",
		   "January 2012 - May 2013"),
		"");
}

static void one_paper_adopted_on_two_dates_is_asked_about(void **state)
{
	IS(doubts(*state,
		   "A strategy on visas was adopted in May 2012. The strategy was adopted in June "
		   "2012.",
		   "January 2012 - May 2013"),
		"R10");
	IS(doubts(*state,
		   "A strategy on visas was adopted in May 2012. The strategy was adopted on 3 May "
		   "2012.",
		   "January 2012 - May 2013"),
		"");
	IS(doubts(*state,
		   "A strategy on visas was adopted in May 2012. A manual was published in June 2012.",
		   "January 2012 - May 2013"),
		"");
}

static void fewer_events_than_announced_are_asked_about(void **state)
{
	IS(doubts(*state,
		   "Four workshops were planned: a workshop on visas in May 2012, a workshop on "
		   "passports in June 2012 and a workshop on borders in July 2012.",
		   "January 2012 - May 2013"),
		"R29");
	IS(doubts(*state, "Four workshops on visas were held.", "January 2012 - May 2013"), "");
	IS(doubts(*state, "A training session took place, with two weeks of training.",
		   "January 2012 - May 2013"),
		"");
}

static void a_paper_that_only_the_objective_names_is_asked_about(void **state)
{
	struct str page = S(
		"Kenya: Visas\nObjective: To help write a strategy on visas.\nSummary: A "
		"workshop was held.\nDuration: May 2012 - May 2013\n");
	struct sample_entries entries = sample_page(*state, page, NULL, NULL);

	assert_int_equal(entries.p[0].warnings.n, 1);
	IS(entries.p[0].warnings.p[0].rule, "R33");
	HAS(entries.p[0].warnings.p[0].message, "strategy on visas");
}

static void a_duration_that_ends_before_it_starts_is_asked_about(void **state)
{
	IS(doubts(*state, "A workshop was held.", "May 2012 - April 2011"),
		"duration.end-before-start");
}

int doubt_find_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_activity_before_the_printed_start_is_asked_about),
		TEST(an_activity_after_the_printed_end_is_asked_about),
		TEST(a_plan_older_than_what_was_held_is_stale),
		TEST(an_open_action_that_is_silent_for_six_months_is_asked_about),
		TEST(plans_that_the_page_outlived_are_told_at_its_end),
		TEST(a_misspelt_month_is_mended_and_told),
		TEST(a_month_for_which_nothing_tells_the_year_is_asked_about),
		TEST(a_plan_beside_the_deed_is_stale),
		TEST(one_paper_adopted_on_two_dates_is_asked_about),
		TEST(fewer_events_than_announced_are_asked_about),
		TEST(a_paper_that_only_the_objective_names_is_asked_about),
		TEST(a_duration_that_ends_before_it_starts_is_asked_about),
	};
	return cmocka_run_group_tests_name("doubt_find", tests, NULL, NULL);
}
