// SPDX-License-Identifier: EUPL-1.2
// desk_view — views of lists: a name for what a list shows, the list's own beginning, shared or not.
#include "web/desk_view.h"

#include "base/utf8.h"
#include "net/http.h"
#include "web/desk_record.h"
#include "web/list_query.h"
#include "web/pages.h"

enum { WAIT_MS = 1000 };

struct str desk_view_url(struct arena *mem, const struct list_view *view)
{
	const struct kind *kind = kind_named(view->kind);

	return str_format(mem, "/desk/records/%" PRIstr "%" PRIstr "%sview=%lld",
		STR(kind ? kind->address : STR_EMPTY), STR(view->query), view->query.n ? "&" : "?",
		(long long)view->id);
}

// The view of the address when the visitor may use it; NULL when there is none. `owned`: only one
// that is the visitor's own.
static bool view_find(struct visit *v, bool owned, struct list_view **ret_view, struct err *err)
{
	const struct kind *kind = desk_record_kind(v);
	struct list_views views = {0};
	int64_t id;

	*ret_view = NULL;
	if (!kind || !str_int(v->arg[1], &id))
		return true;
	if (!list_view_load(v->mem, v->db, v->desk.account->id, kind->name, &views, err))
		return false;
	for (size_t i = 0; i < views.n; i++)
		if (views.p[i].id == id && (!owned || views.p[i].account_id == v->desk.account->id))
			*ret_view = &views.p[i];
	return true;
}

// Back to the list as the view has it, with a word for what was done.
static bool answer(struct visit *v, const struct list_view *view, const char *done)
{
	return visit_see_other(v,
		str_format(v->mem, "%" PRIstr "&done=%s", STR(desk_view_url(v->mem, view)), done));
}

// The query of the form, as this visitor's list would write it: what it must not hold is not there.
static bool query_clean(
	struct visit *v, const struct kind *kind, struct str *ret_query, struct err *err)
{
	struct record_reach reach = desk_record_reach(v, kind);
	struct str given = visit_field(v, S("query"));
	struct str url = str_format(
		v->mem, "/desk/records/%" PRIstr "%" PRIstr, STR(kind->address), STR(given));
	struct http_request request = *v->request;
	struct visit as_list = *v;
	struct list_query query;

	if (!http_parse_target(v->mem, url, &request, err))
		return false;
	as_list.request = &request;
	list_query_read(&as_list, kind, &reach, &query);
	query.page = 1;
	query.view = 0;
	*ret_query = list_query_text(v->mem, &query);
	return true;
}

// The visitor's own view of this name, which is then written anew; id 0: there is none. *ret_room is
// false when no more of them are kept.
static bool view_of_name(struct visit *v, const struct kind *kind, struct str name,
	struct list_view *ret_view, bool *ret_room, struct err *err)
{
	struct list_views views;
	size_t own_n = 0;

	if (!list_view_load(v->mem, v->db, v->desk.account->id, kind->name, &views, err))
		return false;
	for (size_t i = 0; i < views.n; i++) {
		bool is_own = views.p[i].account_id == v->desk.account->id;
		own_n += is_own;
		if (is_own && str_eq(views.p[i].name, name))
			*ret_view = views.p[i];
	}
	*ret_room = ret_view->id || own_n < LIST_VIEWS_MAX;
	return true;
}

bool desk_view_save(struct visit *v, struct err *err)
{
	const struct kind *kind = desk_record_kind(v);
	struct str name = utf8_cut(visit_field(v, S("name")), LIST_VIEW_NAME_MAX);
	struct list_view view = {.account_id = v->desk.account->id};
	struct people_act act;
	AUTO_TXN txn = {0};
	bool has_room;

	if (!kind)
		return visit_not_found(v, err);
	if (!view_of_name(v, kind, name, &view, &has_room, err))
		return false;
	if (!name.n || !has_room)
		return visit_see_other(v, str_join(v->mem, S("/desk/records/"), kind->address));
	view.kind = kind->name;
	view.name = name;
	view.made_at = v->now;
	if (!query_clean(v, kind, &view.query, err) || !visit_act(v, &act, err) ||
		!db_begin(act.db, WAIT_MS, &txn, err) || !list_view_save(act.db, &view, err) ||
		!db_commit(&txn, err))
		return false;
	return answer(v, &view, "view");
}

bool desk_view_begin(struct visit *v, struct err *err)
{
	struct list_view *view;
	struct people_act act;
	AUTO_TXN txn = {0};

	if (!view_find(v, false, &view, err))
		return false;
	if (!view)
		return visit_not_found(v, err);
	bool begins = !view->is_default;
	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
		!list_view_begin(act.db, view, v->desk.account->id, begins, err) ||
		!db_commit(&txn, err))
		return false;
	return answer(v, view, begins ? "view-begins" : "view-ends");
}

bool desk_view_delete(struct visit *v, struct err *err)
{
	struct list_view *view;
	struct people_act act;
	AUTO_TXN txn = {0};

	if (!view_find(v, true, &view, err))
		return false;
	if (!view)
		return visit_not_found(v, err);
	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
		!list_view_remove(act.db, view, err) || !db_commit(&txn, err))
		return false;
	return visit_see_other(v,
		str_format(v->mem, "/desk/records/%" PRIstr "?view=all&done=view-gone",
			STR(v->arg[0])));
}

bool desk_view_share(struct visit *v, struct err *err)
{
	struct list_view *view;
	struct people_act act;
	AUTO_TXN txn = {0};

	if (!view_find(v, false, &view, err))
		return false;
	if (!view)
		return visit_not_found(v, err);
	bool shared = !view->is_shared;
	if (!visit_act(v, &act, err) || !db_begin(act.db, WAIT_MS, &txn, err) ||
		!list_view_share(act.db, view, shared, err) || !db_commit(&txn, err))
		return false;
	if (!shared && view->account_id != v->desk.account->id)
		return visit_see_other(v,
			str_format(v->mem, "/desk/records/%" PRIstr "?view=all", STR(v->arg[0])));
	return answer(v, view, shared ? "view-shared" : "view-own");
}
