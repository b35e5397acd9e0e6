// SPDX-License-Identifier: EUPL-1.2
// line_class — what a line of a page is, whatever the page's layout, from the line alone.
//
// Which layout a page has follows from its lines: the reader (read.c) has a table of what a line of
// each class does in each state.
#pragma once

#include "work/read/heading.h"
#include "work/read/label.h"
#include "work/read/line.h"

enum line_kind {
	LINE_PROSE,   // a sentence, or part of one
	LINE_SHORT,   // anything else: a word or two, a caption, an item of a menu
	LINE_LABEL,   // "Objective: ...", "Activity 2: ..."
	LINE_HEADING, // "PLACE [ORDINAL]: TITLE"
	LINE_BULLET,  // an item of a list that begins with a place: "In Moldova, ..."
	LINE_CARD,    // of the head of a single action: its theme printed twice, its status
	LINE_HEAD,    // tells whether the actions listed behind it go on: "PROJECTS 2009 - 2020"
	LINE_SUBHEAD, // any other heading of HTML
	LINE_AROUND,  // of what stands around the matter of the page: menus, banners, links
	LINE_FOOT,    // downloads, funder
	LINE_KIND_N
};

struct line_class {
	enum line_kind kind;
	enum label label;       // of a label
	size_t value;           // where the value of a label begins, or the text behind a place
	struct heading heading; // of a heading; at least its place also of a bullet
	size_t text;            // where the line begins behind the bullet
	bool is_item;           // an item of a list, whatever it holds
	bool is_telling;        // it names an activity, an output or an expert
	bool is_of_projects;    // it speaks of projects, or of their activities
	enum progress progress; // that it tells of
	const struct tokens
		*tokens; // of the whole line; NULL when only its beginning was looked at
};

// The tokens live in `mem`.
struct line_class line_classify(
	struct arena *mem, const struct lexicon *lexicon, const struct line *line, struct str text);
