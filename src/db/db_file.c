// SPDX-License-Identifier: EUPL-1.2
// db_file — the database as a file among files.
#include "db/db_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/db.h"

char *db_file_name(struct str url)
{
	struct str path = db_path(url);
	char *name = NULL;

	if (asprintf(&name, "%s%" PRIstr, str_starts(path, S("/")) ? "" : "./", STR(path)) < 0)
		abort();
	return name;
}

char *db_file_beside(const char *name, const char *suffix)
{
	char *beside = NULL;

	if (asprintf(&beside, "%s%s", name, suffix) < 0)
		abort();
	return beside;
}

char *db_file_fixed_uri(const char *name)
{
	static const char hex[] = "0123456789ABCDEF", head[] = "file:", tail[] = "?immutable=1";
	char *uri = malloc(sizeof head + 3 * strlen(name) + sizeof tail), *to = uri;

	if (!uri)
		abort();
	to = mempcpy(to, head, sizeof head - 1);
	for (const char *c = name; *c; c++) {
		if (char_is_alpha(*c) || char_is_digit(*c) || *c == '/' || *c == '.') {
			*to++ = *c;
		} else {
			*to++ = '%';
			*to++ = hex[(unsigned char)*c >> 4];
			*to++ = hex[(unsigned char)*c & 15];
		}
	}
	memcpy(to, tail, sizeof tail);
	return uri;
}

static char *folder_of(const char *name)
{
	const char *slash = strrchr(name, '/');
	char *folder = strndup(name, slash > name ? (size_t)(slash - name) : 1);

	if (!folder)
		abort();
	return folder;
}

static bool make_file(const char *name, struct err *err)
{
	// Group may read for backups; others may not, since registers hold personal data.
	int fd = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640);

	if (fd < 0 && errno != EEXIST)
		return err_set_errno(err, ERR_IO, errno, "cannot make the database %s", name);
	if (fd >= 0)
		close(fd);
	db_file_sync_folder(name);
	return true;
}

bool db_file_find(const char *name, bool may_make, struct err *err)
{
	struct stat about;

	if (stat(name, &about) != 0) {
		if (errno != ENOENT)
			return err_set_errno(err, ERR_IO, errno, "cannot look at %s", name);
		if (may_make)
			return make_file(name, err);
		return err_set(err, ERR_IO, "there is no database %s", name);
	}
	if (!S_ISREG(about.st_mode))
		return err_set(err, ERR_IO, "%s is not a file", name);
	return true;
}

bool db_file_has_log(const char *name)
{
	struct stat about;
	char *log = db_file_beside(name, "-wal");
	bool has = stat(log, &about) == 0 && about.st_size > 0;

	free(log);
	return has;
}

bool db_file_is_fixed(const char *name)
{
	char *folder = folder_of(name);
	bool fixed = access(folder, W_OK) != 0;

	free(folder);
	return fixed;
}

bool db_file_sync(const char *name, struct err *err)
{
	int fd = open(name, O_RDONLY | O_CLOEXEC);
	bool done = fd >= 0 && fsync(fd) == 0;

	if (!done)
		err_set_errno(err, ERR_IO, errno, "cannot sync %s", name);
	if (fd >= 0)
		close(fd);
	return done;
}

void db_file_sync_folder(const char *name)
{
	char *folder = folder_of(name);
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	free(folder);
	if (fd < 0)
		return;
	// A file system that cannot sync folders has nothing better to offer.
	(void)!fsync(fd);
	close(fd);
}
