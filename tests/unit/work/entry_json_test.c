// SPDX-License-Identifier: EUPL-1.2
// entry_json_test — every key of the contract is there, whatever is known.
#include "work/entry_json.h"

#include "check.h"
#include "tests.h"

static struct str json_of(struct arena *mem, const struct entry *entry)
{
	struct out o = out_memory(mem, 64 * 1024);
	struct json json = json_new(&o);

	json_begin_object(&json);
	entry_json_members(&json, S("page.txt"), entry);
	json_end_object(&json);
	return out_str(&o);
}

static void no_key_is_missing_when_nothing_is_known(void **state)
{
	struct entry nothing = entry_new();

	IS(json_of(*state, &nothing),
		"{\"file\":\"page.txt\",\"heading\":null,\"place\":null,\"place_kind\":null,"
		"\"iso2\":null,\"phase\":null,\"title\":null,\"themes\":[],\"objective\":null,"
		"\"summary\":null,\"duration_raw\":null,\"start\":null,\"end\":null,"
		"\"ongoing\":false,\"duration_damaged\":false,\"duration_ambiguous\":false,"
		"\"activities\":[],\"outputs\":[],\"experts\":[],\"partners\":[],"
		"\"requester\":null,\"requester_kind\":null,\"countries_involved\":[],"
		"\"participants\":null,\"warnings\":[],\"facts\":{\"heading\":null,\"place\":null,"
		"\"place_kind\":null,\"iso2\":null,\"phase\":null,\"title\":null,"
		"\"objective\":null,\"summary\":null,\"duration_raw\":null,\"start\":null,"
		"\"end\":null,\"ongoing\":null,\"requester\":null,\"requester_kind\":null,"
		"\"themes\":[],\"partners\":[],\"countries_involved\":[]}}");
}

static void an_activity_carries_its_span_and_certainty(void **state)
{
	struct arena *mem = *state;
	struct entry e = entry_new();
	struct entry_activity a = entry_activity_new();

	a.type = S("workshop");
	a.quote = S("two workshops");
	a.date_raw = S("March 2012");
	a.period = (struct period){.start = {2012, 3, 0}};
	a.is_planned = true;
	a.count = 2;
	a.span = (struct span){120, 13, CERTAINTY_STATED, S("activity.noun")};
	VEC_ADD(mem, &e.activities, a);
	HAS(json_of(mem, &e),
		"\"activities\":[{\"type\":\"workshop\",\"quote\":\"two workshops\","
		"\"date_raw\":\"March 2012\",\"start\":\"2012-03\",\"end\":null,\"place\":null,"
		"\"iso2\":null,\"status\":\"planned\",\"count\":2,\"span\":[120,13],"
		"\"certainty\":\"stated\"}]");
}

static void a_country_read_off_the_place_is_inferred(void **state)
{
	struct entry e = entry_new();

	e.place = (struct entry_text){S("Togo"), {0, 4, CERTAINTY_STATED, S("heading.place")}};
	e.place_kind = S("country");
	e.iso2 = S("TG");
	HAS(json_of(*state, &e),
		"\"place\":{\"span\":[0,4],\"certainty\":\"stated\"},"
		"\"place_kind\":{\"span\":[0,4],\"certainty\":\"inferred\"},"
		"\"iso2\":{\"span\":[0,4],\"certainty\":\"inferred\"}");
}

static void present_is_a_fact_about_ongoing_and_not_about_the_end(void **state)
{
	struct entry e = entry_new();

	e.period = (struct period){.start = {2013, 1, 0}, .open = true};
	e.start_span = (struct span){10, 12, CERTAINTY_STATED, S("duration")};
	e.end_span = (struct span){23, 7, CERTAINTY_STATED, S("duration")};
	struct str json = json_of(*state, &e);
	HAS(json, "\"start\":\"2013-01\",\"end\":null,\"ongoing\":true");
	HAS(json, "\"end\":null,\"ongoing\":{\"span\":[23,7],\"certainty\":\"stated\"}");
}

static void warnings_and_participants_are_told_with_their_place(void **state)
{
	struct arena *mem = *state;
	struct entry e = entry_new();

	finding_add(mem, &e.warnings, (struct finding){.rule = S("R02"), .offset = 5, .length = 2},
		"a dash was lost");
	e.participants.count = 250;
	e.participants.quote = S("Over 250 participants");
	e.participants.span = (struct span){40, 21, CERTAINTY_STATED, S("people")};
	struct str json = json_of(mem, &e);
	HAS(json,
		"\"participants\":{\"count\":250,\"quote\":\"Over 250 participants\","
		"\"span\":[40,21],\"certainty\":\"stated\"}");
	HAS(json,
		"\"warnings\":[{\"rule\":\"R02\",\"message\":\"a dash was lost\",\"span\":[5,2]}]");
}

static void a_file_ends_with_what_it_says_beside_its_entries(void **state)
{
	struct arena *mem = *state;
	struct page_end end = {.funder.text = S("European Union"),
		.as_of = {2016, 3, 0},
		.region = STR_EMPTY,
		.unread_share = 0.125};
	struct page_download download = {.title = S("Annual report")};
	struct out o = out_memory(mem, 4096);
	struct json json = json_new(&o);

	VEC_ADD(mem, &download.languages, S("en"));
	VEC_ADD(mem, &download.languages, S("fr"));
	VEC_ADD(mem, &end.downloads, download);
	entry_json_page_end(&json, S("page.txt"), &end);
	HAS(out_str(&o),
		"{\"file\":\"page.txt\",\"downloads\":[{\"title\":\"Annual report\","
		"\"languages\":[\"en\",\"fr\"]");
	HAS(out_str(&o),
		"\"funder\":\"European Union\",\"as_of\":\"2016-03\",\"unread_share\":0.125}");
}

int entry_json_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_key_is_missing_when_nothing_is_known),
		TEST(an_activity_carries_its_span_and_certainty),
		TEST(a_country_read_off_the_place_is_inferred),
		TEST(present_is_a_fact_about_ongoing_and_not_about_the_end),
		TEST(warnings_and_participants_are_told_with_their_place),
		TEST(a_file_ends_with_what_it_says_beside_its_entries),
	};

	return cmocka_run_group_tests_name("entry_json", tests, NULL, NULL);
}
