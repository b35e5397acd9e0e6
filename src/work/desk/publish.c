// SPDX-License-Identifier: EUPL-1.2
// publish — what the public sees of the desk's records.

#include "work/desk/publish.h"

#include <assert.h>

#include "format/digest.h"
#include "model/kind_list.h"
#include "store/dossier.h"
#include "store/fact.h"
#include "store/portfolio.h"
#include "store/record.h"
#include "store/record_origin.h"
#include "store/record_release.h"
#include "store/search.h"
#include "store/source.h"
#include "work/search_text.h"

enum { ROMAN_MAX = 39 };

struct records VEC_OF(struct record *);

// One publication under way.
struct publication {
	struct arena *mem;
	struct db *db;
	struct str lang;
	struct record *action;
	struct records activities, outputs; // those that the public sees
	const struct dossier *page;         // as it was read; NULL for an action made at the desk
	struct record_origins origins;
	struct fact_count facts;
	struct dossier *d; // being made
	int64_t now;
	bool is_due; // the versions that were chosen for this moment, not the present ones
};

static bool is_public(const struct record *record)
{
	return record->deleted_at == 0 && kind_is_open(record->kind, record->state);
}

// The version of the record that this publication shows, NULL when it shows none. What the desk
// closed since a date was set stays closed.
static bool version_load(
	const struct publication *p, int64_t id, struct record **ret_record, struct err *err)
{
	struct record_release release;
	if (!record_load(p->mem, p->db, id, ret_record, err))
		return false;
	if (!p->is_due || !*ret_record || !is_public(*ret_record))
		return true;
	*ret_record = NULL;
	if (!record_release_load(p->mem, p->db, id, &release, err))
		return false;
	return !release.record_id ||
		record_load_version(p->mem, p->db, id, release.version, ret_record, err);
}

// The text at the path when the public may see it.
static struct str value(const struct record *record, struct str path)
{
	struct place_of_value place;
	if (!kind_path(record->kind, path, &place) || place.property->class != FIELD_PUBLIC ||
		(place.rows && place.rows->class != FIELD_PUBLIC))
		return STR_EMPTY;
	return record_get(record, path);
}

static struct str row_value(struct arena *mem, const struct record *record, const char *rows,
	size_t row, const char *name)
{
	return value(record, str_format(mem, "%s.%zu.%s", rows, row, name));
}

static struct str text(const struct publication *p, const struct record *record, const char *name)
{
	const struct property *property = property_named(
		record->kind->property, record->kind->property_n, str_c(name));
	if (!property || property->class != FIELD_PUBLIC)
		return STR_EMPTY;
	return record_text(record, p->mem, str_c(name), p->lang);
}

static bool parts_load(
	struct publication *p, const struct kind *kind, struct records *records, struct err *err)
{
	struct record_lines lines;
	if (!record_parts(p->mem, p->db, kind, p->action->id, &lines, err))
		return false;
	for (size_t i = 0; i < lines.n; i++) {
		struct record *record;
		if (!version_load(p, lines.p[i].id, &record, err))
			return false;
		if (record && is_public(record))
			VEC_ADD(p->mem, records, record);
	}
	return true;
}

static bool sources_load(struct publication *p, struct err *err)
{
	struct record_origin origin;
	struct dossier *page = NULL;
	if (!record_origin_load(p->mem, p->db, p->action->id, &origin, err))
		return false;
	if (!origin.record_id)
		return true;
	if (!dossier_by_id(p->mem, p->db, origin.action_id, true, &page, err) ||
		!record_origin_list(p->mem, p->db, origin.action_id, &p->origins, err))
		return false;
	p->page = page;
	return true;
}

// The number of a Roman ordinal; 0 for anything else.
static int64_t ordinal_number(struct arena *mem, struct str ordinal)
{
	for (int64_t n = 1; n <= ROMAN_MAX; n++)
		if (str_eq(str_from(action_label_of(mem, STR_EMPTY, n), 1), ordinal))
			return n;
	return 0;
}

static void action_make(struct publication *p)
{
	const struct record *r = p->action;
	struct action *a = &p->d->action;
	if (p->page)
		*a = p->page->action;
	a->place = value(r, S("place"));
	a->phase = ordinal_number(p->mem, value(r, S("ordinal")));
	a->title = text(p, r, "title");
	a->objective = text(p, r, "objective");
	a->summary = text(p, r, "summary");
	a->period = record_period(r, S("period"));
	// What nobody has reviewed yet stays so, whoever publishes it.
	if (!p->facts.open_n)
		a->review = S("accepted");
	if (p->page)
		return;
	a->slug = a->digest = a->heading = a->duration_raw = STR_EMPTY;
	a->requester = a->requester_kind = a->participants_quote = STR_EMPTY;
	a->place_kind = S("region");
	a->iso2 = STR_EMPTY;
}

static bool bodies_make(struct publication *p, struct err *err)
{
	struct action *a = &p->d->action;
	size_t n = record_count(p->action, S("bodies"));
	a->requester = STR_EMPTY;
	for (size_t row = 1; row <= n; row++) {
		struct str role = row_value(p->mem, p->action, "bodies", row, "role");
		struct record *body = NULL;
		int64_t id;
		if (!str_int(row_value(p->mem, p->action, "bodies", row, "organisation"), &id))
			continue;
		if (!record_load(p->mem, p->db, id, &body, err))
			return false;
		if (!body || !is_public(body))
			continue;
		bool is_requester = str_eq(role, S("requester"));
		struct organisation_role one = {
			.role = is_requester ? S("requester") : S("partner"),
			.name = text(p, body, "name")};
		if (is_requester && !a->requester.n) {
			a->requester = one.name;
			a->requester_kind = S("named-body");
		}
		VEC_ADD(p->mem, &p->d->organisations, one);
	}
	return true;
}

static void lists_make(struct publication *p)
{
	const struct record *r = p->action;
	struct dossier *d = p->d;
	for (size_t i = 1; i <= record_count(r, S("themes")); i++)
		VEC_ADD(p->mem, &d->themes,
			((struct theme_link){
				.slug = value(r, str_format(p->mem, "themes.%zu", i))}));
	for (size_t i = 1; i <= record_count(r, S("countries")); i++) {
		struct country_role country = {
			.iso2 = row_value(p->mem, r, "countries", i, "country"),
			.role = row_value(p->mem, r, "countries", i, "role")};
		if (!str_eq(country.role, S("transit")))
			VEC_ADD(p->mem, &d->countries, country);
	}
	for (size_t i = 1; i <= record_count(r, S("experts")); i++)
		VEC_ADD(p->mem, &d->experts,
			((struct expert_provision){
				.iso2 = row_value(p->mem, r, "experts", i, "country"),
				.kind = row_value(p->mem, r, "experts", i, "kind"),
				.quote = p->page && i <= p->page->experts.n
					? p->page->experts.p[i - 1].quote
					: STR_EMPTY}));
}

static void activities_make(struct publication *p)
{
	for (size_t i = 0; i < p->activities.n; i++) {
		const struct record *r = p->activities.p[i];
		int planned = kind_state(&kind_activity, S("planned"));
		int confirmed = kind_state(&kind_activity, S("confirmed"));
		int postponed = kind_state(&kind_activity, S("postponed"));
		bool is_planned = r->state == planned || r->state == confirmed ||
			r->state == postponed;
		struct activity activity = {.type = value(r, S("type")),
			.quote = text(p, r, "title"),
			.period = record_period(r, S("period")),
			.date_raw = value(r, S("period")),
			.place = row_value(p->mem, r, "legs", 1, "place"),
			.iso2 = row_value(p->mem, r, "legs", 1, "country"),
			.status = is_planned ? S("planned") : S("held"),
			.number = 1};
		if (!activity.quote.n)
			activity.quote = code_name_of(&code_activity_types, activity.type, p->lang);
		if (!str_int(value(r, S("number")), &activity.number))
			activity.number = 1;
		VEC_ADD(p->mem, &p->d->activities, activity);
	}
}

static void outputs_make(struct publication *p)
{
	for (size_t i = 0; i < p->outputs.n; i++) {
		const struct record *r = p->outputs.p[i];
		struct str state = r->kind->state[r->state].name;
		size_t last = record_count(r, S("events"));
		struct output output = {.type = value(r, S("type")),
			.name = text(p, r, "name"),
			.status = code_index(&code_output_statuses, state) >= 0 ? state
										: S("unknown")};
		if (!date_parse(row_value(p->mem, r, "events", last, "date"), &output.status_date))
			output.status_date = (struct date){0};
		VEC_ADD(p->mem, &p->d->outputs, output);
	}
}

// The number that the part has in this publication, or 0 when it is no longer in it.
static int64_t new_number(
	const struct publication *p, const struct records *records, struct str part, int64_t number)
{
	for (size_t i = 0; i < p->origins.n; i++) {
		const struct record_origin *origin = &p->origins.p[i];
		if (origin->number != number || !str_eq(origin->part, part))
			continue;
		for (size_t k = 0; k < records->n; k++)
			if (records->p[k]->id == origin->record_id)
				return (int64_t)k + 1;
	}
	return 0;
}

// Claims follow the parts that they are about; those about parts that are gone go with them.
static void claims_make(struct publication *p)
{
	for (size_t i = 0; p->page && i < p->page->claims.n; i++) {
		struct claim claim = p->page->claims.p[i];
		if (str_eq(claim.record, S("activity")))
			claim.number = new_number(p, &p->activities, claim.record, claim.number);
		else if (str_eq(claim.record, S("output")))
			claim.number = new_number(p, &p->outputs, claim.record, claim.number);
		else if (!str_eq(claim.record, S("action")) && claim.number == 0)
			continue;
		if (claim.number || str_eq(claim.record, S("action")))
			VEC_ADD(p->mem, &p->d->claims, claim);
	}
}

static bool publication_make(struct publication *p, int64_t action_record, struct err *err)
{
	if (!version_load(p, action_record, &p->action, err))
		return false;
	if (!p->action || p->action->kind != &kind_action)
		return err_set(err, ERR_INPUT, "there is no action of the number %lld",
			(long long)action_record);
	if (!is_public(p->action))
		return err_set(err, ERR_INPUT,
			"this action is \"%s\", which the public does not see: move it on first",
			p->action->kind->state[p->action->state].label);
	p->d = NEW(p->mem, struct dossier);
	if (!fact_count(p->mem, p->db, action_record, &p->facts, err) || !sources_load(p, err) ||
		!parts_load(p, &kind_activity, &p->activities, err) ||
		!parts_load(p, &kind_output, &p->outputs, err))
		return false;
	action_make(p);
	if (!bodies_make(p, err))
		return false;
	lists_make(p);
	activities_make(p);
	outputs_make(p);
	claims_make(p);
	return true;
}

// The record that a published claim is about.
static const struct record *claimed(const struct publication *p, const struct claim *claim)
{
	size_t index = (size_t)claim->number - 1;
	if (str_eq(claim->record, S("activity")))
		return index < p->activities.n ? p->activities.p[index] : NULL;
	if (str_eq(claim->record, S("output")))
		return index < p->outputs.n ? p->outputs.p[index] : NULL;
	return p->action;
}

// The claim is the fact's own, or one of a part of its passage: the start of a period.
static bool is_told_by(const struct publication *p, const struct record *record,
	const struct fact *fact, const struct claim *claim)
{
	if (!str_eq(fact->claim_record, claim->record) ||
		(record == p->action && fact->claim_number != claim->number))
		return false;
	bool is_within = fact->span_length && claim->span_length &&
		fact->span_offset <= claim->span_offset &&
		claim->span_offset + claim->span_length <= fact->span_offset + fact->span_length;
	return str_eq(fact->claim_field, claim->field) || is_within;
}

// What the record says otherwise than the claim was read.
static bool corrections_of(const struct publication *p, const struct claim *claim,
	struct corrections *corrections, struct err *err)
{
	const struct record *record = claimed(p, claim);
	struct facts facts = {0};
	if (record && !fact_list(p->mem, p->db, record->id, &facts, err))
		return false;
	for (size_t i = 0; i < facts.n; i++) {
		const struct fact *fact = &facts.p[i];
		bool is_its = is_told_by(p, record, fact, claim);
		const struct property *property = fact_property(record->kind, fact->path);
		struct str now = fact_present(p->mem, record, fact);
		if (!is_its || !property || property->class != FIELD_PUBLIC || fact_is_open(fact) ||
			str_eq(now, fact->text) || fact->is_change)
			continue;
		VEC_ADD(p->mem, corrections,
			((struct correction){.record = claim->record,
				.number = claim->number,
				.field = claim->field,
				.path = fact->path,
				.printed = fact->text,
				.decided = now,
				.corrected_at = fact->decided_at}));
	}
	return true;
}

static bool corrections_write(const struct publication *p, struct err *err)
{
	struct corrections corrections = {0};
	for (size_t i = 0; i < p->d->claims.n; i++)
		if (!corrections_of(p, &p->d->claims.p[i], &corrections, err))
			return false;
	return correction_save(p->mem, p->db, p->d->action.id, &corrections, err);
}

static bool is_among(const struct records *records, int64_t id)
{
	for (size_t i = 0; i < records->n; i++)
		if (records->p[i]->id == id)
			return true;
	return false;
}

// Parts keep the number under which the public tables have them now; 0 for those that they do not
// have any more.
static bool origins_write(const struct publication *p, const struct records *records,
	struct str part, struct err *err)
{
	for (size_t i = 0; i < p->origins.n; i++) {
		struct record_origin gone = p->origins.p[i];
		gone.number = 0;
		if (str_eq(gone.part, part) && !is_among(records, gone.record_id) &&
			(!record_origin_save(p->db, &gone, err) ||
				!record_take_back(p->db, gone.record_id, err)))
			return false;
	}
	for (size_t i = 0; i < records->n; i++) {
		struct record_origin origin = {.record_id = records->p[i]->id,
			.action_id = p->d->action.id,
			.part = part,
			.number = (int64_t)i + 1};
		struct record_origin before;
		if (!record_origin_load(p->mem, p->db, origin.record_id, &before, err))
			return false;
		// What came from another action by a merge keeps its place there.
		bool is_foreign = before.record_id && before.action_id != origin.action_id;
		if ((!is_foreign && !record_origin_save(p->db, &origin, err)) ||
			!record_make_public(p->db, records->p[i], p->now, err))
			return false;
	}
	return true;
}

// What an action was read from that was made at the desk: the empty page.
static bool desk_source(struct publication *p, int64_t now, struct err *err)
{
	struct source *kept;
	struct source desk = {.digest = digest_of(p->mem, STR_EMPTY),
		.name = S("desk"),
		.region = STR_EMPTY,
		.funder = STR_EMPTY,
		.imported_at = now};
	struct documents none = {0};
	if (!source_by_its_digest(p->mem, p->db, desk.digest, &kept, err) ||
		(!kept && !source_save(p->mem, p->db, &desk, STR_EMPTY, &none, err)))
		return false;
	p->d->action.source_id = kept ? kept->id : desk.id;
	return true;
}

static bool action_write(struct publication *p, int64_t action_record, struct err *err)
{
	if (!publication_make(p, action_record, err))
		return false;
	assert(p->action && p->d);
	if ((!p->page && !desk_source(p, p->now, err)) ||
		!dossier_save(p->mem, p->db, p->d, p->now, err))
		return false;
	struct record_origin origin = {
		.record_id = p->action->id, .action_id = p->d->action.id, .part = S("action")};
	return record_origin_save(p->db, &origin, err) &&
		record_make_public(p->db, p->action, p->now, err) &&
		origins_write(p, &p->activities, S("activity"), err) &&
		origins_write(p, &p->outputs, S("output"), err) && corrections_write(p, err) &&
		dossier_link_bodies(p->db, err) &&
		search_put(p->mem, p->db, p->d->action.id, search_text_of(p->mem, p->d), err) &&
		portfolio_version_move(p->db, p->now, err);
}

bool publish_record(
	struct arena *mem, struct db *db, const struct record *record, int64_t now, struct err *err)
{
	struct publication p = {.mem = mem, .db = db, .lang = S("en"), .now = now};
	if (record->kind == &kind_action)
		return action_write(&p, record->id, err);
	if (record->kind->publishing != PUBLISHED_BY_STEP || !is_public(record))
		return err_set(err, ERR_INPUT, "this record is not one that the public may see");
	return record_make_public(db, record, now, err) && portfolio_version_move(db, now, err);
}

// ---- on a date

// The kinds of records that are published with their owner, of which this one may be one.
static bool parts_at(struct arena *mem, struct db *db, const struct record *owner, int64_t due_at,
	struct err *err)
{
	for (size_t i = 0; i < KIND_N; i++) {
		const struct property *belongs = kind_owner(kind_list[i]);
		struct record_lines lines;
		if (kind_list[i]->publishing != PUBLISHED_WITH_OWNER || !belongs ||
			!str_eq(belongs->target, owner->kind->name))
			continue;
		if (!record_parts(mem, db, kind_list[i], owner->id, &lines, err))
			return false;
		for (size_t k = 0; k < lines.n; k++) {
			const struct record_line *line = &lines.p[k];
			struct record_release release = {line->id, line->version, due_at};
			if (kind_is_open(kind_list[i], kind_state(kind_list[i], line->state)) &&
				!record_release_save(db, &release, err))
				return false;
		}
	}
	return true;
}

bool publish_at(struct arena *mem, struct db *db, const struct record *record, int64_t due_at,
	struct err *err)
{
	struct record_release release = {record->id, record->version, due_at};
	if (record->kind->publishing != PUBLISHED_BY_STEP || !is_public(record))
		return err_set(err, ERR_INPUT, "this record is not one that the public may see");
	return record_release_save(db, &release, err) && parts_at(mem, db, record, due_at, err);
}

static bool release_one(
	struct arena *mem, struct db *db, const struct record_release *release, struct err *err)
{
	// Public since the moment that was set, also when nobody looked for a while.
	struct publication p = {
		.mem = mem, .db = db, .lang = S("en"), .now = release->due_at, .is_due = true};
	struct record *record;
	if (!version_load(&p, release->record_id, &record, err))
		return false;
	if (!record || !is_public(record))
		return record_release_drop(db, release->record_id, err);
	if (record->kind == &kind_action)
		return action_write(&p, record->id, err);
	return record_make_public(db, record, p.now, err) && portfolio_version_move(db, p.now, err);
}

bool publish_due(struct arena *mem, struct db *db, int64_t now, int64_t *ret_n, struct err *err)
{
	struct record_releases due;
	int64_t n = 0;
	if (!record_release_list(mem, db, now, &due, err))
		return false;
	for (size_t i = 0; i < due.n; i++) {
		struct record *record;
		if (!record_load(mem, db, due.p[i].record_id, &record, err))
			return false;
		// Parts go with their owner, whose own row is among these.
		if (!record || record->kind->publishing != PUBLISHED_BY_STEP)
			continue;
		if (!release_one(mem, db, &due.p[i], err))
			return false;
		n++;
	}
	*ret_n = n;
	return true;
}

bool publish_take_back(
	struct arena *mem, struct db *db, const struct record *record, int64_t now, struct err *err)
{
	struct record_lines parts;
	if (!record_all_parts(mem, db, record->id, &parts, err))
		return false;
	for (size_t i = 0; i < parts.n; i++)
		if (!record_take_back(db, parts.p[i].id, err))
			return false;
	return record_take_back(db, record->id, err) && portfolio_version_move(db, now, err);
}
