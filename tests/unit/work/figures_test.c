// SPDX-License-Identifier: EUPL-1.2
// figures_test — every figure against a small portfolio counted by hand.
#include "work/stats/figures.h"

#include "check.h"
#include "model/code.h"
#include "model/country.h"
#include "tests.h"

// Togo, ended after 16 months; Togo again, after 5; Mali, going on; a body, nothing known.
static struct portfolio_action actions[] = {
	{.index = 0,
		.id = 1,
		.iso2 = S_INIT("TG"),
		.status = STATUS_ENDED,
		.period = {.start = {2012, 3, 0}, .end = {2013, 6, 0}},
		.held_n = 3,
		.planned_n = 1,
		.output_n = 2,
		.participants = 40},
	{.index = 1,
		.id = 2,
		.iso2 = S_INIT("TG"),
		.status = STATUS_ENDED,
		.period = {.start = {2013, 1, 0}, .end = {2013, 5, 0}},
		.held_n = 1},
	{.index = 2,
		.id = 3,
		.iso2 = S_INIT("ML"),
		.status = STATUS_ONGOING,
		.period = {.start = {2014, 1, 0}, .open = true},
		.as_of = {2016, 3, 0},
		.planned_n = 2,
		.output_n = 1,
		.participants = 250},
	{.index = 3, .id = 4, .iso2 = S_INIT(""), .status = STATUS_UNKNOWN},
};
enum { ACTION_N = sizeof actions / sizeof *actions };

static struct portfolio four(struct arena *mem)
{
	struct portfolio p = {.themes = code_themes,
		.regions = code_regions,
		.action = NEW_ARRAY(mem, struct portfolio_action, ACTION_N),
		.n = ACTION_N,
		.year_first = 2012,
		.year_last = 2016};

	for (size_t i = 0; i < ACTION_N; i++) {
		struct portfolio_action *a = &p.action[i];
		*a = actions[i];
		bitset_add(&a->beneficiary, country_index(a->iso2));
		bitset_add(&a->themes, code_index(&code_themes, S("asylum")));
	}
	bitset_add(&p.action[0].themes, code_index(&code_themes, S("diaspora")));
	bitset_add(&p.action[0].lender, country_index(S("FR")));
	bitset_add(&p.action[0].lender, country_index(S("BE")));
	bitset_add(&p.action[2].lender, country_index(S("FR")));
	bitset_add(&p.action[2].host, country_index(S("SN")));
	return p;
}

static const struct lang *english(void)
{
	return lang_find(S("en"));
}

static int64_t value_of(struct arena *mem, const struct portfolio *p, struct str id)
{
	struct figures figures = figures_of(mem, p, english());

	for (size_t i = 0; i < figures.n; i++)
		if (str_eq(figures.p[i].id, id))
			return figures.p[i].value;
	fail_msg("there is no figure %" PRIstr, STR(id));
	return -1;
}

static void figures_are_those_counted_by_hand(void **state)
{
	struct portfolio p = four(*state);
	const struct {
		struct str id;
		int64_t value;
	} wanted[] = {
		{S("actions"), 4},
		{S("actions-ongoing"), 1},
		{S("actions-regional"), 1},
		{S("countries-served"), 2},
		{S("activities-held"), 4},
		{S("activities-planned"), 3},
		{S("outputs"), 3},
		{S("lending-countries"), 2},
		{S("hosting-countries"), 1},
		{S("participants"), 290},
		{S("median-months"), 5},
	};

	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		assert_int_equal(value_of(*state, &p, wanted[i].id), wanted[i].value);
	assert_int_equal(figures_of(*state, &p, english()).n, sizeof wanted / sizeof *wanted);
}

static void no_figure_is_without_its_definition_and_its_rows(void **state)
{
	struct portfolio p = four(*state);
	struct figures figures = figures_of(*state, &p, english());

	for (size_t i = 0; i < figures.n; i++) {
		const struct figure *f = &figures.p[i];
		assert_true(f->name.n > 0);
		assert_true(f->definition.n > 20 && str_ends(f->definition, S(".")));
		assert_true(str_starts(f->path, S("/")));
		for (size_t k = 0; k < i; k++)
			assert_false(str_eq(figures.p[k].id, f->id));
	}
}

static void an_empty_portfolio_has_figures_of_nothing(void **state)
{
	struct portfolio nothing = {.themes = code_themes, .regions = code_regions};
	struct figures figures = figures_of(*state, &nothing, english());
	struct charts charts = charts_of(*state, &nothing, english());

	for (size_t i = 0; i < figures.n; i++)
		assert_int_equal(figures.p[i].value, 0);
	for (size_t i = 0; i < charts.n; i++)
		assert_int_equal(charts.p[i].series.n, 0);
}

static struct series series_of(struct arena *mem, const struct portfolio *p, struct str id)
{
	struct charts charts = charts_of(mem, p, english());

	for (size_t i = 0; i < charts.n; i++)
		if (str_eq(charts.p[i].id, id))
			return charts.p[i].series;
	fail_msg("there is no chart %" PRIstr, STR(id));
	return charts.p[0].series;
}

static void bars_stand_by_length_and_only_where_there_is_something(void **state)
{
	struct arena *mem = *state;
	struct portfolio p = four(mem);
	struct series themes = series_of(mem, &p, S("by-theme"));
	struct series lenders = series_of(mem, &p, S("by-lender"));

	assert_int_equal(themes.n, 2);
	IS(themes.p[0].key, "asylum");
	IS(themes.p[0].name, "Asylum");
	assert_int_equal(themes.p[0].value, 4);
	IS(themes.p[0].path, "/actions?theme=asylum");
	IS(themes.p[1].key, "diaspora");
	IS(lenders.p[0].key, "FR");
	assert_int_equal(lenders.p[0].value, 2);
	IS(lenders.p[1].name, "Belgium");
}

static void every_year_has_its_bar_also_an_empty_one(void **state)
{
	struct arena *mem = *state;
	struct portfolio p = four(mem);
	struct series years = series_of(mem, &p, S("by-year"));

	assert_int_equal(years.n, 5);
	IS(years.p[0].key, "2012");
	IS(years.p[4].key, "2016");
}

int figures_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(figures_are_those_counted_by_hand),
		TEST(no_figure_is_without_its_definition_and_its_rows),
		TEST(an_empty_portfolio_has_figures_of_nothing),
		TEST(bars_stand_by_length_and_only_where_there_is_something),
		TEST(every_year_has_its_bar_also_an_empty_one),
	};

	return cmocka_run_group_tests_name("figures", tests, NULL, NULL);
}
