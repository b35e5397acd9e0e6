// SPDX-License-Identifier: EUPL-1.2
// main — runs the tests of the reader, the smallest parts first.
#include "tests.h"

#include "sample.h"

int main(void)
{
	int failed = html_scan_tests();

	failed += text_tests();
	failed += token_tests();
	failed += stem_tests();
	failed += tongue_tests();
	failed += date_find_tests();
	failed += explain_tests();
	failed += date_table_tests();
	failed += doubt_find_tests();
	failed += heading_tests();
	failed += output_find_tests();
	failed += partner_find_tests();
	failed += activity_find_tests();
	failed += event_date_tests();
	failed += event_place_tests();
	failed += event_tense_tests();
	failed += deed_tests();
	failed += member_tests();
	failed += read_tests();
	failed += languages_tests();
	failed += wording_tests();
	failed += line_class_tests();
	failed += layout_tests();
	sample_done();
	return failed ? 1 : 0;
}
