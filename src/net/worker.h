// SPDX-License-Identifier: EUPL-1.2
// worker — a parent and the processes that do its work.
//
// The parent forks the workers, starts another one when one dies (waiting longer each time when
// they die young), passes SIGTERM and SIGINT on as SIGTERM and waits for the end. Stopping and crashing
// take the same path: a worker that dies takes its open connections with it and nothing else. A
// worker whose parent is gone stops by itself.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

// What a worker does; `self` is passed to each. `now` is seconds of a clock that never jumps.
struct worker_job {
	void *self;
	// Once, before anything else. When the first start of a worker fails, all of them end and
	// worker_run answers its error.
	bool (*start)(void *self, struct err *err);
	// Again and again: waits at most a second for work, or for a signal, and does what came.
	void (*turn)(void *self, int64_t now);
	// Asked to end: takes no new work from now on.
	void (*quiesce)(void *self);
	// Nothing is left to do; when false, turns go on for at most WORKER_DRAIN_SECONDS.
	bool (*is_idle)(void *self);
	void (*stop)(void *self);
	// One more process with a job of its own, which is kept alive like the others; may be NULL.
	const struct worker_job *beside;
};

enum { WORKER_MAX = 256, WORKER_DRAIN_SECONDS = 5 };

// Runs `n` workers, and the one beside them, until SIGTERM or SIGINT; `ready` is called with `self` once all have started.
bool worker_run(
	const struct worker_job *job, int n, void (*ready)(void *self), struct err *err) MUST_CHECK;
