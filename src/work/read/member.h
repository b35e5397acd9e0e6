// SPDX-License-Identifier: EUPL-1.2
// member — a mention without its noun, which stands for one of the events told before it.
//
// "The second was on border guards", "a last one was held in April", "one in Bangkok, the other in
// Cebu", "another on visas followed". Its type is that of the event told last (activity_find).
#pragma once

#include "work/read/mention.h"

// What a member may begin with: an ordinal, or a word that stands for a noun.
#define MEMBER_KINDS (LEXICON_BIT(LEXICON_NUMBER) | LEXICON_DIGITS)
#define MEMBER_ROLES (ROLE_BIT(ROLE_ANOTHER) | ROLE_BIT(ROLE_ONE) | ROLE_BIT(ROLE_REPEATED))
#define MEMBER_RARE_ROLES \
	(ROLE_RARE_BIT(ROLE_ANOTHER) | ROLE_RARE_BIT(ROLE_ONE) | ROLE_RARE_BIT(ROLE_REPEATED))

static inline bool member_may(const struct tokens *tokens, size_t i)
{
	static const struct lexicon_bits member = {
		.kinds = MEMBER_KINDS, .roles = MEMBER_ROLES, .rare = MEMBER_RARE_ROLES};
	return lexicon_is_sought(&tokens->p[i], &member);
}

// The member that begins at token `i` of the sentence [begin, end); false when there is none.
bool member_read(const struct tokens *tokens, size_t i, size_t begin, size_t end,
	struct mention *ret_member);
