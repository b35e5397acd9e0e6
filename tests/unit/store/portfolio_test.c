// SPDX-License-Identifier: EUPL-1.2
// portfolio_test — the promises of store/portfolio.h.
#include "store/portfolio.h"

#include "model/code.h"
#include "model/country.h"
#include "sample.h"
#include "tests.h"

static struct portfolio *load(const struct sample *s)
{
	struct portfolio *p;
	struct err err;

	MUST(portfolio_load(s->mem, s->db, &p, &err), &err);
	return p;
}

static void a_portfolio_without_actions_is_empty(void **state)
{
	const struct portfolio *p = load(*state);

	assert_int_equal(p->n, 0);
	assert_int_equal(p->year_first, 0);
	assert_int_equal(p->year_last, 0);
	assert_false(date_is_known(p->as_of));
}

static void an_action_is_there_with_all_its_sets(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("Labour Migration"));

	sample_save(s, d, 5000);
	const struct portfolio *p = load(s);
	const struct portfolio_action *a = portfolio_find(p, d->action.id);
	assert_int_equal(p->n, 1);
	assert_int_equal(a->index, 0);
	IS(a->slug, "togo-labour-migration");
	IS(a->title, "Labour Migration");
	assert_int_equal(a->status, STATUS_ENDED);
	assert_int_equal(a->kind, KIND_COUNTRY);
	assert_true(a->is_pending);
	assert_true(bitset_has(&a->beneficiary, country_index(S("TG"))));
	assert_true(bitset_has(&a->host, country_index(S("ML"))));
	assert_false(bitset_has(&a->beneficiary, country_index(S("ML"))));
	assert_true(bitset_has(&a->lender, country_index(S("FR"))));
	assert_true(bitset_has(&a->themes, code_index(&code_themes, S("labour-migration"))));
	assert_true(bitset_has(&a->output_types, code_index(&code_output_types, S("strategy"))));
	assert_int_equal(bitset_count(&a->types), 2);
	assert_int_equal(a->has,
		HAS_HELD | HAS_PLANNED | HAS_OUTPUTS | HAS_EXPERTS | HAS_PARTICIPANTS | HAS_HOST);
}

static void events_are_counted_and_not_rows(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));

	sample_save(s, sample_dossier(s, page, S("Togo"), S("Asylum")), 5000);
	const struct portfolio_action *a = &load(s)->action[0];
	assert_int_equal(a->activity_n, 3);
	assert_int_equal(a->held_n, 1);
	assert_int_equal(a->planned_n, 2);
	assert_int_equal(a->output_n, 1);
	assert_int_equal(a->expert_n, 1);
	assert_int_equal(a->participants, 250);
}

static void activities_come_in_the_order_of_the_page(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));

	sample_save(s, sample_dossier(s, page, S("Togo"), S("Asylum")), 5000);
	const struct portfolio_activities *activities = &load(s)->action[0].activities;
	assert_int_equal(activities->n, 2);
	const struct portfolio_activity *mission = &activities->p[0], *visits = &activities->p[1];
	IS(mission->type_slug, "assessment-mission");
	assert_int_equal(mission->first_day, date_first_day((struct date){2012, 3, 1}));
	assert_int_equal(mission->last_day, date_first_day((struct date){2012, 3, 31}));
	assert_false(mission->is_planned);
	IS(activity_type_table[visits->type].slug, "study-visit");
	assert_int_equal(visits->family, code_family(visits->type));
	assert_int_equal(visits->number, 2);
	assert_int_equal(visits->first_day, 0);
	assert_true(visits->is_planned);
}

static void regions_are_those_of_the_beneficiaries_and_of_the_page(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *body = sample_dossier(s, page, S("ECOWAS"), S("Free Movement"));

	sample_save(s, sample_dossier(s, page, S("Togo"), S("Asylum")), 5000);
	body->action.place_kind = S("regional-organisation");
	body->action.iso2 = STR_EMPTY;
	body->countries.n = 0;
	sample_save(s, body, 5000);
	const struct portfolio *p = load(s);
	int facility = code_index(&code_regions, S("sub-saharan-africa"));
	int west = code_index(&code_regions, S("west-africa"));
	int central = code_index(&code_regions, S("central-africa"));
	assert_true(bitset_has(&p->action[0].regions, facility));
	assert_true(bitset_has(&p->action[0].regions, west));
	assert_false(bitset_has(&p->action[0].regions, central));
	assert_true(bitset_has(&p->action[1].regions, facility));
	assert_false(bitset_has(&p->action[1].regions, west));
	assert_int_equal(p->action[1].kind, KIND_ORGANISATION);
}

static void an_action_for_one_country_is_not_of_the_region_of_its_page(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Mexico"), S("Children in Migration"));

	d->action.iso2 = S("MX");
	d->countries.n = 0;
	VEC_ADD(s->mem, &d->countries,
		((struct country_role){.iso2 = S("MX"), .role = S("beneficiary")}));
	sample_save(s, d, 5000);
	const struct portfolio *p = load(s);
	int africa = code_index(&code_regions, S("sub-saharan-africa"));
	assert_false(bitset_has(&p->action[0].regions, africa));
	for (size_t r = 0; r < region_table_n; r++) {
		struct bitset members = code_region_countries((int)r);
		assert_int_equal(bitset_has(&members, country_index(S("MX"))),
			bitset_has(&p->action[0].regions, (int)r));
	}
}

static void the_gambia_stands_under_g(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *gambia = sample_dossier(s, page, S("The Gambia"), S("Borders"));
	struct dossier *ghana = sample_dossier(s, page, S("Ghana"), S("Data"));
	struct dossier *togo = sample_dossier(s, page, S("Togo"), S("Asylum"));

	gambia->action.iso2 = S("GM");
	ghana->action.iso2 = S("GH");
	sample_save(s, togo, 5000);
	sample_save(s, ghana, 5000);
	sample_save(s, gambia, 5000);
	const struct portfolio *p = load(s);
	struct portfolio_hits hits = portfolio_select(
		s->mem, p, &(struct portfolio_filter){0}, SORT_PLACE);
	IS(p->action[hits.p[0]].place, "The Gambia");
	IS(p->action[hits.p[1]].place, "Ghana");
	IS(p->action[hits.p[2]].place, "Togo");
}

static void save_with_period(struct sample *s, int64_t page, struct str place, struct str edtf)
{
	struct dossier *d = sample_dossier(s, page, place, S("Asylum"));

	assert_true(period_parse(edtf, &d->action.period));
	sample_save(s, d, 5000);
}

static void years_are_those_in_which_any_action_ran(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));

	save_with_period(s, page, S("Togo"), S("2012-11/2013-02"));
	save_with_period(s, page, S("Mali"), S("2014-05/.."));
	save_with_period(s, page, S("Benin"), S(""));
	const struct portfolio *p = load(s);
	assert_int_equal(p->year_first, 2012);
	assert_int_equal(p->year_last, 2016); // the page is of March 2016
	assert_int_equal(p->action[0].status, STATUS_ENDED);
	assert_int_equal(p->action[1].status, STATUS_ONGOING);
	assert_int_equal(p->action[2].status, STATUS_UNKNOWN);
	assert_int_equal(p->action[2].first_day, 0);
	assert_int_equal(p->action[2].last_day, 0);
	assert_int_equal(p->action[1].last_day, date_last_day((struct date){2016, 3, 0}));
}

static void the_portfolio_is_of_its_latest_page(void **state)
{
	struct sample *s = *state;

	sample_page(s, S("page"), S("some bytes"));
	const struct portfolio *p = load(s);
	assert_int_equal(p->as_of.year, 2016);
	assert_int_equal(p->as_of.month, 3);
	IS(p->funder, "European Union");
}

static void accepted_actions_are_not_pending(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("Asylum"));

	d->action.review = S("accepted");
	sample_save(s, d, 5000);
	assert_false(load(s)->action[0].is_pending);
}

static void the_version_moves_with_every_change_and_not_without(void **state)
{
	struct sample *s = *state;
	int64_t before, after;
	struct err err;

	MUST(portfolio_version_read(s->db, &before, &err), &err);
	MUST(portfolio_version_read(s->db, &after, &err), &err);
	assert_int_equal(before, after);
	AUTO_TXN txn = sample_begin(s);
	MUST(portfolio_version_move(s->db, 7777, &err), &err);
	sample_commit(&txn);
	MUST(portfolio_version_read(s->db, &after, &err), &err);
	assert_int_equal(after, before + 1);
	assert_int_equal(load(s)->version, after);
	assert_int_equal(load(s)->changed_at, 7777);
}

static void codes_that_this_program_does_not_know_are_left_out(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("Asylum"));

	d->themes.p[0].slug = S("space-travel");
	d->experts.p[0].iso2 = S("QQ");
	d->action.iso2 = S("QQ");
	sample_save(s, d, 5000);
	const struct portfolio_action *a = &load(s)->action[0];
	assert_true(bitset_is_empty(&a->themes));
	assert_true(bitset_is_empty(&a->lender));
	assert_int_equal(a->expert_n, 1);
}

int portfolio_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(a_portfolio_without_actions_is_empty),
		SAMPLE_TEST(an_action_is_there_with_all_its_sets),
		SAMPLE_TEST(events_are_counted_and_not_rows),
		SAMPLE_TEST(activities_come_in_the_order_of_the_page),
		SAMPLE_TEST(regions_are_those_of_the_beneficiaries_and_of_the_page),
		SAMPLE_TEST(an_action_for_one_country_is_not_of_the_region_of_its_page),
		SAMPLE_TEST(the_gambia_stands_under_g),
		SAMPLE_TEST(years_are_those_in_which_any_action_ran),
		SAMPLE_TEST(the_portfolio_is_of_its_latest_page),
		SAMPLE_TEST(accepted_actions_are_not_pending),
		SAMPLE_TEST(the_version_moves_with_every_change_and_not_without),
		SAMPLE_TEST(codes_that_this_program_does_not_know_are_left_out),
	};

	return cmocka_run_group_tests_name("portfolio", tests, NULL, NULL);
}
