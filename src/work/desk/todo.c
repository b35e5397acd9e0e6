// SPDX-License-Identifier: EUPL-1.2
// todo — the rules of what waits, each a pass over the small items of a kind and one index of keys.
#include "work/desk/todo.h"

#include "base/date.h"
#include "format/lang.h"
#include "store/record.h"
#include "store/record_key.h"
#include "store/record_origin.h"

enum { QUIET_DAYS = 183, DAY_S = 24 * 60 * 60 };

struct todo todo_new(struct arena *mem, struct db *db, int64_t now)
{
	return (struct todo){.mem = mem, .db = db, .now = now};
}

static bool load(
	struct todo *todo, const struct kind *kind, struct record_pick **ret_pick, struct err *err)
{
	size_t i = 0;

	while (kind_list[i] != kind)
		i++;
	if (!todo->is_loaded[i] &&
		!record_pick_begin(todo->mem, todo->db, kind, &todo->pick[i], err))
		return false;
	todo->is_loaded[i] = true;
	*ret_pick = &todo->pick[i];
	return true;
}

static int32_t today(const struct todo *todo)
{
	return (int32_t)(todo->now / DAY_S);
}

static enum tone tone_of(const struct record_pick *pick, const struct record_item *item)
{
	return item->state < 0 ? TONE_STOPPED : pick->kind->state[item->state].tone;
}

static bool is_final(const struct record_pick *pick, const struct record_item *item)
{
	return item->state < 0 || pick->kind->state[item->state].is_final;
}

// The last day that a period may go on to; INT32_MAX when it is open.
static bool last_day(struct str key, int32_t *ret_day)
{
	struct period period;

	if (!period_parse(key, &period) || !(period_is_known(period) || period.open))
		return false;
	*ret_day = period.open || !date_is_known(period.start)
		? INT32_MAX
		: period_last_day(period, (struct date){0});
	return true;
}

// ---- a date has passed

struct dates {
	struct todo *todo;
	struct record_ids *ids;
};

static bool has_due(const struct kind *kind)
{
	return kind_flagged(kind, PROPERTY_DUE) != NULL;
}

static void take_overdue(struct record_pick *pick, struct str key, int64_t id, void *with)
{
	struct dates *dates = with;
	const struct record_item *item = record_pick_item(pick, id);
	int32_t day;

	if (item && tone_of(pick, item) == TONE_WAITING && last_day(key, &day) &&
		day < today(dates->todo))
		VEC_ADD(pick->mem, dates->ids, id);
}

static bool find_overdue(
	struct todo *todo, const struct kind *kind, struct record_ids *ids, struct err *err)
{
	struct dates dates = {todo, ids};
	struct record_pick *pick;

	return load(todo, kind, &pick, err) &&
		record_pick_walk(
			pick, kind_flagged(kind, PROPERTY_DUE)->name, take_overdue, &dates, err);
}

// ---- nothing has happened for half a year

static bool has_due_parts(const struct kind *kind)
{
	for (size_t i = 0; i < KIND_N; i++)
		if (kind_whole(kind_list[i]) == kind && has_due(kind_list[i]))
			return true;
	return false;
}

// What happened last, by the place of the whole.
struct lively {
	const struct record_pick *whole;
	bool *is; // by place in `whole`
	int32_t since;
};

static void take_part(struct record_pick *pick, struct str key, int64_t id, void *with)
{
	struct lively *lively = with;
	const struct record_item *part = record_pick_item(pick, id);
	const struct record_item *whole = part && tone_of(pick, part) != TONE_STOPPED
		? record_pick_item(lively->whole, part->owner_id)
		: NULL;
	int32_t day;

	if (whole && last_day(key, &day) && day >= lively->since)
		lively->is[whole - lively->whole->item] = true;
}

// What began in this half year need not have an activity yet.
static void take_start(struct record_pick *pick, struct str key, int64_t id, void *with)
{
	struct lively *lively = with;
	const struct record_item *item = record_pick_item(pick, id);
	struct period period;

	if (item && period_parse(key, &period) && date_is_known(period.start) &&
		period_first_day(period) >= lively->since)
		lively->is[item - pick->item] = true;
}

static bool lively_find(
	struct todo *todo, struct record_pick *whole, struct lively *lively, struct err *err)
{
	for (size_t i = 0; i < whole->kind->property_n; i++) {
		const struct property *p = &whole->kind->property[i];
		if (p->type == PROPERTY_PERIOD && p->flags & PROPERTY_SORTED &&
			!record_pick_walk(whole, p->name, take_start, lively, err))
			return false;
	}
	for (size_t i = 0; i < KIND_N; i++) {
		struct record_pick *parts;
		const struct kind *kind = kind_list[i];
		if (kind_whole(kind) != whole->kind || !has_due(kind))
			continue;
		if (!load(todo, kind, &parts, err) ||
			!record_pick_walk(parts, kind_flagged(kind, PROPERTY_DUE)->name, take_part,
				lively, err))
			return false;
	}
	return true;
}

static bool find_quiet(
	struct todo *todo, const struct kind *kind, struct record_ids *ids, struct err *err)
{
	struct record_pick *whole;

	if (!load(todo, kind, &whole, err))
		return false;
	struct lively lively = {.whole = whole,
		.is = NEW_ARRAY(todo->mem, bool, whole->n + 1),
		.since = today(todo) - QUIET_DAYS};
	if (!lively_find(todo, whole, &lively, err))
		return false;
	for (size_t i = 0; i < whole->n; i++)
		if (tone_of(whole, &whole->item[i]) == TONE_RUNNING && !lively.is[i])
			VEC_ADD(todo->mem, ids, whole->item[i].id);
	return true;
}

// ---- a part is open although the whole is done

static bool is_part(const struct kind *kind)
{
	return kind_whole(kind) != NULL;
}

static bool find_unsettled(
	struct todo *todo, const struct kind *kind, struct record_ids *ids, struct err *err)
{
	struct record_pick *parts, *wholes;

	if (!load(todo, kind, &parts, err) || !load(todo, kind_whole(kind), &wholes, err))
		return false;
	for (size_t i = 0; i < parts->n; i++) {
		const struct record_item *part = &parts->item[i];
		const struct record_item *whole = record_pick_item(wholes, part->owner_id);
		enum tone tone = tone_of(parts, part);
		bool is_open = tone != TONE_DONE && tone != TONE_STOPPED && !is_final(parts, part);
		if (is_open && whole && tone_of(wholes, whole) == TONE_DONE)
			VEC_ADD(todo->mem, ids, part->id);
	}
	return true;
}

// ---- a public text lacks a language of the portal

static bool has_texts(const struct kind *kind)
{
	for (size_t i = 0; i < kind->property_n; i++)
		if (kind->property[i].flags & PROPERTY_TRANSLATED &&
			kind->property[i].class == FIELD_PUBLIC)
			return true;
	return false;
}

// Bits by place: of the languages of lang_all, and TEXTS when there is any text.
#define TEXTS (UINT32_C(1) << 31)

static void take_language(struct record_pick *pick, struct str key, int64_t id, void *with)
{
	uint32_t *told = with;
	const struct record_item *item = record_pick_item(pick, id);

	if (!item)
		return;
	if (str_eq(key, S(RECORD_KEY_TEXTS)))
		told[item - pick->item] |= TEXTS;
	for (size_t i = 0; i < lang_n; i++)
		if (str_eq(key, lang_all[i]->code))
			told[item - pick->item] |= UINT32_C(1) << i;
}

static bool find_untranslated(
	struct todo *todo, const struct kind *kind, struct record_ids *ids, struct err *err)
{
	struct record_pick *pick;

	if (!load(todo, kind, &pick, err))
		return false;
	uint32_t *told = NEW_ARRAY(todo->mem, uint32_t, pick->n + 1);
	uint32_t all = TEXTS | ((UINT32_C(1) << lang_n) - 1);
	if (!record_pick_walk(pick, S(RECORD_KEY_LANGUAGES), take_language, told, err))
		return false;
	for (size_t i = 0; i < pick->n; i++) {
		const struct record_item *item = &pick->item[i];
		bool is_shown = item->state >= 0 && kind->state[item->state].is_public;
		if (is_shown && told[i] & TEXTS && told[i] != all)
			VEC_ADD(todo->mem, ids, item->id);
	}
	return true;
}

// ---- the public does not see it as it is

static bool is_published(const struct kind *kind)
{
	return is_part(kind) || kind_has_parts(kind);
}

static bool find_unpublished(
	struct todo *todo, const struct kind *kind, struct record_ids *ids, struct err *err)
{
	struct record_pick *pick;

	if (!load(todo, kind, &pick, err))
		return false;
	for (size_t i = 0; i < pick->n; i++)
		if (pick->item[i].is_behind)
			VEC_ADD(todo->mem, ids, pick->item[i].id);
	return true;
}

// ---- the reader had doubts, and nobody has changed the record since

static bool find_doubtful(
	struct todo *todo, const struct kind *kind, struct record_ids *ids, struct err *err)
{
	struct record_pick *pick;
	struct record_ids doubted;

	if (!load(todo, kind, &pick, err) ||
		!record_origin_doubted(todo->mem, todo->db, &doubted, err))
		return false;
	for (size_t i = 0; i < doubted.n; i++)
		if (record_pick_item(pick, doubted.p[i]))
			VEC_ADD(todo->mem, ids, doubted.p[i]);
	return true;
}

const struct todo_rule todo_table[TODO_N] = {
	{S_INIT("overdue"), N_("The date has passed"),
		N_("Planned or confirmed for a day that is over: mark it as held, or give it another "
		   "date."),
		"R09", has_due, find_overdue},
	{S_INIT("quiet"), N_("Nothing has happened for six months"),
		N_("Still running, and no activity was held or is planned: plan one, suspend or close "
		   "it."),
		"R37", has_due_parts, find_quiet},
	{S_INIT("unsettled"), N_("Still open after closing"),
		N_("What it belongs to is closed: say what became of it."), "R34", is_part,
		find_unsettled},
	{S_INIT("unpublished"), N_("Changed but not published"),
		N_("The public sees an earlier version, or nothing of it yet."), "R11",
		is_published, find_unpublished},
	{S_INIT("doubtful"), N_("Doubts of the reader"),
		N_("The imported page contradicts itself or was mended while it was read, and nobody "
		   "has changed the record since."),
		"R10", kind_has_parts, find_doubtful},
	{S_INIT("untranslated"), N_("A translation is missing"),
		N_("A public text stands in one language of the portal and lacks in another."),
		"R42", has_texts, find_untranslated},
};

const struct todo_rule *todo_rule_named(struct str name)
{
	for (size_t i = 0; i < TODO_N; i++)
		if (str_eq(todo_table[i].name, name))
			return &todo_table[i];
	return NULL;
}

bool todo_applies(const struct todo_rule *rule, const struct kind *kind)
{
	return rule->asks(kind);
}

bool todo_records(struct todo *todo, const struct todo_rule *rule, const struct kind *kind,
	struct record_ids *ret_ids, struct err *err)
{
	struct record_ids ids = {0};

	if (!rule->find(todo, kind, &ids, err))
		return false;
	*ret_ids = ids;
	return true;
}

// ---- whose it is

bool todo_has_officer(const struct kind *kind)
{
	const struct kind *whole = kind_whole(kind);

	return kind_flagged(kind, PROPERTY_OFFICER) ||
		(whole && kind_flagged(whole, PROPERTY_OFFICER));
}

static const struct property *email_of(const struct kind *kind)
{
	for (size_t i = 0; i < kind->property_n; i++)
		if (kind->property[i].type == PROPERTY_EMAIL &&
			kind->property[i].flags & PROPERTY_UNIQUE)
			return &kind->property[i];
	return NULL;
}

bool todo_person_of(
	struct arena *mem, struct db *db, struct str email, int64_t *ret_person, struct err *err)
{
	*ret_person = 0;
	for (size_t i = 0; i < KIND_N && !*ret_person; i++) {
		const struct property *officer = kind_flagged(kind_list[i], PROPERTY_OFFICER);
		const struct kind *person = officer ? kind_named(officer->target) : NULL;
		const struct property *address = person ? email_of(person) : NULL;
		if (address && !record_find(mem, db, person, address->name, email, ret_person, err))
			return false;
	}
	return true;
}

// The kind and the criterion under which its records are somebody's.
struct owned {
	struct record_pick *pick;
	unsigned criterion;
};

static bool owned_by(struct todo *todo, const struct kind *kind, int64_t person,
	struct owned *ret_owned, struct err *err)
{
	struct owned owned;

	if (!load(todo, kind, &owned.pick, err))
		return false;
	owned.criterion = record_pick_criterion(owned.pick);
	*ret_owned = owned;
	return record_pick_key(owned.pick, owned.criterion,
		kind_flagged(kind, PROPERTY_OFFICER)->name, str_of_int(todo->mem, person), err);
}

static bool is_owned(const struct owned *owned, const struct record_item *item)
{
	return item && !(item->fails >> owned->criterion & 1);
}

bool todo_mine(struct todo *todo, const struct kind *kind, int64_t person,
	struct record_ids *ret_ids, struct err *err)
{
	bool is_own = kind_flagged(kind, PROPERTY_OFFICER) != NULL;
	struct record_pick *pick;
	struct record_ids ids = {0};
	struct owned owned;

	if (person && todo_has_officer(kind)) {
		if (!load(todo, kind, &pick, err) ||
			!owned_by(todo, is_own ? kind : kind_whole(kind), person, &owned, err))
			return false;
		for (size_t i = 0; i < pick->n; i++) {
			const struct record_item *item = &pick->item[i];
			if (is_owned(&owned,
				    is_own ? item : record_pick_item(owned.pick, item->owner_id)))
				VEC_ADD(todo->mem, &ids, item->id);
		}
	}
	*ret_ids = ids;
	return true;
}
