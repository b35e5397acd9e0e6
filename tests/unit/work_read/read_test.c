// SPDX-License-Identifier: EUPL-1.2
// read_test — whole pages in, entries out: fields, activities, experts, spans, refusals.
#include "work/read/read.h"

#include "base/buf.h"
#include "sample.h"
#include "tests.h"

// One entry about Kenya with this summary and duration.
static struct entry kenya(struct arena *mem, const char *summary, const char *duration)
{
	struct str page = str_format(mem,
		"Kenya: Document Security\n\nObjective: To help.\n\nSummary: %s\n\nDuration: %s\n",
		summary, duration);
	struct sample_entries entries = sample_page(mem, page, NULL, NULL);

	assert_int_equal(entries.n, 1);
	return entries.p[0];
}

// Its activities as "type start status place count", a semicolon between them.
static struct str activities(struct arena *mem, const char *summary)
{
	struct entry e = kenya(mem, summary, "January 2012–December 2013");
	struct buf b = buf_new(mem, 4000);

	for (size_t i = 0; i < e.activities.n; i++) {
		const struct entry_activity *a = &e.activities.p[i];
		buf_format(&b, "%s%" PRIstr " %" PRIstr " %s", i ? "; " : "", STR(a->type),
			STR(date_iso(mem, a->period.start)), a->is_planned ? "planned" : "held");
		if (a->place.n)
			buf_format(&b, " %" PRIstr, STR(a->place));
		if (a->count > 1)
			buf_format(&b, " x%d", (int)a->count);
	}
	return buf_str(&b);
}

static struct str experts(struct arena *mem, const char *summary)
{
	struct entry e = kenya(mem, summary, "January 2012–December 2013");
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

static void an_event_takes_the_date_beside_it(void **state)
{
	IS(activities(*state,
		   "In March 2012, a seminar on visas was held in Nairobi. It was followed "
		   "by a workshop in May 2012."),
		"seminar 2012-03 held Nairobi; workshop 2012-05 held");
}

static void one_event_for_each_of_its_dates(void **state)
{
	IS(activities(*state,
		   "Two workshops on visas took place in June and July 2012, respectively."),
		"workshop 2012-06 held; workshop 2012-07 held");
}

static void a_study_visit_of_two_places_is_two(void **state)
{
	IS(activities(*state,
		   "A study visit took officers to centres in France from 2427 April 2012 "
		   "and in Belgium from 710 May 2012."),
		"study-visit 2012-04-24 held France; study-visit 2012-05-07 held Belgium");
}

static void a_place_behind_a_date_is_of_that_date(void **state)
{
	IS(activities(*state,
		   "The last step was a study visit: officers saw centres, from 2427 April 2012 in "
		   "France and from 710 May 2012 in Belgium."),
		"study-visit 2012-04-24 held France; study-visit 2012-05-07 held Belgium");
	IS(activities(*state,
		   "A study visit took officers to centres in France from 2427 April 2012, and "
		   "from 710 May 2012 in Belgium."),
		"study-visit 2012-04-24 held France; study-visit 2012-05-07 held Belgium");
}

static void what_is_told_closer_is_one_event(void **state)
{
	IS(activities(*state,
		   "Experts gave two weeks of training, a training session on document fraud, in "
		   "Dakar in November 2011."),
		"training 2011-11 held Dakar");
	IS(activities(*state,
		   "In May 2012 there was a study visit to Morocco: an exchange on remittances."),
		"study-visit 2012-05 held Morocco");
	IS(activities(
		   *state, "One more workshop, the final activity, will be organised in May 2013."),
		"workshop 2013-05 planned");
	IS(activities(*state,
		   "Two activities served this: in June 2012 a seminar on visas, in July 2012 a "
		   "workshop on visas."),
		"seminar 2012-06 held; workshop 2012-07 held");
}

static void dates_before_an_event_make_one_for_each(void **state)
{
	IS(activities(*state, "In September and November 2012 two seminars on visas were held."),
		"seminar 2012-09 held; seminar 2012-11 held");
}

static void an_event_behind_a_purpose_is_held(void **state)
{
	IS(activities(*state,
		   "In May 2012, so that all be heard, a seminar on visas was held in Nakuru."),
		"seminar 2012-05 held Nakuru");
	IS(activities(
		   *state, "The plan was shown to officers in May 2012, at a workshop on visas."),
		"workshop 2012-05 held");
}

static void the_tense_of_a_clause_within_is_not_the_events(void **state)
{
	IS(activities(*state,
		   "The last activity was held in May 2012: a workshop on a plan by which the law "
		   "is to be carried out."),
		"workshop 2012-05 held");
}

static void it_is_the_event_told_last(void **state)
{
	IS(activities(*state, "A workshop dealt with visas; it was held 2426 April 2012."),
		"workshop 2012-04-24 held");
}

static void tense_tells_what_is_planned(void **state)
{
	IS(activities(*state,
		   "A mission to assess needs took place in June 2012 and will be followed by "
		   "two other seminars."),
		"assessment-mission 2012-06 held; seminar  planned x2");
	IS(activities(
		   *state, "A workshop will be held, followed by an information session on visas."),
		"workshop  planned; information-session  planned");
}

static void what_points_back_is_no_new_event(void **state)
{
	IS(activities(*state,
		   "A workshop was held in May 2012. This workshop gathered officers. The "
		   "workshop was a success."),
		"workshop 2012-05 held");
}

static void what_is_only_aimed_at_is_no_event(void **state)
{
	IS(activities(*state, "A seminar was held in May 2012 in order to prepare a workshop."),
		"seminar 2012-05 held");
}

static void training_of_trainers_wins_over_its_form(void **state)
{
	IS(activities(*state, "A training of trainers workshop was held in May 2012."),
		"training-of-trainers 2012-05 held");
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
	struct entry e = kenya(
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
	struct entry e = kenya(*state,
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
		TEST(an_event_takes_the_date_beside_it),
		TEST(one_event_for_each_of_its_dates),
		TEST(a_study_visit_of_two_places_is_two),
		TEST(a_place_behind_a_date_is_of_that_date),
		TEST(what_is_told_closer_is_one_event),
		TEST(dates_before_an_event_make_one_for_each),
		TEST(an_event_behind_a_purpose_is_held),
		TEST(the_tense_of_a_clause_within_is_not_the_events),
		TEST(it_is_the_event_told_last),
		TEST(tense_tells_what_is_planned),
		TEST(what_points_back_is_no_new_event),
		TEST(what_is_only_aimed_at_is_no_event),
		TEST(training_of_trainers_wins_over_its_form),
		TEST(experts_are_counted_by_country_and_kind),
		TEST(experts_may_be_told_by_who_lent_them),
		TEST(who_meets_experts_lends_none),
		TEST(officials_who_attend_are_no_experts),
		TEST(a_misprinted_year_agrees_with_the_activities),
		TEST(a_repair_is_told_with_its_place),
		TEST(one_damage_is_told_once),
		TEST(the_page_ends_with_downloads_and_funder),
		TEST(a_page_without_entries_is_no_failure),
		TEST(no_text_is_refused),
	};
	return cmocka_run_group_tests_name("read", tests, NULL, NULL);
}
