// SPDX-License-Identifier: EUPL-1.2
// privacy — walks the descriptions of records and accounts.
#include "web/privacy.h"

#include "base/buf.h"
#include "model/account.h"
#include "model/right.h"
#include "web/pages.h"
#include "web/portal.h"

enum { LIST_MAX = 4000 };

static void list_add(struct visit *v, struct buf *list, struct str words)
{
	if (list->n)
		buf_add(list, visit_text(v, _(", ")));
	buf_add(list, words);
}

// The roles that see fields of the class.
static struct str roles_of(struct visit *v, enum field_class class)
{
	struct buf list = buf_new(v->mem, LIST_MAX);
	for (size_t i = 0; i < ROLE_N; i++)
		if (right_roles[i].classes >> class & 1)
			list_add(v, &list, visit_text(v, right_roles[i].label));
	return buf_str(&list);
}

static bool is_told(const struct property *p)
{
	return p->class == FIELD_PERSONAL || p->class == FIELD_SENSITIVE;
}

// The labels of all fields of the kind that are handled so; of rows, those of the rows.
static struct str labels_of(struct visit *v, const struct kind *kind, const struct property *like)
{
	struct buf list = buf_new(v->mem, LIST_MAX);
	for (size_t i = 0; i < kind->property_n; i++) {
		const struct property *p = &kind->property[i];
		bool is_part = false;
		for (size_t k = 0; k < p->part_n; k++)
			is_part |= is_told(&p->part[k]) && p->part[k].handling == like->handling &&
				p->part[k].class == like->class;
		if (is_part ||
			(is_told(p) && p->handling == like->handling && p->class == like->class))
			list_add(v, &list, visit_text(v, str_c(p->label)));
	}
	return buf_str(&list);
}

static struct privacy_item item_of(
	struct visit *v, struct str what, const struct handling *handling, struct str roles)
{
	return (struct privacy_item){.what = what,
		.purpose = visit_text(v, str_c(handling->purpose)),
		.ground = visit_text(v, str_c(handling->ground)),
		.keep = visit_text(v, str_c(handling->keep)),
		.roles = roles};
}

static void property_add(struct visit *v, const struct kind *kind, const struct property *p,
	struct privacy_group *group)
{
	if (!is_told(p) || !p->handling)
		return;
	struct str what = labels_of(v, kind, p);
	for (size_t i = 0; i < group->item.n; i++)
		if (str_eq(group->item.p[i].what, what))
			return;
	VEC_ADD(v->mem, &group->item, item_of(v, what, p->handling, roles_of(v, p->class)));
}

// A group for each kind that keeps something about people.
static void fill_kinds(struct visit *v, struct privacy_view *view)
{
	for (size_t i = 0; i < KIND_N; i++) {
		const struct kind *kind = kind_list[i];
		struct privacy_group group = {.name = visit_text(v, str_c(kind->many)),
			.help = visit_text(v, str_c(kind->help))};
		for (size_t k = 0; k < kind->property_n; k++) {
			const struct property *p = &kind->property[k];
			property_add(v, kind, p, &group);
			for (size_t j = 0; j < p->part_n; j++)
				property_add(v, kind, &p->part[j], &group);
		}
		if (group.item.n)
			VEC_ADD(v->mem, &view->group, group);
	}
}

static void fill_accounts(struct visit *v, struct privacy_view *view)
{
	struct privacy_group group = {.name = visit_text(v, _("People with an account")),
		.help = visit_text(v, _("who work at the desk"))};
	for (size_t i = 0; i < PRIVACY_ACCOUNT_N; i++)
		VEC_ADD(v->mem, &group.item,
			item_of(v, visit_text(v, str_c(privacy_account[i].what)),
				privacy_account[i].handling, STR_EMPTY));
	VEC_ADD(v->mem, &view->group, group);
}

bool privacy_show(struct visit *v, struct err *err)
{
	const struct record *facility = portal_facility(v->portfolio);
	struct account_times times = account_times_of(v->portfolio->settings);
	struct privacy_view view = {
		.own = words_of(v->mem, v->lang, portal_settings(v->portfolio), S("privacy")),
		.controller = exhibit_text(facility, v->mem, "name", v->lang->code),
		.address = facility ? record_get(facility, S("address")) : STR_EMPTY,
		.contact = facility ? record_get(facility, S("privacy_contact")) : STR_EMPTY,
		.idle = str_of_int(v->mem, times.idle / 60),
		.session = str_of_int(v->mem, times.session / 3600)};
	if (facility && !view.contact.n)
		view.contact = record_get(facility, S("contact"));
	fill_kinds(v, &view);
	fill_accounts(v, &view);
	v->page.title = visit_text(v, _("Privacy"));
	privacy_page(&v->t, &view);
	return visit_html(v, err);
}
