// SPDX-License-Identifier: EUPL-1.2
// later — a child, and the pipe that it answers through.
#include "net/later.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CHILD_MEMORY = 512 * 1024 * 1024, FD_ANSWER = 3, PIECE = 64 * 1024 };

// From here on nothing can be gained or dumped, and nothing opened but by work that is to.
static bool shut_in(bool opens_files)
{
	const struct rlimit files = {FD_ANSWER + 1, FD_ANSWER + 1}, none = {0, 0};

	return close_range(FD_ANSWER + 1, ~0U, 0) == 0 &&
		(opens_files || setrlimit(RLIMIT_NOFILE, &files) == 0) &&
		setrlimit(RLIMIT_CORE, &none) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

static bool write_answer(struct str answer)
{
	while (answer.n) {
		ssize_t n = write(FD_ANSWER, answer.p, answer.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		answer = str_from(answer, (size_t)n);
	}
	return true;
}

// The whole life of the child.
static int live(const struct later_work *work, int fd)
{
	struct arena *mem = arena_new(CHILD_MEMORY);

	alarm(LATER_SECONDS);
	signal(SIGALRM, SIG_DFL);
	if (dup2(fd, FD_ANSWER) != FD_ANSWER || !shut_in(work->opens_files))
		return 1;
	struct str answer = work->run(mem, work->input);
	return answer.n <= LATER_MAX && write_answer(answer) ? 0 : 1;
}

bool later_start(const struct later_work *work, struct later *ret_later, struct err *err)
{
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return err_set_errno(err, ERR_IO, errno, "cannot start a helper");
	pid_t pid = fork();
	if (pid == 0)
		_exit(live(work, ends[1]));
	int why = errno;
	close(ends[1]);
	if (pid < 0) {
		close(ends[0]);
		return err_set_errno(err, ERR_IO, why, "cannot start a helper");
	}
	*ret_later = (struct later){pid, ends[0]};
	return true;
}

static void end(struct later *later)
{
	close(later->fd);
	while (waitpid(later->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	later->pid = 0;
}

static void make_room(struct later_text *text)
{
	if (text->room - text->n >= PIECE)
		return;
	text->room = text->room * 2 + PIECE;
	text->p = realloc(text->p, text->room);
	if (!text->p)
		abort();
}

bool later_take(struct later *later, struct later_text *text)
{
	struct pollfd ready = {.fd = later->fd, .events = POLLIN};

	while (poll(&ready, 1, 0) == 1) {
		make_room(text);
		ssize_t n = read(later->fd, text->p + text->n, text->room - text->n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			end(later);
			return true;
		}
		text->n += (size_t)n;
		if (text->n > LATER_MAX) {
			text->n = 0;
			later_drop(later);
			return true;
		}
	}
	return false;
}

void later_text_free(struct later_text *text)
{
	free(text->p);
	*text = (struct later_text){.p = NULL};
}

void later_drop(struct later *later)
{
	if (!later->pid)
		return;
	kill(later->pid, SIGKILL);
	end(later);
}
