// SPDX-License-Identifier: EUPL-1.2
// arena_test — the promises of base/arena.h.
#include "base/arena.h"

#include <string.h>

#include "capture.h"
#include "check.h"
#include "tests.h"

static void memory_is_zeroed_even_when_it_was_used_before(void **state)
{
	struct arena *mem = *state;
	unsigned char *p = arena_alloc(mem, 1000);

	memset(p, 'x', 1000);
	arena_reset(mem);
	p = arena_alloc(mem, 1000);
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(p[i], 0);
}

static void memory_is_aligned_for_any_type(void **state)
{
	for (size_t n = 0; n < 40; n++)
		assert_int_equal((uintptr_t)arena_alloc(*state, n) % _Alignof(max_align_t), 0);
}

static void an_allocation_larger_than_a_block_is_whole(void **state)
{
	const size_t large = (size_t)10 * 1024 * 1024;
	char *p = arena_alloc(*state, large);

	p[0] = p[large - 1] = 'x';
	assert_int_equal(p[large / 2], 0);
}

static void the_last_allocation_grows_in_place(void **state)
{
	char *p = arena_alloc(*state, 10);

	memcpy(p, "attache", 8);
	assert_ptr_equal(arena_grow(*state, p, 10, 500), p);
	assert_string_equal(p, "attache");
	assert_int_equal(p[499], 0);
}

static void an_older_allocation_moves_with_its_content_when_it_grows(void **state)
{
	char *p = arena_alloc(*state, 10);

	memcpy(p, "attache", 8);
	arena_alloc(*state, 10);
	char *moved = arena_grow(*state, p, 10, 500);
	assert_ptr_not_equal(moved, p);
	assert_string_equal(moved, "attache");
}

static void the_same_work_again_uses_the_same_memory(void **state)
{
	struct arena *mem = arena_new(CHECK_MEMORY);
	const void *first = NULL;

	(void)state;
	for (int round = 0; round < 10; round++) {
		arena_reset(mem);
		char *p = arena_alloc(mem, 100);
		for (int i = 0; i < 300; i++)
			arena_alloc(mem, 1000);
		if (round == 8)
			first = p;
		if (round == 9)
			assert_ptr_equal(p, first);
	}
	arena_free(mem);
}

static void what_was_out_of_the_ordinary_is_given_back(void **state)
{
	struct arena *mem = *state;

	for (int round = 0; round < 20; round++) {
		arena_reset(mem);
		arena_alloc(mem, CHECK_MEMORY / 2);
	}
}

static void room_for_text_is_as_large_as_asked(void **state)
{
	char *p = arena_room(*state, 100000);

	memset(p, 'x', 100000);
	assert_int_equal(((char *)arena_alloc(*state, 8))[7], 0);
	assert_int_equal(p[99999], 'x');
}

static void freeing_nothing_is_allowed(void **state)
{
	(void)state;
	arena_free(NULL);
}

static void pass_the_cap(void *unused)
{
	(void)unused;
	struct arena *small = arena_new(65536);
	for (;;)
		arena_alloc(small, 1000);
}

static void overflow_a_length(void *unused)
{
	(void)unused;
	SCRATCH(tmp);
	NEW_ARRAY(tmp, int64_t, SIZE_MAX / 4);
}

static void passing_the_cap_ends_the_process_with_a_sentence(void **state)
{
	struct capture found = capture_run(*state, pass_the_cap, NULL);

	assert_int_equal(found.status, ARENA_FULL);
	IS(found.words,
		"attache: the input needs more memory than this step of the work may use\n");
}

static void a_length_that_overflows_ends_the_process(void **state)
{
	struct capture found = capture_run(*state, overflow_a_length, NULL);

	assert_int_equal(found.status, ARENA_FULL);
	HAS(found.words, "overflows");
}

int arena_tests(void)
{
	const struct CMUnitTest arena[] = {
		TEST(memory_is_zeroed_even_when_it_was_used_before),
		TEST(memory_is_aligned_for_any_type),
		TEST(an_allocation_larger_than_a_block_is_whole),
		TEST(the_last_allocation_grows_in_place),
		TEST(an_older_allocation_moves_with_its_content_when_it_grows),
		TEST(the_same_work_again_uses_the_same_memory),
		TEST(what_was_out_of_the_ordinary_is_given_back),
		TEST(room_for_text_is_as_large_as_asked),
		TEST(freeing_nothing_is_allowed),
		TEST(passing_the_cap_ends_the_process_with_a_sentence),
		TEST(a_length_that_overflows_ends_the_process),
	};

	return cmocka_run_group_tests(arena, NULL, NULL);
}
