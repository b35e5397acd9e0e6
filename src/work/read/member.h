// SPDX-License-Identifier: EUPL-1.2
// member — a mention without its noun, which stands for one of the events told before it.
//
// "The second was on border guards", "a last one was held in April", "one in Bangkok, the other in
// Cebu", "another on visas followed". Its type is that of the event told last (activity_find).
#pragma once

#include "work/read/mention.h"

// The token may be an ordinal or a word that stands for a noun: what most are not.
static inline bool member_may(const struct tokens *tokens, size_t i)
{
	return tokens->p[i].kind == TOKEN_NUMBER || lexicon_may(tokens, i, LEXICON_NUMBER) ||
		role_may(tokens, i, ROLE_ANOTHER) || role_may(tokens, i, ROLE_ONE) ||
		role_may(tokens, i, ROLE_REPEATED);
}

// The member that begins at token `i` of the sentence [begin, end); false when there is none.
bool member_read(const struct tokens *tokens, size_t i, size_t begin, size_t end,
	struct mention *ret_member);
