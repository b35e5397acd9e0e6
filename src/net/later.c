// SPDX-License-Identifier: EUPL-1.2
// later — a child, and the pipe that it answers through.
#include "net/later.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CHILD_MEMORY = 64 * 1024 * 1024, FD_ANSWER = 3 };

// The whole life of the child.
static int live(struct str (*work)(struct arena *mem, const void *input), const void *input, int fd)
{
	struct arena *mem = arena_new(CHILD_MEMORY);

	alarm(LATER_SECONDS);
	signal(SIGALRM, SIG_DFL);
	if (dup2(fd, FD_ANSWER) != FD_ANSWER || close_range(FD_ANSWER + 1, ~0U, 0) != 0)
		return 1;
	struct str answer = work(mem, input);
	// Smaller than PIPE_BUF, so it arrives whole.
	if (answer.n > LATER_MAX || write(FD_ANSWER, answer.p, answer.n) != (ssize_t)answer.n)
		return 1;
	return 0;
}

bool later_start(struct str (*work)(struct arena *mem, const void *input), const void *input,
	struct later *ret_later, struct err *err)
{
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return err_set_errno(err, ERR_IO, errno, "cannot start a helper");
	pid_t pid = fork();
	if (pid == 0)
		_exit(live(work, input, ends[1]));
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

bool later_take(struct later *later, struct later_text *text)
{
	struct pollfd ready = {.fd = later->fd, .events = POLLIN};

	while (poll(&ready, 1, 0) == 1) {
		ssize_t n = read(later->fd, text->p + text->n, sizeof text->p - text->n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			end(later);
			return true;
		}
		text->n += (size_t)n;
	}
	return false;
}

void later_drop(struct later *later)
{
	if (!later->pid)
		return;
	kill(later->pid, SIGKILL);
	end(later);
}
