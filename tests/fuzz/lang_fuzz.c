// SPDX-License-Identifier: EUPL-1.2
// lang_fuzz — whatever a browser claims to accept, there is a language for it; places are filled
// once.
#include "fuzz.h"

#include "base/arena.h"
#include "format/lang.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	SCRATCH(mem);
	struct str text = {(const char *)data, size};
	struct lang_arg arg = {.name = S("n"), .value = S("{n}")};

	(void)lang_accept_among(text, ~0U);
	(void)lang_find(text);
	MUST(lang_fill(mem, text, &arg, 1).n == size);
	return 0;
}
