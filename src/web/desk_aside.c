// SPDX-License-Identifier: EUPL-1.2
// desk_aside — what is kept about a record beside it, on its page: notes, attachments.
#include "web/desk_aside.h"

#include "web/file_words.h"
#include "web/pages.h"
#include "web/upload.h"

static bool about_load(
	struct visit *v, const struct record *record, struct record **ret_about, struct err *err)
{
	const struct property *about = kind_about(record->kind);
	int64_t id;

	*ret_about = NULL;
	if (!about || !str_int(record_get(record, about->name), &id))
		return true;
	return record_load(v->mem, v->db, id, ret_about, err);
}

bool desk_aside_home(
	struct visit *v, const struct record *record, struct str *ret_url, struct err *err)
{
	struct record *about;

	if (!about_load(v, record, &about, err))
		return false;
	*ret_url = about ? desk_record_url(v->mem, about->kind, about->id, STR_EMPTY) : STR_EMPTY;
	return true;
}

bool desk_aside_may_write(
	struct visit *v, const struct record *record, bool *ret_may, struct err *err)
{
	bool may = desk_record_reach(v, record->kind).may_write;
	int64_t author;

	if (may && record->kind->is_own && record->id) {
		if (!record_author(v->db, record->id, &author, err))
			return false;
		may = author == v->desk.account->id;
	}
	*ret_may = may;
	return true;
}

// ---- what is there

static bool values_fill(struct visit *v, const struct record *record,
	const struct record_reach *reach, struct desk_aside *aside, struct err *err)
{
	struct desk_values values;

	if (!desk_value_fill(v, reach, record, &values, err))
		return false;
	for (size_t i = 0; i < values.n; i++) {
		struct desk_value *value = &values.p[i];
		if (!value->item.n || value->is_about)
			continue;
		if (value->is_prose)
			aside->text = value->item.p[0].text;
		else if (value->item.p[0].url.n)
			aside->file = value->item.p[0];
		else
			aside->name = value->item.p[0].text;
	}
	return true;
}

static bool aside_add(struct visit *v, const struct record *record,
	const struct record_reach *reach, struct desk_aside_list *list, struct err *err)
{
	struct desk_aside aside = {
		.url = desk_record_url(v->mem, record->kind, record->id, STR_EMPTY),
		.name = STR_EMPTY,
		.text = STR_EMPTY,
		.id = record->id,
		.when = desk_record_moment(v, record->created_at),
		.is_changed = record->version > 1};
	int64_t author;

	if (!values_fill(v, record, reach, &aside, err) ||
		!desk_aside_may_write(v, record, &aside.may_write, err) ||
		!record_author(v->db, record->id, &author, err) ||
		!desk_history_who(v, author, &aside.who, err))
		return false;
	VEC_ADD(v->mem, &list->aside, aside);
	return true;
}

// The form for one more: all fields but the one that says what it is about.
static bool form_fill(struct visit *v, const struct kind *kind, const struct record_reach *reach,
	struct desk_aside_list *list, struct err *err)
{
	struct record fresh = record_new(kind);
	const struct record_form_matter matter = {v->lang, &fresh, NULL, reach};
	const struct property *about = kind_about(kind);
	struct record_groups groups = {0};

	if (!record_form_make(v->mem, v->db, &matter, &list->form, err))
		return false;
	for (size_t i = 0; i < list->form.group.n; i++) {
		struct record_group *group = &list->form.group.p[i];
		bool is_about = group->field.n && str_eq(group->field.p[0].name, about->name);
		// Names of controls are told apart from those of the other forms of the page.
		for (size_t k = 0; k < group->field.n; k++)
			group->field.p[k].id = str_format(v->mem, "%" PRIstr "-%" PRIstr,
				STR(kind->name), STR(group->field.p[k].id));
		if (!is_about)
			VEC_ADD(v->mem, &groups, *group);
	}
	list->form.group = groups;
	return true;
}

static bool list_add(struct visit *v, const struct record *record, const struct kind *kind,
	struct desk_record_view *view, struct err *err)
{
	struct record_reach reach = desk_record_reach(v, kind);
	struct desk_aside_list list = {.label = visit_text(v, str_c(kind->many)),
		.one = visit_text(v, str_c(kind->label)),
		.help = visit_text(v, str_c(kind->help)),
		.about = kind_about(kind)->name,
		.id = record->id,
		.name = kind->name,
		.draft = desk_record_url(v->mem, record->kind, record->id, kind->address),
		.account_id = v->desk.account->id,
		.may_write = reach.may_write && !record->deleted_at,
		.url = str_format(
			v->mem, "/desk/records/%" PRIstr "/new/edit", STR(kind->address))};
	struct record_pointers records;

	if (!record_reach_names(&reach, kind))
		return true;
	if (!record_about(v->mem, v->db, kind, record->id, &records, err) ||
		(list.may_write && !form_fill(v, kind, &reach, &list, err)))
		return false;
	for (size_t i = 0; i < records.n; i++)
		if (!records.p[i]->deleted_at && !aside_add(v, records.p[i], &reach, &list, err))
			return false;
	VEC_ADD(v->mem, &view->aside, list);
	return true;
}

bool desk_aside_fill(struct visit *v, const struct record *record, struct desk_record_view *view,
	struct err *err)
{
	for (size_t i = 0; i < KIND_N; i++)
		if (kind_about(kind_list[i]) && !kind_about(record->kind) &&
			!list_add(v, record, kind_list[i], view, err))
			return false;
	return true;
}
