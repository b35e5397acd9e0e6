// SPDX-License-Identifier: EUPL-1.2
// label — what a line is introduced by: "Objective:", "Durée :", "Time frame", "Activity 2 -".
//
// The words stand in data/read/label.*.tsv, in six languages. A label is followed by a colon, or is
// the whole line; its value may begin behind it or on the next line. All of these look at the
// tokens of one line, marked by the lexicon.
#pragma once

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
	LABEL_STATUS,
	LABEL_ACTIVITY, // "Activity 2:", and the head of a list of activities
	LABEL_DOWNLOADS,
	LABEL_PROSE, // not printed: paragraphs that stand under no label
	LABEL_N
};

// Whether actions go on, as a status line ("Completed") or the head of a list tells.
enum progress { PROGRESS_UNKNOWN, PROGRESS_ONGOING, PROGRESS_ENDED };

// The label that the line begins with, and where its value begins in it (`line.n` when it is
// empty). `is_whole`: the tokens are those of the whole line, not only of its beginning.
enum label label_of_line(
	const struct tokens *tokens, struct str line, bool is_whole, size_t *ret_value);

// Behind the label and number of an activity ("Activity 3:", "Activity 4 -") at token `i`; 0 when
// there is none.
size_t label_activity(const struct tokens *tokens, size_t i, size_t end);

// The name behind "funded by" in a line; false when it does not say who funds.
bool label_funder(const struct tokens *tokens, struct str line, size_t *ret_at, size_t *ret_n);

// What the words of a status or of a head of a list tell: "Completed", "Current projects",
// "Projects 2009 - 2020". False when the tokens are not made of such words alone.
bool label_progress(
	const struct tokens *tokens, size_t from, size_t end, enum progress *ret_progress);

// The same of the first such words that stand among the tokens.
enum progress label_progress_within(const struct tokens *tokens, size_t from, size_t end);
