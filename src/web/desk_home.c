// SPDX-License-Identifier: EUPL-1.2
// desk_home — the first page of the desk.
#include "web/desk_home.h"

#include "base/buf.h"
#include "model/kind.h"
#include "web/desk_view.h"
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

// Views of lists: those that open first, then the others.
static bool fill_views(struct visit *v, struct desk_home_view *view, struct err *err)
{
	struct list_views views;

	if (!list_view_load(v->mem, v->db, v->desk.account->id, STR_EMPTY, &views, err))
		return false;
	view->view = NEW_ARRAY(v->mem, struct desk_home_link, views.n);
	for (int first = 1; first >= 0; first--)
		for (size_t i = 0; i < views.n; i++) {
			const struct kind *kind = kind_named(views.p[i].kind);
			if (kind && views.p[i].is_default == (first == 1))
				view->view[view->view_n++] = (struct desk_home_link){
					visit_text(v, str_c(kind->many)), views.p[i].name,
					desk_view_url(v->mem, &views.p[i])};
		}
	return true;
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
	view.may_read = right_ask(&v->desk.holder, RIGHT_READ) == RIGHT_GRANTED;
	if (view.may_read &&
		(!desk_todo_fill(v, visit_param(v, S("mine")).n > 0, &view.todo, err) ||
			!fill_views(v, &view, err)))
		return false;
	desk_home_page(&v->t, &view);
	return visit_html(v, err);
}
