// SPDX-License-Identifier: EUPL-1.2
// desk_record — the pages of the desk's records: list, record, form, history. One set for all kinds.
//
// Addresses: /desk/records/KIND, /desk/records/KIND/NUMBER, and behind it /edit and /history;
// NUMBER is "new" for a form without a record.
#pragma once

#include "store/record.h"
#include "web/desk_layout.h"
#include "web/list_query.h"
#include "web/record_form.h"
#include "web/visit.h"

// ---- what the pages share (desk_record.c)

// The kind and the record of the address. *ret_record is NULL when there is none of that number and
// kind, and the page is then not found.
const struct kind *desk_record_kind(const struct visit *v);
bool desk_record_load(struct visit *v, const struct kind *kind, struct record **ret_record,
	struct err *err) MUST_CHECK;
// What this visitor may see, and whether records of this kind may be changed.
struct record_reach desk_record_reach(const struct visit *v, const struct kind *kind);
// "/desk/records/actions/12", with "/edit" or the like behind it.
struct str desk_record_url(
	struct arena *mem, const struct kind *kind, int64_t id, struct str behind);
// What the record is called, for this visitor: who may not see its name reads "Person 12".
struct str desk_record_name(const struct visit *v, const struct record *record);
// A value in words: the name of a code, a country, a linked record; a date written out.
bool desk_record_words(struct visit *v, const struct property *property, struct str text,
	struct str *ret_words, struct err *err) MUST_CHECK;
// The same for a list: dates as short as they are exact, "2015-04 – 2020-04".
bool desk_record_short(struct visit *v, const struct property *property, struct str text,
	struct str *ret_words, struct err *err) MUST_CHECK;
// "2026-11-24", and "24 November 2026, 00:10 UTC".
struct str desk_record_day(struct arena *mem, int64_t at);
struct str desk_record_moment(const struct visit *v, int64_t at);
// Writes a new version. When somebody else was faster *ret_saved is false.
bool desk_record_write(struct visit *v, struct record *record, struct str what, struct str why,
	bool *ret_saved, struct err *err) MUST_CHECK;

struct desk_state {
	struct str label;
	enum tone tone;
};
struct desk_state desk_record_state(const struct visit *v, const struct record *record);

// ---- parts of the pages (desk_record.html, desk_history.html)

void desk_record_tag(struct tmpl *t, const struct desk_state *state);
// What the public sees: this, an older version, or nothing of it.
void desk_record_shown(struct tmpl *t, bool is_public, bool is_behind);

// ---- the list

struct desk_list_cell {
	struct str text, url; // url: of the record, in the first cell; else empty
	bool is_date;
};
struct desk_list_row {
	int64_t id;
	struct desk_list_cell *cell;
	struct desk_state state;
	struct str changed;
	bool is_public, is_behind;
};
struct desk_list_column {
	struct str label, url; // url: puts the list in its order; empty when it cannot
	bool is_sorted, is_descending;
};
enum desk_list_control { LIST_CHOICE, LIST_WORDS, LIST_DATES };
struct desk_list_filter {
	enum desk_list_control control;
	struct str name, label;
	struct record_options option; // of a choice: those that leave a record, with how many
	struct str value;             // of words, that is chosen
	struct str from, to;          // of dates
	struct str from_name, to_name;
};
// Something that the list is narrowed by, and the address without it.
struct desk_list_chip {
	struct str text, url;
};
struct desk_list_pair {
	struct str name, value;
};
struct desk_list_pairs VEC_OF(struct desk_list_pair);
// A view that has a name.
struct desk_list_saved {
	struct str name, url, post_url; // post_url: what is done to it goes behind this
	bool is_current, is_default, is_shared, is_mine;
};
struct desk_list_saveds VEC_OF(struct desk_list_saved);
struct desk_list_tab {
	struct str label, url;
	int64_t n;
	bool is_current;
};
struct desk_list_view {
	struct str title, help, url, new_url; // new_url: empty when the visitor may not make one
	struct str csv_url, book_url;         // the whole list as a file
	struct str import_url, bulk_url;      // empty when the visitor may not change records
	struct str words, state;              // that the list is narrowed by; may be empty
	struct desk_form form;
	struct desk_list_tab *tab; // all records, then those in each state that has some
	size_t tab_n;
	struct desk_list_column *column;
	size_t column_n;
	struct desk_list_filter *filter;
	size_t filter_n;
	struct desk_list_row *row;
	size_t row_n;
	int64_t total, page, pages;
	struct str back, on; // addresses of the pages beside this one; empty at the ends
	bool is_narrowed;
	VEC(struct desk_list_chip) chip;
	struct str todo, todo_help;  // the rule of the to-do page that it is narrowed by
	bool has_mine, is_mine;      // the visitor answers for records; only those are shown
	struct desk_list_pairs kept; // parameters that stay when the choices are sent
	// views
	struct desk_list_saveds saved;
	struct str all_url, save_url; // the list without a view; where views are saved
	struct str query;             // that a view would keep
	bool has_default, is_all, may_share, is_changed; // changed: not as the current view has it
	// columns
	struct record_options column_option[LIST_COLUMNS_MAX]; // of each select; NONE first
	struct desk_list_pairs column_kept;
};
// All that the list of the address shows, on all of its pages, in its order; only their ids are set.
bool desk_list_find(struct visit *v, const struct kind *kind, struct record_lines *ret_lines,
	struct err *err) MUST_CHECK;
void desk_list_page(struct tmpl *t, const struct desk_list_view *v);

// ---- the record

struct desk_item {
	struct str text, url, lang;
	struct str note; // behind it: "PDF, 1.2 MB"
	bool is_rtl;
};
struct desk_items VEC_OF(struct desk_item);
// A property with its values, or a list of rows as a table.
struct desk_value {
	struct str label;
	struct str class_; // of the field when it is not public: "internal"
	struct desk_items item;
	bool is_prose; // paragraphs
	bool is_about; // the record that this one is about
	struct str *head;
	size_t head_n;
	struct desk_item *cell; // row_n times head_n
	size_t row_n;
};
struct desk_values VEC_OF(struct desk_value);
// What the visitor may see of the record, in the order of its kind; empty fields are left out.
bool desk_value_fill(struct visit *v, const struct record_reach *reach, const struct record *record,
	struct desk_values *ret_values, struct err *err) MUST_CHECK;

// How a record stands with the public, and what this visitor may do about it.
struct desk_public {
	struct str url;         // on the portal; empty when it is not there
	struct str due;         // from when the public will see it, in words; empty: no date is set
	struct str preview_url; // empty when there is nothing to preview
	bool is_public, is_behind; // the public sees it; the public sees an older version
	bool may_publish, may_take_back;
};
bool desk_public_fill(struct visit *v, const struct record *record, struct desk_public *ret_public,
	struct err *err) MUST_CHECK;
// The record's page on the portal behind the language, "/news/new-seal-12", as the database of this
// connection has it; empty when it has none.
bool desk_public_path(struct arena *mem, struct db *db, const struct record *record,
	struct str *ret_path, struct err *err) MUST_CHECK;
// Buttons: preview, publish now or on a day, take back.
void desk_public_steps(
	struct tmpl *t, const struct desk_public *public, struct str url, struct str csrf);

struct desk_move {
	struct str name, label;
	bool asks_why;
};
struct desk_moves VEC_OF(struct desk_move);
struct desk_part {
	struct str name, url, when;
	struct date start;
	struct desk_state state;
	bool is_public, is_behind;
};
struct desk_part_list {
	struct str label, help, new_url;
	VEC(struct desk_part) part;
};
struct desk_part_lists VEC_OF(struct desk_part_list);
struct desk_version {
	int64_t version; // 0: of what is kept beside the record
	bool is_now;     // the record is as this one has it
	struct str who, when, what, why;
	struct changes change; // in words, the first of them
	int64_t change_n;      // how many there are
	int64_t more_n;        // how many of them are left out
};
struct desk_versions VEC_OF(struct desk_version);
// What is kept about a record beside it (web/desk_aside.h).
struct desk_aside {
	int64_t id;
	struct str url, name, text, who, when;
	struct desk_item file; // no url: there is none
	bool is_changed, may_write;
};
struct desk_aside_list {
	struct str label, one, help, url;
	struct str name;  // of the kind
	struct str about; // the field that says what it is about: this record's number
	struct str draft; // what its draft is called
	int64_t id, account_id;
	struct record_form form; // for one more
	bool may_write;
	VEC(struct desk_aside) aside;
};
struct desk_aside_lists VEC_OF(struct desk_aside_list);
void desk_aside_section(struct tmpl *t, const struct desk_aside_list *l, struct str csrf);

// A value that pages tell differently, each with its page, and who chose.
struct desk_claim {
	struct str value, page, who, when;
	bool is_now;
};
struct desk_dispute {
	struct str label;
	VEC(struct desk_claim) claim;
};
struct desk_disputes VEC_OF(struct desk_dispute);
// A record that was merged into this one.
struct desk_merge {
	struct str name, url, when;
	int64_t id;
};
struct desk_merged VEC_OF(struct desk_merge);
// All of desk_origin.c; the last answers where a merged record leads, empty when it is none.
bool desk_origin_disputes(struct visit *v, const struct record *record,
	const struct record_reach *reach, struct desk_disputes *ret_disputes,
	struct err *err) MUST_CHECK;
bool desk_origin_merges(struct visit *v, const struct record *record,
	struct desk_merged *ret_merged, struct err *err) MUST_CHECK;
bool desk_origin_into(struct visit *v, const struct record *record, struct str *ret_url,
	struct err *err) MUST_CHECK;
struct desk_record_view {
	struct str kind, list_url, name, url, edit_url, history_url;
	struct str owner, owner_url; // the record that this one is a part of; empty: none
	struct str at;               // the day as of which it is shown; empty: now
	struct desk_form form;
	struct desk_state state;
	struct desk_values value;
	struct desk_moves move;
	struct desk_part_lists part;
	struct safe_html strip; // of its dated parts; may be empty
	struct desk_aside_lists aside;
	struct desk_versions version; // the last few
	struct desk_public public;
	struct desk_disputes dispute;
	struct desk_merged merged;
	struct str review_url; // empty: nothing of it was read from a page, or may not be reviewed
	bool is_deleted, may_write, review_right;
	int64_t version_n;
};
void desk_record_page(struct tmpl *t, const struct desk_record_view *v);

// ---- its form

struct desk_edit_view {
	struct str title, url, back_url;
	struct desk_form form;
	struct record_form record;
	int64_t version;
	bool is_new;
	bool is_anew;       // it holds what was sent already and is not saved
	int64_t account_id; // whose draft it is
	bool is_late;   // somebody else changed the same fields: the form asks which value stays
	struct str who; // that was
	struct findings choices; // what is to be chosen: `rule` is the id of the control
	struct changes both;     // what is not: theirs in `before`, mine in `after`
};
// Says, with a script, that something typed there is kept in this browser; inside <form>.
void desk_edit_draft(struct tmpl *t, struct str url, int64_t account_id, bool is_anew);
void desk_edit_group(struct tmpl *t, const struct record_group *g);
// One control with its label.
void desk_edit_field(struct tmpl *t, const struct record_field *field);
void desk_edit_page(struct tmpl *t, const struct desk_edit_view *v);

// ---- its history

struct desk_history_view {
	struct str name, url;
	struct desk_form form;
	struct desk_versions version;
	bool may_write;
};
// How much of a history is told.
struct desk_history_most {
	size_t versions, changes; // changes of each version
	size_t first;             // changes of the version that everything began with
};
// The last versions of the record, and of what is kept beside it, in words; *ret_n is how many there are.
bool desk_history_fill(struct visit *v, const struct record *record,
	const struct record_reach *reach, struct desk_history_most most,
	struct desk_versions *ret_versions, int64_t *ret_n, struct err *err) MUST_CHECK;
// Where a value stands, in words: "Places 2, Country", "Title (French)".
struct str desk_history_place(const struct visit *v, const struct place_of_value *place);
// A person's name, for the history; 0: the program.
bool desk_history_who(
	struct visit *v, int64_t account_id, struct str *ret_who, struct err *err) MUST_CHECK;
// Changes in words, without those of fields that the visitor may not see.
bool desk_history_changes(struct visit *v, const struct kind *kind,
	const struct record_reach *reach, const struct changes *changes,
	struct changes *ret_changes, struct err *err) MUST_CHECK;
// A unit of a record (model/fact.h) in words: "Title (French)", "Countries 2".
struct str desk_history_unit(struct visit *v, const struct kind *kind, struct str path);
void desk_history_version(struct tmpl *t, const struct desk_version *v);
void desk_history_page(struct tmpl *t, const struct desk_history_view *v);
