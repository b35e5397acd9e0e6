// SPDX-License-Identifier: EUPL-1.2
// output_find_test — which papers an action makes, under which name, and how far they have come.
#include "work/read/output_find.h"

#include "base/buf.h"
#include "sample.h"
#include "tests.h"

// The outputs that the summary tells, as "type name status date", a semicolon between them.
static struct str outputs(struct arena *mem, const char *summary, const char *duration)
{
	struct str page = str_format(mem,
		"Kenya: Document Security\n\nObjective: To help.\n\nSummary: %s\n\nDuration: %s\n",
		summary, duration);
	struct sample_entries entries = sample_page(mem, page, NULL, NULL);
	struct buf b = buf_new(mem, 4000);

	assert_int_equal(entries.n, 1);
	for (size_t i = 0; i < entries.p[0].outputs.n; i++) {
		const struct entry_output *o = &entries.p[0].outputs.p[i];
		buf_format(&b, "%s%" PRIstr " [%" PRIstr "] %" PRIstr, i ? "; " : "", STR(o->type),
			STR(o->name), STR(o->status));
		if (date_is_known(o->date))
			buf_format(&b, " %" PRIstr, STR(date_iso(mem, o->date)));
	}
	return buf_str(&b);
}

static struct str ended(struct arena *mem, const char *summary)
{
	return outputs(mem, summary, "January 2012–December 2013");
}

static struct str open_action(struct arena *mem, const char *summary)
{
	return outputs(mem, summary, "January 2012–present");
}

static void what_is_made_is_an_output_and_what_is_used_is_none(void **state)
{
	IS(ended(*state, "The experts wrote a manual on valuation."),
		"manual-or-handbook [manual on valuation] drafted");
	IS(ended(*state, "They helped with the implementation of the National Migration Policy."),
		"");
	IS(ended(*state, "A session explained how to draft a national action plan."), "");
	IS(ended(*state, "Support was given to the drafting of policy."), "");
	IS(ended(*state, "A policy dialogue was held."), "");
}

static void a_name_runs_as_far_as_its_title(void **state)
{
	IS(ended(*state, "They wrote Guidelines on the Repair of Village Wells together."),
		"guidelines [Guidelines on the Repair of Village Wells] drafted");
	IS(ended(*state, "A Roadmap for Protocol Use and Legal Reform was published."),
		"roadmap [Roadmap for Protocol Use and Legal Reform] published");
	IS(ended(*state, "The paper, “One Window”, was circulated."),
		"paper [One Window] delivered");
}

static void two_papers_of_one_phrase_are_two(void **state)
{
	IS(ended(*state, "A National Strategy and Action Plan were adopted."),
		"strategy [National Strategy] adopted; action-plan [Action Plan] adopted");
	IS(ended(*state, "The result came out was a policy on asylum, and an action plan."),
		"policy [policy on asylum] drafted; action-plan [action plan] unknown");
}

static void the_furthest_stage_counts(void **state)
{
	IS(ended(*state, "A checklist was drawn up on the last day and handed over to the staff."),
		"other [checklist] delivered");
	IS(ended(*state, "They drafted a Border Strategy. The strategy was endorsed in May 2013."),
		"strategy [Border Strategy] adopted 2013-05");
	IS(ended(*state,
		   "They drafted a Border Strategy. A meeting was held on 3 May 2013, where the "
		   "strategy was presented."),
		"strategy [Border Strategy] presented 2013-05-03");
	IS(ended(*state, "They drafted a Border Strategy before the adoption of the strategy."),
		"strategy [Border Strategy] drafted");
}

static void work_on_a_paper_is_under_way_or_planned(void **state)
{
	IS(open_action(*state, "A leaflet is being prepared."), "other [leaflet] under-way");
	IS(open_action(*state, "A workshop to present a proposal on data will be held."),
		"other [proposal on data] planned");
	IS(ended(*state, "The experts supported the drafting of a curriculum."),
		"curriculum [curriculum] unknown");
}

static void a_further_mention_is_no_further_output(void **state)
{
	IS(ended(*state, "They wrote a Pre-departure Handbook. The handbook was published."),
		"manual-or-handbook [Pre-departure Handbook] published");
	IS(ended(*state, "They wrote Standard Operating Procedures (SOPs)."),
		"manual-or-handbook [Standard Operating Procedures] drafted");
	IS(ended(*state, "New legislation on asylum was drafted. An Asylum Law was adopted."),
		"law [Asylum Law] adopted");
}

static void a_study_is_a_paper_once_it_is_published(void **state)
{
	IS(ended(*state, "A study of wages was completed."), "");
	IS(ended(*state, "The study on the wages of dockers was published."),
		"report [study on the wages of dockers] published");
}

static void what_was_written_is_a_paper_whatever_its_noun(void **state)
{
	IS(ended(*state, "The experts compiled a gallery of forged seals."),
		"other [gallery of forged seals] drafted");
	IS(ended(*state, "A single tide chart was drawn up."), "other [tide chart] drafted");
	IS(ended(*state, "They drew up a boat."), "other [boat] drafted");
	IS(ended(*state, "They met a boat."), "");
	IS(ended(*state, "A mission to map their needs was sent to them."), "");
	IS(ended(*state, "There was no report that they published."), "");
}

static void a_stage_told_behind_and_counts(void **state)
{
	IS(ended(*state,
		   "A Roadmap for Ferries was drawn up and, in May 2013, endorsed by the board."),
		"roadmap [Roadmap for Ferries] adopted 2013-05");
	IS(ended(*state, "They analysed the forms of four ports and drew up a guide."),
		"manual-or-handbook [guide] drafted");
}

static void what_was_designed_is_made_and_not_a_purpose(void **state)
{
	IS(ended(*state, "A questionnaire has been designed but not yet sent out."),
		"questionnaire [questionnaire] drafted");
	IS(ended(*state, "The Bill on Ferries, amended with their help, became law."),
		"law [Bill on Ferries] adopted");
}

static void without_a_duration_the_tense_tells_how_far_it_is(void **state)
{
	IS(outputs(*state, "Guidelines for loggers are in preparation.", ""),
		"guidelines [Guidelines for loggers] under-way");
	IS(outputs(*state, "They supported the drafting of a curriculum.", ""),
		"curriculum [curriculum] unknown");
}

static void a_word_of_making_in_a_title_is_of_the_name(void **state)
{
	IS(ended(*state, "A Skills Testing Manual was written."),
		"manual-or-handbook [Skills Testing Manual] drafted");
	IS(ended(*state, "They wrote a Ranger's Handbook."),
		"manual-or-handbook [Ranger's Handbook] drafted");
}

int output_find_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_made_is_an_output_and_what_is_used_is_none),
		TEST(a_name_runs_as_far_as_its_title),
		TEST(two_papers_of_one_phrase_are_two),
		TEST(the_furthest_stage_counts),
		TEST(work_on_a_paper_is_under_way_or_planned),
		TEST(a_further_mention_is_no_further_output),
		TEST(a_study_is_a_paper_once_it_is_published),
		TEST(what_was_written_is_a_paper_whatever_its_noun),
		TEST(a_stage_told_behind_and_counts),
		TEST(what_was_designed_is_made_and_not_a_purpose),
		TEST(without_a_duration_the_tense_tells_how_far_it_is),
		TEST(a_word_of_making_in_a_title_is_of_the_name),
	};
	return cmocka_run_group_tests_name("output_find", tests, NULL, NULL);
}
