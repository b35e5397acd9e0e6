// SPDX-License-Identifier: EUPL-1.2
// particle — the small words that Arabic writes onto the next one, taken apart.

#include "work/read/particle.h"

#include "work/read/stem.h"

// Behind the longest phrase of any table that begins at the token.
static size_t phrase_end(const struct tokens *tokens, size_t i)
{
	size_t to = i;
	for (int kind = LEXICON_LABEL; kind <= LEXICON_LAST; kind++) {
		const struct lexicon_entry *entry = lexicon_at(
			tokens, i, tokens->n, (enum lexicon_kind)kind);
		if (entry && i + entry->word_n > to)
			to = i + entry->word_n;
	}
	return to;
}

// The two tokens that the word is made of; false when it is one word.
static bool part(const struct lexicon *lexicon, const struct token *token, struct token ret[2])
{
	uint32_t n = (uint32_t)stem_particle(token->fold);
	if (n == 0 || token->kind != TOKEN_WORD || token->n <= n)
		return false;
	struct token rest = *token;
	rest.at += n;
	rest.n -= n;
	rest.gap = ' ';
	rest.starts_line = false;
	rest.fold = stem_of(str_from(token->fold, n));
	lexicon_give(lexicon, &rest);
	if (!rest.word)
		return false;
	ret[0] = *token;
	ret[0].n = n;
	ret[0].fold = str_sub(token->fold, 0, n);
	lexicon_give(lexicon, &ret[0]);
	ret[1] = rest;
	return true;
}

void particle_part(struct arena *mem, const struct lexicon *lexicon, struct tokens *tokens)
{
	if (tokens->tongue != TONGUE_AR)
		return;
	struct tokens parted = {.tongue = tokens->tongue};
	size_t known_to = 0;
	for (size_t i = 0; i < tokens->n; i++) {
		struct token two[2];
		size_t to = tokens->p[i].word ? phrase_end(tokens, i) : i;
		known_to = to > known_to ? to : known_to;
		if (known_to > i || !part(lexicon, &tokens->p[i], two)) {
			VEC_ADD(mem, &parted, tokens->p[i]);
			continue;
		}
		VEC_ADD(mem, &parted, two[0]);
		VEC_ADD(mem, &parted, two[1]);
	}
	lexicon_look(&parted, 0);
	*tokens = parted;
}
