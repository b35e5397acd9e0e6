// SPDX-License-Identifier: EUPL-1.2
// tongue — the languages that pages are written in, and telling which one a text is in.

#include "work/read/tongue.h"

#include "work/read/lexicon.h"

enum { LOOK_TOKENS_MAX = 400 };

enum tongue tongue_of(struct str code)
{
	static const struct str codes[TONGUE_N] = {
		S_INIT("en"), S_INIT("fr"), S_INIT("es"), S_INIT("pt"), S_INIT("ru"), S_INIT("ar")};
	int i = 0;
	while (i < TONGUE_N && !str_eq(codes[i], code))
		i++;
	return (enum tongue)i;
}

enum tongue tongue_find(const struct tokens *tokens)
{
	size_t count[TONGUE_N] = {0}, n = tokens->n;
	n = n < LOOK_TOKENS_MAX ? n : LOOK_TOKENS_MAX;
	for (size_t i = 0; i < n; i++) {
		const struct lexicon_word *word = tokens->p[i].word;
		for (int k = 0; word && k < TONGUE_N; k++)
			count[k] += word->small_in >> k & 1u;
	}
	int best = TONGUE_EN;
	for (int k = 0; k < TONGUE_N; k++)
		if (count[k] > count[best])
			best = k;
	return (enum tongue)best;
}
