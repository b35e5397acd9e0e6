// SPDX-License-Identifier: EUPL-1.2
// reading — one entry while it is being read: its text, its tokens, and what was found so far.
//
// Every finder takes a reading and adds to its entry. Texts in the entry are slices of the
// reading's text; all of it lives in the arena of the entry.
#pragma once

#include "model/entry.h"
#include "work/read/date_find.h"
#include "work/read/label.h"
#include "work/read/lexicon.h"
#include "work/read/text.h"
#include "work/read/token.h"

// Tokens from `from` up to `to`; none when they are equal.
struct range {
	size_t from, to;
};

struct ranges VEC_OF(struct range);

// What was found when a body was looked for at a token.
struct body_seen {
	uint32_t end; // before which it was looked for; 0: it was not yet
	uint32_t to;  // behind the body; 0 when none begins there
};

struct reading {
	struct arena *mem;
	const struct lexicon *lexicon;
	const struct text *source;
	struct str text;
	struct tokens tokens;
	struct range place, title;   // of the heading
	struct range field[LABEL_N]; // the value of each field
	struct ranges steps;         // activities listed one by one (step_find.h)
	struct ranges sentences;     // of the objective, then the steps, then of the summary
	size_t summary_sentence;     // the first behind those of the objective
	struct date_hit duration;    // of the field of that name
	bool has_duration;           // it was found there
	struct date_hits dates;      // of the sentences, in text order
	struct body_seen *body_seen; // one for each token, so that body_at looks once; or NULL
	struct entry *entry;
};

// Which of the reading's dates lie among the tokens: indexes into it.
struct range reading_dates(const struct reading *reading, struct range range);

// The tokens that lie within the bytes.
struct range reading_range(const struct reading *reading, size_t at, size_t n);
// The text of the tokens.
struct str reading_str(const struct reading *reading, struct range range);
// Where the tokens stand in the file.
struct span reading_span(const struct reading *reading, struct range range,
	enum certainty certainty, struct str rule);
// The same for bytes of the text.
struct span reading_span_of(const struct reading *reading, size_t at, size_t n,
	enum certainty certainty, struct str rule);
// The text of the tokens with its span.
struct entry_text reading_text(const struct reading *reading, struct range range,
	enum certainty certainty, struct str rule);
// Adds a warning about the bytes of the tokens.
void reading_warn(struct reading *reading, struct range range, struct str rule, const char *format,
	...) PRINTF_LIKE(4, 5);
