// SPDX-License-Identifier: EUPL-1.2
// bars — a table of names and numbers whose last column draws the first number as a bar.
//
//     struct bars bars = {.mem = mem, .lang = lang, .head = head, .number_head = {n}, .number_n = 1};
//     bars_add(&bars, (struct bars_row){.name = name, .url = url, .number = {actions, countries}});
//     bars_draw(&bars, 0);
//
// Bars begin where reading begins. Rows of nothing stand without a link and without a bar.
#pragma once

#include "base/vec.h"
#include "format/tmpl.h"

enum { BARS_NUMBER_MAX = 4 };

struct bars_row {
	struct str name, url;
	int64_t number[BARS_NUMBER_MAX];
	struct safe_html bar;
};

struct bars {
	struct arena *mem;
	const struct lang *lang;
	struct str head; // of the names: "Country"
	struct str number_head[BARS_NUMBER_MAX];
	size_t number_n;
	VEC(struct bars_row) rows;
};

void bars_add(struct bars *bars, struct bars_row row);

// Draws the bars, the highest number (0: the highest of these rows) as wide as the column.
void bars_draw(struct bars *bars, int64_t highest);
int64_t bars_highest(const struct bars *bars);

void bars_table(struct tmpl *t, const struct bars *bars); // bars.html
