// SPDX-License-Identifier: EUPL-1.2
// log_test — the promises of base/log.h; each line is written by a process of its own.
#include "base/log.h"

#include <stdlib.h>

#include "capture.h"
#include "check.h"
#include "tests.h"

static void request(void *unused)
{
	(void)unused;
	setenv("ATTACHE_NOW", "0", 1);
	LOG(LOG_INFO, "request", {"status", S("200")}, {"path", S("/en/actions")});
}

static void strange_values(void *unused)
{
	(void)unused;
	setenv("ATTACHE_NOW", "0", 1);
	LOG(LOG_WARNING, "refused", {"why", S("two words")},
		{"path", S("a\nlevel=error \"x\"\\\x7f\xff")}, {"name", S("Côte")},
		{"none", STR_EMPTY});
}

static void endless(void *mem)
{
	struct str much = {arena_alloc(mem, 1000000), 1000000};

	LOG(LOG_ERROR, "much", {"body", much}, {"next", S("1")});
}

static void an_event_is_one_line_of_pairs(void **state)
{
	IS(capture_run(*state, request, NULL).words,
		"time=1970-01-01T00:00:00Z level=info event=request status=200 path=/en/actions\n");
}

static void no_value_can_forge_a_line(void **state)
{
	IS(capture_run(*state, strange_values, NULL).words,
		"time=1970-01-01T00:00:00Z level=warning event=refused why=\"two words\" "
		"path=\"a\\u000alevel=error \\\"x\\\"\\\\\\u007f\\ufffd\" name=\"Côte\" none=\"\"\n");
}

static void a_value_without_end_is_cut_and_the_line_ends(void **state)
{
	struct capture found = capture_run(*state, endless, *state);

	assert_int_equal(found.status, 0);
	assert_true(str_starts(found.words, S("time=")));
}

int log_tests(void)
{
	const struct CMUnitTest log[] = {
		TEST(an_event_is_one_line_of_pairs),
		TEST(no_value_can_forge_a_line),
		TEST(a_value_without_end_is_cut_and_the_line_ends),
	};

	return cmocka_run_group_tests(log, NULL, NULL);
}
