// SPDX-License-Identifier: EUPL-1.2
// desk_sheet — lists as people work with them: taken away as a file, brought back, many records changed at once.
//
// Addresses: /desk/records/KIND/export, /import with /columns and /check behind it, /bulk. Whatever
// changes several records becomes a table that waits (work/desk/sheet_import.h) and is looked at as a
// diff at /import/check, where rows are ticked and accepted.
#pragma once

#include "web/desk_record.h"
#include "work/desk/sheet_import.h"

enum { DESK_UPLOAD_MAX = 16 * 1024 * 1024 };

// ---- what the pages share (desk_import.c)

struct sheet_scope desk_sheet_scope(const struct visit *v, const struct kind *kind);
// "/desk/records/actions" with something behind it.
struct str desk_sheet_url(const struct visit *v, const struct kind *kind, const char *behind);
// The kind of the address when its records may be changed by this visitor; else NULL.
const struct kind *desk_sheet_kind(const struct visit *v);
// The visitor's waiting table, or NULL.
bool desk_sheet_pending(struct visit *v, const struct kind *kind,
	struct sheet_pending **ret_pending, struct err *err) MUST_CHECK;
// Keeps the table in place of the one that waited.
bool desk_sheet_keep(struct visit *v, struct sheet_pending *pending,
	const struct sheet_pending_rows *rows, struct err *err) MUST_CHECK;

// ---- bringing a table

struct desk_import_view {
	struct str title, list_url, url, pasted;
	struct str detail;  // of what is wrong, in English as the reader says it; may be empty
	struct str waiting; // name of the table that waits; empty: none
	struct str check_url, forget_url;
	int64_t waiting_n;
	struct desk_form form;
};
void desk_import_page(struct tmpl *t, const struct desk_import_view *v);

// ---- which column is which

struct desk_import_column {
	struct str name; // of the control
	struct str heading, sample, value, error;
};
struct desk_columns_view {
	struct str title, list_url, url, file;
	struct desk_form form;
	struct desk_import_column *column;
	size_t column_n;
	struct str *choice; // labels
	size_t choice_n;
};
void desk_columns_page(struct tmpl *t, const struct desk_columns_view *v);

// ---- the diff

struct desk_check_row {
	int64_t number;
	struct str tick; // value of its box: what was seen
	enum sheet_outcome outcome;
	struct str name, url;  // of the record; url empty: a new one
	struct str move;       // label of the step that it makes; may be empty
	struct changes change; // in words
	struct changes both;
	struct findings wrong; // `rule` is the column's label
	int64_t seen, now;     // versions, when the record was changed since
};
struct desk_check_view {
	struct str title, list_url, url, columns_url, forget_url, file;
	struct desk_form form;
	struct desk_check_row *row;
	size_t row_n;
	int64_t new_n, changed_n, same_n, conflict_n, wrong_n;
	struct str all; // mark of everything that is good; empty when it is all on this page
	int64_t all_n;
	bool has_ticks; // a row of the page can be ticked
	int64_t page, pages;
	struct str back, on;
};
void desk_check_page(struct tmpl *t, const struct desk_check_view *v);

// ---- many records at once

struct desk_bulk_view {
	struct str title, list_url, url, check_url;
	struct desk_form form;
	int64_t n;   // records
	bool is_all; // all that the list shows; else those in `id`
	struct str *id;
	size_t id_n;
	struct record_options field;  // paths
	struct record_fields control; // of the field that was chosen
	bool is_many;
	struct str field_label;
	struct record_options move;
};
// The button, and why.
void desk_bulk_why(struct tmpl *t, struct str id);
void desk_bulk_page(struct tmpl *t, const struct desk_bulk_view *v);
