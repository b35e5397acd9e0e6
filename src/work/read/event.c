// SPDX-License-Identifier: EUPL-1.2
// event — a mention of an activity at work in its sentence: what governs it, and whether it stays.

#include "work/read/event.h"

bool event_between(const struct event_sentence *s, size_t from, size_t to, enum role role)
{
	return grammar_has_role(s->tokens, from, to, role);
}

bool event_has_tense(const struct event_sentence *s, size_t from, size_t to)
{
	return grammar_has_role(s->tokens, from, to, ROLE_HELD) ||
		grammar_has_role(s->tokens, from, to, ROLE_PLANNED);
}

// "A workshop followed in May": it is itself what follows, so its date stays with it. "Was followed
// in May by a seminar" and "followed by a seminar" lead on to another.
static bool is_active(const struct event_sentence *s, size_t followed)
{
	const struct token *p = s->tokens->p;
	if (followed == s->range.from || p[followed - 1].kind == TOKEN_MARK)
		return false;
	if (followed + 1 < s->range.to && event_role(s, followed + 1, ROLE_BY))
		return false;
	return !event_role(s, followed - 1, ROLE_PASSIVE);
}

bool event_parted(const struct event_sentence *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if ((event_role(s, i, ROLE_FOLLOWED) && !is_active(s, i)) ||
			token_is_mark(&s->tokens->p[i], ';') || event_role(s, i, ROLE_FOLLOWING))
			return true;
	return false;
}

bool event_is_old_plan(const struct event_sentence *s, size_t participle)
{
	size_t i = participle + 1;
	if (participle == s->range.from || !event_role(s, participle, ROLE_PLANNED) ||
		i >= s->range.to ||
		!(event_role(s, i, ROLE_PREPOSITION) || event_role(s, i, ROLE_ADVERB) ||
			token_is_mark(&s->tokens->p[participle - 1], ',')) ||
		event_role(s, participle - 1, ROLE_PASSIVE))
		return false;
	while (i + 1 < s->range.to && s->tokens->p[i].kind != TOKEN_MARK)
		i++;
	if (i + 1 >= s->range.to || !token_is_mark(&s->tokens->p[i], ','))
		return false;
	for (i++; i + 1 < s->range.to && event_role(s, i, ROLE_ADVERB) &&
		!event_role(s, i, ROLE_HELD);)
		i++; // ", finalmente se impartió"
	return event_role(s, i, ROLE_HELD);
}

// "in the period from 3 to 5 May": there the word says when.
static bool is_within(const struct event_sentence *s, size_t i)
{
	if (i > s->range.from && event_role(s, i - 1, ROLE_DEFINITE))
		i--;
	return i > s->range.from &&
		(event_role(s, i - 1, ROLE_IN) || event_role(s, i - 1, ROLE_TOPIC_END));
}

bool event_is_background(const struct event_sentence *s, const struct date_hit *date)
{
	for (size_t i = date->from; i > s->range.from; i--) {
		const struct token *token = &s->tokens->p[i - 1];
		if (token_is_mark(token, ',') ||
			lexicon_at(s->tokens, i - 1, s->range.to, LEXICON_ACTIVITY) ||
			lexicon_at(s->tokens, i - 1, s->range.to, LEXICON_DEED))
			return false;
		// "عن بعد": the word "after" in "from afar"
		if (event_role(s, i - 1, ROLE_BACKGROUND) &&
			!grammar_ends_with(s->tokens, i, s->range.from, ROLE_REMOTE))
			return !is_within(s, i - 1);
	}
	return false;
}

size_t event_dates_between(const struct event_sentence *s, size_t from, size_t to)
{
	struct range dates = reading_dates(s->r, (struct range){from, to});
	size_t n = 0;
	for (size_t i = dates.from; i < dates.to; i++)
		n += !event_is_background(s, &s->r->dates.p[i]);
	return n;
}
