// SPDX-License-Identifier: EUPL-1.2
// desk_edit — the form of a record: shown, taken back, checked, saved or shown again with what is wrong.
#include "web/desk_record.h"

#include "web/pages.h"
#include "work/desk/check.h"

// The record that the address names, or a new one with the owner that the query names.
static bool edited_load(
	struct visit *v, const struct kind *kind, struct record **ret_record, struct err *err)
{
	if (!kind || !str_eq(v->arg[1], S("new")))
		return desk_record_load(v, kind, ret_record, err);
	const struct property *owner = kind_owner(kind);
	struct record *record = NEW(v->mem, struct record);
	*record = record_new(kind);
	if (owner)
		(void)record_set(v->mem, record, owner->name, visit_param(v, owner->name));
	*ret_record = record;
	return true;
}

static struct str url_of(const struct visit *v, const struct record *record, struct str behind)
{
	if (record->id)
		return desk_record_url(v->mem, record->kind, record->id, behind);
	return str_format(v->mem, "/desk/records/%" PRIstr "%s", STR(record->kind->address),
		behind.n ? "/new/edit" : "");
}

static bool edit_send(struct visit *v, const struct record *record, const struct findings *findings,
	const struct changes *both, struct err *err)
{
	struct record_reach reach = desk_record_reach(v, record->kind);
	struct desk_edit_view view = {.title = record->id
			? desk_record_name(v, record)
			: visit_text(v, str_c(record->kind->label)),
		.url = url_of(v, record, S("/edit")),
		.back_url = url_of(v, record, STR_EMPTY),
		.is_new = record->id == 0,
		.form = desk_layout_form(v),
		.version = record->version};
	if (both && !desk_history_changes(v, record->kind, &reach, both, &view.both, err))
		return false;
	if (both == NULL && v->response->status == 409)
		view.form.problem = visit_text(v,
			_("Somebody else changed the record just before: look at it and try again."));
	const struct record_form_matter matter = {v->lang, record, findings, &reach};
	if (!record_form_make(v->mem, v->db, &matter, &view.record, err))
		return false;
	v->page.title = view.title;
	v->page.section = str_join(v->mem, S("/desk/records/"), record->kind->address);
	desk_edit_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_edit_show(struct visit *v, struct err *err)
{
	const struct kind *kind = desk_record_kind(v);
	struct record *record;
	struct findings findings = {0};
	if (!edited_load(v, kind, &record, err))
		return false;
	if (!record || !desk_record_reach(v, kind).may_write)
		return visit_not_found(v, err);
	// A step that could not be made leads here, to what it needs.
	struct str step = visit_param(v, S("check"));
	if (step.n) {
		const struct move *move = kind_move(kind, record->state, step);
		record_check(v->mem, record, &findings);
		if (move)
			record_check_move(v->mem, record, move, &findings);
	}
	return edit_send(v, record, &findings, NULL, err);
}

// What the person saw when the form was opened: changes are told from that.
static bool base_load(
	struct visit *v, const struct record *now, struct record **ret_base, struct err *err)
{
	int64_t version;
	*ret_base = NULL;
	if (!now->id || !str_int(visit_field(v, S("version")), &version) || version == now->version)
		return true;
	return record_load_version(v->mem, v->db, now->id, version, ret_base, err);
}

// Saves what came back and leads on to the record. Whoever was faster in this very moment wins the
// version: the form is then shown again with all that was written, and merged when it comes back.
static bool edit_write(struct visit *v, struct record *merged, struct err *err)
{
	const struct findings none = {0};
	bool saved = false;
	if (!desk_record_write(v, merged, merged->id ? S("edit") : S("create"),
		    visit_field(v, S("why")), &saved, err))
		return false;
	if (saved)
		return visit_see_other(
			v, str_join(v->mem, url_of(v, merged, STR_EMPTY), S("?done=saved")));
	v->response->status = 409;
	return edit_send(v, merged, &none, NULL, err);
}

bool desk_edit_save(struct visit *v, struct err *err)
{
	const struct kind *kind = desk_record_kind(v);
	struct record *now, *base;
	struct findings findings = {0};
	struct changes both = {0};
	if (!edited_load(v, kind, &now, err))
		return false;
	struct record_reach reach = kind ? desk_record_reach(v, kind) : (struct record_reach){0};
	if (!now || !reach.may_write)
		return visit_not_found(v, err);
	if (!base_load(v, now, &base, err))
		return false;
	struct record mine = record_form_read(v->mem, base ? base : now, &v->form, &reach);
	struct record merged = base ? record_merge(v->mem, base, &mine, now, &both) : mine;
	merged.id = now->id;
	merged.version = now->version;
	merged.state = now->state;
	record_check(v->mem, &merged, &findings);
	if (!check_against(v->mem, v->db, now, &merged, &findings, err))
		return false;
	if (both.n || findings.n) {
		v->response->status = both.n ? 409 : 422;
		return edit_send(v, &merged, &findings, &both, err);
	}
	if (merged.id && record_compare(v->mem, now, &merged).n == 0)
		return visit_see_other(v, url_of(v, &merged, STR_EMPTY));
	return edit_write(v, &merged, err);
}
