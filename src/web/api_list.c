// SPDX-License-Identifier: EUPL-1.2
// api_list — the records of a kind: narrowed, put in order, a part at a time.
//
// The parts follow each other by a cursor: the number of the last record that was given, with how
// many were given up to it. In the order of numbers, which is the usual one, nothing is given twice
// or left out whatever is written meanwhile; in another order a record that moved may be.
//
// The public is given published versions, and lists of them are narrowed and put in order by what
// those say: the keys in the database are of the present versions, which it does not see.
#include <stdlib.h>

#include "base/utf8.h"
#include "format/escape.h"
#include "store/record_public.h"
#include "web/api.h"
#include "web/pages.h"

enum { FILTERS_MAX = 64, QUERY_MAX = 16 * 1024 };

struct item {
	int64_t id, changed_at;
	struct str name, state, key;
	struct record *record; // NULL: not loaded yet
};
struct items VEC_OF(struct item);

struct list {
	struct visit *v;
	const struct kind *kind;
	struct record_reach reach;
	bool is_desk;
	struct record_filter filter[FILTERS_MAX];
	size_t filter_n;
	struct str words, sort;
	bool descending;
	int64_t limit, after_id, after_n;
	struct findings wrong;
	struct items items;
};

static void wrong(struct list *l, struct str name, struct str english)
{
	finding_add(l->v->mem, &l->wrong,
		(struct finding){.rule = name, .severity = SEVERITY_ERROR}, "%" PRIstr,
		STR(english));
}

// ---- what was asked for

static bool is_text(const struct property *p)
{
	return p->type == PROPERTY_LINE || p->type == PROPERTY_EMAIL;
}

// The property that is called so in a query, "legs.country", when this caller sees it.
static const struct property *property_at(const struct list *l, struct str name)
{
	size_t dot = str_find_char(name, '.', 0);
	const struct property *p = property_named(
		l->kind->property, l->kind->property_n, str_sub(name, 0, dot));

	if (!p || !record_reach_sees(&l->reach, p) ||
		(p->type == PROPERTY_ROWS) != (dot != STR_NONE))
		return NULL;
	if (p->type != PROPERTY_ROWS)
		return p;
	p = property_named(p->part, p->part_n, str_from(name, dot + 1));
	return p && record_reach_sees(&l->reach, p) ? p : NULL;
}

static void filter_read(struct list *l, const struct http_pair *pair)
{
	const struct property *p = property_at(l, pair->name);
	bool is_state = str_eq(pair->name, S("state"));

	if (is_state && kind_state(l->kind, pair->value) < 0)
		wrong(l, pair->name, S(N_("There is no such state.")));
	else if (!is_state && !(p && p->flags & PROPERTY_FILTERED))
		wrong(l, pair->name, S(N_("Lists of this kind cannot be narrowed by this.")));
	else if (l->filter_n == FILTERS_MAX)
		wrong(l, pair->name, S(N_("These are more filters than a list takes.")));
	else
		l->filter[l->filter_n++] = (struct record_filter){pair->name,
			p && is_text(p) ? utf8_fold(l->v->mem, pair->value) : pair->value};
}

static void sort_read(struct list *l, const struct http_pair *pair)
{
	struct str name = str_from(pair->value, str_starts(pair->value, S("-")));
	const struct property *p = property_at(l, name);
	bool is_own = str_eq(name, S("id")) || str_eq(name, S("changed"));

	if (!is_own && !(p && p->flags & PROPERTY_SORTED))
		wrong(l, pair->name, S(N_("Lists of this kind cannot be put in order by this.")));
	l->sort = name;
	l->descending = name.n < pair->value.n;
}

// "ID-N": behind the record of that number, N of them were given.
static bool cursor_read(struct list *l, struct str text)
{
	size_t dash = str_find_char(text, '-', 0);

	return str_int(str_sub(text, 0, dash), &l->after_id) &&
		str_int(str_from(text, dash == STR_NONE ? text.n : dash + 1), &l->after_n) &&
		l->after_id > 0 && l->after_n > 0;
}

static void query_read(struct list *l)
{
	l->limit = API_LIST_USUAL;
	l->sort = S("id");
	for (size_t i = 0; i < l->v->request->param_n; i++) {
		const struct http_pair *pair = &l->v->request->param[i];
		if (str_eq(pair->name, S("limit"))) {
			if (!str_int(pair->value, &l->limit) || l->limit < 1 ||
				l->limit > API_LIST_MAX)
				wrong(l, pair->name, S(N_("Write a number from 1 to 200.")));
		} else if (str_eq(pair->name, S("cursor"))) {
			if (!cursor_read(l, pair->value))
				wrong(l, pair->name, S(N_("Take the cursor out of “next”.")));
		} else if (str_eq(pair->name, S("sort"))) {
			sort_read(l, pair);
		} else if (str_eq(pair->name, S("q"))) {
			l->words = utf8_fold(l->v->mem, pair->value);
		} else {
			filter_read(l, pair);
		}
	}
}

// ---- the records

// One of the record's values of the property is the one that is wanted.
static bool has_key(struct arena *mem, const struct record *r, const struct record_filter *filter)
{
	for (size_t i = 0; i < r->n; i++) {
		struct place_of_value place;
		if (!kind_path(r->kind, r->p[i].path, &place))
			continue;
		struct str name = place.property->name, text = r->p[i].text;
		if (place.rows)
			name = str_format(
				mem, "%" PRIstr ".%" PRIstr, STR(place.rows->name), STR(name));
		if (str_eq(name, filter->property) &&
			str_eq(is_text(place.property) ? utf8_fold(mem, text) : text, filter->key))
			return true;
	}
	return false;
}

static bool passes(const struct list *l, const struct record *r)
{
	for (size_t i = 0; i < l->filter_n; i++) {
		bool any = false;
		for (size_t k = 0; k < l->filter_n && !any; k++) {
			if (!str_eq(l->filter[k].property, l->filter[i].property))
				continue;
			any = str_eq(l->filter[k].property, S("state"))
				? str_eq(r->kind->state[r->state].name, l->filter[k].key)
				: has_key(l->v->mem, r, &l->filter[k]);
		}
		if (!any)
			return false;
	}
	return true;
}

static struct str sort_key(const struct list *l, const struct record *r)
{
	struct str text = record_text(r, l->v->mem, l->sort, S("en"));

	return utf8_fold(l->v->mem, text);
}

static bool is_own_order(const struct list *l)
{
	return str_eq(l->sort, S("id")) || str_eq(l->sort, S("changed"));
}

static bool load_public(struct list *l, struct err *err)
{
	struct arena *mem = l->v->mem;
	struct records_public all;
	bool has_key = !is_own_order(l);

	if (!record_public_list(l->v->mem, l->v->db, l->kind, l->v->now, &all, err))
		return false;
	for (size_t i = 0; i < all.n; i++)
		if (passes(l, all.p[i]))
			VEC_ADD(mem, &l->items,
				((struct item){.id = all.p[i]->id,
					.changed_at = all.p[i]->changed_at,
					.name = l->words.n ? record_name(mem, all.p[i], S("en"))
							   : STR_EMPTY,
					.key = has_key ? sort_key(l, all.p[i]) : STR_EMPTY,
					.record = all.p[i]}));
	return true;
}

static bool load_desk(struct list *l, struct err *err)
{
	struct record_query query = {.kind = l->kind,
		.filter = l->filter,
		.filter_n = l->filter_n,
		.sort = is_own_order(l) ? STR_EMPTY : l->sort,
		.descending = l->descending};
	struct record_lines lines;

	if (!record_list(l->v->mem, l->v->db, &query, &lines, err))
		return false;
	for (size_t i = 0; i < lines.n; i++)
		VEC_ADD(l->v->mem, &l->items,
			((struct item){.id = lines.p[i].id,
				.changed_at = lines.p[i].changed_at,
				.name = lines.p[i].name}));
	return true;
}

// Who may not see the names finds nothing by them.
static void search(struct list *l)
{
	bool has_names = record_reach_names(&l->reach, l->kind);
	size_t n = 0;

	for (size_t i = 0; l->words.n && i < l->items.n; i++)
		if (has_names &&
			str_find(utf8_fold(l->v->mem, l->items.p[i].name), l->words, 0) != STR_NONE)
			l->items.p[n++] = l->items.p[i];
	l->items.n = l->words.n ? n : l->items.n;
}

static int by_number(const void *a, const void *b)
{
	int64_t x = ((const struct item *)a)->id, y = ((const struct item *)b)->id;

	return x < y ? -1 : x > y;
}

static int by_change(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	return x->changed_at < y->changed_at    ? -1
		: x->changed_at > y->changed_at ? 1
						: by_number(a, b);
}

// Those without a value stay behind.
static int by_key(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int by = (x->key.n == 0) - (y->key.n == 0);

	by = by ? by : str_cmp(x->key, y->key);
	return by ? by : by_number(a, b);
}

static void reverse(struct items *items)
{
	for (size_t i = 0; i < items->n / 2; i++) {
		struct item item = items->p[i];
		items->p[i] = items->p[items->n - 1 - i];
		items->p[items->n - 1 - i] = item;
	}
}

static void put_in_order(struct list *l)
{
	if (!is_own_order(l) && l->is_desk)
		return; // it came so
	if (l->items.n)
		qsort(l->items.p, l->items.n, sizeof *l->items.p,
			str_eq(l->sort, S("id"))                ? by_number
				: str_eq(l->sort, S("changed")) ? by_change
								: by_key);
	if (l->descending)
		reverse(&l->items);
}

// Where to go on.
static size_t start_of(const struct list *l)
{
	bool is_numbers = str_eq(l->sort, S("id"));

	for (size_t i = 0; l->after_id && i < l->items.n; i++) {
		int64_t id = l->items.p[i].id;
		if (is_numbers && (l->descending ? id < l->after_id : id > l->after_id))
			return i;
		if (!is_numbers && id == l->after_id)
			return i + 1;
	}
	if (!l->after_id)
		return 0;
	return is_numbers || (size_t)l->after_n > l->items.n ? l->items.n : (size_t)l->after_n;
}

// ---- the answer

static void write_next(const struct list *l, struct json *json, size_t to)
{
	struct out url = out_memory(l->v->mem, QUERY_MAX);

	if (to >= l->items.n || !to) {
		json_key(json, S("next"));
		json_null(json);
		return;
	}
	out_format(&url, API_ROOT "%" PRIstr "?", STR(l->kind->address));
	for (size_t i = 0; i < l->v->request->param_n; i++) {
		const struct http_pair *pair = &l->v->request->param[i];
		if (str_eq(pair->name, S("cursor")))
			continue;
		escape_url_part(&url, pair->name);
		out_char(&url, '=');
		escape_url_part(&url, pair->value);
		out_char(&url, '&');
	}
	out_format(&url, "cursor=%lld-%zu", (long long)l->items.p[to - 1].id, to);
	json_key_text(json, S("next"), out_str(&url));
}

static bool write_items(
	const struct list *l, struct json *json, size_t from, size_t to, struct err *err)
{
	json_key(json, S("items"));
	json_begin_array(json);
	for (size_t i = from; i < to; i++) {
		struct record *record = l->items.p[i].record;
		if (!record && !record_load(l->v->mem, l->v->db, l->items.p[i].id, &record, err))
			return false;
		if (record && !api_write(l->v, json, record, err))
			return false;
	}
	json_end_array(json);
	return true;
}

static bool refuse_query(struct list *l, struct err *err)
{
	struct api_problem problem = {.status = 400,
		.detail = visit_text(l->v, _("The question after “?” is not one of this list.")),
		.errors = &l->wrong};

	return api_refuse(l->v, &problem, err);
}

bool api_list_show(struct visit *v, struct err *err)
{
	struct list l = {.v = v, .kind = kind_at(v->arg[0]), .is_desk = api_is_desk(v)};
	struct json json = json_new(&v->out);

	if (!l.kind)
		return api_not_found(v, err);
	l.reach = api_reach(v, l.kind);
	query_read(&l);
	if (l.wrong.n)
		return refuse_query(&l, err);
	if (l.is_desk ? !load_desk(&l, err) : !load_public(&l, err))
		return false;
	search(&l);
	put_in_order(&l);
	size_t from = start_of(&l);
	size_t to = from + (size_t)l.limit < l.items.n ? from + (size_t)l.limit : l.items.n;
	json_begin_object(&json);
	if (!write_items(&l, &json, from, to, err))
		return false;
	write_next(&l, &json, to);
	json_key_int(&json, S("total"), (int64_t)l.items.n);
	json_end_object(&json);
	return api_send(v, NULL, err);
}
