// SPDX-License-Identifier: EUPL-1.2
// main — runs the tests of the reader, the smallest parts first.
#include "tests.h"

#include "sample.h"

int main(void)
{
	int failed = html_scan_tests();

	failed += text_tests();
	failed += token_tests();
	failed += date_find_tests();
	failed += heading_tests();
	failed += read_tests();
	sample_done();
	return failed ? 1 : 0;
}
