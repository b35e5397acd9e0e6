// SPDX-License-Identifier: EUPL-1.2
// desk_kinds — what kinds of records there are, how many of each, and what waits to become some.
#include "web/desk_kinds.h"

#include "model/kind_list.h"
#include "store/record_origin.h"
#include "store/record_pick.h"
#include "web/pages.h"
#include "work/desk/adopt.h"

enum { WAIT_MS = 1000 };

bool desk_kinds_show(struct visit *v, struct err *err)
{
	struct desk_kinds_view view = {.form = desk_layout_form(v),
		.row = NEW_ARRAY(v->mem, struct desk_kind_row, KIND_N),
		.row_n = KIND_N,
		.may_adopt = right_ask(&v->desk.holder, RIGHT_REVIEW) == RIGHT_GRANTED};
	int64_t n[KIND_N];
	if (!record_count_kinds(v->db, n, err) ||
		!record_origin_waiting(v->db, &view.waiting_n, err))
		return false;
	for (size_t i = 0; i < KIND_N; i++)
		view.row[i] = (struct desk_kind_row){
			.name = visit_text(v, str_c(kind_list[i]->many)),
			.url = str_join(v->mem, S("/desk/records/"), kind_list[i]->address),
			.help = visit_text(v, str_c(kind_list[i]->help)),
			.n = n[i]};
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
