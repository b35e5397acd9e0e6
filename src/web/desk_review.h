// SPDX-License-Identifier: EUPL-1.2
// desk_review — imported pages under review: the queue, and one action beside the page it was read from.
//
// Every act is a button of a form; static/review.js only presses those buttons for keys. The chosen
// fact stands in the address (?fact=12), with its form open behind &edit=1.
#pragma once

#include "model/dossier.h"
#include "web/desk_record.h"
#include "web/facsimile.h"
#include "work/desk/review.h"

// ---- the queue

struct review_row {
	struct str name, url, page;
	int64_t open_n, accepted_n, corrected_n, rejected_n, change_n, warning_n;
};
struct review_choice {
	struct str value, text;
	bool is_chosen;
};
struct review_choices VEC_OF(struct review_choice);
struct review_tab {
	struct str label, name;
	int64_t n;
	bool is_current;
};
struct review_list_view {
	struct desk_form form;
	struct review_tab tab[4];
	size_t tab_n;
	struct str tab_name, page, warning; // that it is narrowed by
	struct review_choices pages, warnings;
	VEC(struct review_row) row;
	int64_t action_n, open_n, decided_n; // of all rows
	int64_t more_n;                      // rows that are not shown
	bool is_narrowed;
};
void desk_review_list_page(struct tmpl *t, const struct review_list_view *v);

// ---- one action

// What another page, or the same page at another time, tells of the same value.
struct review_other {
	struct str value, page;
	bool is_now;
};
struct review_fact {
	int64_t id;
	struct str label, value;
	struct str was, now;          // empty: as the value
	struct str quote, page;       // the sentence, and its page when it is another
	struct str certainty, class_; // in words; "stated"
	struct str rule, state_name, state, who, when, why;
	struct str url, edit_url, mark; // mark: the number by which the page's passage is marked
	VEC(struct str) warning;
	VEC(struct review_other) other;
	struct record_groups group; // of its form, when it is open
	bool is_open, is_change, is_gone, is_chosen, is_prose, can_correct;
};
struct review_record {
	struct str name, kind, url;
	struct desk_state state;
	bool is_deleted;
	VEC(struct review_fact) fact;
};
struct review_page {
	struct str name;
	struct facsimile facsimile;
	bool has_heading;
};
struct review_view {
	struct str name, url, record_url, queue_url, back, on;
	struct desk_form form;
	VEC(struct review_record) record;
	VEC(struct review_page) page;
	VEC(struct str) warning;       // of no fact
	int64_t open_n, all_n, sure_n; // sure: open, stated, and without a warning
	int64_t chosen;                // 0: none
	struct findings errors;
	bool may_write;
	bool is_behind; // the public sees an older version of the action or of a part of it
};
void desk_review_page(struct tmpl *t, const struct review_view *v);

// The value, or row, in words; empty for what is not there (desk_review_words.c).
bool desk_review_words(struct visit *v, const struct kind *kind, struct str path, struct str text,
	struct str *ret_words, struct err *err) MUST_CHECK;

// ---- shared by the page and its acts (desk_review_show.c)

// The review of the address, with what this visitor may see of it; without parts when there is none.
bool desk_review_load(struct visit *v, struct review *ret_review, struct err *err) MUST_CHECK;
// Warnings of the action's page that stand at the fact.
bool desk_review_is_warned(const struct dossier *dossier, const struct fact *fact);
// Shows it; `errors` of the chosen fact's form, whose `record` is as it came back (both may be NULL).
bool desk_review_send(struct visit *v, const struct review *review, const struct findings *errors,
	const struct record *record, struct err *err) MUST_CHECK;
// The page of an action of the portal, with claims and warnings; empty when there is none.
bool desk_review_dossier(struct visit *v, const struct review *review,
	const struct dossier **ret_dossier, struct err *err) MUST_CHECK;
