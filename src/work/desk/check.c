// SPDX-License-Identifier: EUPL-1.2
// check — what only the register can tell about a record.
#include "work/desk/check.h"

#include "store/record.h"
#include "store/record_file.h"

static void wrong(struct arena *mem, struct findings *findings, struct str path, struct str english)
{
	finding_add(mem, findings, (struct finding){.rule = path, .severity = SEVERITY_ERROR},
		"%" PRIstr, STR(english));
}

static bool link_check(struct arena *mem, struct db *db, const struct property *property,
	const struct change *change, struct findings *findings, struct err *err)
{
	struct record *linked = NULL;
	int64_t id;

	if (str_int(change->after, &id) && !record_load(mem, db, id, &linked, err))
		return false;
	// What is about a record is about one that stands for itself, of whatever kind.
	bool fits = linked && !linked->deleted_at &&
		(property->type == PROPERTY_RECORD ? !kind_about(linked->kind)
						   : str_eq(linked->kind->name, property->target));
	if (!fits)
		wrong(mem, findings, change->path,
			S(N_("There is no record of that number to link to.")));
	return true;
}

static bool unique_check(struct arena *mem, struct db *db, const struct record *record,
	const struct change *change, struct findings *findings, struct err *err)
{
	int64_t id;
	struct record *same = NULL;

	if (!record_find(mem, db, record->kind, change->path, change->after, &id, err) ||
		(id && id != record->id && !record_load(mem, db, id, &same, err)))
		return false;
	if (same && !same->deleted_at)
		wrong(mem, findings, change->path,
			S(N_("Another record has this already: it has to be its own.")));
	return true;
}

bool check_against(struct arena *mem, struct db *db, const struct record *before,
	const struct record *record, struct findings *findings, struct err *err)
{
	struct changes changes = record_compare(mem, before, record);

	for (size_t i = 0; i < changes.n; i++) {
		const struct change *c = &changes.p[i];
		struct place_of_value place;
		if (!c->after.n || !kind_path(record->kind, c->path, &place))
			continue;
		bool is_link = place.property->type == PROPERTY_LINK ||
			place.property->type == PROPERTY_RECORD;
		if (is_link && !link_check(mem, db, place.property, c, findings, err))
			return false;
		if (place.property->flags & PROPERTY_UNIQUE &&
			!unique_check(mem, db, record, c, findings, err))
			return false;
	}
	return record_file_check(mem, db, before, record, findings, err);
}

static bool may_step(
	const struct right_holder *holder, const struct kind *kind, struct str from, struct str to)
{
	int a = kind_state(kind, from), b = kind_state(kind, to);

	for (size_t i = 0; i < kind->move_n && a >= 0 && b >= 0; i++) {
		const struct move *m = &kind->move[i];
		bool is_it = (m->to == b && m->from & STATE_BIT(a)) ||
			(m->to == a && m->from & STATE_BIT(b));
		if (is_it && right_ask(holder, (enum right)m->right) != RIGHT_GRANTED)
			return false;
	}
	return true;
}

bool check_undo(struct arena *mem, struct db *db, const struct record *record, int64_t version,
	const struct right_holder *holder, bool *ret_may, struct err *err)
{
	struct record_versions history; // the newest first
	bool may = true;

	if (!record_history(mem, db, record->id, &history, err))
		return false;
	for (size_t i = 0; i + 1 < history.n && history.p[i].version > version; i++) {
		struct str after = history.p[i].state, before = history.p[i + 1].state;
		if (!str_eq(after, before) && !may_step(holder, record->kind, before, after))
			may = false;
	}
	*ret_may = may;
	return true;
}
