// SPDX-License-Identifier: EUPL-1.2
// main — runs the tests of the verbs: a page goes in, a portfolio comes out.
#include "tests.h"

int main(void)
{
	int failed = entry_json_tests();

	failed += dossier_entry_tests();
	failed += search_text_tests();
	failed += import_tests();
	failed += export_tests();
	failed += figures_tests();
	failed += desk_tests();
	failed += todo_tests();
	failed += sheet_tests();
	failed += release_tests();
	failed += review_tests();
	return failed ? 1 : 0;
}
