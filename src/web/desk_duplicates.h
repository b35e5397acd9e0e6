// SPDX-License-Identifier: EUPL-1.2
// desk_duplicates — records that may be one and the same: proposed with reasons, compared, merged, parted.
#pragma once

#include "web/desk_record.h"
#include "work/desk/likeness.h"

struct like_record {
	struct str name, url, more; // more: what tells it from others
	int64_t id;
};
struct duplicate_pair {
	struct like_record one, other;
	struct str kind, url;
	VEC(struct str) reason;
};
struct duplicate_merge {
	struct str from, from_url, into, into_url, who, when;
	int64_t id;
};
struct duplicates_view {
	struct desk_form form;
	VEC(struct duplicate_pair) pair;
	VEC(struct duplicate_merge) merge;
	int64_t more_n; // pairs that are not shown
};
void desk_duplicates_page(struct tmpl *t, const struct duplicates_view *v);

// A property of which the two say different things, or the same.
struct versus_row {
	struct str name, label, one, other;
	bool differs, is_listed;
	enum { VERSUS_ONE, VERSUS_OTHER, VERSUS_BOTH } chosen;
};
struct versus_view {
	struct desk_form form;
	struct str kind, url, swap_url, list_url;
	struct like_record one, other;
	int64_t one_version, other_version;
	VEC(struct str) reason;
	VEC(struct versus_row) row;
	struct findings errors;
};
void desk_versus_page(struct tmpl *t, const struct versus_view *v);

// Reasons in words (desk_duplicates.c).
bool desk_duplicates_reasons(struct visit *v, const struct like *like, struct str **ret_words,
	size_t *ret_n, struct err *err) MUST_CHECK;
