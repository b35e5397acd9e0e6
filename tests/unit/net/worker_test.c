// SPDX-License-Identifier: EUPL-1.2
// worker_test — the promises of net/worker.h, with jobs that count in shared memory.
#include "net/worker.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "tests.h"

struct tally {
	_Atomic int starts, stops, crashes_wanted;
	_Atomic int besides;
	bool refuse_start, wants_beside;
};

static bool start(void *self, struct err *err)
{
	struct tally *tally = self;

	tally->starts++;
	return !tally->refuse_start || err_set(err, ERR_DB, "the register is locked away");
}

static bool start_beside(void *self, struct err *err)
{
	struct tally *tally = self;

	(void)err;
	tally->besides++;
	tally->starts++;
	return true;
}

static void turn(void *self, int64_t now)
{
	struct tally *tally = self;

	(void)now;
	if (tally->crashes_wanted > 0 && tally->crashes_wanted-- > 0)
		kill(getpid(), SIGKILL);
	usleep(5000);
}

static void quiesce(void *self)
{
	(void)self;
}

static bool is_idle(void *self)
{
	(void)self;
	return true;
}

static void stop(void *self)
{
	((struct tally *)self)->stops++;
}

static void ready(void *self)
{
	(void)self;
}

static struct tally *new_tally(void)
{
	void *page = mmap(NULL, sizeof(struct tally), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	assert_true(page != MAP_FAILED);
	return page;
}

// Runs two workers in a child until `wanted` of them have started, then ends it as an administrator
// would; answers the child's exit status.
static int run_until(struct tally *tally, int wanted)
{
	struct worker_job beside = {tally, start_beside, turn, quiesce, is_idle, stop, NULL};
	struct worker_job job = {
		tally, start, turn, quiesce, is_idle, stop, tally->wants_beside ? &beside : NULL};
	int status;
	pid_t child = fork();

	if (child == 0) {
		struct err err = {.kind = ERR_NONE};
		// What is logged here belongs to the test.
		close(STDERR_FILENO);
		bool done = worker_run(&job, 2, ready, &err);
		_exit(done ? 0 : strcmp(err.msg, "the register is locked away") == 0 ? 3 : 1);
	}
	for (int i = 0; i < 1000 && tally->starts < wanted; i++)
		usleep(5000);
	usleep(20000);
	kill(child, SIGTERM);
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void workers_run_until_the_parent_is_ended(void **state)
{
	struct tally *tally = new_tally();

	(void)state;
	assert_int_equal(run_until(tally, 2), 0);
	assert_int_equal(tally->starts, 2);
	assert_int_equal(tally->stops, 2);
	munmap(tally, sizeof *tally);
}

static void one_that_dies_is_replaced(void **state)
{
	struct tally *tally = new_tally();

	(void)state;
	tally->crashes_wanted = 3;
	assert_int_equal(run_until(tally, 5), 0);
	assert_int_equal(tally->starts, 5);
	assert_int_equal(tally->stops, 2);
	munmap(tally, sizeof *tally);
}

static void one_works_beside_them_and_is_replaced_too(void **state)
{
	struct tally *tally = new_tally();

	(void)state;
	tally->wants_beside = true;
	tally->crashes_wanted = 3;
	assert_int_equal(run_until(tally, 6), 0);
	assert_true(tally->besides >= 1);
	assert_int_equal(tally->starts, 6);
	assert_int_equal(tally->stops, 3);
	munmap(tally, sizeof *tally);
}

static void a_start_that_fails_ends_all_with_its_words(void **state)
{
	struct tally *tally = new_tally();

	(void)state;
	tally->refuse_start = true;
	assert_int_equal(run_until(tally, 2), 3);
	assert_int_equal(tally->stops, 0);
	munmap(tally, sizeof *tally);
}

int worker_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(workers_run_until_the_parent_is_ended),
		TEST(one_that_dies_is_replaced),
		TEST(one_works_beside_them_and_is_replaced_too),
		TEST(a_start_that_fails_ends_all_with_its_words),
	};

	return cmocka_run_group_tests_name("worker", tests, NULL, NULL);
}
