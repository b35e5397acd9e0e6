// SPDX-License-Identifier: EUPL-1.2
// file_type_test — the promises of model/file_type.h.
#include "model/file_type.h"

#include "check.h"
#include "tests.h"

static void a_file_is_of_a_type_when_name_and_content_say_the_same(void **state)
{
	const struct file_type *pdf = file_type_of_name(S("Report.PDF"));

	(void)state;
	assert_non_null(pdf);
	assert_true(file_type_fits(pdf, S("application/pdf")));
	assert_false(file_type_fits(pdf, S("application/x-dosexec")));
	assert_false(file_type_fits(file_type_of_name(S("a.txt")), S("text/html")));
	assert_true(file_type_fits(file_type_of_name(S("a.csv")), S("text/plain")));
}

static void names_that_end_otherwise_are_of_no_type(void **state)
{
	(void)state;
	assert_null(file_type_of_name(S("setup.exe")));
	assert_null(file_type_of_name(S("page.html")));
	assert_null(file_type_of_name(S("pdf")));
	assert_null(file_type_of_name(S("a.pdf.")));
	assert_null(file_type_of_name(STR_EMPTY));
}

static void what_can_run_in_a_browser_is_never_shown_in_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < file_type_table_n; i++) {
		struct str extension = file_type_table[i].extension;
		if (str_eq(extension, S("svg")) || str_eq(extension, S("txt")) ||
			str_eq(extension, S("zip")))
			assert_false(file_type_table[i].is_inline);
	}
}

static void a_name_is_kept_without_its_path_and_without_what_hides(void **state)
{
	// U+202E between a and b: what follows would be read from the right.
	static const char turned[] = {'a', '\xe2', '\x80', '\xae', 'b', '.', 't', 'x', 't'};
	struct arena *mem = *state;

	IS(file_type_clean_name(mem, S("../../etc/passwd.pdf")), "passwd.pdf");
	IS(file_type_clean_name(mem, S("C:\\Temp\\plan.docx")), "plan.docx");
	IS(file_type_clean_name(mem, S("..")), "file");
	IS(file_type_clean_name(mem, S(".pdf")), "pdf");
	IS(file_type_clean_name(mem, (struct str){turned, sizeof turned}), "ab.txt");
	IS(file_type_clean_name(mem,
		   S("a\x01\xff"
		     "b.txt")),
		"ab.txt");
	IS(file_type_clean_name(mem, S("Stratégie – été.pdf")), "Stratégie – été.pdf");
}

static void a_long_name_is_cut_before_its_end(void **state)
{
	struct arena *mem = *state;
	struct str name = STR_EMPTY;

	for (int i = 0; i < 100; i++)
		name = str_join(mem, name, S("é"));
	name = file_type_clean_name(mem, str_join(mem, name, S(".pdf")));
	assert_int_equal(name.n, FILE_NAME_MAX);
	assert_true(str_ends(name, S("é.pdf")));
}

int file_type_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_file_is_of_a_type_when_name_and_content_say_the_same),
		TEST(names_that_end_otherwise_are_of_no_type),
		TEST(what_can_run_in_a_browser_is_never_shown_in_it),
		TEST(a_name_is_kept_without_its_path_and_without_what_hides),
		TEST(a_long_name_is_cut_before_its_end),
	};

	return cmocka_run_group_tests_name("file_type", tests, NULL, NULL);
}
