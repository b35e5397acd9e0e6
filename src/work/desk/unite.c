// SPDX-License-Identifier: EUPL-1.2
// unite — makes two records one, and two again.

#include "work/desk/unite.h"

#include "model/fact.h"
#include "store/fact.h"
#include "store/merge.h"
#include "store/portfolio.h"
#include "store/record.h"
#include "store/record_origin.h"

struct uniting {
	struct arena *mem;
	struct db *db;
	const struct unite_by *by;
	const struct kind *kind; // of both
	int64_t from_id, into_id, merge_id;
};

static struct record *copy_of(struct arena *mem, const struct record *record)
{
	struct record *copy = NEW(mem, struct record);
	*copy = *record;
	copy->p = NEW_ARRAY(mem, struct value, record->n);
	copy->room = record->n;
	for (size_t i = 0; i < record->n; i++)
		copy->p[i] = record->p[i];
	return copy;
}

// ---- what the one that stays becomes

static bool is_listed(const struct property *p)
{
	return p->type == PROPERTY_ROWS || p->flags & PROPERTY_MANY;
}

static void take(struct arena *mem, struct record *record, const struct record *from,
	const struct property *p, bool is_joined)
{
	struct units mine = fact_units(mem, record), theirs = fact_units(mem, from);
	for (size_t i = 0; !is_joined && i < mine.n; i++)
		if (fact_property(record->kind, mine.p[i].path) == p)
			fact_put(mem, record, mine.p[i].path, mine.p[i].text, STR_EMPTY);
	for (size_t i = 0; i < theirs.n; i++)
		if (fact_property(record->kind, theirs.p[i].path) == p)
			fact_put(mem, record, theirs.p[i].path, STR_EMPTY, theirs.p[i].text);
}

// The names of the one that goes, where the kind keeps other names.
static void aliases_add(struct arena *mem, struct record *record, const struct record *goes)
{
	const struct property *rows = NULL;
	for (size_t i = 0; i < record->kind->property_n; i++)
		if (record->kind->property[i].flags & PROPERTY_ALIASES)
			rows = &record->kind->property[i];
	for (size_t i = 0; rows && i < goes->n; i++) {
		struct place_of_value place;
		struct str row = str_format(mem, "%" PRIstr ".%zu.%" PRIstr, STR(rows->name),
			record_count(record, rows->name) + 1, STR(rows->part[0].name));
		if (!kind_path(goes->kind, goes->p[i].path, &place) || place.rows ||
			!(place.property->flags & PROPERTY_NAMES) ||
			str_eq(record_get(record, goes->p[i].path), goes->p[i].text))
			continue;
		(void)record_set(mem, record, row, goes->p[i].text);
	}
}

struct record unite_record(struct arena *mem, const struct record *stays, const struct record *goes,
	enum unite_pick (*pick)(void *context, const struct property *p), void *context)
{
	struct record *record = copy_of(mem, stays);
	for (size_t i = 0; i < stays->kind->property_n; i++) {
		const struct property *p = &stays->kind->property[i];
		enum unite_pick chosen = pick(context, p);
		if (chosen == UNITE_TAKE || (chosen == UNITE_BOTH && is_listed(p)))
			take(mem, record, goes, p, chosen == UNITE_BOTH);
	}
	aliases_add(mem, record, goes);
	record_close_gaps(mem, record);
	return *record;
}

// ---- links

// Every link to the one that goes leads to the one that stays; a row that is there twice then goes.
static void links_lead(struct arena *mem, struct record *record, struct str from, struct str into,
	const struct kind *target)
{
	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		if (kind_path(record->kind, record->p[i].path, &place) &&
			place.property->type == PROPERTY_LINK &&
			str_eq(place.property->target, target->name) &&
			str_eq(record->p[i].text, from))
			record->p[i].text = into;
	}
	struct units units = fact_units(mem, record);
	for (size_t i = units.n; i-- > 0;)
		for (size_t k = 0; k < i; k++)
			if (str_eq(units.p[i].text, units.p[k].text) &&
				fact_property(record->kind, units.p[i].path) ==
					fact_property(record->kind, units.p[k].path) &&
				is_listed(fact_property(record->kind, units.p[i].path))) {
				fact_put(mem, record, units.p[i].path, units.p[i].text, STR_EMPTY);
				break;
			}
}

// The unit's text with its links led on.
static struct str unit_led(
	struct uniting *u, const struct kind *kind, struct str path, struct str text, bool is_back)
{
	struct record alone = record_new(kind);
	struct str from = str_of_int(u->mem, is_back ? u->into_id : u->from_id);
	struct str into = str_of_int(u->mem, is_back ? u->from_id : u->into_id);
	fact_put(u->mem, &alone, path, STR_EMPTY, text);
	links_lead(u->mem, &alone, from, into, u->kind);
	struct units led = fact_units(u->mem, &alone);
	return led.n ? led.p[0].text : text;
}

// A fact whose link was led elsewhere knows what it became, without being decided by that.
static bool facts_lead(
	struct uniting *u, const struct record *record, bool is_back, struct err *err)
{
	struct facts facts;
	if (!fact_list(u->mem, u->db, record->id, &facts, err))
		return false;
	for (size_t i = 0; i < facts.n; i++) {
		struct fact *fact = &facts.p[i];
		struct str was = fact->chosen.n ? fact->chosen : fact->text;
		if (!fact_property(record->kind, fact->path))
			continue;
		struct str led = unit_led(u, record->kind, fact->path, was, is_back);
		if (str_eq(led, was) || !fact_now(u->mem, record, fact->path, led).n)
			continue;
		fact->chosen = str_eq(led, fact->text) ? STR_EMPTY : led;
		if (!fact_decide(u->mem, u->db, fact, err))
			return false;
	}
	return true;
}

static bool version_save(struct uniting *u, struct record *record, struct str what, struct str why,
	bool *ret_saved, struct err *err)
{
	struct record_edit edit = {.record = record,
		.account_id = u->by->account_id,
		.at = u->by->at,
		.what = what,
		.why = why};
	return record_save(u->mem, u->db, &edit, ret_saved, err);
}

// A step of the merge, which undoing it takes back.
static bool step_save(struct uniting *u, struct record *record, bool *ret_saved, struct err *err)
{
	struct merge_step step = {.record_id = record->id,
		.before_version = record->version,
		.was_public = record->public_version == record->version};
	struct str why = str_format(
		u->mem, "%lld → %lld", (long long)u->from_id, (long long)u->into_id);
	if (!version_save(u, record, S("merge"), why, ret_saved, err))
		return false;
	step.after_version = record->version;
	return !*ret_saved || merge_step_save(u->db, u->merge_id, &step, err);
}

static bool linking_lead(struct uniting *u, int64_t id, struct err *err)
{
	struct record *before;
	bool saved;
	if (!record_load(u->mem, u->db, id, &before, err))
		return false;
	struct record *after = copy_of(u->mem, before);
	links_lead(u->mem, after, str_of_int(u->mem, u->from_id), str_of_int(u->mem, u->into_id),
		u->kind);
	return record_compare(u->mem, before, after).n == 0 ||
		(step_save(u, after, &saved, err) && facts_lead(u, after, false, err));
}

// All records that link to the one that goes by this property.
static bool property_lead(struct uniting *u, const struct kind *kind, const struct property *rows,
	const struct property *p, struct err *err)
{
	struct record_numbers ids;
	struct str name = p->name;
	if (p->type != PROPERTY_LINK || !str_eq(p->target, u->kind->name))
		return true;
	if (rows)
		name = str_format(u->mem, "%" PRIstr ".%" PRIstr, STR(rows->name), STR(name));
	if (!record_linking(u->mem, u->db, kind, name, u->from_id, &ids, err))
		return false;
	for (size_t i = 0; i < ids.n; i++)
		if (ids.p[i] != u->from_id && !linking_lead(u, ids.p[i], err))
			return false;
	return true;
}

static bool all_lead(struct uniting *u, struct err *err)
{
	for (size_t i = 0; i < KIND_N; i++)
		for (size_t k = 0; k < kind_list[i]->property_n; k++) {
			const struct property *p = &kind_list[i]->property[k];
			if (!property_lead(u, kind_list[i], NULL, p, err))
				return false;
			for (size_t j = 0; j < p->part_n; j++)
				if (!property_lead(u, kind_list[i], p, &p->part[j], err))
					return false;
		}
	return true;
}

// ---- the portal

// The address of the action that goes leads to the one that stays.
static bool portal_lead(struct uniting *u, bool is_back, struct err *err)
{
	struct record_origin from, into;
	if (!record_origin_load(u->mem, u->db, u->from_id, &from, err) ||
		!record_origin_load(u->mem, u->db, u->into_id, &into, err))
		return false;
	if (from.record_id && !kind_owner(u->kind)) {
		int64_t to = into.record_id ? into.action_id : from.action_id;
		if (is_back ? !merge_show_action(u->db, from.action_id, err)
			    : !merge_hide_action(u->db, from.action_id, to, err))
			return false;
	}
	return portfolio_version_move(u->db, u->by->at, err);
}

// ---- both ways

bool unite(struct arena *mem, struct db *db, struct record *record, const struct record *goes,
	const struct unite_by *by, bool *ret_saved, struct err *err)
{
	struct uniting u = {.mem = mem,
		.db = db,
		.by = by,
		.kind = record->kind,
		.from_id = goes->id,
		.into_id = record->id};
	struct merge merge = {.from_id = goes->id,
		.into_id = record->id,
		.account_id = by->account_id,
		.at = by->at};
	struct record *gone = copy_of(mem, goes);
	gone->deleted_at = by->at;
	if (!merge_save(db, &merge, err))
		return false;
	u.merge_id = merge.id;
	if (!step_save(&u, record, ret_saved, err) ||
		(*ret_saved && !step_save(&u, gone, ret_saved, err)))
		return false;
	return !*ret_saved ||
		(all_lead(&u, err) && fact_move(db, goes->id, record->id, err) &&
			portal_lead(&u, false, err));
}

// The record as it was before the merge; what was changed since stays changed.
static bool step_undo(struct uniting *u, const struct merge_step *step, struct err *err)
{
	struct record *now, *before, *after;
	struct changes both;
	bool saved;
	if (!record_load(u->mem, u->db, step->record_id, &now, err) ||
		!record_load_version(
			u->mem, u->db, step->record_id, step->before_version, &before, err) ||
		!record_load_version(
			u->mem, u->db, step->record_id, step->after_version, &after, err))
		return false;
	bool is_same = now->version == step->after_version;
	struct record merged = is_same ? *before : record_merge(u->mem, after, before, now, &both);
	merged.id = now->id;
	merged.version = now->version;
	merged.state = is_same || now->state == after->state ? before->state : now->state;
	merged.deleted_at = now->id == u->from_id ? 0 : now->deleted_at;
	return version_save(u, &merged, S("unmerge"), STR_EMPTY, &saved, err) &&
		(!is_same || !step->was_public ||
			record_make_public(u->db, &merged, u->by->at, err)) &&
		(now->id == u->from_id || now->id == u->into_id ||
			facts_lead(u, &merged, true, err));
}

bool unite_undo(struct arena *mem, struct db *db, int64_t merge_id, const struct unite_by *by,
	bool *ret_done, struct err *err)
{
	struct merge merge, later;
	struct merge_steps steps;
	struct record *stays;
	*ret_done = false;
	if (!merge_load(mem, db, merge_id, &merge, err))
		return false;
	if (!merge.id || merge.undone_at)
		return true;
	if (!merge_load_of(mem, db, merge.into_id, &later, err) ||
		!record_load(mem, db, merge.into_id, &stays, err))
		return false;
	if (later.id)
		return true;
	struct uniting u = {.mem = mem,
		.db = db,
		.by = by,
		.kind = stays->kind,
		.from_id = merge.from_id,
		.into_id = merge.into_id};
	if (!merge_steps(mem, db, merge_id, &steps, err))
		return false;
	for (size_t i = 0; i < steps.n; i++)
		if (!step_undo(&u, &steps.p[i], err))
			return false;
	*ret_done = true;
	return fact_move_back(db, merge.from_id, merge.into_id, err) &&
		merge_undone(db, merge_id, by->at, err) && portal_lead(&u, true, err);
}
