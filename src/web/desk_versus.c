// SPDX-License-Identifier: EUPL-1.2
// desk_versus — two records side by side: which value stays, made one, or told apart for good.
#include "web/desk_duplicates.h"

#include "base/buf.h"
#include "store/merge.h"
#include "web/desk_review.h"
#include "web/pages.h"
#include "work/desk/unite.h"

enum { WAIT_MS = 1000, WORDS_MAX = 400 * 1000 };

struct pair {
	struct record *one, *other; // the one that stays, and the one that goes
	struct record_reach reach;
};

static bool is_listed(const struct property *p)
{
	return p->type == PROPERTY_ROWS || p->flags & PROPERTY_MANY;
}

// Two records of one kind that are there; pair.one is NULL when the address does not name them.
static bool pair_load(struct visit *v, struct pair *ret_pair, struct err *err)
{
	struct pair pair = {.one = NULL};
	int64_t one, other;
	*ret_pair = pair;
	if (!str_int(v->arg[0], &one) || !str_int(v->arg[1], &other) || one == other)
		return true;
	if (!record_load(v->mem, v->db, one, &pair.one, err) ||
		!record_load(v->mem, v->db, other, &pair.other, err))
		return false;
	if (!pair.one || !pair.other || pair.one->kind != pair.other->kind ||
		pair.one->deleted_at || pair.other->deleted_at)
		return true;
	pair.reach = desk_record_reach(v, pair.one->kind);
	if (pair.reach.may_write && record_reach_names(&pair.reach, pair.one->kind))
		*ret_pair = pair;
	return true;
}

// All values of the property in words, one a line.
static bool all_words(struct visit *v, const struct record *record, const struct property *p,
	struct str *ret_words, struct err *err)
{
	struct units units = fact_units(v->mem, record);
	struct buf words = buf_new(v->mem, WORDS_MAX);
	for (size_t i = 0; i < units.n; i++) {
		struct str one;
		if (fact_property(record->kind, units.p[i].path) != p)
			continue;
		if (!desk_review_words(
			    v, record->kind, units.p[i].path, units.p[i].text, &one, err))
			return false;
		if (words.n)
			buf_add_char(&words, '\n');
		if (p->flags & PROPERTY_TRANSLATED)
			buf_format(&words, "%" PRIstr ": ",
				STR(str_from(units.p[i].path, p->name.n + 1)));
		buf_add(&words, one);
	}
	*ret_words = buf_str(&words);
	return true;
}

static bool rows_fill(
	struct visit *v, const struct pair *pair, struct versus_view *view, struct err *err)
{
	for (size_t i = 0; i < pair->one->kind->property_n; i++) {
		const struct property *p = &pair->one->kind->property[i];
		struct versus_row row = {.name = p->name,
			.label = visit_text(v, str_c(p->label)),
			.is_listed = is_listed(p)};
		if (!record_reach_sees(&pair->reach, p))
			continue;
		if (!all_words(v, pair->one, p, &row.one, err) ||
			!all_words(v, pair->other, p, &row.other, err))
			return false;
		row.differs = !str_eq(row.one, row.other);
		row.chosen = !row.one.n ? VERSUS_OTHER : row.is_listed ? VERSUS_BOTH : VERSUS_ONE;
		if (row.one.n || row.other.n)
			VEC_ADD(v->mem, &view->row, row);
	}
	return true;
}

static bool versus_send(
	struct visit *v, const struct pair *pair, const struct findings *errors, struct err *err)
{
	struct str numbers = str_format(v->mem, "/desk/duplicates/%lld/%lld",
		(long long)pair->one->id, (long long)pair->other->id);
	struct versus_view view = {.form = desk_layout_form(v),
		.kind = visit_text(v, str_c(pair->one->kind->label)),
		.url = numbers,
		.list_url = S("/desk/duplicates"),
		.swap_url = str_format(v->mem, "/desk/duplicates/%lld/%lld",
			(long long)pair->other->id, (long long)pair->one->id),
		.one = {.name = desk_record_name(v, pair->one),
			.url = desk_record_url(v->mem, pair->one->kind, pair->one->id, STR_EMPTY)},
		.other = {.name = desk_record_name(v, pair->other),
			.url = desk_record_url(
				v->mem, pair->one->kind, pair->other->id, STR_EMPTY)},
		.one_version = pair->one->version,
		.other_version = pair->other->version};
	struct like like = like_of(v->mem, pair->one, pair->other, pair->reach.classes);
	struct str *words;
	size_t n;
	if (!rows_fill(v, pair, &view, err) || !desk_duplicates_reasons(v, &like, &words, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		VEC_ADD(v->mem, &view.reason, words[i]);
	for (size_t i = 0; errors && i < errors->n; i++)
		finding_add(v->mem, &view.errors, errors->p[i], "%" PRIstr ": %" PRIstr,
			STR(desk_history_unit(v, pair->one->kind, errors->p[i].rule)),
			STR(visit_text(v, errors->p[i].message)));
	v->page.title = visit_text(v, _("Are these the same?"));
	v->page.section = S("/desk/review");
	desk_versus_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_versus_show(struct visit *v, struct err *err)
{
	struct pair pair;
	if (!pair_load(v, &pair, err))
		return false;
	return pair.one ? versus_send(v, &pair, NULL, err) : visit_not_found(v, err);
}

// ---- merging

struct picking {
	struct visit *v;
	const struct record_reach *reach;
};

static enum unite_pick pick(void *context, const struct property *p)
{
	const struct picking *picking = context;
	struct str choice = visit_field(picking->v, str_join(picking->v->mem, S("pick."), p->name));
	// What the person may not see is neither taken nor lost: rows are joined.
	if (!record_reach_sees(picking->reach, p))
		return is_listed(p) ? UNITE_BOTH : UNITE_KEEP;
	return str_eq(choice, S("other"))   ? UNITE_TAKE
		: str_eq(choice, S("both")) ? UNITE_BOTH
					    : UNITE_KEEP;
}

static bool versions_hold(const struct visit *v, const struct pair *pair)
{
	int64_t one, other;
	return str_int(visit_field(v, S("one")), &one) &&
		str_int(visit_field(v, S("other")), &other) && one == pair->one->version &&
		other == pair->other->version;
}

bool desk_versus_merge(struct visit *v, struct err *err)
{
	struct findings findings = {0};
	struct people_act act;
	AUTO_TXN txn = {0};
	const struct unite_by by = {v->desk.account->id, v->now};
	struct pair pair;
	bool saved = false;
	if (!pair_load(v, &pair, err))
		return false;
	if (!pair.one)
		return visit_not_found(v, err);
	struct picking picking = {v, &pair.reach};
	struct record record = unite_record(v->mem, pair.one, pair.other, pick, &picking);
	record_check(v->mem, &record, &findings);
	if (findings.n) {
		v->response->status = 422;
		return versus_send(v, &pair, &findings, err);
	}
	if (versions_hold(v, &pair) &&
		(!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
			!unite(v->mem, act.db, &record, pair.other, &by, &saved, err) ||
			(saved && !db_commit(&txn, err))))
		return false;
	struct str url = desk_record_url(
		v->mem, record.kind, record.id, saved ? S("?done=merged") : S("?done=late"));
	return visit_see_other(v, url);
}

bool desk_versus_unlike(struct visit *v, struct err *err)
{
	struct people_act act;
	AUTO_TXN txn = {0};
	struct unlikes unlikes;
	struct pair pair;
	if (!pair_load(v, &pair, err))
		return false;
	if (!pair.one)
		return visit_not_found(v, err);
	int64_t a = pair.one->id, b = pair.other->id;
	struct unlike unlike = {a < b ? a : b, a < b ? b : a};
	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
		!unlike_list(v->mem, act.db, &unlikes, err))
		return false;
	bool is_known = false;
	for (size_t i = 0; i < unlikes.n; i++)
		is_known = is_known ||
			(unlikes.p[i].one_id == unlike.one_id &&
				unlikes.p[i].other_id == unlike.other_id);
	if (!is_known &&
		(!unlike_save(act.db, &unlike, v->desk.account->id, v->now, err) ||
			!db_commit(&txn, err)))
		return false;
	return visit_see_other(v, S("/desk/duplicates?done=unlike"));
}
