// SPDX-License-Identifier: EUPL-1.2
// api_json — a record as JSON: a walk over the description of its kind.
#include "base/clock.h"
#include "store/record_public.h"
#include "web/api.h"

enum { DAY_S = 24 * 60 * 60 };

bool api_is_desk(const struct visit *v)
{
	return right_ask(&v->desk.holder, RIGHT_READ) == RIGHT_GRANTED;
}

struct record_reach api_reach(const struct visit *v, const struct kind *kind)
{
	if (api_is_desk(v))
		return desk_record_reach(v, kind);
	return (struct record_reach){.classes = 1U << FIELD_PUBLIC};
}

struct str api_url(struct arena *mem, const struct kind *kind, int64_t id)
{
	return str_format(mem, API_ROOT "%" PRIstr "/%lld", STR(kind->address), (long long)id);
}

// The record that an address or a link names, as this caller may have it.
static bool load_number(struct visit *v, const struct kind *kind, struct str number,
	struct record **ret_record, struct err *err)
{
	struct record *record = NULL;
	int64_t id;
	bool is_desk = api_is_desk(v);

	if (kind && str_int(number, &id) &&
		!(is_desk ? record_load(v->mem, v->db, id, &record, err)
			  : record_public_load(v->mem, v->db, id, v->now, &record, err)))
		return false;
	*ret_record = record && record->kind == kind ? record : NULL;
	return true;
}

// With ?at=DATE as it stood at the end of that day, which only the desk is told.
bool api_load(struct visit *v, struct record **ret_record, struct err *err)
{
	struct str at = visit_param(v, S("at"));
	struct date day;

	if (!load_number(v, kind_at(v->arg[0]), v->arg[1], ret_record, err))
		return false;
	if (!at.n || !*ret_record)
		return true;
	if (!api_is_desk(v) || !date_parse(at, &day) || !day.year) {
		*ret_record = NULL;
		return true;
	}
	return record_load_at(v->mem, v->db, (*ret_record)->id,
		((int64_t)date_last_day(day) + 1) * DAY_S - 1, ret_record, err);
}

// ---- values

struct writing {
	struct visit *v;
	struct json *json;
	const struct record *record;
	const struct record_reach *reach;
};

// The record that a link names. *ret_shown is false when the caller may not know of it: then there
// is no such value for him.
static bool find_link(const struct writing *w, const struct property *p, struct str text,
	struct record **ret_record, bool *ret_shown, struct err *err)
{
	*ret_record = NULL;
	if (p->type == PROPERTY_LINK &&
		!load_number(w->v, kind_named(p->target), text, ret_record, err))
		return false;
	*ret_shown = p->type != PROPERTY_LINK || *ret_record;
	return true;
}

static void write_scalar(const struct writing *w, const struct property *p, struct str text,
	const struct record *linked)
{
	struct json *json = w->json;
	int64_t number;

	if (linked) {
		json_begin_object(json);
		json_key_int(json, S("id"), linked->id);
		json_key_text(json, S("name"), desk_record_name(w->v, linked));
		json_key_text(json, S("url"), api_url(w->v->mem, linked->kind, linked->id));
		json_end_object(json);
	} else if (p->type == PROPERTY_NUMBER && str_int(text, &number)) {
		json_int(json, number);
	} else {
		json_text(json, text);
	}
}

// What stands behind the name of a value under `path`: "en", "2".
static bool is_behind(struct str path, struct str name, struct str *ret_tail)
{
	if (path.n <= name.n + 1 || !str_starts(path, name) || path.p[name.n] != '.')
		return false;
	*ret_tail = str_from(path, name.n + 1);
	return true;
}

// Several values as an array, a translated one as an object with its languages.
static bool write_several(
	const struct writing *w, const struct property *p, struct str name, struct err *err)
{
	bool is_many = p->flags & PROPERTY_MANY;
	struct str tail;

	if (is_many)
		json_begin_array(w->json);
	else
		json_begin_object(w->json);
	for (size_t i = 0; i < w->record->n; i++) {
		const struct value *value = &w->record->p[i];
		struct record *linked;
		bool is_shown;
		if (!is_behind(value->path, name, &tail))
			continue;
		if (!find_link(w, p, value->text, &linked, &is_shown, err))
			return false;
		if (!is_shown)
			continue;
		if (!is_many)
			json_key(w->json, tail);
		write_scalar(w, p, value->text, linked);
	}
	if (is_many)
		json_end_array(w->json);
	else
		json_end_object(w->json);
	return true;
}

static bool has_several(const struct record *record, struct str name)
{
	struct str tail;

	for (size_t i = 0; i < record->n; i++)
		if (is_behind(record->p[i].path, name, &tail))
			return true;
	return false;
}

// The property under its path, when there is something to say.
static bool write_value(
	const struct writing *w, const struct property *p, struct str path, struct err *err)
{
	struct str text = record_get(w->record, path);
	struct record *linked;
	bool is_shown;

	if (p->type == PROPERTY_FLAG) {
		json_key_bool(w->json, p->name, text.n > 0);
		return true;
	}
	if (p->flags & (PROPERTY_MANY | PROPERTY_TRANSLATED)) {
		if (!has_several(w->record, path))
			return true;
		json_key(w->json, p->name);
		return write_several(w, p, path, err);
	}
	if (!text.n)
		return true;
	if (!find_link(w, p, text, &linked, &is_shown, err))
		return false;
	if (is_shown) {
		json_key(w->json, p->name);
		write_scalar(w, p, text, linked);
	}
	return true;
}

static bool write_rows(const struct writing *w, const struct property *rows, struct err *err)
{
	struct arena *mem = w->v->mem;
	size_t n = record_count(w->record, rows->name);

	if (!n)
		return true;
	json_key(w->json, rows->name);
	json_begin_array(w->json);
	for (size_t row = 1; row <= n; row++) {
		json_begin_object(w->json);
		for (size_t i = 0; i < rows->part_n; i++) {
			const struct property *part = &rows->part[i];
			struct str path = str_format(mem, "%" PRIstr ".%zu.%" PRIstr,
				STR(rows->name), row, STR(part->name));
			if (record_reach_sees(w->reach, part) && !write_value(w, part, path, err))
				return false;
		}
		json_end_object(w->json);
	}
	json_end_array(w->json);
	return true;
}

// ---- the record itself

static void write_instant(struct json *json, struct visit *v, struct str name, int64_t at)
{
	if (at)
		json_key_text(json, name, clock_rfc3339(v->mem, at));
}

// The moves that this caller can make now.
static void write_moves(struct visit *v, struct json *json, const struct record *record)
{
	const struct kind *kind = record->kind;

	json_key(json, S("moves"));
	json_begin_array(json);
	for (size_t i = 0; i < kind->move_n && !record->deleted_at; i++)
		if (kind->move[i].from & STATE_BIT(record->state) &&
			right_ask(&v->desk.holder, (enum right)kind->move[i].right) ==
				RIGHT_GRANTED)
			json_text(json, kind->move[i].name);
	json_end_array(json);
}

static void write_head(struct visit *v, struct json *json, const struct record *record)
{
	json_key(json, S("record"));
	json_begin_object(json);
	json_key_int(json, S("id"), record->id);
	json_key_text(json, S("kind"), record->kind->name);
	json_key_text(json, S("name"), desk_record_name(v, record));
	json_key_text(json, S("url"), api_url(v->mem, record->kind, record->id));
	json_key_text(json, S("state"), record->kind->state[record->state].name);
	json_key_int(json, S("version"), record->version);
	write_instant(json, v, S("changed"), record->changed_at);
	if (api_is_desk(v)) {
		write_instant(json, v, S("created"), record->created_at);
		write_instant(json, v, S("deleted"), record->deleted_at);
		json_key_int_or_null(json, S("public_version"), record->public_version);
		write_moves(v, json, record);
	}
	json_end_object(json);
}

bool api_write(struct visit *v, struct json *json, const struct record *record, struct err *err)
{
	struct record_reach reach = api_reach(v, record->kind);
	struct writing w = {v, json, record, &reach};

	json_begin_object(json);
	write_head(v, json, record);
	for (size_t i = 0; i < record->kind->property_n; i++) {
		const struct property *p = &record->kind->property[i];
		if (!record_reach_sees(&reach, p))
			continue;
		if (p->type == PROPERTY_ROWS ? !write_rows(&w, p, err)
					     : !write_value(&w, p, p->name, err))
			return false;
	}
	json_end_object(json);
	return true;
}

bool api_show(struct visit *v, const struct record *record, struct err *err)
{
	struct json json = json_new(&v->out);

	return api_write(v, &json, record, err) && api_send(v, record, err);
}
