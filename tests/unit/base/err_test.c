// SPDX-License-Identifier: EUPL-1.2
// err_test — the promises of base/err.h.
#include "base/err.h"

#include <errno.h>
#include <string.h>

#include "check.h"
#include "tests.h"

static void raising_an_error_answers_false(void **state)
{
	struct err err;

	(void)state;
	assert_false(err_set(&err, ERR_INPUT, "line %d has no colon", 7));
	assert_int_equal(err.kind, ERR_INPUT);
	assert_string_equal(err.msg, "line 7 has no colon");
	assert_int_equal(err.line, 0);
}

static void the_system_gives_its_reason(void **state)
{
	struct err err;

	(void)state;
	assert_false(err_set_errno(&err, ERR_IO, ENOSPC, "cannot write %s", "a.db"));
	assert_string_equal(err.msg, "cannot write a.db: No space left on device");
}

static void context_is_put_in_front_and_the_kind_stays(void **state)
{
	struct err err;

	(void)state;
	err_set(&err, ERR_LIMIT, "too long");
	assert_false(err_add(&err, "reading %s", "page.txt"));
	assert_string_equal(err.msg, "reading page.txt: too long");
	assert_int_equal(err.kind, ERR_LIMIT);
}

static void words_that_do_not_fit_are_cut_not_lost(void **state)
{
	char words[2000];
	struct err err;

	(void)state;
	memset(words, 'x', sizeof words - 1);
	words[sizeof words - 1] = '\0';
	err_set(&err, ERR_INPUT, "%s", words);
	assert_int_equal(strlen(err.msg), sizeof err.msg - 1);
	err_add(&err, "%s", words);
	err_set_errno(&err, ERR_IO, ENOENT, "%s", words);
	assert_int_equal(strlen(err.msg), sizeof err.msg - 1);
}

static void each_kind_has_its_exit_status(void **state)
{
	(void)state;
	assert_int_equal(err_exit_status(ERR_NONE), 0);
	assert_int_equal(err_exit_status(ERR_INPUT), 1);
	assert_int_equal(err_exit_status(ERR_LIMIT), 1);
	assert_int_equal(err_exit_status(ERR_USAGE), 2);
	assert_int_equal(err_exit_status(ERR_DENIED), 3);
	assert_int_equal(err_exit_status(ERR_CONFLICT), 3);
	assert_int_equal(err_exit_status(ERR_IO), 3);
	assert_int_equal(err_exit_status(ERR_DB), 3);
}

int err_tests(void)
{
	const struct CMUnitTest err[] = {
		TEST(raising_an_error_answers_false),
		TEST(the_system_gives_its_reason),
		TEST(context_is_put_in_front_and_the_kind_stays),
		TEST(words_that_do_not_fit_are_cut_not_lost),
		TEST(each_kind_has_its_exit_status),
	};

	return cmocka_run_group_tests(err, NULL, NULL);
}
