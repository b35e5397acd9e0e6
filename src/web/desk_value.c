// SPDX-License-Identifier: EUPL-1.2
// desk_value — the values of a record as its page shows them: several of a property together, rows as tables.
#include "web/desk_record.h"

#include "base/buf.h"
#include "model/right.h"
#include "web/file_words.h"

static bool file_fill(struct visit *v, struct str digest, struct desk_item *item, struct err *err)
{
	struct kept_file *file;
	if (!kept_file_find(v->mem, v->db, digest, &file, err))
		return false;
	if (!file)
		return true;
	item->url = file_url_desk(v->mem, file);
	item->note = file_words(v->mem, v->lang, file);
	return true;
}

static bool about_url(struct visit *v, struct str text, struct str *ret_url, struct err *err)
{
	struct record *about = NULL;
	int64_t id;
	if (str_int(text, &id) && !record_load(v->mem, v->db, id, &about, err))
		return false;
	if (about)
		*ret_url = desk_record_url(v->mem, about->kind, about->id, STR_EMPTY);
	return true;
}

static bool item_make(struct visit *v, const struct property *p, struct str text,
	struct desk_item *ret_item, struct err *err)
{
	struct desk_item item = {.url = STR_EMPTY, .lang = STR_EMPTY, .note = STR_EMPTY};
	int64_t id;
	if (!desk_record_words(v, p, text, &item.text, err))
		return false;
	if (p->type == PROPERTY_LINK && str_int(text, &id))
		item.url = desk_record_url(v->mem, kind_named(p->target), id, STR_EMPTY);
	if (p->type == PROPERTY_ADDRESS)
		item.url = text;
	if ((p->type == PROPERTY_RECORD && !about_url(v, text, &item.url, err)) ||
		(p->type == PROPERTY_FILE && !file_fill(v, text, &item, err)))
		return false;
	*ret_item = item;
	return true;
}

// The value, or values, of a property outside rows; one for each language of a translated text.
static bool items_fill(struct visit *v, const struct record *record, const struct property *p,
	struct desk_items *items, struct err *err)
{
	for (size_t i = 0; i < record->n; i++) {
		struct place_of_value place;
		struct desk_item item;
		if (!kind_path(record->kind, record->p[i].path, &place) || place.rows ||
			place.property != p)
			continue;
		if (!item_make(v, p, record->p[i].text, &item, err))
			return false;
		const struct lang *lang = place.lang.n ? lang_find(place.lang) : NULL;
		item.lang = place.lang;
		item.is_rtl = lang && lang->is_rtl;
		VEC_ADD(v->mem, items, item);
	}
	return true;
}

static struct str cell_of(struct arena *mem, const struct record *record,
	const struct property *rows, size_t row, const struct property *part)
{
	return record_get(record,
		str_format(mem, "%" PRIstr ".%zu.%" PRIstr, STR(rows->name), row, STR(part->name)));
}

// The columns of the table: parts that the visitor sees and that some row has.
static size_t columns_find(struct visit *v, const struct record_reach *reach,
	const struct record *record, const struct property *rows, const struct property **column)
{
	size_t row_n = record_count(record, rows->name), n = 0;
	for (size_t i = 0; i < rows->part_n; i++) {
		bool is_used = false;
		for (size_t row = 1; row <= row_n; row++)
			is_used |= cell_of(v->mem, record, rows, row, &rows->part[i]).n > 0;
		if (is_used && record_reach_sees(reach, &rows->part[i]))
			column[n++] = &rows->part[i];
	}
	return n;
}

static bool table_fill(struct visit *v, const struct record_reach *reach,
	const struct record *record, const struct property *rows, struct desk_value *value,
	struct err *err)
{
	const struct property **column = NEW_ARRAY(v->mem, const struct property *, rows->part_n);
	value->head_n = columns_find(v, reach, record, rows, column);
	value->row_n = value->head_n ? record_count(record, rows->name) : 0;
	value->head = NEW_ARRAY(v->mem, struct str, value->head_n);
	value->cell = NEW_ARRAY(v->mem, struct desk_item, value->head_n * value->row_n);
	for (size_t i = 0; i < value->head_n; i++)
		value->head[i] = visit_text(v, str_c(column[i]->label));
	for (size_t row = 0; row < value->row_n; row++)
		for (size_t i = 0; i < value->head_n; i++) {
			struct str text = cell_of(v->mem, record, rows, row + 1, column[i]);
			struct desk_item *cell = &value->cell[row * value->head_n + i];
			if (text.n && !item_make(v, column[i], text, cell, err))
				return false;
		}
	return true;
}

bool desk_value_fill(struct visit *v, const struct record_reach *reach, const struct record *record,
	struct desk_values *ret_values, struct err *err)
{
	struct desk_values values = {0};
	for (size_t i = 0; i < record->kind->property_n; i++) {
		const struct property *p = &record->kind->property[i];
		struct desk_value value = {.label = visit_text(v, str_c(p->label)),
			.class_ = p->class == FIELD_PUBLIC
				? STR_EMPTY
				: visit_text(v, right_classes[p->class].label),
			.is_prose = p->type == PROPERTY_PROSE,
			.is_about = p->type == PROPERTY_RECORD};
		if (!record_reach_sees(reach, p))
			continue;
		bool done = p->type == PROPERTY_ROWS ? table_fill(v, reach, record, p, &value, err)
						     : items_fill(v, record, p, &value.item, err);
		if (!done)
			return false;
		if (value.item.n || value.row_n)
			VEC_ADD(v->mem, &values, value);
	}
	*ret_values = values;
	return true;
}
