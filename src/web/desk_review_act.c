// SPDX-License-Identifier: EUPL-1.2
// desk_review_act — what the buttons of a review do: one fact, all that is sure, or all.
#include "web/desk_review.h"

#include "store/record.h"
#include "web/pages.h"

enum { WAIT_MS = 1000 };

// What was pressed: a button's name with the number of a fact, or a word for many.
struct pressed {
	struct str name;
	enum review_verb verb;
	const char *done;
};
static const struct pressed buttons[] = {
	{S_INIT("accept"), REVIEW_ACCEPT, "accepted"},
	{S_INIT("reject"), REVIEW_REJECT, "rejected"},
	{S_INIT("open"), REVIEW_OPEN, "reopened"},
	{S_INIT("correct"), REVIEW_CORRECT, "corrected"},
};

struct acting {
	struct visit *v;
	const struct review *review;
	const struct dossier *dossier;
	struct review_act act;
	int64_t fact_id; // 0: many
	bool only_sure;  // of many: stated, and without a warning
	struct record edited;
	struct findings findings;
	bool is_late, is_found;
};

static bool is_wanted(const struct acting *a, const struct record *record, const struct fact *fact)
{
	if (a->fact_id)
		return fact->id == a->fact_id;
	if (!fact_is_open(fact))
		return false;
	return !a->only_sure ||
		(str_eq(fact->certainty, S("stated")) && !fact->is_change &&
			!desk_review_is_warned(a->dossier, fact) &&
			str_eq(fact_present(a->v->mem, record, fact), fact->text));
}

// Of several values that are ticked: the one that was not there before, or what is left.
static void several_read(
	struct acting *a, const struct record *record, const struct property *p, struct str now)
{
	struct units units = fact_units(a->v->mem, &a->edited);
	a->act.chosen = STR_EMPTY;
	for (size_t i = 0; i < units.n; i++) {
		const struct value *unit = &units.p[i];
		bool is_new = fact_property(record->kind, unit->path) == p &&
			!fact_number(a->v->mem, record, unit->path, unit->text);
		if (is_new || (!a->act.chosen.n && str_eq(unit->text, now)))
			a->act.chosen = unit->text;
		if (is_new)
			return;
	}
}

// The unit as the form has it.
static void correction_read(struct acting *a, const struct record *record, const struct fact *fact)
{
	struct record_reach reach = desk_record_reach(a->v, record->kind);
	struct str now = fact_present(a->v->mem, record, fact), path = fact->path;
	const struct property *p = fact_property(record->kind, path);
	size_t number = fact_number(a->v->mem, record, path, now);
	a->edited = record_form_read(a->v->mem, record, &a->v->form, &reach);
	if (p->flags & PROPERTY_MANY) {
		several_read(a, record, p, now);
		return;
	}
	if (number)
		path = str_format(a->v->mem, "%" PRIstr ".%zu", STR(p->name), number);
	struct units units = fact_units(a->v->mem, &a->edited);
	a->act.chosen = STR_EMPTY;
	for (size_t i = 0; i < units.n; i++)
		if (str_eq(units.p[i].path, path))
			a->act.chosen = units.p[i].text;
}

static bool part_act(
	struct acting *a, struct db *db, const struct review_part *part, struct err *err)
{
	struct facts facts = {0};
	bool saved = true;
	for (size_t i = 0; i < part->facts.n; i++)
		if (is_wanted(a, part->record, &part->facts.p[i]))
			VEC_ADD(a->v->mem, &facts, part->facts.p[i]);
	if (!facts.n || a->is_late || a->findings.n)
		return true;
	a->is_found = true;
	if (a->act.verb == REVIEW_CORRECT)
		correction_read(a, part->record, &facts.p[0]);
	if (!review_act(a->v->mem, db, &facts, &a->act, &a->findings, &saved, err))
		return false;
	a->is_late = !saved;
	return true;
}

static bool act(struct acting *a, struct err *err)
{
	struct people_act by;
	AUTO_TXN txn = {0};
	int64_t owner = a->review->part.p[0].record->id;
	if (!visit_act(a->v, &by, err) || !db_begin(by.db, WAIT_MS, &txn, err))
		return false;
	for (size_t i = 0; i < a->review->part.n; i++)
		if (!part_act(a, by.db, &a->review->part.p[i], err))
			return false;
	if (a->is_late || a->findings.n || !a->is_found)
		return true;
	return review_settle(a->v->mem, by.db, owner, a->v->now, err) && db_commit(&txn, err);
}

// The fact behind this one that is open; or the one that was decided, when none is.
static int64_t next_open(const struct acting *a)
{
	bool is_behind = false;
	int64_t first = 0;
	for (size_t i = 0; i < a->review->part.n; i++)
		for (size_t k = 0; k < a->review->part.p[i].facts.n; k++) {
			const struct fact *fact = &a->review->part.p[i].facts.p[k];
			bool is_it = fact->id == a->fact_id;
			if (is_behind && fact_is_open(fact))
				return fact->id;
			is_behind = is_behind || is_it;
			if (!first && fact_is_open(fact) && !is_it)
				first = fact->id;
		}
	return first ? first : a->fact_id;
}

static bool pressed_read(struct acting *a, const struct pressed **ret_button)
{
	*ret_button = NULL;
	for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
		struct str value = visit_field(a->v, buttons[i].name);
		if (!value.n)
			continue;
		*ret_button = &buttons[i];
		a->act.verb = buttons[i].verb;
		a->only_sure = str_eq(value, S("sure"));
		if (str_int(value, &a->fact_id))
			return a->fact_id > 0;
		return buttons[i].verb == REVIEW_ACCEPT &&
			(a->only_sure || str_eq(value, S("all")));
	}
	return false;
}

// Every record of the review may be changed by this visitor.
static bool may_act(const struct visit *v, const struct review *review)
{
	for (size_t i = 0; i < review->part.n; i++)
		if (!desk_record_reach(v, review->part.p[i].record->kind).may_write)
			return false;
	return review->part.n > 0;
}

bool desk_review_save(struct visit *v, struct err *err)
{
	struct review review;
	if (!desk_review_load(v, &review, err))
		return false;
	struct acting a = {.v = v, .review = &review};
	const struct pressed *button;
	if (!may_act(v, &review) || !pressed_read(&a, &button))
		return visit_not_found(v, err);
	a.act.account_id = v->desk.account->id;
	a.act.at = v->now;
	a.act.why = visit_field(v, S("why"));
	if (!desk_review_dossier(v, &review, &a.dossier, err) || !act(&a, err))
		return false;
	if (a.fact_id && !a.is_found)
		return visit_not_found(v, err);
	if (a.findings.n) {
		v->response->status = 422;
		return desk_review_send(v, &review, &a.findings,
			a.act.verb == REVIEW_CORRECT ? &a.edited : NULL, err);
	}
	int64_t next = a.act.verb == REVIEW_OPEN ? a.fact_id : next_open(&a);
	struct str url = str_format(v->mem, "/desk/review/%" PRIstr "?done=%s", STR(v->arg[0]),
		a.is_late ? "late" : button->done);
	if (a.fact_id && next)
		url = str_format(v->mem, "%" PRIstr "&fact=%lld#f%lld", STR(url), (long long)next,
			(long long)next);
	return visit_see_other(v, url);
}
