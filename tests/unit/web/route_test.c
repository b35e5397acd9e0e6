// SPDX-License-Identifier: EUPL-1.2
// route_test — the promises of web/route.h, and the table of all addresses.
#include "web/route.h"

#include "check.h"
#include "tests.h"

// What a path leads to.
struct way {
	const struct route *route;
	const struct lang *lang;
	struct str arg[VISIT_ARG_MAX];
	unsigned other_methods;
};

static struct way way_to(enum http_method method, struct str path)
{
	struct way way = {.arg = {STR_EMPTY, STR_EMPTY, STR_EMPTY}};

	way.route = route_find(method, path, &way.lang, way.arg, &way.other_methods);
	return way;
}

static void the_table_is_in_alphabetical_order_without_a_double(void **state)
{
	(void)state;
	assert_true(route_n > 15);
	for (size_t i = 1; i < route_n; i++) {
		int order = str_cmp(routes[i - 1].pattern, routes[i].pattern);
		if (order > 0 || (order == 0 && routes[i - 1].method == routes[i].method))
			fail_msg("%" PRIstr " stands before %" PRIstr, STR(routes[i - 1].pattern),
				STR(routes[i].pattern));
	}
}

static void every_pattern_is_a_path_of_words_and_places(void **state)
{
	(void)state;
	for (size_t i = 0; i < route_n; i++) {
		struct str_split split = {.rest = str_from(routes[i].pattern, 1), .sep = '/'};
		struct str part;
		int places = 0;
		assert_true(str_starts(routes[i].pattern, S("/")));
		assert_non_null(routes[i].handle);
		while (str_next(&split, &part)) {
			bool is_place = str_eq(part, S("{}"));
			places += is_place;
			assert_true(is_place || str_eq(part, S("{lang}")) ||
				str_find_char(part, '{', 0) == STR_NONE);
		}
		assert_true(places <= VISIT_ARG_MAX);
	}
}

static void every_pattern_is_reached_by_a_path_of_its_form(void **state)
{
	struct arena *mem = *state;

	for (size_t i = 0; i < route_n; i++) {
		struct str_split split = {.rest = str_from(routes[i].pattern, 1), .sep = '/'};
		struct str part, path = STR_EMPTY;
		while (str_next(&split, &part)) {
			struct str word = str_eq(part, S("{lang}")) ? S("fr")
				: str_eq(part, S("{}"))             ? S("some-thing")
								    : part;
			path = str_format(mem, "%" PRIstr "/%" PRIstr, STR(path), STR(word));
		}
		assert_ptr_equal(way_to(routes[i].method, path).route, &routes[i]);
	}
}

static void language_and_parts_are_told(void **state)
{
	struct way way = way_to(HTTP_GET, S("/ar/actions/togo-i-asylum/source"));

	(void)state;
	IS(way.route->pattern, "/{lang}/actions/{}/source");
	IS(way.lang->code, "ar");
	IS(way.arg[0], "togo-i-asylum");
	IS(way.arg[1], "");
}

static void addresses_without_a_language_have_none(void **state)
{
	struct way way = way_to(HTTP_GET, S("/healthz"));

	(void)state;
	assert_non_null(way.route);
	assert_null(way.lang);
}

static void addresses_of_the_contract_lead_somewhere(void **state)
{
	const struct str paths[] = {S("/"), S("/en/"), S("/fr/actions"), S("/fr/actions/x"),
		S("/en/countries"), S("/en/countries/TG"), S("/en/regions"),
		S("/en/regions/sub-saharan-africa"), S("/en/themes"), S("/en/themes/asylum"),
		S("/en/search"), S("/en/map"), S("/en/timeline"), S("/en/statistics"),
		S("/en/documents"), S("/feeds/actions.atom"), S("/sitemap.xml"), S("/robots.txt"),
		S("/healthz")};

	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		if (!way_to(HTTP_GET, paths[i]).route)
			fail_msg("%" PRIstr " leads nowhere", STR(paths[i]));
}

static void unknown_addresses_lead_nowhere(void **state)
{
	const struct str paths[] = {S(""), S("//"), S("/xx/"), S("/xx/actions"), S("/EN/actions"),
		S("/en/action"), S("/en/actions/"), S("/en/actions//source"),
		S("/en/actions/x/source/y"), S("/en/actions/x/"), S("en/actions"), S("/healthz/"),
		S("/api/v2/actions"), S("/desks"), S("/{lang}/actions"), S("/en/countries/TG/x")};

	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct way way = way_to(HTTP_GET, paths[i]);
		if (way.route || way.other_methods)
			fail_msg("%" PRIstr " leads somewhere", STR(paths[i]));
	}
}

static void head_asks_what_get_asks(void **state)
{
	(void)state;
	assert_ptr_equal(way_to(HTTP_HEAD, S("/en/actions")).route,
		way_to(HTTP_GET, S("/en/actions")).route);
	assert_non_null(way_to(HTTP_HEAD, S("/en/actions")).route);
}

static void another_method_is_told_apart_from_an_unknown_address(void **state)
{
	struct way post = way_to(HTTP_POST, S("/en/actions"));
	struct way other = way_to(HTTP_OTHER, S("/healthz"));

	(void)state;
	assert_null(post.route);
	assert_true(post.other_methods);
	assert_null(other.route);
	assert_true(other.other_methods);
	assert_false(way_to(HTTP_POST, S("/nowhere")).other_methods);
}

static void the_public_may_see_every_address_outside_the_desk(void **state)
{
	(void)state;
	for (size_t i = 0; i < route_n; i++) {
		if (str_starts(routes[i].pattern, S("/desk")) ||
			str_starts(routes[i].pattern, S("/api")))
			continue;
		assert_int_equal(routes[i].who, ANYONE);
		assert_int_equal(routes[i].method, HTTP_GET);
	}
}

static void records_are_changed_and_published_by_those_who_may(void **state)
{
	(void)state;
	assert_int_equal(way_to(HTTP_GET, S("/desk/records/actions/1")).route->who, RIGHT_READ);
	assert_int_equal(
		way_to(HTTP_POST, S("/desk/records/actions/1/edit")).route->who, RIGHT_WRITE);
	assert_int_equal(
		way_to(HTTP_POST, S("/desk/records/actions/1/publish")).route->who, RIGHT_PUBLISH);
}

static void everybody_may_ask_the_api_and_only_those_who_write_may_change_by_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < route_n; i++) {
		if (!str_starts(routes[i].pattern, S("/api")))
			continue;
		bool is_history = str_ends(routes[i].pattern, S("/history"));
		if (routes[i].method == HTTP_GET)
			assert_int_equal(routes[i].who, is_history ? RIGHT_READ : ANYONE);
		else
			assert_true(right_table[routes[i].who].is_strong);
	}
	struct way move = way_to(HTTP_POST, S("/api/v1/actions/12/moves/close"));
	IS(move.arg[0], "actions");
	IS(move.arg[1], "12");
	IS(move.arg[2], "close");
	assert_int_equal(way_to(HTTP_PUT, S("/api/v1/actions")).other_methods,
		1U << HTTP_GET | 1U << HTTP_POST);
}

int route_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_table_is_in_alphabetical_order_without_a_double),
		TEST(every_pattern_is_a_path_of_words_and_places),
		TEST(every_pattern_is_reached_by_a_path_of_its_form),
		TEST(language_and_parts_are_told),
		TEST(addresses_without_a_language_have_none),
		TEST(addresses_of_the_contract_lead_somewhere),
		TEST(unknown_addresses_lead_nowhere),
		TEST(head_asks_what_get_asks),
		TEST(another_method_is_told_apart_from_an_unknown_address),
		TEST(the_public_may_see_every_address_outside_the_desk),
		cmocka_unit_test(records_are_changed_and_published_by_those_who_may),
		TEST(everybody_may_ask_the_api_and_only_those_who_write_may_change_by_it),
	};

	return cmocka_run_group_tests_name("route", tests, NULL, NULL);
}
