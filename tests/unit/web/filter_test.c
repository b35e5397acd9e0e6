// SPDX-License-Identifier: EUPL-1.2
// filter_test — the promises of web/filter.h.
#include "web/filter.h"

#include "check.h"
#include "model/code.h"
#include "model/country.h"
#include "tests.h"

static struct filter filter_of(struct arena *mem, struct str query)
{
	struct http_request request = {.method = HTTP_GET};
	struct err err;

	if (!http_parse_target(mem, str_join(mem, S("/en/actions?"), query), &request, &err))
		fail_msg("%s", err.msg);
	return filter_read(mem, &request);
}

// The query that a filter read from another is written as.
static struct str again(struct arena *mem, struct str query)
{
	struct filter f = filter_of(mem, query);

	return filter_query(mem, &f, f.page);
}

static void no_query_is_no_filter(void **state)
{
	struct filter f = filter_of(*state, S(""));

	assert_int_equal(f.choices.n, 0);
	assert_int_equal(f.page, 1);
	assert_false(f.is_impossible);
	IS(f.q, "");
	IS(f.sort, "");
	IS(filter_query(*state, &f, 1), "");
}

static void every_parameter_sets_its_facet(void **state)
{
	struct filter f = filter_of(*state,
		S("country=TG&region=sub-saharan-africa&theme=asylum&type=workshop&year=2013&"
		  "status=ongoing&expert=FR&kind=country&has=outputs"));

	assert_int_equal(f.choices.n, 9);
	assert_false(f.is_impossible);
	assert_true(bitset_has(&f.passes.countries, country_index(S("TG"))));
	assert_true(bitset_has(&f.passes.experts, country_index(S("FR"))));
	assert_true(
		bitset_has(&f.passes.regions, code_index(&code_regions, S("sub-saharan-africa"))));
	assert_true(bitset_has(&f.passes.themes, code_index(&code_themes, S("asylum"))));
	assert_true(bitset_has(&f.passes.types, code_index(&code_activity_types, S("workshop"))));
	assert_int_equal(f.passes.year_n, 1);
	assert_int_equal(f.passes.year[0], 2013);
	assert_int_equal(f.passes.statuses, STATUS_ONGOING);
	assert_int_equal(f.passes.kinds, KIND_COUNTRY);
	assert_int_equal(f.passes.has, HAS_OUTPUTS);
	assert_null(f.passes.found_rank);
}

static void parameters_repeat_and_a_value_counts_once(void **state)
{
	struct filter f = filter_of(*state, S("country=TG&country=ML&country=TG"));

	assert_int_equal(f.choices.n, 2);
	assert_int_equal(bitset_count(&f.passes.countries), 2);
	IS(filter_query(*state, &f, 1), "country=TG&country=ML");
}

static void a_query_comes_back_as_it_was(void **state)
{
	const struct str queries[] = {S("theme=asylum&theme=diaspora"),
		S("q=labour&country=TG&sort=start"), S("year=2012&year=2013&status=ended"),
		S("kind=regional&has=held&page=3"), S("q=c%C3%B4te%20d%E2%80%99ivoire"),
		S("q=a%26b%3Dc%2B%25")};

	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
		check_str(again(*state, queries[i]), queries[i], __FILE__, __LINE__);
}

static void what_was_written_is_read_the_same(void **state)
{
	struct filter f = filter_of(*state, S("q=c%C3%B4te+d'ivoire+%26+co&expert=FR"));

	IS(f.q, "côte d'ivoire & co");
	struct filter g = filter_of(*state, filter_query(*state, &f, 1));
	assert_true(str_eq(f.q, g.q));
	assert_int_equal(g.choices.n, 1);
}

static void empty_values_are_the_form_s_any(void **state)
{
	struct filter f = filter_of(*state, S("q=&country=&theme=&year=&status=&sort=&region=%20"));

	assert_int_equal(f.choices.n, 0);
	assert_false(f.is_impossible);
	IS(filter_query(*state, &f, 1), "");
}

static void an_unknown_value_lets_nothing_pass_and_is_told(void **state)
{
	const struct str queries[] = {S("country=XX"), S("country=tg"), S("theme=space-travel"),
		S("type=party"), S("region=atlantis"), S("year=soon"), S("year=0"), S("year=20123"),
		S("year=-1"), S("status=maybe"), S("expert=Togo"), S("kind=planet"),
		S("has=money")};

	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		struct filter f = filter_of(*state, queries[i]);
		if (!f.is_impossible)
			fail_msg("%" PRIstr " lets something pass", STR(queries[i]));
		assert_int_equal(f.choices.n, 1);
		assert_false(f.choices.p[0].is_known);
		check_str(filter_query(*state, &f, 1), queries[i], __FILE__, __LINE__);
	}
}

static void unknown_parameters_are_ignored(void **state)
{
	IS(again(*state, S("utm_source=mail&theme=asylum&Theme=diaspora&x")), "theme=asylum");
	assert_false(filter_of(*state, S("utm_source=mail")).is_impossible);
}

static void toggling_adds_what_is_not_there_and_takes_off_what_is(void **state)
{
	struct arena *mem = *state;
	struct filter f = filter_of(mem, S("country=TG&theme=asylum&sort=start&page=4"));

	IS(filter_query_toggled(mem, &f, FACET_COUNTRY, S("ML")),
		"country=TG&theme=asylum&country=ML&sort=start");
	IS(filter_query_toggled(mem, &f, FACET_COUNTRY, S("TG")), "theme=asylum&sort=start");
	IS(filter_query_toggled(mem, &f, FACET_EXPERT, S("TG")),
		"country=TG&theme=asylum&expert=TG&sort=start");
}

static void toggling_twice_is_not_toggling(void **state)
{
	struct arena *mem = *state;
	struct filter f = filter_of(mem, S("country=TG&theme=asylum"));
	struct str once = filter_query_toggled(mem, &f, FACET_YEAR, S("2013"));
	struct filter g = filter_of(mem, once);

	IS(filter_query_toggled(mem, &g, FACET_YEAR, S("2013")), "country=TG&theme=asylum");
}

static void pages_count_from_one_and_nonsense_is_the_first(void **state)
{
	struct arena *mem = *state;

	assert_int_equal(filter_of(mem, S("page=7")).page, 7);
	assert_int_equal(filter_of(mem, S("page=0")).page, 1);
	assert_int_equal(filter_of(mem, S("page=-3")).page, 1);
	assert_int_equal(filter_of(mem, S("page=two")).page, 1);
	assert_int_equal(filter_of(mem, S("page=99999999999999999999")).page, 1);
	struct filter f = filter_of(mem, S("theme=asylum&page=7"));
	IS(filter_query(mem, &f, 2), "theme=asylum&page=2");
	IS(filter_query(mem, &f, 1), "theme=asylum");
}

static void regional_means_bodies_and_regions(void **state)
{
	struct arena *mem = *state;

	assert_int_equal(
		filter_of(mem, S("kind=regional")).passes.kinds, KIND_ORGANISATION | KIND_REGION);
	assert_int_equal(filter_of(mem, S("kind=region")).passes.kinds, KIND_REGION);
	assert_int_equal(
		filter_of(mem, S("kind=regional-organisation")).passes.kinds, KIND_ORGANISATION);
}

static void more_years_than_there_is_room_for_are_told_and_not_lost(void **state)
{
	struct arena *mem = *state;
	struct str query = S("year=1950");

	for (int year = 1951; year < 1950 + 65; year++)
		query = str_format(mem, "%" PRIstr "&year=%d", STR(query), year);
	struct filter f = filter_of(mem, query);
	assert_int_equal(f.passes.year_n, 64);
	assert_true(f.is_impossible);
}

static void every_facet_has_its_parameter(void **state)
{
	(void)state;
	IS(filter_name(FACET_COUNTRY), "country");
	IS(filter_name(FACET_EXPERT), "expert");
	IS(filter_name(FACET_HAS), "has");
	IS(filter_name(FACET_NONE), "");
}

int filter_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_query_is_no_filter),
		TEST(every_parameter_sets_its_facet),
		TEST(parameters_repeat_and_a_value_counts_once),
		TEST(a_query_comes_back_as_it_was),
		TEST(what_was_written_is_read_the_same),
		TEST(empty_values_are_the_form_s_any),
		TEST(an_unknown_value_lets_nothing_pass_and_is_told),
		TEST(unknown_parameters_are_ignored),
		TEST(toggling_adds_what_is_not_there_and_takes_off_what_is),
		TEST(toggling_twice_is_not_toggling),
		TEST(pages_count_from_one_and_nonsense_is_the_first),
		TEST(regional_means_bodies_and_regions),
		TEST(more_years_than_there_is_room_for_are_told_and_not_lost),
		TEST(every_facet_has_its_parameter),
	};

	return cmocka_run_group_tests_name("filter", tests, NULL, NULL);
}
