// SPDX-License-Identifier: EUPL-1.2
// lock — the writers' turn: one lock file beside the database, shared by all processes.
//
// Two bytes of the file are locked: the door and the room. A writer takes the door, waits there
// for the room, and leaves the door once it is inside. Who waits at the door is therefore next,
// even when the one inside leaves and wants to come straight back: a long import that commits in
// batches cannot starve an edit. The locks belong to the open file (F_OFD_SETLK), so two
// connections of one process exclude each other too, and the kernel drops them when a process dies.
// The file is never removed: removing it would let two writers lock two different files.
#pragma once

#include <stdbool.h>

#include "base/err.h"

struct lock {
	int fd; // -1 when there is none
	bool held;
};

// Opens the lock file, made when missing. ERR_IO when the folder may not be written.
bool lock_open(const char *path, struct lock *ret_lock, struct err *err) MUST_CHECK;

// Waits up to `wait_ms` for the room; *ret_taken is false when somebody else kept it. Waiting
// costs a system call every few milliseconds.
bool lock_take(struct lock *lock, int wait_ms, bool *ret_taken, struct err *err) MUST_CHECK;

void lock_give(struct lock *lock);
void lock_close(struct lock *lock);
