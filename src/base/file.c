// SPDX-License-Identifier: EUPL-1.2
// file — reading is a private mapping or one growing buffer; writing is temporary, sync, rename.
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_STEP = 64 * 1024, NAME_TRIES = 100 };

static void close_at(const int *fd)
{
	if (*fd >= 0)
		close(*fd);
}
#define AUTO_FD int CLEANUP(close_at)

// A pipe or a device would block or never end, so the kind is asked before a byte is read.
static bool open_regular(
	struct str path, const char *z, int *ret_fd, struct stat *ret_stat, struct err *err)
{
	int fd = open(z, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return err_set_errno(err, ERR_IO, errno, "cannot open %" PRIstr, STR(path));
	if (fstat(fd, ret_stat) < 0) {
		err_set_errno(err, ERR_IO, errno, "cannot read %" PRIstr, STR(path));
	} else if (S_ISDIR(ret_stat->st_mode)) {
		err_set(err, ERR_IO, "%" PRIstr " is a folder; give the name of a file", STR(path));
	} else if (!S_ISREG(ret_stat->st_mode)) {
		err_set(err, ERR_IO,
			"%" PRIstr " is not a regular file; give one, or - for standard input",
			STR(path));
	} else {
		*ret_fd = fd;
		return true;
	}
	close(fd);
	return false;
}

// Reads to the end, or to one byte more than `max`, which is an error.
static bool read_all(struct arena *mem, int fd, struct str name, size_t max, struct str *ret_bytes,
	struct err *err)
{
	struct str bytes = STR_EMPTY;
	char *p = NULL;
	size_t n = 0, room = 0;
	ssize_t got = 1;

	while (got) {
		if (n == room) {
			size_t more = room ? room * 2 : READ_STEP;
			p = arena_grow(mem, p, room, more);
			room = more;
		}
		size_t allowed = max - n < room - n ? max - n + 1 : room - n;
		got = read(fd, p + n, allowed);
		if (got < 0 && errno != EINTR)
			return err_set_errno(err, ERR_IO, errno, "cannot read %" PRIstr, STR(name));
		if (got < 0)
			continue;
		n += (size_t)got;
		if (n > max)
			return err_set(err, ERR_LIMIT, "%" PRIstr " is longer than %zu bytes",
				STR(name), max);
	}
	if (n)
		bytes = (struct str){p, n};
	*ret_bytes = bytes;
	return true;
}

static bool read_stream(struct arena *mem, int fd, struct str name, size_t max,
	struct file_map *ret_map, struct err *err)
{
	struct file_map map = {0};

	if (!read_all(mem, fd, name, max, &map.bytes, err))
		return false;
	*ret_map = map;
	return true;
}

bool file_map(struct arena *mem, struct str path, size_t stdin_max, struct file_map *ret_map,
	struct err *err)
{
	if (str_eq(path, S("-")))
		return read_stream(mem, STDIN_FILENO, S("standard input"), stdin_max, ret_map, err);

	AUTO_FD fd = -1;
	struct stat st = {0};
	if (!open_regular(path, str_z(mem, path), &fd, &st, err))
		return false;
	// Files of the kernel say that they are empty and are not, and an empty mapping is refused.
	if (st.st_size == 0)
		return read_stream(mem, fd, path, stdin_max, ret_map, err);

	size_t n = (size_t)st.st_size;
	void *mapped = mmap(NULL, n, PROT_READ, MAP_PRIVATE, fd, 0);
	if (mapped == MAP_FAILED)
		return err_set_errno(err, ERR_IO, errno, "cannot read %" PRIstr, STR(path));
	madvise(mapped, n, MADV_SEQUENTIAL);
	*ret_map = (struct file_map){.bytes = {mapped, n}, .mapped = mapped, .mapped_n = n};
	return true;
}

void file_passed(const struct file_map *map, size_t offset)
{
	enum { STEP = 1024 * 1024 }; // of whole pages, whatever their size
	if (map->mapped && offset >= STEP)
		madvise(map->mapped, offset / STEP * STEP, MADV_DONTNEED);
}

void file_unmap(struct file_map *map)
{
	if (map->mapped)
		munmap(map->mapped, map->mapped_n);
	*map = (struct file_map){.bytes = STR_EMPTY};
}

bool file_read(
	struct arena *mem, struct str path, size_t max, struct str *ret_bytes, struct err *err)
{
	AUTO_FD fd = -1;
	struct stat st = {0};

	if (!open_regular(path, str_z(mem, path), &fd, &st, err))
		return false;
	return read_all(mem, fd, path, max, ret_bytes, err);
}

// The folder of a path with its last slash; nothing for the folder we are in.
static struct str folder(struct str path)
{
	return str_sub(path, 0, path.n - file_name(path).n);
}

// A device or a folder must never be renamed over.
static bool may_replace(const char *z, struct str path, struct err *err)
{
	struct stat st;

	if (!file_name(path).n)
		return err_set(err, ERR_IO, "“%" PRIstr "” is not the name of a file", STR(path));
	if (stat(z, &st) < 0)
		return true;
	if (S_ISDIR(st.st_mode))
		return err_set(
			err, ERR_IO, "%" PRIstr " is a folder; give the name of a file", STR(path));
	if (!S_ISREG(st.st_mode))
		return err_set(err, ERR_IO,
			"%" PRIstr " is not a regular file and cannot be replaced", STR(path));
	return true;
}

bool file_create(struct arena *mem, struct str path, struct file_new *ret_file, struct err *err)
{
	struct str whole = str_copy(mem, path), temporary = STR_EMPTY;
	int fd = -1;

	if (!may_replace(whole.p, path, err))
		return false;
	for (int i = 0; i < NAME_TRIES && fd < 0; i++) {
		temporary = str_format(mem, "%" PRIstr ".%" PRIstr ".%ld-%d.tmp", STR(folder(path)),
			STR(file_name(path)), (long)getpid(), i);
		fd = open(temporary.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd < 0 && errno != EEXIST)
			return err_set_errno(
				err, ERR_IO, errno, "cannot write %" PRIstr, STR(path));
	}
	if (fd < 0)
		return err_set(err, ERR_IO,
			"cannot write %" PRIstr ": too many unfinished files beside it", STR(path));
	*ret_file = (struct file_new){
		.out = out_fd(mem, fd), .path = whole, .temporary = temporary, .open = true};
	return true;
}

bool file_keep_private(struct file_new *file, struct err *err)
{
	return fchmod(file->out.fd, S_IRUSR | S_IWUSR) == 0 ||
		err_set_errno(
			err, ERR_IO, errno, "cannot keep %" PRIstr " private", STR(file->path));
}

bool file_is_there(struct arena *mem, struct str path)
{
	return access(str_z(mem, path), F_OK) == 0;
}

// A rename is only kept over a power cut when the folder is synced too.
static bool sync_folder(struct arena *mem, struct str path, struct err *err)
{
	struct str parent = folder(path);
	AUTO_FD fd = open(parent.n ? str_z(mem, parent) : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return err_set_errno(
			err, ERR_IO, errno, "cannot open the folder of %" PRIstr, STR(path));
	// Some file systems have no sync for folders and say EINVAL.
	if (fsync(fd) < 0 && errno != EINVAL)
		return err_set_errno(
			err, ERR_IO, errno, "cannot sync the folder of %" PRIstr, STR(path));
	return true;
}

static bool finish_temporary(struct file_new *file, struct err *err)
{
	if (!out_finish(&file->out, err))
		return err_add(err, "writing %" PRIstr, STR(file->path));
	if (fsync(file->out.fd) < 0)
		return err_set_errno(err, ERR_IO, errno, "cannot write %" PRIstr, STR(file->path));
	// Both names were made by file_create and are terminated.
	if (rename(file->temporary.p, file->path.p) < 0)
		return err_set_errno(err, ERR_IO, errno, "cannot write %" PRIstr, STR(file->path));
	return true;
}

bool file_commit(struct arena *mem, struct file_new *file, struct err *err)
{
	if (!finish_temporary(file, err)) {
		file_drop(file);
		return false;
	}
	close(file->out.fd);
	file->open = false;
	return sync_folder(mem, file->path, err);
}

void file_drop(struct file_new *file)
{
	if (!file->open)
		return;
	close(file->out.fd);
	unlink(file->temporary.p);
	file->open = false;
}

bool file_make_folder(struct arena *mem, struct str path, struct err *err)
{
	if (mkdir(str_z(mem, path), 0750) == 0)
		return sync_folder(mem, path, err);
	if (errno != EEXIST)
		return err_set_errno(
			err, ERR_IO, errno, "cannot make the folder %" PRIstr, STR(path));
	return true;
}

struct str file_name(struct str path)
{
	size_t at = path.n;

	while (at && path.p[at - 1] != '/')
		at--;
	return str_from(path, at);
}
