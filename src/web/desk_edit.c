// SPDX-License-Identifier: EUPL-1.2
// desk_edit — the form of a record: shown, taken back, checked, saved or shown again with what is wrong.
#include "web/desk_record.h"

#include "web/desk_aside.h"
#include "web/pages.h"
#include "web/upload.h"
#include "work/desk/check.h"

// The record that the address names, or a new one with the owner that the query names.
static bool edited_load(
	struct visit *v, const struct kind *kind, struct record **ret_record, struct err *err)
{
	if (!kind || !str_eq(v->arg[1], S("new")))
		return desk_record_load(v, kind, ret_record, err);
	if (kind->is_single && !record_single(v->mem, v->db, kind, ret_record, err))
		return false;
	// Where there can be one only, a new one is the one there is.
	if (kind->is_single && *ret_record)
		return true;
	const struct property *owner = kind_owner(kind);
	struct record *record = NEW(v->mem, struct record);
	*record = record_new(kind);
	if (owner)
		(void)record_set(v->mem, record, owner->name, visit_param(v, owner->name));
	*ret_record = record;
	return true;
}

// What two changed at once: from `base`, theirs in `before`, mine in `after`.
struct conflict {
	const struct record *base; // NULL: nobody else was there
	struct changes both;
};

static struct str url_of(const struct visit *v, const struct record *record, struct str behind)
{
	if (record->id)
		return desk_record_url(v->mem, record->kind, record->id, behind);
	return str_format(v->mem, "/desk/records/%" PRIstr "%s", STR(record->kind->address),
		behind.n ? "/new/edit" : "");
}

static struct record_field *field_named(struct record_form *form, struct str name)
{
	for (size_t i = 0; i < form->group.n; i++)
		for (size_t k = 0; k < form->group.p[i].field.n; k++)
			if (str_eq(form->group.p[i].field.p[k].name, name))
				return &form->group.p[i].field.p[k];
	return NULL;
}

static bool side_add(struct visit *v, const struct property *property, struct record_field *field,
	struct record_side side, struct err *err)
{
	side.text = STR_EMPTY;
	if (side.value.n && !desk_record_words(v, property, side.value, &side.text, err))
		return false;
	VEC_ADD(v->mem, &field->side, side);
	return true;
}

// Makes a choice of the control: theirs, mine, what stood there before us both.
static bool choice_make(struct visit *v, const struct record *base, const struct change *change,
	struct record_field *field, struct findings *choices, struct err *err)
{
	const struct record_side sides[] = {
		{.value = change->before, .who = visit_text(v, _("Theirs")), .is_chosen = true},
		{.value = change->after, .who = visit_text(v, _("Yours"))},
		{.value = record_get(base, change->path), .who = visit_text(v, _("As it was"))},
	};
	struct place_of_value place;
	if (!kind_path(base->kind, change->path, &place))
		return true;
	field->control = CONTROL_CHOOSE;
	finding_add(v->mem, choices, (struct finding){.rule = field->id}, "%" PRIstr,
		STR(desk_history_place(v, &place)));
	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
		if (!side_add(v, place.property, field, sides[i], err))
			return false;
	return true;
}

// Who was faster.
static bool faster_fill(
	struct visit *v, const struct record *record, struct str *ret_who, struct err *err)
{
	struct record_versions history;
	struct str who;
	if (!record_history(v->mem, v->db, record->id, &history, err) ||
		!desk_history_who(v, history.n ? history.p[0].account_id : 0, &who, err))
		return false;
	// Its direction is its own, inside a sentence of another (U+2068, U+2069).
	*ret_who = str_format(v->mem, "\u2068%" PRIstr "\u2069", STR(who));
	return true;
}

// Where both changed the same field its control becomes a choice; what has no control of its own
// (one of several values, a row) is listed.
static bool conflict_fill(struct visit *v, const struct conflict *conflict,
	const struct record_reach *reach, struct desk_edit_view *view, struct err *err)
{
	struct changes rest = {0};
	view->is_late = conflict->both.n > 0;
	for (size_t i = 0; i < conflict->both.n; i++) {
		const struct change *change = &conflict->both.p[i];
		struct record_field *field = field_named(&view->record, change->path);
		if (!field)
			VEC_ADD(v->mem, &rest, *change);
		else if (!choice_make(v, conflict->base, change, field, &view->choices, err))
			return false;
	}
	return faster_fill(v, conflict->base, &view->who, err) &&
		desk_history_changes(v, conflict->base->kind, reach, &rest, &view->both, err);
}

static bool edit_send(struct visit *v, const struct record *record, const struct findings *findings,
	const struct conflict *conflict, struct err *err)
{
	struct record_reach reach = desk_record_reach(v, record->kind);
	struct desk_edit_view view = {.title = record->id
			? desk_record_name(v, record)
			: visit_text(v, str_c(record->kind->label)),
		.url = url_of(v, record, S("/edit")),
		.back_url = url_of(v, record, STR_EMPTY),
		.is_new = record->id == 0,
		.is_anew = v->request->method == HTTP_POST,
		.account_id = v->desk.account->id,
		.form = desk_layout_form(v),
		.version = record->version};
	if (!conflict && v->response->status == 503)
		view.form.problem = visit_text(v,
			_("The register is being written to by somebody else. Nothing is saved yet, "
			  "and nothing that you wrote is lost: save again in a few seconds."));
	if (!conflict && v->response->status == 409)
		view.form.problem = visit_text(v,
			_("Somebody else changed the record just before: look at it and try again."));
	const struct record_form_matter matter = {v->lang, record, findings, &reach};
	if (!record_form_make(v->mem, v->db, &matter, &view.record, err) ||
		(conflict && conflict->base && !conflict_fill(v, conflict, &reach, &view, err)))
		return false;
	v->page.script = S("draft.js");
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
	bool may = false;
	if (!edited_load(v, kind, &record, err))
		return false;
	if (record && !desk_aside_may_write(v, record, &may, err))
		return false;
	if (!may)
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
	struct str home;
	bool saved = false;
	if (!desk_record_write(v, merged, merged->id ? S("edit") : S("create"),
		    visit_field(v, S("why")), &saved, err)) {
		if (err->kind != ERR_CONFLICT)
			return false;
		v->response->status = 503;
		return edit_send(v, merged, &none, NULL, err);
	}
	if (saved && !desk_aside_home(v, merged, &home, err))
		return false;
	if (saved && home.n)
		return visit_see_other(v,
			str_format(v->mem, "%" PRIstr "?done=saved#%" PRIstr, STR(home),
				STR(merged->kind->name)));
	if (saved)
		return visit_see_other(
			v, str_join(v->mem, url_of(v, merged, STR_EMPTY), S("?done=saved")));
	v->response->status = 409;
	return edit_send(v, merged, &none, NULL, err);
}

// Puts the digest of each file that came into the form, as if it had stood there, and makes a finding
// of each that is not kept.
static void uploads_fill(struct visit *v, const struct uploads *uploads, struct findings *findings)
{
	for (size_t i = 0; i < uploads->n; i++) {
		const struct upload *one = &uploads->p[i];
		if (!str_starts(one->field, S("upload.")))
			continue;
		struct str path = str_from(one->field, S("upload.").n);
		if (one->wrong.n)
			finding_add(v->mem, findings,
				(struct finding){.rule = path, .severity = SEVERITY_ERROR},
				"%" PRIstr, STR(one->wrong));
		else
			VEC_ADD(v->mem, &v->form, ((struct http_pair){path, one->file.digest}));
	}
}

// What must have a name and was given none is called as the file that came with it.
static void name_fill(struct visit *v, const struct kind *kind, const struct uploads *uploads)
{
	const unsigned name = PROPERTY_NAMES | PROPERTY_REQUIRED;
	for (size_t i = 0; uploads->n && i < kind->property_n; i++) {
		const struct property *p = &kind->property[i];
		if (p->type == PROPERTY_LINE && (p->flags & name) == name &&
			!(p->flags & PROPERTY_TRANSLATED) && !visit_field(v, p->name).n)
			VEC_ADD(v->mem, &v->form,
				((struct http_pair){p->name, uploads->p[0].file.name}));
	}
}

// The files first: *ret_ready is false while they are looked at, and nothing else is done then.
static bool uploads_take(struct visit *v, const struct kind *kind, struct findings *findings,
	bool *ret_ready, struct err *err)
{
	struct uploads uploads;
	if (!upload_take(v, &uploads, ret_ready, err))
		return false;
	if (!*ret_ready)
		return true;
	uploads_fill(v, &uploads, findings);
	name_fill(v, kind, &uploads);
	return true;
}

// The record as it becomes: what the form says, put together with what others changed meanwhile, and
// everything that is wrong with it.
static bool merged_make(struct visit *v, const struct record *now, struct record *ret_merged,
	struct conflict *conflict, struct findings *findings, struct err *err)
{
	struct record_reach reach = desk_record_reach(v, now->kind);
	struct record *base;
	if (!base_load(v, now, &base, err))
		return false;
	struct record mine = record_form_read(v->mem, base ? base : now, &v->form, &reach);
	struct record merged = base ? record_merge(v->mem, base, &mine, now, &conflict->both)
				    : mine;
	conflict->base = base;
	merged.id = now->id;
	merged.version = now->version;
	merged.state = now->state;
	record_check(v->mem, &merged, findings);
	*ret_merged = merged;
	return check_against(v->mem, v->db, now, &merged, findings, err);
}

bool desk_edit_save(struct visit *v, struct err *err)
{
	const struct kind *kind = desk_record_kind(v);
	struct record *now, merged;
	struct findings findings = {0};
	struct conflict conflict = {0};
	bool is_ready, may = false;
	if (!edited_load(v, kind, &now, err) || (now && !desk_aside_may_write(v, now, &may, err)))
		return false;
	if (!may)
		return visit_not_found(v, err);
	if (!uploads_take(v, kind, &findings, &is_ready, err))
		return false;
	if (!is_ready)
		return true;
	if (!merged_make(v, now, &merged, &conflict, &findings, err))
		return false;
	// What was kept over the end of a session is looked at before it is sent.
	if (visit_field(v, S("look")).n && !conflict.both.n)
		return edit_send(v, &merged, &findings, NULL, err);
	if (conflict.both.n || findings.n) {
		v->response->status = conflict.both.n ? 409 : 422;
		return edit_send(v, &merged, &findings, &conflict, err);
	}
	if (merged.id && record_compare(v->mem, now, &merged).n == 0)
		return visit_see_other(v, url_of(v, &merged, STR_EMPTY));
	return edit_write(v, &merged, err);
}
