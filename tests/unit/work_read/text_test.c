// SPDX-License-Identifier: EUPL-1.2
// text_test — decoded text knows the bytes that each of its parts was read from.
#include "work/read/text.h"

#include "check.h"
#include "tests.h"
#include "work/read/line.h"

static void blanks_of_every_kind_become_one(void **state)
{
	struct text text = text_new(*state, 1000);

	text_add_source(&text, S("  a \t b\302\240\302\240c\342\200\211d  "), 0, CHARSET_UTF8);
	IS(text_str(&text), "a b c d");
}

static void the_way_back_counts_the_bytes_as_given(void **state)
{
	struct str source = S("one  \302\240two");
	struct text text = text_new(*state, 1000);
	size_t offset, length;

	text_add_source(&text, source, 0, CHARSET_UTF8);
	text_source(&text, 4, 3, &offset, &length);
	assert_int_equal(offset, 7);
	assert_int_equal(length, 3);
	text_source(&text, 0, 7, &offset, &length);
	assert_int_equal(offset, 0);
	assert_int_equal(length, 10);
}

static void windows_1252_is_decoded_and_keeps_its_places(void **state)
{
	struct text text = text_new(*state, 1000);
	size_t offset, length;

	text_add_source(&text, S("C\364te d\222Ivoire \226 x"), 0, CHARSET_WINDOWS_1252);
	IS(text_str(&text), "Côte d’Ivoire – x");
	text_source(&text, 0, sizeof "Côte d’Ivoire" - 1, &offset, &length);
	assert_int_equal(offset, 0);
	assert_int_equal(length, 13);
}

static void one_bad_byte_in_utf8_is_read_as_windows_1252(void **state)
{
	struct text text = text_new(*state, 1000);

	text_add_source(&text, S("B\303\251nin\222s"), 0, CHARSET_UTF8);
	IS(text_str(&text), "Bénin’s");
}

static void lines_are_joined_by_one_blank(void **state)
{
	struct line_source source;
	struct text text = text_new(*state, 1000);
	struct line line;
	struct err err;
	bool is_end;

	assert_true(line_source_open(S("\xEF\xBB\xBFone\r\n\r\n \ntwo\rthree"), &source, &err));
	assert_true(line_next(&source, &text, &line, &is_end, &err));
	assert_true(line_next(&source, &text, &line, &is_end, &err));
	assert_true(line.after_blank);
	IS(str_sub(text_str(&text), line.at, line.at + line.n), "two");
	assert_true(line_next(&source, &text, &line, &is_end, &err));
	assert_false(is_end || line.after_blank);
	IS(text_str(&text), "one two three");
	assert_true(line_next(&source, &text, &line, &is_end, &err));
	assert_true(is_end);
}

static void what_is_no_text_is_refused_in_a_sentence(void **state)
{
	(void)state;
	struct line_source source;
	struct err err;

	assert_false(line_source_open(S(""), &source, &err));
	HAS(str_c(err.msg), "empty");
	assert_false(line_source_open(S("%PDF-1.4\n..."), &source, &err));
	HAS(str_c(err.msg), "PDF");
	assert_false(line_source_open(S("\211PNG\r\n\032\n\0\0"), &source, &err));
	HAS(str_c(err.msg), "image");
}

static void a_line_of_a_megabyte_is_no_line(void **state)
{
	struct line_source source;
	struct text text = text_new(*state, 4 * LINE_MAX_N);
	struct line line;
	struct err err;
	bool is_end;
	size_t n = LINE_MAX_N + 10;
	char *p = arena_alloc(*state, n);

	for (size_t i = 0; i < n; i++)
		p[i] = 'x';
	assert_true(line_source_open((struct str){p, n}, &source, &err));
	assert_false(line_next(&source, &text, &line, &is_end, &err));
	HAS(str_c(err.msg), "longer than");
}

int text_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(blanks_of_every_kind_become_one),
		TEST(the_way_back_counts_the_bytes_as_given),
		TEST(windows_1252_is_decoded_and_keeps_its_places),
		TEST(one_bad_byte_in_utf8_is_read_as_windows_1252),
		TEST(lines_are_joined_by_one_blank),
		TEST(what_is_no_text_is_refused_in_a_sentence),
		TEST(a_line_of_a_megabyte_is_no_line),
	};
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
