// SPDX-License-Identifier: EUPL-1.2
// line — the lines of a page, one after the other, whatever the page is made of.
//
// For plain text a line is a line; for HTML it is what a block or a line break separates. Blank
// lines are stepped over and remembered. The position is a plain value: a copy of it is a bookmark
// that the same line can be read again from, so nothing of the page needs to be kept.
#pragma once

#include "base/err.h"
#include "base/str.h"
#include "format/charset.h"
#include "format/html_scan.h"
#include "work/read/text.h"

enum {
	LINE_MAX_N = 1024 * 1024,      // bytes of the source in one line of plain text
	HTML_MAX_N = 16 * 1024 * 1024, // bytes of one page of HTML
};

struct line_source {
	struct str bytes; // of the whole file
	size_t at;
	bool is_html;
	enum charset charset;
	struct html_scan html;
	struct html_block block; // of the HTML block that begins at `at`
};

struct line {
	size_t at, n; // within the text it was added to
	struct html_block block;
	bool after_blank; // an empty line, or the edge of a block, stands before it
	bool is_link;     // all of it is a link: an item of a menu, a document
};

// Looks at the beginning of the file: charset, HTML or not, whether it is text at all. False with
// ERR_INPUT or ERR_LIMIT and a sentence when it is no text, is empty, or is too long.
bool line_source_open(struct str bytes, struct line_source *ret_source, struct err *err) MUST_CHECK;

// Adds the next line that is not blank to `text`. `*ret_is_end` is set, and nothing added, when
// there is none. False with ERR_INPUT when a line is too long to be one.
bool line_next(struct line_source *source, struct text *text, struct line *ret_line,
	bool *ret_is_end, struct err *err) MUST_CHECK;
