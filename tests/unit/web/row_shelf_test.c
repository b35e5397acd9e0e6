// SPDX-License-Identifier: EUPL-1.2
// row_shelf_test — rows are found again on their own sheet only, within the bytes allowed.
#include "web/row_shelf.h"

#include "check.h"
#include "tests.h"

enum { ACTIONS = 3, MUCH = 1024 * 1024 };

static struct row_kind kind(const char *lang, int year_last)
{
	return (struct row_kind){.lang = lang_find(str_c(lang)),
		.heading = 2,
		.year_first = 2009,
		.year_last = year_last};
}

static struct safe_html row(struct str html)
{
	return (struct safe_html){html};
}

static void a_row_that_was_kept_is_found(void **state)
{
	struct row_shelf *shelf = row_shelf_new(*state, ACTIONS, MUCH);
	struct row_sheet *sheet = row_shelf_sheet(shelf, kind("en", 2016));

	assert_non_null(sheet);
	IS(row_sheet_find(sheet, 1).html, "");
	row_sheet_keep(sheet, 1, row(S("<li>Togo IV</li>")));
	IS(row_sheet_find(sheet, 1).html, "<li>Togo IV</li>");
	IS(row_sheet_find(sheet, 2).html, "");
	assert_ptr_equal(row_shelf_sheet(shelf, kind("en", 2016)), sheet);
}

static void another_language_look_or_axis_has_its_own_rows(void **state)
{
	struct row_shelf *shelf = row_shelf_new(*state, ACTIONS, MUCH);
	struct row_kind dense = kind("en", 2016), inside = kind("en", 2016);

	dense.is_dense = true;
	inside.heading = 3;
	row_sheet_keep(row_shelf_sheet(shelf, kind("en", 2016)), 0, row(S("<li>Togo</li>")));
	IS(row_sheet_find(row_shelf_sheet(shelf, kind("fr", 2016)), 0).html, "");
	IS(row_sheet_find(row_shelf_sheet(shelf, kind("en", 2017)), 0).html, "");
	IS(row_sheet_find(row_shelf_sheet(shelf, dense), 0).html, "");
	IS(row_sheet_find(row_shelf_sheet(shelf, inside), 0).html, "");
	IS(row_sheet_find(row_shelf_sheet(shelf, kind("en", 2016)), 0).html, "<li>Togo</li>");
}

static void a_shelf_without_room_keeps_nothing(void **state)
{
	assert_null(row_shelf_sheet(row_shelf_new(*state, ACTIONS, 0), kind("en", 2016)));
}

static void a_full_shelf_keeps_what_it_has(void **state)
{
	struct row_shelf *shelf = row_shelf_new(*state, ACTIONS, 160);
	struct row_sheet *sheet = row_shelf_sheet(shelf, kind("en", 2016));
	struct str large = {arena_alloc(*state, 200), 200};

	assert_non_null(sheet);
	row_sheet_keep(sheet, 0, row(S("<li>Togo</li>")));
	row_sheet_keep(sheet, 1, row(large));
	IS(row_sheet_find(sheet, 0).html, "<li>Togo</li>");
	IS(row_sheet_find(sheet, 1).html, "");
	assert_null(row_shelf_sheet(shelf, kind("fr", 2016)));
}

int row_shelf_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_row_that_was_kept_is_found),
		TEST(another_language_look_or_axis_has_its_own_rows),
		TEST(a_shelf_without_room_keeps_nothing),
		TEST(a_full_shelf_keeps_what_it_has),
	};

	return cmocka_run_group_tests_name("row_shelf", tests, NULL, NULL);
}
