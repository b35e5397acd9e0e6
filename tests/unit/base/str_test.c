// SPDX-License-Identifier: EUPL-1.2
// str_test — the promises of base/str.h.
#include "base/str.h"

#include "check.h"
#include "tests.h"

static void a_missing_c_string_is_the_empty_slice(void **state)
{
	(void)state;
	IS(str_c(NULL), "");
	assert_non_null(str_c(NULL).p);
	IS(str_c("Togo"), "Togo");
}

static void a_copy_is_terminated_and_its_own(void **state)
{
	char source[] = "Benin";
	struct str copy = str_copy(*state, (struct str){source, 5});

	source[0] = 'L';
	IS(copy, "Benin");
	assert_string_equal(copy.p, "Benin");
}

static void slices_join_and_format(void **state)
{
	IS(str_join(*state, S("Cabo "), S("Verde")), "Cabo Verde");
	IS(str_format(*state, "%d of %" PRIstr, 36, STR(S("38"))), "36 of 38");
}

static void order_is_that_of_the_bytes(void **state)
{
	(void)state;
	assert_true(str_cmp(S("a"), S("b")) < 0);
	assert_true(str_cmp(S("a"), S("aa")) < 0);
	assert_true(str_cmp(S("z"), S("é")) < 0);
	assert_int_equal(str_cmp(S("é"), S("é")), 0);
}

static void only_ascii_letters_lose_their_case(void **state)
{
	(void)state;
	assert_true(str_eq_nocase(S("Content-Type"), S("content-type")));
	assert_false(str_eq_nocase(S("É"), S("é")));
	assert_false(str_eq_nocase(S("@"), S("`")));
}

static void beginnings_and_ends_are_found(void **state)
{
	(void)state;
	assert_true(str_starts(S("Togo IV"), S("Togo")));
	assert_false(str_starts(S("To"), S("Togo")));
	assert_true(str_ends(S("Togo IV"), S("IV")));
	assert_true(str_ends(S("Togo"), STR_EMPTY));
}

static void a_search_begins_where_it_is_told(void **state)
{
	(void)state;
	assert_int_equal(str_find(S("Mali, Mali"), S("Mali"), 0), 0);
	assert_int_equal(str_find(S("Mali, Mali"), S("Mali"), 1), 6);
	assert_true(str_find(S("Mali"), S("Niger"), 0) == STR_NONE);
	assert_true(str_find(S("Mali"), S("Mali"), 99) == STR_NONE);
	assert_int_equal(str_find_char(S("a:b:c"), ':', 2), 3);
	assert_true(str_find_char(S("a:b"), ':', 99) == STR_NONE);
}

static void parts_are_clamped_to_the_slice(void **state)
{
	(void)state;
	IS(str_sub(S("Ghana"), 1, 3), "ha");
	IS(str_sub(S("Ghana"), 3, 99), "na");
	IS(str_sub(S("Ghana"), 9, 2), "");
	IS(str_from(S("Ghana"), 4), "a");
}

static void white_space_is_trimmed_at_both_ends(void **state)
{
	(void)state;
	IS(str_trim(S(" \t Cape Verde\r\n")), "Cape Verde");
	IS(str_trim(S(" \n ")), "");
}

static void splitting_gives_every_part_also_the_empty_ones(void **state)
{
	struct str_split split = {.rest = S("a||b|"), .sep = '|'};
	struct str part;

	(void)state;
	assert_true(str_next(&split, &part));
	IS(part, "a");
	assert_true(str_next(&split, &part));
	IS(part, "");
	assert_true(str_next(&split, &part));
	IS(part, "b");
	assert_true(str_next(&split, &part));
	IS(part, "");
	assert_false(str_next(&split, &part));
}

static void an_empty_text_has_one_empty_part(void **state)
{
	struct str_split split = {.rest = STR_EMPTY, .sep = ','};
	struct str part = S("before");

	(void)state;
	assert_true(str_next(&split, &part));
	IS(part, "");
	assert_false(str_next(&split, &part));
}

static void whole_numbers_are_read(void **state)
{
	int64_t value = 0;

	(void)state;
	assert_true(str_int(S("465"), &value));
	assert_int_equal(value, 465);
	assert_true(str_int(S("-9223372036854775808"), &value));
	assert_true(value == INT64_MIN);
	assert_true(str_int(S("9223372036854775807"), &value));
	assert_true(value == INT64_MAX);
}

static void other_numbers_are_refused_and_change_nothing(void **state)
{
	const struct str bad[] = {S(""), S("-"), S("+1"), S(" 1"), S("1 "), S("1.5"), S("0x1"),
		S("9223372036854775808"), S("-9223372036854775809"), S("99999999999999999999")};
	int64_t value = 7;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(str_int(bad[i], &value));
	assert_int_equal(value, 7);
}

static void whole_numbers_are_written(void **state)
{
	char digits[STR_INT_MAX];

	IS(str_of_int(*state, 465), "465");
	IS(str_of_int(*state, 0), "0");
	IS(str_of_int(*state, INT64_MIN), "-9223372036854775808");
	IS(str_of_int(*state, INT64_MAX), "9223372036854775807");
	assert_int_equal(str_print_int(-17, digits), 3);
	assert_memory_equal(digits, "-17", 3);
}

static void bytes_are_printed_as_hexadecimal_digits(void **state)
{
	IS(str_hex(*state, (struct str){"\x00\x7f\xff", 3}), "007fff");
	IS(str_hex(*state, STR_EMPTY), "");

	struct str bytes;
	assert_true(str_unhex(*state, S("007fff"), &bytes));
	assert_true(str_eq(bytes, (struct str){"\x00\x7f\xff", 3}));
	assert_false(str_unhex(*state, S("0"), &bytes));
	assert_false(str_unhex(*state, S("0g"), &bytes));
}

static void the_hash_is_fnv_1a(void **state)
{
	(void)state;
	assert_true(str_hash(STR_EMPTY) == 0xcbf29ce484222325u);
	assert_true(str_hash(S("a")) == 0xaf63dc4c8601ec8cu);
}

int str_tests(void)
{
	const struct CMUnitTest str[] = {
		TEST(a_missing_c_string_is_the_empty_slice),
		TEST(a_copy_is_terminated_and_its_own),
		TEST(slices_join_and_format),
		TEST(order_is_that_of_the_bytes),
		TEST(only_ascii_letters_lose_their_case),
		TEST(beginnings_and_ends_are_found),
		TEST(a_search_begins_where_it_is_told),
		TEST(parts_are_clamped_to_the_slice),
		TEST(white_space_is_trimmed_at_both_ends),
		TEST(splitting_gives_every_part_also_the_empty_ones),
		TEST(an_empty_text_has_one_empty_part),
		TEST(whole_numbers_are_read),
		TEST(other_numbers_are_refused_and_change_nothing),
		TEST(whole_numbers_are_written),
		TEST(bytes_are_printed_as_hexadecimal_digits),
		TEST(the_hash_is_fnv_1a),
	};

	return cmocka_run_group_tests(str, NULL, NULL);
}
