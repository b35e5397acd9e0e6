// SPDX-License-Identifier: EUPL-1.2
// read_why — for each fact of an entry, the rule that found it and what the reader saw in its words.
#pragma once

#include "base/out.h"
#include "format/json_write.h"
#include "model/entry.h"
#include "work/read/lexicon.h"
#include "work/read/line.h"

// The page that is explained.
struct why {
	const struct lexicon *lexicon;
	struct line_source source;
};

// Lines for people: fact, certainty and rule; what the rule does; where the words stand; the words.
void why_text(struct out *out, const struct why *why, const struct entry *entry);

// The member "explain" of the entry's object: fact, value, certainty, rule, because, span, words, tokens.
void why_json(struct json *json, const struct why *why, const struct entry *entry);
