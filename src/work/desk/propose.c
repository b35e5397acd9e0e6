// SPDX-License-Identifier: EUPL-1.2
// propose — what a page tells otherwise than before, of records that the desk has changed or reviewed.

#include "work/desk/propose.h"

#include "store/fact.h"
#include "store/merge.h"
#include "store/record.h"
#include "store/record_origin.h"

// A record of an earlier reading, with what that reading told.
struct old_part {
	struct record_origin origin;
	struct record *record; // that it is now: itself, or what it was merged into
	struct facts facts;
	struct units told;
	bool is_taken;
};

struct proposing {
	struct arena *mem;
	struct db *db;
	const struct dossier *dossier;
	const struct adopt_by *by;
	VEC(struct old_part) old;
	int64_t owner_id;
	int64_t n;
};

// ---- finding parts again

static bool says(const struct units *units, const struct property *property, const struct value *v)
{
	bool is_listed = property->type == PROPERTY_ROWS || property->flags & PROPERTY_MANY;
	for (size_t i = 0; i < units->n; i++)
		if (str_eq(units->p[i].text, v->text) &&
			(str_eq(units->p[i].path, v->path) ||
				(is_listed &&
					str_starts(units->p[i].path,
						str_sub(v->path, 0, property->name.n + 1)))))
			return true;
	return false;
}

// How many units both have, those that name the record thrice; *ret_of how many there could be.
static size_t likeness(const struct old_part *old, const struct part_read *part, size_t *ret_of)
{
	size_t same = 0, of = 0;
	for (size_t i = 0; i < part->facts.n; i++) {
		const struct fact *fact = &part->facts.p[i];
		const struct property *p = fact_property(part->record.kind, fact->path);
		struct value v = {fact->path, fact->text};
		size_t weight = !p ? 0 : p->flags & PROPERTY_NAMES ? 3 : 1;
		of += weight;
		same += p && says(&old->told, p, &v) ? weight : 0;
	}
	*ret_of = of;
	return same;
}

// The part of an earlier reading that this one is: the likest, when half of it is the same; the
// action is itself in any case.
static struct old_part *old_of(struct proposing *p, const struct part_read *part)
{
	struct old_part *best = NULL;
	size_t most = 0, of;
	for (size_t i = 0; i < p->old.n; i++) {
		struct old_part *old = &p->old.p[i];
		if (old->is_taken || !str_eq(old->origin.part, part->part))
			continue;
		size_t same = likeness(old, part, &of);
		if (same <= most || (part->number && same * 2 < of))
			continue;
		most = same;
		best = old;
	}
	for (size_t i = 0; !best && !part->number && i < p->old.n; i++)
		if (str_eq(p->old.p[i].origin.part, part->part))
			best = &p->old.p[i];
	if (best)
		best->is_taken = true;
	return best;
}

// ---- what differs

static bool fact_add(struct proposing *p, struct fact fact, struct err *err)
{
	fact.source_id = p->dossier->action.source_id;
	fact.is_change = true;
	fact.state = S("open");
	p->n++;
	return fact_save(p->mem, p->db, &fact, err);
}

// An open proposal that this reading takes back; NULL when there is none.
static struct fact *waiting(struct old_part *old, struct str path, struct str text)
{
	for (size_t i = 0; i < old->facts.n; i++) {
		struct fact *fact = &old->facts.p[i];
		if (fact->is_change && fact_is_open(fact) && str_eq(fact->path, path) &&
			str_eq(fact->text, text))
			return fact;
	}
	return NULL;
}

// The page told `was` at the path and tells the fact now. What waited for review since the reading
// before is replaced by it, and forgotten when all is as it was in the beginning.
static bool differs(struct proposing *p, struct old_part *old, struct fact fact, struct str was,
	struct err *err)
{
	struct fact *before = waiting(old, fact.path, was);
	fact.was = was;
	fact.record_id = old->record->id;
	fact.read_id = old->origin.record_id;
	if (!before)
		return fact_add(p, fact, err);
	fact.was = before->was;
	before->state = S("superseded");
	return fact_decide(p->mem, p->db, before, err) &&
		(str_eq(fact.was, fact.text) || fact_add(p, fact, err));
}

static bool is_listed(const struct kind *kind, struct str path)
{
	const struct property *p = fact_property(kind, path);
	return p && (p->type == PROPERTY_ROWS || p->flags & PROPERTY_MANY);
}

static struct str text_at(const struct units *units, struct str path)
{
	for (size_t i = 0; i < units->n; i++)
		if (str_eq(units->p[i].path, path))
			return units->p[i].text;
	return STR_EMPTY;
}

// Whether the new reading still says this: at the same path, or as any of several.
static bool still_says(const struct part_read *part, const struct value *v, bool listed)
{
	const struct property *p = fact_property(part->record.kind, v->path);
	for (size_t i = 0; i < part->facts.n; i++) {
		const struct fact *fact = &part->facts.p[i];
		if (!listed && str_eq(fact->path, v->path))
			return true;
		if (listed && str_eq(fact->text, v->text) &&
			fact_property(part->record.kind, fact->path) == p)
			return true;
	}
	return false;
}

static bool part_compare(
	struct proposing *p, struct old_part *old, const struct part_read *part, struct err *err)
{
	const struct kind *kind = part->record.kind;
	for (size_t i = 0; i < part->facts.n; i++) {
		const struct fact *fact = &part->facts.p[i];
		const struct property *property = fact_property(kind, fact->path);
		struct value v = {fact->path, fact->text};
		bool listed = is_listed(kind, fact->path);
		if (!fact->path.n || (property && says(&old->told, property, &v)))
			continue;
		struct str was = listed ? STR_EMPTY : text_at(&old->told, fact->path);
		if (!differs(p, old, *fact, was, err))
			return false;
	}
	for (size_t i = 0; i < old->told.n; i++) {
		const struct value *v = &old->told.p[i];
		struct fact gone = {.path = v->path, .text = STR_EMPTY};
		if (v->path.n && !still_says(part, v, is_listed(kind, v->path)) &&
			!differs(p, old, gone, v->text, err))
			return false;
	}
	return true;
}

// ---- parts that are new, and parts that are gone

static bool save(const struct proposing *p, struct record *record, struct str what, struct err *err)
{
	struct record_edit edit = {.record = record,
		.account_id = p->by->account_id,
		.at = p->by->at,
		.what = what,
		.why = STR_EMPTY};
	bool saved;
	return record_save(p->mem, p->db, &edit, &saved, err);
}

static bool part_make(struct proposing *p, const struct part_read *part, struct err *err)
{
	struct record record = part->record;
	struct record_origin origin = {
		.action_id = p->dossier->action.id, .part = part->part, .number = 0};
	const struct property *owner = kind_owner(record.kind);
	if (owner)
		(void)record_set(p->mem, &record, owner->name, str_of_int(p->mem, p->owner_id));
	if (!save(p, &record, S("import"), err))
		return false;
	record.deleted_at = p->by->at;
	origin.record_id = record.id;
	if (!save(p, &record, S("import"), err) || !record_origin_save(p->db, &origin, err))
		return false;
	for (size_t i = 0; i < part->facts.n; i++) {
		struct fact fact = part->facts.p[i];
		fact.record_id = fact.read_id = record.id;
		if (!fact_add(p, fact, err))
			return false;
	}
	return true;
}

static bool part_gone(struct proposing *p, struct old_part *old, struct err *err)
{
	struct fact gone = {.path = STR_EMPTY, .text = STR_EMPTY};
	struct str was = text_at(&old->told, STR_EMPTY);
	return !was.n || old->record->deleted_at || differs(p, old, gone, was, err);
}

// ---- all of it

static bool old_load(struct proposing *p, struct err *err)
{
	struct record_origins origins;
	if (!record_origin_list(p->mem, p->db, p->dossier->action.id, &origins, err))
		return false;
	for (size_t i = 0; i < origins.n; i++) {
		struct old_part old = {.origin = origins.p[i]};
		int64_t id;
		if (!merge_final(p->db, old.origin.record_id, &id, err) ||
			!record_load(p->mem, p->db, id, &old.record, err) ||
			!fact_list_read(p->mem, p->db, old.origin.record_id, &old.facts, err))
			return false;
		if (!old.record || !old.facts.n)
			continue;
		old.told = fact_replay(p->mem, old.record->kind, &old.facts);
		if (!kind_owner(old.record->kind))
			p->owner_id = id;
		VEC_ADD(p->mem, &p->old, old);
	}
	return true;
}

bool propose_dossier(struct arena *mem, struct db *db, const struct dossier *dossier,
	const struct adopt_by *by, int64_t *ret_n, struct err *err)
{
	struct proposing p = {.mem = mem, .db = db, .dossier = dossier, .by = by};
	struct parts_read parts;
	if (!old_load(&p, err) || !parts_read(mem, db, dossier, by, &parts, err))
		return false;
	for (size_t i = 0; i < parts.n; i++) {
		struct old_part *old = old_of(&p, &parts.p[i]);
		if (old ? !part_compare(&p, old, &parts.p[i], err)
			: !part_make(&p, &parts.p[i], err))
			return false;
	}
	for (size_t i = 0; i < p.old.n; i++)
		if (!p.old.p[i].is_taken && !part_gone(&p, &p.old.p[i], err))
			return false;
	*ret_n = p.n;
	return true;
}
