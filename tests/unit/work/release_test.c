// SPDX-License-Identifier: EUPL-1.2
// release_test — what becomes public on a day, and what is taken back (work/desk/publish.h).
#include "model/kind_list.h"
#include "sample.h"
#include "store/portfolio.h"
#include "store/record.h"
#include "store/record_release.h"
#include "tests.h"
#include "work/desk/publish.h"

enum { NOW = 1456833600, DUE = NOW + 1000 };

static void save(struct sample *s, struct record *record)
{
	AUTO_TXN txn = sample_begin(s);
	struct record_edit edit = {.record = record, .at = NOW, .what = S("edit"), .why = S("")};
	struct err err;
	bool saved;

	MUST(record_save(s->mem, s->db, &edit, &saved, &err), &err);
	assert_true(saved);
	sample_commit(&txn);
}

// A news item that may be published.
static struct record news(struct sample *s, const char *headline)
{
	struct record record = record_new(&kind_news);

	assert_true(record_set(s->mem, &record, S("headline.en"), str_c(headline)));
	assert_true(record_set(s->mem, &record, S("date"), S("2016-03-01")));
	record.state = kind_state(&kind_news, S("cleared"));
	save(s, &record);
	return record;
}

static void set_day(struct sample *s, const struct record *record)
{
	AUTO_TXN txn = sample_begin(s);
	struct err err;

	MUST(publish_at(s->mem, s->db, record, DUE, &err), &err);
	sample_commit(&txn);
}

static int64_t release(struct sample *s, int64_t now)
{
	AUTO_TXN txn = sample_begin(s);
	struct err err;
	int64_t n;

	MUST(publish_due(s->mem, s->db, now, &n, &err), &err);
	sample_commit(&txn);
	return n;
}

// The headline of the only item that the public sees; empty when there is none.
static struct str seen(struct sample *s)
{
	struct portfolio *p;
	struct err err;

	MUST(portfolio_load(s->mem, s->db, &p, &err), &err);
	struct showcase list = showcase_of(&p->showcase, &kind_news);
	assert_true(list.n <= 1);
	return list.n ? record_get(list.p[0].record, S("headline.en")) : STR_EMPTY;
}

static void a_version_is_public_from_its_moment_and_not_before(void **state)
{
	struct sample *s = *state;
	struct record record = news(s, "First");
	struct err err;
	int64_t due;

	set_day(s, &record);
	assert_true(record_set(s->mem, &record, S("headline.en"), S("Second")));
	save(s, &record);
	MUST(record_release_next(s->db, &due, &err), &err);
	assert_int_equal(due, DUE);
	assert_int_equal(release(s, DUE - 1), 0);
	IS(seen(s), "");
	assert_int_equal(release(s, DUE), 1);
	IS(seen(s), "First");
	// Another worker that looks later finds nothing left.
	assert_int_equal(release(s, DUE + 1), 0);
	MUST(record_release_next(s->db, &due, &err), &err);
	assert_int_equal(due, 0);
}

static void what_the_desk_closed_meanwhile_stays_closed(void **state)
{
	struct sample *s = *state;
	struct record record = news(s, "Withdrawn");

	set_day(s, &record);
	record.state = kind_state(&kind_news, S("withdrawn"));
	save(s, &record);
	assert_int_equal(release(s, DUE), 0);
	IS(seen(s), "");
}

static void publishing_at_once_drops_the_day(void **state)
{
	struct sample *s = *state;
	struct record record = news(s, "First");
	struct err err;

	set_day(s, &record);
	assert_true(record_set(s->mem, &record, S("headline.en"), S("Second")));
	save(s, &record);
	AUTO_TXN txn = sample_begin(s);
	MUST(publish_record(s->mem, s->db, &record, NOW, &err), &err);
	sample_commit(&txn);
	IS(seen(s), "Second");
	assert_int_equal(release(s, DUE), 0);
	IS(seen(s), "Second");
}

static void what_is_taken_back_or_deleted_is_seen_by_nobody(void **state)
{
	struct sample *s = *state;
	struct record record = news(s, "Shown");
	struct err err;

	for (int times = 0; times < 2; times++) {
		AUTO_TXN txn = sample_begin(s);
		MUST(publish_record(s->mem, s->db, &record, NOW, &err), &err);
		if (times == 0) {
			MUST(publish_take_back(s->mem, s->db, &record, NOW, &err), &err);
		}
		sample_commit(&txn);
		assert_int_equal(seen(s).n > 0, times);
	}
	record.deleted_at = NOW;
	save(s, &record);
	IS(seen(s), "");
}

static void what_is_public_as_it_is_saved_is(void **state)
{
	struct sample *s = *state;
	struct record facility = record_new(&kind_facility);
	struct record person = record_new(&kind_person);
	struct portfolio *p;
	struct err err;

	assert_true(record_set(s->mem, &facility, S("name.en"), S("Facility")));
	assert_true(record_set(s->mem, &facility, S("contracts.1"), S("secret")));
	assert_true(record_set(s->mem, &person, S("family"), S("Okapi")));
	save(s, &facility);
	save(s, &person);
	MUST(portfolio_load(s->mem, s->db, &p, &err), &err);
	const struct record *shown = showcase_one(&p->showcase, &kind_facility);
	assert_non_null(shown);
	assert_int_equal(shown->n, 1);
	assert_int_equal(showcase_of(&p->showcase, &kind_person).n, 0);
}

int release_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(a_version_is_public_from_its_moment_and_not_before),
		SAMPLE_TEST(what_the_desk_closed_meanwhile_stays_closed),
		SAMPLE_TEST(publishing_at_once_drops_the_day),
		SAMPLE_TEST(what_is_taken_back_or_deleted_is_seen_by_nobody),
		SAMPLE_TEST(what_is_public_as_it_is_saved_is),
	};

	return cmocka_run_group_tests_name("release", tests, NULL, NULL);
}
