// SPDX-License-Identifier: EUPL-1.2
// api_write — records made, changed and deleted through the API.
#include "format/digest.h"
#include "store/api_token.h"
#include "web/api.h"
#include "web/pages.h"
#include "work/desk/check.h"

enum { WAIT_MS = 1000, KEY_LIFE = 7 * 24 * 60 * 60 };

static bool refuse_values(
	struct visit *v, bool is_closed, const struct findings *findings, struct err *err)
{
	struct api_problem problem = {.status = is_closed ? 403 : 422,
		.detail = is_closed
			? visit_text(v,
				  _("Nothing was saved: some of these fields are not open to "
				    "you. “errors” says which."))
			: visit_text(v,
				  _("Nothing was saved. “errors” says what is to be mended, "
				    "and where.")),
		.errors = findings};

	return api_refuse(v, &problem, err);
}

// What the body makes of the record; *ret_good is false when the problem was answered.
static bool change_read(struct visit *v, const struct api_change *change, struct record *ret_record,
	bool *ret_good, struct err *err)
{
	struct findings findings = {0};
	bool is_closed;

	*ret_record = api_read(v->mem, change, &is_closed, &findings);
	if (!findings.n)
		record_check(v->mem, ret_record, &findings);
	if (!findings.n &&
		!check_against(v->mem, v->db, change->before, ret_record, &findings, err))
		return false;
	*ret_good = findings.n == 0;
	return *ret_good || refuse_values(v, is_closed, &findings, err);
}

static bool stale(struct visit *v, const struct record *record, struct err *err)
{
	struct api_problem problem = {.status = 412,
		.detail = visit_text(v,
			_("Somebody changed the record since you read it. Read it again, and send "
			  "your change with its new tag.")),
		.version = record->version};

	return api_refuse(v, &problem, err);
}

// ---- made

// What the client's key made before; *ret_done when the answer was given.
static bool made_before(struct visit *v, struct str digest, bool *ret_done, struct err *err)
{
	struct api_creation made;
	struct record *record;
	struct str key = v->request->idempotency_key;

	*ret_done = false;
	if (!key.n)
		return true;
	if (key.n > API_KEY_MAX) {
		*ret_done = true;
		return api_say(v, 400, _("The Idempotency-Key is longer than 200 bytes."), err);
	}
	if (!api_token_creation(v->mem, v->db, v->desk.account->id, key, &made, err))
		return false;
	if (!made.record_id)
		return true;
	*ret_done = true;
	if (!str_eq(made.digest, digest))
		return api_say(v, 422,
			_("This Idempotency-Key was used for something else: take a fresh one."),
			err);
	if (!record_load(v->mem, v->db, made.record_id, &record, err))
		return false;
	if (!record)
		return api_not_found(v, err);
	v->response->status = 201;
	v->response->location = api_url(v->mem, record->kind, record->id);
	return api_show(v, record, err);
}

// The record and, when the client gave one, the key that it was made under, in one transaction.
static bool creation_save(
	struct visit *v, struct record *record, struct str why, struct str digest, struct err *err)
{
	AUTO_TXN txn = {0};
	struct people_act act;
	bool saved;
	struct record_edit edit = {.record = record,
		.account_id = v->desk.account->id,
		.at = v->now,
		.what = S("create"),
		.why = why};

	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
		!record_save(v->mem, act.db, &edit, &saved, err))
		return false;
	struct api_creation_note note = {.account_id = edit.account_id,
		.at = v->now,
		.forget_before = v->now - KEY_LIFE,
		.key = v->request->idempotency_key,
		.creation = {record->id, digest}};
	return (!note.key.n || api_token_note_creation(act.db, &note, err)) && db_commit(&txn, err);
}

bool api_record_create(struct visit *v, struct err *err)
{
	const struct kind *kind = kind_at(v->arg[0]);
	const struct json_node *body;
	bool good;

	if (!kind)
		return api_not_found(v, err);
	struct record_reach reach = api_reach(v, kind);
	if (!reach.may_write)
		return api_say(v, 403, _("Your roles do not change records of this kind."), err);
	if (!api_body(v, false, &body, err))
		return false;
	if (!body)
		return true;
	struct str digest = digest_of(v->mem, str_join(v->mem, kind->name, v->request->body));
	struct record fresh = record_new(kind), record;
	struct api_change change = {&fresh, &reach, body, API_MERGE};
	if (!made_before(v, digest, &good, err))
		return false;
	if (good)
		return true;
	if (!change_read(v, &change, &record, &good, err))
		return false;
	if (!good)
		return true;
	if (!creation_save(v, &record, api_why(body), digest, err))
		return false;
	v->response->status = 201;
	v->response->location = api_url(v->mem, kind, record.id);
	return api_show(v, &record, err);
}

// ---- changed

// The record that may be changed, in the version that the caller means; NULL when the problem was
// answered.
static bool load_to_write(struct visit *v, struct record **ret_record, struct err *err)
{
	struct record *record;
	bool fits;

	*ret_record = NULL;
	if (!api_load(v, &record, err))
		return false;
	if (!record)
		return api_not_found(v, err);
	if (!api_reach(v, record->kind).may_write)
		return api_say(v, 403, _("Your roles do not change records of this kind."), err);
	if (!api_fits(v, record, &fits, err))
		return false;
	if (!fits)
		return true;
	if (record->deleted_at)
		return api_say(v, 409,
			_("The record is deleted. POST to its …/undo to bring it back."), err);
	*ret_record = record;
	return true;
}

static bool change_save(struct visit *v, enum api_mode mode, struct err *err)
{
	const struct json_node *body;
	struct record *before, after;
	bool good, saved = true;

	if (!load_to_write(v, &before, err))
		return false;
	if (!before)
		return true;
	if (!api_body(v, false, &body, err))
		return false;
	if (!body)
		return true;
	struct record_reach reach = api_reach(v, before->kind);
	struct api_change change = {before, &reach, body, mode};
	if (!change_read(v, &change, &after, &good, err))
		return false;
	if (!good)
		return true;
	if (record_compare(v->mem, before, &after).n &&
		!desk_record_write(v, &after, S("edit"), api_why(body), &saved, err))
		return false;
	return saved ? api_show(v, &after, err) : stale(v, before, err);
}

bool api_record_patch(struct visit *v, struct err *err)
{
	return change_save(v, API_MERGE, err);
}

bool api_record_put(struct visit *v, struct err *err)
{
	return change_save(v, API_WHOLE, err);
}

bool api_record_delete(struct visit *v, struct err *err)
{
	struct record *record;
	bool saved;

	if (!load_to_write(v, &record, err))
		return false;
	if (!record)
		return true;
	record->deleted_at = v->now;
	if (!desk_record_write(v, record, S("delete"), STR_EMPTY, &saved, err))
		return false;
	return saved ? api_show(v, record, err) : stale(v, record, err);
}
