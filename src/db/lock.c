// SPDX-License-Identifier: EUPL-1.2
// lock — the writers' turn, by two bytes of a file.
#include "db/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <time.h>
#include <unistd.h>

enum { DOOR = 0, ROOM = 1, NAP_MAX_US = 4000 };

static int set_lock(int fd, short type, off_t byte)
{
	struct flock range = {.l_type = type, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1};

	return fcntl(fd, F_OFD_SETLK, &range) == 0 ? 0 : errno;
}

static int64_t monotonic_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void nap(long us)
{
	nanosleep(&(struct timespec){.tv_nsec = us * 1000}, NULL);
}

// Tries until `deadline`; answers 0, EAGAIN when time ran out, or another errno.
static int wait_for(int fd, off_t byte, int64_t deadline)
{
	for (long us = 100;; us = us * 2 < NAP_MAX_US ? us * 2 : NAP_MAX_US) {
		int failed = set_lock(fd, F_WRLCK, byte);
		if (failed == EACCES)
			failed = EAGAIN;
		if (failed != EAGAIN && failed != EINTR)
			return failed;
		if (monotonic_us() >= deadline)
			return EAGAIN;
		nap(us);
	}
}

bool lock_open(const char *path, struct lock *ret_lock, struct err *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640);

	if (fd < 0)
		return err_set_errno(err, ERR_IO, errno,
			"cannot open %s: writing needs a folder that this user may write to", path);
	*ret_lock = (struct lock){.fd = fd};
	return true;
}

bool lock_take(struct lock *lock, int wait_ms, bool *ret_taken, struct err *err)
{
	int64_t deadline = monotonic_us() + (int64_t)wait_ms * 1000;
	int failed = wait_for(lock->fd, DOOR, deadline);

	if (failed == 0) {
		failed = wait_for(lock->fd, ROOM, deadline);
		set_lock(lock->fd, F_UNLCK, DOOR);
	}
	if (failed != 0 && failed != EAGAIN)
		return err_set_errno(err, ERR_IO, failed, "cannot take the writers' lock");
	lock->held = failed == 0;
	*ret_taken = lock->held;
	return true;
}

void lock_give(struct lock *lock)
{
	if (lock->held)
		set_lock(lock->fd, F_UNLCK, ROOM);
	lock->held = false;
}

void lock_close(struct lock *lock)
{
	if (lock->fd >= 0)
		close(lock->fd);
	*lock = (struct lock){.fd = -1};
}
