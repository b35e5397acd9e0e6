// SPDX-License-Identifier: EUPL-1.2
// review — what people decide about facts that were read, and what follows from it.

#include "work/desk/review.h"

#include "base/buf.h"
#include "store/dossier.h"
#include "store/fact.h"
#include "store/portfolio.h"
#include "store/record.h"
#include "store/record_origin.h"

enum { PATHS_MAX = 2000 };

static const struct {
	struct str what, state;
} verbs[] = {
	[REVIEW_ACCEPT] = {S_INIT("accept"), S_INIT("accepted")},
	[REVIEW_CORRECT] = {S_INIT("correct"), S_INIT("corrected")},
	[REVIEW_REJECT] = {S_INIT("reject"), S_INIT("rejected")},
	[REVIEW_OPEN] = {S_INIT("reopen"), S_INIT("open")},
};

// ---- loading

static bool part_add(
	struct arena *mem, struct db *db, int64_t id, struct review *review, struct err *err)
{
	struct review_part part = {.number = 0};
	struct record_origin origin;
	if (!record_load(mem, db, id, &part.record, err) ||
		!fact_list(mem, db, id, &part.facts, err) ||
		!record_origin_load(mem, db, id, &origin, err))
		return false;
	if (!part.record || (!part.facts.n && (review->part.n || part.record->deleted_at)))
		return true;
	part.number = origin.number;
	for (size_t i = 0; i < part.facts.n; i++) {
		review->open_n += fact_is_open(&part.facts.p[i]);
		review->decided_n += !fact_is_open(&part.facts.p[i]);
	}
	if (!review->part.n)
		review->action_id = origin.action_id;
	VEC_ADD(mem, &review->part, part);
	return true;
}

bool review_load(struct arena *mem, struct db *db, int64_t owner_id, struct review *ret_review,
	struct err *err)
{
	struct review review = {.open_n = 0};
	struct record_lines lines;
	if (!part_add(mem, db, owner_id, &review, err) ||
		!record_all_parts(mem, db, owner_id, &lines, err))
		return false;
	for (size_t i = 0; review.part.n && i < lines.n; i++)
		if (!part_add(mem, db, lines.p[i].id, &review, err))
			return false;
	if (!review.open_n && !review.decided_n)
		review.part.n = 0;
	*ret_review = review;
	return true;
}

// ---- one act

// What shall stand where the record says `now`; empty takes it away.
static struct str wanted_of(const struct fact *fact, const struct review_act *act, struct str now)
{
	// A link that a merge led elsewhere stays where it leads (work/desk/unite.h).
	bool is_led = fact_is_open(fact) && fact->chosen.n && str_eq(now, fact->chosen);
	switch (act->verb) {
	case REVIEW_CORRECT:
		return act->chosen;
	case REVIEW_ACCEPT:
		return is_led ? now : fact->text;
	case REVIEW_OPEN:
		return fact->is_change ? fact->was : fact->text;
	case REVIEW_REJECT:
		break;
	}
	if (!fact->is_change)
		return STR_EMPTY;
	return fact_is_open(fact) ? now : fact->was;
}

// What was decided, and by whom; opened again, nothing is.
static void fact_tell(struct fact *fact, const struct review_act *act, struct str wanted)
{
	bool is_open = act->verb == REVIEW_OPEN, is_read = str_eq(wanted, fact->text);
	fact->state = verbs[act->verb].state;
	if (act->verb == REVIEW_CORRECT && (!wanted.n || is_read))
		fact->state = wanted.n ? S("accepted") : S("rejected");
	fact->chosen = is_read || is_open ? STR_EMPTY : wanted;
	fact->account_id = is_open ? 0 : act->account_id;
	fact->decided_at = is_open ? 0 : act->at;
	fact->why = is_open ? STR_EMPTY : act->why;
}

// What the record becomes by the act on this fact.
static void fact_apply(
	struct arena *mem, struct record *record, struct fact *fact, const struct review_act *act)
{
	struct str now = fact_present(mem, record, fact);
	struct str wanted = wanted_of(fact, act, now);
	if (fact->path.n)
		fact_put(mem, record, fact->path, now, wanted);
	else
		record->deleted_at = wanted.n ? 0 : act->at;
	fact_tell(fact, act, wanted);
}

// The paths of the facts, by which the history tells what was decided; then the reason.
static struct str why_of(struct arena *mem, const struct facts *facts, struct str why)
{
	struct buf b = buf_new(mem, PATHS_MAX + PROPERTY_LINE_MAX);
	for (size_t i = 0; i < facts->n; i++) {
		struct str path = facts->p[i].path.n ? facts->p[i].path : S("*");
		if (b.n + path.n + 1 > PATHS_MAX)
			break;
		if (b.n)
			buf_add_char(&b, ' ');
		buf_add(&b, path);
	}
	if (why.n) {
		buf_add_char(&b, '\n');
		buf_add(&b, str_sub(why, 0, PROPERTY_LINE_MAX));
	}
	return buf_str(&b);
}

// A decision that changes no value leaves what the public sees as it is.
static bool keep_public(struct db *db, const struct record *before, const struct record *record,
	bool is_same, struct err *err)
{
	if (!is_same || !before->public_version || before->public_version != before->version)
		return true;
	return record_make_public(db, record, record->changed_at, err);
}

static struct record *copy_of(struct arena *mem, const struct record *record)
{
	struct record *copy = NEW(mem, struct record);
	*copy = *record;
	copy->p = NEW_ARRAY(mem, struct value, record->n);
	copy->room = record->n;
	for (size_t i = 0; i < record->n; i++)
		copy->p[i] = record->p[i];
	return copy;
}

// A record that is taken away takes its open facts with it, and brings them back with itself.
static bool whole_follow(struct arena *mem, struct db *db, const struct fact *before,
	const struct fact *now, const struct record *record, struct err *err)
{
	struct facts facts;
	if (!fact_list(mem, db, record->id, &facts, err))
		return false;
	for (size_t i = 0; i < facts.n; i++) {
		struct fact *fact = &facts.p[i];
		bool goes = record->deleted_at && fact_is_open(fact);
		bool comes = fact_is_open(now) && !record->deleted_at && before->decided_at &&
			fact->decided_at == before->decided_at &&
			str_eq(fact->state, S("rejected"));
		if (!fact->path.n || !(goes || comes))
			continue;
		fact->state = goes ? S("rejected") : S("open");
		fact->account_id = now->account_id;
		fact->decided_at = now->decided_at;
		fact->why = STR_EMPTY;
		if (!fact_decide(mem, db, fact, err))
			return false;
	}
	return true;
}

bool review_act(struct arena *mem, struct db *db, const struct facts *facts,
	const struct review_act *act, struct findings *ret_findings, bool *ret_saved,
	struct err *err)
{
	struct record *before;
	struct facts decided = {0};
	*ret_saved = true;
	if (!facts->n || !record_load(mem, db, facts->p[0].record_id, &before, err))
		return facts->n == 0;
	struct record *record = copy_of(mem, before);
	for (size_t i = 0; i < facts->n; i++) {
		struct fact fact = facts->p[i];
		fact_apply(mem, record, &fact, act);
		VEC_ADD(mem, &decided, fact);
	}
	bool is_same = record_compare(mem, before, record).n == 0 &&
		!before->deleted_at == !record->deleted_at;
	// What a page told is taken as it is; what people write must be right.
	if (act->verb == REVIEW_CORRECT || act->verb == REVIEW_REJECT)
		record_check(mem, record, ret_findings);
	if (ret_findings->n && !record->deleted_at)
		return true;
	ret_findings->n = 0;
	struct record_edit edit = {.record = record,
		.account_id = act->account_id,
		.at = act->at,
		.what = verbs[act->verb].what,
		.why = why_of(mem, facts, act->why)};
	if (!record_save(mem, db, &edit, ret_saved, err))
		return false;
	if (!*ret_saved)
		return true;
	for (size_t i = 0; i < decided.n; i++)
		if (!fact_decide(mem, db, &decided.p[i], err) ||
			(!decided.p[i].path.n &&
				!whole_follow(mem, db, &facts->p[i], &decided.p[i], record, err)))
			return false;
	return keep_public(db, before, record, is_same, err);
}

bool review_settle(struct arena *mem, struct db *db, int64_t owner_id, int64_t at, struct err *err)
{
	struct record_origin origin;
	struct fact_count count;
	if (!fact_count(mem, db, owner_id, &count, err) ||
		!record_origin_load(mem, db, owner_id, &origin, err))
		return false;
	if (count.open_n || !origin.record_id)
		return true;
	return dossier_accept(db, origin.action_id, at, err) && portfolio_version_move(db, at, err);
}

bool review_follow(struct arena *mem, struct db *db, const struct record *record,
	int64_t account_id, int64_t at, struct err *err)
{
	struct facts facts;
	if (!fact_list(mem, db, record->id, &facts, err))
		return false;
	for (size_t i = 0; i < facts.n; i++) {
		struct fact *fact = &facts.p[i];
		struct str now = fact_now(
			mem, record, fact->path, fact->chosen.n ? fact->chosen : fact->text);
		bool is_read = str_eq(now, fact->text);
		bool is_gone = str_eq(fact->state, S("rejected"));
		bool is_settled = is_read ? fact_is_open(fact) || str_eq(fact->state, S("accepted"))
			: is_gone         ? str_eq(now, fact->chosen)
					  : fact->chosen.n && str_eq(now, fact->chosen);
		// A proposal waits for its answer whatever the record says meanwhile.
		if (is_settled || fact->is_change)
			continue;
		fact->state = is_read ? S("accepted") : now.n ? S("corrected") : S("rejected");
		fact->chosen = is_read ? STR_EMPTY : now;
		fact->account_id = account_id;
		fact->decided_at = at;
		fact->why = STR_EMPTY;
		if (!fact_decide(mem, db, fact, err))
			return false;
	}
	return true;
}
