// SPDX-License-Identifier: EUPL-1.2
// desk_account — my account: name, language, password, second factor, sessions.
#pragma once

#include "format/qr.h"
#include "web/desk_layout.h"

struct desk_session {
	int64_t id;
	struct str began, seen, address;
	bool is_this, is_strong;
};

struct desk_account_view {
	struct desk_form form;
	struct str email, name, language;
	bool has_factor;
	int64_t codes_left;
	struct desk_session *session;
	size_t session_n;
};
void desk_account_page(struct tmpl *t, const struct desk_account_view *v);

struct desk_factor_view {
	struct desk_form form;
	bool has_factor, is_pending;
	struct str secret, address; // base32 in groups of four; otpauth://
	struct qr qr;
	struct str code[PEOPLE_CODE_N]; // fresh recovery codes, shown this once
	size_t code_n;
	int64_t codes_left;
};
void desk_factor_page(struct tmpl *t, const struct desk_factor_view *v);
void desk_codes_page(struct tmpl *t, const struct desk_factor_view *v);

// An instant as the desk shows it: "2026-11-23 19:51 UTC".
struct str desk_account_instant(struct arena *mem, int64_t instant);
