// SPDX-License-Identifier: EUPL-1.2
// doctor_test — each fault that store/doctor.h speaks of is made, and found.
#include "store/doctor.h"

#include "format/digest.h"
#include "sample.h"
#include "model/kind_list.h"
#include "store/record.h"
#include "store/search.h"
#include "tests.h"

// A page with one action that search can find.
static void keep_one(const struct sample *s)
{
	int64_t page = sample_page(s, S("page"), S("Togo: Labour Migration"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("Labour Migration"));
	struct search_text text = {d->action.title, d->action.place, d->action.summary};
	struct err err;

	sample_save(s, d, 5000);
	AUTO_TXN txn = sample_begin(s);
	MUST(search_put(s->mem, s->db, d->action.id, text, &err), &err);
	sample_commit(&txn);
}

static struct findings examine(const struct sample *s)
{
	struct findings findings = {0};
	struct doctor_counts counts;
	struct err err;

	MUST(doctor_examine(s->mem, s->db, digest_of, &findings, &counts, &err), &err);
	return findings;
}

// The finding of that rule; the test fails when there is none.
static struct finding the_finding(const struct sample *s, struct str rule)
{
	struct findings findings = examine(s);

	for (size_t i = 0; i < findings.n; i++)
		if (str_eq(findings.p[i].rule, rule))
			return findings.p[i];
	for (size_t i = 0; i < findings.n; i++)
		print_error("found %" PRIstr ": %" PRIstr "\n", STR(findings.p[i].rule),
			STR(findings.p[i].message));
	fail_msg("no finding of %" PRIstr, STR(rule));
	return (struct finding){0};
}

static void all_is_well_with_an_empty_database(void **state)
{
	assert_int_equal(examine(*state).n, 0);
}

static void all_is_well_and_everything_is_counted(void **state)
{
	struct sample *s = *state;
	struct findings findings = {0};
	struct doctor_counts counts;
	struct err err;

	keep_one(s);
	MUST(doctor_examine(s->mem, s->db, digest_of, &findings, &counts, &err), &err);
	assert_int_equal(findings.n, 0);
	assert_int_equal(counts.sources, 1);
	assert_int_equal(counts.actions, 1);
	assert_int_equal(counts.activities, 2);
	assert_int_equal(counts.outputs, 1);
	assert_int_equal(counts.experts, 1);
	assert_int_equal(counts.claims, 1);
	assert_int_equal(counts.searched, 1);
}

static void a_part_without_its_action_is_found_and_named(void **state)
{
	struct sample *s = *state;

	keep_one(s);
	sample_spoil(s, S("DELETE FROM action"));
	struct finding f = the_finding(s, S("record.orphan"));
	HAS(f.message, "missing");
	HAS(f.message, "activity");
	assert_int_equal(f.severity, SEVERITY_CRITICAL);
}

static void an_action_without_its_page_is_found(void **state)
{
	struct sample *s = *state;

	keep_one(s);
	sample_spoil(s, S("DELETE FROM source"));
	the_finding(s, S("record.orphan"));
}

static void a_link_to_a_record_that_is_gone_is_found(void **state)
{
	const struct {
		struct str spoil, link;
	} faults[] = {
		{S("DELETE FROM theme"), S("action_theme")},
		{S("DELETE FROM organisation"), S("action_organisation")},
		{S("DELETE FROM place"), S("activity")},
		{S("UPDATE warning SET action_id = 99"), S("warning")},
		{S("UPDATE action_country SET action_id = 99"), S("action_country")},
	};
	struct sample *s = *state;

	keep_one(s);
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		sample_spoil(s, faults[i].spoil);
		struct str words = the_finding(s, S("database.damaged")).message;
		assert_true(str_find(words, faults[i].link, 0) != STR_NONE);
	}
}

static void a_page_whose_bytes_changed_is_found_and_named(void **state)
{
	struct sample *s = *state;

	keep_one(s);
	sample_spoil(s, S("UPDATE source SET bytes = CAST('Toga: Labour Migration' AS BLOB)"));
	HAS(the_finding(s, S("source.changed")).message, "page");
	assert_int_equal(examine(s).n, 1);
}

static void an_action_that_search_cannot_find_is_found(void **state)
{
	struct sample *s = *state;

	keep_one(s);
	sample_spoil(s, S("DELETE FROM search_action"));
	HAS(the_finding(s, S("search.missing")).message, "togo-labour-migration");
}

static void words_of_an_action_that_is_gone_are_found(void **state)
{
	struct sample *s = *state;

	keep_one(s);
	sample_spoil(s, S("INSERT INTO search_action (rowid, title) VALUES (77, 'ghost')"));
	the_finding(s, S("search.stale"));
}

static void a_fact_said_to_stand_outside_its_page_is_found(void **state)
{
	struct sample *s = *state;

	keep_one(s);
	sample_spoil(s, S("UPDATE claim SET span_offset = 20, span_length = 3"));
	struct finding f = the_finding(s, S("claim.outside-source"));
	HAS(f.message, "place");
	HAS(f.message, "togo-labour-migration");
	sample_spoil(s, S("UPDATE claim SET span_offset = 19"));
	assert_int_equal(examine(s).n, 0);
	sample_spoil(s, S("UPDATE claim SET span_offset = -1"));
	the_finding(s, S("claim.outside-source"));
}

static void every_finding_says_what_to_do(void **state)
{
	struct sample *s = *state;

	keep_one(s);
	sample_spoil(s, S("UPDATE claim SET span_offset = 20000"));
	sample_spoil(s, S("UPDATE search_action SET rowid = 77"));
	sample_spoil(s, S("INSERT INTO search_action (rowid, title) VALUES (78, 'ghost')"));
	sample_spoil(s, S("UPDATE source SET bytes = CAST('' AS BLOB)"));
	sample_spoil(s, S("UPDATE output SET action_id = 99"));
	struct findings findings = examine(s);
	assert_int_equal(findings.n, 6);
	for (size_t i = 0; i < findings.n; i++)
		HAS(findings.p[i].message, "`attache restore`");
}

static void a_rewritten_history_is_found(void **state)
{
	struct sample *s = *state;
	struct record record = record_new(&kind_organisation);
	struct record_edit edit = {.record = &record,
		.at = 5000,
		.what = S_INIT("create"),
		.why = S_INIT("asked for")};
	struct err err;
	bool saved;

	keep_one(s);
	assert_true(record_set(s->mem, &record, S("name.en"), S("Police")));
	AUTO_TXN txn = sample_begin(s);
	MUST(record_save(s->mem, s->db, &edit, &saved, &err), &err);
	sample_commit(&txn);
	assert_int_equal(examine(s).n, 0);
	sample_spoil(s, S("UPDATE record_version SET why = 'never asked for'"));
	assert_int_not_equal(the_finding(s, S("record.history")).message.n, 0);
}

int doctor_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(all_is_well_with_an_empty_database),
		SAMPLE_TEST(all_is_well_and_everything_is_counted),
		SAMPLE_TEST(a_part_without_its_action_is_found_and_named),
		SAMPLE_TEST(an_action_without_its_page_is_found),
		SAMPLE_TEST(a_link_to_a_record_that_is_gone_is_found),
		SAMPLE_TEST(a_page_whose_bytes_changed_is_found_and_named),
		SAMPLE_TEST(an_action_that_search_cannot_find_is_found),
		SAMPLE_TEST(words_of_an_action_that_is_gone_are_found),
		SAMPLE_TEST(a_fact_said_to_stand_outside_its_page_is_found),
		SAMPLE_TEST(every_finding_says_what_to_do),
		SAMPLE_TEST(a_rewritten_history_is_found),
	};

	return cmocka_run_group_tests_name("doctor", tests, NULL, NULL);
}
