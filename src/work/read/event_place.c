// SPDX-License-Identifier: EUPL-1.2
// event_place — where the events of a sentence took place.

#include "work/read/event_place.h"

enum { NAME_WORDS_MAX = 3 };

static bool goes_somewhere(const struct event *event)
{
	return str_eq(event->m.type, S("study-visit")) || event->m.noun == NOUN_MISSION ||
		str_ends(event->m.type, S("mission"));
}

// A word with a capital that no table knows, as names of small towns are.
static bool is_unknown_name(const struct tokens *tokens, size_t i)
{
	static const enum lexicon_kind known[] = {LEXICON_MONTH, LEXICON_DEMONYM, LEXICON_BODY,
		LEXICON_ORGAN, LEXICON_OUTPUT, LEXICON_THEME, LEXICON_ACTIVITY, LEXICON_REGION,
		LEXICON_FUNCTION, LEXICON_LABEL, LEXICON_EXPERT, LEXICON_PEOPLE, LEXICON_DATE};
	const struct token *token = &tokens->p[i];
	if (token->kind != TOKEN_WORD || !token->upper || token->all_upper)
		return false;
	for (size_t k = 0; k < sizeof known / sizeof *known; k++)
		if (lexicon_at(tokens, i, tokens->n, known[k]))
			return false;
	return true;
}

// Behind the words of an unknown name; `i` when there is none.
static size_t unknown_name_to(const struct tokens *tokens, size_t i, size_t end)
{
	size_t to = i;
	while (to < end && to - i < NAME_WORDS_MAX && is_unknown_name(tokens, to) &&
		(to == i || tokens->p[to].gap == ' ' || tokens->p[to].gap == '-'))
		to++;
	return to;
}

// A noun, or more of the name, stands at the token: "in Schengen matters" names no town.
static bool goes_on(const struct tokens *tokens, size_t i, size_t end)
{
	if (i >= end || tokens->p[i].kind != TOKEN_WORD)
		return false;
	if (tokens->p[i].upper || tokens->p[i].gap != ' ')
		return true;
	return grammar_in_phrase(tokens, i, end) && !lexicon_at(tokens, i, end, LEXICON_DATE) &&
		!lexicon_at(tokens, i, end, LEXICON_VERB) &&
		!lexicon_at(tokens, i, end, LEXICON_MONTH);
}

// The country that is told right behind a town: ", Zambia", ", au Sénégal", "(Zambia)". Answers NULL
// when none is; *ret_behind is behind it.
static const struct lexicon_entry *country_behind(
	const struct event_sentence *s, size_t at, size_t *ret_behind)
{
	const struct token *p = s->tokens->p;
	size_t end = s->range.to;
	if (at + 1 >= end || !(token_is_mark(&p[at], ',') || token_is_mark(&p[at], '(')))
		return NULL;
	size_t i = at + 1;
	if (i + 1 < end && event_role(s, i, ROLE_IN))
		i++;
	if (i + 1 < end && event_role(s, i, ROLE_DEFINITE))
		i++;
	const struct lexicon_entry *country = lexicon_at(s->tokens, i, end, LEXICON_COUNTRY);
	if (!country || !token_names(&p[i]))
		return NULL;
	*ret_behind = i + country->word_n;
	*ret_behind += *ret_behind < end && token_is_mark(&p[at], '(') &&
		token_is_mark(&p[*ret_behind], ')');
	return country;
}

// A word of a script without capitals that no table knows, alone behind "in" where its clause ends or
// a date follows.
static bool is_caseless_name(const struct event_sentence *s, size_t i, size_t end)
{
	struct date_hit date;
	const struct token *token = &s->tokens->p[i];
	if (!token_is_caseless(token) || token->word || i == s->range.from ||
		!event_role(s, i - 1, ROLE_IN) || event_dates_between(s, s->range.from, end) == 0)
		return false;
	size_t next = i + 1;
	next += next < end && event_role(s, next, ROLE_PREPOSITION);
	return i + 1 >= end || s->tokens->p[i + 1].kind == TOKEN_MARK ||
		(next < s->range.to && date_at(s->tokens, next, s->range.to, &date));
}

// "in Kitwe", "in Port Antonio": a town that no table has, taken to be in the action's country.
static bool unlisted_at(
	const struct event_sentence *s, size_t i, size_t end, struct event_place *ret_place)
{
	size_t to = unknown_name_to(s->tokens, i, end);
	if (to == i && is_caseless_name(s, i, end))
		to = i + 1;
	else if (to == i || goes_on(s->tokens, to, end))
		return false;
	size_t behind;
	const struct lexicon_entry *country = country_behind(s, to, &behind);
	*ret_place = (struct event_place){.from = i,
		.to = to,
		.iso2 = country ? country->value : s->r->entry->iso2,
		.is_town = true};
	return true;
}

// "the Stockholm Programme": the name goes on.
static bool is_name_on(const struct tokens *tokens, size_t i, size_t end)
{
	return tokens->p[i].kind == TOKEN_WORD && tokens->p[i].upper && !tokens->p[i].starts_line &&
		!lexicon_at(tokens, i, end, LEXICON_MONTH) &&
		!lexicon_at(tokens, i, end, LEXICON_COUNTRY) &&
		!lexicon_at(tokens, i, end, LEXICON_DATE) &&
		!lexicon_at(tokens, i, end, LEXICON_FUNCTION);
}

// Where the place's name within "Ciudad de Panamá" begins; `i` when no such word stands there.
static size_t behind_town_word(const struct event_sentence *s, size_t i, size_t end)
{
	size_t at = i + role_at(s->tokens, i, end, ROLE_TOWN);
	if (at == i || at + 1 >= end || !event_role(s, at, ROLE_OF))
		return i;
	at++;
	return at + event_role(s, at, ROLE_DEFINITE);
}

// Behind "International Airport" and the like at `i`; `i` when no such word stands there.
static size_t behind_site_word(const struct event_sentence *s, size_t i, size_t end)
{
	for (size_t k = i; k < end && k < i + 2 && s->tokens->p[k].upper; k++)
		if (event_role(s, k, ROLE_SITE))
			return k + 1;
	return i;
}

// "Entebbe Airport", "Ciudad de Panamá": a name of which a place's name is a part.
static bool compound_at(
	const struct event_sentence *s, size_t i, size_t end, struct event_place *ret_place)
{
	if (i + 1 >= end || !s->tokens->p[i].upper)
		return false;
	size_t at = behind_town_word(s, i, end);
	const struct lexicon_entry *name = grammar_place(s->tokens, at, end);
	if (!name || (name->kind == LEXICON_COUNTRY && at == i))
		return false;
	size_t inner = at + name->word_n;
	size_t to = at == i ? behind_site_word(s, inner, end) : inner;
	if (at == i && to == inner)
		return false;
	*ret_place = (struct event_place){
		.from = i, .to = to, .iso2 = name->value, .is_listed = true, .is_town = true};
	return true;
}

bool event_place_at(const struct event_sentence *s, size_t i, size_t end, bool unlisted,
	struct event_place *ret_place)
{
	if (compound_at(s, i, end, ret_place))
		return true;
	const struct lexicon_entry *name = grammar_place(s->tokens, i, end);
	if (!name)
		return unlisted && i < end && unlisted_at(s, i, end, ret_place);
	size_t to = i + name->word_n;
	struct str own = s->r->entry->iso2;
	bool is_town = name->kind == LEXICON_CITY;
	// Towns of one name: that of the action's country first, also before another country.
	if (!is_town && !str_eq(name->value, own))
		is_town = own.n && lexicon_is(s->tokens, i, end, LEXICON_CITY, own) == name->word_n;
	bool is_own = is_town && lexicon_is(s->tokens, i, end, LEXICON_CITY, own) == name->word_n;
	// A name followed by an apostrophe is an adjective, one before a name is a part of it.
	if (to < end && (s->tokens->p[to].gap == '\'' || is_name_on(s->tokens, to, end)))
		return false;
	*ret_place = (struct event_place){.from = i,
		.to = to,
		.iso2 = is_own ? own : name->value,
		.is_listed = true,
		.is_town = is_town};
	return true;
}

// Behind the country of a town: "Lusaka, Zambia" is one place.
static size_t skip_country(const struct event_sentence *s, const struct event_place *place)
{
	size_t at = place->to;
	size_t behind = at;
	const struct lexicon_entry *country = place->is_town ? country_behind(s, at, &behind)
							     : NULL;
	bool is_its = country && (!place->is_listed || str_eq(country->value, place->iso2));
	return is_its ? behind : at;
}

bool event_place_next(const struct event_sentence *s, const struct event_place *place,
	struct event_place *ret_place)
{
	size_t from = skip_country(s, place), at = from, end = s->range.to;
	if (at < end && token_is_mark(&s->tokens->p[at], ','))
		at++;
	at += at < end ? role_at(s->tokens, at, end, ROLE_AND) : 0;
	// "au Gabon, au Tchad", "a Portugal y a Italia"
	if (at > from && at < end && (event_role(s, at, ROLE_IN) || event_role(s, at, ROLE_TO)))
		at += at + 1 < end && event_role(s, at + 1, ROLE_DEFINITE) ? 2u : 1u;
	return at > from && event_place_at(s, at, end, place->is_town, ret_place);
}

// Behind "town of", "cidade da", "городе", "capital, "; `i` where no such word stands. One with a
// capital is a part of the name.
static size_t skip_town(const struct event_sentence *s, size_t i, size_t to)
{
	size_t at = i;
	for (size_t n; at < to && !(s->tokens->p[at].upper && s->tokens->tongue != TONGUE_AR);) {
		n = role_at(s->tokens, at, to, ROLE_TOWN);
		if (!n)
			break;
		at += n;
		if (at < to && event_role(s, at, ROLE_OF))
			at++;
		if (at < to &&
			(event_role(s, at, ROLE_DEFINITE) ||
				token_is_mark(&s->tokens->p[at], ',') ||
				token_is_mark(&s->tokens->p[at], '.')))
			at++;
	}
	return at < to && at > i && token_names(&s->tokens->p[at]) ? at : i;
}

// A date at `i`, or behind "from".
static bool is_dated(const struct event_sentence *s, size_t i, size_t to)
{
	struct date_hit date;
	i += i < to && event_role(s, i, ROLE_FROM);
	return i < to && date_at(s->tokens, i, s->range.to, &date);
}

// The mark at `i` may part an event from its place: an opening bracket, or one of those that stand
// right behind the mention.
static bool opens_place(const struct event_sentence *s, const struct event *event, size_t i)
{
	const struct token *mark = &s->tokens->p[i];
	bool is_beside = i == event->m.topic_to || i == event->m.core_to;
	return token_is_mark(mark, '(') ||
		(is_beside &&
			(token_is_mark(mark, ',') || token_is_mark(mark, ':') ||
				token_is_mark(mark, '-')));
}

// "(Apia, February 2013)", "mission, Lusaka, 12 May": the place stands right behind the mention;
// "at the Academy, Suva, from 4 March": or between a comma and a date.
static bool is_apposed(
	const struct event_sentence *s, const struct event *event, size_t i, size_t to)
{
	const struct token *p = s->tokens->p;
	bool opens = opens_place(s, event, i);
	struct event_place place;
	if ((!opens && !token_is_mark(&p[i], ',')) || !event_place_at(s, i + 1, to, true, &place) ||
		!place.is_town)
		return false;
	for (struct event_place next; event_place_next(s, &place, &next);)
		place = next;
	size_t behind = skip_country(s, &place);
	if (behind >= to || token_is_mark(&p[behind], ')') || token_is_mark(&p[behind], '.'))
		return (i == event->m.topic_to || i == event->m.core_to) && place.is_listed;
	bool parts = token_is_mark(&p[behind], ',') || token_is_mark(&p[behind], '(');
	return (opens || parts) && is_dated(s, behind + parts, to);
}

// "Kumasi hosted a round table", "the town of Kumasi saw": the place as who received the event.
static bool place_hosts(const struct event_sentence *s, struct event *event)
{
	for (size_t i = s->range.from; i + 1 < event->m.from; i++) {
		struct event_place place;
		size_t at = skip_town(s, i, event->m.from);
		if (!token_names(&s->tokens->p[at]) ||
			!event_place_at(s, at, event->m.from, at > i, &place) || !place.is_town ||
			place.to >= event->m.from)
			continue;
		size_t verb = role_at(s->tokens, place.to, event->m.from, ROLE_HOSTS);
		// "استضافت مدينة الزرقاء ندوة": the verb stands before it
		bool is_before = tongue_verb_first(s->tokens->tongue) && i > s->range.from &&
			event_role(s, i - 1, ROLE_HOSTS);
		if (!verb && !is_before)
			continue;
		event->place = place;
		return true;
	}
	return false;
}

// Where the name of a place would begin behind the word at `i`; 0 when that word leads to none.
static size_t leads_to(const struct event_sentence *s, const struct event *event, size_t i,
	size_t to, bool *is_going)
{
	bool in = event_role(s, i, ROLE_IN);
	bool going = event_role(s, i, ROLE_TO) && goes_somewhere(event) &&
		!grammar_purpose(s->tokens, i, to);
	*is_going = *is_going || going;
	bool of = *is_going && event_role(s, i, ROLE_OF);
	if (!in && !going && !of && !is_apposed(s, event, i, to))
		return 0;
	size_t at = i + 1;
	// "in the Gambia", but "in La Paz"
	at += at + 1 < to && event_role(s, at, ROLE_DEFINITE) && !grammar_place(s->tokens, at, to);
	return skip_town(s, at, to);
}

bool event_place_find(const struct event_sentence *s, struct event *event, size_t from, size_t to)
{
	bool is_going = false;
	for (size_t i = from; i + 1 < to; i++) {
		size_t at = leads_to(s, event, i, to, &is_going);
		struct event_place place;
		bool unlisted = at == i + 1 || is_going || !event_role(s, at - 1, ROLE_DEFINITE);
		if (!at || !event_place_at(s, at, to, unlisted, &place))
			continue;
		if (!place.is_town && str_eq(place.iso2, s->r->entry->iso2))
			continue;
		if (!place.is_listed && is_going && !event_role(s, i, ROLE_IN))
			place.iso2 = STR_EMPTY; // abroad, and no more is known
		event->place = place;
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

static bool is_first(const struct event_sentence *s, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (!s->event[k].is_dropped)
			return false;
	return true;
}

// "A mission and a workshop, both in Praia".
static void share_both(struct event_sentence *s)
{
	for (size_t i = s->n; i-- > 1;) {
		struct event *a = &s->event[i - 1], *b = &s->event[i];
		if (!a->is_dropped && !a->place.to && b->place.to &&
			event_between(s, b->m.core_to, b->place.from, ROLE_BOTH))
			a->place = b->place;
	}
}

void event_place_find_all(struct event_sentence *sentence)
{
	for (size_t i = 0; i < sentence->n; i++) {
		struct event *event = &sentence->event[i];
		size_t from = event->m.core_to - (event->m.is_deed ? 1 : 0); // "travelled to"
		if (event->is_dropped ||
			event_place_find(sentence, event, from, next_event_from(sentence, i)))
			continue;
		if (is_first(sentence, i) &&
			!event_place_find(sentence, event, sentence->range.from, event->m.from))
			place_hosts(sentence, event);
	}
	share_both(sentence);
}
