// SPDX-License-Identifier: EUPL-1.2
// record_test — the promises of store/record.h.
#include "store/record.h"

#include "model/kind_list.h"
#include "sample.h"
#include "tests.h"

enum { OFFICER = 3, NOON = 1456833600, HOUR = 3600 };

static bool save(struct sample *s, struct record *record, int64_t at, struct str what)
{
	AUTO_TXN txn = sample_begin(s);
	struct record_edit edit = {
		.record = record, .account_id = OFFICER, .at = at, .what = what, .why = S("")};
	struct err err;
	bool saved;

	MUST(record_save(s->mem, s->db, &edit, &saved, &err), &err);
	sample_commit(&txn);
	return saved;
}

static void set(struct sample *s, struct record *record, struct str path, struct str text)
{
	if (!record_set(s->mem, record, path, text))
		fail_msg("no path %" PRIstr, STR(path));
}

static int64_t organisation(struct sample *s, struct str name, struct str country, int64_t at)
{
	struct record r = record_new(&kind_organisation);

	set(s, &r, S("name.en"), name);
	set(s, &r, S("country"), country);
	assert_true(save(s, &r, at, S("create")));
	return r.id;
}

static struct record *load(struct sample *s, int64_t id)
{
	struct record *record;
	struct err err;

	MUST(record_load(s->mem, s->db, id, &record, &err), &err);
	return record;
}

static void a_record_is_loaded_as_it_was_saved(void **state)
{
	struct sample *s = *state;
	int64_t id = organisation(s, S("Ministry of Labour"), S("BJ"), NOON);
	struct record *r = load(s, id);

	assert_ptr_equal(r->kind, &kind_organisation);
	IS(record_get(r, S("name.en")), "Ministry of Labour");
	assert_int_equal(r->version, 1);
	assert_int_equal(r->created_at, NOON);
	assert_null(load(s, id + 1));
}

static void every_version_stays_with_who_when_and_why(void **state)
{
	struct sample *s = *state;
	int64_t id = organisation(s, S("Ministry of Labour"), S("BJ"), NOON);
	struct record *r = load(s, id), *then;
	struct record_versions history;
	struct err err;

	set(s, r, S("name.en"), S("Ministry of Labour and Civil Service"));
	assert_true(save(s, r, NOON + HOUR, S("edit")));
	MUST(record_history(s->mem, s->db, id, &history, &err), &err);
	assert_int_equal(history.n, 2);
	IS(history.p[0].what, "edit");
	assert_int_equal(history.p[0].account_id, OFFICER);
	assert_int_equal(history.p[1].at, NOON);
	MUST(record_load_version(s->mem, s->db, id, 1, &then, &err), &err);
	IS(record_get(then, S("name.en")), "Ministry of Labour");
}

static void a_record_is_seen_as_of_any_moment(void **state)
{
	struct sample *s = *state;
	int64_t id = organisation(s, S("Home Office"), S("GB"), NOON);
	struct record *r = load(s, id), *then;
	struct err err;

	set(s, r, S("acronym"), S("HO"));
	assert_true(save(s, r, NOON + HOUR, S("edit")));
	MUST(record_load_at(s->mem, s->db, id, NOON + HOUR - 1, &then, &err), &err);
	IS(record_get(then, S("acronym")), "");
	MUST(record_load_at(s->mem, s->db, id, NOON + HOUR, &then, &err), &err);
	IS(record_get(then, S("acronym")), "HO");
	MUST(record_load_at(s->mem, s->db, id, NOON - 1, &then, &err), &err);
	assert_null(then);
}

static void of_two_edits_of_one_version_the_second_is_not_written(void **state)
{
	struct sample *s = *state;
	int64_t id = organisation(s, S("Home Office"), S("GB"), NOON);
	struct record *mine = load(s, id), *theirs = load(s, id);

	set(s, theirs, S("acronym"), S("HO"));
	set(s, mine, S("acronym"), S("HOFF"));
	assert_true(save(s, theirs, NOON + 1, S("edit")));
	assert_false(save(s, mine, NOON + 2, S("edit")));
	IS(record_get(load(s, id), S("acronym")), "HO");
	assert_int_equal(sample_number(s, S("SELECT count(*) FROM record_version")), 2);
}

static struct record_lines list(struct sample *s, const struct record_query *query)
{
	struct record_lines lines;
	struct err err;

	MUST(record_list(s->mem, s->db, query, &lines, &err), &err);
	return lines;
}

static void a_list_is_narrowed_by_alternatives_of_each_property(void **state)
{
	struct sample *s = *state;
	organisation(s, S("Police"), S("BJ"), NOON);
	organisation(s, S("Army"), S("TG"), NOON + 1);
	organisation(s, S("Customs"), S("ML"), NOON + 2);
	const struct record_filter filter[] = {{S_INIT("country"), S_INIT("BJ")},
		{S_INIT("country"), S_INIT("ML")}, {S_INIT("state"), S_INIT("current")}};
	struct record_lines lines = list(s,
		&(struct record_query){
			.kind = &kind_organisation, .filter = filter, .filter_n = 3});

	assert_int_equal(lines.n, 2);
	IS(lines.p[0].name, "Customs");
	IS(lines.p[1].name, "Police");
	const struct record_filter none[] = {{S_INIT("state"), S_INIT("retired")}};
	lines = list(s,
		&(struct record_query){.kind = &kind_organisation, .filter = none, .filter_n = 1});
	assert_int_equal(lines.n, 0);
}

static void a_list_is_put_in_order_of_a_property_either_way(void **state)
{
	struct sample *s = *state;
	organisation(s, S("Élections"), S("BJ"), NOON);
	organisation(s, S("Army"), S("TG"), NOON + 1);
	organisation(s, S("Zoo"), S("ML"), NOON + 2);
	struct record_query query = {.kind = &kind_organisation, .sort = S("name")};
	struct record_lines lines = list(s, &query);

	IS(lines.p[0].name, "Army");
	IS(lines.p[1].name, "Élections");
	query.descending = true;
	IS(list(s, &query).p[0].name, "Zoo");
}

static void a_deleted_record_is_in_no_list_and_comes_back(void **state)
{
	struct sample *s = *state;
	int64_t id = organisation(s, S("Police"), S("BJ"), NOON);
	struct record_query query = {.kind = &kind_organisation};
	struct record *r = load(s, id);

	r->deleted_at = NOON + 1;
	assert_true(save(s, r, NOON + 1, S("delete")));
	assert_int_equal(list(s, &query).n, 0);
	r->deleted_at = 0;
	assert_true(save(s, r, NOON + 2, S("restore")));
	assert_int_equal(list(s, &query).n, 1);
}

static size_t faults(struct sample *s)
{
	struct findings findings = {0};
	struct err err;

	MUST(record_chain_check(s->mem, s->db, &findings, &err) &&
			record_heads_check(s->mem, s->db, &findings, &err),
		&err);
	return findings.n;
}

static void a_sound_history_has_no_fault(void **state)
{
	struct sample *s = *state;
	organisation(s, S("Police"), S("BJ"), NOON);
	organisation(s, S("Army"), S("TG"), NOON);
	assert_int_equal(faults(s), 0);
}

static void what_was_tampered_with_is_found(void **state)
{
	static const struct str deeds[] = {
		S_INIT("UPDATE record_version SET why = 'for fun' WHERE id = 2"),
		S_INIT("UPDATE record_version SET account_id = 1 WHERE id = 1"),
		S_INIT("UPDATE record_version SET document = replace(document, 'TG', 'GH')"),
		S_INIT("UPDATE record SET document = replace(document, 'TG', 'GH')"),
		S_INIT("UPDATE record SET state = 'retired'"),
		S_INIT("UPDATE record SET name = 'Armx' WHERE id = 2"),
		S_INIT("UPDATE record SET kind = 'orgaoisation' WHERE id = 1"),
		S_INIT("UPDATE record SET owner_id = 2 WHERE id = 1"),
		S_INIT("UPDATE record SET deleted_at = 77 WHERE id = 1"),
		S_INIT("UPDATE record SET created_at = created_at - 1 WHERE id = 1"),
		S_INIT("UPDATE record SET public_version = 9 WHERE id = 1"),
		S_INIT("DELETE FROM record_version WHERE id = 2"),
		S_INIT("UPDATE record_version SET at = at + 1 WHERE id = 3"),
	};
	struct sample *s;

	(void)state;

	for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
		void *fresh = NULL;
		sample_make(&fresh);
		s = fresh;
		organisation(s, S("Police"), S("BJ"), NOON);
		organisation(s, S("Army"), S("TG"), NOON);
		organisation(s, S("Customs"), S("ML"), NOON);
		sample_spoil(s, deeds[i]);
		if (!faults(s))
			fail_msg("not found: %" PRIstr, STR(deeds[i]));
		sample_drop(&fresh);
	}
}

int record_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(a_record_is_loaded_as_it_was_saved),
		SAMPLE_TEST(every_version_stays_with_who_when_and_why),
		SAMPLE_TEST(a_record_is_seen_as_of_any_moment),
		SAMPLE_TEST(of_two_edits_of_one_version_the_second_is_not_written),
		SAMPLE_TEST(a_list_is_narrowed_by_alternatives_of_each_property),
		SAMPLE_TEST(a_list_is_put_in_order_of_a_property_either_way),
		SAMPLE_TEST(a_deleted_record_is_in_no_list_and_comes_back),
		SAMPLE_TEST(a_sound_history_has_no_fault),
		SAMPLE_TEST(what_was_tampered_with_is_found),
	};

	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
