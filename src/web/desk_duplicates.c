// SPDX-License-Identifier: EUPL-1.2
// desk_duplicates — pairs that may be one and the same, with their reasons; what was merged lately.
#include "web/desk_duplicates.h"

#include "store/merge.h"
#include "web/pages.h"
#include "work/desk/unite.h"

enum { PAIRS_MAX = 200, MERGES_MAX = 20, WAIT_MS = 1000 };

static const struct str reason_words[LIKE_REASON_N] = {
	[LIKE_SAME_NAME] = S_INIT(N_("the same name")),
	[LIKE_SPELLING] = S_INIT(N_("a few letters differ")),
	[LIKE_WORDS] = S_INIT(N_("most words of the name")),
	[LIKE_ABBREVIATION] = S_INIT(N_("an abbreviation of the other")),
	[LIKE_VALUE] = S_INIT(N_("the same value")),
	[LIKE_DATES] = S_INIT(N_("near dates")),
};

bool desk_duplicates_reasons(struct visit *v, const struct like *like, struct str **ret_words,
	size_t *ret_n, struct err *err)
{
	struct str *words = NEW_ARRAY(v->mem, struct str, LIKE_REASON_N), value;
	size_t n = 0;
	for (unsigned i = 0; i < LIKE_REASON_N; i++) {
		if (!(like->reasons >> i & 1))
			continue;
		words[n] = visit_text(v, reason_words[i]);
		if (i == LIKE_VALUE) {
			if (!desk_record_words(v, like->property, like->value, &value, err))
				return false;
			words[n] = str_format(v->mem, "%" PRIstr " %" PRIstr,
				STR(visit_text(v, str_c(like->property->label))), STR(value));
		}
		n++;
	}
	*ret_words = words;
	*ret_n = n;
	return true;
}

// What tells records of one name apart: the first listed value that is no name.
static bool more_words(
	struct visit *v, const struct record *record, struct str *ret_words, struct err *err)
{
	struct record_reach reach = desk_record_reach(v, record->kind);
	*ret_words = STR_EMPTY;
	for (size_t i = 0; i < record->kind->property_n && !ret_words->n; i++) {
		const struct property *p = &record->kind->property[i];
		struct str text = record_get(record, p->name);
		if (p->flags & PROPERTY_LISTED && !(p->flags & PROPERTY_NAMES) && text.n &&
			record_reach_sees(&reach, p) &&
			!desk_record_short(v, p, text, ret_words, err))
			return false;
	}
	return true;
}

static bool record_fill(
	struct visit *v, const struct record *record, struct like_record *ret, struct err *err)
{
	*ret = (struct like_record){.name = desk_record_name(v, record),
		.url = desk_record_url(v->mem, record->kind, record->id, STR_EMPTY),
		.id = record->id};
	return more_words(v, record, &ret->more, err);
}

static bool is_told_apart(const struct unlikes *unlikes, int64_t a, int64_t b)
{
	int64_t one = a < b ? a : b, other = a < b ? b : a;
	for (size_t i = 0; i < unlikes->n; i++)
		if (unlikes->p[i].one_id == one && unlikes->p[i].other_id == other)
			return true;
	return false;
}

static bool pair_add(struct visit *v, struct duplicates_view *view, const struct kind *kind,
	const struct record *one, const struct record *other, const struct like *like,
	struct err *err)
{
	struct duplicate_pair pair = {.kind = visit_text(v, str_c(kind->label)),
		.url = str_format(v->mem, "/desk/duplicates/%lld/%lld", (long long)one->id,
			(long long)other->id)};
	struct str *words;
	size_t n;
	if (!record_fill(v, one, &pair.one, err) || !record_fill(v, other, &pair.other, err) ||
		!desk_duplicates_reasons(v, like, &words, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		VEC_ADD(v->mem, &pair.reason, words[i]);
	VEC_ADD(v->mem, &view->pair, pair);
	return true;
}

static bool kind_fill(struct visit *v, struct duplicates_view *view, const struct kind *kind,
	const struct unlikes *unlikes, struct err *err)
{
	struct record_reach reach = desk_record_reach(v, kind);
	struct record_all records;
	if (!reach.may_write || !record_reach_names(&reach, kind))
		return true;
	if (!record_load_all(v->mem, v->db, kind, &records, err))
		return false;
	struct like_pairs pairs = like_pairs(v->mem, records.p, records.n, reach.classes);
	for (size_t i = 0; i < pairs.n; i++) {
		const struct record *one = records.p[pairs.p[i].one];
		const struct record *other = records.p[pairs.p[i].other];
		if (is_told_apart(unlikes, one->id, other->id))
			continue;
		if (view->pair.n >= PAIRS_MAX)
			view->more_n++;
		else if (!pair_add(v, view, kind, one, other, &pairs.p[i].like, err))
			return false;
	}
	return true;
}

static bool merges_fill(struct visit *v, struct duplicates_view *view, struct err *err)
{
	struct merges merges;
	if (!merge_list(v->mem, v->db, MERGES_MAX, &merges, err))
		return false;
	for (size_t i = 0; i < merges.n; i++) {
		struct duplicate_merge merge = {.id = merges.p[i].id};
		struct record *from, *into;
		struct like_record names;
		if (!record_load(v->mem, v->db, merges.p[i].from_id, &from, err) ||
			!record_load(v->mem, v->db, merges.p[i].into_id, &into, err))
			return false;
		struct record_reach reach = desk_record_reach(v, into->kind);
		if (!record_reach_names(&reach, into->kind))
			continue;
		if (!record_fill(v, from, &names, err))
			return false;
		merge.from = names.name;
		merge.from_url = str_join(v->mem, names.url, S("?merged=1"));
		if (!record_fill(v, into, &names, err) ||
			!desk_history_who(v, merges.p[i].account_id, &merge.who, err))
			return false;
		merge.into = names.name;
		merge.into_url = names.url;
		merge.when = desk_record_moment(v, merges.p[i].at);
		VEC_ADD(v->mem, &view->merge, merge);
	}
	return true;
}

bool desk_duplicates_show(struct visit *v, struct err *err)
{
	struct duplicates_view view = {.form = desk_layout_form(v)};
	struct unlikes unlikes;
	if (!unlike_list(v->mem, v->db, &unlikes, err))
		return false;
	for (size_t i = 0; i < KIND_N; i++)
		if (!kind_fill(v, &view, kind_list[i], &unlikes, err))
			return false;
	if (!merges_fill(v, &view, err))
		return false;
	v->page.title = visit_text(v, _("Possible duplicates"));
	v->page.section = S("/desk/review");
	desk_duplicates_page(&v->t, &view);
	return visit_html(v, err);
}

bool desk_duplicates_part(struct visit *v, struct err *err)
{
	struct merge merge = {.id = 0};
	struct record *record = NULL;
	struct people_act act;
	AUTO_TXN txn = {0};
	const struct unite_by by = {v->desk.account->id, v->now};
	int64_t id;
	bool done;
	if (str_int(visit_field(v, S("merge")), &id) && !merge_load(v->mem, v->db, id, &merge, err))
		return false;
	if (merge.id && !record_load(v->mem, v->db, merge.into_id, &record, err))
		return false;
	if (!record || !desk_record_reach(v, record->kind).may_write)
		return visit_not_found(v, err);
	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
		!unite_undo(v->mem, act.db, merge.id, &by, &done, err) ||
		(done && !db_commit(&txn, err)))
		return false;
	return visit_see_other(
		v, done ? S("/desk/duplicates?done=parted") : S("/desk/duplicates?done=late"));
}
