// SPDX-License-Identifier: EUPL-1.2
// desk_person — one account: its name, roles, state and history.
#include "store/account.h"
#include "web/desk_account.h"
#include "web/desk_people.h"
#include "web/pages.h"

// What happened to an account, as its history keeps it and as a person reads it.
static const struct {
	struct str what, label;
} happenings[] = {
	{S_INIT("disabled"), S_INIT(N_("Disabled"))},
	{S_INIT("enabled"), S_INIT(N_("Enabled"))},
	{S_INIT("first-administrator"), S_INIT(N_("Made as the first administrator"))},
	{S_INIT("invited"), S_INIT(N_("Invited"))},
	{S_INIT("language"), S_INIT(N_("Language"))},
	{S_INIT("name"), S_INIT(N_("Name"))},
	{S_INIT("password"), S_INIT(N_("Password set"))},
	{S_INIT("recovery-code-used"), S_INIT(N_("Recovery code used"))},
	{S_INIT("recovery-codes"), S_INIT(N_("New recovery codes"))},
	{S_INIT("recovery-link"), S_INIT(N_("Link for a new password made"))},
	{S_INIT("roles"), S_INIT(N_("Roles"))},
	{S_INIT("second-factor"), S_INIT(N_("Second factor set up"))},
	{S_INIT("second-factor-removed"), S_INIT(N_("Second factor taken off"))},
	{S_INIT("signed-in"), S_INIT(N_("Signed in"))},
};

static struct str happening_words(const struct visit *v, struct str what)
{
	for (size_t i = 0; i < sizeof happenings / sizeof *happenings; i++)
		if (str_eq(happenings[i].what, what))
			return visit_text(v, happenings[i].label);
	return what;
}

// The account that the address names; NULL when there is none.
static bool find(struct visit *v, struct account **ret_account, struct err *err)
{
	int64_t id;

	if (str_int(v->arg[0], &id))
		return account_load(v->mem, v->db, id, ret_account, err);
	*ret_account = NULL;
	return true;
}

static bool fill_history(
	struct visit *v, int64_t id, struct desk_person_view *view, struct err *err)
{
	struct account_events all;

	if (!account_history(v->mem, v->db, id, &all, err))
		return false;
	view->event = NEW_ARRAY(v->mem, struct desk_event, all.n);
	for (size_t i = 0; i < all.n; i++)
		view->event[view->event_n++] = (struct desk_event){
			.at = desk_account_instant(v->mem, all.p[i].at),
			.who = all.p[i].who,
			.what = happening_words(v, all.p[i].what),
			.old = all.p[i].old,
			.fresh = all.p[i].fresh};
	return true;
}

static bool show(struct visit *v, const struct account *a, struct str problem, struct err *err)
{
	struct desk_person_view view = {.form = desk_layout_form(v),
		.person = desk_people_row(v, a),
		.created = desk_account_instant(v->mem, a->created_at),
		.is_me = a->id == v->desk.account->id};
	unsigned held = 0;

	view.form.problem = problem;
	if (problem.n) {
		v->response->status = 422;
		held = desk_people_ticked(v);
	} else if (!right_roles_read(a->roles, &held)) {
		held = 0;
	}
	view.role_n = desk_people_roles(v, held, view.role);
	if (!fill_history(v, a->id, &view, err))
		return false;
	v->page.title = a->email;
	v->page.section = S("/desk/people");
	desk_person_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_person_show(struct visit *v, struct err *err)
{
	struct account *a;

	if (!find(v, &a, err))
		return false;
	return a ? show(v, a, STR_EMPTY, err) : visit_not_found(v, err);
}

static bool back(struct visit *v, const struct account *a, struct str done)
{
	return visit_see_other(v,
		str_format(v->mem, "/desk/people/%lld?done=%" PRIstr, (long long)a->id, STR(done)));
}

// Makes the change and goes back to the account, or says why it cannot be.
static bool change(struct visit *v, const struct account *a, const struct people_change *change_,
	struct str done, struct err *err)
{
	struct people_act act;
	bool found;

	if (!visit_act(v, &act, err))
		return false;
	if (people_change(v->mem, &act, change_, &found, err))
		return back(v, a, done);
	if (err->kind != ERR_CONFLICT)
		return false;
	return show(v, a,
		visit_text(v, _("This is the last administrator. Make another one first.")), err);
}

bool desk_person_save(struct visit *v, struct err *err)
{
	struct str roles = right_roles_write(v->mem, desk_people_ticked(v));
	struct str name = str_sub(visit_field(v, S("name")), 0, ACCOUNT_NAME_MAX);
	struct account *a;

	if (!find(v, &a, err))
		return false;
	if (!a)
		return visit_not_found(v, err);
	struct people_change c = {.id = a->id,
		.name = &name,
		.roles = &roles,
		.spared_session = v->desk.session && v->desk.account->id == a->id
			? v->desk.session->id
			: 0};
	return change(v, a, &c, S("saved"), err);
}

bool desk_person_state(struct visit *v, struct err *err)
{
	bool disabled = str_eq(visit_field(v, S("state")), S("disabled"));
	struct account *a;

	if (!find(v, &a, err))
		return false;
	if (!a)
		return visit_not_found(v, err);
	struct people_change c = {.id = a->id, .disabled = &disabled};
	return change(v, a, &c, disabled ? S("disabled") : S("enabled"), err);
}

bool desk_person_link(struct visit *v, struct err *err)
{
	struct people_act act;
	struct account *a;
	struct str link;

	if (!find(v, &a, err))
		return false;
	if (!a)
		return visit_not_found(v, err);
	if (!visit_act(v, &act, err) || !people_recover(v->mem, &act, a, &link, err))
		return false;
	return back(v, a, S("link"));
}

bool desk_person_factor(struct visit *v, struct err *err)
{
	struct people_act act;
	struct account *a;

	if (!find(v, &a, err))
		return false;
	if (!a)
		return visit_not_found(v, err);
	if (!visit_act(v, &act, err) || !people_factor_remove(v->mem, &act, a->id, err))
		return false;
	return back(v, a, S("factor-removed"));
}
