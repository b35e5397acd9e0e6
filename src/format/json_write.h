// SPDX-License-Identifier: EUPL-1.2
// json_write — JSON written as it is made, straight to an `out`; no trees.
//
//     struct json json = json_new(o);
//     json_begin_object(&json);
//     json_key_text(&json, S("title"), title);
//     json_end_object(&json);
//
// The writer puts the commas. What is begun must be ended, a key has exactly one value, and keys
// stand in objects only: anything else is a mistake of the program and stops it (assert), as does a
// depth beyond JSON_DEPTH_MAX. Failures of writing are the `out`'s and are asked there.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/out.h"
#include "base/str.h"

enum { JSON_DEPTH_MAX = 32 };

struct json {
	struct out *out;
	unsigned depth;
	uint64_t is_object; // one bit for each depth
	uint64_t has_item;
	bool has_key; // a key was written and its value is due
};

struct json json_new(struct out *o);

void json_begin_object(struct json *json);
void json_end_object(struct json *json);
void json_begin_array(struct json *json);
void json_end_array(struct json *json);
// The name is the program's own and stands in JSON as it is: it is not escaped.
void json_key(struct json *json, struct str name);

void json_text(struct json *json, struct str value);
// null when the text is empty.
void json_text_or_null(struct json *json, struct str value);
void json_int(struct json *json, int64_t value);
void json_null(struct json *json);
// What is JSON already: a value, and members of the open object (`"a":1,"b":2`).
void json_ready(struct json *json, struct str value);
void json_ready_members(struct json *json, struct str members);
// With at most `decimals` (0 to 9) digits behind the point, without zeros at the end; null for
// numbers that are not finite.
void json_real(struct json *json, double value, int decimals);
// An ISO 8601 date and an EDTF period as texts; null when nothing is known.
void json_date(struct json *json, struct date value);
void json_period(struct json *json, struct period value);

// A key with its value: what most members of objects are.
void json_key_text(struct json *json, struct str name, struct str value);
void json_key_text_or_null(struct json *json, struct str name, struct str value);
void json_key_int(struct json *json, struct str name, int64_t value);
// null for 0, where 0 stands for what is not known.
void json_key_int_or_null(struct json *json, struct str name, int64_t value);
void json_key_bool(struct json *json, struct str name, bool value);
