// SPDX-License-Identifier: EUPL-1.2
// kept_form — forms that came when the session had ended, until their account is back.
#include "store/kept_form.h"

#include "store/kept_form.sql.h"
#include "store/row.h"

static const struct field form_table[] = {
	FIELD(kept_form, id),
	FIELD(kept_form, token),
	FIELD(kept_form, account_id),
	FIELD(kept_form, path),
	FIELD(kept_form, body),
	FIELD(kept_form, at),
};
static const struct fields form_fields = FIELDS(kept_form, form_table);

static bool count(struct db *db, int64_t account_id, int64_t *ret_n, struct err *err)
{
	struct kept_form_count_params params = {.account_id = account_id};
	AUTO_CURSOR cursor = NULL;
	bool found;

	if (!db_query(db, &kept_form_count, &params, &cursor, err) || !db_next(cursor, &found, err))
		return false;
	*ret_n = found ? db_int(cursor, 0) : 0;
	return true;
}

bool kept_form_add(struct arena *mem, struct db *db, const struct kept_form *form, bool *ret_kept,
	struct err *err)
{
	struct kept_form_forget_params old = {.before = form->at - KEPT_FORM_SECONDS};
	struct kept_form_insert_params params;
	int64_t n;

	if (!db_run(db, &kept_form_forget, &old, NULL, NULL, err) ||
		!count(db, form->account_id, &n, err))
		return false;
	*ret_kept = n < KEPT_FORM_MAX;
	row_bind(mem, &kept_form_insert, &form_fields, form, &params);
	return !*ret_kept || db_run(db, &kept_form_insert, &params, NULL, NULL, err);
}

bool kept_form_find(struct arena *mem, struct db *db, struct str token, int64_t account_id,
	int64_t now, struct kept_form **ret_form, struct err *err)
{
	struct kept_form_by_token_params params = {.token = token};
	struct kept_form *form = NEW(mem, struct kept_form);
	bool found;

	if (!row_one(mem, (struct row_query){db, &kept_form_by_token, &params}, &form_fields, form,
		    &found, err))
		return false;
	bool is_his = found && form->account_id == account_id && form->at > now - KEPT_FORM_SECONDS;
	*ret_form = is_his ? form : NULL;
	return true;
}

bool kept_form_drop(struct db *db, struct str token, int64_t account_id, struct err *err)
{
	struct kept_form_delete_params params = {.token = token, .account_id = account_id};

	return db_run(db, &kept_form_delete, &params, NULL, NULL, err);
}
