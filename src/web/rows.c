// SPDX-License-Identifier: EUPL-1.2
// rows — the axis must hold all activities before a strip is drawn.
#include "web/rows.h"

#include "format/date_text.h"
#include "model/country.h"
#include "web/links.h"
#include "web/row_shelf.h"

static int64_t undated_of(const struct portfolio_activities *activities)
{
	int64_t n = 0;

	for (size_t i = 0; i < activities->n; i++)
		if (!period_is_known(activities->p[i].period))
			n += activities->p[i].number;
	return n;
}

static struct row row_of(const struct visit *v, const struct strip_axis *axis,
	const struct portfolio_action *a, bool is_dense)
{
	bool is_national = a->country != COUNTRY_NONE;
	struct row row = {
		.place = is_national ? country_name(a->country, v->lang->code)
				     : parts_place(v->lang, STR_EMPTY, a->place),
		.place_url = a->iso2.n ? link_country(v->mem, v->lang, a->iso2) : STR_EMPTY,
		.ordinal = parts_ordinal(v->mem, a->phase),
		.title = parts_title(v->mem, v->lang, a),
		.title_is_foreign = a->title.n && parts_is_foreign(v->lang),
		.url = link_action(v->mem, v->lang, a->slug),
		.date = date_text_period(v->mem, v->lang, a->period),
		.activity_n = a->activity_n,
		.undated_n = undated_of(&a->activities),
		.output_n = a->output_n,
		.strip = strip_row(v->mem, axis, a, is_dense),
	};

	row.place_is_foreign = !a->iso2.n && parts_is_foreign(v->lang) &&
		str_eq(row.place, a->place);
	return row;
}

static struct safe_html draw(struct visit *v, const struct strip_axis *axis,
	const struct portfolio_action *a, struct rows_look look)
{
	struct row row = row_of(v, axis, a, look.is_dense);
	struct out out = out_memory(v->mem, BODY_MAX);
	struct tmpl t = {.mem = v->mem, .out = &out, .lang = v->lang};

	rows_item(&t, &row, look);
	return tmpl_written(&t);
}

static struct safe_html find_or_draw(struct visit *v, struct row_sheet *sheet,
	const struct strip_axis *axis, const struct portfolio_action *a, struct rows_look look)
{
	struct safe_html row = sheet ? row_sheet_find(sheet, a->index) : (struct safe_html){0};

	if (row.html.n)
		return row;
	row = draw(v, axis, a, look);
	if (sheet)
		row_sheet_keep(sheet, a->index, row);
	return row;
}

struct rows rows_of(struct visit *v, const size_t *index, size_t n, struct rows_look look)
{
	const struct portfolio_action *action = v->portfolio->action;
	struct strip_axis axis = strip_axis_new(v->mem, v->lang, parts_as_of_line(v->portfolio));
	struct rows rows = {.row = NEW_ARRAY(v->mem, struct safe_html, n), .n = n, .look = look};
	struct strip_signs signs = {0};

	for (size_t i = 0; i < n; i++) {
		strip_axis_hold_action(&axis, &action[index[i]]);
		strip_signs_add(&signs, &action[index[i]]);
	}
	struct row_sheet *sheet = row_shelf_sheet(v->shelf,
		(struct row_kind){.lang = v->lang,
			.heading = look.heading,
			.is_dense = look.is_dense,
			.year_first = axis.year_first,
			.year_last = axis.year_last});
	for (size_t i = 0; i < n; i++)
		rows.row[i] = find_or_draw(v, sheet, &axis, &action[index[i]], look);
	rows.years = strip_axis_years(v->mem, &axis);
	rows.legend = parts_legend(v->mem, v->lang, &signs, parts_as_of_line(v->portfolio));
	v->page.grid = strip_axis_grid(v->mem, &axis);
	return rows;
}
