// SPDX-License-Identifier: EUPL-1.2
// document_list — downloads by title and the library of outputs: what document_list.html shows.
#pragma once

#include "web/library.h"
#include "web/published.h"

// A criterion of its own: the type of the output, or the stage it has reached.
struct document_option {
	struct str value, name;
	int64_t n; // outputs that would be left
	bool is_chosen;
};
struct document_field {
	struct str name, title;
	struct str chosen; // as in the address; empty: any
	bool is_known;     // ... and a value of the list
	VEC(struct document_option) options;
};
enum { DOCUMENT_TYPE, DOCUMENT_STAGE, DOCUMENT_FIELDS };

// The outputs of one type that stand on this page.
struct document_group {
	struct str name;
	int64_t n;       // of the type, on this page or not
	size_t from, to; // in the rows
};

struct document_list_view {
	struct str action; // of the form
	struct document_field field[DOCUMENT_FIELDS];
	struct listing_view listing;     // its chips, with those of the fields, and what is unknown
	struct published_list published; // the facility's own documents
	bool has_downloads;
	struct downloads downloads;
	struct output_rows rows;
	VEC(struct document_group) groups;
	int64_t all_n; // outputs in the register
	bool is_foreign;
};
void document_list_page(struct tmpl *t, const struct document_list_view *v);

// The same as data, from row `from` up to `to` of the documents, downloads and outputs one after the other.
struct document_data {
	const struct published_list *published;
	const struct downloads *downloads;
	const struct output_rows *rows;
	int64_t page, page_n;
	size_t from, to;
};
bool document_data_json(
	struct visit *v, const struct document_data *data, struct err *err) MUST_CHECK;
bool document_data_csv(
	struct visit *v, const struct document_data *data, struct err *err) MUST_CHECK;
