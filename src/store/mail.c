// SPDX-License-Identifier: EUPL-1.2
// mail — rows of mails.
#include "store/mail.h"

#include <string.h>

#include "store/mail.sql.h"
#include "store/row.h"

static const struct row_shape mail_shape = {&mail_fields, sizeof(struct mail)};

bool mail_queue(struct arena *mem, struct db *db, const struct mail *mail, struct err *err)
{
	struct mail_insert_params params = {.made_at = 0};

	row_bind(mem, &mail_insert, &mail_fields, mail, &params);
	params.state = S("waiting");
	return db_run(db, &mail_insert, &params, NULL, NULL, err);
}

bool mail_list(struct arena *mem, struct db *db, struct mails *ret_mails, struct err *err)
{
	struct row_list list;

	if (!row_many(mem, (struct row_query){db, &mail_newest, NULL}, &mail_shape, &list, err))
		return false;
	memcpy(ret_mails, &list, sizeof list);
	return true;
}

bool mail_load(
	struct arena *mem, struct db *db, int64_t id, struct mail **ret_mail, struct err *err)
{
	struct mail_by_id_params params = {.id = id};
	struct mail *m = NEW(mem, struct mail);
	bool found;

	if (!row_one(mem, (struct row_query){db, &mail_by_id, &params}, &mail_fields, m, &found,
		    err))
		return false;
	*ret_mail = found ? m : NULL;
	return true;
}

bool mail_count_waiting(struct db *db, int64_t *ret_n, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool found;

	if (!db_query(db, &mail_waiting_count, NULL, &cursor, err) || !db_next(cursor, &found, err))
		return false;
	*ret_n = found ? db_int(cursor, 0) : 0;
	return true;
}

bool mail_due(
	struct arena *mem, struct db *db, int64_t now, struct mails *ret_mails, struct err *err)
{
	struct mail_waiting_params params = {.now = now};
	struct row_list list;

	if (!row_many(mem, (struct row_query){db, &mail_waiting, &params}, &mail_shape, &list, err))
		return false;
	memcpy(ret_mails, &list, sizeof list);
	return true;
}

bool mail_settle(struct arena *mem, struct db *db, const struct mail *mail, struct err *err)
{
	struct mail_tried_params params = {.id = 0};

	row_bind(mem, &mail_tried, &mail_fields, mail, &params);
	return db_run(db, &mail_tried, &params, NULL, NULL, err);
}
