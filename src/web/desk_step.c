// SPDX-License-Identifier: EUPL-1.2
// desk_step — what is done with a record besides writing in it: moved, deleted, brought back, published.
#include "web/desk_record.h"

#include "model/kind_list.h"
#include "web/desk_aside.h"
#include "web/pages.h"
#include "work/desk/check.h"
#include "work/desk/publish.h"

enum { WAIT_MS = 1000 };

static bool back_to(struct visit *v, const struct record *record, const char *done)
{
	return visit_see_other(v,
		str_format(v->mem, "%" PRIstr "?done=%s",
			STR(desk_record_url(v->mem, record->kind, record->id, STR_EMPTY)), done));
}

// A change that somebody else's was faster than: nothing was done, and the page is shown anew.
static bool too_late(struct visit *v, const struct record *record)
{
	return back_to(v, record, "late");
}

static bool load_to_write(
	struct visit *v, struct record **ret_record, bool *ret_may, struct err *err)
{
	const struct kind *kind = desk_record_kind(v);
	if (!desk_record_load(v, kind, ret_record, err))
		return false;
	*ret_may = false;
	return !*ret_record || desk_aside_may_write(v, *ret_record, ret_may, err);
}

bool desk_step_move(struct visit *v, struct err *err)
{
	struct record *record;
	struct findings findings = {0};
	bool may, saved = false;
	if (!load_to_write(v, &record, &may, err))
		return false;
	const struct move *move = record
		? kind_move(record->kind, record->state, visit_field(v, S("move")))
		: NULL;
	if (!move || record->deleted_at ||
		right_ask(&v->desk.holder, (enum right)move->right) != RIGHT_GRANTED)
		return visit_not_found(v, err);
	struct str why = visit_field(v, S("why"));
	record_check_move(v->mem, record, move, &findings);
	record->state = move->to;
	record_check(v->mem, record, &findings);
	if (findings.n || (move->asks_why && !why.n))
		return visit_see_other(v,
			desk_record_url(v->mem, record->kind, record->id,
				str_join(v->mem, S("/edit?check="), move->name)));
	if (!desk_record_write(v, record, move->name, why, &saved, err))
		return false;
	return saved ? back_to(v, record, "moved") : too_late(v, record);
}

bool desk_step_delete(struct visit *v, struct err *err)
{
	struct record *record;
	struct str home;
	bool may, saved = false;
	if (!load_to_write(v, &record, &may, err))
		return false;
	if (!may)
		return visit_not_found(v, err);
	bool was_deleted = record->deleted_at > 0;
	record->deleted_at = was_deleted ? 0 : v->now;
	if (!desk_record_write(
		    v, record, was_deleted ? S("restore") : S("delete"), STR_EMPTY, &saved, err))
		return false;
	if (!saved)
		return too_late(v, record);
	// What is kept beside a record is deleted and brought back on the page of that record.
	if (!desk_aside_home(v, record, &home, err))
		return false;
	if (!home.n)
		return back_to(v, record, was_deleted ? "restored" : "deleted");
	return visit_see_other(v,
		str_format(v->mem, "%" PRIstr "?done=%s&gone=%lld#%" PRIstr, STR(home),
			was_deleted ? "restored" : "deleted", (long long)record->id,
			STR(record->kind->name)));
}

bool desk_step_undo(struct visit *v, struct err *err)
{
	struct record *record, *then = NULL;
	int64_t version;
	bool may, saved = false;
	if (!load_to_write(v, &record, &may, err))
		return false;
	if (!may || !str_int(visit_field(v, S("version")), &version))
		return visit_not_found(v, err);
	if (!record_load_version(v->mem, v->db, record->id, version, &then, err))
		return false;
	if (!then)
		return visit_not_found(v, err);
	if (!check_undo(v->mem, v->db, record, version, &v->desk.holder, &may, err))
		return false;
	if (!may)
		return visit_not_found(v, err);
	then->version = record->version;
	then->deleted_at = 0;
	if (!desk_record_write(v, then, S("undo"), str_format(v->mem, "%lld", (long long)version),
		    &saved, err))
		return false;
	return saved ? back_to(v, record, "undone") : too_late(v, record);
}

bool desk_step_publish(struct visit *v, struct err *err)
{
	struct record *record;
	struct people_act act;
	AUTO_TXN txn = {0};
	int64_t action;
	bool may;
	if (!load_to_write(v, &record, &may, err))
		return false;
	if (!record || record->kind != &kind_action)
		return visit_not_found(v, err);
	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
		!publish_action(v->mem, act.db, record->id, v->now, &action, err) ||
		!db_commit(&txn, err))
		return false;
	return back_to(v, record, "published");
}
