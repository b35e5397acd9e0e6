// SPDX-License-Identifier: EUPL-1.2
// clock_test — the promises of base/clock.h. Each case that sets the clock has a process of its own.
#include "base/clock.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "capture.h"
#include "check.h"
#include "tests.h"

static void fixed(void *unused)
{
	(void)unused;
	setenv("ATTACHE_NOW", "1332979200", 1);
	bool is_right = clock_now() == 1332979200;
	setenv("ATTACHE_NOW", "0", 1);
	_exit(is_right && clock_now() == 1332979200 ? 0 : 1);
}

static void not_fixed(void *value)
{
	setenv("ATTACHE_NOW", value, 1);
	_exit(llabs(clock_now() - (int64_t)time(NULL)) < 5 ? 0 : 1);
}

static void the_environment_fixes_the_clock_once(void **state)
{
	assert_int_equal(capture_run(*state, fixed, NULL).status, 0);
}

static void a_value_that_is_no_number_fixes_nothing(void **state)
{
	char words[] = "yesterday", nothing[] = "";

	assert_int_equal(capture_run(*state, not_fixed, words).status, 0);
	assert_int_equal(capture_run(*state, not_fixed, nothing).status, 0);
}

static void the_measuring_clock_never_goes_back(void **state)
{
	int64_t before = clock_monotonic();

	(void)state;
	assert_true(clock_monotonic() >= before);
}

static void instants_are_written_for_machines(void **state)
{
	IS(clock_rfc3339(*state, 0), "1970-01-01T00:00:00Z");
	IS(clock_rfc3339(*state, 1795463477), "2026-11-23T19:51:17Z");
	IS(clock_rfc3339(*state, -1), "1969-12-31T23:59:59Z");
}

int clock_tests(void)
{
	const struct CMUnitTest clock[] = {
		TEST(the_environment_fixes_the_clock_once),
		TEST(a_value_that_is_no_number_fixes_nothing),
		TEST(the_measuring_clock_never_goes_back),
		TEST(instants_are_written_for_machines),
	};

	return cmocka_run_group_tests(clock, NULL, NULL);
}
