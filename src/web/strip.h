// SPDX-License-Identifier: EUPL-1.2
// strip — the thin timeline that every action carries, and the axis that strips share.
//
// A strip is drawn as wide as its place (x in per cent), from the first to the last day of the
// action, with a mark for each dated activity: filled is held, hollow planned, a soft edge is a date
// known only roughly, a dotted line stands where nothing is known for more than a year. Time runs
// with the reading direction: from the right in Arabic. Shapes (#m-FAMILY, #cap, #open) and the
// axis's lines (#grid) are defined once a page by web/layout.html. To a screen reader the strip is
// its words.
#pragma once

#include "format/escape.h"
#include "format/lang.h"
#include "model/portfolio.h"

// From the first of January of one year to the last of December of another.
struct strip_axis {
	int year_first, year_last; // both 0: nothing to draw on
	int32_t now;               // last day of the as-of date; 0 when nothing is known of it
	double first, days;        // its first day, and how many there are
	const struct strip_pen *pen;
};

// An axis that holds nothing yet; the same wider, to hold an action and its dated activities. Days
// that would make it longer than STRIP_YEARS_MAX years are left out: they are slips of the page.
enum { STRIP_YEARS_MAX = 60 };
struct strip_axis strip_axis_new(struct arena *mem, const struct lang *lang, struct date as_of);
void strip_axis_hold_action(struct strip_axis *axis, const struct portfolio_action *action);

// The lines of the axis, for <g id="grid">; its years, for the head of a list.
struct safe_html strip_axis_grid(struct arena *mem, const struct strip_axis *axis);
struct safe_html strip_axis_years(struct arena *mem, const struct strip_axis *axis);

// The strip of a row; low rows have their line at another height.
struct safe_html strip_row(struct arena *mem, const struct strip_axis *axis,
	const struct portfolio_action *action, bool is_low);

// The tall strip of an action's own page, with its own years, marks numbered as in its list.
struct safe_html strip_tall(
	struct arena *mem, const struct lang *lang, const struct portfolio_action *action);

// What the strips of a page show, for the legend.
struct strip_signs {
	bool family[16]; // by index of activity_family_table
	bool planned, rough, gap, ongoing, as_of;
};
void strip_signs_add(struct strip_signs *signs, const struct portfolio_action *action);

// The index of an activity type's family in activity_family_table; the last for unknown types.
int strip_family(struct str type);
