// SPDX-License-Identifier: EUPL-1.2
// activity_find — the events and work steps of an action: type, date, place, status, number.

#include "work/read/activity_find.h"

#include "work/read/event_date.h"
#include "work/read/event_drop.h"
#include "work/read/event_known.h"
#include "work/read/event_merge.h"
#include "work/read/event_place.h"
#include "work/read/event_record.h"
#include "work/read/event_tense.h"

static bool sentence_speaks_of(const struct event_sentence *s, enum role role)
{
	return event_between(s, s->range.from, s->range.to, role);
}

// What a generic noun means, from the words of its sentence.
static void type_generic(struct event_sentence *s, struct event *event)
{
	bool is_mission = event->m.noun == NOUN_MISSION;
	if (!str_eq(event->m.type, S("other")))
		return;
	// "a session on X" is of the kind of the session before it.
	size_t n = s->r->entry->activities.n;
	if (event->m.noun == NOUN_SESSION && n > 0) {
		event->m.type = s->r->entry->activities.p[n - 1].type;
		return;
	}
	if (is_mission && sentence_speaks_of(s, ROLE_CONSULTING))
		event->m.type = S("consultation");
	else if (sentence_speaks_of(s, ROLE_ASSESSING))
		event->m.type = S("assessment-mission");
	else if (!is_mission && sentence_speaks_of(s, ROLE_PRESENTING))
		event->m.type = S("presentation");
	else if (!is_mission && event->date_n && event->m.noun != NOUN_EVENT &&
		sentence_speaks_of(s, ROLE_WRITING))
		event->m.type = S("drafting-session");
}

static void known_drop(struct event_sentence *s)
{
	for (size_t i = 0; i < s->n; i++) {
		struct event *event = &s->event[i];
		if (event->is_dropped)
			continue;
		if (event->m.is_generic)
			type_generic(s, event);
		else if (event->m.noun == NOUN_REVIEW && str_eq(event->m.type, S("other")) &&
			sentence_speaks_of(s, ROLE_REMOTE))
			event->m.type = S("remote-support");
		event->is_dropped = event_is_known(s, event);
	}
}

// A member ("the second", "another") is of the type of the event told last. False when there is
// none.
static bool member_resolve(struct event_sentence *s, size_t i)
{
	struct mention *m = &s->event[i].m;
	size_t n = s->r->entry->activities.n;
	for (size_t k = i; k-- > 0;) {
		const struct event *told = &s->event[k];
		if (told->is_dropped || (told->m.is_deed && !m->is_repeated))
			continue;
		if (m->is_counted && !told->m.is_plural)
			return false;
		if (m->is_repeated && told->m.determiner == DETERMINER_POINTING)
			return false; // told by the pointing one: "this workshop was repeated"
		m->type = told->m.type;
		m->is_generic = told->m.is_generic;
		return true;
	}
	if (n == 0 || m->is_counted)
		return false;
	const struct entry_activity *told = &s->r->entry->activities.p[n - 1];
	m->type = told->type;
	if (m->is_first && told->count > 1 && !date_is_known(told->period.start))
		s->event[i].group = n;
	return true;
}

// "It was held in Kigali in May 2012": when, and where, the event told last took place.
static void pronoun_read(struct event_sentence *s)
{
	struct entry *entry = s->r->entry;
	size_t from = s->range.from, n = entry->activities.n;
	struct range dates = reading_dates(s->r, s->range);
	if (n == 0 || s->in_objective || from + 1 >= s->range.to || dates.to != dates.from + 1)
		return;
	struct entry_activity *known = &entry->activities.p[n - 1];
	if (!event_role(s, from, ROLE_IT) || known->is_planned || known->count > 1 ||
		date_is_known(known->period.start) ||
		!role_at(s->tokens, from + 1, s->range.to, ROLE_AT) ||
		!event_reaches_date(s, from + 1, s->r->dates.p[dates.from].from))
		return;
	event_record_date(s->r, known, &s->r->dates.p[dates.from]);
}

// "...: Tallinn, June 2019; Kuala Lumpur, August 2019": a place and a date alone, behind a semicolon,
// are one more of the events told last. False when the sentence is none.
static bool series_read(struct event_sentence *s)
{
	const struct entry *entry = s->r->entry;
	size_t from = s->range.from, n = entry->activities.n;
	struct range dates = reading_dates(s->r, s->range);
	if (n == 0 || from == 0 || dates.to != dates.from + 1 ||
		!token_is_mark(&s->tokens->p[from - 1], ';'))
		return false;
	const struct date_hit *date = &s->r->dates.p[dates.from];
	from += role_at(s->tokens, from, s->range.to, ROLE_AND);
	bool in = from < s->range.to && event_role(s, from, ROLE_IN);
	struct event event = {
		.m = {.from = from, .core_from = from, .count = 1, .is_member = true}};
	event.m.type = entry->activities.p[n - 1].type;
	event.is_planned = entry->activities.p[n - 1].is_planned;
	if (!event_place_at(s, from + in, date->from, true, &event.place) ||
		!event_reaches_date(s, event.place.to, date->from))
		return false;
	event.m.from = event.place.from;
	event.m.core_to = event.m.topic_to = event.place.to;
	event.date[event.date_n++] = date;
	event_record(s, &event);
	return true;
}

// The year in which the action began; 0 when its duration does not tell.
static int year_begun(const struct reading *r)
{
	return r->has_duration ? r->duration.period.start.year : 0;
}

// "after a conference held in 1998": years before the action began, so none of its events.
static void old_drop(struct event_sentence *s)
{
	int begun = -1; // not looked for yet
	for (size_t i = 0; begun && i < s->n; i++) {
		struct event *event = &s->event[i];
		int year = event->date_n ? event->date[event->date_n - 1]->period.start.year : 0;
		if (year && begun < 0)
			begun = year_begun(s->r);
		if (year && year < begun - 1)
			event->is_dropped = true;
	}
}

static void sentence_read(struct reading *r, struct range range, bool in_objective)
{
	struct event_sentence s; // most of its room for events stays as it is
	s.r = r;
	s.tokens = &r->tokens;
	s.range = range;
	s.in_objective = in_objective;
	s.n = 0;
	struct mentions mentions = mention_find(r, range);
	for (size_t i = 0; i < mentions.n && s.n < EVENTS_MAX; i++)
		s.event[s.n++] = (struct event){.m = mentions.p[i]};
	if (s.n == 0) {
		if (!series_read(&s))
			pronoun_read(&s);
		return;
	}
	event_drop_early(&s);
	for (size_t i = 0; i < s.n; i++)
		if (s.event[i].m.is_member && !s.event[i].is_dropped)
			s.event[i].is_dropped = !member_resolve(&s, i);
	event_merge(&s);
	event_date_assign(&s);
	old_drop(&s);
	known_drop(&s);
	event_place_find_all(&s);
	for (size_t i = 0; i < s.n; i++) {
		if (s.event[i].is_dropped)
			continue;
		event_tense_find(&s, &s.event[i]);
		event_record(&s, &s.event[i]);
	}
}

// Puts the activities that the objective alone tells before those of the summary.
static void order_restore(struct reading *r, size_t summary_n)
{
	struct entry *entry = r->entry;
	size_t n = entry->activities.n;
	struct entry_activity *sorted = NEW_ARRAY(r->mem, struct entry_activity, n);
	for (size_t i = 0; i < n; i++)
		sorted[i] = entry->activities.p[(summary_n + i) % n];
	for (size_t i = 0; i < n; i++)
		entry->activities.p[i] = sorted[i];
}

void activity_find_all(struct reading *reading)
{
	for (size_t i = reading->summary_sentence; i < reading->sentences.n; i++)
		sentence_read(reading, reading->sentences.p[i], false);
	size_t summary_n = reading->entry->activities.n;
	for (size_t i = 0; i < reading->summary_sentence; i++)
		sentence_read(reading, reading->sentences.p[i], true);
	if (summary_n < reading->entry->activities.n)
		order_restore(reading, summary_n);
}
