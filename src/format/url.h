// SPDX-License-Identifier: EUPL-1.2
// url — addresses taken apart and put together (RFC 3986).
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

// The bytes that a part stands for: %41 as A, and + as a blank where `is_query`. False when a % is
// not followed by two hexadecimal digits. The bytes may be anything, NUL and bad UTF-8 included.
bool url_decode(
	struct arena *mem, struct str part, bool is_query, struct str *ret_bytes) MUST_CHECK;

// A query string being built: "?country=BJ&year=2012". Empty as long as nothing was added.
struct url_query {
	struct buf buf;
};
struct url_query url_query_new(struct arena *mem);
// Adds name=value with both encoded; nothing when the value is empty.
void url_query_add(struct url_query *query, struct str name, struct str value);
void url_query_add_int(struct url_query *query, struct str name, int64_t value);
struct str url_query_str(const struct url_query *query);

// Takes the next name and value off `*rest`, as sent (without "?" before the first), both decoded.
// False when there are no more. A pair that cannot be decoded is left as it stands.
bool url_query_next(
	struct arena *mem, struct str *rest, struct str *ret_name, struct str *ret_value);
