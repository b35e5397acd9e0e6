// SPDX-License-Identifier: EUPL-1.2
// main — runs the tests of rows and nouns, the statements first.
#include "tests.h"

int main(void)
{
	int failed = statement_tests();

	failed += row_tests();
	failed += source_tests();
	failed += dossier_tests();
	failed += search_tests();
	failed += portfolio_tests();
	failed += doctor_tests();
	failed += record_tests();
	failed += record_pick_tests();
	failed += kept_file_tests();
	failed += record_file_tests();
	return failed ? 1 : 0;
}
