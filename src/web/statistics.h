// SPDX-License-Identifier: EUPL-1.2
// statistics — every figure with its definition, and the charts with their rows: what
// statistics.c prepares for statistics.html.
#pragma once

#include "web/parts.h"

struct chart_row {
	struct str name, url;
	struct str family; // of an activity type: its mark stands before the name
	int64_t value;
	struct safe_html bar;
};

struct chart_view {
	struct str title, definition;
	struct str of;  // what the rows are: "Year", "Theme"
	struct str csv; // address of its rows
	struct chart_row *row;
	size_t row_n;
	size_t shown_n; // rows beyond these stand folded away
	bool is_by_year;
	struct safe_html columns; // the drawing of a chart by year
};

struct statistics_view {
	struct figure_list figures;
	struct chart_view *chart;
	size_t chart_n;
	int64_t base; // actions that were counted
	struct str as_of;
	struct str csv, json;
};
void statistics_page(struct tmpl *t, const struct statistics_view *v);
