// SPDX-License-Identifier: EUPL-1.2
// event — a mention of an activity at work in its sentence: what governs it, and whether it stays.

#include "work/read/event.h"

bool event_between(const struct event_sentence *s, size_t from, size_t to, struct str word)
{
	return grammar_has_word(s->tokens, from, to, word);
}

bool event_has_tense(const struct event_sentence *s, size_t from, size_t to)
{
	return grammar_has_verb(s->tokens, from, to, S("held")) ||
		grammar_has_verb(s->tokens, from, to, S("planned"));
}

bool event_parted(const struct event_sentence *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (token_is(&s->tokens->p[i], S("followed")) ||
			token_is_mark(&s->tokens->p[i], ';') ||
			token_is(&s->tokens->p[i], S("following")) ||
			token_is(&s->tokens->p[i], S("preceded")))
			return true;
	return false;
}
