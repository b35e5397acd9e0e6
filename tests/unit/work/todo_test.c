// SPDX-License-Identifier: EUPL-1.2
// todo_test — the rules of what waits (work/desk/todo.h), each with a record that it finds and one that it leaves.
#include "work/desk/todo.h"

#include "model/kind_list.h"
#include "sample.h"
#include "store/record.h"
#include "tests.h"

enum { NOW = 1456833600 }; // 1 March 2016

static int64_t save(struct sample *s, struct record *record)
{
	AUTO_TXN txn = sample_begin(s);
	struct record_edit edit = {.record = record, .at = NOW, .what = S("edit"), .why = S("")};
	struct err err;
	bool saved;

	MUST(record_save(s->mem, s->db, &edit, &saved, &err), &err);
	sample_commit(&txn);
	return record->id;
}

// Values as "path=text;path=text".
static int64_t make(struct sample *s, const struct kind *kind, struct str state, struct str values)
{
	struct record r = record_new(kind);
	struct str_split pairs = {.rest = values, .sep = ';'};
	struct str pair;

	r.state = kind_state(kind, state);
	assert_true(r.state >= 0);
	while (pairs.rest.n && str_next(&pairs, &pair)) {
		size_t at = str_find_char(pair, '=', 0);
		if (!record_set(s->mem, &r, str_sub(pair, 0, at), str_from(pair, at + 1)))
			fail_msg("%" PRIstr, STR(pair));
	}
	return save(s, &r);
}

static int64_t part(struct sample *s, const struct kind *kind, struct str state, int64_t action,
	const char *values)
{
	return make(
		s, kind, state, str_format(s->mem, "action=%lld;%s", (long long)action, values));
}

static bool finds(struct sample *s, struct str rule, const struct kind *kind, int64_t id)
{
	struct todo todo = todo_new(s->mem, s->db, NOW);
	struct record_ids ids;
	struct err err;
	size_t n = 0;

	assert_true(todo_applies(todo_rule_named(rule), kind));
	MUST(todo_records(&todo, todo_rule_named(rule), kind, &ids, &err), &err);
	for (size_t i = 0; i < ids.n; i++)
		n += ids.p[i] == id;
	assert_true(n <= 1);
	return n;
}

static void what_is_planned_for_a_day_that_is_over_is_overdue(void **state)
{
	struct sample *s = *state;
	int64_t a = make(s, &kind_action, S("running"), S("place=Togo"));

	assert_true(finds(s, S("overdue"), &kind_activity,
		part(s, &kind_activity, S("planned"), a, "period=2016-02")));
	assert_false(finds(s, S("overdue"), &kind_activity,
		part(s, &kind_activity, S("planned"), a, "period=2016-03")));
	assert_false(finds(s, S("overdue"), &kind_activity,
		part(s, &kind_activity, S("held"), a, "period=2016-02")));
	assert_false(finds(s, S("overdue"), &kind_activity,
		part(s, &kind_activity, S("planned"), a, "period=2016-01/..")));
	assert_false(todo_applies(todo_rule_named(S("overdue")), &kind_organisation));
}

static void an_action_is_quiet_when_half_a_year_saw_nothing(void **state)
{
	struct sample *s = *state;
	int64_t quiet = make(s, &kind_action, S("running"), S("place=Togo;period=2014-01/.."));
	int64_t lively = make(s, &kind_action, S("running"), S("place=Mali;period=2014-01/.."));
	int64_t fresh = make(s, &kind_action, S("running"), S("place=Benin;period=2016-01/.."));
	int64_t closed = make(s, &kind_action, S("closed"), S("place=Niger;period=2014/2015"));

	part(s, &kind_activity, S("held"), quiet, "period=2015-02");
	part(s, &kind_activity, S("cancelled"), quiet, "period=2016-02");
	part(s, &kind_activity, S("held"), lively, "period=2016-02");
	assert_true(finds(s, S("quiet"), &kind_action, quiet));
	assert_false(finds(s, S("quiet"), &kind_action, lively));
	assert_false(finds(s, S("quiet"), &kind_action, fresh));
	assert_false(finds(s, S("quiet"), &kind_action, closed));
	part(s, &kind_activity, S("planned"), quiet, "period=2016-06");
	assert_false(finds(s, S("quiet"), &kind_action, quiet));
}

static void an_output_without_an_end_is_unsettled_when_its_action_is_closed(void **state)
{
	struct sample *s = *state;
	int64_t open = make(s, &kind_action, S("running"), S("place=Togo"));
	int64_t closed = make(s, &kind_action, S("closed"), S("place=Mali"));

	assert_true(finds(s, S("unsettled"), &kind_output,
		part(s, &kind_output, S("planned"), closed, "name.en=Manual")));
	assert_true(finds(s, S("unsettled"), &kind_output,
		part(s, &kind_output, S("unknown"), closed, "name.en=Manual")));
	assert_false(finds(s, S("unsettled"), &kind_output,
		part(s, &kind_output, S("adopted"), closed, "name.en=Manual")));
	assert_false(finds(s, S("unsettled"), &kind_output,
		part(s, &kind_output, S("planned"), open, "name.en=Manual")));
}

static void a_text_that_lacks_a_language_of_the_portal_is_untranslated(void **state)
{
	struct sample *s = *state;
	static const struct {
		struct str values;
		bool found;
	} rows[] = {{S_INIT("place=Togo"), false}, {S_INIT("place=Togo;title.en=A"), true},
		{S_INIT("place=Togo;title.en=A;title.fr=B;title.ar=C"), false},
		{S_INIT("place=Togo;title.en=A;title.fr=B;title.ar=C;objective.en=D"), true},
		{S_INIT("place=Togo;title.en=A;title.fr=B;title.ar=C;title.es=D"), false}};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (finds(s, S("untranslated"), &kind_action,
			    make(s, &kind_action, S("running"), rows[i].values)) != rows[i].found)
			fail_msg("%" PRIstr, STR(rows[i].values));
	assert_false(finds(s, S("untranslated"), &kind_action,
		make(s, &kind_action, S("pipeline"), S("place=Togo;title.en=A"))));
}

static void what_the_public_sees_older_or_not_yet_is_unpublished(void **state)
{
	struct sample *s = *state;
	int64_t action = make(s, &kind_action, S("running"), S("place=Togo"));
	struct record *record;
	struct err err;

	assert_false(finds(s, S("unpublished"), &kind_action, action));
	{
		AUTO_TXN txn = sample_begin(s);
		MUST(record_load(s->mem, s->db, action, &record, &err), &err);
		MUST(record_make_public(s->db, record, NOW, &err), &err);
		sample_commit(&txn);
	}
	assert_false(finds(s, S("unpublished"), &kind_action, action));
	assert_false(finds(s, S("unpublished"), &kind_activity,
		part(s, &kind_activity, S("idea"), action, "period=2016")));
	assert_false(finds(s, S("unpublished"), &kind_action, action));
	assert_true(finds(s, S("unpublished"), &kind_activity,
		part(s, &kind_activity, S("planned"), action, "period=2016")));
	assert_true(finds(s, S("unpublished"), &kind_action, action));
}

static bool is_mine(struct sample *s, const struct kind *kind, int64_t person, int64_t id)
{
	struct todo todo = todo_new(s->mem, s->db, NOW);
	struct record_ids ids;
	struct err err;

	MUST(todo_mine(&todo, kind, person, &ids, &err), &err);
	for (size_t i = 0; i < ids.n; i++)
		if (ids.p[i] == id)
			return true;
	return false;
}

static void an_officer_answers_for_actions_and_their_parts(void **state)
{
	struct sample *s = *state;
	int64_t officer = make(s, &kind_person, S("current"), S("family=Diallo;email=A@b.example"));
	int64_t person;
	struct err err;
	int64_t mine = make(s, &kind_action, S("running"),
		str_format(s->mem, "place=Togo;officer=%lld", (long long)officer));
	int64_t other = make(s, &kind_action, S("running"), S("place=Mali"));

	MUST(todo_person_of(s->mem, s->db, S("a@B.example"), &person, &err), &err);
	assert_int_equal(person, officer);
	MUST(todo_person_of(s->mem, s->db, S("c@b.example"), &person, &err), &err);
	assert_int_equal(person, 0);
	assert_true(is_mine(s, &kind_action, officer, mine));
	assert_false(is_mine(s, &kind_action, officer, other));
	assert_true(is_mine(s, &kind_output, officer,
		part(s, &kind_output, S("planned"), mine, "name.en=Manual")));
	assert_false(is_mine(s, &kind_output, officer,
		part(s, &kind_output, S("planned"), other, "name.en=Manual")));
	assert_false(todo_has_officer(&kind_organisation));
}

int todo_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(what_is_planned_for_a_day_that_is_over_is_overdue),
		SAMPLE_TEST(an_action_is_quiet_when_half_a_year_saw_nothing),
		SAMPLE_TEST(an_output_without_an_end_is_unsettled_when_its_action_is_closed),
		SAMPLE_TEST(a_text_that_lacks_a_language_of_the_portal_is_untranslated),
		SAMPLE_TEST(what_the_public_sees_older_or_not_yet_is_unpublished),
		SAMPLE_TEST(an_officer_answers_for_actions_and_their_parts),
	};

	return cmocka_run_group_tests_name("todo", tests, NULL, NULL);
}
