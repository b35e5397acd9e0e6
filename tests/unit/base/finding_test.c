// SPDX-License-Identifier: EUPL-1.2
// finding_test — the promises of base/finding.h.
#include "base/finding.h"

#include "check.h"
#include "tests.h"

static void findings_are_kept_in_order_with_their_words(void **state)
{
	struct findings list = {0};

	finding_add(*state, &list,
		(struct finding){
			.rule = S("R01"), .severity = SEVERITY_WARNING, .offset = 12, .length = 4},
		"“%s” is read as “%s”", "20112", "2012");
	finding_add(*state, &list, (struct finding){.rule = S("R05")}, "no place");
	assert_int_equal(list.n, 2);
	IS(list.p[0].rule, "R01");
	IS(list.p[0].message, "“20112” is read as “2012”");
	assert_int_equal(list.p[0].offset, 12);
	assert_int_equal(list.p[0].length, 4);
	IS(list.p[1].message, "no place");
	assert_int_equal(list.p[1].severity, SEVERITY_ADVISORY);
}

int finding_tests(void)
{
	const struct CMUnitTest finding[] = {
		TEST(findings_are_kept_in_order_with_their_words),
	};

	return cmocka_run_group_tests(finding, NULL, NULL);
}
