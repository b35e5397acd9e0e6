// SPDX-License-Identifier: EUPL-1.2
// date_test — the promises of base/date.h.
#include "base/date.h"

#include "check.h"
#include "tests.h"

static struct date date(const char *text)
{
	struct date d;

	assert_true(date_parse(str_c(text), &d));
	return d;
}

static struct period period(const char *text)
{
	struct period p;

	assert_true(period_parse(str_c(text), &p));
	return p;
}

static void a_date_is_as_precise_as_its_text(void **state)
{
	struct date d = date("2012-04-24");

	(void)state;
	assert_true(d.year == 2012 && d.month == 4 && d.day == 24);
	d = date("2012-04");
	assert_true(d.year == 2012 && d.month == 4 && d.day == 0);
	d = date("2012");
	assert_true(d.year == 2012 && d.month == 0 && d.day == 0);
	assert_false(date_is_known(date("")));
}

static void what_is_read_is_written_the_same(void **state)
{
	IS(date_iso(*state, date("2012-04-24")), "2012-04-24");
	IS(date_iso(*state, date("2012-04")), "2012-04");
	IS(date_iso(*state, date("0033")), "0033");
	IS(date_iso(*state, date("")), "");
}

static void other_spellings_of_a_date_are_refused(void **state)
{
	static const char *const bad[] = {"12", "2012-4", "2012-04-4", "2012/04", "24.04.2012",
		"2012-04-24T", "2012-00", "2012-01-00", "2012-13", "2011-02-29", "0000", "2012-",
		"abcd", "2o12", " 2012", "20112", "2012-04-31", "2012-04x24"};
	struct date d = {1, 2, 3};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(date_parse(str_c(bad[i]), &d));
	assert_true(d.year == 1 && d.month == 2 && d.day == 3);
}

static void leap_days_exist_in_leap_years_only(void **state)
{
	(void)state;
	assert_true(date_is_real((struct date){2012, 2, 29}));
	assert_true(date_is_real((struct date){2000, 2, 29}));
	assert_false(date_is_real((struct date){2011, 2, 29}));
	assert_false(date_is_real((struct date){1900, 2, 29}));
}

static void dates_without_sense_are_not_real(void **state)
{
	(void)state;
	assert_false(date_is_real((struct date){0}));
	assert_false(date_is_real((struct date){2012, 0, 5}));
	assert_false(date_is_real((struct date){10000, 1, 1}));
	assert_false(date_is_real((struct date){2012, -1, 0}));
	assert_false(date_is_real((struct date){-5, 1, 1}));
}

static void known_days_have_known_numbers(void **state)
{
	(void)state;
	assert_int_equal(date_first_day(date("1970-01-01")), 0);
	assert_int_equal(date_first_day(date("1970")), 0);
	assert_int_equal(date_last_day(date("1970")), 364);
	assert_int_equal(date_first_day(date("2000-02-29")), 11016);
	assert_int_equal(date_last_day(date("2000-02")), 11016);
	assert_int_equal(date_first_day(date("1969-12-31")), -1);
	assert_int_equal(date_first_day(date("0001-01-01")), -719162);
	assert_int_equal(date_first_day(date("9999-12-31")), 2932896);
}

static void every_day_number_leads_back_to_itself(void **state)
{
	(void)state;
	for (int32_t day = -719162; day <= 2932896; day++) {
		struct date d = date_of_day(day);
		if (date_first_day(d) != day || !date_is_real(d))
			fail_msg("day %d is not itself again", (int)day);
	}
	assert_false(date_is_known(date_of_day(-719163)));
	assert_false(date_is_known(date_of_day(2932897)));
}

static void the_less_precise_of_equal_dates_comes_first(void **state)
{
	(void)state;
	assert_true(date_cmp(date("2012"), date("2012-01")) < 0);
	assert_true(date_cmp(date("2012-01-01"), date("2012-01")) > 0);
	assert_true(date_cmp(date("2012-02"), date("2012-01-31")) > 0);
	assert_true(date_cmp(date(""), date("0001")) < 0);
	assert_int_equal(date_cmp(date("2012-01"), date("2012-01")), 0);
	assert_int_equal(date_cmp(date(""), date("")), 0);
}

static void every_form_of_period_is_read_and_written(void **state)
{
	static const char *const good[] = {"", "2010-03", "2012", "2012-04-24/2012-04-26",
		"2014-01/2014-06", "2013-01/..", "2009-09/2011-07-31", "/..", "/2012"};

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct str text = period_edtf(*state, period(good[i]));
		assert_string_equal(text.p, good[i]);
	}
	assert_true(period("2013-01/..").open);
	assert_false(date_is_known(period("2010-03").end));
	assert_false(period_is_known(period("")));
}

static void half_a_period_is_refused(void **state)
{
	static const char *const bad[] = {"/", "2012/", "../2012", "..", "2012/...",
		"2012/2013/2014", "2012-04-24/26", "2012/..2013"};
	struct period p = {.open = true};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(period_parse(str_c(bad[i]), &p));
	assert_true(p.open);
}

static void an_end_before_the_start_is_read_as_it_stands(void **state)
{
	IS(period_edtf(*state, period("2012-05/2012-04")), "2012-05/2012-04");
}

static void an_open_period_ends_at_the_day_asked_about(void **state)
{
	struct period open = period("2013-01/..");

	(void)state;
	assert_int_equal(
		period_last_day(open, date("2016-03")), date_first_day(date("2016-03-31")));
	assert_int_equal(period_last_day(open, date("2012")), date_first_day(date("2013-01-01")));
	assert_int_equal(period_last_day(open, date("")), date_first_day(date("2013-01-01")));
	assert_int_equal(period_last_day(period("2010-03"), date("2016-03")),
		date_first_day(date("2010-03-31")));
	assert_int_equal(period_first_day(period("2010/2011")), date_first_day(date("2010-01-01")));
}

static void months_are_counted_with_both_ends(void **state)
{
	struct date as_of = date("2016-03");

	(void)state;
	assert_int_equal(period_months(period("2010-03"), as_of), 1);
	assert_int_equal(period_months(period("2010-03/2010-03"), as_of), 1);
	assert_int_equal(period_months(period("2014-01/2014-06"), as_of), 6);
	assert_int_equal(period_months(period("2009-09/2011-07"), as_of), 23);
	assert_int_equal(period_months(period("2012"), as_of), 12);
	assert_int_equal(period_months(period("2012-04-30/2012-05-01"), as_of), 2);
	assert_int_equal(period_months(period("2015-12/.."), as_of), 4);
	assert_int_equal(period_months(period("2012-05/2012-04"), as_of), 0);
	assert_int_equal(period_months(period(""), as_of), 0);
}

static void a_member_out_of_range_is_still_written_in_bounds(void **state)
{
	IS(date_iso(*state, (struct date){2000000000, 2000000000, 2000000000}), "9999-99-99");
	IS(date_iso(*state, (struct date){-5, 1, 1}), "");
}

int date_tests(void)
{
	const struct CMUnitTest dates[] = {
		TEST(a_date_is_as_precise_as_its_text),
		TEST(what_is_read_is_written_the_same),
		TEST(other_spellings_of_a_date_are_refused),
		TEST(leap_days_exist_in_leap_years_only),
		TEST(dates_without_sense_are_not_real),
		TEST(known_days_have_known_numbers),
		TEST(every_day_number_leads_back_to_itself),
		TEST(the_less_precise_of_equal_dates_comes_first),
		TEST(every_form_of_period_is_read_and_written),
		TEST(half_a_period_is_refused),
		TEST(an_end_before_the_start_is_read_as_it_stands),
		TEST(an_open_period_ends_at_the_day_asked_about),
		TEST(months_are_counted_with_both_ends),
		TEST(a_member_out_of_range_is_still_written_in_bounds),
	};

	return cmocka_run_group_tests(dates, NULL, NULL);
}
