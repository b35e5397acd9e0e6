// SPDX-License-Identifier: EUPL-1.2
// text — decoded text with a way back to the bytes it came from.
//
// Every fact that the reader finds is a slice of such a text, and must name its bytes in the file
// as given. So the text remembers, in pieces, where it came from: a piece is either the same bytes
// as in the source or stands as a whole for some bytes there (an entity, a run of blanks, a
// character of another charset). Going back is a binary search among the pieces.
//
// White space of every kind is collapsed to single blanks while the text is built.
#pragma once

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/vec.h"
#include "format/charset.h"

struct text_piece {
	size_t at;       // first byte in the text
	size_t source;   // first byte in the source
	size_t source_n; // bytes of the source; equal to those of the text when `same`
	bool same;
};

struct text {
	struct arena *mem;
	struct buf bytes;
	VEC(struct text_piece) pieces;
	size_t line_at; // where the line being built began
	bool blank;     // a blank is due before the next character
	size_t blank_source, blank_source_n;
};

// An empty text that may grow to `max` bytes.
struct text text_new(struct arena *mem, size_t max);

// Bytes as they stand in the source, in the charset of the page (not UTF-16).
void text_add_source(struct text *text, struct str bytes, size_t source, enum charset charset);
// One character that stands for `source_n` bytes of the source.
void text_add_char(struct text *text, struct str character, size_t source, size_t source_n);
// Begins a line: a blank parts it from what was there. Answers where the line will begin.
size_t text_begin_line(struct text *text, size_t source);

// Takes back the lines added since `mark` was copied from it.
void text_cut(struct text *text, const struct text *mark);

// What was built so far; valid until the next addition.
struct str text_str(const struct text *text);

// The bytes of the source that the `n` bytes at `at` were read from.
void text_source(
	const struct text *text, size_t at, size_t n, size_t *ret_offset, size_t *ret_length);
