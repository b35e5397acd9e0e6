// SPDX-License-Identifier: EUPL-1.2
// record_pick_test — the promises of store/record_pick.h, record_search.h and upgrade.h.
#include "store/record_pick.h"

#include "model/kind_list.h"
#include "sample.h"
#include "store/record.h"
#include "store/upgrade.h"
#include "tests.h"

enum { NOON = 1456833600 };

static void set(struct sample *s, struct record *record, struct str path, struct str text)
{
	if (!record_set(s->mem, record, path, text))
		fail_msg("no path %" PRIstr, STR(path));
}

static int64_t save(struct sample *s, struct record *record, int64_t at)
{
	AUTO_TXN txn = sample_begin(s);
	struct record_edit edit = {.record = record, .at = at, .what = S("edit"), .why = S("")};
	struct err err;
	bool saved;

	MUST(record_save(s->mem, s->db, &edit, &saved, &err), &err);
	assert_true(saved);
	sample_commit(&txn);
	return record->id;
}

static int64_t organisation(struct sample *s, struct str name, struct str country, struct str kind)
{
	struct record r = record_new(&kind_organisation);

	set(s, &r, S("name.en"), name);
	set(s, &r, S("country"), country);
	set(s, &r, S("kind"), kind);
	return save(s, &r, NOON);
}

static int64_t activity(struct sample *s, struct str title, struct str period, struct str notes)
{
	struct record r = record_new(&kind_activity);

	set(s, &r, S("title.fr"), title);
	set(s, &r, S("period"), period);
	set(s, &r, S("notes"), notes);
	return save(s, &r, NOON);
}

static struct record_pick begin(struct sample *s, const struct kind *kind)
{
	struct record_pick pick;
	struct err err;

	MUST(record_pick_begin(s->mem, s->db, kind, &pick, &err), &err);
	return pick;
}

// How many fit, really all criteria.
static size_t fitting(const struct record_pick *pick)
{
	size_t n = 0;

	for (size_t i = 0; i < pick->n; i++)
		n += record_pick_fits(&pick->item[i], RECORD_CRITERIA_MAX);
	return n;
}

static int64_t count_of(const struct record_key_counts *counts, struct str key)
{
	for (size_t i = 0; i < counts->n; i++)
		if (str_eq(counts->p[i].key, key))
			return counts->p[i].n;
	return 0;
}

static void a_choice_is_counted_under_the_other_choices_and_not_under_itself(void **state)
{
	struct sample *s = *state;
	struct record_key_counts kinds, countries;
	struct err err;

	organisation(s, S("Police"), S("BJ"), S("agency"));
	organisation(s, S("Home Office"), S("BJ"), S("ministry"));
	organisation(s, S("Interior"), S("TG"), S("ministry"));
	struct record_pick pick = begin(s, &kind_organisation);
	unsigned country = record_pick_criterion(&pick);
	MUST(record_pick_key(&pick, country, S("country"), S("BJ"), &err), &err);
	MUST(record_pick_count(&pick, RECORD_CRITERIA_MAX, S("kind"), &kinds, &err), &err);
	MUST(record_pick_count(&pick, country, S("country"), &countries, &err), &err);
	assert_int_equal(fitting(&pick), 2);
	assert_int_equal(count_of(&kinds, S("ministry")), 1);
	assert_int_equal(count_of(&countries, S("BJ")), 2);
	assert_int_equal(count_of(&countries, S("TG")), 1);
}

static void a_period_fits_when_it_meets_the_days_that_are_asked_for(void **state)
{
	struct sample *s = *state;
	struct err err;
	const struct date from = {2014, 3, 1}, to = {2014, 3, 31};
	static const struct {
		struct str period;
		bool fits;
	} rows[] = {{S_INIT("2014-03"), true}, {S_INIT("2014"), true},
		{S_INIT("2014-02/2014-03-01"), true}, {S_INIT("2013-01/.."), true},
		{S_INIT("/.."), true}, {S_INIT("2014-04/2014-05"), false},
		{S_INIT("2013-12/2014-02"), false}};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t id = activity(s, S("Atelier"), rows[i].period, S(""));
		struct record_pick pick = begin(s, &kind_activity);
		unsigned dates = record_pick_criterion(&pick);
		MUST(record_pick_days(&pick, dates, S("period"), date_first_day(from),
			     date_last_day(to), &err),
			&err);
		if (record_pick_fits(record_pick_item(&pick, id), RECORD_CRITERIA_MAX) !=
			rows[i].fits)
			fail_msg("%" PRIstr, STR(rows[i].period));
	}
}

static void what_has_no_key_stands_behind_in_either_order(void **state)
{
	struct sample *s = *state;
	struct record_order order;
	struct err err;
	int64_t later = activity(s, S("b"), S("2015"), S(""));
	int64_t never = activity(s, S("c"), S(""), S(""));
	int64_t early = activity(s, S("a"), S("2014"), S(""));
	struct record_pick pick = begin(s, &kind_activity);

	MUST(record_pick_sort(&pick, (struct record_sort){S("period"), false}, &order, &err), &err);
	assert_int_equal(order.p[0]->id, early);
	assert_int_equal(order.p[2]->id, never);
	MUST(record_pick_sort(&pick, (struct record_sort){S("period"), true}, &order, &err), &err);
	assert_int_equal(order.p[0]->id, later);
	assert_int_equal(order.p[2]->id, never);
}

static void a_deleted_record_is_picked_by_nothing(void **state)
{
	struct sample *s = *state;
	struct record *record;
	struct err err;
	int64_t id = organisation(s, S("Police"), S("BJ"), S("agency"));

	MUST(record_load(s->mem, s->db, id, &record, &err), &err);
	record->deleted_at = NOON;
	save(s, record, NOON);
	struct record_pick pick = begin(s, &kind_organisation);
	assert_int_equal(pick.n, 0);
	record_pick_allow(&pick, record_pick_criterion(&pick), id);
}

static void more_criteria_than_there_are_bits_let_fewer_records_through(void **state)
{
	struct sample *s = *state;

	organisation(s, S("Police"), S("BJ"), S("agency"));
	struct record_pick pick = begin(s, &kind_organisation);
	for (int i = 0; i < RECORD_CRITERIA_MAX + 3; i++)
		assert_true(record_pick_criterion(&pick) < RECORD_CRITERIA_MAX);
	assert_int_equal(fitting(&pick), 0);
}

// ---- words

static size_t found(struct sample *s, const struct kind *kind, unsigned classes, struct str words)
{
	struct record_words asked = {kind, classes, words};
	struct record_ids ids;
	struct err err;

	MUST(record_search(s->mem, s->db, &asked, &ids, &err), &err);
	return ids.n;
}

enum { PUBLIC = 1 << FIELD_PUBLIC, ALL = (1 << (FIELD_SENSITIVE + 1)) - 1 };

static void words_are_found_however_they_are_written(void **state)
{
	struct sample *s = *state;

	activity(s, S("Atelier à l’École d’été"), S("2014"), S(""));
	activity(s, S("إدارة الهجرة"), S("2014"), S(""));
	assert_int_equal(found(s, &kind_activity, PUBLIC, S("ECOLE ete")), 1);
	assert_int_equal(found(s, &kind_activity, PUBLIC, S("éco")), 1);
	assert_int_equal(found(s, &kind_activity, PUBLIC, S("اداره")), 1);
	assert_int_equal(found(s, &kind_activity, PUBLIC, S("ecole hiver")), 0);
	assert_int_equal(found(s, &kind_action, PUBLIC, S("ecole")), 0);
	assert_int_equal(found(s, &kind_activity, PUBLIC, S(" \" * ( -")), 0);
}

static void a_word_is_found_only_by_those_who_see_its_field(void **state)
{
	struct sample *s = *state;
	struct record person = record_new(&kind_person);

	set(s, &person, S("family"), S("Okonkwo"));
	save(s, &person, NOON);
	assert_int_equal(found(s, &kind_person, ALL, S("okonkwo")), 1);
	assert_int_equal(found(s, &kind_person, 1 << FIELD_PERSONAL, S("okonkwo")), 1);
	assert_int_equal(found(s, &kind_person, PUBLIC | 1 << FIELD_INTERNAL, S("okonkwo")), 0);
	assert_int_equal(found(s, &kind_person, 0, S("okonkwo")), 0);
}

static void a_word_that_was_taken_away_is_found_no_more(void **state)
{
	struct sample *s = *state;
	struct record *record;
	struct err err;
	int64_t id = activity(s, S("Colloque"), S("2014"), S(""));

	MUST(record_load(s->mem, s->db, id, &record, &err), &err);
	set(s, record, S("title.fr"), S("Séminaire"));
	save(s, record, NOON);
	assert_int_equal(found(s, &kind_activity, PUBLIC, S("colloque")), 0);
	assert_int_equal(found(s, &kind_activity, PUBLIC, S("seminaire")), 1);
}

static void records_of_an_earlier_version_are_found_after_the_upgrade(void **state)
{
	struct sample *s = *state;
	struct record_pick pick;
	struct record_key_counts kinds;
	struct err err;
	int64_t steps;

	organisation(s, S("Police"), S("BJ"), S("agency"));
	sample_spoil(s, S("DELETE FROM search_record"));
	sample_spoil(s, S("DELETE FROM record_key"));
	sample_spoil(s, S("INSERT INTO record_unkeyed SELECT id FROM record"));
	MUST(upgrade_run(s->db, NOON, &steps, &err), &err);
	assert_int_equal(steps, 0);
	assert_int_equal(found(s, &kind_organisation, PUBLIC, S("police")), 1);
	pick = begin(s, &kind_organisation);
	MUST(record_pick_count(&pick, RECORD_CRITERIA_MAX, S("kind"), &kinds, &err), &err);
	assert_int_equal(count_of(&kinds, S("agency")), 1);
	assert_int_equal(sample_number(s, S("SELECT count(*) FROM record_unkeyed")), 0);
}

int record_pick_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(a_choice_is_counted_under_the_other_choices_and_not_under_itself),
		SAMPLE_TEST(a_period_fits_when_it_meets_the_days_that_are_asked_for),
		SAMPLE_TEST(what_has_no_key_stands_behind_in_either_order),
		SAMPLE_TEST(a_deleted_record_is_picked_by_nothing),
		SAMPLE_TEST(more_criteria_than_there_are_bits_let_fewer_records_through),
		SAMPLE_TEST(words_are_found_however_they_are_written),
		SAMPLE_TEST(a_word_is_found_only_by_those_who_see_its_field),
		SAMPLE_TEST(a_word_that_was_taken_away_is_found_no_more),
		SAMPLE_TEST(records_of_an_earlier_version_are_found_after_the_upgrade),
	};

	return cmocka_run_group_tests_name("record_pick", tests, NULL, NULL);
}
