// SPDX-License-Identifier: EUPL-1.2
// place — where in HTML a template stands: in text, in a tag, in which attribute's value.
//
// It reads the literal HTML of one view from its beginning, byte by byte, and knows at each hole
// what must be escaped and how. It accepts less than browsers do, on purpose: values stand in
// double quotes, every element that is not void is closed, names are written whole. So what it
// accepts means the same to every parser.
//
// The place is a plain value: copy it to remember it, as at the branches of an `if`.
#pragma once

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

enum place_kind {
	PLACE_TEXT,
	PLACE_RAW,   // in script or style
	PLACE_NAME,  // in a tag, behind a name or a value: a blank or the end must follow
	PLACE_BLANK, // in a tag, where an attribute may begin
	PLACE_VALUE, // in a value in double quotes
};

enum place_escape { PLACE_AS_TEXT, PLACE_AS_VALUE, PLACE_AS_URL, PLACE_AS_URL_PART };

enum { PLACE_DEPTH_MAX = 48 };

struct place_element {
	struct str name;
	unsigned line;
};

struct place {
	enum place_kind kind;
	struct str tag;       // being read
	struct str attribute; // whose value it is
	bool has_begun;       // the value has something before this point
	struct place_element open[PLACE_DEPTH_MAX];
	unsigned open_n;
};

// Reads literal HTML, moves the place and adds to `ret_html` what a browser needs of it: comments
// go, indentation goes, white space with a line break becomes one line break (one blank in a tag).
// In pre and textarea everything stays.
bool place_read(struct place *place, struct str file, unsigned line, struct str html,
	struct buf *ret_html, struct err *err) MUST_CHECK;

// How a hole is escaped here; an error where no hole may stand. The place moves behind it.
bool place_hole(struct place *place, struct str file, unsigned line, enum place_escape *ret_escape,
	struct err *err) MUST_CHECK;

// True in pre and textarea, where white space counts.
bool place_keeps_space(const struct place *place);

// Two branches come together: true when both places are one, which `*place` then is.
bool place_join(struct place *place, const struct place *other);

// True when what was read from `start` to `end` may be repeated.
bool place_repeats(const struct place *start, const struct place *end);

// The place in words: "in the text of <li>".
struct str place_words(struct arena *mem, const struct place *place);
