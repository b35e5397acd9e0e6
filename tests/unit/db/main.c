// SPDX-License-Identifier: EUPL-1.2
// main — runs the tests of the database floor, the lowest part first.
#include "tests.h"

int main(void)
{
	int failed = lock_tests();

	failed += db_tests();
	failed += schema_text_tests();
	failed += migrate_tests();
	return failed ? 1 : 0;
}
