// SPDX-License-Identifier: EUPL-1.2
// finding — the list of observations; the words are made at once, in the arena of the list.
#include "base/finding.h"

#include <stdarg.h>
#include <stdio.h>

void finding_add(
	struct arena *mem, struct findings *list, struct finding at, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n >= 0) {
		char *words = arena_alloc(mem, (size_t)n + 1);
		vsnprintf(words, (size_t)n + 1, format, again);
		at.message = (struct str){words, (size_t)n};
	}
	va_end(again);
	VEC_ADD(mem, list, at);
}
