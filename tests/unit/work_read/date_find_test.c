// SPDX-License-Identifier: EUPL-1.2
// date_find_test — every way in which a page writes, or loses, a date.
#include "work/read/date_find.h"

#include "base/buf.h"
#include "sample.h"
#include "tests.h"

// A duration as "START/END RULE", with '?' when it is ambiguous; "none" when nothing was read.
static struct str duration_in(struct arena *mem, enum tongue tongue, struct str text)
{
	struct tokens tokens = sample_tokens(mem, text);
	struct date_hit hit;

	lexicon_speak(&tokens, tongue);
	if (!date_duration(&tokens, 0, tokens.n, &hit))
		return S("none");
	return str_format(mem, "%" PRIstr " %" PRIstr "%s", STR(period_edtf(mem, hit.period)),
		STR(hit.rule), hit.ambiguous ? "?" : "");
}

static struct str duration(struct arena *mem, struct str text)
{
	return duration_in(mem, TONGUE_EN, text);
}

// All dates of running text, a blank between them.
static struct str dates(struct arena *mem, struct str text)
{
	struct tokens tokens = sample_tokens(mem, text);
	struct date_hits hits = date_find_all(mem, &tokens, 0, tokens.n);
	struct buf b = buf_new(mem, 1000);

	for (size_t i = 0; i < hits.n; i++) {
		if (i)
			buf_add_char(&b, ' ');
		if (hits.p[i].needs_year)
			buf_format(&b, "?-%02d", hits.p[i].period.start.month);
		else
			buf_add(&b, period_edtf(mem, hits.p[i].period));
	}
	return buf_str(&b);
}

static void any_dash_makes_a_range(void **state)
{
	IS(duration(*state, S("July 2012–July 2013")), "2012-07/2013-07 date");
	IS(duration(*state, S("March 2012-November 2015")), "2012-03/2015-11 date");
	IS(duration(*state, S("April 2015 - April 2020")), "2015-04/2020-04 date");
	IS(duration(*state, S("from January 2012 to March 2013")), "2012-01/2013-03 date");
	IS(duration(*state, S("2009 — 2011")), "2009/2011 date");
}

static void a_dash_lost_between_two_dates_is_put_back(void **state)
{
	IS(duration(*state, S("September 2009July 2011")), "2009-09/2011-07 R01");
	IS(duration(*state, S("20092011")), "2009/2011 R01");
	IS(duration(*state, S("January 2013present")), "2013-01/.. R01");
}

static void present_is_open_whatever_stands_before_it(void **state)
{
	IS(duration(*state, S("March 2015- present")), "2015-03/.. date");
	IS(duration(*state, S("November 2015 - present")), "2015-11/.. date");
	IS(duration(*state, S("April 2015 – Present")), "2015-04/.. date");
	IS(duration(*state, S("May 2012 to date")), "2012-05/.. date");
	IS(duration(*state, S("since January 2013")), "2013-01/.. date");
}

static void a_dash_lost_between_two_days_is_put_back(void **state)
{
	IS(duration(*state, S("1112 March 2010")), "2010-03-11/2010-03-12 R02");
	IS(duration(*state, S("710 May 2012")), "2012-05-07/2012-05-10 R02");
	IS(duration(*state, S("46 October 2011")), "2011-10-04/2011-10-06 R02");
	IS(duration(*state, S("2426 April 2012")), "2012-04-24/2012-04-26 R02");
	IS(duration(*state, S("31 May11 June 2010")), "2010-05-31/2010-06-11 R02");
}

static void days_with_their_dash_need_no_repair(void **state)
{
	IS(duration(*state, S("16-20 May 2011")), "2011-05-16/2011-05-20 date");
	IS(duration(*state, S("16 to 20 May 2011")), "2011-05-16/2011-05-20 date");
	IS(duration(*state, S("28 February - 2 March 2012")), "2012-02-28/2012-03-02 date");
	IS(duration(*state, S("April 24-26, 2012")), "2012-04-24/2012-04-26 date");
	IS(duration(*state, S("10 December 2012")), "2012-12-10 date");
	IS(duration(*state, S("2nd of May 2014")), "2014-05-02 date");
}

static void two_digits_that_may_be_two_days_keep_the_plain_reading(void **state)
{
	IS(duration(*state, S("12 March 2010")), "2010-03-12 date?");
	IS(duration(*state, S("23 April 2012")), "2012-04-23 date?");
}

static void a_day_that_no_calendar_has_is_two_days(void **state)
{
	IS(duration(*state, S("29 February 2010")), "2010-02-02/2010-02-09 R02");
	IS(duration(*state, S("29 February 2012")), "2012-02-29 date?");
}

static void a_year_of_five_digits_has_candidates(void **state)
{
	(void)state;
	int years[YEAR_CANDIDATE_MAX];

	assert_int_equal(date_year_candidates(20112, years), 2);
	assert_int_equal(years[0], 2011);
	assert_int_equal(years[1], 2012);
	assert_int_equal(date_year_candidates(99999, years), 0);
}

static void halves_quarters_and_edges_are_as_precise_as_the_text(void **state)
{
	IS(dates(*state, S("in the first half of 2014")), "2014-01/2014-06");
	IS(dates(*state, S("the second quarter of 2016")), "2016-04/2016-06");
	IS(dates(*state, S("at the end of October 2011")), "2011-10");
	IS(dates(*state, S("planned for early 2016")), "2016");
	IS(duration(*state, S("July 2017 - early 2019")), "2017-07/2019 date");
}

static void months_that_share_a_year_are_dates_of_their_own(void **state)
{
	IS(dates(*state, S("in September and November 2011, respectively")), "2011-09 2011-11");
	IS(dates(*state, S("in March and June 2014 and in February 2015")),
		"2014-03 2014-06 2015-02");
}

static void a_month_without_year_waits_for_one(void **state)
{
	IS(dates(*state, S("took place in December, and was followed")), "?-12");
	IS(dates(*state, S("it may begin and march on")), "");
}

static void a_bare_number_is_no_date(void **state)
{
	IS(dates(*state, S("the 1997 Law, 15 out of 19 states, 2009")), "");
}

static void dates_are_read_in_six_languages(void **state)
{
	IS(duration_in(*state, TONGUE_FR, S("août 2016 - juin 2019")), "2016-08/2019-06 date");
	IS(duration_in(*state, TONGUE_FR, S("du 12 au 14 mars 2010")),
		"2010-03-12/2010-03-14 date");
	IS(duration_in(*state, TONGUE_ES, S("marzo de 2010 – mayo de 2011")),
		"2010-03/2011-05 date");
	IS(duration_in(*state, TONGUE_PT, S("março de 2010 a maio de 2011")),
		"2010-03/2011-05 date");
	IS(duration_in(*state, TONGUE_RU, S("март 2010 г. – май 2011 г.")), "2010-03/2011-05 date");
	IS(duration_in(*state, TONGUE_AR, S("مارس 2010 - مايو 2011")), "2010-03/2011-05 date");
	IS(duration_in(*state, TONGUE_FR, S("janvier 2013 - en cours")), "2013-01/.. date");
}

static void numbers_alone_are_dates_in_their_known_orders(void **state)
{
	IS(duration(*state, S("2010-03-12")), "2010-03-12 date");
	IS(duration(*state, S("14.03.2010")), "2010-03-14 date");
	IS(duration(*state, S("04/03/2010")), "2010-03-04 date?");
}

static void an_end_before_its_start_is_no_range(void **state)
{
	IS(duration(*state, S("May 2012 - April 2011")), "2012-05 date");
}

static void a_short_word_of_another_language_is_no_part_of_a_date(void **state)
{
	IS(dates(*state, S("In January 2012 a data bank opened.")), "2012-01");
	IS(dates(*state, S("The teams carried out 2012 checks, and set 2012 aims.")), "");
	IS(dates(*state, S("The final 2012 report, at the end of 2012.")), "2012");
}

static void what_is_told_from_another_date_needs_one(void **state)
{
	struct tokens tokens = sample_tokens(*state, S("A visit followed in the same month."));
	struct date_hits hits = date_find_all(*state, &tokens, 0, tokens.n);

	assert_int_equal(hits.n, 1);
	date_resolve(&hits, 0);
	assert_int_equal(hits.n, 0);
}

int date_find_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(any_dash_makes_a_range),
		TEST(a_dash_lost_between_two_dates_is_put_back),
		TEST(present_is_open_whatever_stands_before_it),
		TEST(a_dash_lost_between_two_days_is_put_back),
		TEST(days_with_their_dash_need_no_repair),
		TEST(two_digits_that_may_be_two_days_keep_the_plain_reading),
		TEST(a_day_that_no_calendar_has_is_two_days),
		TEST(a_year_of_five_digits_has_candidates),
		TEST(halves_quarters_and_edges_are_as_precise_as_the_text),
		TEST(months_that_share_a_year_are_dates_of_their_own),
		TEST(a_month_without_year_waits_for_one),
		TEST(a_bare_number_is_no_date),
		TEST(dates_are_read_in_six_languages),
		TEST(numbers_alone_are_dates_in_their_known_orders),
		TEST(an_end_before_its_start_is_no_range),
		TEST(a_short_word_of_another_language_is_no_part_of_a_date),
		TEST(what_is_told_from_another_date_needs_one),
	};
	return cmocka_run_group_tests_name("date_find", tests, NULL, NULL);
}
