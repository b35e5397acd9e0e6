// SPDX-License-Identifier: EUPL-1.2
// desk_people — the accounts there are, and inviting one more.
#include "web/desk_people.h"

#include "base/buf.h"
#include "store/account.h"
#include "web/pages.h"

enum { ROLES_MAX = 1000 };

static struct str labels_of(const struct visit *v, struct str roles)
{
	struct buf b = buf_new(v->mem, ROLES_MAX);
	unsigned held = 0;

	if (!right_roles_read(roles, &held))
		return roles;
	for (size_t i = 0; i < ROLE_N; i++) {
		if (!(held >> i & 1))
			continue;
		if (b.n)
			buf_add(&b, visit_text(v, _(", ")));
		buf_add(&b, visit_text(v, right_roles[i].label));
	}
	return buf_str(&b);
}

struct desk_person desk_people_row(const struct visit *v, const struct account *account)
{
	return (struct desk_person){.id = account->id,
		.email = account->email,
		.name = account->name,
		.roles = labels_of(v, account->roles),
		.is_disabled = account->disabled,
		.has_password = account->password.n > 0,
		.has_factor = account->totp.n > 0};
}

size_t desk_people_roles(
	const struct visit *v, unsigned held, struct desk_role ret_role[static ROLE_N])
{
	size_t n = 0;

	for (size_t i = ROLE_PUBLIC + 1; i < ROLE_N; i++)
		ret_role[n++] = (struct desk_role){.name = right_roles[i].name,
			.label = visit_text(v, right_roles[i].label),
			.is_held = held >> i & 1};
	return n;
}

unsigned desk_people_ticked(const struct visit *v)
{
	unsigned roles = 0;

	for (size_t i = 0; i < v->form.n; i++) {
		enum role role;
		if (str_eq(v->form.p[i].name, S("role")) &&
			right_role_find(v->form.p[i].value, &role) && role != ROLE_PUBLIC)
			roles |= 1U << role;
	}
	return roles;
}

static bool show(struct visit *v, struct str problem, struct err *err)
{
	struct desk_people_view view = {.form = desk_layout_form(v),
		.email = visit_field(v, S("email")),
		.name = visit_field(v, S("name")),
		.language = visit_field(v, S("language"))};
	struct accounts all;

	if (!view.language.n)
		view.language = v->lang->code;
	view.form.problem = problem;
	if (problem.n)
		v->response->status = 422;
	if (!account_list(v->mem, v->db, &all, err))
		return false;
	view.person = NEW_ARRAY(v->mem, struct desk_person, all.n);
	for (size_t i = 0; i < all.n; i++)
		view.person[view.person_n++] = desk_people_row(v, &all.p[i]);
	view.role_n = desk_people_roles(v, desk_people_ticked(v), view.role);
	v->page.title = visit_text(v, _("People"));
	v->page.section = S("/desk/people");
	desk_people_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_people_list(struct visit *v, struct err *err)
{
	return show(v, STR_EMPTY, err);
}

bool desk_people_invite(struct visit *v, struct err *err)
{
	struct account wanted = {.name = visit_field(v, S("name")),
		.language = visit_field(v, S("language")),
		.roles = right_roles_write(v->mem, desk_people_ticked(v))};
	struct people_act act;
	struct str link;

	if (!account_email(v->mem, visit_field(v, S("email")), &wanted.email, &wanted.login))
		return show(v, visit_text(v, _("This is not an e-mail address.")), err);
	if (wanted.name.n > ACCOUNT_NAME_MAX)
		return show(v, visit_text(v, _("The name is too long.")), err);
	if (!lang_find(wanted.language))
		wanted.language = v->lang->code;
	if (!visit_act(v, &act, err))
		return false;
	if (people_invite(v->mem, &act, &wanted, &link, err))
		return visit_see_other(v, S("/desk/people?done=invited"));
	if (err->kind != ERR_CONFLICT)
		return false;
	return show(v, visit_text(v, _("There is an account of this address already.")), err);
}
