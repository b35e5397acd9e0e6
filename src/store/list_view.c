// SPDX-License-Identifier: EUPL-1.2
// list_view — keeps named views of lists.
#include "store/list_view.h"

#include <string.h>

#include "store/list_view.sql.h"
#include "store/row.h"

static const struct field view_table[] = {
	FIELD(list_view, id),
	FIELD(list_view, kind),
	FIELD(list_view, name),
	FIELD(list_view, query),
	FIELD(list_view, account_id),
	FIELD(list_view, made_at),
	FIELD(list_view, is_shared),
	FIELD(list_view, is_default),
};
static const struct fields view_fields = FIELDS(list_view, view_table);

bool list_view_load(struct arena *mem, struct db *db, int64_t account_id, struct str kind,
	struct list_views *ret_views, struct err *err)
{
	static const struct row_shape shape = {&view_fields, sizeof(struct list_view)};
	struct list_view_for_params params = {.account_id = account_id, .kind = kind};
	struct row_list list;

	if (!row_many(mem, (struct row_query){db, &list_view_for, &params}, &shape, &list, err))
		return false;
	memcpy(ret_views, &list, sizeof list);
	return true;
}

bool list_view_save(struct db *db, struct list_view *view, struct err *err)
{
	struct list_view_rewrite_params rewrite = {
		.id = view->id, .query = view->query, .made_at = view->made_at};
	struct list_view_insert_params insert = {.kind = view->kind,
		.name = view->name,
		.query = view->query,
		.account_id = view->account_id,
		.made_at = view->made_at};

	return view->id ? db_run(db, &list_view_rewrite, &rewrite, NULL, NULL, err)
			: db_run(db, &list_view_insert, &insert, NULL, &view->id, err);
}

bool list_view_remove(struct db *db, const struct list_view *view, struct err *err)
{
	struct list_view_default_delete_all_params begins = {.view_id = view->id};
	struct list_view_delete_params params = {.id = view->id};

	return db_run(db, &list_view_default_delete_all, &begins, NULL, NULL, err) &&
		db_run(db, &list_view_delete, &params, NULL, NULL, err);
}

bool list_view_share(struct db *db, const struct list_view *view, bool shared, struct err *err)
{
	struct list_view_set_shared_params params = {.id = view->id, .is_shared = shared};
	struct list_view_default_delete_others_params others = {
		.view_id = view->id, .account_id = view->account_id};

	return db_run(db, &list_view_set_shared, &params, NULL, NULL, err) &&
		(shared || db_run(db, &list_view_default_delete_others, &others, NULL, NULL, err));
}

bool list_view_begin(struct db *db, const struct list_view *view, int64_t account_id, bool begins,
	struct err *err)
{
	struct list_view_default_insert_params insert = {
		.account_id = account_id, .kind = view->kind, .view_id = view->id};
	struct list_view_default_delete_params delete = {
		.account_id = account_id, .kind = view->kind};

	return begins ? db_run(db, &list_view_default_insert, &insert, NULL, NULL, err)
		      : db_run(db, &list_view_default_delete, &delete, NULL, NULL, err);
}
