// SPDX-License-Identifier: EUPL-1.2
// guard — which request heads are refused before anybody acts on them.
//
// Behind a proxy, a head that two programs read in two ways lets one client put words into
// another's mouth (RFC 9112 section 11.2). libmicrohttpd takes such heads; this does not: two Host
// or Content-Length headers, a length with a transfer coding, blanks before the colon, controls,
// NUL, line ends that are not CR LF, folded lines. Transfer codings are refused altogether (411):
// forms say their length. What is refused is answered and the connection closed.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum {
	GUARD_HEADER_MAX = 100,      // headers in one head: 431 beyond
	GUARD_BYTES_MAX = 16 * 1024, // their bytes: 431 beyond
	GUARD_METHOD_MAX = 32,
};

struct guard {
	int status; // 0, or the status to refuse with; the first finding stays
	unsigned header_n, host_n, length_n, coding_n;
	size_t bytes;
	uint64_t length; // of the body
	bool is_1_1;
};

// The first line: GET /fr/ HTTP/1.1.
void guard_line(struct guard *g, struct str method, struct str target, struct str version);

// One header, its value without white space around it.
void guard_header(struct guard *g, struct str name, struct str value);

// The bytes from the end of a value, or of the first line, up to the next header, the parser having
// put NUL for CR and LF: white space and one line end. Behind the last header (`is_last`) the bytes
// begin with white space, its line end and the empty line; what follows them is not looked at.
void guard_gap(struct guard *g, struct str gap, bool is_last);

// What can be said when all headers were seen. `takes_body` is true for POST, PUT and PATCH; `body_max` is the
// longest one.
void guard_end(struct guard *g, bool takes_body, uint64_t body_max);

// The sentence for a status that the guard refuses with.
struct str guard_sentence(int status);
