// SPDX-License-Identifier: EUPL-1.2
// capture — what a function does to its process: the status it ends with, the words it complains.
#pragma once

#include "base/arena.h"
#include "base/str.h"

struct capture {
	int status;       // as given to exit; -1 when a signal ended it
	struct str words; // standard error, at most 8 KiB
};

// Runs the function in a child of its own.
struct capture capture_run(struct arena *mem, void (*run)(void *), void *context);
