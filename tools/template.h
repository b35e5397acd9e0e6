// SPDX-License-Identifier: EUPL-1.2
// template — an HTML template as a row of pieces: literal text and {{ tags }}.
//
// This is the reading half of tmplc; poc uses it too, to find the texts to translate. Nothing here
// knows HTML: which escaper a hole gets is decided by place.h.
//
// A line that holds nothing but tags which print nothing themselves (if, for, end, call ...)
// vanishes from the text, with its indentation and its line break.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"

enum template_kind {
	TEMPLATE_LITERAL,
	TEMPLATE_HOLE,   // {{ EXPR }}
	TEMPLATE_TEXT,   // {{ _ "Text with {place}" place=EXPR }}
	TEMPLATE_PLURAL, // {{ _n EXPR "one action" "{n} actions" }}
	TEMPLATE_IF,
	TEMPLATE_ELSE_IF,
	TEMPLATE_ELSE,
	TEMPLATE_FOR,
	TEMPLATE_LET,
	TEMPLATE_CALL,
	TEMPLATE_VIEW,
	TEMPLATE_STATIC_VIEW,
	TEMPLATE_INCLUDE,
	TEMPLATE_END,
	TEMPLATE_COMMENT,
};

struct template_piece {
	enum template_kind kind;
	struct str text; // of a tag: what stands behind its word, trimmed
	unsigned line;
	bool after_line; // a literal behind a line that vanished
};

struct template_pieces VEC_OF(struct template_piece);

// Cuts the text into pieces. Refuses tags that do not end, tags without content, expressions
// whose brackets do not match and a `;` where none belongs.
bool template_split(struct arena *mem, struct str file, struct str text,
	struct template_pieces *ret_pieces, struct err *err) MUST_CHECK;

enum { TEMPLATE_ARG_MAX = 8 };

struct template_arg {
	struct str name, value; // the value is an expression
};

// A text to translate and what fills its places.
struct template_text {
	struct str one;   // or the only form
	struct str many;  // empty unless it is a plural
	struct str count; // expression
	struct template_arg arg[TEMPLATE_ARG_MAX];
	size_t arg_n;
};

// Reads a TEMPLATE_TEXT or TEMPLATE_PLURAL. Refuses places without a value, values without a
// place, and markup in the text.
bool template_text_read(struct arena *mem, struct str file, const struct template_piece *piece,
	struct template_text *ret_text, struct err *err) MUST_CHECK;
