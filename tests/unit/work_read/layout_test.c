// SPDX-License-Identifier: EUPL-1.2
// layout_test — pages of every layout: where entries begin and end, and what each is about.
#include "base/buf.h"
#include "sample.h"
#include "tests.h"
#include "work/read/read.h"

// The entries as "place phase|title|start-end", a semicolon between them; "+" for one going on.
static struct str told(struct arena *mem, struct sample_entries entries)
{
	struct buf b = buf_new(mem, 4000);

	for (size_t i = 0; i < entries.n; i++) {
		const struct entry *e = &entries.p[i];
		buf_format(&b, "%s%" PRIstr " %d|%" PRIstr "|%" PRIstr "/%" PRIstr "%s",
			i ? "; " : "", STR(e->place.text), (int)e->phase, STR(e->title.text),
			STR(date_iso(mem, e->period.start)), STR(date_iso(mem, e->period.end)),
			e->period.open ? "+" : "");
	}
	return buf_str(&b);
}

static struct str page(struct arena *mem, struct str text)
{
	return told(mem, sample_page(mem, text, NULL, NULL));
}

static struct str activities(struct arena *mem, struct str text)
{
	struct sample_entries entries = sample_page(mem, text, NULL, NULL);
	struct buf b = buf_new(mem, 4000);

	assert_int_equal(entries.n, 1);
	for (size_t i = 0; i < entries.p[0].activities.n; i++) {
		const struct entry_activity *a = &entries.p[0].activities.p[i];
		buf_format(&b, "%s%" PRIstr " %" PRIstr " %" PRIstr, i ? "; " : "", STR(a->type),
			STR(date_iso(mem, a->period.start)), STR(a->place));
	}
	return buf_str(&b);
}

static void labels_come_in_any_order_with_values_behind_or_below(void **state)
{
	IS(page(*state,
		   S("Mali: Courts\nDuration:\nMay 2010 - June 2011\nSummary: Judges were "
		     "trained.\nObjective:\nTo help.\n\nNiger II: Ports\nDuration: June "
		     "2012\nSummary:\nIt helps.\nObjective: To help.\n")),
		"Mali 0|Courts|2010-05/2011-06; Niger 2|Ports|2012-06/");
}

static void a_summary_may_stand_under_no_label(void **state)
{
	struct sample_entries entries = sample_page(*state,
		S("Mali: Courts\n\nThe courts of Mali receive many cases.\n\nDuration: May 2010\n"),
		NULL, NULL);

	assert_int_equal(entries.n, 1);
	IS(entries.p[0].summary.text, "The courts of Mali receive many cases.");
	IS(entries.p[0].title.text, "Courts");
}

static void a_value_goes_on_behind_a_comma(void **state)
{
	struct sample_entries entries = sample_page(*state,
		S("Mali: Courts\nExperts involved: Austria, Italy,\nMalta\nTime frame: May 2010 -\n"
		  "June 2011\nIt went well in all of the courts of Mali.\n"),
		NULL, NULL);

	assert_int_equal(entries.n, 1);
	assert_int_equal(entries.p[0].experts.n, 3);
	IS(date_iso(*state, entries.p[0].period.end), "2011-06");
}

static void a_heading_without_a_title_only_names_the_place(void **state)
{
	struct sample_entries entries = sample_page(
		*state, S("Benin II\nObjective: To help.\nDuration: May 2010\n"), NULL, NULL);

	assert_int_equal(entries.n, 1);
	IS(entries.p[0].heading.text, "");
	IS(entries.p[0].place.text, "Benin");
	assert_int_equal(entries.p[0].phase, 2);
	assert_int_equal(entries.p[0].place.span.certainty, CERTAINTY_STATED);
}

static void each_listed_activity_is_one(void **state)
{
	IS(activities(*state,
		   S("Zambia - Courts\n\nRequesting authority: Judiciary of Zambia\nTime frame: "
		     "March 2014 - October 2015\n\nActivity 1: Assessment mission, Lusaka, 12-14 May "
		     "2014\nActivity 2: Workshop on filing, Kitwe, 8 September 2014 + Activity 3: "
		     "study visit to Tallinn (June 2015)\n- Activity 4 - Handing over of keys-\n")),
		"assessment-mission 2014-05-12 Lusaka; workshop 2014-09-08 Kitwe; "
		"study-visit 2015-06 Tallinn; other  ");
}

static void activities_may_be_a_list_under_their_label(void **state)
{
	IS(activities(*state,
		   S("Ghana: Prisons\nDuration: January 2011\nActivities:\n1. Workshop on "
		     "registers, Kumasi, July 2011\n2. Handing over of keys\n")),
		"workshop 2011-07 Kumasi; other  ");
}

static void the_name_of_the_page_tells_the_place(void **state)
{
	struct str text = S(
		"Trade and Customs Trade and Customs\nCompleted Completed\n\nDuration: "
		"May 2016 - June 2017\n\nExperts involved: Italy\n\nTraders wait long at "
		"the border with Togo and with Nigeria.\n");
	struct sample_entries entries = sample_file(*state, S("a/88-benin-iii.txt"), text, NULL);

	IS(told(*state, entries), "Benin 3||2016-05/2017-06");
	assert_int_equal(entries.p[0].place.span.certainty, CERTAINTY_INFERRED);
	IS(entries.p[0].place.span.rule, "page.name");
	assert_int_equal(entries.p[0].warnings.n, 0);
}

static void the_address_in_a_page_tells_the_place(void **state)
{
	IS(page(*state,
		   S("<html><head><title>Actions</title><link rel=canonical "
		     "href=/en/12-ghana-ii></head><body><p>Duration: May 2010</p><p>Experts "
		     "involved: Italy</p></body></html>")),
		"Ghana 2||2010-05/");
}

static void without_a_name_who_asked_tells_the_place(void **state)
{
	struct sample_entries entries = sample_page(*state,
		S("Duration: May 2016 - June 2017\nExperts involved: Italy\n\nFrance, France and "
		  "Spain take in workers. In 2016 Tunisia requested help.\n"),
		NULL, NULL);

	IS(told(*state, entries), "Tunisia 0||2016-05/2017-06");
	assert_int_equal(entries.p[0].warnings.n, 1);
	IS(entries.p[0].warnings.p[0].rule, "place.most-named");
}

static void a_list_under_heads_is_one_action_an_item(void **state)
{
	IS(page(*state,
		   S("The Facility in the East\n\nCURRENT PROJECTS\n\n• In Moldova, a handbook "
		     "is being\nwritten.\n\n• In Georgia, staff learn to handle crises.\n\n"
		     "PROJECTS 2009 - 2020\n\n• Belarus: the conventions were looked at "
		     "there.\n\n18 Projects\n")),
		"Moldova 0||/+; Georgia 0||/+; Belarus 0||/");
}

static void a_list_without_a_head_needs_a_page_that_speaks_of_projects(void **state)
{
	IS(page(*state,
		   S("What the Facility did in the Pacific\n\n• Fiji – A workshop on ports was held "
		     "in Suva.\n• Samoa – An assessment of fisheries licences.\n")),
		"Fiji 0||/; Samoa 0||/");
}

static void items_of_news_are_no_actions(void **state)
{
	struct page_end end;
	struct sample_entries entries = sample_page(*state,
		S("Controls go on\n\n• In Germany, the government held a meeting on Friday.\n• In "
		  "France, the minister announced a conference.\n"),
		&end, NULL);

	assert_int_equal(entries.n, 0);
	assert_int_equal(end.warnings.n, 1);
	IS(end.warnings.p[0].rule, "page.unknown-layout");
}

static void items_that_head_labels_are_headings(void **state)
{
	IS(page(*state,
		   S("Our projects\n\n- Mali II: Courts and judges of the north\nDuration: May "
		     "2010\nObjective: To help.\n\n- Niger: Ports of the great river\nDuration: "
		     "May 2011\nObjective: To help.\n")),
		"Mali 2|Courts and judges of the north|2010-05/; "
		"Niger 0|Ports of the great river|2011-05/");
}

static void what_is_around_a_page_of_html_is_in_no_entry(void **state)
{
	struct sample_entries entries = sample_page(*state,
		S("<html><body><nav><ul><li>Home</li></ul></nav><div class=cookies>Duration: a year"
		  "</div><h1>Asia</h1><h3>Nepal I: Skills</h3><p><strong>Objective:</strong> To help."
		  "</p><ul><li><a href=x>Nepal II</a></li></ul><aside><p>Seminar in Mali</p></aside>"
		  "<p>To test.</p><p><b>Duration:</b> May 2010</p><h4>Results</h4><footer>"
		  "Contact</footer></body></html>"),
		NULL, NULL);

	IS(told(*state, entries), "Nepal 1|Skills|2010-05/");
	IS(entries.p[0].objective.text, "To help. To test.");
}

static void key_facts_may_stand_in_a_box_beside_the_text(void **state)
{
	IS(page(*state,
		   S("<html><body><h1>Peru: Mines</h1><aside><dl><dt>Duration</dt><dd>May 2010 - "
		     "June 2011</dd><dt>Experts involved</dt><dd>Spain</dd></dl></aside><p>The "
		     "mines of Peru are deep and old and many.</p></body></html>")),
		"Peru 0|Mines|2010-05/2011-06");
}

static void what_was_left_unread_is_told(void **state)
{
	struct page_end end;
	struct buf b = buf_new(*state, 4000);

	for (int i = 0; i < 8; i++)
		buf_add(&b, S("A long story about the history of the house is told here. "));
	buf_add(&b, S("\n\nMali: Courts\nObjective: To help.\nDuration: May 2010\n"));
	sample_page(*state, buf_str(&b), &end, NULL);
	assert_int_equal(end.entry_n, 1);
	assert_true(end.unread_share > 0.8);
	assert_int_equal(end.warnings.n, 1);
	IS(end.warnings.p[0].rule, "page.unread");
	HAS(end.warnings.p[0].message, "A long story");
}

int layout_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(labels_come_in_any_order_with_values_behind_or_below),
		TEST(a_summary_may_stand_under_no_label),
		TEST(a_value_goes_on_behind_a_comma),
		TEST(a_heading_without_a_title_only_names_the_place),
		TEST(each_listed_activity_is_one),
		TEST(activities_may_be_a_list_under_their_label),
		TEST(the_name_of_the_page_tells_the_place),
		TEST(the_address_in_a_page_tells_the_place),
		TEST(without_a_name_who_asked_tells_the_place),
		TEST(a_list_under_heads_is_one_action_an_item),
		TEST(a_list_without_a_head_needs_a_page_that_speaks_of_projects),
		TEST(items_of_news_are_no_actions),
		TEST(items_that_head_labels_are_headings),
		TEST(what_is_around_a_page_of_html_is_in_no_entry),
		TEST(key_facts_may_stand_in_a_box_beside_the_text),
		TEST(what_was_left_unread_is_told),
	};
	return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
