// SPDX-License-Identifier: EUPL-1.2
// main — runs the tests of the nouns, plain facts first.
#include "tests.h"

int main(void)
{
	int failed = country_tests();

	failed += code_tests();
	failed += action_tests();
	failed += part_tests();
	failed += entry_tests();
	failed += portfolio_tests();
	failed += kind_tests();
	failed += privacy_tests();
	failed += showcase_tests();
	failed += record_tests();
	failed += file_type_tests();
	return failed ? 1 : 0;
}
