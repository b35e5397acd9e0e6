// SPDX-License-Identifier: EUPL-1.2
// data_list — a list that is not of actions, as data: one set of rows, as JSON and as CSV.
//
//     static const struct str columns[] = {S_INIT("id"), S_INIT("url"), S_INIT("actions")};
//     struct data_list list = {.mem = mem, .name = S("themes"), .column = columns, .column_n = 3};
//     data_list_text(&list, slug); data_list_text(&list, url); data_list_number(&list, n);
//     return data_list_send(v, &list, format, err);
//
// JSON is {"total","page","pages","items":[...]} with everything on one page; an empty text is null
// there, and an empty cell in CSV.
#pragma once

#include "web/visit.h"

struct data_value {
	struct str text;
	int64_t number;
	bool is_number;
};

struct data_list {
	struct arena *mem;
	struct str name; // of the file without its ending
	const struct str *column;
	size_t column_n;
	VEC(struct data_value) values; // row by row
};

void data_list_text(struct data_list *list, struct str text);
void data_list_number(struct data_list *list, int64_t number);

bool data_list_send(struct visit *v, const struct data_list *list, enum visit_format format,
	struct err *err) MUST_CHECK;

// The address of a page of this portal as data gives it: with scheme and host.
struct str data_list_url(const struct visit *v, struct str path);
