// SPDX-License-Identifier: EUPL-1.2
// record_about — what is kept about a record beside it.
#include "store/record_about.h"

#include "store/record.h"
#include "store/record.sql.h"

static bool ids_find(struct arena *mem, struct db *db, const struct record_key_having_params *key,
	struct record_pointers *records, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool more;

	if (!db_query(db, &record_key_having, key, &cursor, err))
		return false;
	for (;;) {
		struct record *record;
		if (!db_next(cursor, &more, err))
			return false;
		if (!more)
			return true;
		if (!record_load(mem, db, db_int(cursor, 0), &record, err))
			return false;
		if (record)
			VEC_ADD(mem, records, record);
	}
}

static void newest_first(struct record_pointers *records)
{
	for (size_t i = 1; i < records->n; i++) {
		struct record *one = records->p[i];
		size_t k = i;
		for (; k && records->p[k - 1]->id < one->id; k--)
			records->p[k] = records->p[k - 1];
		records->p[k] = one;
	}
}

bool record_about(struct arena *mem, struct db *db, const struct kind *kind, int64_t id,
	struct record_pointers *ret_records, struct err *err)
{
	const struct property *about = kind_about(kind);
	struct record_pointers records = {0};

	if (about) {
		struct record_key_having_params key = {.key = str_of_int(mem, id)};
		key.property = str_format(
			mem, "%" PRIstr ".%" PRIstr, STR(kind->name), STR(about->name));
		if (!ids_find(mem, db, &key, &records, err))
			return false;
	}
	newest_first(&records);
	*ret_records = records;
	return true;
}

bool record_author(struct db *db, int64_t id, int64_t *ret_account, struct err *err)
{
	struct record_author_of_params params = {.record_id = id};
	AUTO_CURSOR cursor = NULL;
	bool found;

	if (!db_query(db, &record_author_of, &params, &cursor, err) ||
		!db_next(cursor, &found, err))
		return false;
	*ret_account = found ? db_int(cursor, 0) : 0;
	return true;
}
