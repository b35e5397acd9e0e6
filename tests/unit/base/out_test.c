// SPDX-License-Identifier: EUPL-1.2
// out_test — the promises of base/out.h.
#include "base/out.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "tests.h"

static void memory_holds_what_was_written(void **state)
{
	struct out o = out_memory(*state, 1000);
	struct err err;

	out_write(&o, S("actions: "));
	out_int(&o, 36);
	out_char(&o, ',');
	out_format(&o, " %s", "done");
	assert_true(out_finish(&o, &err));
	IS(out_str(&o), "actions: 36, done");
	assert_int_equal(o.total, 17);
}

static void numbers_are_written_to_their_limits(void **state)
{
	struct out o = out_memory(*state, 1000);

	out_int(&o, INT64_MIN);
	out_char(&o, ' ');
	out_int(&o, 0);
	out_char(&o, ' ');
	out_int(&o, INT64_MAX);
	IS(out_str(&o), "-9223372036854775808 0 9223372036854775807");
}

static void formatted_text_may_be_longer_than_any_buffer(void **state)
{
	char *words = arena_alloc(*state, 5001);
	struct out o = out_memory(*state, 10000);

	memset(words, 'x', 5000);
	out_format(&o, "%s", words);
	assert_int_equal(o.n, 5000);
}

static void memory_beyond_its_maximum_is_an_error_asked_once(void **state)
{
	struct out o = out_memory(*state, 10);
	struct err err;

	out_write(&o, S("123456789"));
	out_write(&o, S("abc"));
	out_char(&o, 'x');
	assert_false(out_finish(&o, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
	IS(out_str(&o), "123456789");
	assert_int_equal(o.total, 9);
}

static void a_descriptor_receives_everything_in_order(void **state)
{
	struct err err;
	char back[64];
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	struct out o = out_fd(*state, ends[1]);
	out_write(&o, S("first "));
	out_write(&o, S("second"));
	assert_true(out_finish(&o, &err));
	assert_int_equal(read(ends[0], back, sizeof back), 12);
	assert_memory_equal(back, "first second", 12);
	close(ends[0]);
	close(ends[1]);
}

static void room_taken_at_once_changes_nothing_that_is_written(void **state)
{
	struct out o = out_memory(*state, 100);
	struct err err;

	out_write(&o, S("Togo "));
	out_reserve(&o, 80);
	const char *p = o.p;
	out_write(&o, S("IV"));
	assert_ptr_equal(o.p, p);
	out_reserve(&o, 1000);
	IS(out_str(&o), "Togo IV");
	assert_true(out_finish(&o, &err));
}

static void a_full_device_is_reported_in_a_sentence(void **state)
{
	int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
	struct err err;

	if (fd < 0)
		skip();
	struct out o = out_fd(*state, fd);
	for (int i = 0; i < 100000; i++)
		out_write(&o, S("a line of the answer\n"));
	assert_false(out_finish(&o, &err));
	assert_int_equal(err.kind, ERR_IO);
	assert_string_equal(err.msg, "could not write: No space left on device");
	close(fd);
}

int out_tests(void)
{
	const struct CMUnitTest out[] = {
		TEST(memory_holds_what_was_written),
		TEST(numbers_are_written_to_their_limits),
		TEST(formatted_text_may_be_longer_than_any_buffer),
		TEST(memory_beyond_its_maximum_is_an_error_asked_once),
		TEST(a_descriptor_receives_everything_in_order),
		TEST(room_taken_at_once_changes_nothing_that_is_written),
		TEST(a_full_device_is_reported_in_a_sentence),
	};

	return cmocka_run_group_tests(out, NULL, NULL);
}
