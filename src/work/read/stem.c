// SPDX-License-Identifier: EUPL-1.2
// stem — what is left of an inflected word, so that a table needs to name it once.

#include "work/read/stem.h"

#include "work/read/vocabulary.h"

enum {
	STEM_BYTES_MIN = 6, // three letters of two bytes
	REST_BYTES_MIN = 4, // of what stands behind a particle
};

// Cyrillic begins with the bytes D0 and D1, Arabic with D8 to DB.
static bool is_of_script(struct str word, struct str lang)
{
	unsigned char first = (unsigned char)word.p[0];
	if (str_eq(lang, S("ru")))
		return first == 0xD0 || first == 0xD1;
	return first >= 0xD8 && first <= 0xDB;
}

// The bytes of the longest affix of each side that leaves enough of the word.
struct affixes {
	size_t prefix, suffix;
};

static struct affixes affixes_of(struct str word)
{
	struct affixes longest = {0, 0};
	for (size_t i = 0; i < read_affix_table_n; i++) {
		const struct read_affix *affix = &read_affix_table[i];
		size_t n = affix->text.n;
		size_t *side = affix->is_prefix ? &longest.prefix : &longest.suffix;
		if (n <= *side || word.n < n + STEM_BYTES_MIN)
			continue;
		const char *there = affix->is_prefix ? word.p : word.p + word.n - n;
		if (there[n - 1] == affix->text.p[n - 1] && !affix->is_particle &&
			memcmp(there, affix->text.p, n) == 0 && is_of_script(word, affix->lang))
			*side = n;
	}
	return longest;
}

// Most words have no prefix. Behind one, there may be less left for the other side.
struct str stem_of(struct str fold)
{
	if (fold.n <= STEM_BYTES_MIN || (unsigned char)fold.p[0] < 0xD0)
		return fold;
	struct affixes affixes = affixes_of(fold);
	if (affixes.prefix) {
		fold = str_from(fold, affixes.prefix);
		affixes = affixes_of(fold);
	}
	return str_sub(fold, 0, fold.n - affixes.suffix);
}

size_t stem_particle(struct str fold)
{
	for (size_t i = 0; i < read_affix_table_n; i++) {
		const struct read_affix *affix = &read_affix_table[i];
		if (affix->is_particle && fold.n >= affix->text.n + REST_BYTES_MIN &&
			str_starts(fold, affix->text))
			return affix->text.n;
	}
	return 0;
}
