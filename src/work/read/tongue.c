// SPDX-License-Identifier: EUPL-1.2
// tongue — the languages that pages are written in, and telling which one a text is in.

#include "work/read/tongue.h"

#include "work/read/lexicon.h"

enum { LOOK_TOKENS_MAX = 400, KNOWN_WEIGHT = 1 };

static const struct str codes[TONGUE_N] = {
	S_INIT("en"), S_INIT("fr"), S_INIT("es"), S_INIT("pt"), S_INIT("ru"), S_INIT("ar")};

struct str tongue_code(enum tongue tongue)
{
	return codes[tongue];
}

enum tongue tongue_of(struct str code)
{
	int i = 0;
	while (i < TONGUE_N && !str_eq(codes[i], code))
		i++;
	return (enum tongue)i;
}

// The language whose letters the folded word is written in; TONGUE_N when several share them.
static enum tongue tongue_of_script(struct str fold)
{
	unsigned char first = fold.n ? (unsigned char)fold.p[0] : 0;
	if (first == 0xD0 || first == 0xD1)
		return TONGUE_RU;
	return first >= 0xD8 && first <= 0xDB ? TONGUE_AR : TONGUE_N;
}

// The weights of so many words at most, each three at most, fit side by side.
enum { TONGUE_SUM_MAX = 256 };
static const uint64_t tongue_weight_mask = (UINT64_C(1) << TONGUE_WEIGHT_BITS) - 1;

static uint64_t weights_sum(const struct tokens *tokens, size_t from, size_t to)
{
	uint64_t sum = 0;
	for (size_t i = from; i < to; i++) {
		const struct token *token = &tokens->p[i];
		if (token->word)
			sum += token->word->tongues;
		if (token->kind != TOKEN_WORD || !(token->fold.p[0] & 0x80))
			continue; // ASCII: several languages share its letters
		enum tongue script = tongue_of_script(token->fold);
		sum += script == TONGUE_N ? 0 : tongue_weight(script, KNOWN_WEIGHT);
	}
	return sum;
}

enum tongue tongue_find(const struct tokens *tokens)
{
	size_t count[TONGUE_N] = {0}, n = tokens->n;
	n = n < LOOK_TOKENS_MAX ? n : LOOK_TOKENS_MAX;
	for (size_t from = 0; from < n; from += TONGUE_SUM_MAX) {
		size_t to = n - from < TONGUE_SUM_MAX ? n : from + TONGUE_SUM_MAX;
		uint64_t sum = weights_sum(tokens, from, to);
		for (int k = 0; k < TONGUE_N; k++)
			count[k] += sum >> k * TONGUE_WEIGHT_BITS & tongue_weight_mask;
	}
	int best = TONGUE_EN;
	for (int k = 0; k < TONGUE_N; k++)
		if (count[k] > count[best])
			best = k;
	return (enum tongue)best;
}

bool tongue_words_before(enum tongue tongue)
{
	return tongue == TONGUE_EN || tongue == TONGUE_RU;
}

bool tongue_words_behind(enum tongue tongue)
{
	return tongue != TONGUE_EN;
}

bool tongue_has_articles(enum tongue tongue)
{
	return tongue != TONGUE_RU && tongue != TONGUE_AR;
}

bool tongue_verb_first(enum tongue tongue)
{
	return tongue == TONGUE_AR;
}
