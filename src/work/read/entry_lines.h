// SPDX-License-Identifier: EUPL-1.2
// entry_lines — the lines of an entry while they are gathered: its heading, and what stands under
// which label.
#pragma once

#include "model/entry.h"
#include "work/read/line_class.h"

// A line with all that is known of it.
struct taken {
	struct line line;
	struct line_class class;
	struct str text;
	struct line_source before; // a bookmark to read it again from
	struct text text_before;   // the text without it
};

// The value behind a label, within the text of the entry.
struct section {
	enum label label;
	size_t at, n;
	bool is_parted;              // lines that do not belong to it stand in the middle of it
	const struct tokens *tokens; // of a line that was looked at as a whole; else NULL
};

struct sections VEC_OF(struct section);

// All of it lives in the arena of the text.
struct entry_lines {
	struct text text;
	size_t heading_at, heading_n; // n is 0 without a heading
	struct heading heading;       // of that line; its place also of an item of a list
	int heading_level;            // in HTML; 0 in plain text
	bool is_listed;               // an item of a list, whose heading is its own beginning
	enum progress progress;       // what a status, or the head of the list, tells
	struct span progress_span;    // where it does
	struct sections section;
	bool seen[LABEL_N];   // labels among them
	bool is_closed;       // the value of the last of them is complete
	bool is_skipped;      // a line was left out since the last that was kept
	size_t end;           // behind its last byte
	bool is_cut;          // it was too long: the rest of it is not here
	struct sections line; // every line of it; `label` is not used
};

// Takes back the last line of the text, which does not belong to the entry.
void entry_lines_skip(struct entry_lines *lines, const struct taken *taken);

// Each of these adds the last line of the text to the entry.

// A line that leads to the first label: its heading, if it is the first; its status; a paragraph.
// False when it does not belong to the entry.
bool entry_lines_lead(struct entry_lines *lines, const struct taken *taken);
// A line with a label.
void entry_lines_label(struct entry_lines *lines, const struct taken *taken);
// A line without: it goes on with the value before it, or is the value of a label that stood alone,
// the next item of a list of activities, or a paragraph under no label, which is the summary where
// none is printed. False when it is none of these.
bool entry_lines_continue(struct entry_lines *lines, const struct taken *taken);
// An item of a list of actions, of which it is the whole entry so far.
void entry_lines_item(struct entry_lines *lines, const struct taken *taken);

// True when the last label stood alone and its value has not come yet.
bool entry_lines_await(const struct entry_lines *lines);

// Leaves out the lines from `line_n` on, with what stands in them.
void entry_lines_end(struct entry_lines *lines, size_t line_n);

// What a line tells of whether actions go on, if anything, and where it does.
void entry_lines_progress(const struct text *text, const struct taken *taken,
	enum progress *ret_progress, struct span *ret_span);
