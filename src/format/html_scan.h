// SPDX-License-Identifier: EUPL-1.2
// html_scan — HTML as a run of text pieces and breaks, each with its place in the source.
//
// A reader of narrative pages needs to know which bytes a word was read from, so there is no tree:
// the scanner walks once over the source, as tolerant as a browser about what is not closed or not
// quoted, and answers piece after piece. Text inside script, style and the like is not text.
// Linear in the source whatever it holds; no memory. The scanner is a plain value: a copy of it is
// a bookmark to continue from.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum html_piece_kind {
	HTML_END,    // nothing is left
	HTML_TEXT,   // bytes of text as they stand in the source
	HTML_ENTITY, // one character written as a reference; `bytes` is its UTF-8
	HTML_BREAK,  // a new line or block begins
};

// What kind of block begins at a break. A heading has its level in `heading`, 1 to 6.
struct html_block {
	int heading;
	bool is_item;  // li, dt, dd
	bool is_aside; // around the matter of the page: menus, banners, footers
	bool is_side;  // in a box beside the matter, which may be part of it (aside)
	bool is_title; // the title of the page, in its head
	bool is_line;  // only a line break (br) within the same block
};

struct html_piece {
	enum html_piece_kind kind;
	struct str bytes;
	size_t source;           // where it stands
	size_t source_n;         // how many bytes of the source it covers
	bool in_link;            // stands within a link
	struct html_block block; // of HTML_BREAK
};

struct html_scan {
	struct str source;
	size_t at;
	int aside;  // open nav, footer, menu elements
	int side;   // open aside elements
	int header; // open header elements: their headings are of the page, the rest is around it
	bool in_link;
	struct str hidden; // the name of an open element that a role or class tells to be around
	int hidden_n;      // open elements of that name since
	char bytes[8];     // of the entity answered last
};

struct html_scan html_scan_new(struct str source);

// The next piece; `ret_piece->bytes` of an entity lives until the next call.
void html_scan_next(struct html_scan *scan, struct html_piece *ret_piece);

// The address that the page gives as its own (rel="canonical"), as it stands in its head; empty when
// it gives none.
struct str html_scan_canonical(struct str source);

// True when the beginning of the text looks like HTML and not like plain text.
bool html_scan_is_html(struct str source);
