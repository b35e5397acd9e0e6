// SPDX-License-Identifier: EUPL-1.2
// capture — a fork whose standard error is a pipe.
#include "capture.h"

#include <sys/wait.h>
#include <unistd.h>

enum { WORDS_MAX = 8 * 1024 };

struct capture capture_run(struct arena *mem, void (*run)(void *), void *context)
{
	struct capture found = {.status = -1, .words = STR_EMPTY};
	char *words = arena_alloc(mem, WORDS_MAX);
	size_t n = 0;
	ssize_t got;
	int ends[2], status;

	if (pipe(ends) < 0)
		return found;
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		close(ends[1]);
		run(context);
		_exit(0);
	}
	close(ends[1]);
	while (n < WORDS_MAX && (got = read(ends[0], words + n, WORDS_MAX - n)) > 0)
		n += (size_t)got;
	close(ends[0]);
	waitpid(child, &status, 0);
	found.words = (struct str){words, n};
	if (WIFEXITED(status))
		found.status = WEXITSTATUS(status);
	return found;
}
