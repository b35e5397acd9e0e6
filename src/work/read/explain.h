// SPDX-License-Identifier: EUPL-1.2
// explain — what the reader sees in the words behind a fact, for people who ask why.
//
// The entry is cut into tokens once more, in the language it is written in; a fact is explained by
// those that stand in its bytes, each with what the tables of words say of it, and by the sentence
// of its rule (data/read/rule.*.tsv).
#pragma once

#include "base/err.h"
#include "model/entry.h"
#include "work/read/lexicon.h"
#include "work/read/line.h"
#include "work/read/text.h"

// An entry that is being explained.
struct explained {
	struct text text;
	struct tokens tokens;
};

// Words that mean something together, and what: "study visit" is "activity study-visit". Words that
// no table knows mean nothing.
struct explained_phrase {
	struct str text;
	struct str meaning; // several are parted by commas
};
struct explained_phrases VEC_OF(struct explained_phrase);

// The tokens of the bytes that the entry takes of the page, whose lines the source has.
bool explain_entry(struct arena *mem, const struct lexicon *lexicon,
	const struct line_source *source, struct span whole, struct explained *ret_explained,
	struct err *err) MUST_CHECK;

// The phrases in the bytes of a fact.
struct explained_phrases explain_span(
	struct arena *mem, const struct explained *explained, struct span span);

// What the rule does, in a sentence; empty when it is not known.
struct str explain_rule(struct str rule);
