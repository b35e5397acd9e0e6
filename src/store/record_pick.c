// SPDX-License-Identifier: EUPL-1.2
// record_pick — passes over an array of records, and over indexes of their keys.
#include "store/record_pick.h"

#include <assert.h>

#include "base/date.h"
#include "base/vec.h"
#include "store/record_pick.sql.h"

static struct str key_name(const struct record_pick *pick, struct str property)
{
	return str_format(pick->mem, "%" PRIstr ".%" PRIstr, STR(pick->kind->name), STR(property));
}

struct record_item *record_pick_item(const struct record_pick *pick, int64_t id)
{
	int32_t place = id > 0 && id <= pick->id_max ? pick->place[id] : 0;

	return place ? &pick->item[place - 1] : NULL;
}

// ---- loading

// States come as texts that repeat; the last one is compared first.
static int16_t state_of(const struct kind *kind, struct str name, int16_t last)
{
	return last >= 0 && str_eq(kind->state[last].name, name) ? last
								 : (int16_t)kind_state(kind, name);
}

static bool items_load(struct record_pick *pick, const struct db_statement *which, struct err *err)
{
	struct record_pick_all_params params = {.kind = pick->kind->name};
	AUTO_CURSOR cursor = NULL;
	int16_t state = -1;
	bool more = true;

	if (!db_query(pick->db, which, &params, &cursor, err))
		return false;
	while (more) {
		if (!db_next(cursor, &more, err))
			return false;
		if (!more)
			break;
		if (pick->n == pick->room)
			pick->item = vec_grow(
				pick->mem, pick->item, &pick->room, sizeof *pick->item);
		state = state_of(pick->kind, db_text(cursor, 1), state);
		int64_t version = db_int(cursor, 3), shown = db_int(cursor, 4);
		struct record_item item = {.id = db_int(cursor, 0),
			.owner_id = db_int(cursor, 2),
			.state = state,
			.is_public = shown > 0};
		item.is_behind = shown
			? shown != version
			: item.owner_id && state >= 0 && pick->kind->state[state].is_public;
		pick->item[pick->n++] = item;
		pick->id_max = item.id > pick->id_max ? item.id : pick->id_max;
	}
	return true;
}

static void places_fill(struct record_pick *pick)
{
	pick->place = NEW_ARRAY(pick->mem, int32_t, (size_t)pick->id_max + 1);
	for (size_t i = 0; i < pick->n; i++)
		pick->place[pick->item[i].id] = (int32_t)i + 1;
}

// An action is as the public sees it when its parts are; a part that the public will see and does
// not see yet is behind itself.
static bool behind_mark(struct record_pick *pick, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool more = kind_has_parts(pick->kind);

	if (more && !db_query(pick->db, &record_pick_behind, NULL, &cursor, err))
		return false;
	while (more) {
		if (!db_next(cursor, &more, err))
			return false;
		struct record_item *item = more ? record_pick_item(pick, db_int(cursor, 0)) : NULL;
		if (!item || !item->is_public)
			continue;
		const struct kind *kind = kind_named(db_text(cursor, 1));
		int state = kind ? kind_state(kind, db_text(cursor, 2)) : -1;
		item->is_behind |= db_int(cursor, 3) > 0 ||
			(state >= 0 && kind->state[state].is_public);
	}
	return true;
}

static bool begin(struct record_pick *pick, const struct db_statement *which, struct err *err)
{
	if (!items_load(pick, which, err))
		return false;
	places_fill(pick);
	return behind_mark(pick, err);
}

bool record_pick_begin(struct arena *mem, struct db *db, const struct kind *kind,
	struct record_pick *ret_pick, struct err *err)
{
	struct record_pick pick = {.mem = mem, .db = db, .kind = kind};

	if (!begin(&pick, &record_pick_all, err))
		return false;
	*ret_pick = pick;
	return true;
}

// Both statements have the same parameter.
static_assert(
	sizeof(struct record_pick_all_params) == sizeof(struct record_pick_deleted_params), "");

bool record_pick_begin_deleted(struct arena *mem, struct db *db, const struct kind *kind,
	struct record_pick *ret_pick, struct err *err)
{
	struct record_pick pick = {.mem = mem, .db = db, .kind = kind};

	if (!begin(&pick, &record_pick_deleted, err))
		return false;
	*ret_pick = pick;
	return true;
}

bool record_count_deleted(struct db *db, const struct kind *kind, int64_t *ret_n, struct err *err)
{
	struct record_pick_deleted_count_params params = {.kind = kind->name};
	AUTO_CURSOR cursor = NULL;
	bool found;

	if (!db_query(db, &record_pick_deleted_count, &params, &cursor, err) ||
		!db_next(cursor, &found, err))
		return false;
	*ret_n = found ? db_int(cursor, 0) : 0;
	return true;
}

// ---- criteria

unsigned record_pick_criterion(struct record_pick *pick)
{
	unsigned number = pick->criterion_n < RECORD_CRITERIA_MAX ? pick->criterion_n++
								  : RECORD_CRITERIA_MAX - 1;

	for (size_t i = 0; i < pick->n; i++)
		pick->item[i].fails |= UINT32_C(1) << number;
	return number;
}

void record_pick_allow(struct record_pick *pick, unsigned criterion, int64_t id)
{
	struct record_item *item = record_pick_item(pick, id);

	if (item)
		item->fails &= ~(UINT32_C(1) << criterion);
}

bool record_pick_key(struct record_pick *pick, unsigned criterion, struct str property,
	struct str key, struct err *err)
{
	struct record_pick_key_rows_params params = {
		.property = key_name(pick, property), .key = key};
	AUTO_CURSOR cursor = NULL;
	bool more = true;

	if (!db_query(pick->db, &record_pick_key_rows, &params, &cursor, err))
		return false;
	while (more) {
		if (!db_next(cursor, &more, err))
			return false;
		if (more)
			record_pick_allow(pick, criterion, db_int(cursor, 0));
	}
	return true;
}

bool record_pick_walk(struct record_pick *pick, struct str property, record_take_key *take,
	void *with, struct err *err)
{
	struct record_pick_keys_params params = {.property = key_name(pick, property)};
	AUTO_CURSOR cursor = NULL;
	bool more = true;

	if (!db_query(pick->db, &record_pick_keys, &params, &cursor, err))
		return false;
	while (more) {
		if (!db_next(cursor, &more, err))
			return false;
		if (more)
			take(pick, db_text(cursor, 0), db_int(cursor, 1), with);
	}
	return true;
}

struct days {
	unsigned criterion;
	int32_t from, to;
};

static void take_day(struct record_pick *pick, struct str key, int64_t id, void *with)
{
	const struct days *days = with;
	struct period period;

	if (!period_parse(key, &period) || !(period_is_known(period) || period.open))
		return;
	int32_t last = period.open || !date_is_known(period.start)
		? INT32_MAX
		: period_last_day(period, (struct date){0});
	int32_t first = date_is_known(period.start) ? period_first_day(period) : INT32_MIN;
	if (first <= days->to && last >= days->from)
		record_pick_allow(pick, days->criterion, id);
}

bool record_pick_days(struct record_pick *pick, unsigned criterion, struct str property,
	int32_t from, int32_t to, struct err *err)
{
	struct days days = {criterion, from ? from : INT32_MIN, to ? to : INT32_MAX};

	return record_pick_walk(pick, property, take_day, &days, err);
}

bool record_pick_fits(const struct record_item *item, unsigned but)
{
	return !(item->fails & ~(but < RECORD_CRITERIA_MAX ? UINT32_C(1) << but : 0));
}

// ---- counting and order

struct counting {
	unsigned criterion;
	struct record_key_counts counts;
	int64_t last; // of the present key: a record that has it twice counts once
};

static void take_count(struct record_pick *pick, struct str key, int64_t id, void *with)
{
	struct counting *c = with;
	const struct record_item *item = record_pick_item(pick, id);

	if (!item || !record_pick_fits(item, c->criterion))
		return;
	if (!c->counts.n || !str_eq(c->counts.p[c->counts.n - 1].key, key)) {
		VEC_ADD(pick->mem, &c->counts,
			((struct record_key_count){str_copy(pick->mem, key), 0}));
		c->last = 0;
	}
	c->counts.p[c->counts.n - 1].n += c->last != id;
	c->last = id;
}

bool record_pick_count(struct record_pick *pick, unsigned criterion, struct str property,
	struct record_key_counts *ret_counts, struct err *err)
{
	struct counting c = {.criterion = criterion};

	if (!record_pick_walk(pick, property, take_count, &c, err))
		return false;
	*ret_counts = c.counts;
	return true;
}

// Each record stands where its first key in the order is.
struct ordering {
	struct record_order order;
	unsigned char *is_taken; // by place
};

static void take_order(struct record_pick *pick, struct str key, int64_t id, void *with)
{
	struct ordering *o = with;
	const struct record_item *item = record_pick_item(pick, id);

	(void)key;
	if (!item || o->is_taken[item - pick->item])
		return;
	o->is_taken[item - pick->item] = 1;
	if (record_pick_fits(item, RECORD_CRITERIA_MAX))
		VEC_ADD(pick->mem, &o->order, item);
}

static void turn_round(struct record_order *order)
{
	for (size_t i = 0; i < order->n / 2; i++) {
		const struct record_item *item = order->p[i];
		order->p[i] = order->p[order->n - 1 - i];
		order->p[order->n - 1 - i] = item;
	}
}

bool record_pick_sort(struct record_pick *pick, struct record_sort sort,
	struct record_order *ret_order, struct err *err)
{
	struct ordering o = {.is_taken = NEW_ARRAY(pick->mem, unsigned char, pick->n + 1)};

	if (sort.property.n && !record_pick_walk(pick, sort.property, take_order, &o, err))
		return false;
	if (sort.descending)
		turn_round(&o.order);
	for (size_t i = 0; i < pick->n; i++)
		if (!o.is_taken[i] && record_pick_fits(&pick->item[i], RECORD_CRITERIA_MAX))
			VEC_ADD(pick->mem, &o.order, &pick->item[i]);
	*ret_order = o.order;
	return true;
}

bool record_count_kinds(struct db *db, int64_t ret_n[static KIND_N], struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool more = true;

	if (!db_query(db, &record_count_all, NULL, &cursor, err))
		return false;
	for (size_t i = 0; i < KIND_N; i++)
		ret_n[i] = 0;
	while (more) {
		if (!db_next(cursor, &more, err))
			return false;
		for (size_t i = 0; more && i < KIND_N; i++)
			if (str_eq(kind_list[i]->name, db_text(cursor, 0)))
				ret_n[i] = db_int(cursor, 1);
	}
	return true;
}
