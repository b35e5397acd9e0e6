// SPDX-License-Identifier: EUPL-1.2
// label — what a line is introduced by: "Objective:", "Durée :", "Time frame".
//
// The words stand in data/read/label.*.tsv, in six languages. A label is followed by a colon, or is
// the whole line; its value may begin behind it or on the next line.
#pragma once

#include "base/arena.h"
#include "base/str.h"
#include "work/read/lexicon.h"

enum label {
	LABEL_NONE,
	LABEL_OBJECTIVE,
	LABEL_SUMMARY,
	LABEL_DURATION,
	LABEL_REQUESTER,
	LABEL_EXPERTS,
	LABEL_AREA,
	LABEL_DOWNLOADS,
	LABEL_N
};

// The label of the line, and where its value begins in it (the line's length when it is empty).
enum label label_of_line(
	struct arena *mem, const struct lexicon *lexicon, struct str line, size_t *ret_value);

// The name behind "funded by" in a line; false when it does not say who funds.
bool label_funder(struct arena *mem, const struct lexicon *lexicon, struct str line, size_t *ret_at,
	size_t *ret_n);
