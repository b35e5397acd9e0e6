// SPDX-License-Identifier: EUPL-1.2
// desk_settings — the kinds that only those who may change settings write in.
#include "web/desk_settings.h"

#include "store/record.h"
#include "web/desk_record.h"
#include "web/pages.h"

static bool setting_fill(
	struct visit *v, const struct kind *kind, struct desk_setting *setting, struct err *err)
{
	struct record_lines lines;
	struct record *record = NULL;
	*setting = (struct desk_setting){
		.name = visit_text(v, str_c(kind->is_single ? kind->label : kind->many)),
		.help = visit_text(v, str_c(kind->help)),
		.url = str_join(v->mem, S("/desk/records/"), kind->address),
		.record = STR_EMPTY,
		.history_url = STR_EMPTY,
		.is_list = !kind->is_single};
	if (!record_list(v->mem, v->db, &(struct record_query){.kind = kind}, &lines, err))
		return false;
	setting->n = (int64_t)lines.n;
	if (!kind->is_single)
		return true;
	if (!record_single(v->mem, v->db, kind, &record, err))
		return false;
	setting->url = str_join(v->mem, setting->url, S("/new/edit"));
	if (!record)
		return true;
	setting->url = desk_record_url(v->mem, kind, record->id, S("/edit"));
	setting->history_url = desk_record_url(v->mem, kind, record->id, S("/history"));
	if (kind_name_classes(kind))
		setting->record = desk_record_name(v, record);
	return true;
}

bool desk_settings_show(struct visit *v, struct err *err)
{
	struct desk_settings_view view = {.form = desk_layout_form(v),
		.setting = NEW_ARRAY(v->mem, struct desk_setting, KIND_N)};
	// Those of which there is one stand first.
	for (int single = 1; single >= 0; single--)
		for (size_t i = 0; i < KIND_N; i++)
			if (kind_list[i]->right == RIGHT_SETTINGS &&
				kind_list[i]->is_single == single &&
				!setting_fill(
					v, kind_list[i], &view.setting[view.setting_n++], err))
				return false;
	v->page.title = visit_text(v, _("Settings"));
	v->page.section = S("/desk/settings");
	desk_settings_page(&v->t, &view);
	return visit_html(v, err);
}
