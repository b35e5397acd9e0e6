// SPDX-License-Identifier: EUPL-1.2
// event_place — where the events of a sentence took place.

#include "work/read/event_place.h"

static bool goes_somewhere(const struct event *event)
{
	return str_eq(event->m.type, S("study-visit")) || str_ends(event->m.type, S("mission"));
}

bool event_place_find(const struct event_sentence *s, struct event *event, size_t from, size_t to)
{
	const struct entry *entry = s->r->entry;
	for (size_t i = from; i + 1 < to; i++) {
		const struct token *token = &s->tokens->p[i];
		bool in = token_is(token, S("in")) || token_is(token, S("at"));
		bool leads = token_is(token, S("to")) && goes_somewhere(event);
		size_t at = i + 1;
		if (!in && !leads)
			continue;
		if (token_is(&s->tokens->p[at], S("the")) && at + 1 < to)
			at++;
		const struct lexicon_entry *place = grammar_place(s->tokens, at, to);
		if (!place)
			continue;
		bool is_own = place->kind == LEXICON_COUNTRY && str_eq(place->value, entry->iso2);
		// A country behind a town is the town's; a name followed by a noun is an adjective.
		size_t behind = at + place->word_n;
		bool is_adjective = behind < to && s->tokens->p[behind].gap == '\'';
		if (is_own || is_adjective)
			continue;
		event->place = place;
		event->place_from = at;
		event->place_to = behind;
		return true;
	}
	return false;
}

static size_t next_event_from(const struct event_sentence *s, size_t i)
{
	for (size_t k = i + 1; k < s->n; k++)
		if (!s->event[k].is_dropped)
			return s->event[k].m.from;
	return s->range.to;
}

void event_place_find_all(struct event_sentence *sentence)
{
	for (size_t i = 0; i < sentence->n; i++) {
		struct event *event = &sentence->event[i];
		if (event->is_dropped)
			continue;
		size_t to = next_event_from(sentence, i);
		if (event_place_find(sentence, event, event->m.core_to, to))
			continue;
		bool first = true;
		for (size_t k = 0; k < i; k++)
			first = first && sentence->event[k].is_dropped;
		if (first)
			event_place_find(sentence, event, sentence->range.from, event->m.from);
	}
	for (size_t i = sentence->n; i-- > 1;) {
		struct event *a = &sentence->event[i - 1], *b = &sentence->event[i];
		if (!a->is_dropped && !a->place && b->place &&
			event_between(sentence, b->m.core_to, b->place_from, S("both"))) {
			a->place = b->place;
			a->place_from = b->place_from;
			a->place_to = b->place_to;
		}
	}
}
