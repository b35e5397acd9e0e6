// SPDX-License-Identifier: EUPL-1.2
// facet — the criteria of a listing in words: what each is called, what its values are called, and
// how many actions each value would leave.
#pragma once

#include "base/vec.h"
#include "format/lang.h"
#include "web/filter.h"

// "Country", "Theme" ...
struct str facet_title(const struct lang *lang, enum portfolio_facet facet);

// The name of a value as it stands in the address; the value itself when nobody knows it.
struct str facet_value_name(const struct portfolio *p, const struct lang *lang,
	enum portfolio_facet facet, struct str value);

// "Country: Malawi".
struct str facet_choice_words(struct arena *mem, const struct portfolio *p, const struct lang *lang,
	const struct filter_choice *choice);

struct facet_option {
	struct str value, name;
	int64_t n; // actions that would be left if it were the only value chosen
};
struct facet_options VEC_OF(struct facet_option);

// The values that would leave an action and are not chosen yet, in the order of their names.
struct facet_options facet_options_left(struct arena *mem, const struct lang *lang,
	const struct portfolio *p, const struct filter *filter, enum portfolio_facet facet);
