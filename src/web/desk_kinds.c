// SPDX-License-Identifier: EUPL-1.2
// desk_kinds — what kinds of records there are, how many of each, and what waits to become some.
#include "web/desk_kinds.h"

#include "model/kind_list.h"
#include "store/dossier.h"
#include "store/record.h"
#include "store/record_origin.h"
#include "web/pages.h"
#include "work/desk/adopt.h"

enum { WAIT_MS = 1000 };

static bool count(struct visit *v, const struct kind *kind, int64_t *ret_n, struct err *err)
{
	struct record_lines lines;
	if (!record_list(v->mem, v->db, &(struct record_query){.kind = kind}, &lines, err))
		return false;
	*ret_n = (int64_t)lines.n;
	return true;
}

// Imported actions that have no record yet.
static bool count_waiting(struct visit *v, int64_t *ret_n, struct err *err)
{
	struct action_ids ids;
	if (!dossier_ids(v->mem, v->db, &ids, err))
		return false;
	for (size_t i = 0; i < ids.n; i++) {
		struct record_origins origins;
		if (!record_origin_list(v->mem, v->db, ids.p[i], &origins, err))
			return false;
		*ret_n += origins.n == 0;
	}
	return true;
}

bool desk_kinds_show(struct visit *v, struct err *err)
{
	struct desk_kinds_view view = {.form = desk_layout_form(v),
		.row = NEW_ARRAY(v->mem, struct desk_kind_row, KIND_N),
		.row_n = KIND_N,
		.may_adopt = right_ask(&v->desk.holder, RIGHT_REVIEW) == RIGHT_GRANTED};
	for (size_t i = 0; i < KIND_N; i++) {
		view.row[i] = (struct desk_kind_row){
			.name = visit_text(v, str_c(kind_list[i]->many)),
			.url = str_join(v->mem, S("/desk/records/"), kind_list[i]->address),
			.help = visit_text(v, str_c(kind_list[i]->help))};
		if (!count(v, kind_list[i], &view.row[i].n, err))
			return false;
	}
	if (!count_waiting(v, &view.waiting_n, err))
		return false;
	v->page.title = visit_text(v, _("Records"));
	v->page.section = S("/desk/records");
	desk_kinds_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_kinds_adopt(struct visit *v, struct err *err)
{
	struct people_act act;
	AUTO_TXN txn = {0};
	struct adopt_by by = {.account_id = v->desk.account->id, .at = v->now, .lang = S("en")};
	int64_t n;
	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
		!adopt_all(v->mem, act.db, &by, &n, err) || !db_commit(&txn, err))
		return false;
	return visit_see_other(v, S("/desk/records?done=adopted"));
}
