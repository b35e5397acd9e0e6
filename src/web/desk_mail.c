// SPDX-License-Identifier: EUPL-1.2
// desk_mail — the queue of mails, and one of them.
//
// A mail may hold a one-time link, so reading one is a right of its own and is written down.
#include "web/desk_mail.h"

#include "base/log.h"
#include "store/mail.h"
#include "web/desk_account.h"
#include "web/pages.h"

static struct str state_of(const struct visit *v, struct str state)
{
	if (str_eq(state, S("waiting")))
		return visit_text(v, _("waiting"));
	return str_eq(state, S("sent")) ? visit_text(v, _("sent")) : visit_text(v, _("failed"));
}

static struct desk_mail row_of(const struct visit *v, const struct mail *m)
{
	return (struct desk_mail){.id = m->id,
		.recipient = m->recipient,
		.subject = m->subject,
		.body = m->body,
		.language = m->language,
		.state = state_of(v, m->state),
		.made = desk_account_instant(v->mem, m->made_at),
		.tried = m->tried_at ? desk_account_instant(v->mem, m->tried_at) : STR_EMPTY,
		.reason = m->reason};
}

bool desk_mail_list(struct visit *v, struct err *err)
{
	struct desk_mail_view view = {.form = desk_layout_form(v)};
	struct mails all;

	if (!mail_list(v->mem, v->db, &all, err))
		return false;
	view.mail = NEW_ARRAY(v->mem, struct desk_mail, all.n);
	for (size_t i = 0; i < all.n; i++)
		view.mail[view.mail_n++] = row_of(v, &all.p[i]);
	v->page.title = visit_text(v, _("Mail"));
	v->page.section = S("/desk/mail");
	desk_mail_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_mail_show(struct visit *v, struct err *err)
{
	struct desk_mail_view view = {.form = desk_layout_form(v)};
	struct mail *m = NULL;
	int64_t id;

	if (str_int(v->arg[0], &id) && !mail_load(v->mem, v->db, id, &m, err))
		return false;
	if (!m)
		return visit_not_found(v, err);
	LOG(LOG_INFO, "mail-read", {"who", v->desk.account->login}, {"mail", v->arg[0]});
	struct desk_mail row = row_of(v, m);
	view.mail = &row;
	view.mail_n = 1;
	v->page.title = m->subject;
	v->page.section = S("/desk/mail");
	desk_mail_whole(&v->t, &view);
	return visit_html(v, err);
}
