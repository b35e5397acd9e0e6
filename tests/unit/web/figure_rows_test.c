// SPDX-License-Identifier: EUPL-1.2
// figure_rows_test — every figure opens onto the rows that it counts.
#include <string.h>

#include "check.h"
#include "model/code.h"
#include "model/country.h"
#include "tests.h"
#include "web/filter.h"
#include "web/links.h"
#include "web/route.h"
#include "work/stats/figures.h"

// Togo 2012 to 2013; Mali since 2014; a body of which no duration is known.
static struct portfolio three(struct arena *mem)
{
	struct portfolio p = {.themes = code_themes,
		.regions = code_regions,
		.action = NEW_ARRAY(mem, struct portfolio_action, 3),
		.n = 3,
		.year_first = 2012,
		.year_last = 2016};
	struct portfolio_action *a = p.action;

	a[0] = (struct portfolio_action){.id = 1,
		.iso2 = S("TG"),
		.status = STATUS_ENDED,
		.kind = KIND_COUNTRY,
		.period = {.start = {2012, 3, 0}, .end = {2013, 6, 0}},
		.has = HAS_HELD | HAS_PARTICIPANTS,
		.held_n = 2,
		.participants = 30};
	a[1] = (struct portfolio_action){.id = 2,
		.iso2 = S("ML"),
		.status = STATUS_ONGOING,
		.kind = KIND_COUNTRY,
		.as_of = {2016, 3, 0},
		.period = {.start = {2014, 1, 0}, .open = true}};
	a[2] = (struct portfolio_action){
		.id = 3, .iso2 = STR_EMPTY, .status = STATUS_UNKNOWN, .kind = KIND_ORGANISATION};
	for (size_t i = 0; i < p.n; i++) {
		a[i].index = i;
		a[i].place = a[i].title = a[i].sort_place = S("x");
		bitset_add(&a[i].themes, code_index(&code_themes, S("asylum")));
		if (!a[i].period.start.year)
			continue;
		a[i].first_day = period_first_day(a[i].period);
		a[i].last_day = period_last_day(a[i].period, a[i].as_of);
	}
	bitset_add(&a[0].types, code_index(&code_activity_types, S("workshop")));
	bitset_add(&a[0].lender, country_index(S("FR")));
	return p;
}

// The request for a figure's address in English.
static struct http_request request_for(struct arena *mem, struct str path)
{
	struct http_request request = {.method = HTTP_GET};
	struct err err;
	struct str target = link_to(mem, lang_find(S("en")), path);

	if (!http_parse_target(
		    mem, str_sub(target, 0, str_find_char(target, '#', 0)), &request, &err))
		fail_msg("%" PRIstr ": %s", STR(target), err.msg);
	return request;
}

static size_t rows_at(struct arena *mem, const struct portfolio *p, struct str path)
{
	struct http_request request = request_for(mem, path);
	struct filter f = filter_read(mem, &request);

	assert_false(f.is_impossible);
	return portfolio_select(mem, p, &f.passes, SORT_PLACE).n;
}

static void every_figure_leads_to_a_page_that_there_is(void **state)
{
	struct arena *mem = *state;
	struct portfolio p = three(mem);
	struct figures figures = figures_of(mem, &p, lang_find(S("en")));

	for (size_t i = 0; i < figures.n; i++) {
		struct http_request request = request_for(mem, figures.p[i].path);
		const struct lang *lang;
		struct str arg[VISIT_ARG_MAX];
		unsigned other;
		assert_non_null(route_find(HTTP_GET, request.path, &lang, arg, &other));
		assert_false(filter_read(mem, &request).is_impossible);
	}
}

static void figures_of_actions_open_onto_as_many_actions(void **state)
{
	struct arena *mem = *state;
	struct portfolio p = three(mem);
	struct figures figures = figures_of(mem, &p, lang_find(S("en")));
	size_t seen = 0;

	for (size_t i = 0; i < figures.n; i++) {
		const struct figure *f = &figures.p[i];
		if (!str_starts(f->id, S("actions")))
			continue;
		assert_int_equal(rows_at(mem, &p, f->path), f->value);
		seen++;
	}
	assert_int_equal(seen, 3);
}

static void every_bar_opens_onto_as_many_actions(void **state)
{
	struct arena *mem = *state;
	struct portfolio p = three(mem);
	struct charts charts = charts_of(mem, &p, lang_find(S("en")));
	size_t seen = 0;

	for (size_t i = 0; i < charts.n; i++)
		for (size_t k = 0; k < charts.p[i].series.n; k++) {
			const struct series_point *point = &charts.p[i].series.p[k];
			if (rows_at(mem, &p, point->path) != (size_t)point->value)
				fail_msg("%" PRIstr ": %" PRIstr " says %d and opens onto %d",
					STR(charts.p[i].id), STR(point->key), (int)point->value,
					(int)rows_at(mem, &p, point->path));
			seen++;
		}
	assert_true(seen >= 8);
}

int figure_rows_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_figure_leads_to_a_page_that_there_is),
		TEST(figures_of_actions_open_onto_as_many_actions),
		TEST(every_bar_opens_onto_as_many_actions),
	};

	return cmocka_run_group_tests_name("figure_rows", tests, NULL, NULL);
}
