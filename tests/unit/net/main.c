// SPDX-License-Identifier: EUPL-1.2
// main — runs the tests of the network floor, in the order in which its parts stand on each other.
#include "tests.h"

int main(void)
{
	int failed = guard_tests();

	failed += cache_tests();
	failed += http_field_tests();
	failed += http_multipart_tests();
	failed += http_target_tests();
	failed += smtp_tests();
	failed += worker_tests();
	failed += http_tests();
	return failed ? 1 : 0;
}
