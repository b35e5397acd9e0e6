// SPDX-License-Identifier: EUPL-1.2
// library — the publications that pages offer, and the outputs that their actions name.
#pragma once

#include "base/bitset.h"
#include "model/part.h"
#include "model/source.h"
#include "web/listing.h"

// A title, with all its languages and all the pages that offer it.
struct download {
	int64_t id; // of the first document of that title
	struct str title, fold;
	struct bitset languages; // by index of language_table
	VEC(struct str) names;   // of the languages, in the visitor's
	VEC(struct str) pages;   // names of the files
	VEC(struct str) shelves; // the pages in words: "Sub-Saharan Africa, March 2016"
};
struct downloads VEC_OF(struct download);

// In the order of their titles.
bool library_downloads(
	struct visit *v, struct downloads *ret_downloads, struct err *err) MUST_CHECK;

// An output of an action.
struct output_row {
	const struct output *output;
	const struct portfolio_action *action;
	int type, status;        // indexes in output_type_table, output_status_table; CODE_NONE
	size_t at;               // place of the action among the hits
	struct str heading, url; // of the action
	struct str date, stage;  // in words
};
struct output_rows VEC_OF(struct output_row);

// The outputs of the actions that a listing found: by type, then in the order of the listing.
bool library_outputs(struct visit *v, const struct listing *l, struct output_rows *ret_rows,
	struct err *err) MUST_CHECK;
