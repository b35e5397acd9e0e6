// SPDX-License-Identifier: EUPL-1.2
// list_query — parameters of a list's address, read by the description of the kind.
#include "web/list_query.h"

#include "base/buf.h"
#include "format/escape.h"
#include "work/desk/todo.h"

enum { QUERY_MAX = 4000 };

static bool is_choice(const struct property *property)
{
	return property->flags & PROPERTY_FILTERED &&
		(property->type == PROPERTY_CODE || property->type == PROPERTY_COUNTRY ||
			property->type == PROPERTY_LINK || property->type == PROPERTY_FLAG);
}

bool list_query_is_dates(const struct property *property)
{
	return property->flags & PROPERTY_SORTED &&
		(property->type == PROPERTY_DATE || property->type == PROPERTY_PERIOD);
}

bool list_query_is_column(const struct property *property)
{
	return property->type != PROPERTY_ROWS && property->type != PROPERTY_PROSE &&
		property->type != PROPERTY_FILE;
}

static struct str join(struct arena *mem, struct str name, const char *tail)
{
	return str_format(mem, "%" PRIstr ".%s", STR(name), tail);
}

static void choice_read(const struct visit *v, const struct property *property, struct str name,
	struct list_query *query)
{
	struct list_choice choice = {
		.property = property, .name = name, .criterion = RECORD_CRITERIA_MAX};
	struct date date;

	if (query->choice_n == LIST_CHOICES_MAX)
		return;
	if (is_choice(property))
		choice.value = str_trim(visit_param(v, name));
	if (list_query_is_dates(property)) {
		choice.from = str_trim(visit_param(v, join(v->mem, name, "from")));
		choice.to = str_trim(visit_param(v, join(v->mem, name, "to")));
		choice.from = date_parse(choice.from, &date) ? choice.from : STR_EMPTY;
		choice.to = date_parse(choice.to, &date) ? choice.to : STR_EMPTY;
	}
	if (is_choice(property) || list_query_is_dates(property))
		query->choice[query->choice_n++] = choice;
}

static void choices_read(
	const struct visit *v, const struct record_reach *reach, struct list_query *query)
{
	for (size_t i = 0; i < query->kind->property_n; i++) {
		const struct property *p = &query->kind->property[i];
		if (!record_reach_sees(reach, p))
			continue;
		choice_read(v, p, p->name, query);
		for (size_t k = 0; k < p->part_n; k++)
			if (record_reach_sees(reach, &p->part[k]) && is_choice(&p->part[k]))
				choice_read(v, &p->part[k],
					str_format(v->mem, "%" PRIstr ".%" PRIstr, STR(p->name),
						STR(p->part[k].name)),
					query);
	}
}

static void column_add(const struct record_reach *reach, struct str name, struct list_query *query)
{
	const struct property *p = property_named(
		query->kind->property, query->kind->property_n, name);

	if (!p || !list_query_is_column(p) || !record_reach_sees(reach, p) ||
		query->column_n == LIST_COLUMNS_MAX)
		return;
	for (size_t i = 0; i < query->column_n; i++)
		if (query->column[i] == p)
			return;
	query->column[query->column_n++] = p;
}

// From the form that chooses them (c1, c2 ...), else as an address keeps them: place.title.period.
static void columns_read(
	const struct visit *v, const struct record_reach *reach, struct list_query *query)
{
	struct str_split split = {.rest = visit_param(v, S("columns")), .sep = '.'};
	struct str name;

	for (int i = 1; i <= LIST_COLUMNS_MAX; i++)
		column_add(reach, visit_param(v, str_format(v->mem, "c%d", i)), query);
	if (query->column_n)
		return;
	while (split.rest.n && str_next(&split, &name))
		column_add(reach, name, query);
}

static void sort_read(
	const struct visit *v, const struct record_reach *reach, struct list_query *query)
{
	struct str sort = visit_param(v, S("sort"));

	query->descending = str_starts(sort, S("-"));
	sort = str_from(sort, query->descending);
	const struct property *by = property_named(
		query->kind->property, query->kind->property_n, sort);
	bool can_sort = by && by->flags & PROPERTY_SORTED && record_reach_sees(reach, by);
	query->sort = can_sort ? by->name : STR_EMPTY;
	query->descending &= can_sort;
}

static struct str one_of(struct str value, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(words[i], value))
			return value;
	return STR_EMPTY;
}

void list_query_read(const struct visit *v, const struct kind *kind,
	const struct record_reach *reach, struct list_query *ret_query)
{
	static const struct str shown[] = {S_INIT("public"), S_INIT("behind"), S_INIT("hidden")};
	struct list_query query = {.kind = kind, .page = 1};
	int64_t number;

	choices_read(v, reach, &query);
	columns_read(v, reach, &query);
	sort_read(v, reach, &query);
	query.words = str_trim(visit_param(v, S("q")));
	query.state = visit_param(v, S("state"));
	query.is_deleted = str_eq(query.state, S("deleted"));
	if (!query.is_deleted && kind_state(kind, query.state) < 0)
		query.state = STR_EMPTY;
	query.shown = one_of(visit_param(v, S("shown")), shown, sizeof shown / sizeof *shown);
	query.todo = visit_param(v, S("todo"));
	const struct todo_rule *rule = todo_rule_named(query.todo);
	if (!rule || !todo_applies(rule, kind))
		query.todo = STR_EMPTY;
	query.is_mine = visit_param(v, S("mine")).n > 0;
	if (str_int(visit_param(v, S("page")), &number) && number > 0)
		query.page = number;
	if (str_int(visit_param(v, S("view")), &number) && number > 0)
		query.view = number;
	*ret_query = query;
}

// ---- writing

static void add(struct out *url, struct str name, struct str value)
{
	if (!value.n)
		return;
	out_format(url, "&%" PRIstr "=", STR(name));
	escape_url_part(url, value);
}

static void columns_add(struct arena *mem, struct out *url, const struct list_query *query)
{
	struct buf names = buf_new(mem, QUERY_MAX);

	for (size_t i = 0; i < query->column_n; i++) {
		if (i)
			buf_add_char(&names, '.');
		buf_add(&names, query->column[i]->name);
	}
	add(url, S("columns"), buf_str(&names));
}

struct str list_query_text(struct arena *mem, const struct list_query *query)
{
	struct out url = out_memory(mem, QUERY_MAX);

	add(&url, S("q"), query->words);
	add(&url, S("state"), query->state);
	for (size_t i = 0; i < query->choice_n; i++) {
		const struct list_choice *c = &query->choice[i];
		add(&url, c->name, c->value);
		add(&url, join(mem, c->name, "from"), c->from);
		add(&url, join(mem, c->name, "to"), c->to);
	}
	add(&url, S("shown"), query->shown);
	add(&url, S("todo"), query->todo);
	add(&url, S("mine"), query->is_mine ? S("1") : STR_EMPTY);
	add(&url, S("sort"), query->descending ? str_join(mem, S("-"), query->sort) : query->sort);
	columns_add(mem, &url, query);
	add(&url, S("page"), query->page > 1 ? str_of_int(mem, query->page) : STR_EMPTY);
	add(&url, S("view"), query->view ? str_of_int(mem, query->view) : STR_EMPTY);
	struct str text = out_str(&url);
	return text.n ? str_join(mem, S("?"), str_from(text, 1)) : text;
}

struct str list_query_url_behind(
	struct arena *mem, const struct list_query *query, struct str behind)
{
	return str_format(mem, "/desk/records/%" PRIstr "%" PRIstr "%" PRIstr,
		STR(query->kind->address), STR(behind), STR(list_query_text(mem, query)));
}

struct str list_query_url(struct arena *mem, const struct list_query *query)
{
	return list_query_url_behind(mem, query, STR_EMPTY);
}

void list_query_drop(struct list_query *query, size_t choice)
{
	struct list_choice *c = &query->choice[choice];

	c->value = c->from = c->to = STR_EMPTY;
}

bool list_query_is_narrowed(const struct list_query *query)
{
	bool is = query->words.n || query->state.n || query->shown.n || query->todo.n ||
		query->is_mine;

	for (size_t i = 0; i < query->choice_n; i++)
		is |= query->choice[i].value.n || query->choice[i].from.n || query->choice[i].to.n;
	return is;
}
