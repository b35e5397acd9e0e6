// SPDX-License-Identifier: EUPL-1.2
// file_words — a file that is kept, for people: what it is, how large, where it is had.
#pragma once

#include "format/lang.h"
#include "store/kept_file.h"

// "PDF, 1.2 MB".
struct str file_words(struct arena *mem, const struct lang *lang, const struct kept_file *file);

// Where those at the desk have it, and where everybody does.
struct str file_url_desk(struct arena *mem, const struct kept_file *file);
struct str file_url_public(struct arena *mem, const struct kept_file *file);
