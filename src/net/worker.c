// SPDX-License-Identifier: EUPL-1.2
// worker — a parent and the processes that do its work.
#include "net/worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"

enum { MS = 1000 * 1000, DELAY_MIN_MS = 50, DELAY_MAX_MS = 5000, YOUNG_MS = 5000, KILL_MS = 8000 };

// Set by SIGTERM in a worker: this file is the process.
static volatile sig_atomic_t end_asked;

struct worker {
	const struct worker_job *job;
	pid_t pid; // 0 while there is none
	int64_t started_ms;
	int64_t restart_ms; // when to start another, while there is none
	int64_t delay_ms;
};

// What a worker tells the parent when it has started, or has not.
struct report {
	bool started;
	struct err err;
};

struct pool {
	struct worker worker[WORKER_MAX + 1];
	int n;
	sigset_t signals; // those that the parent waits for
	sigset_t before;  // the mask to go back to
};

static int64_t now_ms(void)
{
	return clock_monotonic() / MS;
}

static void log_worker(enum log_level level, const char *event, pid_t pid, const char *how)
{
	char number[16];

	snprintf(number, sizeof number, "%d", (int)pid);
	LOG(level, event, {"pid", str_c(number)}, {"how", str_c(how)});
}

// -- In the worker ------------------------------------------------------------------------------

static void ask_end(int signal)
{
	(void)signal;
	end_asked = 1;
}

static void set_signals(const struct pool *pool, pid_t parent)
{
	struct sigaction action = {.sa_handler = ask_end};

	sigaction(SIGTERM, &action, NULL);
	action.sa_handler = SIG_IGN;
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGPIPE, &action, NULL);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		end_asked = 1;
	sigprocmask(SIG_SETMASK, &pool->before, NULL);
}

static void drain(const struct worker_job *job)
{
	int64_t end = now_ms() + WORKER_DRAIN_SECONDS * 1000;

	job->quiesce(job->self);
	while (!job->is_idle(job->self) && now_ms() < end)
		job->turn(job->self, now_ms() / 1000);
}

// The whole life of a worker; answers its exit status.
static int live(const struct pool *pool, const struct worker_job *job, pid_t parent, int report_fd)
{
	struct report report = {.started = false};

	set_signals(pool, parent);
	report.started = job->start(job->self, &report.err);
	if (!report.started && report_fd < 0)
		LOG(LOG_ERROR, "worker-did-not-start", {"why", str_c(report.err.msg)});
	// Smaller than PIPE_BUF, so it arrives whole.
	if (report_fd >= 0 && write(report_fd, &report, sizeof report) != sizeof report)
		return 1;
	if (report_fd >= 0)
		close(report_fd);
	if (!report.started)
		return err_exit_status(report.err.kind);
	while (!end_asked)
		job->turn(job->self, now_ms() / 1000);
	drain(job);
	job->stop(job->self);
	return 0;
}

// -- In the parent ------------------------------------------------------------------------------

static bool start_worker(struct pool *pool, struct worker *worker, int report_fd)
{
	pid_t parent = getpid(), pid = fork();

	if (pid < 0)
		return false;
	if (pid == 0)
		_exit(live(pool, worker->job, parent, report_fd));
	worker->pid = pid;
	worker->started_ms = now_ms();
	return true;
}

static void signal_all(const struct pool *pool, int signal)
{
	for (int i = 0; i < pool->n; i++)
		if (pool->worker[i].pid)
			kill(pool->worker[i].pid, signal);
}

static const char *describe(int status, char words[static 64])
{
	if (WIFSIGNALED(status))
		snprintf(words, 64, "signal %d", WTERMSIG(status));
	else
		snprintf(words, 64, "exit status %d", WEXITSTATUS(status));
	return words;
}

// Notes one that died; it is started again after a while, longer when it died young.
static void note_death(struct worker *worker, int status)
{
	char words[64];
	int64_t now = now_ms();
	bool young = now - worker->started_ms < YOUNG_MS;

	log_worker(LOG_WARNING, "worker-died", worker->pid, describe(status, words));
	worker->pid = 0;
	worker->delay_ms = young && worker->delay_ms ? worker->delay_ms * 2 : DELAY_MIN_MS;
	if (worker->delay_ms > DELAY_MAX_MS)
		worker->delay_ms = DELAY_MAX_MS;
	worker->restart_ms = now + worker->delay_ms;
}

static void reap(struct pool *pool)
{
	int status;

	for (int i = 0; i < pool->n; i++) {
		struct worker *worker = &pool->worker[i];
		if (worker->pid && waitpid(worker->pid, &status, WNOHANG) == worker->pid)
			note_death(worker, status);
	}
}

// Starts those whose time has come; answers the milliseconds until the next one, -1 for never.
static int64_t restart(struct pool *pool)
{
	int64_t now = now_ms(), next = -1;

	for (int i = 0; i < pool->n; i++) {
		struct worker *worker = &pool->worker[i];
		if (worker->pid)
			continue;
		if (worker->restart_ms <= now && start_worker(pool, worker, -1))
			continue;
		if (worker->restart_ms <= now)
			worker->restart_ms = now + DELAY_MAX_MS;
		if (next < 0 || worker->restart_ms - now < next)
			next = worker->restart_ms - now;
	}
	return next;
}

// Waits for a signal; answers its number, 0 when the time is over.
static int wait_signal(const struct pool *pool, int64_t ms)
{
	struct timespec time = {ms / 1000, ms % 1000 * MS};
	int signal = ms < 0 ? sigwaitinfo(&pool->signals, NULL)
			    : sigtimedwait(&pool->signals, NULL, &time);

	return signal < 0 ? 0 : signal;
}

static void end_all(struct pool *pool)
{
	int64_t end = now_ms() + KILL_MS;
	int left = 0;

	signal_all(pool, SIGTERM);
	do {
		left = 0;
		for (int i = 0; i < pool->n; i++) {
			struct worker *worker = &pool->worker[i];
			if (worker->pid && waitpid(worker->pid, NULL, WNOHANG) == worker->pid)
				worker->pid = 0;
			left += worker->pid != 0;
		}
		if (left && now_ms() >= end)
			signal_all(pool, SIGKILL);
		if (left)
			wait_signal(pool, 50);
	} while (left);
}

static void keep_going(struct pool *pool)
{
	int signal;

	do {
		reap(pool);
		signal = wait_signal(pool, restart(pool));
	} while (signal != SIGTERM && signal != SIGINT);
}

// Reads what each worker tells about its start, until all have told or died.
static bool read_reports(const struct pool *pool, int fd, struct err *err)
{
	struct report report;
	int started = 0;
	ssize_t n;

	while ((n = read(fd, &report, sizeof report)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n != sizeof report)
			break;
		if (!report.started) {
			*err = report.err;
			return false;
		}
		started++;
	}
	return started == pool->n || err_set(err, ERR_IO, "a worker died while it started");
}

static bool start_all(struct pool *pool, struct err *err)
{
	int ends[2];

	if (pipe(ends) != 0)
		return err_set_errno(err, ERR_IO, errno, "cannot start the workers");
	for (int i = 0; i < pool->n; i++) {
		if (!start_worker(pool, &pool->worker[i], ends[1])) {
			err_set_errno(err, ERR_IO, errno, "cannot start a worker");
			close(ends[0]);
			close(ends[1]);
			return false;
		}
	}
	close(ends[1]);
	bool done = read_reports(pool, ends[0], err);
	close(ends[0]);
	return done;
}

bool worker_run(const struct worker_job *job, int n, void (*ready)(void *self), struct err *err)
{
	struct pool pool = {.n = n < 1 ? 1 : n > WORKER_MAX ? WORKER_MAX : n};

	for (int i = 0; i < pool.n; i++)
		pool.worker[i].job = job;
	if (job->beside)
		pool.worker[pool.n++].job = job->beside;

	sigemptyset(&pool.signals);
	sigaddset(&pool.signals, SIGTERM);
	sigaddset(&pool.signals, SIGINT);
	sigaddset(&pool.signals, SIGCHLD);
	sigprocmask(SIG_BLOCK, &pool.signals, &pool.before);
	bool done = start_all(&pool, err);
	if (done) {
		ready(job->self);
		keep_going(&pool);
	}
	end_all(&pool);
	sigprocmask(SIG_SETMASK, &pool.before, NULL);
	return done;
}
