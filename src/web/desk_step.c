// SPDX-License-Identifier: EUPL-1.2
// desk_step — what is done with a record besides writing in it: moved, deleted, brought back, published.
#include "web/desk_record.h"

#include "model/kind_list.h"
#include "web/desk_aside.h"
#include "store/record_release.h"
#include "web/pages.h"
#include "work/desk/check.h"
#include "work/desk/publish.h"

enum { WAIT_MS = 1000, HOUR_S = 60 * 60, DAY_S = 24 * HOUR_S };

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
	struct str into;
	if (!desk_origin_into(v, record, &into, err))
		return false;
	// A merged record comes back by parting the two.
	if (into.n)
		return visit_see_other(v, into);
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

// ---- what the public sees

// Writes a version that says what was decided, and decides it, in one transaction.
struct decision {
	struct str what, why;
	bool (*decide)(struct visit *v, struct db *db, const struct record *record, int64_t due_at,
		struct err *err);
	int64_t due_at;
};

static bool decide(struct visit *v, struct record *record, const struct decision *decision,
	bool *ret_saved, struct err *err)
{
	struct people_act act;
	AUTO_TXN txn = {0};
	struct record_edit edit = {.record = record,
		.account_id = v->desk.account->id,
		.at = v->now,
		.what = decision->what,
		.why = decision->why};
	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
		!record_save(v->mem, act.db, &edit, ret_saved, err))
		return false;
	return !*ret_saved ||
		(decision->decide(v, act.db, record, decision->due_at, err) &&
			db_commit(&txn, err));
}

static bool publish_now(struct visit *v, struct db *db, const struct record *record, int64_t due_at,
	struct err *err)
{
	(void)due_at;
	return publish_record(v->mem, db, record, v->now, err);
}

static bool publish_then(struct visit *v, struct db *db, const struct record *record,
	int64_t due_at, struct err *err)
{
	return publish_at(v->mem, db, record, due_at, err);
}

static bool take_back(struct visit *v, struct db *db, const struct record *record, int64_t due_at,
	struct err *err)
{
	(void)due_at;
	return publish_take_back(v->mem, db, record, v->now, err);
}

static bool drop_date(struct visit *v, struct db *db, const struct record *record, int64_t due_at,
	struct err *err)
{
	(void)due_at;
	(void)v;
	return record_release_drop(db, record->id, err);
}

// The moment at which a day begins for the public: midnight, or the hour of the settings. 0 when
// the text is no day.
static int64_t moment_of(const struct visit *v, struct str text)
{
	const struct record *settings = v->portfolio->settings;
	struct date day;
	int64_t hour = 0;
	if (settings && !str_int(record_get(settings, S("release_hour")), &hour))
		hour = 0;
	if (!date_parse(text, &day) || !day.day)
		return 0;
	return (int64_t)date_first_day(day) * DAY_S + hour * HOUR_S;
}

static bool load_to_decide(struct visit *v, struct record **ret_record, struct err *err)
{
	const struct kind *kind = desk_record_kind(v);
	bool can = kind && kind->publishing == PUBLISHED_BY_STEP;
	*ret_record = NULL;
	return !can || desk_record_load(v, kind, ret_record, err);
}

bool desk_step_publish(struct visit *v, struct err *err)
{
	struct record *record;
	struct str on = visit_field(v, S("on"));
	bool saved = false;
	if (!load_to_decide(v, &record, err))
		return false;
	if (!record || record->deleted_at || !kind_is_open(record->kind, record->state))
		return visit_not_found(v, err);
	int64_t due_at = on.n ? moment_of(v, on) : v->now;
	if (!due_at)
		return back_to(v, record, "no-day");
	bool is_later = due_at > v->now;
	struct decision decision = {.what = is_later ? S("make-public-on") : S("make-public"),
		.why = is_later ? date_iso(v->mem, date_of_day((int32_t)(due_at / DAY_S)))
				: STR_EMPTY,
		.decide = is_later ? publish_then : publish_now,
		.due_at = due_at};
	if (!decide(v, record, &decision, &saved, err))
		return false;
	return saved ? back_to(v, record, is_later ? "dated" : "published") : too_late(v, record);
}

bool desk_step_take_back(struct visit *v, struct err *err)
{
	struct record *record;
	struct record_release release;
	bool saved = false;
	if (!load_to_decide(v, &record, err))
		return false;
	if (!record || !record_release_load(v->mem, v->db, record->id, &release, err))
		return record ? false : visit_not_found(v, err);
	bool only_date = visit_field(v, S("date")).n > 0;
	struct str why = visit_field(v, S("why"));
	if (only_date ? !release.record_id : !record->public_version)
		return visit_not_found(v, err);
	if (!only_date && !why.n)
		return back_to(v, record, "no-reason");
	struct decision decision = {.what = only_date ? S("date-off") : S("take-back"),
		.why = why,
		.decide = only_date ? drop_date : take_back};
	if (!decide(v, record, &decision, &saved, err))
		return false;
	return saved ? back_to(v, record, only_date ? "date-off" : "taken-back")
		     : too_late(v, record);
}
