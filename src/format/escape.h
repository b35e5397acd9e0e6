// SPDX-License-Identifier: EUPL-1.2
// escape — every escaper of the program.
//
// Each writes the text so that it is data at the place named, whatever it holds. Runs of harmless
// bytes are found in blocks and copied whole.
#pragma once

#include "base/out.h"
#include "base/str.h"

// HTML that is safe as it stands. Only format/svg.c and compiled templates make one.
struct safe_html {
	struct str html;
};

// Between tags: & < >.
void escape_text(struct out *o, struct str s);
// Inside a double-quoted attribute: & < > ".
void escape_attr(struct out *o, struct str s);
// A whole address in href, src or action: relative, http, https or mailto; any other scheme, and an
// address with blanks or control characters at its beginning or inside its scheme, becomes "#".
// Then escaped as an attribute.
void escape_url(struct out *o, struct str s);
// One part of an address: a path segment or a query value (RFC 3986 unreserved stay).
void escape_url_part(struct out *o, struct str s);
// A JSON string with its quotes (RFC 8259); bytes that are not UTF-8 become U+FFFD. `<`, `>`, `&`
// are written as they are: JSON never stands in a page unescaped.
void escape_json(struct out *o, struct str s);
// A CSV field (RFC 4180), quoted where needed. A text that a spreadsheet would take for a formula
// (begins with = + - @ TAB CR, whatever apostrophes stand before that) is preceded by an apostrophe.
void escape_csv(struct out *o, struct str s);
// Takes the apostrophe that escape_csv put there off a cell that was read.
struct str escape_csv_undo(struct str cell);
// XML 1.0 text and attribute alike: & < > " and, as references so that a reader gets them back, tab,
// line feed and carriage return; what XML cannot hold becomes U+FFFD.
void escape_xml(struct out *o, struct str s);
