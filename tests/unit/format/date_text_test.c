// SPDX-License-Identifier: EUPL-1.2
// date_text_test — the promises of format/date_text.h.
#include "format/date_text.h"

#include "check.h"
#include "tests.h"

struct written {
	const char *edtf, *en, *fr, *ar;
};

static const struct written period[] = {
	{"", "", "", ""},
	{"/..", "ongoing", "en cours", "جارية"},
	{"2012", "2012", "2012", "2012"},
	{"2012-04", "April 2012", "avril 2012", "أبريل 2012"},
	{"2012-04-24", "24 April 2012", "24 avril 2012", "24 أبريل 2012"},
	{"2010-03-01", "1 March 2010", "1er mars 2010", "1 مارس 2010"},
	{"2012-04-24/2012-04-26", "24–26 April 2012", "du 24 au 26 avril 2012",
		"من 24 إلى 26 أبريل 2012"},
	{"2012-03-01/2012-03-05", "1–5 March 2012", "du 1er au 5 mars 2012",
		"من 1 إلى 5 مارس 2012"},
	{"2010-05-31/2010-06-11", "31 May – 11 June 2010", "du 31 mai au 11 juin 2010",
		"من 31 مايو إلى 11 يونيو 2010"},
	{"2011-12-30/2012-01-02", "30 December 2011 – 2 January 2012",
		"du 30 décembre 2011 au 2 janvier 2012", "من 30 ديسمبر 2011 إلى 2 يناير 2012"},
	{"2012-03/2012-07", "March–July 2012", "mars–juillet 2012", "من مارس إلى يوليو 2012"},
	{"2012-04/2012-05", "April–May 2012", "avril–mai 2012", "من أبريل إلى مايو 2012"},
	{"2010-04/2011-10", "April 2010 – October 2011", "avril 2010 – octobre 2011",
		"من أبريل 2010 إلى أكتوبر 2011"},
	{"2010/2012", "2010–2012", "2010–2012", "من 2010 إلى 2012"},
	{"2014-01/2014-06", "first half of 2014", "premier semestre 2014",
		"النصف الأول من عام 2014"},
	{"2014-07/2014-12", "second half of 2014", "second semestre 2014",
		"النصف الثاني من عام 2014"},
	{"2016-01/2016-03", "first quarter of 2016", "premier trimestre 2016",
		"الربع الأول من عام 2016"},
	{"2016-10/2016-12", "fourth quarter of 2016", "quatrième trimestre 2016",
		"الربع الرابع من عام 2016"},
	{"2013-01/..", "January 2013 – ongoing", "janvier 2013 – en cours",
		"منذ يناير 2013، جارية"},
	{"2012/2014-03", "2012 – March 2014", "2012 – mars 2014", "من 2012 إلى مارس 2014"},
	{"2012-03-15/2012-06", "15 March 2012 – June 2012", "15 mars 2012 – juin 2012",
		"من 15 مارس 2012 إلى يونيو 2012"},
	{"2010-03/2010-03", "March 2010", "mars 2010", "مارس 2010"},
};

static void check_language(struct arena *mem, struct str code, size_t offset)
{
	for (size_t i = 0; i < sizeof period / sizeof *period; i++) {
		const char *wanted = *(const char *const *)((const char *)&period[i] + offset);
		struct period p;
		assert_true(period_parse(str_c(period[i].edtf), &p));
		struct str found = date_text_period(mem, lang_find(code), p);
		check_str(found, str_c(wanted), __FILE__, __LINE__);
	}
}

static void periods_are_written_out_in_english(void **state)
{
	check_language(*state, S("en"), offsetof(struct written, en));
}

static void periods_are_written_out_in_french(void **state)
{
	check_language(*state, S("fr"), offsetof(struct written, fr));
}

static void periods_are_written_out_in_arabic_with_western_digits(void **state)
{
	check_language(*state, S("ar"), offsetof(struct written, ar));
}

static void a_date_is_written_as_precisely_as_it_is_known(void **state)
{
	const struct lang *fr = lang_find(S("fr"));

	IS(date_text(*state, fr, (struct date){2010, 8, 1}), "1er août 2010");
	IS(date_text(*state, fr, (struct date){2010, 8, 0}), "août 2010");
	IS(date_text(*state, fr, (struct date){0}), "");
}

static void a_date_that_is_not_real_is_not_written(void **state)
{
	IS(date_text(*state, lang_find(S("en")), (struct date){2011, 13, 40}), "");
}

static void a_language_without_patterns_is_written_in_english(void **state)
{
	const struct lang other = {.code = S("qps"), .name = S("Pseudo")};

	IS(date_text(*state, &other, (struct date){2012, 4, 24}), "24 April 2012");
}

int date_text_tests(void)
{
	const struct CMUnitTest date_texts[] = {
		TEST(periods_are_written_out_in_english),
		TEST(periods_are_written_out_in_french),
		TEST(periods_are_written_out_in_arabic_with_western_digits),
		TEST(a_date_is_written_as_precisely_as_it_is_known),
		TEST(a_date_that_is_not_real_is_not_written),
		TEST(a_language_without_patterns_is_written_in_english),
	};

	return cmocka_run_group_tests(date_texts, NULL, NULL);
}
