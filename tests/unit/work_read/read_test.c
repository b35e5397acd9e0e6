// SPDX-License-Identifier: EUPL-1.2
// read_test — whole pages in, entries out: fields, activities, experts, spans, refusals.
#include "work/read/read.h"

#include "base/buf.h"
#include "sample.h"
#include "tests.h"

static struct str experts(struct arena *mem, const char *summary)
{
	struct entry e = sample_entry(mem, summary, "January 2012–December 2013");
	struct buf b = buf_new(mem, 4000);

	for (size_t i = 0; i < e.experts.n; i++)
		buf_format(&b, "%s%" PRIstr " %" PRIstr, i ? "; " : "",
			STR(e.experts.p[i].iso2.n ? e.experts.p[i].iso2 : S("--")),
			STR(e.experts.p[i].kind));
	return buf_str(&b);
}

static void the_fields_stand_under_their_labels(void **state)
{
	struct sample_entries entries = sample_page(*state,
		S("Africa\n\nTogo I: Work\n\nObjective: One.\nSummary:\nTwo.\n\nThree.\n\nDuration:\n"
		  "May 2010\n\nMali: Borders\nDuration: 2011\nSummary: Four.\nObjective: Five.\n"),
		NULL, NULL);

	assert_int_equal(entries.n, 2);
	IS(entries.p[0].objective.text, "One.");
	IS(entries.p[0].summary.text, "Two. Three.");
	IS(entries.p[0].duration_raw.text, "May 2010");
	assert_int_equal(entries.p[0].phase, 1);
	IS(entries.p[1].place.text, "Mali");
	IS(entries.p[1].objective.text, "Five.");
	IS(entries.p[1].summary.text, "Four.");
}

static void a_span_names_the_bytes_of_the_file(void **state)
{
	struct str page = S("<h2>C&ocirc;te d&rsquo;Ivoire: Work</h2><p><b>Objective:</b> Help "
			    "<i>them</i>.</p><p>Duration: May 2010</p>");
	struct sample_entries entries = sample_page(*state, page, NULL, NULL);

	assert_int_equal(entries.n, 1);
	struct entry *e = &entries.p[0];
	IS(e->place.text, "Côte d’Ivoire");
	IS(str_sub(page, e->place.span.offset, e->place.span.offset + e->place.span.length),
		"C&ocirc;te d&rsquo;Ivoire");
	IS(e->objective.text, "Help them.");
	IS(e->iso2, "CI");
}

static void experts_are_counted_by_country_and_kind(void **state)
{
	IS(experts(*state,
		   "Experts from the Dutch, Finnish and French national administrations and a "
		   "private consultant were deployed."),
		"NL national-administration; FI national-administration; FR "
		"national-administration; -- private-consultant");
	IS(experts(*state,
		   "The experts came from Lithuania, the Netherlands and Austria. Experts from "
		   "Lithuania, the Netherlands and Austria were deployed."),
		"LT unspecified; NL unspecified; AT unspecified");
	IS(experts(*state,
		   "An expert from Portugal and one from Cabo Verde and a Senegalese expert were "
		   "deployed, and ICMPD also provided expertise."),
		"PT unspecified; CV unspecified; SN unspecified; -- agency");
}

static void experts_may_be_told_by_who_lent_them(void **state)
{
	IS(experts(*state, "The experts came from Sweden, the Netherlands and Austria."),
		"SE unspecified; NL unspecified; AT unspecified");
	IS(experts(*state, "Experts were lent by Poland and Latvia."),
		"PL unspecified; LV unspecified");
	IS(experts(*state, "Italy and Spain each sent an expert."),
		"IT unspecified; ES unspecified");
	IS(experts(*state, "France sent the experts: a public official and one from an NGO."),
		"FR national-administration; FR ngo");
	IS(experts(*state, "It worked with experts of the French national administration."),
		"FR national-administration");
	IS(experts(*state, "Experts from the EU, sent by the United Kingdom Home Office, advised."),
		"GB national-administration");
	IS(experts(*state, "An expert from Portugal and another from Cabo Verde took part."),
		"PT unspecified; CV unspecified");
}

static void who_meets_experts_lends_none(void **state)
{
	IS(experts(*state,
		   "The experts were met by Poland. Kenya provided the experts with data. The "
		   "experts trained staff of the Slovenian Border Police."),
		"");
}

static void officials_who_attend_are_no_experts(void **state)
{
	IS(experts(*state, "French officials and Kenyan ministries met the experts."), "");
}

static void a_misprinted_year_agrees_with_the_activities(void **state)
{
	struct entry e = sample_entry(
		*state, "A workshop was held in November 2011.", "September 20112–April 2013");

	assert_int_equal(e.period.start.year, 2011);
	assert_true(e.duration_damaged && e.duration_ambiguous);
	assert_int_equal(e.warnings.n, 1);
	IS(e.warnings.p[0].rule, "R03");
	HAS(e.warnings.p[0].message, "20112");
}

static void a_repair_is_told_with_its_place(void **state)
{
	struct str page = S("Mali: X\nObjective: Y.\nDuration: May 2010June 2011\n");
	struct sample_entries entries = sample_page(*state, page, NULL, NULL);

	assert_int_equal(entries.n, 1);
	assert_int_equal(entries.p[0].warnings.n, 1);
	const struct finding *w = &entries.p[0].warnings.p[0];
	IS(w->rule, "R01");
	IS(str_sub(page, w->offset, w->offset + w->length), "May 2010June 2011");
}

static void one_damage_is_told_once(void **state)
{
	struct entry e = sample_entry(*state,
		"A consultation of officers, and a workshop on visas, were held from 1416 March "
		"2012.",
		"January 2012–December 2013");

	assert_int_equal(e.activities.n, 2);
	assert_int_equal(e.warnings.n, 1);
	IS(e.warnings.p[0].rule, "R02");
}

static void the_page_ends_with_downloads_and_funder(void **state)
{
	struct page_end end;

	sample_page(*state,
		S("West Africa\n\nMali: X\nObjective: Y.\nDuration: May 2010\n\nDownloads\n\nYear Book "
		  "en fr Info Note: ar en\n\nThis project is funded by the European Union\n"),
		&end, NULL);
	assert_int_equal(end.downloads.n, 2);
	IS(end.downloads.p[0].title, "Year Book");
	IS(end.downloads.p[1].title, "Info Note");
	assert_int_equal(end.downloads.p[1].languages.n, 2);
	IS(end.funder.text, "European Union");
	IS(end.region, "west-africa");
}

static void downloads_without_end_are_cut_and_told_once(void **state)
{
	struct buf b = buf_new(*state, 1024 * 1024);
	struct page_end end;

	buf_add(&b,
		S("West Africa\n\nMali: X\nObjective: Y.\nDuration: May 2010\n\nDownloads\n\n"));
	for (int i = 0; i < 5000; i++)
		buf_add(&b, S("Year Book en fr\n"));
	sample_page(*state, buf_str(&b), &end, NULL);
	assert_int_equal(end.downloads.n, 4096);
	assert_int_equal(end.warnings.n, 1);
	IS(end.warnings.p[0].rule, "page.downloads");
}

static void a_page_without_entries_is_no_failure(void **state)
{
	struct page_end end;
	struct err err;

	assert_int_equal(sample_page(*state, S("Just prose.\n"), &end, &err).n, 0);
	assert_int_equal(end.entry_n, 0);
	assert_int_equal(err.kind, ERR_NONE);
}

static void no_text_is_refused(void **state)
{
	struct err err;

	sample_page(*state, S("\0\1\2\3\4\5"), NULL, &err);
	assert_int_equal(err.kind, ERR_INPUT);
	IS(str_c(err.where), "page");
}

int read_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_fields_stand_under_their_labels),
		TEST(a_span_names_the_bytes_of_the_file),
		TEST(experts_are_counted_by_country_and_kind),
		TEST(experts_may_be_told_by_who_lent_them),
		TEST(who_meets_experts_lends_none),
		TEST(officials_who_attend_are_no_experts),
		TEST(a_misprinted_year_agrees_with_the_activities),
		TEST(a_repair_is_told_with_its_place),
		TEST(one_damage_is_told_once),
		TEST(the_page_ends_with_downloads_and_funder),
		TEST(downloads_without_end_are_cut_and_told_once),
		TEST(a_page_without_entries_is_no_failure),
		TEST(no_text_is_refused),
	};
	return cmocka_run_group_tests_name("read", tests, NULL, NULL);
}
