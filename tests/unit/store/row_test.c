// SPDX-License-Identifier: EUPL-1.2
// row_test — the promises of store/row.h.
#include "store/row.h"

#include <string.h>

#include "sample.h"
#include "tests.h"

struct visit {
	int64_t id;
	struct str place;
	bool is_open;
	struct date first;
	struct period period;
};
static const struct field visit_table[] = {
	FIELD(visit, id),
	FIELD(visit, place),
	FIELD(visit, is_open),
	FIELD(visit, first),
	FIELD(visit, period),
};
static const struct fields visit_fields = FIELDS(visit, visit_table);

static struct db_statement selecting(struct str sql)
{
	return (struct db_statement){
		.name = S_INIT("visits"), .sql = sql, .rows = DB_MANY, .index = DB_UNLISTED};
}

static void a_column_goes_to_the_member_of_its_name(void **state)
{
	struct sample *s = *state;
	struct db_statement statement = selecting(
		S("SELECT 'Lomé' AS place, 7 AS id, '2012-03' AS first, 1 AS is_open, "
		  "'2013-01/..' AS period"));
	struct visit visit;
	bool found;
	struct err err;

	MUST(row_one(s->mem, (struct row_query){s->db, &statement, NULL}, &visit_fields, &visit,
		     &found, &err),
		&err);
	assert_true(found);
	assert_int_equal(visit.id, 7);
	IS(visit.place, "Lomé");
	assert_true(visit.is_open);
	assert_int_equal(visit.first.month, 3);
	assert_int_equal(visit.period.start.year, 2013);
	assert_true(visit.period.open);
}

static void a_column_without_a_member_is_a_mistake_of_the_program(void **state)
{
	struct sample *s = *state;
	struct db_statement statement = selecting(S("SELECT 1 AS id, 'x' AS colour"));
	struct visit visit = {0};
	bool found;
	struct err err;

	assert_false(row_one(s->mem, (struct row_query){s->db, &statement, NULL}, &visit_fields,
		&visit, &found, &err));
	assert_int_equal(err.kind, ERR_DB);
	assert_non_null(strstr(err.msg, "visits"));
	assert_non_null(strstr(err.msg, "colour"));
}

static void a_text_that_is_no_date_is_told_and_not_guessed(void **state)
{
	struct sample *s = *state;
	struct db_statement statement = selecting(S("SELECT '2012-13' AS first"));
	struct visit visit = {0};
	bool found;
	struct err err;

	assert_false(row_one(s->mem, (struct row_query){s->db, &statement, NULL}, &visit_fields,
		&visit, &found, &err));
	assert_non_null(strstr(err.msg, "2012-13"));
	assert_non_null(strstr(err.msg, "attache doctor"));
}

static void without_a_row_the_record_stays_as_it_was(void **state)
{
	struct sample *s = *state;
	struct db_statement statement = selecting(S("SELECT 9 AS id WHERE 1 = 2"));
	struct visit visit = {.id = 3};
	bool found = true;
	struct err err;

	MUST(row_one(s->mem, (struct row_query){s->db, &statement, NULL}, &visit_fields, &visit,
		     &found, &err),
		&err);
	assert_false(found);
	assert_int_equal(visit.id, 3);
}

static void all_rows_are_read_and_their_texts_outlive_the_cursor(void **state)
{
	static const struct row_shape shape = {&visit_fields, sizeof(struct visit)};
	struct sample *s = *state;
	struct db_statement statement = selecting(
		S("WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n "
		  "WHERE id < 1000) SELECT id, 'place ' || id AS place FROM n"));
	struct row_list list;
	struct err err;

	MUST(row_many(s->mem, (struct row_query){s->db, &statement, NULL}, &shape, &list, &err),
		&err);
	assert_int_equal(list.n, 1000);
	const struct visit *visits = (const void *)list.p;
	assert_int_equal(visits[999].id, 1000);
	IS(visits[0].place, "place 1");
	IS(visits[999].place, "place 1000");
}

struct bound {
	int64_t id, is_open;
	struct str place, period, other;
};

static void parameters_are_filled_from_the_fields_of_their_name(void **state)
{
	struct sample *s = *state;
	static const struct db_param param[] = {
		{S_INIT("id"), DB_INT, offsetof(struct bound, id)},
		{S_INIT("is_open"), DB_INT, offsetof(struct bound, is_open)},
		{S_INIT("place"), DB_TEXT, offsetof(struct bound, place)},
		{S_INIT("period"), DB_TEXT, offsetof(struct bound, period)},
		{S_INIT("other"), DB_TEXT, offsetof(struct bound, other)},
	};
	static const struct db_statement statement = {
		.name = S_INIT("bound"), .param = param, .param_n = 5};
	struct visit visit = {.id = 4,
		.place = S("Lomé"),
		.is_open = true,
		.period = {.start = {2012, 3, 0}, .end = {2013, 6, 0}}};
	struct bound bound = {.other = S("as it was")};

	row_bind(s->mem, &statement, &visit_fields, &visit, &bound);
	assert_int_equal(bound.id, 4);
	assert_int_equal(bound.is_open, 1);
	IS(bound.place, "Lomé");
	IS(bound.period, "2012-03/2013-06");
	IS(bound.other, "as it was");
}

int row_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(a_column_goes_to_the_member_of_its_name),
		SAMPLE_TEST(a_column_without_a_member_is_a_mistake_of_the_program),
		SAMPLE_TEST(a_text_that_is_no_date_is_told_and_not_guessed),
		SAMPLE_TEST(without_a_row_the_record_stays_as_it_was),
		SAMPLE_TEST(all_rows_are_read_and_their_texts_outlive_the_cursor),
		SAMPLE_TEST(parameters_are_filled_from_the_fields_of_their_name),
	};

	return cmocka_run_group_tests_name("row", tests, NULL, NULL);
}
