// SPDX-License-Identifier: EUPL-1.2
// data_list — the same rows through two writers.
#include "web/data_list.h"

#include <assert.h>

#include "format/csv_write.h"
#include "format/json_write.h"

void data_list_text(struct data_list *list, struct str text)
{
	VEC_ADD(list->mem, &list->values, ((struct data_value){.text = text}));
}

void data_list_number(struct data_list *list, int64_t number)
{
	VEC_ADD(list->mem, &list->values,
		((struct data_value){.text = STR_EMPTY, .number = number, .is_number = true}));
}

struct str data_list_url(const struct visit *v, struct str path)
{
	return str_join(v->mem, v->origin, path);
}

static void write_json(struct out *o, const struct data_list *list)
{
	struct json json = json_new(o);

	json_begin_object(&json);
	json_key_int(&json, S("total"), (int64_t)(list->values.n / list->column_n));
	json_key_int(&json, S("page"), 1);
	json_key_int(&json, S("pages"), 1);
	json_key(&json, S("items"));
	json_begin_array(&json);
	for (size_t i = 0; i < list->values.n; i++) {
		const struct data_value *value = &list->values.p[i];
		if (i % list->column_n == 0)
			json_begin_object(&json);
		json_key(&json, list->column[i % list->column_n]);
		if (value->is_number)
			json_int(&json, value->number);
		else
			json_text_or_null(&json, value->text);
		if ((i + 1) % list->column_n == 0)
			json_end_object(&json);
	}
	json_end_array(&json);
	json_end_object(&json);
	out_char(o, '\n');
}

static void write_csv(struct out *o, const struct data_list *list)
{
	struct csv csv = csv_new(o);

	for (size_t i = 0; i < list->column_n; i++)
		csv_text(&csv, list->column[i]);
	csv_end_row(&csv);
	for (size_t i = 0; i < list->values.n; i++) {
		const struct data_value *value = &list->values.p[i];
		if (value->is_number)
			csv_int(&csv, value->number);
		else
			csv_text(&csv, value->text);
		if ((i + 1) % list->column_n == 0)
			csv_end_row(&csv);
	}
}

bool data_list_send(
	struct visit *v, const struct data_list *list, enum visit_format format, struct err *err)
{
	assert(list->values.n % list->column_n == 0);
	if (format == VISIT_JSON) {
		write_json(&v->out, list);
		return visit_send(v, S("application/json; charset=utf-8"), err);
	}
	write_csv(&v->out, list);
	v->response->filename = str_join(v->mem, list->name, S(".csv"));
	return visit_send(v, S("text/csv; charset=utf-8"), err);
}
