// SPDX-License-Identifier: EUPL-1.2
// utf8_fuzz — what is made of valid text is valid text; cutting and counting stay inside it.
#include "fuzz.h"

#include "base/arena.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	SCRATCH(mem);
	struct str text = {(const char *)data, size};
	size_t bad = 0;

	if (!utf8_is_valid(text, &bad)) {
		MUST(bad < size);
		return 0;
	}
	MUST(utf8_count(text) <= size);
	for (size_t max = 0; max <= size && max < 40; max++) {
		struct str cut = utf8_cut(text, max);
		MUST(cut.n <= max && max - cut.n < 4);
		MUST(utf8_is_valid(cut, &bad));
	}
	struct str folded = utf8_fold(mem, text);
	MUST(utf8_is_valid(folded, &bad));
	MUST(str_eq(utf8_fold(mem, folded), folded));
	struct str slug = utf8_slug(mem, text, 60);
	MUST(slug.n <= 60);
	for (size_t i = 0; i < slug.n; i++)
		MUST(slug.p[i] == '-' || char_is_digit(slug.p[i]) ||
			(slug.p[i] >= 'a' && slug.p[i] <= 'z'));
	return 0;
}
