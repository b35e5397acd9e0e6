// SPDX-License-Identifier: EUPL-1.2
// check — cmocka with the headers it wants before itself, and what our unit tests share.
//
//     static void a_day_is_written_as_iso(void **state)
//     {
//             struct arena *mem = *state;
//             IS(date_iso(mem, (struct date){2012, 4, 24}), "2012-04-24");
//     }
//
// A test made with TEST(f) gets an arena of its own as its state.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/str.h"

enum { CHECK_MEMORY = 64 * 1024 * 1024 };

static inline int check_setup(void **state)
{
	*state = arena_new(CHECK_MEMORY);
	return 0;
}

static inline int check_teardown(void **state)
{
	arena_free(*state);
	return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, check_setup, check_teardown)

static inline void check_str(struct str found, struct str wanted, const char *file, int line)
{
	if (str_eq(found, wanted))
		return;
	print_error("found  “%" PRIstr "”\nwanted “%" PRIstr "”\n", STR(found), STR(wanted));
	_fail(file, line);
}

// The text is exactly this literal.
#define IS(found, wanted) check_str((found), S(wanted), __FILE__, __LINE__)
// The text has this literal in it.
#define HAS(found, wanted) assert_true(str_find((found), S(wanted), 0) != STR_NONE)
