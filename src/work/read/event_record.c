// SPDX-License-Identifier: EUPL-1.2
// event_record — the records of one event: one, or one for each of its dates or places.

#include "work/read/event_record.h"

#include "work/read/doubt_find.h"
#include "work/read/event_place.h"

enum { PLACE_REACH = 6, LEAD_MAX = 12, BARE_LEAD_MAX = 24 };

void event_record_date(
	struct reading *r, struct entry_activity *activity, const struct date_hit *date)
{
	struct range words = {date->from, date->to};
	enum certainty certainty = date->damaged ? CERTAINTY_CORRECTED : CERTAINTY_STATED;
	activity->period = date->period;
	activity->period.open = false;
	activity->date_raw = reading_str(r, words);
	if (date->needs_year)
		activity->period = (struct period){0};
	if (date->inferred || date->needs_year)
		certainty = CERTAINTY_INFERRED;
	activity->date_span = reading_span(r, words, certainty, date->rule);
	doubt_date(r, date, words);
}

// How many tokens at `i` are a verb of taking place, a preposition or a place; 0 when none.
static size_t leading_words(const struct event_sentence *s, size_t i, size_t to)
{
	static const enum role roles[] = {
		ROLE_AT, ROLE_ADVERB, ROLE_PREPOSITION, ROLE_RELATIVE, ROLE_DEFINITE};
	if (role_at(s->tokens, i, to, ROLE_PASSIVE) && !role_at(s->tokens, i, to, ROLE_AT))
		return i + 1 < to && s->tokens->p[i + 1].kind == TOKEN_WORD ? 2 : 1;
	for (size_t k = 0; k < sizeof roles / sizeof *roles; k++) {
		size_t n = role_at(s->tokens, i, to, roles[k]);
		if (n)
			return n;
	}
	if (token_is_mark(&s->tokens->p[i], ',') || token_is_mark(&s->tokens->p[i], '('))
		return 1;
	struct event_place place;
	size_t and = role_at(s->tokens, i, to, ROLE_AND);
	return event_place_at(s, i + and, to, true, &place) ? place.to - i : 0;
}

// Only verbs of taking place, prepositions and places between a mention and its date: then the
// quote runs on to the date.
bool event_reaches_date(const struct event_sentence *s, size_t from, size_t to)
{
	while (from < to) {
		size_t n = leading_words(s, from, to);
		if (!n)
			return false;
		from += n;
	}
	return true;
}

// Nothing but who did it stands between a date and the mention behind it.
static bool leads_directly(const struct event_sentence *s, size_t from, size_t to)
{
	if (from < to && token_is_mark(&s->tokens->p[from], ','))
		from++;
	if (to - from > LEAD_MAX)
		return false;
	for (size_t i = from; i < to; i++)
		if (s->tokens->p[i].kind == TOKEN_MARK)
			return false;
	return true;
}

// The words without their date: name and topic, of a member told by one word its place.
static struct range name_range(const struct event *event)
{
	struct range name = {event->m.from, event->m.topic_to};
	if (event->m.is_member && name.to == name.from + 1 && event->place.from >= name.to &&
		event->place.from <= name.to + 2)
		name.to = event->place.to; // "two in Nairobi"
	return name;
}

// The words that stand for the activity: name, topic, and the date where it is beside them.
static struct range quote_range(
	const struct event_sentence *s, const struct event *event, const struct date_hit *date)
{
	struct range quote = name_range(event);
	bool is_split = event->date_n > 1;
	// too few words to be found again by
	bool is_bare = event->m.topic_to == event->m.from + 1;
	if (!date || event->is_shared)
		return quote;
	if (date->from >= event->m.core_to) {
		if (date->from < quote.to || is_split || is_bare ||
			event_reaches_date(s, quote.to, date->from))
			quote.to = date->to;
		if (quote.to < s->range.to && token_is_mark(&s->tokens->p[quote.to], ')'))
			quote.to++;
	} else if (date->to <= quote.from &&
		(is_split || leads_directly(s, date->to, quote.from) ||
			(is_bare && quote.from - date->to < BARE_LEAD_MAX))) {
		quote.from = date->from;
	}
	return quote;
}

// "Two seminars were held in Nakuru. The first ...": the group is told by its members.
static void group_replace(struct entry *entry, size_t i, struct entry_activity *first)
{
	const struct entry_activity *group = &entry->activities.p[i];
	if (first->place.n == 0) {
		first->place = group->place;
		first->iso2 = group->iso2;
		first->place_span = group->place_span;
	}
	entry->activities.p[i] = *first;
}

// "Staff are being trained; two sessions were given": what was only told by its verb is told closer.
static bool tells_deed(const struct entry_activity *told, const struct entry_activity *activity,
	const struct event *event)
{
	return str_eq(told->span.rule, S("activity.verb")) && !event->m.is_deed &&
		str_eq(told->type, activity->type) && !event->m.is_further && told->place.n == 0 &&
		!date_is_known(told->period.start) && told->is_planned == activity->is_planned;
}

static void activity_keep(
	struct reading *r, const struct event *event, struct entry_activity *activity)
{
	size_t n = r->entry->activities.n;
	if (n && tells_deed(&r->entry->activities.p[n - 1], activity, event))
		group_replace(r->entry, n - 1, activity);
	else if (event->group)
		group_replace(r->entry, event->group - 1, activity);
	else
		VEC_ADD(r->mem, &r->entry->activities, *activity);
}

static void place_record(
	struct reading *r, const struct event_place *place, struct entry_activity *activity)
{
	struct range words = {place->from, place->to};
	activity->place = reading_str(r, words);
	activity->iso2 = place->iso2;
	activity->place_span = place->is_listed
		? reading_span(r, words, CERTAINTY_STATED, S("activity.place"))
		: reading_span(r, words, CERTAINTY_INFERRED, S("activity.place.unlisted"));
}

static void activity_add(
	struct event_sentence *s, const struct event *event, const struct date_hit *date)
{
	struct reading *r = s->r;
	struct entry_activity activity = entry_activity_new();
	struct range quote = quote_range(s, event, date);
	activity.type = event->m.type;
	activity.quote = reading_str(r, quote);
	activity.is_planned = event->is_planned;
	activity.count = event->date_n > 1 ? 1 : event->m.count;
	if (date)
		event_record_date(r, &activity, date);
	if (event->place.to)
		place_record(r, &event->place, &activity);
	bool is_inferred = event->is_shared || event->m.is_generic || (date && date->inferred);
	enum certainty certainty = date && date->damaged ? CERTAINTY_CORRECTED
		: is_inferred                            ? CERTAINTY_INFERRED
							 : CERTAINTY_STATED;
	activity.span = reading_span(r, quote, certainty,
		event->m.is_deed              ? S("activity.verb")
			: event->m.is_member  ? S("activity.member")
			: event->m.is_generic ? S("activity.generic")
					      : S("activity.noun"));
	activity_keep(r, event, &activity);
}

// How many places the list has that begins with the event's place.
static size_t places_count(const struct event_sentence *s, const struct event *event)
{
	struct event_place place = event->place, next;
	size_t n = place.to > 0;
	for (; n && event_place_next(s, &place, &next); n++)
		place = next;
	return n;
}

// "sessions in Benin, Guinea-Bissau and Togo": an event in each; one mission in two towns has no
// place of its own. False when there is one place or none.
static bool places_split(
	struct event_sentence *s, const struct event *event, const struct date_hit *date)
{
	struct event own = *event;
	struct event_place next;
	size_t n = places_count(s, event);
	if (n < 2)
		return false;
	bool is_each = (event->m.is_deed && event->place.from >= event->m.core_from) ||
		(event->m.is_plural && (event->m.count == 1 || event->m.count == (int64_t)n));
	own.place = is_each ? event->place : (struct event_place){0};
	own.m.count = is_each ? 1 : event->m.count;
	if (is_each && own.place.from >= own.m.topic_to && !date)
		own.m.topic_to = own.place.to;
	activity_add(s, &own, date);
	while (is_each && event_place_next(s, &own.place, &next)) {
		own.place = next;
		if (own.place.from >= own.m.topic_to && !date)
			own.m.topic_to = own.place.to;
		activity_add(s, &own, date);
	}
	return true;
}

// "in Nairobi (March 2012), Mombasa (April 2012)": the name between two dates of a list.
static bool listed_place(
	const struct event_sentence *s, struct event *own, size_t from, const struct date_hit *date)
{
	size_t begin = from;
	while (from < date->from &&
		(s->tokens->p[from].kind == TOKEN_MARK || event_role(s, from, ROLE_AND) ||
			role_at(s->tokens, from, date->from, ROLE_HELD)))
		from++;
	return from > begin && from < date->from &&
		event_place_at(s, from, date->from, true, &own->place);
}

// Each date of a split event may have a place of its own: right behind it ("from 710 May in
// Belgium"), else before it, else at the end. `from` is where the words about it begin.
static void date_place(const struct event_sentence *s, const struct event *event, size_t i,
	size_t from, struct event *own)
{
	const struct date_hit *date = event->date[i];
	size_t to = i + 1 < event->date_n ? event->date[i + 1]->from : s->range.to;
	bool is_behind = date->to < to && event_role(s, date->to, ROLE_IN);
	size_t reach = date->to + PLACE_REACH < to ? date->to + PLACE_REACH : to;
	if (is_behind && event_place_find(s, own, date->to, reach))
		return;
	if (from >= date->from)
		return;
	own->place = (struct event_place){0};
	if (event_place_find(s, own, from, date->from) || listed_place(s, own, from, date))
		return;
	if (i + 1 == event->date_n)
		event_place_find(s, own, date->to, to);
	if (!own->place.to && i == 0)
		*own = *event;
}

void event_record(struct event_sentence *s, struct event *event)
{
	if (event->date_n < 2 && places_split(s, event, event->date_n ? event->date[0] : NULL))
		return;
	if (event->date_n == 0)
		activity_add(s, event, NULL);
	size_t from = event->m.core_to;
	bool is_paired = event->date_n > 1 && places_count(s, event) == event->date_n;
	struct event_place place = event->place;
	for (size_t i = 0; i < event->date_n; i++) {
		struct event own = *event;
		if (is_paired && (i == 0 || event_place_next(s, &place, &own.place)))
			place = own.place;
		else if (event->date_n > 1)
			date_place(s, event, i, from, &own);
		activity_add(s, &own, event->date[i]);
		from = own.place.to > event->date[i]->to ? own.place.to : event->date[i]->to;
	}
}
