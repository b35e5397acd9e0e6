// SPDX-License-Identifier: EUPL-1.2
// desk_tokens — my tokens: by which programs use the JSON API as me.
#pragma once

#include "web/desk_layout.h"

struct desk_token {
	int64_t id;
	struct str name, made, expires, used; // used empty: never
	bool writes, has_expired;
};

struct desk_tokens_view {
	struct desk_form form;
	struct desk_token *token;
	size_t token_n;
	struct str name;       // of the one that was asked for, when it was not made
	struct str fresh;      // the token that was made just now, shown this once
	struct str fresh_line; // a command that uses it
	bool is_weak;          // a second factor is needed first
};
void desk_tokens_page(struct tmpl *t, const struct desk_tokens_view *v);
