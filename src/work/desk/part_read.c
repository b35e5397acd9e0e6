// SPDX-License-Identifier: EUPL-1.2
// part_read — what a dossier says, as records of the desk with the fact behind every value.

#include "work/desk/part_read.h"

#include "model/kind_list.h"
#include "store/merge.h"
#include "store/record.h"
#include "work/dossier_entry.h"

// Which claim stands behind a unit of the record.
struct citation {
	struct str path, record;
	int64_t number;
	struct str field;
};

// One reading under way.
struct reading {
	struct arena *mem;
	struct db *db;
	const struct dossier *dossier;
	const struct adopt_by *by;
	struct parts_read parts;
	VEC(struct citation) cited; // of the record under way
};

static void cite(
	struct reading *r, struct str path, struct str record, size_t number, struct str field)
{
	VEC_ADD(r->mem, &r->cited, ((struct citation){path, record, (int64_t)number, field}));
}

static void put(const struct reading *r, struct record *record, struct str path, struct str text)
{
	(void)record_set(r->mem, record, path, text);
}

static struct str row_path(const struct reading *r, const char *rows, size_t row)
{
	return str_format(r->mem, "%s.%zu", rows, row);
}

static void put_row(const struct reading *r, struct record *record, const char *rows, size_t row,
	const char *name, struct str text)
{
	put(r, record, str_format(r->mem, "%s.%zu.%s", rows, row, name), text);
}

// The value in the language of the page; answers its path.
static struct str put_text(
	const struct reading *r, struct record *record, const char *name, struct str text)
{
	struct str path = str_format(r->mem, "%s.%" PRIstr, name, STR(r->by->lang));
	put(r, record, path, text);
	return path;
}

// ---- facts

static const struct claim *claim_behind(const struct reading *r, struct str path)
{
	const struct claim *claim = NULL;
	for (size_t i = 0; i < r->cited.n && !claim; i++)
		if (str_eq(r->cited.p[i].path, path))
			claim = dossier_claim(r->dossier, r->cited.p[i].record,
				r->cited.p[i].number, r->cited.p[i].field);
	return claim;
}

static void fact_add(
	const struct reading *r, struct part_read *part, struct str path, struct str text)
{
	const struct claim *claim = claim_behind(r, path);
	struct fact fact = {.source_id = r->dossier->action.source_id, .path = path, .text = text};
	if (claim) {
		fact.claim_record = claim->record;
		fact.claim_number = claim->number;
		fact.claim_field = claim->field;
		fact.span_offset = claim->span_offset;
		fact.span_length = claim->span_length;
		fact.certainty = claim->certainty;
		fact.rule = claim->rule;
	}
	VEC_ADD(r->mem, &part->facts, fact);
}

// The record is read: every unit of it becomes a fact, and it itself when it is a part of another.
static void part_add(struct reading *r, struct record record, struct str part, size_t number)
{
	struct part_read *read = VEC_NEW(r->mem, &r->parts);
	struct units units = fact_units(r->mem, &record);
	*read = (struct part_read){.record = record, .part = part, .number = (int64_t)number};
	if (kind_owner(record.kind))
		fact_add(r, read, STR_EMPTY, record.kind->state[record.state].name);
	for (size_t i = 0; i < units.n; i++)
		fact_add(r, read, units.p[i].path, units.p[i].text);
	r->cited.n = 0;
}

// ---- the action

// The organisation of that name, or the one that it was merged into; made when nobody has named it
// before.
static bool organisation_of(
	const struct reading *r, struct str name, int64_t *ret_id, struct err *err)
{
	struct record record = record_new(&kind_organisation);
	struct record_edit edit = {.record = &record,
		.account_id = r->by->account_id,
		.at = r->by->at,
		.what = S("import"),
		.why = STR_EMPTY};
	bool saved;
	if (!record_find(r->mem, r->db, &kind_organisation, S("name"), name, ret_id, err))
		return false;
	if (*ret_id)
		return merge_final(r->db, *ret_id, ret_id, err);
	(void)put_text(r, &record, "name", name);
	if (!record_save(r->mem, r->db, &edit, &saved, err))
		return false;
	*ret_id = record.id;
	return true;
}

static bool bodies_put(struct reading *r, struct record *record, struct err *err)
{
	const struct dossier *d = r->dossier;
	for (size_t i = 0; i < d->organisations.n; i++) {
		const struct organisation_role *body = &d->organisations.p[i];
		bool is_requester = str_eq(body->role, S("requester"));
		int64_t id;
		if (!organisation_of(r, body->name, &id, err))
			return false;
		put_row(r, record, "bodies", i + 1, "organisation", str_of_int(r->mem, id));
		put_row(r, record, "bodies", i + 1, "role",
			is_requester ? S("requester") : S("technical-partner"));
		if (is_requester)
			cite(r, row_path(r, "bodies", i + 1), S("action"), 0, S("requester"));
		else
			cite(r, row_path(r, "bodies", i + 1), S("partner"), i + 1, S("name"));
	}
	return true;
}

// The country of the heading has no claim of its own: the place tells it.
static void country_cite(struct reading *r, size_t i)
{
	const struct dossier *d = r->dossier;
	bool has_own = d->action.iso2.n > 0;
	if (has_own && i == 0)
		cite(r, row_path(r, "countries", 1), S("action"), 0, S("place"));
	else
		cite(r, row_path(r, "countries", i + 1), S("country"), i + 1 - has_own, S("iso2"));
}

static void lists_put(struct reading *r, struct record *record)
{
	const struct dossier *d = r->dossier;
	for (size_t i = 0; i < d->themes.n; i++) {
		struct str path = row_path(r, "themes", i + 1);
		put(r, record, path, d->themes.p[i].slug);
		cite(r, path, S("theme"), i + 1, S("slug"));
	}
	for (size_t i = 0; i < d->countries.n; i++) {
		put_row(r, record, "countries", i + 1, "country", d->countries.p[i].iso2);
		put_row(r, record, "countries", i + 1, "role", d->countries.p[i].role);
		country_cite(r, i);
	}
	for (size_t i = 0; i < d->experts.n; i++) {
		put_row(r, record, "experts", i + 1, "country", d->experts.p[i].iso2);
		put_row(r, record, "experts", i + 1, "kind", d->experts.p[i].kind);
		cite(r, row_path(r, "experts", i + 1), S("expert"), i + 1, S("quote"));
	}
}

// The state that the page tells: an action without an end runs on.
static int action_state(const struct action *action)
{
	bool is_over = date_is_known(action->period.end) && !action->period.open;
	return kind_state(&kind_action, is_over ? S("closed") : S("running"));
}

static void action_texts(struct reading *r, struct record *record)
{
	const struct action *action = &r->dossier->action;
	const struct {
		const char *name;
		struct str text;
	} texts[] = {{"title", action->title}, {"objective", action->objective},
		{"summary", action->summary}};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		cite(r, put_text(r, record, texts[i].name, texts[i].text), S("action"), 0,
			str_c(texts[i].name));
}

static bool action_read(struct reading *r, struct err *err)
{
	const struct action *action = &r->dossier->action;
	struct record record = record_new(&kind_action);
	struct str label = action_label(r->mem, action);
	put(r, &record, S("place"), action->place);
	cite(r, S("place"), S("action"), 0, S("place"));
	if (action->phase && label.n > action->place.n)
		put(r, &record, S("ordinal"), str_from(label, action->place.n + 1));
	cite(r, S("ordinal"), S("action"), 0, S("phase"));
	action_texts(r, &record);
	put(r, &record, S("period"), period_edtf(r->mem, action->period));
	// The worst of the two ends tells how sure the whole is.
	const struct claim *start = dossier_claim(r->dossier, S("action"), 0, S("start"));
	cite(r, S("period"), S("action"), 0,
		start && !str_eq(start->certainty, S("stated")) ? S("start") : S("end"));
	cite(r, S("period"), S("action"), 0, S("start"));
	lists_put(r, &record);
	if (!bodies_put(r, &record, err))
		return false;
	record.state = action_state(action);
	part_add(r, record, S("action"), 0);
	return true;
}

// ---- its parts

static void activities_read(struct reading *r)
{
	for (size_t i = 0; i < r->dossier->activities.n; i++) {
		const struct activity *activity = &r->dossier->activities.p[i];
		struct record record = record_new(&kind_activity);
		struct str part = S("activity");
		put(r, &record, S("type"), activity->type);
		cite(r, put_text(r, &record, "title", activity->quote), part, i + 1, S("quote"));
		put(r, &record, S("period"), period_edtf(r->mem, activity->period));
		if (activity->number > 1)
			put(r, &record, S("number"), str_of_int(r->mem, activity->number));
		put_row(r, &record, "legs", 1, "place", activity->place);
		put_row(r, &record, "legs", 1, "country", activity->iso2);
		record.state = kind_state(&kind_activity, activity->status);
		cite(r, STR_EMPTY, part, i + 1, S("quote"));
		cite(r, S("type"), part, i + 1, S("quote"));
		cite(r, S("number"), part, i + 1, S("quote"));
		cite(r, S("period"), part, i + 1, S("date"));
		cite(r, S("legs.1"), part, i + 1, S("place"));
		part_add(r, record, part, i + 1);
	}
}

// The event that a stage of an output comes from; empty for those that are no event.
static struct str event_of(struct str status)
{
	return str_eq(status, S("delivered"))                  ? S("handed-over")
		: code_index(&code_output_events, status) >= 0 ? status
							       : STR_EMPTY;
}

static void outputs_read(struct reading *r)
{
	for (size_t i = 0; i < r->dossier->outputs.n; i++) {
		const struct output *output = &r->dossier->outputs.p[i];
		struct record record = record_new(&kind_output);
		struct str event = event_of(output->status), part = S("output");
		put(r, &record, S("type"), output->type);
		cite(r, put_text(r, &record, "name", output->name), part, i + 1, S("name"));
		put_row(r, &record, "events", 1, "stage", event);
		if (event.n)
			put_row(r, &record, "events", 1, "date",
				date_iso(r->mem, output->status_date));
		record.state = kind_state(&kind_output, output->status);
		cite(r, STR_EMPTY, part, i + 1, S("name"));
		cite(r, S("type"), part, i + 1, S("name"));
		cite(r, S("events.1"), part, i + 1, S("name"));
		part_add(r, record, part, i + 1);
	}
}

bool parts_read(struct arena *mem, struct db *db, const struct dossier *dossier,
	const struct adopt_by *by, struct parts_read *ret_parts, struct err *err)
{
	struct reading reading = {.mem = mem, .db = db, .dossier = dossier, .by = by};
	if (!action_read(&reading, err))
		return false;
	activities_read(&reading);
	outputs_read(&reading);
	*ret_parts = reading.parts;
	return true;
}
