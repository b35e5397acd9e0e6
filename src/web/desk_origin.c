// SPDX-License-Identifier: EUPL-1.2
// desk_origin — where a record's values come from: pages that say different things, records merged into
// it, and what it was merged into itself.
#include "web/desk_record.h"

#include "store/fact.h"
#include "store/merge.h"
#include "store/source.h"
#include "web/desk_review.h"

// A value that a page tells: once, however often the page was read.
static bool claim_add(struct visit *v, const struct record *record, const struct fact *fact,
	struct desk_dispute *dispute, struct err *err)
{
	struct desk_claim claim = {.page = STR_EMPTY, .who = STR_EMPTY};
	struct source *source;
	if (!desk_review_words(v, record->kind, fact->path, fact->text, &claim.value, err) ||
		!source_load(v->mem, v->db, fact->source_id, &source, err))
		return false;
	if (source)
		claim.page = source->name;
	claim.is_now = str_eq(record_get(record, fact->path), fact->text);
	if (fact->account_id && !desk_history_who(v, fact->account_id, &claim.who, err))
		return false;
	if (fact->decided_at)
		claim.when = desk_record_moment(v, fact->decided_at);
	VEC_ADD(v->mem, &dispute->claim, claim);
	return true;
}

// Single values only: several values and rows of many pages simply add up.
static bool is_single(const struct record *record, const struct fact *fact)
{
	struct place_of_value place;
	return fact->text.n && kind_path(record->kind, fact->path, &place) && !place.rows &&
		!place.number;
}

static bool is_first_of_path(const struct facts *facts, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(facts->p[k].path, facts->p[i].path))
			return false;
	return true;
}

// Two facts tell the value, and not the same.
static bool is_disputed(const struct facts *facts, const struct fact *fact)
{
	for (size_t k = 0; k < facts->n; k++)
		if (str_eq(facts->p[k].path, fact->path) && facts->p[k].text.n &&
			!str_eq(facts->p[k].text, fact->text))
			return true;
	return false;
}

static bool dispute_add(struct visit *v, const struct record *record, const struct facts *facts,
	size_t i, struct desk_disputes *disputes, struct err *err)
{
	struct desk_dispute dispute = {
		.label = desk_history_unit(v, record->kind, facts->p[i].path)};
	for (size_t k = 0; k < facts->n; k++)
		if (str_eq(facts->p[k].path, facts->p[i].path) && facts->p[k].text.n &&
			!claim_add(v, record, &facts->p[k], &dispute, err))
			return false;
	VEC_ADD(v->mem, disputes, dispute);
	return true;
}

bool desk_origin_disputes(struct visit *v, const struct record *record,
	const struct record_reach *reach, struct desk_disputes *ret_disputes, struct err *err)
{
	struct desk_disputes disputes = {0};
	struct facts facts;
	if (!fact_list(v->mem, v->db, record->id, &facts, err))
		return false;
	for (size_t i = 0; i < facts.n; i++) {
		const struct property *p = fact_property(record->kind, facts.p[i].path);
		if (p && record_reach_sees(reach, p) && is_single(record, &facts.p[i]) &&
			is_first_of_path(&facts, i) && is_disputed(&facts, &facts.p[i]) &&
			!dispute_add(v, record, &facts, i, &disputes, err))
			return false;
	}
	*ret_disputes = disputes;
	return true;
}

bool desk_origin_merges(struct visit *v, const struct record *record,
	struct desk_merged *ret_merged, struct err *err)
{
	struct desk_merged merged = {0};
	struct merges merges;
	if (!merge_list_into(v->mem, v->db, record->id, &merges, err))
		return false;
	for (size_t i = 0; i < merges.n; i++) {
		struct record *from;
		if (!record_load(v->mem, v->db, merges.p[i].from_id, &from, err))
			return false;
		VEC_ADD(v->mem, &merged,
			((struct desk_merge){.name = desk_record_name(v, from),
				.url = desk_record_url(
					v->mem, from->kind, from->id, S("?merged=1")),
				.when = desk_record_moment(v, merges.p[i].at),
				.id = merges.p[i].id}));
	}
	*ret_merged = merged;
	return true;
}

bool desk_origin_into(
	struct visit *v, const struct record *record, struct str *ret_url, struct err *err)
{
	int64_t id;
	if (!merge_final(v->db, record->id, &id, err))
		return false;
	*ret_url = id == record->id
		? STR_EMPTY
		: desk_record_url(v->mem, record->kind, id, S("?done=was-merged"));
	return true;
}
