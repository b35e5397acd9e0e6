// SPDX-License-Identifier: EUPL-1.2
// zip_read — the files of a ZIP archive that somebody wants, over libarchive, with an end to everything.
//
// An archive is small and says that it is large: entries, sizes and the ratio between packed and
// unpacked are counted while it is unpacked, whatever its directory says. Nothing is ever written
// to a disk; names that lead out of the archive, links and encrypted entries are refused all the
// same, since no honest program writes them.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"

enum {
	ZIP_ENTRIES_MAX = 500,
	ZIP_NAME_MAX = 256,
	ZIP_BYTES_MAX = 128 * 1024 * 1024, // unpacked, all that are wanted together
	ZIP_RATIO_MAX = 200,               // of all unpacked bytes to the archive ...
	ZIP_RATIO_FREE = 4 * 1024 * 1024   // ... beyond so many of them
};

struct zip_file {
	struct str name, bytes;
};
struct zip_files VEC_OF(struct zip_file);

// Whether an entry of this name is to be unpacked.
typedef bool zip_wanted(struct str name);

// ERR_INPUT when it is no ZIP archive, is broken, or has what is refused; ERR_LIMIT when it passes
// one of the limits.
bool zip_read(struct arena *mem, struct str bytes, zip_wanted *wanted, struct zip_files *ret_files,
	struct err *err) MUST_CHECK;

// The bytes of the file of that name, or NULL.
const struct zip_file *zip_named(const struct zip_files *files, struct str name);
