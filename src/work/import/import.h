// SPDX-License-Identifier: EUPL-1.2
// import — pages into records.
//
// A page is taken whole or not at all: it is read first, then written in one transaction with its
// bytes, claims, words for search and the portfolio's new version. The same page again changes
// nothing. An entry finds the action it is about by place, phase and title; when its facts differ
// from those kept, the action is updated and waits for review again.
#pragma once

#include "base/date.h"
#include "base/finding.h"
#include "db/db.h"

enum { IMPORT_PAGE_MAX = 64 * 1024 * 1024, IMPORT_WAIT_MS = 30 * 1000 };

struct lexicon;

struct import_options {
	const struct lexicon *lexicon; // work/read/read.h; NULL: made for each page
	bool accept; // the facts are the record at once; without it they wait for review
	struct date as_of;
	int64_t now;
};

// What is imported: a file's name as given, and its bytes.
struct import_file {
	struct str name, bytes;
};

// CONTRACTS.md: created + updated + unchanged + refused = entries.
struct import_report {
	int64_t files, entries, created, updated, unchanged, refused, warnings;
};

// Imports one page. Adds to *report (also the entries of a page that is refused). ERR_INPUT when
// the page has no entry, is empty or not text; ERR_LIMIT when it is longer than IMPORT_PAGE_MAX;
// the database is then as it was. What the reader noticed is added to *findings, in `mem`.
bool import_page(struct arena *mem, struct db *db, const struct import_file *file,
	const struct import_options *options, struct import_report *report,
	struct findings *findings, struct err *err) MUST_CHECK;
