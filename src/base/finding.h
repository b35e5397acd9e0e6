// SPDX-License-Identifier: EUPL-1.2
// finding — an observation about data: which rule, how grave, where, in words.
//
// The reader's warnings, the importer's refusals, `attache doctor` and later `attache check` and
// the forms all make the same kind of list. A finding is not an error: making one is the work.
#pragma once

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

enum severity {
	SEVERITY_ADVISORY,
	SEVERITY_WARNING,
	SEVERITY_ERROR,
	SEVERITY_CRITICAL,
};

struct finding {
	struct str rule; // `noun.what-is-wrong`, or the standard's id of the rule
	enum severity severity;
	struct str message; // a sentence its reader can act on
	size_t offset;      // bytes from the start of the input
	size_t length;      // 0 when the finding has no place
};

struct findings VEC_OF(struct finding);

// Adds one; the message is formatted into `mem`.
void finding_add(struct arena *mem, struct findings *list, struct finding at, const char *format,
	...) PRINTF_LIKE(4, 5);
