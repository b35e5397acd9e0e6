// SPDX-License-Identifier: EUPL-1.2
// portfolio_test — the promises of model/portfolio.h, on a portfolio of five actions:
//
//     id  place       years            themes                    lent by  is
//      1  The Gambia  2012-01/2013-06  borders                   FR NL    ended
//      3  Ghana II    2014-05/..       labour, capacities        FR       ongoing
//      4  Ghana I     2010-03/2011-07  labour                    -        ended
//      7  ECOWAS      not known        free movement             -        unknown, an organisation
//      9  Angola      2010             asylum                    PT       ended
#include "model/portfolio.h"

#include "base/utf8.h"
#include "check.h"
#include "model/code.h"
#include "model/country.h"
#include "tests.h"

static struct bitset countries_of(struct str codes)
{
	struct str_split split = {.rest = codes, .sep = ' '};
	struct bitset set = {0};
	struct str code;

	while (str_next(&split, &code))
		bitset_add(&set, country_index(code));
	return set;
}

static struct bitset codes_of(const struct code_list *list, struct str slugs)
{
	struct str_split split = {.rest = slugs, .sep = ' '};
	struct bitset set = {0};
	struct str slug;

	while (str_next(&split, &slug))
		bitset_add(&set, code_index(list, slug));
	return set;
}

struct sketch {
	int64_t id, phase, changed_at;
	struct str place, iso2, title, period, themes, types, lender;
};

static const struct sketch sketches[] = {
	{1, 0, 50, S_INIT("Gambia"), S_INIT("GM"), S_INIT("Borders"), S_INIT("2012-01/2013-06"),
		S_INIT("border-management"), S_INIT("workshop study-visit"), S_INIT("FR NL")},
	{3, 2, 10, S_INIT("Ghana"), S_INIT("GH"), S_INIT("Jobs"), S_INIT("2014-05/.."),
		S_INIT("labour-migration capacity-building"), S_INIT("workshop"), S_INIT("FR")},
	{4, 1, 20, S_INIT("Ghana"), S_INIT("GH"), S_INIT("Data"), S_INIT("2010-03/2011-07"),
		S_INIT("labour-migration"), S_INIT("seminar"), S_INIT("")},
	{7, 0, 40, S_INIT("ECOWAS"), S_INIT(""), S_INIT("Free Movement"), S_INIT(""),
		S_INIT("free-movement"), S_INIT(""), S_INIT("")},
	{9, 0, 30, S_INIT("Angola"), S_INIT("AO"), S_INIT("Asylum"), S_INIT("2010"),
		S_INIT("asylum"), S_INIT("seminar"), S_INIT("PT")},
};
enum { SKETCH_N = sizeof sketches / sizeof *sketches };

static struct portfolio_action draw(struct arena *mem, const struct sketch *s)
{
	struct portfolio_action a = {.id = s->id,
		.place = s->place,
		.phase = s->phase,
		.title = s->title,
		.iso2 = s->iso2,
		.changed_at = s->changed_at,
		.sort_place = utf8_fold(mem, s->place),
		.as_of = {2016, 3, 0},
		.kind = s->iso2.n ? KIND_COUNTRY : KIND_ORGANISATION,
		.has = s->lender.n ? HAS_EXPERTS : 0,
		.beneficiary = countries_of(s->iso2),
		.lender = countries_of(s->lender),
		.themes = codes_of(&code_themes, s->themes),
		.types = codes_of(&code_activity_types, s->types)};

	assert_true(period_parse(s->period, &a.period));
	a.status = a.period.open ? STATUS_ONGOING : s->period.n ? STATUS_ENDED : STATUS_UNKNOWN;
	if (s->period.n) {
		a.first_day = period_first_day(a.period);
		a.last_day = period_last_day(a.period, a.as_of);
	}
	return a;
}

static struct portfolio *five(struct arena *mem)
{
	struct portfolio *p = NEW(mem, struct portfolio);

	*p = (struct portfolio){.action = NEW_ARRAY(mem, struct portfolio_action, SKETCH_N),
		.n = SKETCH_N,
		.year_first = 2010,
		.year_last = 2016};
	for (size_t i = 0; i < SKETCH_N; i++) {
		p->action[i] = draw(mem, &sketches[i]);
		p->action[i].index = i;
	}
	return p;
}

// The keys of what passes, in order: "4 3 1".
static struct str passing(
	struct arena *mem, struct portfolio_filter filter, enum portfolio_sort sort)
{
	const struct portfolio *p = five(mem);
	struct portfolio_hits hits = portfolio_select(mem, p, &filter, sort);
	struct str keys = STR_EMPTY;

	for (size_t i = 0; i < hits.n; i++)
		keys = str_format(mem, "%" PRIstr "%s%lld", STR(keys), i ? " " : "",
			(long long)p->action[hits.p[i]].id);
	return keys;
}

static void an_empty_filter_lets_everything_pass(void **state)
{
	IS(passing(*state, (struct portfolio_filter){0}, SORT_PLACE), "9 7 1 4 3");
}

static void within_a_facet_one_value_suffices(void **state)
{
	struct portfolio_filter two_countries = {.countries = countries_of(S("GM AO"))};
	struct portfolio_filter two_themes = {
		.themes = codes_of(&code_themes, S("asylum free-movement"))};
	struct portfolio_filter two_statuses = {.statuses = STATUS_ONGOING | STATUS_UNKNOWN};

	IS(passing(*state, two_countries, SORT_PLACE), "9 1");
	IS(passing(*state, two_themes, SORT_PLACE), "9 7");
	IS(passing(*state, two_statuses, SORT_PLACE), "7 3");
}

static void between_facets_all_must_fit(void **state)
{
	struct portfolio_filter french_workshops = {.experts = countries_of(S("FR")),
		.types = codes_of(&code_activity_types, S("workshop"))};
	struct portfolio_filter ended = french_workshops;
	struct portfolio_filter seminars = french_workshops;

	ended.statuses = STATUS_ENDED;
	seminars.types = codes_of(&code_activity_types, S("seminar"));
	IS(passing(*state, french_workshops, SORT_PLACE), "1 3");
	IS(passing(*state, ended, SORT_PLACE), "1");
	IS(passing(*state, seminars, SORT_PLACE), "");
}

static void kinds_and_what_an_action_has_are_facets_too(void **state)
{
	struct portfolio_filter regional = {.kinds = KIND_ORGANISATION | KIND_REGION};
	struct portfolio_filter lent = {.has = HAS_EXPERTS};

	IS(passing(*state, regional, SORT_PLACE), "7");
	IS(passing(*state, lent, SORT_PLACE), "9 1 3");
}

static void an_action_ran_in_every_year_that_its_period_touches(void **state)
{
	struct portfolio_filter f = {.year = {2010}, .year_n = 1};

	IS(passing(*state, f, SORT_PLACE), "9 4");
	f.year[0] = 2011;
	IS(passing(*state, f, SORT_PLACE), "4");
	f.year[0] = 2013;
	IS(passing(*state, f, SORT_PLACE), "1");
	f.year[0] = 2009;
	IS(passing(*state, f, SORT_PLACE), "");
	f = (struct portfolio_filter){.year = {2009, 2013, 2010}, .year_n = 3};
	IS(passing(*state, f, SORT_PLACE), "9 1 4");
}

static void an_open_action_ran_until_the_date_of_its_page_and_no_longer(void **state)
{
	struct portfolio_filter f = {.year = {2016}, .year_n = 1};

	IS(passing(*state, f, SORT_PLACE), "3");
	f.year[0] = 2017;
	IS(passing(*state, f, SORT_PLACE), "");
}

static void by_place_phases_follow_each_other(void **state)
{
	struct portfolio_filter ghana = {.countries = countries_of(S("GH"))};

	IS(passing(*state, ghana, SORT_PLACE), "4 3");
}

static void by_start_the_latest_comes_first_and_the_unknown_last(void **state)
{
	IS(passing(*state, (struct portfolio_filter){0}, SORT_START), "3 1 4 9 7");
}

static void by_end_what_is_going_on_comes_before_everything(void **state)
{
	struct arena *mem = *state;
	struct portfolio *p = five(mem);

	IS(passing(mem, (struct portfolio_filter){0}, SORT_END), "3 1 4 9 7");
	// An end that was announced for after the date of the page.
	p->action[0].period.end = (struct date){2019, 1, 0};
	p->action[0].last_day = date_last_day(p->action[0].period.end);
	struct portfolio_hits hits = portfolio_select(
		mem, p, &(struct portfolio_filter){0}, SORT_END);
	assert_int_equal(p->action[hits.p[0]].id, 3);
	assert_int_equal(p->action[hits.p[1]].id, 1);
}

static void by_title_and_by_change(void **state)
{
	IS(passing(*state, (struct portfolio_filter){0}, SORT_TITLE), "9 1 4 7 3");
	IS(passing(*state, (struct portfolio_filter){0}, SORT_CHANGED), "1 7 9 4 3");
}

static void actions_of_equal_rank_stand_by_place(void **state)
{
	struct arena *mem = *state;
	struct portfolio *p = five(mem);
	struct portfolio_hits hits;

	for (size_t i = 0; i < p->n; i++)
		p->action[i].changed_at = 5;
	hits = portfolio_select(mem, p, &(struct portfolio_filter){0}, SORT_CHANGED);
	assert_int_equal(p->action[hits.p[0]].id, 9);
	assert_int_equal(p->action[hits.p[4]].id, 3);
}

static void words_let_pass_only_what_was_found_the_best_first(void **state)
{
	struct arena *mem = *state;
	const int64_t found[] = {3, 9, 12345, 1}; // 12345 was imported after this snapshot
	struct portfolio_filter f = {.found_rank = portfolio_found(mem, five(mem), found, 4)};

	IS(passing(mem, f, SORT_FOUND), "3 9 1");
	IS(passing(mem, f, SORT_PLACE), "9 1 3");
	f.countries = countries_of(S("GH"));
	IS(passing(mem, f, SORT_FOUND), "3");
}

static void words_that_find_nothing_let_nothing_pass(void **state)
{
	struct arena *mem = *state;
	struct portfolio_filter f = {.found_rank = portfolio_found(mem, five(mem), NULL, 0)};

	IS(passing(mem, f, SORT_FOUND), "");
}

static void facet_counts_leave_their_own_facet_out(void **state)
{
	struct arena *mem = *state;
	struct portfolio_filter gambia = {.countries = countries_of(S("GM"))};
	int64_t counts[FACET_VALUES_MAX];

	portfolio_facet_counts(five(mem), &gambia, FACET_COUNTRY, counts);
	assert_int_equal(counts[country_index(S("GM"))], 1);
	assert_int_equal(counts[country_index(S("GH"))], 2);
	assert_int_equal(counts[country_index(S("AO"))], 1);
	assert_int_equal(counts[country_index(S("FR"))], 0);
	portfolio_facet_counts(five(mem), &gambia, FACET_THEME, counts);
	assert_int_equal(counts[code_index(&code_themes, S("border-management"))], 1);
	assert_int_equal(counts[code_index(&code_themes, S("labour-migration"))], 0);
}

static void facet_counts_are_how_many_would_pass(void **state)
{
	struct arena *mem = *state;
	const struct portfolio *p = five(mem);
	struct portfolio_filter ended = {.statuses = STATUS_ENDED};
	int64_t counts[FACET_VALUES_MAX];

	portfolio_facet_counts(p, &ended, FACET_TYPE, counts);
	for (size_t i = 0; i < activity_type_table_n; i++) {
		struct portfolio_filter one = ended;
		bitset_add(&one.types, (int)i);
		assert_int_equal(counts[i], portfolio_select(mem, p, &one, SORT_PLACE).n);
	}
}

static void bits_and_years_are_counted_by_their_number(void **state)
{
	struct arena *mem = *state;
	struct portfolio_filter all = {0};
	int64_t counts[FACET_VALUES_MAX];

	portfolio_facet_counts(five(mem), &all, FACET_STATUS, counts);
	assert_int_equal(counts[0], 1); // ongoing
	assert_int_equal(counts[1], 3); // ended
	assert_int_equal(counts[2], 1); // unknown
	portfolio_facet_counts(five(mem), &all, FACET_EXPERT, counts);
	assert_int_equal(counts[country_index(S("FR"))], 2);
	portfolio_facet_counts(five(mem), &all, FACET_YEAR, counts);
	assert_int_equal(counts[2010 - 2010], 2);
	assert_int_equal(counts[2012 - 2010], 1);
	assert_int_equal(counts[2015 - 2010], 1);
	assert_int_equal(counts[2017 - 2010], 0);
}

static void an_action_is_found_by_its_key(void **state)
{
	const struct portfolio *p = five(*state);

	for (size_t i = 0; i < p->n; i++)
		assert_ptr_equal(portfolio_find(p, p->action[i].id), &p->action[i]);
	assert_null(portfolio_find(p, 0));
	assert_null(portfolio_find(p, 2));
	assert_null(portfolio_find(p, 10));
	assert_null(portfolio_find(&(struct portfolio){0}, 1));
}

int portfolio_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_filter_lets_everything_pass),
		TEST(within_a_facet_one_value_suffices),
		TEST(between_facets_all_must_fit),
		TEST(kinds_and_what_an_action_has_are_facets_too),
		TEST(an_action_ran_in_every_year_that_its_period_touches),
		TEST(an_open_action_ran_until_the_date_of_its_page_and_no_longer),
		TEST(by_place_phases_follow_each_other),
		TEST(by_start_the_latest_comes_first_and_the_unknown_last),
		TEST(by_end_what_is_going_on_comes_before_everything),
		TEST(by_title_and_by_change),
		TEST(actions_of_equal_rank_stand_by_place),
		TEST(words_let_pass_only_what_was_found_the_best_first),
		TEST(words_that_find_nothing_let_nothing_pass),
		TEST(facet_counts_leave_their_own_facet_out),
		TEST(facet_counts_are_how_many_would_pass),
		TEST(bits_and_years_are_counted_by_their_number),
		TEST(an_action_is_found_by_its_key),
	};

	return cmocka_run_group_tests_name("portfolio", tests, NULL, NULL);
}
