// SPDX-License-Identifier: EUPL-1.2
// json_write_test — the promises of format/json_write.h.
#include "format/json_write.h"

#include <math.h>

#include "check.h"
#include "tests.h"

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
	json_key_int(&json, S("page"), 1);
	json_key_bool(&json, S("last"), true);
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

int json_write_tests(void)
{
	const struct CMUnitTest json_write[] = {
		TEST(commas_stand_between_items_only),
		TEST(real_numbers_have_no_needless_digits),
		TEST(what_is_no_number_is_null),
		TEST(dates_and_periods_are_texts_or_null),
	};

	return cmocka_run_group_tests(json_write, NULL, NULL);
}
