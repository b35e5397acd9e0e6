// SPDX-License-Identifier: EUPL-1.2
// desk_test — a page becomes records, records become what the public sees (work/desk).
#include "model/kind_list.h"
#include "pages.h"
#include "sample.h"
#include "store/record.h"
#include "store/record_origin.h"
#include "tests.h"
#include "work/dossier_entry.h"
#include "work/desk/adopt.h"
#include "work/desk/publish.h"

// The same page when a study visit was cancelled and the workshop is told with its day.
#define PAGE_LATER                                                                              \
	"Togo II: Labour Migration\n\n"                                                         \
	"Objective: The Action helped the Ministry of Labour of Togo.\n\n"                      \
	"Summary: A workshop took place in Lomé on 5 March 2012. A labour migration strategy " \
	"was drafted.\n\n"                                                                      \
	"Duration: January 2012 – June 2013\n\n"

#define PAGE                                                                                   \
	"Togo II: Labour Migration\n\n"                                                        \
	"Objective: The Action helped the Ministry of Labour of Togo.\n\n"                     \
	"Summary: A workshop took place in Lomé in March 2012. A study visit to Lisbon took " \
	"place in May 2012. A labour migration strategy was drafted.\n\n"                      \
	"Duration: January 2012 – June 2013\n\n"

enum { NOW = 1456833600 };

// The record of the page's action, made by its import.
static struct record *adopted(struct sample *s)
{
	const struct import_file page = {S_INIT("togo.txt"), S_INIT(PAGE)};
	struct record_lines lines;
	struct record *record;
	struct err err;

	page_take(s->db, &page, NOW);
	MUST(record_list(s->mem, s->db, &(struct record_query){.kind = &kind_action}, &lines, &err),
		&err);
	assert_int_equal(lines.n, 1);
	MUST(record_load(s->mem, s->db, lines.p[0].id, &record, &err), &err);
	return record;
}

static struct record *part(
	struct sample *s, const struct record *action, const struct kind *kind, size_t i)
{
	struct record_lines lines;
	struct record *record;
	struct err err;

	MUST(record_parts(s->mem, s->db, kind, action->id, &lines, &err), &err);
	assert_true(i < lines.n);
	MUST(record_load(s->mem, s->db, lines.p[i].id, &record, &err), &err);
	return record;
}

static void save(struct sample *s, struct record *record, struct str what)
{
	AUTO_TXN txn = sample_begin(s);
	struct record_edit edit = {.record = record, .at = NOW + 10, .what = what, .why = S("")};
	struct err err;
	bool saved;

	MUST(record_save(s->mem, s->db, &edit, &saved, &err), &err);
	assert_true(saved);
	sample_commit(&txn);
}

static struct dossier *published(struct sample *s, const struct record *action)
{
	AUTO_TXN txn = sample_begin(s);
	struct dossier *d;
	struct record_origin origin;
	struct err err;

	MUST(publish_record(s->mem, s->db, action, NOW + 20, &err), &err);
	sample_commit(&txn);
	MUST(record_origin_load(s->mem, s->db, action->id, &origin, &err), &err);
	MUST(dossier_by_id(s->mem, s->db, origin.action_id, true, &d, &err), &err);
	return d;
}

static void the_action_and_its_parts_become_records(void **state)
{
	struct sample *s = *state;
	struct record *action = adopted(s);

	IS(record_name(s->mem, action, S("en")), "Togo II · Labour Migration");
	IS(record_get(action, S("period")), "2012-01/2013-06");
	IS(kind_action.state[action->state].name, "closed");
	IS(record_get(part(s, action, &kind_activity, 0), S("legs.1.place")), "Lomé");
	IS(record_get(part(s, action, &kind_activity, 1), S("type")), "study-visit");
	IS(record_get(part(s, action, &kind_output, 0), S("type")), "strategy");
}

static void what_is_adopted_passes_its_own_checks(void **state)
{
	struct sample *s = *state;
	struct record *action = adopted(s);
	struct findings findings = {0};

	record_check(s->mem, action, &findings);
	record_check(s->mem, part(s, action, &kind_activity, 0), &findings);
	record_check(s->mem, part(s, action, &kind_output, 0), &findings);
	for (size_t i = 0; i < findings.n; i++)
		print_error("%" PRIstr ": %" PRIstr "\n", STR(findings.p[i].rule),
			STR(findings.p[i].message));
	assert_int_equal(findings.n, 0);
}

static void adopting_again_makes_nothing(void **state)
{
	struct sample *s = *state;
	const struct adopt_by by = {.at = NOW, .lang = S_INIT("en")};
	struct err err;
	int64_t n;

	adopted(s);
	AUTO_TXN txn = sample_begin(s);
	MUST(adopt_all(s->mem, s->db, &by, &n, &err), &err);
	assert_int_equal(n, 0);
	sample_commit(&txn);
}

// Imports the page as it reads later; answers what became of its entry.
static struct import_report taken_later(struct sample *s)
{
	const struct import_file page = {S_INIT("togo.txt"), S_INIT(PAGE_LATER)};

	return page_take(s->db, &page, NOW + 50);
}

static size_t parts_n(struct sample *s, const struct record *action, const struct kind *kind)
{
	struct record_lines lines;
	struct err err;

	MUST(record_parts(s->mem, s->db, kind, action->id, &lines, &err), &err);
	return lines.n;
}

static void what_is_imported_counts_as_published(void **state)
{
	struct sample *s = *state;
	struct record *action = adopted(s);

	assert_int_equal(action->public_version, action->version);
	assert_int_equal(part(s, action, &kind_activity, 0)->public_version, 1);
}

static void a_page_that_reads_otherwise_renews_records_that_nobody_changed(void **state)
{
	struct sample *s = *state;
	struct record *action = adopted(s);

	assert_int_equal(parts_n(s, action, &kind_activity), 2);
	assert_int_equal(taken_later(s).updated, 1);
	assert_int_equal(parts_n(s, action, &kind_activity), 1);
	struct record *workshop = part(s, action, &kind_activity, 0);
	IS(record_get(workshop, S("period")), "2012-03-05");
	assert_int_equal(workshop->version, 2);
	assert_int_equal(workshop->public_version, 2);
	assert_int_equal(part(s, action, &kind_output, 0)->version, 1);
}

static void a_page_that_reads_otherwise_leaves_alone_what_the_desk_changed(void **state)
{
	struct sample *s = *state;
	struct record *action = adopted(s);
	struct record *workshop = part(s, action, &kind_activity, 0);
	struct dossier *d;
	struct err err;

	assert_true(record_set(s->mem, workshop, S("period"), S("2012-04")));
	save(s, workshop, S("edit"));
	published(s, action);
	struct import_report report = taken_later(s);
	assert_int_equal(report.unchanged, 1);
	assert_int_equal(report.updated, 0);
	assert_int_equal(report.warnings, 1);
	IS(record_get(part(s, action, &kind_activity, 0), S("period")), "2012-04");
	MUST(dossier_by_slug(s->mem, s->db, S("togo-ii-labour-migration"), true, &d, &err), &err);
	assert_int_equal(d->activities.n, 2);
	assert_int_equal(d->activities.p[0].period.start.month, 4);
}

static void an_action_that_was_added_to_is_the_desks(void **state)
{
	struct sample *s = *state;
	struct record *action = adopted(s);
	struct record output = record_new(&kind_output);

	assert_true(record_set(s->mem, &output, S("action"), str_of_int(s->mem, action->id)));
	assert_true(record_set(s->mem, &output, S("type"), S("law")));
	assert_true(record_set(s->mem, &output, S("name.en"), S("Act on recruitment")));
	save(s, &output, S("create"));
	assert_int_equal(taken_later(s).updated, 0);
}

static void what_differs_from_the_public_version_is_told_until_it_is_published(void **state)
{
	struct sample *s = *state;
	struct record *action = adopted(s);
	struct record *workshop = part(s, action, &kind_activity, 0);
	struct record_lines behind;
	struct err err;

	MUST(record_unpublished(s->mem, s->db, action->id, &behind, &err), &err);
	assert_int_equal(behind.n, 0);
	workshop->deleted_at = NOW + 10;
	save(s, workshop, S("delete"));
	MUST(record_unpublished(s->mem, s->db, action->id, &behind, &err), &err);
	assert_int_equal(behind.n, 1);
	assert_true(record_is_behind(&behind.p[0]));
	published(s, action);
	MUST(record_unpublished(s->mem, s->db, 0, &behind, &err), &err);
	assert_int_equal(behind.n, 0);
}

static void publishing_what_nobody_reviewed_or_changed_changes_nothing(void **state)
{
	struct sample *s = *state;
	struct record *action = adopted(s);
	struct dossier *before, *after;
	struct err err;

	MUST(dossier_by_slug(s->mem, s->db, S("togo-ii-labour-migration"), true, &before, &err),
		&err);
	after = published(s, action);
	assert_int_equal(after->action.id, before->action.id);
	IS(after->action.review, "pending");
	assert_true(str_eq(after->action.objective, before->action.objective));
	assert_int_equal(after->activities.n, before->activities.n);
	assert_int_equal(after->claims.n, before->claims.n);
	assert_true(str_eq(after->activities.p[0].quote, before->activities.p[0].quote));
	assert_int_equal(
		date_cmp(after->activities.p[0].period.start, before->activities.p[0].period.start),
		0);
}

static void a_corrected_date_is_public_when_it_is_published_and_not_before(void **state)
{
	struct sample *s = *state;
	struct record *action = adopted(s);
	struct record *workshop = part(s, action, &kind_activity, 0);
	struct dossier *d;
	struct err err;

	assert_true(record_set(s->mem, workshop, S("period"), S("2012-04")));
	save(s, workshop, S("edit"));
	MUST(dossier_by_slug(s->mem, s->db, S("togo-ii-labour-migration"), true, &d, &err), &err);
	assert_int_equal(d->activities.p[0].period.start.month, 3);
	assert_int_equal(published(s, action)->activities.p[0].period.start.month, 4);
}

static void what_is_not_public_is_not_in_the_public_tables(void **state)
{
	struct sample *s = *state;
	struct record *action = adopted(s);

	assert_true(record_set(s->mem, action, S("context"), S("MARKER")));
	assert_true(record_set(s->mem, action, S("risks"), S("MARKER")));
	assert_true(record_set(s->mem, action, S("envelope"), S("424242")));
	save(s, action, S("edit"));
	struct dossier *d = published(s, action);
	struct str json = S("");
	for (size_t i = 0; i < action_fields.n; i++)
		json = str_join(
			s->mem, json, field_write(s->mem, &action_fields.field[i], &d->action));
	assert_int_equal(str_find(json, S("MARKER"), 0), STR_NONE);
	assert_int_equal(str_find(json, S("424242"), 0), STR_NONE);
}

static void a_claim_follows_the_part_that_it_is_about(void **state)
{
	struct sample *s = *state;
	struct record *action = adopted(s);
	struct record *workshop = part(s, action, &kind_activity, 0);

	workshop->deleted_at = NOW + 10;
	save(s, workshop, S("delete"));
	struct dossier *d = published(s, action);
	assert_int_equal(d->activities.n, 1);
	const struct claim *quote = dossier_claim(d, S("activity"), 1, S("quote"));
	assert_non_null(quote);
	assert_true(str_find(quote->value, S("study visit"), 0) != STR_NONE);
	workshop->deleted_at = 0;
	save(s, workshop, S("restore"));
	d = published(s, action);
	assert_int_equal(d->activities.n, 2);
	assert_null(dossier_claim(d, S("activity"), 1, S("quote")));
	assert_non_null(dossier_claim(d, S("activity"), 2, S("quote")));
}

static void an_action_made_at_the_desk_gets_an_address_when_it_is_published(void **state)
{
	struct sample *s = *state;
	struct record action = record_new(&kind_action);

	assert_true(record_set(s->mem, &action, S("place"), S("Benin")));
	assert_true(record_set(s->mem, &action, S("title.en"), S("Customs")));
	assert_true(record_set(s->mem, &action, S("period"), S("2014-01/..")));
	action.state = kind_state(&kind_action, S("running"));
	save(s, &action, S("create"));
	IS(published(s, &action)->action.slug, "benin-customs");
}

static void an_action_in_the_pipeline_is_not_published(void **state)
{
	struct sample *s = *state;
	struct record action = record_new(&kind_action);
	struct err err;

	assert_true(record_set(s->mem, &action, S("place"), S("Benin")));
	save(s, &action, S("create"));
	AUTO_TXN txn = sample_begin(s);
	assert_false(publish_record(s->mem, s->db, &action, NOW, &err));
	assert_int_equal(err.kind, ERR_INPUT);
	sample_commit(&txn);
}

int desk_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(the_action_and_its_parts_become_records),
		SAMPLE_TEST(what_is_adopted_passes_its_own_checks),
		SAMPLE_TEST(adopting_again_makes_nothing),
		SAMPLE_TEST(what_is_imported_counts_as_published),
		SAMPLE_TEST(a_page_that_reads_otherwise_renews_records_that_nobody_changed),
		SAMPLE_TEST(a_page_that_reads_otherwise_leaves_alone_what_the_desk_changed),
		SAMPLE_TEST(an_action_that_was_added_to_is_the_desks),
		SAMPLE_TEST(what_differs_from_the_public_version_is_told_until_it_is_published),
		SAMPLE_TEST(publishing_what_nobody_reviewed_or_changed_changes_nothing),
		SAMPLE_TEST(a_corrected_date_is_public_when_it_is_published_and_not_before),
		SAMPLE_TEST(what_is_not_public_is_not_in_the_public_tables),
		SAMPLE_TEST(a_claim_follows_the_part_that_it_is_about),
		SAMPLE_TEST(an_action_made_at_the_desk_gets_an_address_when_it_is_published),
		SAMPLE_TEST(an_action_in_the_pipeline_is_not_published),
	};

	return cmocka_run_group_tests_name("desk", tests, NULL, NULL);
}
