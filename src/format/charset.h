// SPDX-License-Identifier: EUPL-1.2
// charset — in which encoding a page came, and its characters one by one.
//
// Legacy pages are UTF-8, Windows-1252 (which is also what "Latin-1" means on the web), UTF-16, or
// UTF-8 with a few Windows-1252 bytes pasted in. Offsets stay those of the bytes as given: a
// reader walks with charset_at and keeps the place of each character.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum charset {
	CHARSET_UTF8,         // bytes that are not UTF-8 are read as Windows-1252, each by itself
	CHARSET_WINDOWS_1252, // the five bytes it does not define are the control characters of Latin-1
	CHARSET_UTF16LE,
	CHARSET_UTF16BE,
	CHARSET_BINARY, // not text at all
};

// The encoding of a page, and the length of the byte order mark at its beginning (0 when there is
// none). Decided by the mark; else by bytes that no text has, in the first 64 KiB; else UTF-8 when
// the first MiB is valid or has more good sequences beyond ASCII than bad bytes.
enum charset charset_detect(struct str bytes, size_t *ret_mark_n);

// The code point at a place inside the bytes, and how many bytes it takes (at least 1). A half
// UTF-16 character is U+FFFD. Not for CHARSET_BINARY.
uint32_t charset_at(enum charset charset, struct str bytes, size_t at, unsigned *ret_n);

// All of it as UTF-8, the mark left out.
struct str charset_decode(struct arena *mem, struct str bytes, enum charset charset, size_t mark_n);
