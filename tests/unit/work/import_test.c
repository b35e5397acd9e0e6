// SPDX-License-Identifier: EUPL-1.2
// import_test — the promises of work/import/import.h.
#include "work/import/import.h"

#include "base/file.h"
#include "format/digest.h"
#include "pages.h"
#include "sample.h"
#include "store/doctor.h"
#include "store/portfolio.h"
#include "tests.h"

#define TOGO(summary)                                                \
	"Togo: Labour Migration\n\n"                                 \
	"Objective: The Action helped the Togolese authorities.\n\n" \
	"Summary: " summary "\n\n"                                   \
	"Duration: January 2012 – June 2013\n\n"
#define MALI                                                          \
	"Mali: Diaspora\n\n"                                          \
	"Objective: The Action helped the Malian authorities.\n\n"    \
	"Summary: A workshop took place in Bamako in April 2011.\n\n" \
	"Duration: March 2011 – May 2011\n\n"
#define HELD "A workshop took place in Lomé in March 2012."

static const struct import_file two = {S_INIT("two.txt"), S_INIT(TOGO(HELD) MALI)};
// Togo tells another event, and stands behind Mali now.
static const struct import_file changed = {
	S_INIT("two.txt"), S_INIT(MALI TOGO("A seminar took place in Lomé in May 2012."))};

static void counts_are(struct import_report r, int64_t created, int64_t updated, int64_t unchanged,
	int64_t refused)
{
	assert_int_equal(r.created, created);
	assert_int_equal(r.updated, updated);
	assert_int_equal(r.unchanged, unchanged);
	assert_int_equal(r.refused, refused);
	assert_int_equal(r.entries, created + updated + unchanged + refused);
}

static struct dossier *dossier_at(const struct sample *s, struct str slug)
{
	struct dossier *d;
	struct err err;

	MUST(dossier_by_slug(s->mem, s->db, slug, true, &d, &err), &err);
	assert_non_null(d);
	return d;
}

static int64_t version(const struct sample *s)
{
	int64_t number;
	struct err err;

	MUST(portfolio_version_read(s->db, &number, &err), &err);
	return number;
}

// The bytes of the database's file; its connection is opened anew, so that no log is left beside.
static struct str file_bytes(struct sample *s)
{
	struct str bytes;
	struct err err;

	db_close(s->db);
	MUST(file_read(s->mem, s->url, 64 * 1024 * 1024, &bytes, &err), &err);
	MUST(db_open(s->url, DB_WRITE, &s->db, &err), &err);
	return bytes;
}

static void a_new_page_makes_a_record_of_every_entry(void **state)
{
	struct sample *s = *state;
	int64_t before = version(s);
	struct import_report r = page_take(s->db, &two, 5000);

	counts_are(r, 2, 0, 0, 0);
	assert_int_equal(r.files, 1);
	assert_true(version(s) > before);
	const struct dossier *togo = dossier_at(s, S("togo-labour-migration"));
	IS(togo->action.review, "pending");
	assert_int_equal(togo->action.created_at, 5000);
	assert_int_equal(togo->action.position, 1);
	assert_int_equal(dossier_at(s, S("mali-diaspora"))->action.position, 2);
}

static void the_page_is_kept_byte_for_byte_under_its_digest(void **state)
{
	struct sample *s = *state;
	struct source *page;
	struct str bytes;
	struct err err;

	page_take(s->db, &two, 5000);
	MUST(source_by_its_digest(s->mem, s->db, digest_of(s->mem, two.bytes), &page, &err), &err);
	assert_non_null(page);
	IS(page->name, "two.txt");
	MUST(source_piece(s->mem, s->db, page->id, 0, page->size, &bytes, &err), &err);
	assert_true(str_eq(bytes, two.bytes));
}

static void the_same_page_again_changes_nothing(void **state)
{
	struct sample *s = *state;

	page_take(s->db, &two, 5000);
	struct str before = file_bytes(s);
	counts_are(page_take(s->db, &two, 9000), 0, 0, 2, 0);
	assert_true(str_eq(before, file_bytes(s)));
}

static void the_demo_portfolio_again_changes_nothing(void **state)
{
	struct sample *s = *state;
	struct page_files demo = pages_demo(s->mem);

	for (size_t i = 0; i < demo.n; i++) {
		struct import_report r = page_take(s->db, &demo.p[i], 5000);
		counts_are(r, r.entries, 0, 0, 0);
	}
	for (size_t i = 0; i < demo.n; i++) {
		struct import_report r = page_take(s->db, &demo.p[i], 6000);
		counts_are(r, 0, 0, r.entries, 0);
	}
}

static void a_changed_page_updates_only_what_changed(void **state)
{
	struct sample *s = *state;

	page_take(s->db, &two, 5000);
	int64_t old_page = dossier_at(s, S("mali-diaspora"))->action.source_id;
	counts_are(page_take(s->db, &changed, 6000), 0, 1, 1, 0);
	const struct dossier *togo = dossier_at(s, S("togo-labour-migration"));
	const struct dossier *mali = dossier_at(s, S("mali-diaspora"));
	HAS(togo->action.summary, "seminar");
	assert_int_equal(togo->action.created_at, 5000);
	assert_int_equal(togo->action.changed_at, 6000);
	assert_int_equal(togo->action.position, 2);
	assert_int_not_equal(togo->action.source_id, old_page);
	assert_int_equal(mali->action.source_id, old_page);
	assert_int_equal(mali->action.changed_at, 5000);
	for (size_t i = 0; i < togo->claims.n; i++)
		assert_int_equal(togo->claims.p[i].source_id, togo->action.source_id);
}

static void an_entry_that_is_gone_from_the_page_stays_a_record(void **state)
{
	struct sample *s = *state;
	const struct import_file one = {S("two.txt"), S(MALI)};

	page_take(s->db, &two, 5000);
	counts_are(page_take(s->db, &one, 6000), 0, 0, 1, 0);
	dossier_at(s, S("togo-labour-migration"));
}

static void accepted_facts_are_the_record_at_once(void **state)
{
	struct sample *s = *state;

	counts_are(page_accept(s->db, &two, 5000), 2, 0, 0, 0);
	IS(dossier_at(s, S("mali-diaspora"))->action.review, "accepted");
	counts_are(page_take(s->db, &two, 6000), 0, 0, 2, 0);
	IS(dossier_at(s, S("mali-diaspora"))->action.review, "accepted");
}

static void accepting_what_waits_for_review_updates_it_once(void **state)
{
	struct sample *s = *state;

	page_take(s->db, &two, 5000);
	counts_are(page_accept(s->db, &two, 6000), 0, 2, 0, 0);
	IS(dossier_at(s, S("mali-diaspora"))->action.review, "accepted");
	assert_true(dossier_at(s, S("mali-diaspora"))->activities.n > 0);
	counts_are(page_accept(s->db, &two, 7000), 0, 0, 2, 0);
}

static void a_changed_action_waits_for_review_again(void **state)
{
	struct sample *s = *state;

	page_accept(s->db, &two, 5000);
	counts_are(page_take(s->db, &changed, 6000), 0, 1, 1, 0);
	IS(dossier_at(s, S("togo-labour-migration"))->action.review, "pending");
	IS(dossier_at(s, S("mali-diaspora"))->action.review, "accepted");
}

static void a_page_without_entries_is_refused_and_leaves_no_trace(void **state)
{
	const struct str refused[] = {S(""), S("  \n\t\n "),
		S("Welcome to our site.\n\nContact us.\n"),
		S("<html><body><p>Nothing here</p></body></html>"),
		S("\x7F"
		  "ELF\0\0\0\1\2\3\0\0\0")};
	struct sample *s = *state;

	page_take(s->db, &two, 5000);
	struct str before = file_bytes(s);
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		const struct import_file page = {S("refused"), refused[i]};
		struct import_report r = {0};
		struct err err;
		assert_false(page_import(s->db, &page, 6000, &r, &err));
		assert_int_equal(err.kind, ERR_INPUT);
		assert_true(err.msg[0] != 0);
		counts_are(r, 0, 0, 0, 0);
		assert_int_equal(r.files, 1);
	}
	assert_true(str_eq(before, file_bytes(s)));
}

static void a_page_longer_than_any_page_is_refused_unread(void **state)
{
	struct sample *s = *state;
	const struct import_file page = {S("long"), {"a", (size_t)IMPORT_PAGE_MAX + 1}};
	struct import_report r = {0};
	struct err err;

	assert_false(page_import(s->db, &page, 6000, &r, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
	HAS(str_c(err.msg), "64 MB");
}

static void entries_of_a_page_that_cannot_be_written_are_refused(void **state)
{
	struct sample *s = *state;
	AUTO_DB reader = NULL;
	struct import_report r = {0};
	struct err err;

	MUST(db_open(s->url, DB_READ, &reader, &err), &err);
	assert_false(page_import(reader, &two, 6000, &r, &err));
	counts_are(r, 0, 0, 0, 2);
}

// Imports a page of which one entry must be refused, and answers what was found.
static struct findings refusing_one(struct sample *s, struct str bytes)
{
	struct import_options options = {.now = 5000};
	const struct import_file page = {S("page"), bytes};
	struct import_report r = {0};
	struct findings findings = {0};
	struct err err;

	MUST(import_page(s->mem, s->db, &page, &options, &r, &findings, &err), &err);
	counts_are(r, 1, 0, 0, 1);
	assert_int_equal(r.warnings, findings.n);
	return findings;
}

static bool has_rule(const struct findings *findings, struct str rule)
{
	for (size_t i = 0; i < findings->n; i++)
		if (str_eq(findings->p[i].rule, rule))
			return true;
	return false;
}

static void a_heading_told_twice_is_refused_the_second_time(void **state)
{
	struct sample *s = *state;
	struct str page = S(TOGO(HELD) TOGO("A seminar took place in May 2012."));
	struct findings findings = refusing_one(s, page);

	assert_true(has_rule(&findings, S("entry.repeated")));
	HAS(dossier_at(s, S("togo-labour-migration"))->action.summary, "workshop");
}

static void a_heading_told_twice_in_two_spellings_is_refused_too(void **state)
{
	struct sample *s = *state;
	struct str page = S(TOGO(HELD) "TOGO: Labour migration\n\n"
				       "Objective: To help once more.\n\n"
				       "Summary: A seminar took place in May 2012.\n\n"
				       "Duration: January 2012 – June 2013\n\n");
	struct findings findings = refusing_one(s, page);

	assert_true(has_rule(&findings, S("entry.repeated")));
}

static void findings_of_earlier_pages_are_not_counted_again(void **state)
{
	struct sample *s = *state;
	struct import_options options = {.now = 5000};
	struct import_report r = {0};
	struct findings findings = {0};
	struct err err;

	finding_add(
		s->mem, &findings, (struct finding){.rule = S("earlier")}, "from a page before");
	MUST(import_page(s->mem, s->db, &two, &options, &r, &findings, &err), &err);
	assert_int_equal(r.warnings, findings.n - 1);
}

static void a_report_adds_up_over_pages(void **state)
{
	struct sample *s = *state;
	const struct import_file empty = {S("empty"), S("")};
	struct import_report r = {0};
	struct err err;

	MUST(page_import(s->db, &two, 5000, &r, &err), &err);
	assert_false(page_import(s->db, &empty, 5000, &r, &err));
	MUST(page_import(s->db, &changed, 5000, &r, &err), &err);
	assert_int_equal(r.files, 3);
	counts_are(r, 2, 1, 1, 0);
}

static void the_doctor_finds_nothing_after_any_page(void **state)
{
	struct sample *s = *state;
	struct page_files pages = pages_all(s->mem);
	struct findings findings = {0};
	struct doctor_counts counts;
	struct err err;

	for (size_t i = 0; i < pages.n; i++) {
		struct import_report r = {0};
		// What the doctor says of a refused page is the point here, not the refusal.
		if (!page_import(s->db, &pages.p[i], 5000, &r, &err))
			assert_true(err.kind == ERR_INPUT || err.kind == ERR_LIMIT);
	}
	MUST(doctor_examine(s->mem, s->db, digest_of, &findings, &counts, &err), &err);
	for (size_t i = 0; i < findings.n; i++)
		print_error("%" PRIstr "\n", STR(findings.p[i].message));
	assert_int_equal(findings.n, 0);
	assert_true(counts.actions > 40);
	assert_int_equal(counts.searched, counts.actions);
}

int import_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(a_new_page_makes_a_record_of_every_entry),
		SAMPLE_TEST(the_page_is_kept_byte_for_byte_under_its_digest),
		SAMPLE_TEST(the_same_page_again_changes_nothing),
		SAMPLE_TEST(the_demo_portfolio_again_changes_nothing),
		SAMPLE_TEST(a_changed_page_updates_only_what_changed),
		SAMPLE_TEST(an_entry_that_is_gone_from_the_page_stays_a_record),
		SAMPLE_TEST(accepted_facts_are_the_record_at_once),
		SAMPLE_TEST(accepting_what_waits_for_review_updates_it_once),
		SAMPLE_TEST(a_changed_action_waits_for_review_again),
		SAMPLE_TEST(a_page_without_entries_is_refused_and_leaves_no_trace),
		SAMPLE_TEST(a_page_longer_than_any_page_is_refused_unread),
		SAMPLE_TEST(entries_of_a_page_that_cannot_be_written_are_refused),
		SAMPLE_TEST(a_heading_told_twice_is_refused_the_second_time),
		SAMPLE_TEST(a_heading_told_twice_in_two_spellings_is_refused_too),
		SAMPLE_TEST(findings_of_earlier_pages_are_not_counted_again),
		SAMPLE_TEST(a_report_adds_up_over_pages),
		SAMPLE_TEST(the_doctor_finds_nothing_after_any_page),
	};

	return cmocka_run_group_tests_name("import", tests, NULL, NULL);
}
