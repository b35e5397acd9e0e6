// SPDX-License-Identifier: EUPL-1.2
// desk_kept — a form that came when its session had ended, given back after signing in again.
//
// The gate (web/gate.c) keeps the form and leads to the sign-in, and from there here: what was
// written is shown, and sent, looked at in its form, or dropped. Sending it is sending the form, with
// every question that it is asked.
#pragma once

#include "web/desk_layout.h"
#include "web/visit.h"

// Keeps the form of a session that has ended; *ret_url is then the way to the sign-in and back.
// Empty when it cannot be kept: there was no session, the form is not of the records, or too much
// is kept already.
bool desk_kept_take(struct visit *v, struct str *ret_url, struct err *err) MUST_CHECK;
// A kept form that was sent again was taken: it is forgotten.
bool desk_kept_done(struct visit *v, struct err *err) MUST_CHECK;

struct desk_kept_value {
	struct str name, label, value;
	bool is_hidden; // the program's own: not shown
};
struct desk_kept_view {
	struct str token, url, when;
	struct desk_form form;
	VEC(struct desk_kept_value) value;
	bool has_form; // it can be looked at in its form first
};
void desk_kept_page(struct tmpl *t, const struct desk_kept_view *v);
