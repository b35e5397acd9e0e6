// SPDX-License-Identifier: EUPL-1.2
// desk_export — a list as a file: what the list shows now, all of its rows, what this visitor may see of them.
#include "base/log.h"
#include "web/desk_sheet.h"
#include "web/pages.h"
#include "work/desk/sheet_export.h"

static bool load_all(struct visit *v, const struct kind *kind, struct sheet_records *ret_records,
	struct err *err)
{
	struct record_lines lines;
	if (!desk_list_find(v, kind, &lines, err))
		return false;
	if (lines.n > SHEET_ROWS_MAX)
		return err_set(err, ERR_LIMIT, "a table may have %d rows", SHEET_ROWS_MAX);
	struct record *record = NEW_ARRAY(v->mem, struct record, lines.n);
	size_t n = 0;
	for (size_t i = 0; i < lines.n; i++) {
		struct record *one;
		if (!record_load(v->mem, v->db, lines.p[i].id, &one, err))
			return false;
		if (one)
			record[n++] = *one;
	}
	*ret_records = (struct sheet_records){record, n};
	return true;
}

bool desk_export_send(struct visit *v, struct err *err)
{
	const struct kind *kind = desk_record_kind(v);
	bool is_csv = str_eq(visit_param(v, S("format")), S("csv"));
	struct sheet_records records = {0};
	struct str bytes = STR_EMPTY;
	if (!kind)
		return visit_not_found(v, err);
	struct sheet_scope scope = desk_sheet_scope(v, kind);
	struct sheet_words words = sheet_words_new(v->mem, v->db, &scope);
	if (!load_all(v, kind, &records, err) ||
		!(is_csv ? sheet_export_csv(&words, &records, &bytes, err)
			 : sheet_export_xlsx(&words, &records, &bytes, err)))
		return false;
	LOG(LOG_INFO, "list-exported", {"who", v->desk.account->login}, {"kind", kind->name},
		{"records", str_of_int(v->mem, (int64_t)records.n)});
	*v->response = (struct http_response){.status = 200,
		.type = is_csv ? S("text/csv; charset=utf-8")
			       : S("application/"
				   "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
		.body = bytes,
		.filename = str_format(v->mem, "%" PRIstr "-%" PRIstr ".%s", STR(kind->address),
			STR(desk_record_day(v->mem, v->now)), is_csv ? "csv" : "xlsx"),
		.is_private = true};
	return true;
}
