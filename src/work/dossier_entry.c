// SPDX-License-Identifier: EUPL-1.2
// dossier_entry — an entry as read becomes a dossier as kept, and the other way round.
//
// Claims are told in one order: the action's own values, then each list. The names of records and
// fields are the keys of what `read` prints.
#include "work/dossier_entry.h"

#include "base/utf8.h"

#include <string.h>

#include "format/digest.h"

// The texts that an entry and an action both have, under one name.
static const struct {
	struct str name;
	size_t in_entry;  // struct entry_text
	size_t in_action; // struct str
} texts[] = {
	{S_INIT("heading"), offsetof(struct entry, heading), offsetof(struct action, heading)},
	{S_INIT("place"), offsetof(struct entry, place), offsetof(struct action, place)},
	{S_INIT("title"), offsetof(struct entry, title), offsetof(struct action, title)},
	{S_INIT("objective"), offsetof(struct entry, objective),
		offsetof(struct action, objective)},
	{S_INIT("summary"), offsetof(struct entry, summary), offsetof(struct action, summary)},
	{S_INIT("duration_raw"), offsetof(struct entry, duration_raw),
		offsetof(struct action, duration_raw)},
	{S_INIT("requester"), offsetof(struct entry, requester),
		offsetof(struct action, requester)},
};
enum { TEXT_N = sizeof texts / sizeof *texts };

struct making {
	struct arena *mem;
	struct dossier *d;
};

static void add_claim(struct making *m, struct str record, size_t number, struct str field,
	struct str value, const struct span *span)
{
	if (!value.n)
		return;
	VEC_ADD(m->mem, &m->d->claims,
		((struct claim){
			.record = record,
			.number = (int64_t)number,
			.field = field,
			.value = value,
			.span_offset = (int64_t)span->offset,
			.span_length = (int64_t)span->length,
			.certainty = certainty_name(span->certainty),
			.rule = str_copy(m->mem, span->rule),
		}));
}

static void take_texts(struct making *m, const struct entry *e)
{
	for (size_t i = 0; i < TEXT_N; i++) {
		const struct entry_text *from = (const void *)((const char *)e + texts[i].in_entry);
		struct str value = str_copy(m->mem, from->text);
		memcpy((char *)&m->d->action + texts[i].in_action, &value, sizeof value);
		add_claim(m, S("action"), 0, texts[i].name, value, &from->span);
	}
}

static void take_scalars(struct making *m, const struct entry *e)
{
	struct action *a = &m->d->action;

	a->place_kind = str_copy(m->mem, e->place_kind);
	a->iso2 = str_copy(m->mem, e->iso2);
	a->phase = e->phase;
	a->period = e->period;
	a->duration_damaged = e->duration_damaged;
	a->duration_ambiguous = e->duration_ambiguous;
	a->requester_kind = str_copy(m->mem, e->requester_kind);
	a->participants = e->participants.count;
	a->participants_quote = str_copy(m->mem, e->participants.quote);
	a->span_offset = (int64_t)e->whole.offset;
	a->span_length = (int64_t)e->whole.length;

	if (e->phase)
		add_claim(m, S("action"), 0, S("phase"),
			str_format(m->mem, "%lld", (long long)e->phase), &e->phase_span);
	add_claim(m, S("action"), 0, S("start"), date_iso(m->mem, e->period.start), &e->start_span);
	add_claim(m, S("action"), 0, S("end"),
		e->period.open ? S("present") : date_iso(m->mem, e->period.end), &e->end_span);
	add_claim(
		m, S("participants"), 0, S("quote"), a->participants_quote, &e->participants.span);
}

static void take_activities(struct making *m, const struct entry *e)
{
	for (size_t i = 0; i < e->activities.n; i++) {
		const struct entry_activity *from = &e->activities.p[i];
		struct activity *to = VEC_NEW(m->mem, &m->d->activities);
		*to = (struct activity){
			.type = str_copy(m->mem, from->type),
			.quote = str_copy(m->mem, from->quote),
			.date_raw = str_copy(m->mem, from->date_raw),
			.period = from->period,
			.place = str_copy(m->mem, from->place),
			.iso2 = str_copy(m->mem, from->iso2),
			.status = from->is_planned ? S("planned") : S("held"),
			.number = from->count,
		};
		add_claim(m, S("activity"), i + 1, S("quote"), to->quote, &from->span);
		add_claim(m, S("activity"), i + 1, S("date"), to->date_raw, &from->date_span);
		add_claim(m, S("activity"), i + 1, S("place"), to->place, &from->place_span);
	}
}

static void take_outputs(struct making *m, const struct entry *e)
{
	for (size_t i = 0; i < e->outputs.n; i++) {
		const struct entry_output *from = &e->outputs.p[i];
		struct output *to = VEC_NEW(m->mem, &m->d->outputs);
		*to = (struct output){
			.type = str_copy(m->mem, from->type),
			.name = str_copy(m->mem, from->name),
			.status = str_copy(m->mem, from->status),
			.status_date = from->date,
		};
		add_claim(m, S("output"), i + 1, S("name"), to->name, &from->span);
	}
}

static void take_experts(struct making *m, const struct entry *e)
{
	for (size_t i = 0; i < e->experts.n; i++) {
		const struct entry_expert *from = &e->experts.p[i];
		struct expert_provision *to = VEC_NEW(m->mem, &m->d->experts);
		*to = (struct expert_provision){
			.iso2 = str_copy(m->mem, from->iso2),
			.kind = str_copy(m->mem, from->kind),
			.quote = str_copy(m->mem, from->quote),
		};
		add_claim(m, S("expert"), i + 1, S("quote"), to->quote, &from->span);
	}
}

static void take_bodies(struct making *m, const struct entry *e)
{
	for (size_t i = 0; i < e->partners.n; i++) {
		struct str name = str_copy(m->mem, e->partners.p[i].text);
		VEC_ADD(m->mem, &m->d->organisations,
			((struct organisation_role){.role = S("partner"), .name = name}));
		add_claim(m, S("partner"), i + 1, S("name"), name, &e->partners.p[i].span);
	}
	if (m->d->action.requester.n && str_eq(m->d->action.requester_kind, S("named-body")))
		VEC_ADD(m->mem, &m->d->organisations,
			((struct organisation_role){
				.role = S("requester"), .name = m->d->action.requester}));
}

static void take_themes(struct making *m, const struct entry *e)
{
	for (size_t i = 0; i < e->themes.n; i++) {
		struct str slug = str_copy(m->mem, e->themes.p[i].text);
		VEC_ADD(m->mem, &m->d->themes, ((struct theme_link){.slug = slug}));
		add_claim(m, S("theme"), i + 1, S("slug"), slug, &e->themes.p[i].span);
	}
}

static bool has_activity_in(const struct entry *e, struct str iso2)
{
	for (size_t i = 0; i < e->activities.n; i++)
		if (str_eq(e->activities.p[i].iso2, iso2))
			return true;
	return false;
}

// A country named in the objective of a regional action is served by it; one that only lends its
// soil is a host (domain.md R21); the others took part.
static struct str role_of(const struct entry *e, const struct entry_text *country)
{
	const struct span *objective = &e->objective.span;
	bool in_objective = objective->length && country->span.offset >= objective->offset &&
		country->span.offset < objective->offset + objective->length;

	if (!e->iso2.n && in_objective)
		return S("beneficiary");
	return has_activity_in(e, country->text) ? S("host") : S("participant");
}

static void take_countries(struct making *m, const struct entry *e)
{
	if (e->iso2.n)
		VEC_ADD(m->mem, &m->d->countries,
			((struct country_role){
				.iso2 = m->d->action.iso2, .role = S("beneficiary")}));
	for (size_t i = 0; i < e->countries_involved.n; i++) {
		const struct entry_text *from = &e->countries_involved.p[i];
		struct str iso2 = str_copy(m->mem, from->text);
		VEC_ADD(m->mem, &m->d->countries,
			((struct country_role){.iso2 = iso2, .role = role_of(e, from)}));
		add_claim(m, S("country"), i + 1, S("iso2"), iso2, &from->span);
	}
}

static void take_warnings(struct making *m, const struct entry *e)
{
	for (size_t i = 0; i < e->warnings.n; i++) {
		const struct finding *from = &e->warnings.p[i];
		VEC_ADD(m->mem, &m->d->warnings,
			((struct warning){
				.rule = str_copy(m->mem, from->rule),
				.message = str_copy(m->mem, from->message),
				.span_offset = (int64_t)from->offset,
				.span_length = (int64_t)from->length,
			}));
	}
}

// Every public field of a record but its place on the page, each with its end marked, so that no
// two records are told by the same bytes.
static void digest_record(
	struct arena *tmp, struct digest *digest, const struct fields *fields, const void *record)
{
	for (size_t i = 0; i < fields->n; i++) {
		const struct field *f = &fields->field[i];
		if (f->class != FIELD_PUBLIC || str_starts(f->name, S("span_")))
			continue;
		digest_add(digest, field_write(tmp, f, record));
		digest_add(digest, S("\0"));
	}
}

#define DIGEST_LIST(tmp, digest, fields, list) \
	for (size_t i = 0; i < (list).n; i++)  \
	digest_record((tmp), (digest), &(fields), &(list).p[i])

// All that was read; the same entry elsewhere on the page gives the same digest.
static struct str digest_facts(struct arena *mem, const struct dossier *d)
{
	struct digest digest = digest_new();
	SCRATCH(tmp);

	digest_record(tmp, &digest, &action_fields, &d->action);
	DIGEST_LIST(tmp, &digest, activity_fields, d->activities);
	DIGEST_LIST(tmp, &digest, output_fields, d->outputs);
	DIGEST_LIST(tmp, &digest, expert_provision_fields, d->experts);
	DIGEST_LIST(tmp, &digest, organisation_role_fields, d->organisations);
	DIGEST_LIST(tmp, &digest, country_role_fields, d->countries);
	DIGEST_LIST(tmp, &digest, theme_link_fields, d->themes);
	DIGEST_LIST(tmp, &digest, claim_fields, d->claims);
	DIGEST_LIST(tmp, &digest, warning_fields, d->warnings);
	return digest_hex(mem, &digest);
}

struct dossier *dossier_of_entry(struct arena *mem, const struct entry *entry)
{
	struct making m = {mem, NEW(mem, struct dossier)};

	take_texts(&m, entry);
	take_scalars(&m, entry);
	take_activities(&m, entry);
	take_outputs(&m, entry);
	take_experts(&m, entry);
	take_bodies(&m, entry);
	take_themes(&m, entry);
	take_countries(&m, entry);
	take_warnings(&m, entry);
	m.d->action.digest = digest_facts(mem, m.d);
	return m.d;
}

const struct claim *dossier_claim(
	const struct dossier *dossier, struct str record, int64_t number, struct str field)
{
	for (size_t i = 0; i < dossier->claims.n; i++) {
		const struct claim *c = &dossier->claims.p[i];
		if (c->number == number && str_eq(c->record, record) && str_eq(c->field, field))
			return c;
	}
	return NULL;
}

static struct span span_of(
	const struct dossier *d, struct str record, size_t number, struct str field)
{
	const struct claim *c = dossier_claim(d, record, (int64_t)number, field);

	if (!c)
		return (struct span){.rule = STR_EMPTY};
	return (struct span){
		.offset = (size_t)c->span_offset,
		.length = (size_t)c->span_length,
		.certainty = str_eq(c->certainty, S("stated")) ? CERTAINTY_STATED
			: str_eq(c->certainty, S("inferred"))  ? CERTAINTY_INFERRED
							       : CERTAINTY_CORRECTED,
		.rule = c->rule,
	};
}

static void give_action(const struct dossier *d, struct entry *e)
{
	const struct action *a = &d->action;

	for (size_t i = 0; i < TEXT_N; i++) {
		struct entry_text *to = (void *)((char *)e + texts[i].in_entry);
		memcpy(&to->text, (const char *)a + texts[i].in_action, sizeof to->text);
		to->span = span_of(d, S("action"), 0, texts[i].name);
	}
	e->place_kind = a->place_kind;
	e->iso2 = a->iso2;
	e->phase = a->phase;
	e->phase_span = span_of(d, S("action"), 0, S("phase"));
	e->period = a->period;
	e->start_span = span_of(d, S("action"), 0, S("start"));
	e->end_span = span_of(d, S("action"), 0, S("end"));
	e->duration_damaged = a->duration_damaged;
	e->duration_ambiguous = a->duration_ambiguous;
	e->requester_kind = a->requester_kind;
	e->participants.count = a->participants;
	e->participants.quote = a->participants_quote;
	e->participants.span = span_of(d, S("participants"), 0, S("quote"));
	e->whole.offset = (size_t)a->span_offset;
	e->whole.length = (size_t)a->span_length;
}

static void give_activities(struct arena *mem, const struct dossier *d, struct entry *e)
{
	for (size_t i = 0; i < d->activities.n; i++) {
		const struct activity *a = &d->activities.p[i];
		struct entry_activity *to = VEC_NEW(mem, &e->activities);
		*to = (struct entry_activity){
			.type = a->type,
			.quote = a->quote,
			.date_raw = a->date_raw,
			.period = a->period,
			.place = a->place,
			.iso2 = a->iso2,
			.is_planned = str_eq(a->status, S("planned")),
			.count = a->number,
			.span = span_of(d, S("activity"), i + 1, S("quote")),
			.date_span = span_of(d, S("activity"), i + 1, S("date")),
			.place_span = span_of(d, S("activity"), i + 1, S("place")),
		};
	}
}

static void give_products(struct arena *mem, const struct dossier *d, struct entry *e)
{
	for (size_t i = 0; i < d->outputs.n; i++) {
		const struct output *o = &d->outputs.p[i];
		struct entry_output *to = VEC_NEW(mem, &e->outputs);
		*to = (struct entry_output){o->type, o->name, o->status, o->status_date,
			span_of(d, S("output"), i + 1, S("name"))};
	}
	for (size_t i = 0; i < d->experts.n; i++) {
		const struct expert_provision *x = &d->experts.p[i];
		struct entry_expert *to = VEC_NEW(mem, &e->experts);
		*to = (struct entry_expert){
			x->iso2, x->kind, x->quote, span_of(d, S("expert"), i + 1, S("quote"))};
	}
}

// ---- lists: what the records say now, each value with the sentence that it was read from

static bool has_text(const struct entry_texts *list, struct str text)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->p[i].text, text))
			return true;
	return false;
}

// The claims of one record whose values still hold, in the order of the page; then what was added
// at the desk.
static void give_list(struct arena *mem, const struct dossier *d, struct str record,
	const struct entry_texts *now, struct entry_texts *list)
{
	for (size_t i = 0; i < d->claims.n; i++) {
		const struct claim *c = &d->claims.p[i];
		if (!str_eq(c->record, record) || !has_text(now, c->value))
			continue;
		struct span span = span_of(d, record, (size_t)c->number, c->field);
		VEC_ADD(mem, list, ((struct entry_text){c->value, span}));
	}
	for (size_t i = 0; i < now->n; i++)
		if (!has_text(list, now->p[i].text))
			VEC_ADD(mem, list, now->p[i]);
}

static void give_themes(struct arena *mem, const struct dossier *d, struct entry *e)
{
	struct entry_texts now = {0};
	for (size_t i = 0; i < d->themes.n; i++)
		VEC_ADD(mem, &now, ((struct entry_text){.text = d->themes.p[i].slug}));
	give_list(mem, d, S("theme"), &now, &e->themes);
}

// The country of the heading stands before those that the text names.
static void give_countries(struct arena *mem, const struct dossier *d, struct entry *e)
{
	struct entry_texts now = {0};
	for (size_t i = d->action.iso2.n ? 1 : 0; i < d->countries.n; i++)
		VEC_ADD(mem, &now, ((struct entry_text){.text = d->countries.p[i].iso2}));
	give_list(mem, d, S("country"), &now, &e->countries_involved);
}

// Partners go by their names of now. What was read is theirs as long as it is the same name, or as
// their record was renamed since.
static void give_partners(struct arena *mem, const struct dossier *d, struct entry *e)
{
	size_t number = 0;
	for (size_t i = 0; i < d->organisations.n; i++) {
		const struct organisation_role *o = &d->organisations.p[i];
		if (!str_eq(o->role, S("partner")))
			continue;
		const struct claim *c = dossier_claim(
			d, S("partner"), (int64_t)++number, S("name"));
		bool is_same = c && str_eq(utf8_fold(mem, c->value), utf8_fold(mem, o->name));
		struct span span = c && (is_same || o->record_id)
			? span_of(d, S("partner"), number, S("name"))
			: (struct span){0};
		VEC_ADD(mem, &e->partners,
			((struct entry_text){is_same ? c->value : o->name, span}));
	}
}

struct entry *dossier_as_entry(struct arena *mem, const struct dossier *dossier)
{
	struct entry *e = NEW(mem, struct entry);

	give_action(dossier, e);
	give_activities(mem, dossier, e);
	give_products(mem, dossier, e);
	give_themes(mem, dossier, e);
	give_partners(mem, dossier, e);
	give_countries(mem, dossier, e);
	for (size_t i = 0; i < dossier->warnings.n; i++) {
		const struct warning *w = &dossier->warnings.p[i];
		VEC_ADD(mem, &e->warnings,
			((struct finding){
				.rule = w->rule,
				.severity = SEVERITY_WARNING,
				.message = w->message,
				.offset = (size_t)w->span_offset,
				.length = (size_t)w->span_length,
			}));
	}
	return e;
}
