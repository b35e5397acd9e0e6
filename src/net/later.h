// SPDX-License-Identifier: EUPL-1.2
// later — slow work in a child process, while the worker answers others.
//
// Hashing a password takes 20 ms and 19 MiB on purpose. A worker has one loop, so it must not wait:
// whoever tries passwords would hold up everybody who reads. The handler starts the work, answers
// "later" (net/http.h), and is called again with the same request and what the child wrote. The
// child has nothing of the worker's but a copy of its memory: every file is closed, and it ends
// after LATER_SECONDS at the latest. What it wrote is empty when it died.
#pragma once

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum { LATER_MAX = 1024, LATER_SECONDS = 10 };

struct later {
	pid_t pid; // 0: there is none
	int fd;
};

// `work` runs in the child: its answer, at most LATER_MAX bytes.
bool later_start(struct str (*work)(struct arena *mem, const void *input), const void *input,
	struct later *ret_later, struct err *err) MUST_CHECK;

// Takes what is there without waiting; false while the child works. Then it is gone, and its whole
// answer was added to `text`.
struct later_text {
	char p[LATER_MAX];
	size_t n;
};
bool later_take(struct later *later, struct later_text *text);

// Ends the child, whatever it does.
void later_drop(struct later *later);
