// SPDX-License-Identifier: EUPL-1.2
// later — slow work in a child process, while the worker answers others.
//
// Hashing a password takes 20 ms and 19 MiB on purpose. A worker has one loop, so it must not wait:
// whoever tries passwords would hold up everybody who reads. The handler starts the work, answers
// "later" (net/http.h), and is called again with the same request and what the child wrote. The
// child has nothing of the worker's but a copy of its memory: every file is closed and, unless the
// work is to keep files, no other can be opened, and it ends after LATER_SECONDS at the latest. What
// it wrote is empty when it died. So foreign files are read there too: who breaks the reader has a
// process that can reach nothing.
#pragma once

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum { LATER_MAX = 96 * 1024 * 1024, LATER_SECONDS = 10 };

struct later {
	pid_t pid; // 0: there is none
	int fd;
};

// What the child does: `run` answers at most LATER_MAX bytes.
struct later_work {
	struct str (*run)(struct arena *mem, const void *input);
	const void *input;
	bool opens_files; // it may open files
};
bool later_start(
	const struct later_work *work, struct later *ret_later, struct err *err) MUST_CHECK;

// Takes what is there without waiting; false while the child works. Then it is gone, and its whole
// answer was added to `text`, which grows as it must and is given back by later_text_free.
struct later_text {
	char *p;
	size_t n, room;
};
bool later_take(struct later *later, struct later_text *text);

void later_text_free(struct later_text *text);

// Ends the child, whatever it does.
void later_drop(struct later *later);
