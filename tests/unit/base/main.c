// SPDX-License-Identifier: EUPL-1.2
// main — runs the tests of the lowest floor, in the order in which its parts stand on each other.
#include "tests.h"

int main(void)
{
	int failed = arena_tests();

	failed += str_tests();
	failed += buf_tests();
	failed += err_tests();
	failed += out_tests();
	failed += vec_tests();
	failed += map_tests();
	failed += finding_tests();
	failed += date_tests();
	failed += clock_tests();
	failed += utf8_tests();
	failed += field_tests();
	failed += file_tests();
	failed += option_tests();
	failed += log_tests();
	failed += random_tests();
	return failed ? 1 : 0;
}
