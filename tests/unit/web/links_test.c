// SPDX-License-Identifier: EUPL-1.2
// links_test — every address begins with its language, and what varies is encoded.
#include "web/links.h"

#include "check.h"
#include "tests.h"
#include "web/route.h"

static const struct lang *lang(const char *code)
{
	return lang_find(str_c(code));
}

static void addresses_begin_with_the_language(void **state)
{
	struct arena *mem = *state;

	IS(link_home(mem, lang("fr")), "/fr/");
	IS(link_to(mem, lang("ar"), S("/map")), "/ar/map");
	IS(link_action(mem, lang("en"), S("togo-i-asylum")), "/en/actions/togo-i-asylum");
	IS(link_country(mem, lang("fr"), S("TG")), "/fr/countries/TG");
	IS(link_region(mem, lang("fr"), S("sahel")), "/fr/regions/sahel");
	IS(link_theme(mem, lang("ar"), S("asylum")), "/ar/themes/asylum");
}

static void what_varies_is_encoded(void **state)
{
	struct arena *mem = *state;

	IS(link_action(mem, lang("en"), S("a/../b?c#d%e f\"<é")),
		"/en/actions/a%2F..%2Fb%3Fc%23d%25e%20f%22%3C%C3%A9");
	IS(link_country(mem, lang("en"), S("//evil.example")), "/en/countries/%2F%2Fevil.example");
}

static void the_source_view_opens_at_a_fact(void **state)
{
	struct arena *mem = *state;

	IS(link_source(mem, lang("en"), S("togo"), STR_EMPTY, 0, STR_EMPTY),
		"/en/actions/togo/source");
	IS(link_source(mem, lang("en"), S("togo"), S("activity"), 3, S("date")),
		"/en/actions/togo/source?fact=activity.3.date#fact");
}

static void a_listing_keeps_its_filter(void **state)
{
	struct arena *mem = *state;
	struct http_request request = {.method = HTTP_GET};
	struct err err;

	assert_true(http_parse_target(
		mem, S("/en/actions?theme=asylum&q=a%26b&page=2"), &request, &err));
	struct filter f = filter_read(mem, &request);
	IS(link_listing(mem, lang("fr"), S("/actions"), &f),
		"/fr/actions?q=a%26b&theme=asylum&page=2");
	struct filter none = {.page = 1, .q = STR_EMPTY, .sort = STR_EMPTY};
	IS(link_listing(mem, lang("fr"), S("/timeline"), &none), "/fr/timeline");
}

static void the_same_page_as_data_keeps_its_query(void **state)
{
	struct arena *mem = *state;

	IS(link_as(mem, S("/en/actions"), S("json")), "/en/actions?format=json");
	IS(link_as(mem, S("/en/actions?year=2012"), S("csv")), "/en/actions?year=2012&format=csv");
}

static void every_address_that_is_made_leads_somewhere(void **state)
{
	struct arena *mem = *state;
	const struct lang *fr = lang("fr");
	const struct str links[] = {link_home(mem, fr), link_to(mem, fr, S("/map")),
		link_action(mem, fr, S("x")), link_country(mem, fr, S("TG")),
		link_source(mem, fr, S("x"), STR_EMPTY, 0, STR_EMPTY),
		link_region(mem, fr, S("sahel")), link_theme(mem, fr, S("asylum"))};

	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		const struct lang *found;
		struct str arg[VISIT_ARG_MAX];
		unsigned other;
		assert_non_null(route_find(HTTP_GET, links[i], &found, arg, &other));
		assert_ptr_equal(found, fr);
	}
}

int links_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(addresses_begin_with_the_language),
		TEST(what_varies_is_encoded),
		TEST(the_source_view_opens_at_a_fact),
		TEST(a_listing_keeps_its_filter),
		TEST(the_same_page_as_data_keeps_its_query),
		TEST(every_address_that_is_made_leads_somewhere),
	};

	return cmocka_run_group_tests_name("links", tests, NULL, NULL);
}
