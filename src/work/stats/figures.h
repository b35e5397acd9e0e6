// SPDX-License-Identifier: EUPL-1.2
// figures — the headline figures, each with its definition and the rows behind it.
//
// Home, the statistics page and `attache stats` show the same list. Never a number without its
// date and base: `as_of` is the portfolio's, the base stands in the definition.
#pragma once

#include "base/vec.h"
#include "format/lang.h"
#include "model/portfolio.h"

struct figure {
	struct str id; // stable: "actions", "activities-held"
	int64_t value;
	struct str name;       // "Activities held"
	struct str definition; // one sentence
	struct str path;       // of the rows, behind the language: "/actions?status=ongoing"
	bool is_headline;      // shown on the home page
};
struct figures VEC_OF(struct figure);

struct figures figures_of(struct arena *mem, const struct portfolio *p, const struct lang *lang);

// How many actions have each value: a bar of a chart with its row.
struct series_point {
	struct str key; // slug, code or year
	struct str name;
	int64_t value;
	struct str path;
};
struct series VEC_OF(struct series_point);

// A chart of the statistics page: id "by-year", "by-theme", "by-lender" ...
struct chart {
	struct str id, title, definition;
	struct series series;
};
struct charts VEC_OF(struct chart);

struct charts charts_of(struct arena *mem, const struct portfolio *p, const struct lang *lang);
