// SPDX-License-Identifier: EUPL-1.2
// world_map_test — what the map shows of a small portfolio, and that every shape can be drawn.
#include "web/world_map.h"

#include "base/out.h"
#include "check.h"
#include "model/code.h"
#include "model/country.h"
#include "tests.h"
#include "web/country_tally.h"
#include "web/outline.h"

static struct bitset countries(const char *a, const char *b)
{
	struct bitset set = {0};

	bitset_add(&set, country_index(str_c(a)));
	if (b)
		bitset_add(&set, country_index(str_c(b)));
	return set;
}

// Two actions for Togo, one of them for Mali too; France hosts and lends.
static struct portfolio *portfolio(struct arena *mem)
{
	struct portfolio *p = NEW(mem, struct portfolio);

	p->n = 2;
	p->action = NEW_ARRAY(mem, struct portfolio_action, p->n);
	p->action[0].iso2 = S("TG");
	p->action[0].beneficiary = countries("TG", NULL);
	p->action[0].host = countries("FR", NULL);
	p->action[0].activity_n = 3;
	p->action[1].index = 1;
	p->action[1].beneficiary = countries("TG", "ML");
	p->action[1].lender = countries("FR", NULL);
	p->action[1].activity_n = 4;
	return p;
}

static struct str drawn(struct arena *mem, const char *lang, struct world_map_view view)
{
	return world_map_figure_of(mem, lang_find(str_c(lang)), portfolio(mem), &view, STR_EMPTY)
		.svg.html;
}

static void a_country_served_is_a_link_with_its_count(void **state)
{
	struct arena *mem = *state;
	struct str svg = drawn(mem, "en", (struct world_map_view){.extent = WORLD_MAP_SERVED});

	HAS(svg, "<a href=\"/en/countries/TG\" aria-label=\"Togo: 2 actions\">");
	HAS(svg, "<title>Togo: 2 actions</title>");
	HAS(svg, "class=\"s2\"");
	HAS(svg, "aria-label=\"Map: 2 countries served\"");
}

static void a_host_or_lender_is_no_beneficiary(void **state)
{
	struct arena *mem = *state;
	struct str svg = drawn(mem, "en", (struct world_map_view){.extent = WORLD_MAP_WHOLE});

	assert_true(str_find(svg, S("/en/countries/FR"), 0) == STR_NONE);
	HAS(svg, "class=\"host\"");
	HAS(svg, "class=\"lender\"");
}

static void lands_across_the_sea_do_not_light_up_with_their_state(void **state)
{
	(void)state;
	const struct outline_point *france = outline_find(S("FR"));

	// The shape of France ends in Europe; French Guiana and the islands have their own.
	assert_true(france->x0 > 900 && france->x1 < 1000);
	assert_true(outline_path(OUTLINE_WORLD, S("GF")).n > 0);
	assert_non_null(outline_find(S("RE")));
}

static void the_locator_has_neither_links_nor_counts(void **state)
{
	struct arena *mem = *state;
	struct str svg = drawn(mem, "fr",
		(struct world_map_view){
			.extent = WORLD_MAP_LOCATOR, .country = country_index(S("TG"))});

	assert_true(str_find(svg, S("<a "), 0) == STR_NONE);
	assert_true(str_find(svg, S("<text"), 0) == STR_NONE);
	HAS(svg, "role=\"img\"");
	HAS(svg, "Togo");
}

static void every_region_and_every_country_can_be_shown(void **state)
{
	struct arena *mem = *state;

	for (size_t i = 0; i < region_table_n; i++)
		HAS(drawn(mem, "en",
			    (struct world_map_view){.extent = WORLD_MAP_REGION, .region = (int)i}),
			"viewBox");
	for (size_t i = 0; i < country_table_n; i++)
		HAS(drawn(mem, "ar",
			    (struct world_map_view){
				    .extent = WORLD_MAP_LOCATOR, .country = (int)i}),
			"viewBox");
}

static void roles_are_counted_apart(void **state)
{
	struct arena *mem = *state;
	const struct country_tally *tally = country_tally_of(mem, portfolio(mem), NULL);
	const struct country_tally *togo = &tally[country_index(S("TG"))];
	const struct country_tally *france = &tally[country_index(S("FR"))];

	assert_int_equal(togo->served, 2);
	assert_int_equal(togo->activities, 7);
	assert_int_equal(togo->lender, 0);
	assert_int_equal(france->served, 0);
	assert_int_equal(france->host, 1);
	assert_int_equal(country_tally_count(france, COUNTRY_LENDER), 1);
}

static void a_role_of_no_name_we_know_is_none(void **state)
{
	(void)state;
	assert_int_equal(country_tally_role(S("lender")), COUNTRY_LENDER);
	assert_int_equal(country_tally_role(STR_EMPTY), COUNTRY_ANY);
	assert_int_equal(country_tally_role(S("sponsor")), COUNTRY_ROLE_N);
}

static struct str joined(struct arena *mem, struct str path)
{
	struct out o = out_memory(mem, 1024);

	outline_join(&o, path);
	return out_str(&o);
}

static void paths_are_joined_by_an_absolute_beginning(void **state)
{
	struct arena *mem = *state;

	IS(joined(mem, S("m990 183 1 4-2 5z")), "M990 183l1 4-2 5z");
	IS(joined(mem, S("m641 707v12l1 4z")), "M641 707v12l1 4z");
	IS(joined(mem, S("m9-5-3-4z")), "M9-5l-3-4z");
	IS(joined(mem, STR_EMPTY), "");
}

static void no_shape_is_larger_than_the_world(void **state)
{
	(void)state;
	for (size_t i = 0; i < outline_table_n; i++) {
		struct str iso2 = outline_table[i].iso2;
		double world = outline_area(OUTLINE_WORLD, iso2);
		double fine = outline_area(OUTLINE_REGION, iso2);
		assert_true(world >= 0 && world < 60 * 1000);
		// Both levels draw the same land, as closely as the coarse one can.
		if (world > 200 && fine > 0)
			assert_true(fine > .7 * world && fine < 1.4 * world);
	}
}

int world_map_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_country_served_is_a_link_with_its_count),
		TEST(a_host_or_lender_is_no_beneficiary),
		TEST(lands_across_the_sea_do_not_light_up_with_their_state),
		TEST(the_locator_has_neither_links_nor_counts),
		TEST(every_region_and_every_country_can_be_shown),
		TEST(roles_are_counted_apart),
		TEST(a_role_of_no_name_we_know_is_none),
		TEST(paths_are_joined_by_an_absolute_beginning),
		TEST(no_shape_is_larger_than_the_world),
	};

	return cmocka_run_group_tests_name("world map", tests, NULL, NULL);
}
