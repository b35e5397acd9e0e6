// SPDX-License-Identifier: EUPL-1.2
// json_write_test — the promises of format/json_write.h.
#include "format/json_write.h"

#include <math.h>

#include "check.h"
#include "tests.h"

struct visit {
	struct str title;
	int64_t people;
	int64_t base;
	bool is_held;
	struct date day;
	struct period dates;
	struct str note;
};

static const struct field visit_field[] = {
	FIELD(visit, title, .label = "Title"),
	FIELD(visit, people, .label = "People", .flags = FIELD_OPTIONAL),
	FIELD(visit, base, .label = "Base"),
	FIELD(visit, is_held, .label = "Held"),
	FIELD(visit, day, .label = "Day"),
	FIELD(visit, dates, .label = "Dates"),
	FIELD(visit, note, .label = "Note", .class = FIELD_INTERNAL),
};
static const struct fields visit_fields = FIELDS(visit, visit_field);

static void commas_stand_between_items_only(void **state)
{
	struct out o = out_memory(*state, 1000);
	struct json json = json_new(&o);

	json_begin_object(&json);
	json_key(&json, S("items"));
	json_begin_array(&json);
	json_begin_object(&json);
	json_end_object(&json);
	json_begin_array(&json);
	json_int(&json, -1);
	json_int(&json, 2);
	json_end_array(&json);
	json_text(&json, S("a\"b"));
	json_end_array(&json);
	json_key(&json, S("page"));
	json_int(&json, 1);
	json_key(&json, S("last"));
	json_bool(&json, true);
	json_key(&json, S("next"));
	json_null(&json);
	json_end_object(&json);
	IS(out_str(&o),
		"{\"items\":[{},[-1,2],\"a\\\"b\"],\"page\":1,\"last\":true,\"next\":null}");
}

static struct str real(struct arena *mem, double value, int decimals)
{
	struct out o = out_memory(mem, 1000);
	struct json json = json_new(&o);

	json_real(&json, value, decimals);
	return out_str(&o);
}

static void real_numbers_have_no_needless_digits(void **state)
{
	IS(real(*state, 19.5, 3), "19.5");
	IS(real(*state, 2.0, 3), "2");
	IS(real(*state, 100, 0), "100");
	IS(real(*state, 1.0 / 3, 2), "0.33");
	IS(real(*state, -0.001, 2), "0");
	IS(real(*state, -0.5, 1), "-0.5");
	IS(real(*state, 0.125, 9), "0.125");
}

static void what_is_no_number_is_null(void **state)
{
	IS(real(*state, NAN, 2), "null");
	IS(real(*state, INFINITY, 2), "null");
}

static void dates_and_periods_are_texts_or_null(void **state)
{
	struct out o = out_memory(*state, 1000);
	struct json json = json_new(&o);

	json_begin_array(&json);
	json_date(&json, (struct date){2012, 4, 0});
	json_date(&json, (struct date){0});
	json_period(&json, (struct period){.start = {2013, 1, 0}, .open = true});
	json_period(&json, (struct period){0});
	json_text_or_null(&json, STR_EMPTY);
	json_end_array(&json);
	IS(out_str(&o), "[\"2012-04\",null,\"2013-01/..\",null,null]");
}

static struct str record(struct arena *mem, const struct visit *v)
{
	struct out o = out_memory(mem, 1000);
	struct json json = json_new(&o);

	json_begin_object(&json);
	json_key(&json, S("id"));
	json_int(&json, 7);
	json_fields(&json, &visit_fields, v);
	json_end_object(&json);
	return out_str(&o);
}

static void a_record_is_written_by_its_table(void **state)
{
	const struct visit v = {
		.title = S("Study visit"),
		.people = 12,
		.is_held = true,
		.day = {2012, 4, 24},
		.dates = {.start = {2012, 4, 24}, .end = {2012, 4, 26}},
		.note = S("not for the public"),
	};

	IS(record(*state, &v),
		"{\"id\":7,\"title\":\"Study visit\",\"people\":12,\"base\":0,\"is_held\":true,"
		"\"day\":\"2012-04-24\",\"dates\":\"2012-04-24/2012-04-26\"}");
}

static void what_is_not_known_is_null(void **state)
{
	const struct visit v = {0};

	IS(record(*state, &v),
		"{\"id\":7,\"title\":null,\"people\":null,\"base\":0,\"is_held\":false,"
		"\"day\":null,\"dates\":null}");
}

int json_write_tests(void)
{
	const struct CMUnitTest json_write[] = {
		TEST(commas_stand_between_items_only),
		TEST(real_numbers_have_no_needless_digits),
		TEST(what_is_no_number_is_null),
		TEST(dates_and_periods_are_texts_or_null),
		TEST(a_record_is_written_by_its_table),
		TEST(what_is_not_known_is_null),
	};

	return cmocka_run_group_tests(json_write, NULL, NULL);
}
