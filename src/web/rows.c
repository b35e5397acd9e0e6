// SPDX-License-Identifier: EUPL-1.2
// rows — the axis must hold all activities before a strip is drawn.
#include "web/rows.h"

#include "format/date_text.h"
#include "web/links.h"

static int64_t undated_of(const struct portfolio_activities *activities)
{
	int64_t n = 0;

	for (size_t i = 0; i < activities->n; i++)
		if (!period_is_known(activities->p[i].period))
			n += activities->p[i].number;
	return n;
}

static void fill_row(struct visit *v, struct row *row)
{
	const struct portfolio_action *a = row->action;

	row->place = parts_place(v->lang, a->iso2, a->place);
	row->place_url = a->iso2.n ? link_country(v->mem, v->lang, a->iso2) : STR_EMPTY;
	row->place_is_foreign = !a->iso2.n && parts_is_foreign(v->lang) &&
		str_eq(row->place, a->place);
	row->ordinal = parts_ordinal(v->mem, a->phase);
	row->title = a->title.n ? a->title : a->place;
	row->url = link_action(v->mem, v->lang, a->slug);
	row->date = date_text_period(v->mem, v->lang, a->period);
	row->activity_n = a->activity_n;
	row->undated_n = undated_of(&a->activities);
	row->output_n = a->output_n;
}

struct rows rows_of(struct visit *v, const size_t *index, size_t n, struct rows_look look)
{
	struct strip_axis axis = strip_axis_new(v->mem, v->lang, v->portfolio->as_of);
	struct rows rows = {.row = NEW_ARRAY(v->mem, struct row, n), .n = n, .look = look};
	struct strip_signs signs = {0};

	for (size_t i = 0; i < n; i++) {
		struct row *row = &rows.row[i];
		row->action = &v->portfolio->action[index[i]];
		strip_axis_hold_action(&axis, row->action);
		strip_signs_add(&signs, row->action);
	}
	for (size_t i = 0; i < n; i++) {
		struct row *row = &rows.row[i];
		fill_row(v, row);
		row->strip = strip_row(v->mem, &axis, row->action, look.is_dense);
	}
	rows.years = strip_axis_years(v->mem, &axis);
	rows.legend = parts_legend(v->mem, v->lang, &signs, v->portfolio->as_of);
	v->page.grid = strip_axis_grid(v->mem, &axis);
	return rows;
}
