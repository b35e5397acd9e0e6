// SPDX-License-Identifier: EUPL-1.2
// json_read — JSON that somebody sent, read strictly into the arena (RFC 8259, by jansson).
//
// Refused with ERR_INPUT and the place: anything malformed, text behind the value, two members of
// one name, NUL and other than UTF-8, numbers that are not finite or larger than 64 bits. ERR_LIMIT
// when it is nested deeper than JSON_READ_DEPTH_MAX or has more than JSON_READ_NODE_MAX values.
//
// json_read.c is the only file that includes jansson.h. A tree is taken apart where it came in and
// goes no further into the program.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum { JSON_READ_DEPTH_MAX = 8, JSON_READ_NODE_MAX = 50 * 1000 };

enum json_type {
	JSON_READ_NULL,
	JSON_READ_BOOL,
	JSON_READ_INT,
	JSON_READ_REAL, // has no value here: nothing of ours is one
	JSON_READ_TEXT,
	JSON_READ_ARRAY,
	JSON_READ_OBJECT,
};

struct json_node {
	enum json_type type;
	struct str name; // of a member, else empty
	struct str text;
	int64_t number;                // of an integer; 1 of true
	const struct json_node *child; // the first one, in the order in which they came
	const struct json_node *next;
};

// The bytes are one object or array.
bool json_read(struct arena *mem, struct str bytes, const struct json_node **ret_root,
	struct err *err) MUST_CHECK;

// The member of that name, or NULL; also when `node` is NULL or no object.
const struct json_node *json_read_member(const struct json_node *node, struct str name);
