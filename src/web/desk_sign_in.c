// SPDX-License-Identifier: EUPL-1.2
// desk_sign_in — the password, the second factor, and out again.
#include "web/desk_sign_in.h"

#include "base/log.h"
#include "format/escape.h"
#include "store/account.h"
#include "web/gate.h"
#include "web/pages.h"
#include "web/password_job.h"
#include "work/people/sign_in.h"

enum { NEXT_MAX = 2000 };

// Only the desk is gone to: an address from outside must not lead anywhere else.
static struct str next_of(struct str asked)
{
	bool is_ours = str_starts(asked, S("/desk/")) && asked.n <= NEXT_MAX &&
		str_find(asked, S("//"), 0) == STR_NONE &&
		str_find_char(asked, '\\', 0) == STR_NONE &&
		str_find_char(asked, '\n', 0) == STR_NONE &&
		str_find_char(asked, '\r', 0) == STR_NONE;

	return is_ours ? asked : S("/desk/");
}

static struct desk_sign_in_view view_of(const struct visit *v)
{
	bool posts = v->request->method == HTTP_POST;
	struct str next = posts ? visit_field(v, S("next")) : visit_param(v, S("next"));

	return (struct desk_sign_in_view){.form = desk_layout_form(v),
		.email = posts ? visit_field(v, S("email")) : STR_EMPTY,
		.next = next_of(next)};
}

static bool show(struct visit *v, struct desk_sign_in_view *view, struct err *err)
{
	v->page.title = visit_text(v, _("Sign in"));
	v->page.section = S("/desk/sign-in");
	desk_sign_in_page(&v->t, view);
	return visit_html(v, err);
}

bool desk_sign_in_show(struct visit *v, struct err *err)
{
	struct desk_sign_in_view view = view_of(v);

	if (v->desk.holder.is_signed_in)
		return visit_see_other(v, view.next);
	return show(v, &view, err);
}

static bool refuse_throttled(struct visit *v, struct err *err)
{
	static const struct http_pair wait[] = {{S_INIT("Retry-After"), S_INIT("900")}};
	struct failure f = {.status = 429,
		.heading = visit_text(v, _("Too many attempts")),
		.sentence = visit_text(v,
			_("Too many passwords or codes were wrong. Wait a quarter of an hour and "
			  "try again, or ask for a new password."))};

	LOG(LOG_WARNING, "sign-in-throttled", {"client", v->desk.client});
	v->response->header = wait;
	v->response->header_n = 1;
	return visit_refuse(v, &f, err);
}

// The password was right: a session with a token of its own, and on.
static bool let_in(struct visit *v, const struct account *account, struct str next, struct err *err)
{
	struct people_act act;
	struct str token;
	struct out o = out_memory(v->mem, HTTP_URL_MAX * 4);

	if (!visit_act(v, &act, err))
		return false;
	act.who = account->login;
	if (!sign_in_open(v->mem, &act, account, v->desk.client, &token, err))
		return false;
	LOG(LOG_INFO, account->totp.n ? "password-right" : "signed-in", {"who", account->login},
		{"client", v->desk.client});
	gate_set_token(v, token);
	if (!account->totp.n)
		return visit_see_other(v, next);
	out_write(&o, S("/desk/code?next="));
	escape_url_part(&o, next);
	return visit_see_other(v, out_str(&o));
}

static bool keep_out(
	struct visit *v, struct desk_sign_in_view *view, struct str login, struct err *err)
{
	struct people_act act;

	if (!visit_act(v, &act, err) || !sign_in_fail(v->mem, &act, login, v->desk.client, err))
		return false;
	LOG(LOG_WARNING, "sign-in-failed", {"who", login}, {"client", v->desk.client});
	v->response->status = 403;
	// One sentence for all reasons: nobody learns which addresses have accounts.
	view->form.problem = visit_text(v, _("The e-mail address or the password is not right."));
	return show(v, view, err);
}

bool desk_sign_in_try(struct visit *v, struct err *err)
{
	struct desk_sign_in_view view = view_of(v);
	struct str email = view.email, login = view.email;
	struct account *account = NULL;
	struct password_result result;
	bool throttled, is_email = account_email(v->mem, view.email, &email, &login);

	if (!sign_in_is_throttled(v->mem, v->db, login, v->desk.client, v->now, &throttled, err))
		return false;
	if (throttled)
		return refuse_throttled(v, err);
	if (is_email && !account_by_its_login(v->mem, v->db, login, &account, err))
		return false;
	if (account && account->disabled)
		account = NULL;
	struct password_job job = {.kept = account ? account->password : STR_EMPTY,
		.given = visit_field_raw(v, S("password"))};
	if (!password_job_run(v, &job, &result, err))
		return false;
	if (!result.is_ready)
		return true;
	if (!account || !result.is_right)
		return keep_out(v, &view, login, err);
	return let_in(v, account, view.next, err);
}

static bool show_code(struct visit *v, struct desk_sign_in_view *view, struct err *err)
{
	v->page.title = visit_text(v, _("Second factor"));
	v->page.section = S("/desk/sign-in");
	desk_code_page(&v->t, view);
	return visit_html(v, err);
}

static bool awaits_code(const struct visit *v)
{
	return v->desk.session && v->desk.session->pending;
}

bool desk_code_show(struct visit *v, struct err *err)
{
	struct desk_sign_in_view view = view_of(v);

	if (!awaits_code(v))
		return visit_see_other(v, S("/desk/sign-in"));
	return show_code(v, &view, err);
}

bool desk_code_check(struct visit *v, struct err *err)
{
	struct desk_sign_in_view view = view_of(v);
	struct people_act act;
	struct account *account;
	struct str token;
	bool throttled, is_right;

	if (!awaits_code(v))
		return visit_see_other(v, S("/desk/sign-in"));
	if (!account_load(v->mem, v->db, v->desk.session->account_id, &account, err) ||
		!visit_act(v, &act, err))
		return false;
	struct str login = account ? account->login : STR_EMPTY;
	if (!sign_in_is_throttled(v->mem, v->db, login, v->desk.client, v->now, &throttled, err))
		return false;
	if (throttled)
		return refuse_throttled(v, err);
	act.who = login;
	if (!sign_in_factor(v->mem, &act, v->desk.session, visit_field(v, S("code")), &is_right,
		    &token, err))
		return false;
	LOG(is_right ? LOG_INFO : LOG_WARNING, is_right ? "signed-in" : "code-failed",
		{"who", login}, {"client", v->desk.client});
	if (is_right) {
		gate_set_token(v, token);
		return visit_see_other(v, view.next);
	}
	v->response->status = 403;
	view.form.problem = visit_text(v, _("This code is not right, or was used before."));
	return show_code(v, &view, err);
}

bool desk_sign_out(struct visit *v, struct err *err)
{
	// Drafts that were kept in the browser are not for whoever sits there next.
	static const struct http_pair forget[] = {
		{S_INIT("Clear-Site-Data"), S_INIT("\"storage\"")}};
	const struct session *session = v->desk.session;
	struct people_act act;

	if (session &&
		(!visit_act(v, &act, err) ||
			!sign_in_end(&act, session->account_id, session->id, err)))
		return false;
	gate_set_token(v, STR_EMPTY);
	v->response->header = forget;
	v->response->header_n = 1;
	return visit_see_other(v, S("/desk/sign-in?done=out"));
}
