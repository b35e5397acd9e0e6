// SPDX-License-Identifier: EUPL-1.2
// list_facet — the choices of a desk list, with counts.
#include "web/list_facet.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "model/country.h"
#include "work/desk/todo.h"

enum { LINKS_MOST = 100 }; // linked records that are offered one by one; more are asked by words

// ---- narrowing

static void allow_all(struct record_pick *pick, unsigned criterion, const struct record_ids *ids)
{
	for (size_t i = 0; i < ids->n; i++)
		record_pick_allow(pick, criterion, ids->p[i]);
}

// Records of the kind that hold the words, for this visitor.
static bool words_find(const struct list *l, const struct kind *kind, struct str words,
	struct record_ids *ret_ids, struct err *err)
{
	struct record_reach reach = desk_record_reach(l->v, kind);
	struct record_words asked = {.kind = kind, .classes = reach.classes, .words = words};

	return record_search(l->v->mem, l->v->db, &asked, ret_ids, err);
}

// A link is chosen by the number of the record, or by words that it holds.
static bool pick_link(struct list *l, struct list_choice *c, struct err *err)
{
	struct record_ids ids;
	int64_t id;

	if (str_int(c->value, &id))
		return record_pick_key(&l->pick, c->criterion, c->name, c->value, err);
	if (!words_find(l, kind_named(c->property->target), c->value, &ids, err))
		return false;
	for (size_t i = 0; i < ids.n; i++)
		if (!record_pick_key(
			    &l->pick, c->criterion, c->name, str_of_int(l->v->mem, ids.p[i]), err))
			return false;
	return true;
}

static bool pick_choice(struct list *l, struct list_choice *c, struct err *err)
{
	struct date from = {0}, to = {0};

	if (!c->value.n && !c->from.n && !c->to.n)
		return true;
	c->criterion = record_pick_criterion(&l->pick);
	if (c->property->type == PROPERTY_LINK)
		return pick_link(l, c, err);
	if (c->value.n)
		return record_pick_key(&l->pick, c->criterion, c->name, c->value, err);
	if (!date_parse(c->from, &from) || !date_parse(c->to, &to))
		return true;
	return record_pick_days(&l->pick, c->criterion, c->name,
		date_is_known(from) ? date_first_day(from) : 0,
		date_is_known(to) ? date_last_day(to) : 0, err);
}

static bool pick_words(struct list *l, struct err *err)
{
	struct record_ids ids;

	if (!l->query.words.n)
		return true;
	unsigned criterion = record_pick_criterion(&l->pick);
	if (!words_find(l, l->query.kind, l->query.words, &ids, err))
		return false;
	allow_all(&l->pick, criterion, &ids);
	return true;
}

static bool pick_todo(struct list *l, struct err *err)
{
	struct todo todo = todo_new(l->v->mem, l->v->db, l->v->now);
	struct record_ids ids = {0};

	if (!todo_person_of(l->v->mem, l->v->db, l->v->desk.account->email, &l->person, err))
		return false;
	if (l->query.todo.n) {
		unsigned criterion = record_pick_criterion(&l->pick);
		if (!todo_records(&todo, todo_rule_named(l->query.todo), l->query.kind, &ids, err))
			return false;
		allow_all(&l->pick, criterion, &ids);
	}
	if (l->query.is_mine) {
		unsigned criterion = record_pick_criterion(&l->pick);
		if (!todo_mine(&todo, l->query.kind, l->person, &ids, err))
			return false;
		allow_all(&l->pick, criterion, &ids);
	}
	return true;
}

static bool is_shown_as(const struct record_item *item, struct str shown)
{
	if (str_eq(shown, S("behind")))
		return item->is_behind;
	return item->is_public == str_eq(shown, S("public"));
}

static void pick_states(struct list *l)
{
	struct record_pick *pick = &l->pick;
	int state = kind_state(l->query.kind, l->query.state);

	l->state_criterion = l->shown_criterion = RECORD_CRITERIA_MAX;
	if (state >= 0)
		l->state_criterion = record_pick_criterion(pick);
	if (l->query.shown.n)
		l->shown_criterion = record_pick_criterion(pick);
	for (size_t i = 0; i < pick->n; i++) {
		const struct record_item *item = &pick->item[i];
		if (state >= 0 && item->state == state)
			record_pick_allow(pick, l->state_criterion, item->id);
		if (l->query.shown.n && is_shown_as(item, l->query.shown))
			record_pick_allow(pick, l->shown_criterion, item->id);
	}
}

bool list_facet_pick(struct list *l, struct err *err)
{
	bool (*begin)(struct arena *, struct db *, const struct kind *, struct record_pick *,
		struct err *) = l->query.is_deleted ? record_pick_begin_deleted : record_pick_begin;
	if (!begin(l->v->mem, l->v->db, l->query.kind, &l->pick, err))
		return false;
	pick_states(l);
	for (size_t i = 0; i < l->query.choice_n; i++)
		if (!pick_choice(l, &l->query.choice[i], err))
			return false;
	return pick_words(l, err) && pick_todo(l, err);
}

// ---- telling

static struct str label_of(const struct visit *v, const struct list_choice *c)
{
	return visit_text(v, str_c(c->property->label));
}

static struct str with_count(const struct visit *v, struct str name, int64_t n)
{
	const struct lang_arg args[] = {{S("name"), name}, {S("n"), str_of_int(v->mem, n)}};

	return lang_fill(v->mem, visit_text(v, _("{name} ({n})")), args, 2);
}

// An option that waits for its place in the order of names.
struct facet_row {
	struct str value, name, folded;
	int64_t order, n;
};
struct facet_rows VEC_OF(struct facet_row);

static int cmp_rows(const void *a, const void *b)
{
	const struct facet_row *x = a, *y = b;
	int by = (x->order > y->order) - (x->order < y->order);

	return by ? by : str_cmp(x->folded, y->folded);
}

// Codes as their list has them, countries in the order of the language, others by name.
static int64_t order_of(const struct visit *v, const struct property *p, struct str value)
{
	int country = p->type == PROPERTY_COUNTRY ? country_index(value) : COUNTRY_NONE;

	if (country != COUNTRY_NONE)
		return country_rank(country, v->lang->code);
	return p->type == PROPERTY_CODE ? code_index(p->codes, value) : 0;
}

static bool rows_fill(const struct list *l, const struct list_choice *c,
	const struct record_key_counts *counts, struct facet_rows *rows, struct err *err)
{
	struct visit *v = l->v;
	bool is_chosen_there = false;

	for (size_t i = 0; i <= counts->n; i++) {
		bool is_extra = i == counts->n; // the chosen one, which leaves nothing
		struct facet_row row = {.value = is_extra ? c->value : counts->p[i].key,
			.n = is_extra ? 0 : counts->p[i].n};
		if (is_extra && (is_chosen_there || !c->value.n))
			break;
		is_chosen_there |= str_eq(row.value, c->value);
		if (!desk_record_words(v, c->property, row.value, &row.name, err))
			return false;
		row.order = order_of(v, c->property, row.value);
		row.folded = utf8_fold(v->mem, row.name);
		VEC_ADD(v->mem, rows, row);
	}
	if (rows->n > 1)
		qsort(rows->p, rows->n, sizeof *rows->p, cmp_rows);
	return true;
}

static bool options_fill(const struct list *l, const struct list_choice *c,
	const struct record_key_counts *counts, struct desk_list_filter *f, struct err *err)
{
	struct facet_rows rows = {0};

	if (!rows_fill(l, c, counts, &rows, err))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		VEC_ADD(l->v->mem, &f->option,
			((struct record_option){rows.p[i].value,
				with_count(l->v, rows.p[i].name, rows.p[i].n),
				str_eq(rows.p[i].value, c->value)}));
	return true;
}

static bool filter_fill(
	struct list *l, const struct list_choice *c, struct desk_list_filter *f, struct err *err)
{
	struct record_key_counts counts;
	int64_t id;

	*f = (struct desk_list_filter){.control = LIST_DATES,
		.name = c->name,
		.label = label_of(l->v, c),
		.value = c->value,
		.from = c->from,
		.to = c->to,
		.from_name = str_join(l->v->mem, c->name, S(".from")),
		.to_name = str_join(l->v->mem, c->name, S(".to"))};
	if (list_query_is_dates(c->property))
		return true;
	if (!record_pick_count(&l->pick, c->criterion, c->name, &counts, err))
		return false;
	bool is_words = c->property->type == PROPERTY_LINK && c->value.n && !str_int(c->value, &id);
	f->control = is_words || (c->property->type == PROPERTY_LINK && counts.n > LINKS_MOST)
		? LIST_WORDS
		: LIST_CHOICE;
	return f->control == LIST_WORDS || options_fill(l, c, &counts, f, err);
}

// What of it the public sees.
static void shown_fill(const struct list *l, struct desk_list_filter *f)
{
	const struct {
		struct str value, name;
	} ways[] = {{S("public"), visit_text(l->v, _("public"))},
		{S("behind"), visit_text(l->v, _("not as it is here"))},
		{S("hidden"), visit_text(l->v, _("not public"))}};

	*f = (struct desk_list_filter){.control = LIST_CHOICE,
		.name = S("shown"),
		.label = visit_text(l->v, _("On the portal"))};
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		bool is_chosen = str_eq(l->query.shown, ways[i].value);
		int64_t n = 0;
		for (size_t k = 0; k < l->pick.n; k++)
			n += record_pick_fits(&l->pick.item[k], l->shown_criterion) &&
				is_shown_as(&l->pick.item[k], ways[i].value);
		if (n || is_chosen)
			VEC_ADD(l->v->mem, &f->option,
				((struct record_option){ways[i].value,
					with_count(l->v, ways[i].name, n), is_chosen}));
	}
}

static void chip_add(const struct list *l, struct desk_list_view *view, struct str label,
	struct str words, struct list_query *without)
{
	const struct lang_arg args[] = {{S("criterion"), label}, {S("value"), words}};

	without->page = 1;
	VEC_ADD(l->v->mem, &view->chip,
		((struct desk_list_chip){label.n
				? lang_fill(l->v->mem, visit_text(l->v, _("{criterion}: {value}")),
					  args, 2)
				: words,
			list_query_url(l->v->mem, without)}));
}

static bool choice_chip(
	const struct list *l, size_t i, struct desk_list_view *view, struct err *err)
{
	const struct list_choice *c = &l->query.choice[i];
	struct list_query without = l->query;
	struct str words = c->value;

	if (!c->value.n && !c->from.n && !c->to.n)
		return true;
	list_query_drop(&without, i);
	if (c->value.n && !desk_record_words(l->v, c->property, c->value, &words, err))
		return false;
	if (!c->value.n)
		words = str_format(l->v->mem, "%" PRIstr " – %" PRIstr, STR(c->from), STR(c->to));
	chip_add(l, view, label_of(l->v, c), words, &without);
	return true;
}

static bool chips_fill(const struct list *l, struct desk_list_view *view, struct err *err)
{
	const struct visit *v = l->v;
	struct list_query q = l->query;

	if (q.todo.n) {
		q.todo = STR_EMPTY;
		chip_add(l, view, visit_text(v, _("To do")), view->todo, &q);
	}
	q = l->query;
	if (q.is_mine) {
		q.is_mine = false;
		chip_add(l, view, STR_EMPTY, visit_text(v, _("Mine")), &q);
	}
	q = l->query;
	if (q.words.n) {
		q.words = STR_EMPTY;
		chip_add(l, view, visit_text(v, _("Words")), l->query.words, &q);
	}
	for (size_t i = 0; i < l->query.choice_n; i++)
		if (!choice_chip(l, i, view, err))
			return false;
	return true;
}

bool list_facet_fill(struct list *l, struct desk_list_view *view, struct err *err)
{
	view->filter = NEW_ARRAY(l->v->mem, struct desk_list_filter, l->query.choice_n + 1);
	for (size_t i = 0; i < l->query.choice_n; i++) {
		struct desk_list_filter *f = &view->filter[view->filter_n];
		if (!filter_fill(l, &l->query.choice[i], f, err))
			return false;
		view->filter_n += f->control != LIST_CHOICE || f->option.n > 0;
	}
	shown_fill(l, &view->filter[view->filter_n]);
	view->filter_n += view->filter[view->filter_n].option.n > 1 || l->query.shown.n;
	view->has_mine = l->person && todo_has_officer(l->query.kind);
	view->is_mine = l->query.is_mine;
	view->has_mine |= view->is_mine;
	return chips_fill(l, view, err);
}
