// SPDX-License-Identifier: EUPL-1.2
// desk_link — a password set by a one-time link, and asking for such a link.
#include "web/desk_link.h"

#include "base/log.h"
#include "store/account.h"
#include "web/gate.h"
#include "web/pages.h"
#include "web/password_job.h"
#include "work/people/password_rule.h"
#include "work/people/sign_in.h"

// A link that is being followed.
struct following {
	struct login_link *link; // NULL: it cannot be used
	struct account *account; // NULL: the first administrator's
	struct desk_link_view view;
};

static bool find(struct visit *v, struct following *f, struct err *err)
{
	bool posts = v->request->method == HTTP_POST;

	if (!people_link_find(v->mem, v->db, v->arg[0], v->now, &f->link, &f->account, err))
		return false;
	f->view = (struct desk_link_view){.form = desk_layout_form(v),
		.action = v->request->path,
		.is_first = f->link && !f->account,
		.email = f->account ? f->account->email
			: posts     ? visit_field(v, S("email"))
				    : STR_EMPTY,
		.name = posts ? visit_field(v, S("name")) : STR_EMPTY};
	return true;
}

static bool show(struct visit *v, const struct following *f, struct err *err)
{
	v->page.title = visit_text(v, _("Choose a password"));
	v->page.section = S("/desk/sign-in");
	if (f->link) {
		desk_link_page(&v->t, &f->view);
	} else {
		v->page.title = visit_text(v, _("This link does not work any more"));
		v->response->status = 410;
		desk_link_gone(&v->t, &f->view);
	}
	return visit_html(v, err);
}

bool desk_link_show(struct visit *v, struct err *err)
{
	struct following f;

	return find(v, &f, err) && show(v, &f, err);
}

// What is wrong with the form; empty when nothing is. `ret_first` is the first administrator.
static struct str fault_of(struct visit *v, const struct following *f, struct account *ret_first)
{
	struct str password = visit_field_raw(v, S("password"));
	struct str again = visit_field_raw(v, S("again"));
	struct str login = f->account ? f->account->login : STR_EMPTY;

	if (f->view.is_first) {
		if (!account_email(v->mem, f->view.email, &ret_first->email, &ret_first->login))
			return visit_text(v, _("This is not an e-mail address."));
		login = ret_first->login;
	}
	if (!str_eq(password, again))
		return visit_text(v, _("The two passwords are not the same."));
	return visit_text(v, password_rule_sentence(password_rule_check(v->mem, password, login)));
}

static bool show_fault(struct visit *v, struct following *f, struct str sentence, struct err *err)
{
	v->response->status = 422;
	f->view.form.problem = sentence;
	return show(v, f, err);
}

// The password is set: in, as by a password that was right.
static bool let_in(
	struct visit *v, struct people_act *act, const struct account *account, struct err *err)
{
	struct str token;

	act->who = account->login;
	if (!sign_in_open(v->mem, act, account, v->desk.client, &token, err))
		return false;
	LOG(LOG_INFO, "link-used", {"who", account->login}, {"client", v->desk.client});
	gate_set_token(v, token);
	return visit_see_other(v, account->totp.n ? S("/desk/code") : S("/desk/"));
}

bool desk_link_use(struct visit *v, struct err *err)
{
	struct following f;
	struct account first = {.language = v->lang->code};
	struct account *account;
	struct password_result result;
	struct people_act act;

	if (!find(v, &f, err))
		return false;
	if (!f.link)
		return show(v, &f, err);
	first.name = str_sub(f.view.name, 0, ACCOUNT_NAME_MAX);
	struct str fault = fault_of(v, &f, &first);
	if (fault.n)
		return show_fault(v, &f, fault, err);
	struct password_job job = {.fresh = visit_field_raw(v, S("password"))};
	if (!password_job_run(v, &job, &result, err))
		return false;
	if (!result.is_ready)
		return true;
	if (!visit_act(v, &act, err))
		return false;
	act.who = f.account ? f.account->login : first.login;
	if (!people_link_use(v->mem, &act, v->arg[0], result.hash, &first, &account, err)) {
		if (err->kind != ERR_CONFLICT || !f.view.is_first)
			return false;
		return show_fault(v, &f,
			visit_text(v, _("There is an account of this address already.")), err);
	}
	f.link = account ? f.link : NULL;
	return account ? let_in(v, &act, account, err) : show(v, &f, err);
}

bool desk_recover_show(struct visit *v, struct err *err)
{
	struct desk_link_view view = {.form = desk_layout_form(v)};

	v->page.title = visit_text(v, _("A new password"));
	v->page.section = S("/desk/sign-in");
	desk_recover_page(&v->t, &view);
	return visit_html(v, err);
}

// The same answer whether there is such an account or not. Asking counts as a failure, so that
// nobody fills a mailbox.
bool desk_recover_ask(struct visit *v, struct err *err)
{
	struct str email, login, link, subject;
	struct account *account = NULL;
	struct people_act act;
	bool throttled = true;

	if (account_email(v->mem, visit_field(v, S("email")), &email, &login)) {
		subject = str_join(v->mem, S("recover "), login);
		if (!sign_in_is_throttled(
			    v->mem, v->db, subject, v->desk.client, v->now, &throttled, err) ||
			!account_by_its_login(v->mem, v->db, login, &account, err))
			return false;
	}
	if (!throttled) {
		if (!visit_act(v, &act, err) ||
			!sign_in_fail(v->mem, &act, subject, v->desk.client, err))
			return false;
		if (account && !account->disabled &&
			!people_recover(v->mem, &act, account, &link, err))
			return false;
	}
	LOG(LOG_INFO, throttled ? "recovery-throttled" : "recovery-asked",
		{"client", v->desk.client});
	return visit_see_other(v, S("/desk/recover?done=sent"));
}
