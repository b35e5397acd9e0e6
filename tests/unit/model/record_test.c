// SPDX-License-Identifier: EUPL-1.2
// record_test — the promises of model/record.h.
#include "model/record.h"

#include "check.h"
#include "model/kind_list.h"
#include "tests.h"

static struct record output_new(struct arena *mem)
{
	struct record r = record_new(&kind_output);

	assert_true(record_set(mem, &r, S("name.en"), S("National Migration Policy")));
	assert_true(record_set(mem, &r, S("type"), S("policy")));
	assert_true(record_set(mem, &r, S("action"), S("7")));
	return r;
}

static void values_stand_in_the_order_of_the_description(void **state)
{
	struct arena *mem = *state;
	struct record r = output_new(mem);

	assert_true(record_set(mem, &r, S("events.2.stage"), S("adopted")));
	assert_true(record_set(mem, &r, S("events.1.date"), S("2012")));
	assert_true(record_set(mem, &r, S("events.1.stage"), S("validated")));
	assert_true(record_set(mem, &r, S("name.ar"), S("السياسة")));
	IS(record_document(mem, &r),
		"action\t7\ntype\tpolicy\nname.ar\tالسياسة\nname.en\tNational Migration Policy\n"
		"events.1.stage\tvalidated\nevents.1.date\t2012\nevents.2.stage\tadopted\n");
}

static void a_value_that_is_emptied_is_not_there(void **state)
{
	struct arena *mem = *state;
	struct record r = output_new(mem);

	assert_true(record_set(mem, &r, S("type"), S("")));
	IS(record_get(&r, S("type")), "");
	IS(record_get(&r, S("action")), "7");
	assert_int_equal(r.n, 2);
}

static void a_document_is_read_back_as_it_was(void **state)
{
	struct arena *mem = *state;
	struct record r = output_new(mem), back;
	struct str lost;

	assert_true(record_set(mem, &r, S("notes"), S("a\tb\\c\nd")));
	struct str document = record_document(mem, &r);
	assert_true(record_read(mem, &kind_output, document, &back, &lost));
	IS(record_get(&back, S("notes")), "a\tb\\c\nd");
	assert_true(str_eq(record_document(mem, &back), document));
	IS(lost, "");
}

static void a_path_of_a_later_program_is_told_and_not_dropped_in_silence(void **state)
{
	struct arena *mem = *state;
	struct record r;
	struct str lost;

	assert_true(record_read(mem, &kind_output, S("type\tlaw\nof_tomorrow\tx\n"), &r, &lost));
	IS(lost, "of_tomorrow\tx\n");
	IS(record_get(&r, S("type")), "law");
}

static void what_is_no_document_is_refused(void **state)
{
	struct record r;
	struct str lost;

	assert_false(record_read(*state, &kind_output, S("type"), &r, &lost));
	assert_false(record_read(*state, &kind_output, S("type\ta\\"), &r, &lost));
	assert_false(record_read(*state, &kind_output, S("type\ta\\x\n"), &r, &lost));
}

static void a_row_taken_away_leaves_no_gap(void **state)
{
	struct arena *mem = *state;
	struct record r = record_new(&kind_action);

	assert_true(record_set(mem, &r, S("countries.1.country"), S("BJ")));
	assert_true(record_set(mem, &r, S("countries.3.country"), S("TG")));
	assert_true(record_set(mem, &r, S("countries.3.role"), S("host")));
	assert_true(record_set(mem, &r, S("themes.2"), S("asylum")));
	assert_true(record_set(mem, &r, S("themes.5"), S("smuggling")));
	record_close_gaps(mem, &r);
	IS(record_document(mem, &r),
		"themes.1\tasylum\nthemes.2\tsmuggling\ncountries.1.country\tBJ\n"
		"countries.2.country\tTG\ncountries.2.role\thost\n");
	assert_int_equal(record_count(&r, S("countries")), 2);
	assert_int_equal(record_count(&r, S("themes")), 2);
}

static void finds(struct arena *mem, const struct record *r, struct str path)
{
	struct findings findings = {0};

	record_check(mem, r, &findings);
	for (size_t i = 0; i < findings.n; i++)
		if (str_eq(findings.p[i].rule, path))
			return;
	fail_msg("nothing is found about %" PRIstr, STR(path));
}

static void what_is_missing_or_not_of_its_type_is_found_at_its_path(void **state)
{
	struct arena *mem = *state;
	static const struct value wrong[] = {
		{S_INIT("type"), S_INIT("poem")},
		{S_INIT("action"), S_INIT("seven")},
		{S_INIT("covers"), S_INIT("2016-13")},
		{S_INIT("confidential"), S_INIT("yes")},
		{S_INIT("planned_as"), S_INIT("two\nlines")},
		{S_INIT("events.1.date"), S_INIT("yesterday")},
		{S_INIT("activities.1"), S_INIT("x")},
	};

	finds(mem, &(struct record){.kind = &kind_output}, S("name"));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct record r = output_new(mem);
		assert_true(record_set(mem, &r, wrong[i].path, wrong[i].text));
		finds(mem, &r, wrong[i].path);
	}
	struct record r = output_new(mem);
	assert_true(record_set(mem, &r, S("events.1.date"), S("2012")));
	finds(mem, &r, S("events.1.stage"));
}

static void a_whole_record_has_no_findings(void **state)
{
	struct arena *mem = *state;
	struct findings findings = {0};
	struct record r = output_new(mem);

	record_check(mem, &r, &findings);
	assert_int_equal(findings.n, 0);
}

static void an_action_cannot_end_before_it_starts(void **state)
{
	struct arena *mem = *state;
	struct record r = record_new(&kind_action);

	assert_true(record_set(mem, &r, S("place"), S("Togo")));
	assert_true(record_set(mem, &r, S("period"), S("2014-05/2013-02")));
	finds(mem, &r, S("period"));
}

static void a_closed_action_has_an_end(void **state)
{
	struct arena *mem = *state;
	struct record r = record_new(&kind_action);

	assert_true(record_set(mem, &r, S("place"), S("Togo")));
	assert_true(record_set(mem, &r, S("period"), S("2013-02/..")));
	r.state = kind_state(&kind_action, S("closed"));
	finds(mem, &r, S("period"));
}

static void a_move_says_what_it_needs(void **state)
{
	struct arena *mem = *state;
	struct findings findings = {0};
	struct record r = record_new(&kind_activity);
	const struct move *move = kind_move(&kind_activity, r.state, S("hold"));

	assert_non_null(move);
	record_check_move(mem, &r, move, &findings);
	assert_int_equal(findings.n, 1);
	IS(findings.p[0].rule, "period");
	assert_null(
		kind_move(&kind_activity, kind_state(&kind_activity, S("evaluated")), S("hold")));
}

static void two_versions_are_compared_value_by_value(void **state)
{
	struct arena *mem = *state;
	struct record a = output_new(mem), b = output_new(mem);

	assert_true(record_set(mem, &b, S("type"), S("law")));
	assert_true(record_set(mem, &b, S("name.en"), S("")));
	assert_true(record_set(mem, &b, S("replaces"), S("Act of 1997")));
	struct changes changes = record_compare(mem, &a, &b);
	assert_int_equal(changes.n, 3);
	IS(changes.p[0].path, "type");
	IS(changes.p[0].before, "policy");
	IS(changes.p[0].after, "law");
	IS(changes.p[1].after, "");
	IS(changes.p[2].before, "");
	assert_int_equal(record_compare(mem, &a, &a).n, 0);
}

static void edits_of_different_fields_are_merged_and_of_the_same_shown(void **state)
{
	struct arena *mem = *state;
	struct record base = output_new(mem), mine = output_new(mem), theirs = output_new(mem);
	struct changes both;

	assert_true(record_set(mem, &mine, S("type"), S("law")));
	assert_true(record_set(mem, &mine, S("replaces"), S("Act of 1997")));
	assert_true(record_set(mem, &theirs, S("type"), S("strategy")));
	assert_true(record_set(mem, &theirs, S("planned_as"), S("Guidelines")));
	struct record merged = record_merge(mem, &base, &mine, &theirs, &both);
	IS(record_get(&merged, S("replaces")), "Act of 1997");
	IS(record_get(&merged, S("planned_as")), "Guidelines");
	IS(record_get(&merged, S("type")), "strategy");
	assert_int_equal(both.n, 1);
	IS(both.p[0].after, "law");
	IS(record_get(&theirs, S("replaces")), "");
}

static void a_record_is_called_by_its_names_in_the_language_asked_for(void **state)
{
	struct arena *mem = *state;
	struct record r = output_new(mem);

	assert_true(record_set(mem, &r, S("name.fr"), S("Politique migratoire")));
	IS(record_name(mem, &r, S("fr")), "Politique migratoire");
	IS(record_name(mem, &r, S("ar")), "National Migration Policy");
	r = record_new(&kind_output);
	r.id = 12;
	IS(record_name(mem, &r, S("en")), "12");
}

int record_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values_stand_in_the_order_of_the_description),
		TEST(a_value_that_is_emptied_is_not_there),
		TEST(a_document_is_read_back_as_it_was),
		TEST(a_path_of_a_later_program_is_told_and_not_dropped_in_silence),
		TEST(what_is_no_document_is_refused),
		TEST(a_row_taken_away_leaves_no_gap),
		TEST(what_is_missing_or_not_of_its_type_is_found_at_its_path),
		TEST(a_whole_record_has_no_findings),
		TEST(an_action_cannot_end_before_it_starts),
		TEST(a_closed_action_has_an_end),
		TEST(a_move_says_what_it_needs),
		TEST(two_versions_are_compared_value_by_value),
		TEST(edits_of_different_fields_are_merged_and_of_the_same_shown),
		TEST(a_record_is_called_by_its_names_in_the_language_asked_for),
	};

	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
