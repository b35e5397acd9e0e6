// SPDX-License-Identifier: EUPL-1.2
// csv_write_test — the promises of format/csv_write.h.
#include "format/csv_write.h"

#include "check.h"
#include "tests.h"

struct stay {
	struct str place;
	int64_t nights;
	int64_t balance;
	bool is_held;
	struct period dates;
	struct str phone;
};

static const struct field stay_field[] = {
	FIELD(stay, place, .label = "Place"),
	FIELD(stay, nights, .label = "Nights", .flags = FIELD_OPTIONAL),
	FIELD(stay, balance, .label = "Balance"),
	FIELD(stay, is_held, .label = "Held"),
	FIELD(stay, dates, .label = "Dates"),
	FIELD(stay, phone, .label = "Phone", .class = FIELD_PERSONAL),
};
static const struct fields stay_fields = FIELDS(stay, stay_field);

static void header_and_rows_have_the_same_columns(void **state)
{
	const struct stay known = {
		.place = S("Lomé, Togo"),
		.nights = 3,
		.balance = -5,
		.is_held = true,
		.dates = {.start = {2012, 4, 24}, .end = {2012, 4, 26}},
		.phone = S("private"),
	};
	const struct stay unknown = {0};
	struct out o = out_memory(*state, 1000);
	struct csv csv = csv_new(&o);

	csv_header(&csv, &stay_fields);
	csv_end_row(&csv);
	csv_fields(&csv, &stay_fields, &known);
	csv_end_row(&csv);
	csv_fields(&csv, &stay_fields, &unknown);
	csv_end_row(&csv);
	IS(out_str(&o),
		"place,nights,balance,is_held,dates\r\n"
		"\"Lomé, Togo\",3,-5,true,2012-04-24/2012-04-26\r\n"
		",,0,false,\r\n");
}

static void columns_of_the_callers_own_stand_around(void **state)
{
	const struct stay s = {.place = S("=Lomé")};
	struct out o = out_memory(*state, 1000);
	struct csv csv = csv_new(&o);

	csv_int(&csv, 7);
	csv_fields(&csv, &stay_fields, &s);
	csv_text(&csv, S("/en/actions/togo"));
	csv_end_row(&csv);
	IS(out_str(&o), "7,'=Lomé,,0,false,,/en/actions/togo\r\n");
}

int csv_write_tests(void)
{
	const struct CMUnitTest csv_write[] = {
		TEST(header_and_rows_have_the_same_columns),
		TEST(columns_of_the_callers_own_stand_around),
	};

	return cmocka_run_group_tests(csv_write, NULL, NULL);
}
