// SPDX-License-Identifier: EUPL-1.2
// paper_stage — how far a sentence says that a paper has come, and when.
#pragma once

#include "work/read/paper.h"

enum paper_stage {
	PAPER_NO_STAGE,
	PAPER_DRAFTED,
	PAPER_DELIVERED,
	PAPER_PRESENTED,
	PAPER_PUBLISHED,
	PAPER_ADOPTED, // the furthest last, as in enum role
};

// What is said of the work on a paper of which no stage is told.
enum paper_work {
	PAPER_WORK_UNTOLD,
	PAPER_WORK_TO_COME,
	PAPER_WORK_BEGUN,
	PAPER_WORK_GOES_ON // told in the present
};

// The furthest stage that the sentence tells of the paper, behind its name or before it; the first
// token of the words that tell it goes to *ret_at. What is only to come is no stage.
enum paper_stage paper_stage_of(
	const struct tokens *tokens, const struct paper *paper, size_t *ret_at);

// The same for words behind its name alone.
enum paper_stage paper_stage_behind(
	const struct tokens *tokens, const struct paper *paper, size_t *ret_at);

// "is being drafted", "will be drafted" behind the name.
enum paper_work paper_work_behind(const struct tokens *tokens, const struct paper *paper);

// The furthest stage that the participle at token `i` may tell.
enum paper_stage paper_stage_at(const struct tokens *tokens, size_t i, size_t end);

// The slug of data/output_status.tsv.
struct str paper_stage_slug(enum paper_stage stage);

// When the stage told at token `at` was reached: a date behind it, that of the event "where" it
// was, or that of the event that "at this workshop" points to. Unknown when the text gives none.
struct date paper_stage_date(const struct reading *reading, const struct paper *paper, size_t at);
