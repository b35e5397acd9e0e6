// SPDX-License-Identifier: EUPL-1.2
// disk — the layer between SQLite and the system's files, and what is left of them after a cut.
#include "disk.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FILES = 4, SECTOR = 512, PATH_LENGTH = 512 };

struct image {
	unsigned char *p;
	sqlite3_int64 n, room;
};

// What is kept of a file: as it is now, and as it was when it was last synced.
struct kept {
	char path[PATH_LENGTH];
	struct image now, safe;
};

struct file {
	sqlite3_file base;
	struct kept *kept; // NULL: of no concern
	sqlite3_file *real;
};

static struct {
	sqlite3_vfs vfs, *real;
	enum disk_kind kind;
	long cut_at, operations;
	unsigned long chance;
	bool is_dead;
	struct kept kept[FILES];
} disk;

static unsigned long random_next(unsigned long below)
{
	disk.chance = disk.chance * 6364136223846793005UL + 1442695040888963407UL;
	return (disk.chance >> 33) % below;
}

// One operation more; false when the power is gone.
static bool operate(void)
{
	if (disk.is_dead)
		return false;
	disk.operations++;
	disk.is_dead = disk.operations == disk.cut_at;
	return !disk.is_dead;
}

static void image_length(struct image *image, sqlite3_int64 n)
{
	if (n > image->room || !image->p) {
		sqlite3_int64 room = n * 2 + 1;
		unsigned char *p = realloc(image->p, (size_t)room);
		if (!p)
			abort();
		image->p = p;
		image->room = room;
	}
	if (n > image->n)
		memset(image->p + image->n, 0, (size_t)(n - image->n));
	image->n = n;
}

static void image_copy(struct image *to, const struct image *from)
{
	image_length(to, from->n);
	if (from->n)
		memcpy(to->p, from->p, (size_t)from->n);
}

static bool is_log(const struct kept *kept)
{
	size_t n = strlen(kept->path);

	return n > 4 && strcmp(kept->path + n - 4, "-wal") == 0;
}

static struct kept *kept_of(const char *path)
{
	for (int i = 0; i < FILES; i++)
		if (strcmp(disk.kept[i].path, path) == 0)
			return &disk.kept[i];
	return NULL;
}

// A file that is new to the disk is safe as it is found.
static struct kept *kept_new(const char *path, sqlite3_file *real)
{
	struct kept *kept = kept_of(path);
	sqlite3_int64 n = 0;

	if (kept)
		return kept;
	kept = kept_of("");
	if (!kept || strlen(path) >= PATH_LENGTH)
		abort();
	memcpy(kept->path, path, strlen(path) + 1);
	if (real->pMethods->xFileSize(real, &n) != SQLITE_OK)
		abort();
	image_length(&kept->now, n);
	if (n && real->pMethods->xRead(real, kept->now.p, (int)n, 0) != SQLITE_OK)
		abort();
	image_copy(&kept->safe, &kept->now);
	return kept;
}

static sqlite3_file *real_of(sqlite3_file *file)
{
	return ((struct file *)file)->real;
}

static int file_close(sqlite3_file *file)
{
	sqlite3_file *real = real_of(file);
	int rc = real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;

	free(real);
	return rc;
}

static int file_read(sqlite3_file *file, void *p, int n, sqlite3_int64 at)
{
	return real_of(file)->pMethods->xRead(real_of(file), p, n, at);
}

static int file_write(sqlite3_file *file, const void *p, int n, sqlite3_int64 at)
{
	struct kept *kept = ((struct file *)file)->kept;

	if (kept) {
		bool is_alive = !disk.is_dead;
		if (is_alive && disk.kind == DISK_LAZY_LOG && !is_log(kept))
			for (int i = 0; i < FILES; i++)
				if (is_log(&disk.kept[i]))
					image_copy(&disk.kept[i].safe, &disk.kept[i].now);
		// The write that the cut hits is in doubt like those before it.
		if (is_alive) {
			if (at + n > kept->now.n)
				image_length(&kept->now, at + n);
			memcpy(kept->now.p + at, p, (size_t)n);
		}
		if (!operate())
			return SQLITE_IOERR_WRITE;
	}
	return real_of(file)->pMethods->xWrite(real_of(file), p, n, at);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 n)
{
	struct kept *kept = ((struct file *)file)->kept;

	if (kept) {
		if (!operate())
			return SQLITE_IOERR_TRUNCATE;
		image_length(&kept->now, n);
	}
	return real_of(file)->pMethods->xTruncate(real_of(file), n);
}

static int file_sync(sqlite3_file *file, int flags)
{
	struct kept *kept = ((struct file *)file)->kept;

	(void)flags;
	if (!kept)
		return SQLITE_OK;
	if (!operate())
		return SQLITE_IOERR_FSYNC;
	if (disk.kind == DISK_HONEST || (disk.kind == DISK_LAZY_LOG && !is_log(kept)))
		image_copy(&kept->safe, &kept->now);
	return SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *ret_n)
{
	return real_of(file)->pMethods->xFileSize(real_of(file), ret_n);
}

static int file_lock(sqlite3_file *file, int level)
{
	return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int file_unlock(sqlite3_file *file, int level)
{
	return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int file_is_reserved(sqlite3_file *file, int *ret_is)
{
	return real_of(file)->pMethods->xCheckReservedLock(real_of(file), ret_is);
}

static int file_control(sqlite3_file *file, int what, void *about)
{
	return real_of(file)->pMethods->xFileControl(real_of(file), what, about);
}

static int file_sector(sqlite3_file *file)
{
	(void)file;
	return SECTOR;
}

static int file_traits(sqlite3_file *file)
{
	(void)file;
	return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int file_map(sqlite3_file *file, int page, int size, int extend, void volatile **ret_p)
{
	return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, ret_p);
}

static int file_map_lock(sqlite3_file *file, int offset, int n, int flags)
{
	return real_of(file)->pMethods->xShmLock(real_of(file), offset, n, flags);
}

static void file_map_barrier(sqlite3_file *file)
{
	real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int file_unmap(sqlite3_file *file, int gone)
{
	return real_of(file)->pMethods->xShmUnmap(real_of(file), gone);
}

static const sqlite3_io_methods methods = {
	.iVersion = 2,
	.xClose = file_close,
	.xRead = file_read,
	.xWrite = file_write,
	.xTruncate = file_truncate,
	.xSync = file_sync,
	.xFileSize = file_size,
	.xLock = file_lock,
	.xUnlock = file_unlock,
	.xCheckReservedLock = file_is_reserved,
	.xFileControl = file_control,
	.xSectorSize = file_sector,
	.xDeviceCharacteristics = file_traits,
	.xShmMap = file_map,
	.xShmLock = file_map_lock,
	.xShmBarrier = file_map_barrier,
	.xShmUnmap = file_unmap,
};

static int open_file(
	sqlite3_vfs *vfs, const char *path, sqlite3_file *ret_file, int flags, int *ret_flags)
{
	struct file *file = (struct file *)ret_file;

	(void)vfs;
	*file = (struct file){.real = calloc(1, (size_t)disk.real->szOsFile)};
	if (!file->real)
		return SQLITE_NOMEM;
	int rc = disk.real->xOpen(disk.real, path, file->real, flags, ret_flags);
	if (rc != SQLITE_OK) {
		free(file->real);
		return rc;
	}
	file->base.pMethods = &methods;
	if (path && flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL))
		file->kept = kept_new(path, file->real);
	return SQLITE_OK;
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int sync)
{
	struct kept *kept = kept_of(path);

	(void)vfs;
	if (disk.is_dead)
		return SQLITE_IOERR_DELETE;
	if (kept)
		kept->path[0] = '\0';
	return disk.real->xDelete(disk.real, path, sync);
}

void disk_begin(enum disk_kind kind, long cut_at, unsigned long seed)
{
	if (!disk.real)
		disk.real = sqlite3_vfs_find(NULL);
	disk.vfs = *disk.real;
	disk.vfs.zName = "disk";
	disk.vfs.pNext = NULL;
	disk.vfs.szOsFile = sizeof(struct file);
	disk.vfs.xOpen = open_file;
	disk.vfs.xDelete = delete_file;
	disk.kind = kind;
	disk.cut_at = cut_at;
	disk.operations = 0;
	disk.chance = seed;
	disk.is_dead = false;
	for (int i = 0; i < FILES; i++)
		disk.kept[i].path[0] = '\0', disk.kept[i].now.n = disk.kept[i].safe.n = 0;
	sqlite3_vfs_register(&disk.vfs, 1);
}

long disk_operations(void)
{
	return disk.operations;
}

bool disk_is_dead(void)
{
	return disk.is_dead;
}

static bool is_written(const struct kept *kept, sqlite3_int64 at)
{
	return at >= kept->safe.n || (at < kept->now.n && kept->safe.p[at] != kept->now.p[at]);
}

// As it was, as it was written, or nonsense where it was written.
static void sector_decide(struct image *left, const struct kept *kept, sqlite3_int64 from)
{
	sqlite3_int64 end = from + SECTOR < left->n ? from + SECTOR : left->n;
	unsigned long fate = random_next(3);

	for (sqlite3_int64 at = from; at < end && fate > 0; at++)
		if (is_written(kept, at))
			left->p[at] = fate == 1 && at < kept->now.n
				? kept->now.p[at]
				: (unsigned char)random_next(256);
}

// The bytes at `at` were not the same when the file was last synced.
static bool is_in_doubt(const struct kept *kept, sqlite3_int64 at)
{
	if (at + SECTOR > kept->safe.n)
		return true; // grew
	if (at + SECTOR > kept->now.n)
		return false; // cut off, and there again
	return memcmp(kept->safe.p + at, kept->now.p + at, SECTOR) != 0;
}

// A file that grew has any length between; one that was cut shorter is so or is not: file systems
// keep a journal of lengths.
static sqlite3_int64 length_left(const struct kept *kept)
{
	sqlite3_int64 more = kept->now.n - kept->safe.n;

	if (more >= 0)
		return kept->safe.n + (sqlite3_int64)random_next((unsigned long)more + 1);
	return random_next(2) ? kept->safe.n : kept->now.n;
}

// What is left of a file, in `safe`.
static void cut(struct kept *kept)
{
	struct image left = {0};

	image_copy(&left, &kept->safe);
	image_length(&left, length_left(kept));
	for (sqlite3_int64 at = 0; at < left.n; at += SECTOR)
		if (is_in_doubt(kept, at))
			sector_decide(&left, kept, at);
	free(kept->safe.p);
	kept->safe = left;
}

static bool leave(const struct kept *kept, const char *folder)
{
	char path[2 * PATH_LENGTH];
	const char *name = strrchr(kept->path, '/');

	snprintf(path, sizeof path, "%s%s", folder, name ? name : kept->path);
	FILE *file = fopen(path, "wb");
	if (!file)
		return false;
	size_t n = fwrite(kept->safe.p, 1, (size_t)kept->safe.n, file);
	return fclose(file) == 0 && n == (size_t)kept->safe.n;
}

bool disk_end(const char *folder)
{
	bool is_left = true;

	for (int i = 0; i < FILES; i++) {
		struct kept *kept = &disk.kept[i];
		if (kept->path[0]) {
			cut(kept);
			is_left &= leave(kept, folder);
		}
		free(kept->now.p);
		free(kept->safe.p);
		*kept = (struct kept){.path = ""};
	}
	sqlite3_vfs_unregister(&disk.vfs);
	return is_left;
}
