// SPDX-License-Identifier: EUPL-1.2
// paper — where a sentence names a paper or tool: its noun, its name, and the kind of naming.
//
// The nouns are rows of data/read/output.*.tsv. Whether the action makes the paper is decided by
// output_find, how far it has come by paper_stage.
#pragma once

#include "work/read/reading.h"

enum paper_use {
	PAPER_NAMED,     // "a Manual on Valuation"
	PAPER_REFERENCE, // "the manual", "the plan": only one that is known already
	PAPER_GENERAL,   // "legislation": gives way to a paper of its type that has a name
	PAPER_STUDY,     // "the study": work, and a paper only once it is presented or published
};

struct paper {
	struct range name;
	size_t head_from, head_to; // its noun or nouns
	struct str type; // slug of data/output_type.tsv; empty for a reference of any type
	enum paper_use use;
	bool is_titled;        // its noun has a capital
	bool is_being_drafted; // "action plan drafting process": the word of making stands behind
	struct range sentence;
};

// The paper whose noun begins at token `i` of the sentence. False when none does, or when the noun
// only tells what the next one is about ("policy exchange").
bool paper_at(
	const struct tokens *tokens, size_t i, struct range sentence, struct paper *ret_paper);

// Where a phrase of a theme that ends before token `to` begins ("migration and development"); `to`
// when none does.
size_t paper_theme_begin(const struct tokens *tokens, size_t to, size_t begin);
