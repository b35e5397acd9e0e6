// SPDX-License-Identifier: EUPL-1.2
// static_file — a file of static/ inside the program, put there by tools/embed.
#pragma once

#include <stddef.h>

#include "base/str.h"

struct static_file {
	struct str name; // "attache.css"
	struct str type; // media type with charset
	struct str bytes;
	struct str digest; // 16 hexadecimal digits that change with the bytes: a key for caches
};

// All of them, in the order of their names; made by the build.
extern const struct static_file static_files[];
extern const size_t static_file_n;
