// SPDX-License-Identifier: EUPL-1.2
// adopt — makes records of the desk from an action that was read from a page.

#include "work/desk/adopt.h"

#include "store/dossier.h"
#include "store/fact.h"
#include "store/merge.h"
#include "store/record.h"
#include "store/record_origin.h"

// One adoption under way.
struct adoption {
	struct arena *mem;
	struct db *db;
	const struct dossier *dossier;
	const struct adopt_by *by;
	struct record_origins origins; // of an earlier reading
};

static bool save(const struct adoption *a, struct record *record, struct err *err)
{
	struct record_edit edit = {.record = record,
		.account_id = a->by->account_id,
		.at = a->by->at,
		.what = S("import"),
		.why = STR_EMPTY};
	bool saved;
	return record_save(a->mem, a->db, &edit, &saved, err);
}

static const struct record_origin *origin_of(
	const struct adoption *a, struct str part, int64_t number)
{
	for (size_t i = 0; i < a->origins.n; i++)
		if (a->origins.p[i].number == number && str_eq(a->origins.p[i].part, part))
			return &a->origins.p[i];
	return NULL;
}

// Takes the place of what an earlier reading made; *ret_same when it says the same.
static bool renew(const struct adoption *a, struct record *record, int64_t id, bool *ret_same,
	struct err *err)
{
	struct record *before;
	if (!record_load(a->mem, a->db, id, &before, err))
		return false;
	if (!before)
		return err_set(
			err, ERR_DB, "record %lld has an origin and is not there", (long long)id);
	record->id = id;
	record->version = before->version;
	*ret_same = before->state == record->state && !before->deleted_at &&
		record_compare(a->mem, before, record).n == 0;
	return true;
}

// The facts of this reading, in the place of those of an earlier one.
static bool facts_save(const struct adoption *a, const struct part_read *part, struct err *err)
{
	int64_t id = part->record.id;
	if (!fact_forget(a->db, id, err))
		return false;
	for (size_t i = 0; i < part->facts.n; i++) {
		struct fact fact = part->facts.p[i];
		fact.record_id = fact.read_id = id;
		fact.state = a->by->is_accepted ? S("accepted") : S("open");
		fact.decided_at = a->by->is_accepted ? a->by->at : 0;
		if (!fact_save(a->mem, a->db, &fact, err))
			return false;
	}
	return true;
}

static bool part_save(const struct adoption *a, struct part_read *part, struct err *err)
{
	struct record *record = &part->record;
	struct record_origin origin = {
		.action_id = a->dossier->action.id, .part = part->part, .number = part->number};
	const struct record_origin *before = origin_of(a, part->part, origin.number);
	bool is_same = false;
	if ((before && !renew(a, record, before->record_id, &is_same, err)) ||
		(!is_same && !save(a, record, err)))
		return false;
	origin.record_id = record->id;
	if ((!before && !record_origin_save(a->db, &origin, err)) || !facts_save(a, part, err))
		return false;
	return record->kind->state[record->state].is_public
		? record_make_public(a->db, record, a->by->at, err)
		: record_take_back(a->db, record->id, err);
}

static bool is_told(const struct parts_read *parts, const struct record_origin *origin)
{
	for (size_t i = 0; i < parts->n; i++)
		if (parts->p[i].number == origin->number && str_eq(parts->p[i].part, origin->part))
			return true;
	return false;
}

// Parts that the page tells no more.
static bool parts_drop(const struct adoption *a, const struct parts_read *parts, struct err *err)
{
	for (size_t i = 0; i < a->origins.n; i++) {
		struct record *record;
		if (is_told(parts, &a->origins.p[i]))
			continue;
		if (!record_load(a->mem, a->db, a->origins.p[i].record_id, &record, err))
			return false;
		if (!record || record->deleted_at)
			continue;
		record->deleted_at = a->by->at;
		if (!save(a, record, err) || !record_take_back(a->db, record->id, err) ||
			!fact_forget(a->db, record->id, err))
			return false;
	}
	return true;
}

bool adopt_dossier(struct arena *mem, struct db *db, const struct dossier *dossier,
	const struct adopt_by *by, int64_t *ret_id, struct err *err)
{
	struct adoption adoption = {.mem = mem, .db = db, .dossier = dossier, .by = by};
	struct parts_read parts;
	if (!record_origin_list(mem, db, dossier->action.id, &adoption.origins, err) ||
		!parts_read(mem, db, dossier, by, &parts, err) || !dossier_link_bodies(db, err))
		return false;
	for (size_t i = 0; i < parts.n; i++) {
		struct record *record = &parts.p[i].record;
		const struct property *owner = kind_owner(record->kind);
		if (owner)
			(void)record_set(
				mem, record, owner->name, str_of_int(mem, parts.p[0].record.id));
		if (!part_save(&adoption, &parts.p[i], err))
			return false;
	}
	*ret_id = parts.p[0].record.id;
	return parts_drop(&adoption, &parts, err);
}

bool adopt_is_desks(
	struct arena *mem, struct db *db, int64_t action_id, bool *ret_is, struct err *err)
{
	struct record_origins origins;
	int64_t edits = 0;
	bool is_desks = false;
	if (!record_origin_list(mem, db, action_id, &origins, err))
		return false;
	for (size_t i = 0; i < origins.n; i++) {
		struct fact_count count;
		int64_t id = origins.p[i].record_id, final;
		if (!str_eq(origins.p[i].part, S("action")))
			continue;
		if (!record_desk_edits(db, id, &edits, err) ||
			!fact_count(mem, db, id, &count, err) || !merge_final(db, id, &final, err))
			return false;
		is_desks = is_desks || edits > 0 || count.decided_n > 0 || final != id;
	}
	*ret_is = is_desks;
	return true;
}

bool adopt_accept(struct arena *mem, struct db *db, int64_t action_id, int64_t at, struct err *err)
{
	struct record_origins origins;
	if (!record_origin_list(mem, db, action_id, &origins, err))
		return false;
	for (size_t i = 0; i < origins.n; i++)
		if (!fact_accept_all(db, origins.p[i].record_id, at, err))
			return false;
	return true;
}

bool adopt_all(struct arena *mem, struct db *db, const struct adopt_by *by, int64_t *ret_n,
	struct err *err)
{
	struct action_ids ids;
	int64_t n = 0;
	if (!dossier_ids(mem, db, &ids, err))
		return false;
	for (size_t i = 0; i < ids.n; i++) {
		struct record_origins origins;
		struct dossier *dossier;
		struct adopt_by one = *by;
		int64_t id;
		if (!record_origin_list(mem, db, ids.p[i], &origins, err))
			return false;
		if (origins.n)
			continue;
		if (!dossier_by_id(mem, db, ids.p[i], true, &dossier, err))
			return false;
		if (!dossier)
			continue;
		one.is_accepted = str_eq(dossier->action.review, S("accepted"));
		if (!adopt_dossier(mem, db, dossier, &one, &id, err))
			return false;
		n++;
	}
	*ret_n = n;
	return true;
}
