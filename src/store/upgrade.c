// SPDX-License-Identifier: EUPL-1.2
// upgrade — steps of the schema, then the keys of records, some hundred in one transaction.
#include "store/upgrade.h"

#include "base/field.h"
#include "db/migrate.h"
#include "store/record.h"
#include "store/record_key.h"
#include "store/record_key.sql.h"
#include "store/record_search.h"

enum { BATCH_N = 500, WAIT_MS = 5000 };

static bool unkeyed_load(
	struct arena *mem, struct db *db, struct record_ids *ret_ids, struct err *err)
{
	struct record_unkeyed_first_params params = {.most = BATCH_N};
	struct record_ids ids = {0};
	AUTO_CURSOR cursor = NULL;
	bool more = true;

	if (!db_query(db, &record_unkeyed_first, &params, &cursor, err))
		return false;
	while (more) {
		if (!db_next(cursor, &more, err))
			return false;
		if (more)
			VEC_ADD(mem, &ids, db_int(cursor, 0));
	}
	*ret_ids = ids;
	return true;
}

static bool key_renew(struct arena *mem, struct db *db, int64_t id, struct err *err)
{
	struct record_unkeyed_delete_params params = {.record_id = id};
	struct record *record;

	return record_load(mem, db, id, &record, err) &&
		(!record || record_keys_write(mem, db, record, err)) &&
		db_run(db, &record_unkeyed_delete, &params, NULL, NULL, err);
}

static bool keys_renew(struct db *db, bool *ret_more, struct err *err)
{
	SCRATCH(mem);
	AUTO_TXN txn = {0};
	struct record_ids ids;

	if (!unkeyed_load(mem, db, &ids, err))
		return false;
	*ret_more = ids.n > 0;
	if (!ids.n)
		return true;
	if (!db_begin(db, WAIT_MS, &txn, err))
		return false;
	for (size_t i = 0; i < ids.n; i++)
		if (!key_renew(mem, db, ids.p[i], err))
			return false;
	return db_commit(&txn, err);
}

bool upgrade_run(struct db *db, int64_t now, int64_t *ret_steps, struct err *err)
{
	int64_t steps;
	bool more = true;

	if (!migrate_run(db, now, &steps, err))
		return false;
	while (more)
		if (!keys_renew(db, &more, err))
			return false;
	*ret_steps = steps;
	return true;
}
