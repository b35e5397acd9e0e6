// SPDX-License-Identifier: EUPL-1.2
// file_type — which files may be kept, and how each is served: a closed list (data/file_type.tsv).
//
// A file is of a type when its name ends so and its content is found to be so: a name that says
// something else than the bytes is refused. The media type it is served with comes from this list,
// never from whoever sent it.
#pragma once

#include "base/arena.h"
#include "base/str.h"

struct file_type {
	struct str extension, found, type;
	bool is_inline; // a browser may show it; all others are saved
};

extern const struct file_type file_type_table[];
extern const size_t file_type_table_n;

enum { FILE_NAME_MAX = 120, FILE_SIZE_MAX = 32 * 1024 * 1024 };

// The type that the end of the name says; NULL when no such file may be kept.
const struct file_type *file_type_of_name(struct str name);
// The content, under the name that libmagic has for it, is of that type.
bool file_type_fits(const struct file_type *type, struct str found);

// A name as it is kept: the last part of a path, without controls and marks that turn the
// direction of writing, cut to FILE_NAME_MAX bytes before its end; "file" when nothing is left.
struct str file_type_clean_name(struct arena *mem, struct str name);
