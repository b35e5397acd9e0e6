// SPDX-License-Identifier: EUPL-1.2
// desk_mail — mails: those that wait, that were sent, and that failed.
#pragma once

#include "web/desk_layout.h"

struct desk_mail {
	int64_t id;
	struct str recipient, subject, body, language, state, made;
	struct str tried, reason; // empty: it was not tried yet, or taken
};

struct desk_mail_view {
	struct desk_form form;
	struct desk_mail *mail;
	size_t mail_n;
};
void desk_mail_page(struct tmpl *t, const struct desk_mail_view *v);
void desk_mail_whole(struct tmpl *t, const struct desk_mail_view *v);
