// SPDX-License-Identifier: EUPL-1.2
// dossier_test — the promises of store/dossier.h.
#include "store/dossier.h"

#include <string.h>

#include "sample.h"
#include "store/row.h"
#include "tests.h"

// Two records say the same in every field, but for those that saving sets.
static void same_record(
	struct arena *mem, const struct fields *fields, const void *a, const void *b)
{
	for (size_t i = 0; i < fields->n; i++)
		check_str(field_write(mem, &fields->field[i], a),
			field_write(mem, &fields->field[i], b), __FILE__, __LINE__);
}

static void same_list(
	struct arena *mem, const struct row_shape *shape, const void *a, const void *b)
{
	struct row_list one, other;

	memcpy(&one, a, sizeof one);
	memcpy(&other, b, sizeof other);
	assert_int_equal(one.n, other.n);
	assert_true(one.n > 0);
	for (size_t i = 0; i < one.n; i++)
		same_record(mem, shape->fields, one.p + i * shape->size, other.p + i * shape->size);
}

#define SAME_LIST(mem, type, a, b) \
	same_list((mem), &(struct row_shape){&type##_fields, sizeof *(a)->p}, (a), (b))

static void what_is_saved_is_loaded(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("Togo: Labour Migration"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("Labour Migration"));

	sample_save(s, d, 5000);
	struct dossier *kept = sample_load(s, d->action.id);
	same_record(s->mem, &action_fields, &d->action, &kept->action);
	SAME_LIST(s->mem, activity, &d->activities, &kept->activities);
	SAME_LIST(s->mem, output, &d->outputs, &kept->outputs);
	SAME_LIST(s->mem, expert_provision, &d->experts, &kept->experts);
	SAME_LIST(s->mem, organisation_role, &d->organisations, &kept->organisations);
	SAME_LIST(s->mem, country_role, &d->countries, &kept->countries);
	SAME_LIST(s->mem, theme_link, &d->themes, &kept->themes);
	SAME_LIST(s->mem, claim, &d->claims, &kept->claims);
	SAME_LIST(s->mem, warning, &d->warnings, &kept->warnings);
}

static void parts_are_numbered_in_their_order_under_their_action(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("Labour Migration"));
	struct activities only;
	struct err err;

	sample_save(s, d, 5000);
	MUST(dossier_activities(s->mem, s->db, d->action.id, &only, &err), &err);
	assert_int_equal(only.n, 2);
	assert_int_equal(only.p[0].id, part_first(d->action.id) + 1);
	assert_int_equal(only.p[1].id, part_first(d->action.id) + 2);
	assert_int_equal(only.p[1].action_id, d->action.id);
	IS(only.p[0].quote, "assessment mission to Lomé");
}

static void saving_again_replaces_the_parts_and_keeps_the_address(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("Labour Migration"));
	struct dossier *changed = sample_dossier(s, page, S("Togo"), S("Labour Migration"));

	sample_save(s, d, 5000);
	changed->action.id = d->action.id;
	changed->action.summary = S("It ended.");
	changed->activities.n = 1;
	changed->outputs.n = changed->claims.n = changed->themes.n = 0;
	sample_save(s, changed, 6000);

	struct dossier *kept = sample_load(s, d->action.id);
	IS(kept->action.summary, "It ended.");
	IS(kept->action.slug, "togo-labour-migration");
	assert_int_equal(kept->action.created_at, 5000);
	assert_int_equal(kept->action.changed_at, 6000);
	assert_int_equal(kept->activities.n, 1);
	assert_int_equal(kept->outputs.n + kept->claims.n + kept->themes.n, 0);
	assert_int_equal(kept->experts.n, 1);
}

static void replacing_one_action_leaves_its_neighbours_alone(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *first = sample_dossier(s, page, S("Benin"), S("Asylum"));
	struct dossier *second = sample_dossier(s, page, S("Togo"), S("Asylum"));

	sample_save(s, first, 5000);
	sample_save(s, second, 5000);
	first->activities.n = 0;
	sample_save(s, first, 6000);
	assert_int_equal(sample_load(s, first->action.id)->activities.n, 0);
	assert_int_equal(sample_load(s, second->action.id)->activities.n, 2);
}

static void claims_are_loaded_only_when_asked_for_and_belong_to_the_page(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("Labour Migration"));
	struct dossier *kept;
	struct err err;

	sample_save(s, d, 5000);
	MUST(dossier_by_slug(s->mem, s->db, S("togo-labour-migration"), false, &kept, &err), &err);
	assert_int_equal(kept->claims.n + kept->warnings.n, 0);
	assert_int_equal(kept->activities.n, 2);
	MUST(dossier_by_slug(s->mem, s->db, S("togo-labour-migration"), true, &kept, &err), &err);
	assert_int_equal(kept->claims.n, 1);
	assert_int_equal(kept->claims.p[0].source_id, page);
	assert_int_equal(kept->warnings.n, 1);
}

static void every_address_is_unlike_the_others(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *plain = sample_dossier(s, page, S("Togo"), S("Labour Migration"));
	struct dossier *colon = sample_dossier(s, page, S("Togo"), S("Labour: Migration"));
	struct dossier *third = sample_dossier(s, page, S("Togo"), S("Labour – Migration"));
	struct dossier *phase = sample_dossier(s, page, S("Togo"), S("Labour Migration"));

	phase->action.phase = 2;
	sample_save(s, plain, 5000);
	sample_save(s, colon, 5000);
	sample_save(s, third, 5000);
	sample_save(s, phase, 5000);
	IS(plain->action.slug, "togo-labour-migration");
	IS(colon->action.slug, "togo-labour-migration-2");
	IS(third->action.slug, "togo-labour-migration-3");
	IS(phase->action.slug, "togo-ii-labour-migration");
}

static void an_address_is_made_of_any_letters_and_never_empty(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *accents = sample_dossier(s, page, S("Côte d’Ivoire"), S("Sécurité"));
	struct dossier *arabic = sample_dossier(s, page, S("تونس"), STR_EMPTY);
	struct dossier *russian = sample_dossier(s, page, S("Армения"), STR_EMPTY);

	russian->action.iso2 = S("AM");
	russian->action.phase = 2;
	sample_save(s, russian, 5000);
	IS(russian->action.slug, "armenia-ii");
	sample_save(s, accents, 5000);
	sample_save(s, arabic, 5000);
	IS(accents->action.slug, "cote-d-ivoire-securite");
	assert_true(arabic->action.slug.n > 0);
}

static void what_is_not_there_is_null_and_no_error(void **state)
{
	struct sample *s = *state;
	struct dossier *d = (void *)s;
	struct action kept = {.id = 9};
	struct err err;

	MUST(dossier_by_slug(s->mem, s->db, S("nowhere"), true, &d, &err), &err);
	assert_null(d);
	d = (void *)s;
	MUST(dossier_by_id(s->mem, s->db, 44, true, &d, &err), &err);
	assert_null(d);
	MUST(dossier_match(s->mem, s->db, S("nowhere|0|"), &kept, &err), &err);
	assert_int_equal(kept.id, 0);
}

static void an_action_is_matched_however_its_heading_is_spelt(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Côte d’Ivoire"), S("Asylum"));
	struct action kept;
	struct err err;

	sample_save(s, d, 5000);
	MUST(dossier_match(s->mem, s->db,
		     action_match_key(s->mem,
			     &(struct action){.place = S("Cote d'Ivoire"), .title = S("asylum")}),
		     &kept, &err),
		&err);
	assert_int_equal(kept.id, d->action.id);
	IS(kept.digest, "d1");
	IS(kept.review, "pending");
}

static void two_records_of_one_action_cannot_be_made(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *again = sample_dossier(s, page, S("TOGO"), S("asylum"));
	struct err err;

	sample_save(s, sample_dossier(s, page, S("Togo"), S("Asylum")), 5000);
	UNUSED AUTO_TXN txn = sample_begin(s);
	assert_false(dossier_save(s->mem, s->db, again, 6000, &err));
	assert_int_equal(err.kind, ERR_CONFLICT);
}

static void an_action_on_no_page_cannot_be_saved(void **state)
{
	struct sample *s = *state;
	UNUSED AUTO_TXN txn = sample_begin(s);
	struct err err;

	assert_false(dossier_save(
		s->mem, s->db, sample_dossier(s, 99, S("Togo"), S("Asylum")), 5000, &err));
	assert_int_equal(err.kind, ERR_DB);
}

static void what_is_not_committed_was_never_there(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct action_ids ids;
	struct err err;
	{
		UNUSED AUTO_TXN txn = sample_begin(s);
		struct dossier *d = sample_dossier(s, page, S("Togo"), S("Asylum"));
		MUST(dossier_save(s->mem, s->db, d, 5000, &err), &err);
	}
	MUST(dossier_ids(s->mem, s->db, &ids, &err), &err);
	assert_int_equal(ids.n, 0);
}

static void actions_stand_in_the_order_of_their_pages(void **state)
{
	struct sample *s = *state;
	int64_t first = sample_page(s, S("first"), S("one")),
		later = sample_page(s, S("later"), S("two"));
	struct dossier *a = sample_dossier(s, later, S("Angola"), S("Asylum"));
	struct dossier *b = sample_dossier(s, first, S("Togo"), S("Asylum"));
	struct dossier *c = sample_dossier(s, first, S("Mali"), S("Asylum"));
	struct action_ids ids;
	struct err err;

	b->action.position = 2;
	sample_save(s, a, 5000);
	sample_save(s, b, 5000);
	sample_save(s, c, 5000);
	MUST(dossier_ids(s->mem, s->db, &ids, &err), &err);
	assert_int_equal(ids.n, 3);
	assert_int_equal(ids.p[0], c->action.id);
	assert_int_equal(ids.p[1], b->action.id);
	assert_int_equal(ids.p[2], a->action.id);
}

static void accepting_marks_the_facts_and_changes_no_other(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("Asylum"));
	struct dossier *other = sample_dossier(s, page, S("Mali"), S("Asylum"));
	struct err err;

	sample_save(s, d, 5000);
	sample_save(s, other, 5000);
	AUTO_TXN txn = sample_begin(s);
	MUST(dossier_accept(s->db, d->action.id, 7000, &err), &err);
	sample_commit(&txn);
	IS(sample_load(s, d->action.id)->action.review, "accepted");
	assert_int_equal(sample_load(s, d->action.id)->action.changed_at, 7000);
	assert_int_equal(sample_load(s, d->action.id)->activities.n, 2);
	IS(sample_load(s, other->action.id)->action.review, "pending");
}

static void places_bodies_and_themes_are_kept_once_for_all_actions(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("Asylum"));
	struct dossier *other = sample_dossier(s, page, S("Mali"), S("Asylum"));

	other->organisations.p[0].name = S("Icmpd");
	sample_save(s, d, 5000);
	sample_save(s, other, 5000);
	assert_int_equal(sample_number(s, S("SELECT count(*) FROM place")), 1);
	assert_int_equal(sample_number(s, S("SELECT count(*) FROM organisation")), 1);
	assert_int_equal(sample_number(s, S("SELECT count(*) FROM theme")), 1);
	IS(sample_load(s, other->action.id)->organisations.p[0].name, "ICMPD");
}

static void a_place_without_a_name_is_no_place(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("Asylum"));

	sample_save(s, d, 5000);
	IS(sample_load(s, d->action.id)->activities.p[1].place, "");
	assert_int_equal(
		sample_number(s, S("SELECT count(*) FROM activity WHERE place_id IS NULL")), 1);
}

static void an_action_with_more_parts_than_keys_is_refused(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("Asylum"));
	struct err err;

	d->themes.n = PART_MAX + 1;
	d->themes.p = NEW_ARRAY(s->mem, struct theme_link, d->themes.n);
	UNUSED AUTO_TXN txn = sample_begin(s);
	assert_false(dossier_save(s->mem, s->db, d, 5000, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
}

static void texts_with_any_characters_come_back_as_they_were(void **state)
{
	struct sample *s = *state;
	int64_t page = sample_page(s, S("page"), S("some bytes"));
	struct dossier *d = sample_dossier(s, page, S("Togo"), S("'); DROP TABLE action; --"));

	d->action.summary = S("\" ' % _ \\ ; $1 :id ?1 \n\t – ’ \U0001F30D");
	sample_save(s, d, 5000);
	IS(sample_load(s, d->action.id)->action.title, "'); DROP TABLE action; --");
	IS(sample_load(s, d->action.id)->action.summary,
		"\" ' % _ \\ ; $1 :id ?1 \n\t – ’ \U0001F30D");
}

int dossier_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(what_is_saved_is_loaded),
		SAMPLE_TEST(parts_are_numbered_in_their_order_under_their_action),
		SAMPLE_TEST(saving_again_replaces_the_parts_and_keeps_the_address),
		SAMPLE_TEST(replacing_one_action_leaves_its_neighbours_alone),
		SAMPLE_TEST(claims_are_loaded_only_when_asked_for_and_belong_to_the_page),
		SAMPLE_TEST(every_address_is_unlike_the_others),
		SAMPLE_TEST(an_address_is_made_of_any_letters_and_never_empty),
		SAMPLE_TEST(what_is_not_there_is_null_and_no_error),
		SAMPLE_TEST(an_action_is_matched_however_its_heading_is_spelt),
		SAMPLE_TEST(two_records_of_one_action_cannot_be_made),
		SAMPLE_TEST(an_action_on_no_page_cannot_be_saved),
		SAMPLE_TEST(what_is_not_committed_was_never_there),
		SAMPLE_TEST(actions_stand_in_the_order_of_their_pages),
		SAMPLE_TEST(accepting_marks_the_facts_and_changes_no_other),
		SAMPLE_TEST(places_bodies_and_themes_are_kept_once_for_all_actions),
		SAMPLE_TEST(a_place_without_a_name_is_no_place),
		SAMPLE_TEST(an_action_with_more_parts_than_keys_is_refused),
		SAMPLE_TEST(texts_with_any_characters_come_back_as_they_were),
	};

	return cmocka_run_group_tests_name("dossier", tests, NULL, NULL);
}
