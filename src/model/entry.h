// SPDX-License-Identifier: EUPL-1.2
// entry — an action as found on a page: values, and the bytes each was read from.
//
// Names and closed lists are those of CONTRACTS.md, "What `read` prints". Offsets are bytes of
// the file as given. A stated value is its span decoded, entities resolved, white space collapsed;
// an inferred one follows from the text without standing in it; a corrected one mends it.
#pragma once

#include "base/arena.h"
#include "base/date.h"
#include "base/finding.h"
#include "base/str.h"
#include "base/vec.h"

enum certainty { CERTAINTY_STATED, CERTAINTY_INFERRED, CERTAINTY_CORRECTED };

struct str certainty_name(enum certainty certainty);

// Where a value stands and how sure it is. Length 0: it stands nowhere (an unknown value).
struct span {
	size_t offset;
	size_t length;
	enum certainty certainty;
	struct str rule; // id of the rule that found it: "heading.place", "R02"
};

#define SPAN_NONE ((struct span){.rule = STR_EMPTY})

// A text with its span; empty and length 0 when unknown.
struct entry_text {
	struct str text;
	struct span span;
};

struct entry_texts VEC_OF(struct entry_text);

struct entry_activity {
	struct str type; // closed list of GUIDELINES.md
	struct str quote;
	struct str date_raw;
	struct period period; // open is never set here
	struct str place;
	struct str iso2;
	bool is_planned;
	int64_t count;
	struct span span; // of the quote
	struct span date_span;
	struct span place_span;
};

struct entry_output {
	struct str type, name, status;
	struct date date;
	struct span span;
};

struct entry_expert {
	struct str iso2; // empty: a group without a country
	struct str kind;
	struct str quote;
	struct span span;
};

struct entry_participants {
	int64_t count; // 0: not stated
	struct str quote;
	struct span span;
};

struct entry {
	struct entry_text heading, place, title, objective, summary, duration_raw, requester;
	struct str place_kind; // country, regional-organisation, region
	struct str iso2;       // of a country
	int64_t phase;         // 0: none printed
	struct span phase_span;
	struct period period; // of the action; open is "present"
	struct span start_span, end_span;
	bool duration_damaged, duration_ambiguous;
	struct str requester_kind; // named-body, collective; empty when unknown
	struct entry_texts themes; // slugs
	struct entry_texts partners;
	struct entry_texts countries_involved; // iso2
	VEC(struct entry_activity) activities;
	VEC(struct entry_output) outputs;
	VEC(struct entry_expert) experts;
	struct entry_participants participants;
	struct findings warnings;
	struct span whole; // from the first byte of its heading to the last of its text
};

// An entry, and an activity of one event, of which nothing is known yet.
struct entry entry_new(void);
struct entry_activity entry_activity_new(void);

struct page_download {
	struct str title;
	VEC(struct str) languages;
	struct span span;
};

// What a file says beside its entries.
struct page_end {
	VEC(struct page_download) downloads;
	struct entry_text funder;
	struct date as_of;   // what open actions are open at (R06); unknown when nothing tells
	struct str region;   // slug of the region the page is about, from its title; may be empty
	double unread_share; // 0 to 1: the share of the text that ended in no entry
	struct findings warnings; // of the page itself
	size_t entry_n;
};
