// SPDX-License-Identifier: EUPL-1.2
// desk_tokens — tokens made, listed and ended by their owner.
//
// A token is shown in the answer to the form that made it, since only its digest stays. Making one
// asks for the password, and for a session with a second factor where the roles have strong rights.
#include "web/desk_tokens.h"

#include "store/api_token.h"
#include "web/desk_account.h"
#include "web/pages.h"
#include "web/password_job.h"
#include "work/people/token.h"

// The account's roles have rights that this session does not give.
static bool is_weak(const struct visit *v)
{
	for (unsigned i = 0; i < RIGHT_N; i++)
		if (right_ask(&v->desk.holder, (enum right)i) == RIGHT_WEAK)
			return true;
	return false;
}

static bool fill_tokens(
	struct visit *v, struct db *db, struct desk_tokens_view *view, struct err *err)
{
	struct api_tokens all;

	if (!api_token_list(v->mem, db, v->desk.account->id, &all, err))
		return false;
	view->token = NEW_ARRAY(v->mem, struct desk_token, all.n);
	for (size_t i = 0; i < all.n; i++) {
		const struct api_token *t = &all.p[i];
		view->token[view->token_n++] = (struct desk_token){.id = t->id,
			.name = t->name,
			.made = desk_account_instant(v->mem, t->created_at),
			.expires = desk_account_instant(v->mem, t->expires_at),
			.used = t->used_at ? desk_account_instant(v->mem, t->used_at) : STR_EMPTY,
			.writes = t->writes,
			.has_expired = t->expires_at <= v->now};
	}
	return true;
}

static bool show(
	struct visit *v, struct db *db, struct str problem, struct str fresh, struct err *err)
{
	struct desk_tokens_view view = {.form = desk_layout_form(v),
		.name = problem.n ? visit_field(v, S("name")) : STR_EMPTY,
		.fresh = fresh,
		.is_weak = is_weak(v)};

	view.form.problem = problem;
	if (problem.n)
		v->response->status = 422;
	if (fresh.n)
		view.fresh_line = str_format(v->mem,
			"curl -H 'Authorization: Bearer %" PRIstr "' %" PRIstr "/api/v1/",
			STR(fresh), STR(v->origin));
	if (!fill_tokens(v, db, &view, err))
		return false;
	v->page.title = visit_text(v, _("Tokens for programs"));
	v->page.section = S("/desk/account");
	desk_tokens_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_tokens_show(struct visit *v, struct err *err)
{
	return show(v, v->db, STR_EMPTY, STR_EMPTY, err);
}

// What is wrong with the form; empty when nothing is.
static struct str fault_of(struct visit *v, struct api_token *ret_wanted)
{
	struct str name = visit_field(v, S("name"));
	int64_t days;

	if (!name.n || name.n > TOKEN_NAME_MAX)
		return visit_text(v, _("Say in a few words what the token is for."));
	if (!str_int(visit_field(v, S("days")), &days) || days < 1 || days > TOKEN_DAYS_MAX)
		return visit_text(v, _("A token works for a year at most."));
	*ret_wanted = (struct api_token){.account_id = v->desk.account->id,
		.name = name,
		.writes = str_eq(visit_field(v, S("scope")), S("read-write")),
		.strong = v->desk.holder.is_strong,
		.expires_at = v->now + days * TOKEN_DAY_S};
	return STR_EMPTY;
}

bool desk_token_make(struct visit *v, struct err *err)
{
	struct password_job job = {
		.kept = v->desk.account->password, .given = visit_field_raw(v, S("current"))};
	struct password_result result;
	struct api_token wanted;
	struct people_act act;
	struct str fault = fault_of(v, &wanted), fresh;
	bool is_right;

	if (is_weak(v))
		fault = visit_text(v,
			_("Your roles can change records, so a token is made only in "
			  "a session with a second factor."));
	if (fault.n)
		return show(v, v->db, fault, STR_EMPTY, err);
	if (!password_job_check(v, &job, &result, &is_right, err))
		return false;
	if (!result.is_ready)
		return true;
	if (!is_right)
		return show(v, v->db, visit_text(v, _("Your present password is not right.")),
			STR_EMPTY, err);
	if (!visit_act(v, &act, err) || !token_make(v->mem, &act, &wanted, &fresh, err))
		return false;
	return show(v, act.db, STR_EMPTY, fresh, err);
}

bool desk_token_end(struct visit *v, struct err *err)
{
	struct people_act act;
	int64_t id;
	bool ended = false;

	if (!str_int(visit_field(v, S("token")), &id))
		return visit_not_found(v, err);
	if (!visit_act(v, &act, err) ||
		!token_end(v->mem, &act, v->desk.account->id, id, &ended, err))
		return false;
	return ended ? visit_see_other(v, S("/desk/account/tokens?done=token-ended"))
		     : visit_not_found(v, err);
}
