// SPDX-License-Identifier: EUPL-1.2
// main — runs the tests of the floor of formats.
#include "tests.h"

int main(void)
{
	int failed = escape_tests();

	failed += charset_tests();
	failed += lang_tests();
	failed += date_text_tests();
	failed += json_read_tests();
	failed += json_write_tests();
	failed += csv_write_tests();
	failed += mail_text_tests();
	failed += seal_tests();
	failed += digits_tests();
	failed += svg_tests();
	failed += gzip_tests();
	failed += sheet_tests();
	failed += xlsx_tests();
	return failed ? 1 : 0;
}
