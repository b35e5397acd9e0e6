// SPDX-License-Identifier: EUPL-1.2
// main — runs the tests of the portal's addresses.
#include "tests.h"

int main(void)
{
	int failed = route_tests();

	failed += api_read_tests();
	failed += filter_tests();
	failed += links_tests();
	failed += figure_rows_tests();
	failed += highlight_tests();
	failed += list_query_tests();
	failed += portal_tests();
	failed += record_form_tests();
	failed += row_shelf_tests();
	failed += world_map_tests();
	return failed ? 1 : 0;
}
