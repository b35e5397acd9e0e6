// SPDX-License-Identifier: EUPL-1.2
// adopt — makes records of the desk from an action that was read from a page.

#include "work/desk/adopt.h"

#include "model/kind_list.h"
#include "store/dossier.h"
#include "store/record.h"
#include "store/record_origin.h"

// One adoption under way.
struct adoption {
	struct arena *mem;
	struct db *db;
	const struct dossier *dossier;
	const struct adopt_by *by;
	struct record_origins origins; // of an earlier reading
	int64_t action_record;
};

static void put(const struct adoption *a, struct record *record, struct str path, struct str text)
{
	(void)record_set(a->mem, record, path, text);
}

static void put_row(const struct adoption *a, struct record *record, const char *rows, size_t row,
	const char *name, struct str text)
{
	put(a, record, str_format(a->mem, "%s.%zu.%s", rows, row, name), text);
}

// The value in the language of the page.
static void put_text(
	const struct adoption *a, struct record *record, const char *name, struct str text)
{
	put(a, record, str_format(a->mem, "%s.%" PRIstr, name, STR(a->by->lang)), text);
}

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

static bool save_part(const struct adoption *a, struct record *record, struct str part,
	size_t number, struct err *err)
{
	struct record_origin origin = {
		.action_id = a->dossier->action.id, .part = part, .number = (int64_t)number};
	const struct record_origin *before = origin_of(a, part, origin.number);
	bool is_same = false;
	if ((before && !renew(a, record, before->record_id, &is_same, err)) ||
		(!is_same && !save(a, record, err)))
		return false;
	origin.record_id = record->id;
	if (!before && !record_origin_save(a->db, &origin, err))
		return false;
	return record->kind->state[record->state].is_public
		? record_make_public(a->db, record, a->by->at, err)
		: record_take_back(a->db, record->id, err);
}

// Parts beyond the last one that the page tells now.
static bool parts_drop(const struct adoption *a, struct str part, size_t n, struct err *err)
{
	for (size_t i = 0; i < a->origins.n; i++) {
		const struct record_origin *origin = &a->origins.p[i];
		struct record *record;
		if (!str_eq(origin->part, part) || origin->number <= (int64_t)n)
			continue;
		if (!record_load(a->mem, a->db, origin->record_id, &record, err))
			return false;
		if (!record || record->deleted_at)
			continue;
		record->deleted_at = a->by->at;
		if (!save(a, record, err) || !record_take_back(a->db, record->id, err))
			return false;
	}
	return true;
}

// The organisation of that name, made when nobody has named it before.
static bool organisation_of(
	const struct adoption *a, struct str name, int64_t *ret_id, struct err *err)
{
	struct record record = record_new(&kind_organisation);
	if (!record_find(a->mem, a->db, &kind_organisation, S("name"), name, ret_id, err))
		return false;
	if (*ret_id)
		return true;
	put_text(a, &record, "name", name);
	if (!save(a, &record, err))
		return false;
	*ret_id = record.id;
	return true;
}

static bool bodies_put(const struct adoption *a, struct record *record, struct err *err)
{
	const struct dossier *d = a->dossier;
	size_t row = 0;
	for (size_t i = 0; i < d->organisations.n; i++) {
		const struct organisation_role *body = &d->organisations.p[i];
		bool is_requester = str_eq(body->role, S("requester"));
		int64_t id;
		if (!organisation_of(a, body->name, &id, err))
			return false;
		row++;
		put_row(a, record, "bodies", row, "organisation", str_of_int(a->mem, id));
		put_row(a, record, "bodies", row, "role",
			is_requester ? S("requester") : S("technical-partner"));
	}
	return true;
}

static void lists_put(const struct adoption *a, struct record *record)
{
	const struct dossier *d = a->dossier;
	for (size_t i = 0; i < d->themes.n; i++)
		put(a, record, str_format(a->mem, "themes.%zu", i + 1), d->themes.p[i].slug);
	for (size_t i = 0; i < d->countries.n; i++) {
		put_row(a, record, "countries", i + 1, "country", d->countries.p[i].iso2);
		put_row(a, record, "countries", i + 1, "role", d->countries.p[i].role);
	}
	for (size_t i = 0; i < d->experts.n; i++) {
		put_row(a, record, "experts", i + 1, "country", d->experts.p[i].iso2);
		put_row(a, record, "experts", i + 1, "kind", d->experts.p[i].kind);
	}
}

// The state that the page tells: an action without an end runs on.
static int action_state(const struct action *action)
{
	bool is_over = date_is_known(action->period.end) && !action->period.open;
	return kind_state(&kind_action, is_over ? S("closed") : S("running"));
}

static bool action_adopt(struct adoption *a, struct err *err)
{
	const struct action *action = &a->dossier->action;
	struct record record = record_new(&kind_action);
	struct str label = action_label(a->mem, action);
	put(a, &record, S("place"), action->place);
	if (action->phase && label.n > action->place.n)
		put(a, &record, S("ordinal"), str_from(label, action->place.n + 1));
	put_text(a, &record, "title", action->title);
	put_text(a, &record, "objective", action->objective);
	put_text(a, &record, "summary", action->summary);
	put(a, &record, S("period"), period_edtf(a->mem, action->period));
	lists_put(a, &record);
	if (!bodies_put(a, &record, err))
		return false;
	record.state = action_state(action);
	if (!save_part(a, &record, S("action"), 0, err))
		return false;
	a->action_record = record.id;
	return true;
}

static bool activities_adopt(const struct adoption *a, struct err *err)
{
	for (size_t i = 0; i < a->dossier->activities.n; i++) {
		const struct activity *activity = &a->dossier->activities.p[i];
		struct record record = record_new(&kind_activity);
		put(a, &record, S("action"), str_of_int(a->mem, a->action_record));
		put(a, &record, S("type"), activity->type);
		put_text(a, &record, "title", activity->quote);
		put(a, &record, S("period"), period_edtf(a->mem, activity->period));
		if (activity->number > 1)
			put(a, &record, S("number"), str_of_int(a->mem, activity->number));
		put_row(a, &record, "legs", 1, "place", activity->place);
		put_row(a, &record, "legs", 1, "country", activity->iso2);
		record.state = kind_state(&kind_activity, activity->status);
		if (!save_part(a, &record, S("activity"), i + 1, err))
			return false;
	}
	return true;
}

// The event that a stage of an output comes from; empty for those that are no event.
static struct str event_of(struct str status)
{
	return str_eq(status, S("delivered"))                  ? S("handed-over")
		: code_index(&code_output_events, status) >= 0 ? status
							       : STR_EMPTY;
}

static bool outputs_adopt(const struct adoption *a, struct err *err)
{
	for (size_t i = 0; i < a->dossier->outputs.n; i++) {
		const struct output *output = &a->dossier->outputs.p[i];
		struct record record = record_new(&kind_output);
		struct str event = event_of(output->status);
		put(a, &record, S("action"), str_of_int(a->mem, a->action_record));
		put(a, &record, S("type"), output->type);
		put_text(a, &record, "name", output->name);
		put_row(a, &record, "events", 1, "stage", event);
		if (event.n)
			put_row(a, &record, "events", 1, "date",
				date_iso(a->mem, output->status_date));
		record.state = kind_state(&kind_output, output->status);
		if (!save_part(a, &record, S("output"), i + 1, err))
			return false;
	}
	return true;
}

bool adopt_dossier(struct arena *mem, struct db *db, const struct dossier *dossier,
	const struct adopt_by *by, int64_t *ret_id, struct err *err)
{
	struct adoption adoption = {.mem = mem, .db = db, .dossier = dossier, .by = by};
	if (!record_origin_list(mem, db, dossier->action.id, &adoption.origins, err) ||
		!action_adopt(&adoption, err) || !activities_adopt(&adoption, err) ||
		!outputs_adopt(&adoption, err) ||
		!parts_drop(&adoption, S("activity"), dossier->activities.n, err) ||
		!parts_drop(&adoption, S("output"), dossier->outputs.n, err) ||
		!dossier_link_bodies(db, err))
		return false;
	*ret_id = adoption.action_record;
	return true;
}

bool adopt_is_desks(
	struct arena *mem, struct db *db, int64_t action_id, bool *ret_is, struct err *err)
{
	struct record_origins origins;
	int64_t edits = 0;
	if (!record_origin_list(mem, db, action_id, &origins, err))
		return false;
	for (size_t i = 0; i < origins.n; i++)
		if (str_eq(origins.p[i].part, S("action")) &&
			!record_desk_edits(db, origins.p[i].record_id, &edits, err))
			return false;
	*ret_is = edits > 0;
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
		int64_t id;
		if (!record_origin_list(mem, db, ids.p[i], &origins, err))
			return false;
		if (origins.n)
			continue;
		if (!dossier_by_id(mem, db, ids.p[i], false, &dossier, err) ||
			(dossier && !adopt_dossier(mem, db, dossier, by, &id, err)))
			return false;
		n++;
	}
	*ret_n = n;
	return true;
}
