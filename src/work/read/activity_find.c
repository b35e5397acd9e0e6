// SPDX-License-Identifier: EUPL-1.2
// activity_find — the events and work steps of an action: type, date, place, status, number.

#include "work/read/activity_find.h"

#include "work/read/event_date.h"
#include "work/read/event_drop.h"
#include "work/read/event_place.h"

enum { LOOK_BACK = 64, PLACE_REACH = 6 };

static bool type_is_known(const struct reading *r, struct str type)
{
	size_t n = r->entry->activities.n;
	for (size_t i = n; i > 0 && n - i < LOOK_BACK; i--)
		if (str_eq(r->entry->activities.p[i - 1].type, type))
			return true;
	return false;
}

static bool clause_speaks_of(const struct event_sentence *s, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (event_between(s, s->range.from, s->range.to, words[i]))
			return true;
	return false;
}

// What a generic noun means, from the words of its sentence.
static void type_generic(struct event_sentence *s, struct event *event)
{
	static const struct str assess[] = {S_INIT("assessing"), S_INIT("assess"),
		S_INIT("assessed"), S_INIT("identified"), S_INIT("mapping"), S_INIT("gaps")};
	static const struct str present[] = {S_INIT("presented"), S_INIT("published"),
		S_INIT("disseminated"), S_INIT("present")};
	static const struct str draft[] = {S_INIT("drafting"), S_INIT("draft")};
	static const struct str consult[] = {S_INIT("consultations"), S_INIT("consult")};
	const struct token *noun = &s->tokens->p[event->m.core_to - 1];
	bool is_mission = str_starts(noun->fold, S("mission"));
	if (!str_eq(event->m.type, S("other")))
		return;
	// "a session on X" is of the kind of the session before it.
	size_t n = s->r->entry->activities.n;
	if (event->m.is_session && n > 0) {
		event->m.type = s->r->entry->activities.p[n - 1].type;
		return;
	}
	if (is_mission && clause_speaks_of(s, consult, sizeof consult / sizeof *consult))
		event->m.type = S("consultation");
	else if (clause_speaks_of(s, assess, sizeof assess / sizeof *assess))
		event->m.type = S("assessment-mission");
	else if (!is_mission && clause_speaks_of(s, present, sizeof present / sizeof *present))
		event->m.type = S("presentation");
	else if (!is_mission && event->date_n && !token_is(noun, S("event")) &&
		clause_speaks_of(s, draft, sizeof draft / sizeof *draft))
		event->m.type = S("drafting-session");
}

static bool is_repeated(const struct event_sentence *s, const struct event *event)
{
	const struct entry *entry = s->r->entry;
	size_t n = entry->activities.n;
	for (size_t i = n; i > 0 && n - i < LOOK_BACK; i--) {
		const struct entry_activity *known = &entry->activities.p[i - 1];
		if (!str_eq(known->type, event->m.type))
			continue;
		if (event->date_n == 0 ||
			date_cmp(known->period.start, event->date[0]->period.start) == 0)
			return true;
	}
	return false;
}

// The year of a date without one, from the dates before it.
static int year_before(const struct reading *r, const struct date_hit *date)
{
	size_t i = reading_dates(r, (struct range){date->from, date->from}).from;
	for (int k = 0; i > 0 && k < LOOK_BACK; k++)
		if (r->dates.p[--i].period.start.year)
			return r->dates.p[i].period.start.year;
	return 0;
}

static void date_fill(
	struct reading *r, struct entry_activity *activity, const struct date_hit *date)
{
	struct range words = {date->from, date->to};
	enum certainty certainty = date->damaged ? CERTAINTY_CORRECTED : CERTAINTY_STATED;
	activity->period = date->period;
	activity->period.open = false;
	activity->date_raw = reading_str(r, words);
	if (date->needs_year) {
		activity->period.start.year = year_before(r, date);
		certainty = CERTAINTY_INFERRED;
		if (!activity->period.start.year)
			activity->period.start = (struct date){0};
	}
	activity->date_span = reading_span(r, words, certainty, date->rule);
	if (date->ambiguous && !date->damaged)
		reading_warn(r, words, S("R02"),
			"\"%" PRIstr
			"\" may be one day or two whose dash is lost: read as printed; "
			"check it",
			STR(activity->date_raw));
	if (date->damaged)
		reading_warn(r, words, date->rule,
			"a dash is lost in \"%" PRIstr "\": read as a range of days; check it",
			STR(activity->date_raw));
}

// An event told again, now with its date: gives it to the record that has none.
static bool date_fill_known(struct event_sentence *s, const struct event *event)
{
	struct entry *entry = s->r->entry;
	bool pointing = event->m.determiner == DETERMINER_DEFINITE && !event->m.has_ordinal;
	bool has_topic = event->m.topic_to > event->m.core_to;
	if (event->date_n != 1 || !((pointing && !has_topic) || s->in_objective))
		return false;
	for (size_t i = entry->activities.n; i > 0 && entry->activities.n - i < LOOK_BACK; i--) {
		struct entry_activity *known = &entry->activities.p[i - 1];
		if (!str_eq(known->type, event->m.type) || date_is_known(known->period.start) ||
			known->is_planned)
			continue;
		date_fill(s->r, known, event->date[0]);
		if (event->m.topic_to - event->m.from > 2 && s->in_objective) {
			struct range quote = {event->m.from, event->m.topic_to};
			known->quote = reading_str(s->r, quote);
			known->span = reading_span(
				s->r, quote, CERTAINTY_STATED, S("activity.noun"));
		}
		return true;
	}
	return false;
}

// An event that was told before, or that is no event without more being said of it.
static bool is_no_event(struct event_sentence *s, const struct event *event)
{
	bool has_topic = event->m.topic_to > event->m.core_to;
	bool is_definite = event->m.determiner == DETERMINER_DEFINITE;
	bool is_named = str_eq(event->m.type, S("presentation")) || event->m.is_session;
	bool is_dated = event->date_n > 0;
	if (event->m.is_generic && !is_dated && (is_definite || !is_named))
		return true;
	bool points_back = is_definite && !event->m.has_ordinal && !is_dated &&
		(!has_topic || s->in_objective);
	if (points_back && type_is_known(s->r, event->m.type))
		return true;
	return is_definite && is_dated && is_repeated(s, event);
}

// The objective may say where an event is held that the summary dates.
static void place_fill_known(struct event_sentence *s, struct event *event)
{
	struct entry *entry = s->r->entry;
	if (!event_place_find(s, event, event->m.core_to, s->range.to))
		return;
	struct range words = {event->place_from, event->place_to};
	for (size_t i = 0; i < entry->activities.n && i < LOOK_BACK; i++) {
		struct entry_activity *known = &entry->activities.p[i];
		if (!str_eq(known->type, event->m.type))
			continue;
		if (known->place.n == 0 && event->m.count == known->count) {
			known->place = reading_str(s->r, words);
			known->iso2 = event->place->value;
			known->place_span = reading_span(
				s->r, words, CERTAINTY_INFERRED, S("activity.place"));
		}
		return;
	}
}

static void drop_late(struct event_sentence *s)
{
	for (size_t i = 0; i < s->n; i++) {
		struct event *event = &s->event[i];
		if (event->is_dropped)
			continue;
		if (event->m.is_generic)
			type_generic(s, event);
		bool told_again = s->in_objective && type_is_known(s->r, event->m.type);
		if (told_again && !event->m.is_plural)
			place_fill_known(s, event);
		event->is_dropped = is_no_event(s, event) || date_fill_known(s, event) ||
			told_again;
	}
}

// "will be held", "will then be held": the participle is not of the past.
static bool is_future(const struct event_sentence *s, size_t participle)
{
	for (size_t i = participle; i > s->range.from && participle - i < 3; i--)
		if (role_at(s->tokens, i - 1, participle, ROLE_PLANNED))
			return true;
	return false;
}

// Where the next event of the sentence begins, or its end.
static size_t next_event(const struct event_sentence *s, const struct event *event)
{
	for (const struct event *next = event + 1; next < s->event + s->n; next++)
		if (!next->is_dropped)
			return next->m.from;
	return s->range.to;
}

// "by which the plan is to be carried out": a clause with a subject of its own, whose tense is not
// that of the event. "Which was held" has none.
static bool opens_clause(const struct event_sentence *s, size_t i, size_t end)
{
	return i > s->range.from && i + 1 < end && role_at(s->tokens, i, end, ROLE_RELATIVE) &&
		lexicon_at(s->tokens, i - 1, i, LEXICON_FUNCTION) &&
		!lexicon_at(s->tokens, i + 1, end, LEXICON_VERB);
}

// The tense of the verb behind the mention; false when there is none before the next event.
static bool tense_behind(
	const struct event_sentence *s, const struct event *event, bool *ret_planned)
{
	size_t end = next_event(s, event);
	for (size_t i = event->m.core_to; i < end; i++) {
		if (token_is(&s->tokens->p[i], S("followed")) || opens_clause(s, i, end))
			return false;
		*ret_planned = role_at(s->tokens, i, end, ROLE_PLANNED);
		if (*ret_planned || role_at(s->tokens, i, end, ROLE_HELD))
			return true;
	}
	return false;
}

// The tense of the verb before the mention; "followed by" borrows that of the verb before it.
static bool tense_before(
	const struct event_sentence *s, const struct event *event, bool *ret_planned)
{
	for (size_t i = event->m.core_from; i > s->range.from; i--) {
		if (token_is(&s->tokens->p[i - 1], S("followed")))
			continue;
		*ret_planned = role_at(s->tokens, i - 1, event->m.core_from, ROLE_PLANNED);
		if (*ret_planned)
			return true;
		if (role_at(s->tokens, i - 1, event->m.core_from, ROLE_HELD)) {
			*ret_planned = is_future(s, i - 1);
			return true;
		}
	}
	return false;
}

// The tense that holds for the mention: of the verb behind it when that is its own, else of the
// one before it, else of any behind it.
static void status_find(struct event_sentence *s, struct event *event)
{
	bool planned = false;
	if (!tense_behind(s, event, &planned) && !tense_before(s, event, &planned))
		planned = grammar_has_role(
				  s->tokens, event->m.core_to, s->range.to, ROLE_PLANNED) &&
			!grammar_has_role(s->tokens, event->m.core_to, s->range.to, ROLE_HELD);
	event->is_planned = planned;
}

// Only verbs of taking place, prepositions and places between a mention and its date: then the
// quote runs on to the date.
static bool reaches_date(const struct event_sentence *s, size_t from, size_t to)
{
	for (size_t i = from; i < to;) {
		const struct token *token = &s->tokens->p[i];
		size_t n = role_at(s->tokens, i, to, ROLE_AT);
		if (!n)
			n = role_at(s->tokens, i, to, ROLE_PREPOSITION);
		if (!n &&
			(token_is(token, S("that")) || token_is(token, S("which")) ||
				token_is(token, S("the")) || token_is_mark(token, ',') ||
				token_is_mark(token, '(')))
			n = 1;
		if (!n) {
			const struct lexicon_entry *place = grammar_place(s->tokens, i, to);
			n = place ? place->word_n : 0;
		}
		if (!n)
			return false;
		i += n;
	}
	return true;
}

static bool leads_directly(const struct event_sentence *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (s->tokens->p[i].kind != TOKEN_MARK &&
			!lexicon_at(s->tokens, i, to, LEXICON_FUNCTION) &&
			!token_is(&s->tokens->p[i], S("form")))
			return false;
	return true;
}

// The words that stand for the activity: name, topic, and the date where it is beside them.
static struct range quote_range(
	const struct event_sentence *s, const struct event *event, const struct date_hit *date)
{
	struct range quote = {event->m.from, event->m.topic_to};
	if (!date || event->is_shared)
		return quote;
	if (date->from >= event->m.core_to) {
		if (date->from < quote.to || reaches_date(s, quote.to, date->from))
			quote.to = date->to;
	} else if (date->to <= quote.from && leads_directly(s, date->to, quote.from)) {
		quote.from = date->from;
	}
	return quote;
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
		date_fill(r, &activity, date);
	if (event->place) {
		struct range words = {event->place_from, event->place_to};
		activity.place = reading_str(r, words);
		activity.iso2 = event->place->value;
		activity.place_span = reading_span(r, words, CERTAINTY_STATED, S("activity.place"));
	}
	enum certainty certainty = date && date->damaged  ? CERTAINTY_CORRECTED
		: event->is_shared || event->m.is_generic ? CERTAINTY_INFERRED
							  : CERTAINTY_STATED;
	activity.span = reading_span(r, quote, certainty,
		event->m.is_generic ? S("activity.generic") : S("activity.noun"));
	VEC_ADD(r->mem, &r->entry->activities, activity);
}

// Behind the comma or "and" that joins one place to another; 0 when the list ends at `i`.
static size_t next_place(const struct event_sentence *s, size_t i)
{
	size_t at = i;
	if (at < s->range.to && token_is_mark(&s->tokens->p[at], ','))
		at++;
	if (at < s->range.to && token_is(&s->tokens->p[at], S("and")))
		at++;
	return at > i && grammar_place(s->tokens, at, s->range.to) ? at : 0;
}

// "sessions in Benin, Guinea-Bissau and Togo": an event in each. False when there is one place;
// "Lusaka, Zambia" is one.
static bool places_split(
	struct event_sentence *s, const struct event *event, const struct date_hit *date)
{
	if (!event->place || !event->m.is_plural || event->m.count > 1 ||
		event->place->kind == LEXICON_CITY || !next_place(s, event->place_to))
		return false;
	struct event own = *event;
	for (size_t i = event->place_from; i; i = next_place(s, own.place_to)) {
		own.place = grammar_place(s->tokens, i, s->range.to);
		own.place_from = i;
		own.place_to = i + own.place->word_n;
		activity_add(s, &own, date);
	}
	return true;
}

// Each date of a split event may have a place of its own: right behind it ("from 710 May in
// Belgium"), else before it, else at the end. `from` is where the words about it begin.
static void date_place(const struct event_sentence *s, const struct event *event, size_t i,
	size_t from, struct event *own)
{
	const struct date_hit *date = event->date[i];
	size_t to = i + 1 < event->date_n ? event->date[i + 1]->from : s->range.to;
	bool is_behind = date->to < to &&
		(token_is(&s->tokens->p[date->to], S("in")) ||
			token_is(&s->tokens->p[date->to], S("at")));
	size_t reach = date->to + PLACE_REACH < to ? date->to + PLACE_REACH : to;
	if (is_behind && event_place_find(s, own, date->to, reach))
		return;
	if (from >= date->from)
		return;
	own->place = NULL;
	own->place_from = own->place_to = 0;
	if (event_place_find(s, own, from, date->from))
		return;
	if (i + 1 == event->date_n)
		event_place_find(s, own, date->to, to);
	if (!own->place && i == 0)
		*own = *event;
}

static void event_add(struct event_sentence *s, struct event *event)
{
	if (event->date_n < 2 && places_split(s, event, event->date_n ? event->date[0] : NULL))
		return;
	if (event->date_n == 0)
		activity_add(s, event, NULL);
	size_t from = event->m.core_to;
	for (size_t i = 0; i < event->date_n; i++) {
		struct event own = *event;
		if (event->date_n > 1)
			date_place(s, event, i, from, &own);
		activity_add(s, &own, event->date[i]);
		from = own.place_to > event->date[i]->to ? own.place_to : event->date[i]->to;
	}
}

// "The second was on institution building and took place in April": the noun is that of the event
// told last.
static bool ellipsis_read(const struct event_sentence *s, struct event *ret_event)
{
	const struct tokens *tokens = s->tokens;
	size_t from = s->range.from + 1, n = s->r->entry->activities.n;
	bool ordinal = false;
	if (n == 0 || from + 2 >= s->range.to || !token_is(&tokens->p[from - 1], S("the")))
		return false;
	grammar_number(tokens, from, s->range.to, &ordinal);
	if (!ordinal ||
		!(role_at(tokens, from + 1, s->range.to, ROLE_HELD) ||
			role_at(tokens, from + 1, s->range.to, ROLE_PLANNED) ||
			role_at(tokens, from + 1, s->range.to, ROLE_BEING)))
		return false;
	size_t to = from + 1;
	while (to < s->range.to && tokens->p[to].kind != TOKEN_MARK &&
		!token_is(&tokens->p[to], S("and")))
		to++;
	*ret_event = (struct event){.m = {.from = from,
					    .core_from = from,
					    .core_to = from + 1,
					    .topic_to = to,
					    .determiner = DETERMINER_DEFINITE,
					    .type = s->r->entry->activities.p[n - 1].type,
					    .has_ordinal = true,
					    .count = 1}};
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
	if (!token_is(&s->tokens->p[from], S("it")) || known->is_planned || known->count > 1 ||
		date_is_known(known->period.start) ||
		!role_at(s->tokens, from + 1, s->range.to, ROLE_AT) ||
		!reaches_date(s, from + 1, s->r->dates.p[dates.from].from))
		return;
	date_fill(s->r, known, &s->r->dates.p[dates.from]);
}

static void sentence_read(struct reading *r, struct range range, bool in_objective)
{
	struct event_sentence s = {
		.r = r, .tokens = &r->tokens, .range = range, .in_objective = in_objective};
	struct mentions mentions = mention_find(r, range);
	for (size_t i = 0; i < mentions.n && s.n < EVENTS_MAX; i++)
		s.event[s.n++] = (struct event){.m = mentions.p[i]};
	if (s.n == 0 && ellipsis_read(&s, &s.event[0]))
		s.n = 1;
	if (s.n == 0) {
		pronoun_read(&s);
		return;
	}
	event_drop_early(&s);
	event_merge_explained(&s);
	event_date_assign(&s);
	drop_late(&s);
	event_place_find_all(&s);
	for (size_t i = 0; i < s.n; i++) {
		if (s.event[i].is_dropped)
			continue;
		status_find(&s, &s.event[i]);
		event_add(&s, &s.event[i]);
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
