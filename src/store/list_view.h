// SPDX-License-Identifier: EUPL-1.2
// list_view — lists as somebody wants to see them again: a name for the query of an address.
#pragma once

#include "db/db.h"
#include "base/vec.h"

enum { LIST_VIEW_NAME_MAX = 100, LIST_VIEWS_MAX = 100 };

struct list_view {
	int64_t id;
	struct str kind;  // name of the kind whose list it is
	struct str name;  // what its owner calls it
	struct str query; // "?state=running", as web/list_query.h writes it
	int64_t account_id, made_at;
	bool is_shared;  // everybody at the desk has it
	bool is_default; // the account that asked begins with it
};
struct list_views VEC_OF(struct list_view);

// The views of a kind (empty: of all kinds) that an account may use, its own first.
bool list_view_load(struct arena *mem, struct db *db, int64_t account_id, struct str kind,
	struct list_views *ret_views, struct err *err) MUST_CHECK;

// The rest inside an open transaction. Saving makes a view, or writes the query into the one that
// has the id.
bool list_view_save(struct db *db, struct list_view *view, struct err *err) MUST_CHECK;
// Nobody begins with a view that is gone; nobody but its owner with one that is not shared any more.
bool list_view_remove(struct db *db, const struct list_view *view, struct err *err) MUST_CHECK;
bool list_view_share(
	struct db *db, const struct list_view *view, bool shared, struct err *err) MUST_CHECK;
// The list of the view's kind begins with it for the account, or with none.
bool list_view_begin(struct db *db, const struct list_view *view, int64_t account_id, bool begins,
	struct err *err) MUST_CHECK;
