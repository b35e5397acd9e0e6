// SPDX-License-Identifier: EUPL-1.2
// desk_account — what one changes about oneself; the password is asked where it matters.
#include "web/desk_account.h"

#include "base/clock.h"
#include "store/account.h"
#include "store/login.h"
#include "web/gate.h"
#include "web/pages.h"
#include "web/password_job.h"
#include "work/people/password_rule.h"
#include "work/people/sign_in.h"

struct str desk_account_instant(struct arena *mem, int64_t instant)
{
	struct str s = clock_rfc3339(mem, instant);

	return str_format(mem, "%" PRIstr " %" PRIstr " UTC", STR(str_sub(s, 0, 10)),
		STR(str_sub(s, 11, 16)));
}

static bool fill_sessions(struct visit *v, struct desk_account_view *view, struct err *err)
{
	struct account_times times = account_times_of(v->portfolio->settings);
	struct sessions all;

	if (!login_sessions(v->mem, v->db, v->desk.account->id, &all, err))
		return false;
	view->session = NEW_ARRAY(v->mem, struct desk_session, all.n);
	for (size_t i = 0; i < all.n; i++) {
		const struct session *s = &all.p[i];
		if (!account_session_lives(s, &times, v->now))
			continue;
		view->session[view->session_n++] = (struct desk_session){.id = s->id,
			.began = desk_account_instant(v->mem, s->created_at),
			.seen = desk_account_instant(v->mem, s->seen_at),
			.address = s->address,
			.is_this = v->desk.session && s->id == v->desk.session->id,
			.is_strong = s->strong};
	}
	return true;
}

// `problem` is a sentence or empty.
static bool show(struct visit *v, struct str problem, struct err *err)
{
	const struct account *a = v->desk.account;
	struct desk_account_view view = {.form = desk_layout_form(v),
		.email = a->email,
		.name = problem.n && visit_field(v, S("name")).n ? visit_field(v, S("name"))
								 : a->name,
		.language = a->language,
		.has_factor = a->totp.n > 0};

	view.form.problem = problem;
	if (problem.n)
		v->response->status = 422;
	if (!fill_sessions(v, &view, err) ||
		!account_codes_left(v->db, a->id, &view.codes_left, err))
		return false;
	v->page.title = visit_text(v, _("My account"));
	v->page.section = S("/desk/account");
	desk_account_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_account_show(struct visit *v, struct err *err)
{
	return show(v, STR_EMPTY, err);
}

bool desk_account_save(struct visit *v, struct err *err)
{
	struct str name = visit_field(v, S("name")), language = visit_field(v, S("language"));
	struct people_change change = {.id = v->desk.account->id,
		.name = &name,
		.language = lang_find(language) ? &language : NULL};
	struct people_act act;
	bool found;

	if (name.n > ACCOUNT_NAME_MAX)
		return show(v, visit_text(v, _("The name is too long.")), err);
	if (!visit_act(v, &act, err) || !people_change(v->mem, &act, &change, &found, err))
		return false;
	return visit_see_other(v, S("/desk/account?done=saved"));
}

// What is wrong with the fresh password; empty when nothing is.
static struct str fault_of(struct visit *v)
{
	struct str fresh = visit_field_raw(v, S("password"));

	if (!str_eq(fresh, visit_field_raw(v, S("again"))))
		return visit_text(v, _("The two passwords are not the same."));
	return visit_text(v,
		password_rule_sentence(password_rule_check(v->mem, fresh, v->desk.account->login)));
}

bool desk_password_save(struct visit *v, struct err *err)
{
	const struct account *a = v->desk.account;
	struct password_job job = {.kept = a->password,
		.given = visit_field_raw(v, S("current")),
		.fresh = visit_field_raw(v, S("password"))};
	struct password_result result;
	struct people_act act;
	struct str fault = fault_of(v), token;
	bool is_right, found;

	if (fault.n)
		return show(v, fault, err);
	if (!password_job_check(v, &job, &result, &is_right, err))
		return false;
	if (!result.is_ready)
		return true;
	if (!is_right)
		return show(v, visit_text(v, _("Your present password is not right.")), err);
	struct people_change change = {.id = a->id,
		.password = &result.hash,
		.spared_session = v->desk.session ? v->desk.session->id : 0};
	if (!visit_act(v, &act, err) || !people_change(v->mem, &act, &change, &found, err))
		return false;
	if (v->desk.session) {
		if (!sign_in_renew(v->mem, &act, v->desk.session, &token, err))
			return false;
		gate_set_token(v, token);
	}
	return visit_see_other(v, S("/desk/account?done=password"));
}

bool desk_sessions_end(struct visit *v, struct err *err)
{
	int64_t id, me = v->desk.account->id;
	int64_t current = v->desk.session ? v->desk.session->id : 0;
	struct people_act act;

	if (!visit_act(v, &act, err))
		return false;
	bool one = str_int(visit_field(v, S("session")), &id);
	if (one ? !sign_in_end(&act, me, id, err) : !sign_in_end_others(&act, me, current, err))
		return false;
	return visit_see_other(v, S("/desk/account?done=ended"));
}
