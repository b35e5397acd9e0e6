// SPDX-License-Identifier: EUPL-1.2
// csv_write — rows of comma-separated values (RFC 4180: CRLF, quotes where needed), in UTF-8.
//
//     struct csv csv = csv_new(o);
//     csv_header(&csv, &action_fields);
//     csv_end_row(&csv);
//     csv_fields(&csv, &action_fields, action);
//     csv_end_row(&csv);
//
// Rows are ended by the caller, so that columns of its own may stand before and behind. Nothing
// known is an empty cell. Texts that a spreadsheet would run are guarded (escape_csv); numbers and
// dates are written plainly.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/field.h"
#include "base/out.h"
#include "base/str.h"

struct csv {
	struct out *out;
	bool has_cell; // something stands in this row already
};

struct csv csv_new(struct out *o);

void csv_text(struct csv *csv, struct str value);
void csv_int(struct csv *csv, int64_t value);
void csv_end_row(struct csv *csv);

// The names of all FIELD_PUBLIC fields, and their values in a record, in the same order.
void csv_header(struct csv *csv, const struct fields *fields);
void csv_fields(struct csv *csv, const struct fields *fields, const void *record);
