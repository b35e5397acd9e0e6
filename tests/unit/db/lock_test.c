// SPDX-License-Identifier: EUPL-1.2
// lock_test — the promises of db/lock.h.
#include "db/lock.h"

#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "sample.h"
#include "tests.h"

static struct lock open_lock(struct sample *s)
{
	struct lock lock = {-1, false};
	struct err err;

	MUST(lock_open(str_z(s->mem, sample_file(s, "lock")), &lock, &err), &err);
	return lock;
}

static bool take(struct lock *lock, int wait_ms)
{
	bool taken = false;
	struct err err;

	MUST(lock_take(lock, wait_ms, &taken, &err), &err);
	return taken;
}

static void two_of_one_process_exclude_each_other(void **state)
{
	struct lock a = open_lock(*state), b = open_lock(*state);

	assert_true(take(&a, 0));
	assert_false(take(&b, 10));
	lock_give(&a);
	assert_true(take(&b, 10));
	lock_close(&a);
	lock_close(&b);
}

static void the_dead_hold_nothing(void **state)
{
	struct lock mine = open_lock(*state);
	pid_t child = fork();

	if (child == 0) {
		struct lock other = open_lock(*state);
		_exit(take(&other, 0) ? 0 : 1);
	}
	waitpid(child, NULL, 0);
	assert_true(take(&mine, 0));
	lock_close(&mine);
}

// One who comes back at once, again and again, must let those who wait go first.
static void nobody_starves(void **state)
{
	struct lock mine = open_lock(*state);
	pid_t busy = fork();

	if (busy == 0) {
		struct lock other = open_lock(*state);
		for (;;) {
			if (take(&other, 10000))
				usleep(15000);
			lock_give(&other);
		}
	}
	usleep(30000);
	int turns = 0;
	for (int i = 0; i < 20; i++) {
		turns += take(&mine, 500);
		lock_give(&mine);
	}
	kill(busy, SIGKILL);
	waitpid(busy, NULL, 0);
	lock_close(&mine);
	assert_int_equal(turns, 20);
}

int lock_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(two_of_one_process_exclude_each_other),
		SAMPLE_TEST(the_dead_hold_nothing),
		SAMPLE_TEST(nobody_starves),
	};

	return cmocka_run_group_tests_name("lock", tests, NULL, NULL);
}
