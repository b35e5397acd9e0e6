// SPDX-License-Identifier: EUPL-1.2
// file — read whole; write by temporary file, fsync and rename.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "base/out.h"
#include "base/str.h"

// A file mapped into memory for reading: the bytes stay valid until file_unmap. "-" reads standard
// input into memory instead, up to `stdin_max` bytes. Errors: ERR_IO when it is missing,
// unreadable or not a regular file; ERR_LIMIT when standard input is longer.
struct file_map {
	struct str bytes;
	void *mapped;
	size_t mapped_n;
};
bool file_map(struct arena *mem, struct str path, size_t stdin_max, struct file_map *ret_map,
	struct err *err) MUST_CHECK;
// The bytes before the offset are done with: they need no memory until they are looked at again.
void file_passed(const struct file_map *map, size_t offset);
void file_unmap(struct file_map *map);
#define AUTO_FILE_MAP struct file_map CLEANUP(file_unmap)

// Reads a small file whole; ERR_LIMIT when it is longer than `max`.
bool file_read(struct arena *mem, struct str path, size_t max, struct str *ret_bytes,
	struct err *err) MUST_CHECK;

// A file that appears whole or not at all: written beside its name, synced, renamed over it.
// file_commit publishes it; leaving the block without it removes the temporary file.
struct file_new {
	struct out out;
	struct str path, temporary;
	bool open;
};
bool file_create(
	struct arena *mem, struct str path, struct file_new *ret_file, struct err *err) MUST_CHECK;
// Nobody but its owner may read it; called before anything is written.
bool file_keep_private(struct file_new *file, struct err *err) MUST_CHECK;
bool file_commit(struct arena *mem, struct file_new *file, struct err *err) MUST_CHECK;
void file_drop(struct file_new *file);
#define AUTO_FILE_NEW struct file_new CLEANUP(file_drop)

// There is a file, or something else, of this name.
bool file_is_there(struct arena *mem, struct str path);

// Makes a folder that only its owner may write and others than its group may not read, and syncs the
// one around it; well when it is there already.
bool file_make_folder(struct arena *mem, struct str path, struct err *err) MUST_CHECK;

// The last part of a path.
struct str file_name(struct str path);
