// SPDX-License-Identifier: EUPL-1.2
// bars — draws them.
#include "web/bars.h"

#include "format/svg.h"

enum { BAR_BYTES_MAX = 512 };

void bars_add(struct bars *bars, struct bars_row row)
{
	VEC_ADD(bars->mem, &bars->rows, row);
}

int64_t bars_highest(const struct bars *bars)
{
	int64_t most = 0;

	for (size_t i = 0; i < bars->rows.n; i++)
		if (bars->rows.p[i].number[0] > most)
			most = bars->rows.p[i].number[0];
	return most;
}

static struct safe_html draw(const struct bars *bars, const struct bars_row *row, int64_t highest)
{
	struct svg svg = svg_new(bars->mem, BAR_BYTES_MAX);
	double width = 100 * (double)row->number[0] / (double)highest;

	svg_begin(&svg, "svg");
	svg_attr(&svg, "class", S("bar"));
	svg_attr(&svg, "aria-hidden", S("true"));
	svg_begin(&svg, "rect");
	svg_percent(&svg, "x", bars->lang->is_rtl ? 100 - width : 0);
	svg_percent(&svg, "width", width);
	svg_attr(&svg, "height", S("100%"));
	svg_end(&svg);
	svg_end(&svg);
	return svg_html(&svg);
}

void bars_draw(struct bars *bars, int64_t highest)
{
	if (!highest)
		highest = bars_highest(bars);
	for (size_t i = 0; i < bars->rows.n; i++)
		if (bars->rows.p[i].number[0] > 0)
			bars->rows.p[i].bar = draw(bars, &bars->rows.p[i], highest);
}
