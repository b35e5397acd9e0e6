// SPDX-License-Identifier: EUPL-1.2
// desk_home — the first page of the desk.
#include "web/desk_home.h"

#include "base/buf.h"
#include "web/pages.h"

enum { CLASSES_MAX = 1000 };

bool desk_add_slash(struct visit *v, struct err *err)
{
	(void)err;
	return visit_redirect(v, 301, S("/desk/"));
}

static void fill_rights(const struct visit *v, struct desk_home_view *view)
{
	const struct right_holder *holder = &v->desk.holder;

	for (size_t i = 0; i < ROLE_N; i++)
		if (holder->roles >> i & 1)
			view->role[view->role_n++] = visit_text(v, right_roles[i].label);
	for (size_t i = SIGNED_IN + 1; i < RIGHT_N; i++) {
		enum right_answer answer = right_ask(holder, (enum right)i);
		if (answer == RIGHT_GRANTED)
			view->right[view->right_n++] = visit_text(v, right_table[i].label);
		else if (answer == RIGHT_WEAK)
			view->weak[view->weak_n++] = visit_text(v, right_table[i].label);
	}
}

static struct str classes_of(const struct visit *v)
{
	struct buf b = buf_new(v->mem, CLASSES_MAX);

	for (size_t i = 0; i < RIGHT_CLASS_N; i++) {
		if (!right_sees(v->desk.holder.roles, (enum field_class)i))
			continue;
		if (b.n)
			buf_add(&b, visit_text(v, _(", ")));
		buf_add(&b, visit_text(v, right_classes[i].label));
	}
	return buf_str(&b);
}

bool desk_home_show(struct visit *v, struct err *err)
{
	const struct account *account = v->desk.account;
	struct desk_home_view view = {.form = desk_layout_form(v),
		.name = account->name.n ? account->name : account->email,
		.email = account->email,
		.classes = classes_of(v),
		.has_factor = account->totp.n > 0};

	v->page.title = visit_text(v, _("Desk"));
	v->page.section = S("/desk/");
	fill_rights(v, &view);
	desk_home_page(&v->t, &view);
	return visit_html(v, err);
}
