// SPDX-License-Identifier: EUPL-1.2
// event — a mention of an activity at work in its sentence: what governs it, and whether it stays.

#include "work/read/event.h"

bool event_between(const struct event_sentence *s, size_t from, size_t to, struct str word)
{
	return grammar_has_word(s->tokens, from, to, word);
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
	static const struct str passive[] = {S_INIT("was"), S_INIT("were"), S_INIT("is"),
		S_INIT("are"), S_INIT("be"), S_INIT("been"), S_INIT("being")};
	const struct token *p = s->tokens->p;
	if (followed == s->range.from || p[followed - 1].kind == TOKEN_MARK)
		return false;
	if (followed + 1 < s->range.to && token_is(&p[followed + 1], S("by")))
		return false;
	return !GRAMMAR_IS_ANY(&p[followed - 1], passive);
}

bool event_parted(const struct event_sentence *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if ((token_is(&s->tokens->p[i], S("followed")) && !is_active(s, i)) ||
			token_is_mark(&s->tokens->p[i], ';') ||
			token_is(&s->tokens->p[i], S("following")) ||
			token_is(&s->tokens->p[i], S("preceded")))
			return true;
	return false;
}
