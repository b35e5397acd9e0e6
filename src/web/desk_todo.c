// SPDX-License-Identifier: EUPL-1.2
// desk_todo — counts what each rule of work/desk/todo.h finds, and what waits besides records.
#include "web/desk_todo.h"

#include "store/mail.h"
#include "store/record_origin.h"
#include "web/pages.h"
#include "work/desk/todo.h"

// What waits and is no record: counted by one statement, behind a right of its own.
struct waiting {
	const char *sentence, *help, *name;
	struct str url;
	enum right right;
	bool (*count)(struct db *db, int64_t *ret_n, struct err *err);
};

static const struct waiting waiting_table[] = {
	{N_("Imported facts wait for review"),
		N_("Actions that were read from a page and are no records of the desk yet."),
		N_("Actions"), S_INIT("/desk/records"), RIGHT_REVIEW, record_origin_waiting},
	{N_("Mails wait to be sent"),
		N_("Nothing takes them away as long as no mail server is set up."), N_("Mails"),
		S_INIT("/desk/mail"), RIGHT_MAIL, mail_count_waiting},
};
enum { WAITING_N = sizeof waiting_table / sizeof *waiting_table };

// The records that the visitor answers for, by kind, found once for all rules.
struct asking {
	struct visit *v;
	struct todo todo;
	int64_t person; // 0: everybody's
	struct record_ids mine[KIND_N];
};

static bool mine_find(struct asking *a, struct err *err)
{
	for (size_t i = 0; a->person && i < KIND_N; i++)
		if (!todo_mine(&a->todo, kind_list[i], a->person, &a->mine[i], err))
			return false;
	return true;
}

// How many of the ids are the visitor's; both lists name a record once.
static int64_t count_mine(
	struct arena *mem, const struct record_ids *ids, const struct record_ids *mine)
{
	int64_t max = 0, n = 0;

	for (size_t i = 0; i < mine->n; i++)
		max = mine->p[i] > max ? mine->p[i] : max;
	bool *is_mine = NEW_ARRAY(mem, bool, (size_t)max + 1);
	for (size_t i = 0; i < mine->n; i++)
		is_mine[mine->p[i]] = true;
	for (size_t i = 0; i < ids->n; i++)
		n += ids->p[i] <= max && is_mine[ids->p[i]];
	return n;
}

static bool count_add(struct asking *a, const struct todo_rule *rule, size_t kind,
	struct desk_todo_rule *told, struct err *err)
{
	struct visit *v = a->v;
	struct record_ids ids;

	if (!todo_applies(rule, kind_list[kind]))
		return true;
	if (!todo_records(&a->todo, rule, kind_list[kind], &ids, err))
		return false;
	int64_t n = a->person ? count_mine(v->mem, &ids, &a->mine[kind]) : (int64_t)ids.n;
	if (n)
		told->count[told->count_n++] = (struct desk_todo_count){
			visit_text(v, str_c(kind_list[kind]->many)),
			str_format(v->mem, "/desk/records/%" PRIstr "?todo=%" PRIstr "%s",
				STR(kind_list[kind]->address), STR(rule->name),
				a->person ? "&mine=1" : ""),
			n};
	return true;
}

static bool rules_fill(struct asking *a, struct desk_todo *todo, struct err *err)
{
	struct visit *v = a->v;

	for (size_t i = 0; i < TODO_N; i++) {
		struct desk_todo_rule told = {visit_text(v, str_c(todo_table[i].sentence)),
			visit_text(v, str_c(todo_table[i].help)),
			NEW_ARRAY(v->mem, struct desk_todo_count, KIND_N), 0};
		for (size_t k = 0; k < KIND_N; k++)
			if (!count_add(a, &todo_table[i], k, &told, err))
				return false;
		if (told.count_n)
			todo->rule[todo->rule_n++] = told;
	}
	return true;
}

static bool waiting_fill(struct visit *v, struct desk_todo *todo, struct err *err)
{
	for (size_t i = 0; i < WAITING_N; i++) {
		const struct waiting *w = &waiting_table[i];
		struct desk_todo_rule told = {visit_text(v, str_c(w->sentence)),
			visit_text(v, str_c(w->help)), NEW(v->mem, struct desk_todo_count), 1};
		if (right_ask(&v->desk.holder, w->right) != RIGHT_GRANTED)
			continue;
		*told.count = (struct desk_todo_count){visit_text(v, str_c(w->name)), w->url, 0};
		if (!w->count(v->db, &told.count->n, err))
			return false;
		if (told.count->n)
			todo->rule[todo->rule_n++] = told;
	}
	return true;
}

bool desk_todo_fill(struct visit *v, bool mine, struct desk_todo *ret_todo, struct err *err)
{
	struct asking a = {.v = v, .todo = todo_new(v->mem, v->db, v->now)};
	struct desk_todo todo = {
		.rule = NEW_ARRAY(v->mem, struct desk_todo_rule, TODO_N + WAITING_N)};
	int64_t person;

	if (!todo_person_of(v->mem, v->db, v->desk.account->email, &person, err))
		return false;
	todo.has_mine = person > 0;
	todo.is_mine = mine && person;
	a.person = todo.is_mine ? person : 0;
	if (!mine_find(&a, err) || !rules_fill(&a, &todo, err) ||
		(!todo.is_mine && !waiting_fill(v, &todo, err)))
		return false;
	*ret_todo = todo;
	return true;
}

bool desk_todo_show(struct visit *v, struct err *err)
{
	struct desk_todo todo;

	if (!desk_todo_fill(v, visit_param(v, S("mine")).n > 0, &todo, err))
		return false;
	v->page.title = visit_text(v, _("To do"));
	v->page.section = S("/desk/to-do");
	desk_todo_page(&v->t, &todo);
	return visit_html(v, err);
}
