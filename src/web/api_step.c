// SPDX-License-Identifier: EUPL-1.2
// api_step — what is done with a record besides writing in it: moved on, taken back, published.
#include "web/api.h"
#include "web/pages.h"
#include "work/desk/check.h"
#include "work/desk/publish.h"

enum { WAIT_MS = 1000 };

// The record in the version that the caller means and what he sent; NULL when the problem was
// answered. Those who may not write are told by the gate, or by the move's own right.
static bool load_step(struct visit *v, struct record **ret_record,
	const struct json_node **ret_body, struct err *err)
{
	struct record *record;
	bool fits;

	*ret_record = NULL;
	if (!api_load(v, &record, err))
		return false;
	if (!record)
		return api_not_found(v, err);
	if (!api_fits(v, record, &fits, err))
		return false;
	if (!fits)
		return true;
	if (!api_body(v, true, ret_body, err))
		return false;
	*ret_record = *ret_body ? record : NULL;
	return true;
}

static bool refuse_findings(struct visit *v, const struct findings *findings, struct err *err)
{
	struct api_problem problem = {.status = 422,
		.detail = visit_text(v,
			_("Nothing was done. “errors” says what is to be mended before, and "
			  "where.")),
		.errors = findings};

	return api_refuse(v, &problem, err);
}

// Saves the step and answers with the record as it is now.
static bool step_save(
	struct visit *v, struct record *record, struct str what, struct str why, struct err *err)
{
	bool saved;
	int64_t version = record->version;

	if (!desk_record_write(v, record, what, why, &saved, err))
		return false;
	if (saved)
		return api_show(v, record, err);
	struct api_problem problem = {.status = 412,
		.detail = visit_text(v,
			_("Somebody changed the record since you read it. Read it again, and send "
			  "your change with its new tag.")),
		.version = version};
	return api_refuse(v, &problem, err);
}

// ---- moves

static struct str text_member(const struct json_node *body, struct str name)
{
	const struct json_node *member = json_read_member(body, name);

	return member ? str_trim(member->text) : STR_EMPTY;
}

static bool kind_has_move(const struct kind *kind, struct str name)
{
	for (size_t i = 0; i < kind->move_n; i++)
		if (str_eq(kind->move[i].name, name))
			return true;
	return false;
}

static bool move_make(struct visit *v, struct record *record, const struct move *move,
	struct str why, struct err *err)
{
	struct findings findings = {0};

	record_check_move(v->mem, record, move, &findings);
	record->state = move->to;
	record_check(v->mem, record, &findings);
	if (move->asks_why && !why.n)
		finding_add(v->mem, &findings,
			(struct finding){.rule = S("why"), .severity = SEVERITY_ERROR}, "%s",
			N_("This step asks for a reason."));
	if (findings.n)
		return refuse_findings(v, &findings, err);
	return step_save(v, record, move->name, why, err);
}

bool api_move_make(struct visit *v, struct err *err)
{
	struct record *record;
	const struct json_node *body = NULL;

	if (!load_step(v, &record, &body, err))
		return false;
	if (!record)
		return true;
	if (!kind_has_move(record->kind, v->arg[2]))
		return api_say(v, 404, _("Records of this kind have no such move."), err);
	const struct move *move = kind_move(record->kind, record->state, v->arg[2]);
	if (!move || record->deleted_at)
		return api_say(v, 409,
			_("The record's present state does not have this move; “record.moves” "
			  "has those that there are."),
			err);
	if (right_ask(&v->desk.holder, (enum right)move->right) != RIGHT_GRANTED)
		return api_say(v, 403, _("Your roles do not make this move."), err);
	return move_make(v, record, move, text_member(body, S("why")), err);
}

// ---- undone

// The version to go back to: the one that was named, or the one before.
static int64_t version_wanted(const struct record *record, const struct json_node *body)
{
	const struct json_node *version = json_read_member(body, S("version"));

	if (!version)
		return record->version - 1;
	return version->type == JSON_READ_INT ? version->number : 0;
}

bool api_undo_make(struct visit *v, struct err *err)
{
	struct record *record, *then = NULL;
	const struct json_node *body = NULL;
	bool may;

	if (!load_step(v, &record, &body, err))
		return false;
	if (!record)
		return true;
	if (!api_reach(v, record->kind).may_write)
		return api_say(v, 403, _("Your roles do not change records of this kind."), err);
	int64_t version = version_wanted(record, body);
	if (version > 0 && version < record->version &&
		!record_load_version(v->mem, v->db, record->id, version, &then, err))
		return false;
	if (!then)
		return api_say(v, 422, _("There is no earlier version of that number."), err);
	if (!check_undo(v->mem, v->db, record, version, &v->desk.holder, &may, err))
		return false;
	if (!may)
		return api_say(v, 403,
			_("Between that version and now lies a move that your roles do not make."),
			err);
	then->version = record->version;
	then->deleted_at = 0;
	return step_save(v, then, S("undo"), str_of_int(v->mem, version), err);
}

// ---- published

bool api_publish_make(struct visit *v, struct err *err)
{
	struct record *record;
	const struct json_node *body = NULL;
	struct people_act act;
	AUTO_TXN txn = {0};

	if (!load_step(v, &record, &body, err))
		return false;
	if (!record)
		return true;
	if (record->kind->publishing != PUBLISHED_BY_STEP)
		return api_say(v, 409,
			_("Actions are published, and what belongs to them goes with them."), err);
	if (record->deleted_at || !record->kind->state[record->state].is_public)
		return api_say(v, 409,
			_("The public does not see a record in this state: move it on first."),
			err);
	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
		!publish_record(v->mem, act.db, record, v->now, err) || !db_commit(&txn, err))
		return false;
	record->public_version = record->version;
	return api_show(v, record, err);
}
