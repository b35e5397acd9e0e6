// SPDX-License-Identifier: EUPL-1.2
// api_read_test — JSON that came in becomes the values of a record, and nothing that it should not be.
#include "check.h"
#include "model/kind_list.h"
#include "tests.h"
#include "web/api.h"

static const struct record_reach all = {~0U, true};
static const struct record_reach officer = {
	1U << FIELD_PUBLIC | 1U << FIELD_INTERNAL | 1U << FIELD_PERSONAL, true};

// What a body makes of a record.
struct result {
	struct record record;
	struct findings findings;
	bool is_closed;
};

static struct result sent(struct arena *mem, const struct record *before,
	const struct record_reach *reach, enum api_mode mode, struct str text)
{
	struct result result = {.findings = {0}};
	struct api_change change = {.before = before, .reach = reach, .mode = mode};
	struct err err = {0};

	if (!json_read(mem, text, &change.body, &err))
		fail_msg("%s", err.msg);
	result.record = api_read(mem, &change, &result.is_closed, &result.findings);
	return result;
}

static void put(struct arena *mem, struct record *record, const char *path, const char *text)
{
	assert_true(record_set(mem, record, str_c(path), str_c(text)));
}

static struct record activity(struct arena *mem)
{
	struct record r = record_new(&kind_activity);

	put(mem, &r, "action", "7");
	put(mem, &r, "title.en", "Workshop");
	put(mem, &r, "title.fr", "Atelier");
	put(mem, &r, "period", "2014-03");
	put(mem, &r, "legs.1.place", "Lomé");
	put(mem, &r, "legs.2.place", "Accra");
	put(mem, &r, "languages.1", "en");
	put(mem, &r, "cost", "4200");
	return r;
}

static void a_merge_changes_what_it_names_and_null_takes_away(void **state)
{
	struct arena *mem = *state;
	struct record before = activity(mem);
	struct result r = sent(mem, &before, &all, API_MERGE,
		S("{\"period\":null,\"title\":{\"fr\":null,\"ar\":\" ورشة \"},\"cost\":5}"));

	assert_int_equal(r.findings.n, 0);
	IS(record_get(&r.record, S("period")), "");
	IS(record_get(&r.record, S("title.en")), "Workshop");
	IS(record_get(&r.record, S("title.fr")), "");
	IS(record_get(&r.record, S("title.ar")), "ورشة");
	IS(record_get(&r.record, S("cost")), "5");
	IS(record_get(&r.record, S("legs.2.place")), "Accra");
	IS(record_get(&before, S("title.fr")), "Atelier");
}

static void lists_and_rows_are_sent_whole(void **state)
{
	struct arena *mem = *state;
	struct record before = activity(mem);
	struct result r = sent(mem, &before, &all, API_MERGE,
		S("{\"languages\":[\"fr\",\"\",\"pt\"],\"legs\":[{\"country\":\"TG\"},{},{\"place\":\"Keta\"}],"
		  "\"participants\":[{\"total\":3,\"estimate\":true},{\"total\":4,\"estimate\":false}]}"));

	assert_int_equal(r.findings.n, 0);
	IS(record_get(&r.record, S("languages.1")), "fr");
	IS(record_get(&r.record, S("languages.2")), "pt");
	IS(record_get(&r.record, S("legs.1.country")), "TG");
	IS(record_get(&r.record, S("legs.1.place")), "");
	IS(record_get(&r.record, S("legs.2.place")), "Keta");
	assert_int_equal(record_count(&r.record, S("legs")), 2);
	IS(record_get(&r.record, S("participants.1.estimate")), "true");
	IS(record_get(&r.record, S("participants.2.estimate")), "");
}

static void a_whole_record_takes_away_what_it_does_not_name_and_may_see(void **state)
{
	struct arena *mem = *state;
	struct record before = activity(mem);
	struct result r = sent(mem, &before, &officer, API_WHOLE,
		S("{\"action\":{\"id\":9,\"name\":\"x\",\"url\":\"y\"},\"title\":{\"en\":\"New\"}}"));

	assert_int_equal(r.findings.n, 0);
	IS(record_get(&r.record, S("action")), "9");
	IS(record_get(&r.record, S("title.en")), "New");
	IS(record_get(&r.record, S("title.fr")), "");
	assert_int_equal(record_count(&r.record, S("legs")), 0);
	IS(record_get(&r.record, S("cost")), "4200");
}

static void a_field_that_is_not_seen_is_refused_as_closed(void **state)
{
	struct arena *mem = *state;
	struct record before = activity(mem);
	struct result r = sent(mem, &before, &officer, API_MERGE, S("{\"cost\":1}"));

	assert_true(r.is_closed);
	assert_int_equal(r.findings.n, 1);
	IS(r.findings.p[0].rule, "cost");
	IS(record_get(&r.record, S("cost")), "4200");
	r = sent(mem, &before, &officer, API_MERGE, S("{\"price\":1}"));
	assert_false(r.is_closed);
	IS(r.findings.p[0].rule, "price");
}

static void what_is_closed_in_a_state_may_come_back_as_it_is(void **state)
{
	struct arena *mem = *state;
	struct record before = record_new(&kind_action);

	put(mem, &before, "period", "2014");
	before.state = kind_state(&kind_action, S("archived"));
	assert_int_equal(
		sent(mem, &before, &all, API_WHOLE, S("{\"period\":\"2014\"}")).findings.n, 0);
	struct result r = sent(mem, &before, &all, API_WHOLE, S("{\"period\":\"2015\"}"));
	assert_int_equal(r.findings.n, 1);
	IS(r.findings.p[0].rule, "period");
	assert_int_equal(sent(mem, &before, &all, API_MERGE, S("{\"period\":null}")).findings.n, 1);
}

static void every_value_of_another_type_is_told_by_its_path(void **state)
{
	const struct {
		const char *body, *path;
	} wrong[] = {
		{"{\"period\":2014}", "period"},
		{"{\"number\":\"2\"}", "number"},
		{"{\"number\":2.5}", "number"},
		{"{\"title\":\"x\"}", "title"},
		{"{\"title\":{\"en\":[]}}", "title.en"},
		{"{\"title\":{\"xx\":\"a\"}}", "title.xx"},
		{"{\"languages\":\"en\"}", "languages"},
		{"{\"languages\":[1]}", "languages.1"},
		{"{\"legs\":{}}", "legs"},
		{"{\"legs\":[1]}", "legs.1"},
		{"{\"legs\":[{},{\"town\":\"x\"}]}", "legs.2.town"},
		{"{\"legs.1.place\":\"x\"}", "legs.1.place"},
		{"{\"action\":\"7\"}", "action"},
		{"{\"action\":{\"id\":\"7\"}}", "action"},
		{"{\"participants\":[{\"estimate\":\"true\"}]}", "participants.1.estimate"},
		{"{\"record\":1}", "record"},
		{"{\"record\":{\"state\":\"held\"}}", "record.state"},
		{"{\"record\":{\"id\":8}}", "record.id"},
		{"{\"record\":{\"why\":8}}", "record.why"},
	};
	struct arena *mem = *state;
	struct record before = activity(mem);

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct result r = sent(mem, &before, &all, API_MERGE, str_c(wrong[i].body));
		if (r.findings.n != 1 || !str_eq(r.findings.p[0].rule, str_c(wrong[i].path)))
			fail_msg("%s: %zu findings, the first at %" PRIstr, wrong[i].body,
				r.findings.n, STR(r.findings.n ? r.findings.p[0].rule : STR_EMPTY));
	}
}

static void no_kind_calls_a_field_of_its_own_record(void **state)
{
	(void)state;
	for (size_t i = 0; i < KIND_N; i++)
		assert_null(property_named(
			kind_list[i]->property, kind_list[i]->property_n, S("record")));
}

int api_read_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_merge_changes_what_it_names_and_null_takes_away),
		TEST(lists_and_rows_are_sent_whole),
		TEST(a_whole_record_takes_away_what_it_does_not_name_and_may_see),
		TEST(a_field_that_is_not_seen_is_refused_as_closed),
		TEST(what_is_closed_in_a_state_may_come_back_as_it_is),
		TEST(every_value_of_another_type_is_told_by_its_path),
		TEST(no_kind_calls_a_field_of_its_own_record),
	};

	return cmocka_run_group_tests_name("api_read", tests, NULL, NULL);
}
