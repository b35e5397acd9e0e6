// SPDX-License-Identifier: EUPL-1.2
// row — rows and records; the columns are matched with fields once a query, not once a row.
#include "store/row.h"

#include <string.h>

#include "base/vec.h"

enum { COLUMN_MAX = 64 };

struct plan {
	const struct field *field[COLUMN_MAX];
	int n;
};

static bool make_plan(const struct db_cursor *cursor, const struct fields *fields,
	const struct db_statement *statement, struct plan *ret_plan, struct err *err)
{
	struct plan plan = {.n = db_column_n(cursor)};

	if (plan.n > COLUMN_MAX)
		return err_set(err, ERR_DB, "statement %" PRIstr " answers more than %d columns",
			STR(statement->name), COLUMN_MAX);
	for (int i = 0; i < plan.n; i++) {
		struct str name = db_column_name(cursor, i);
		plan.field[i] = field_find(fields, name);
		if (!plan.field[i])
			return err_set(err, ERR_DB,
				"statement %" PRIstr " answers a column %" PRIstr
				" that the record %" PRIstr " does not have",
				STR(statement->name), STR(name), STR(fields->noun));
	}
	*ret_plan = plan;
	return true;
}

static bool read_member(struct arena *mem, const struct db_cursor *cursor, int column,
	const struct field *f, void *record)
{
	char *member = (char *)record + f->offset;

	switch (f->type) {
	case FIELD_TEXT: {
		struct str text = str_copy(mem, db_text(cursor, column));
		memcpy(member, &text, sizeof text);
		return true;
	}
	case FIELD_INT: {
		int64_t value = db_int(cursor, column);
		memcpy(member, &value, sizeof value);
		return true;
	}
	case FIELD_BOOL:
		*(bool *)member = db_int(cursor, column) != 0;
		return true;
	case FIELD_DATE:
	case FIELD_PERIOD:
		return field_read(f, record, db_text(cursor, column));
	}
	return false;
}

static bool read_row(struct arena *mem, const struct db_cursor *cursor, const struct plan *plan,
	void *record, struct err *err)
{
	for (int i = 0; i < plan->n; i++)
		if (!read_member(mem, cursor, i, plan->field[i], record)) {
			struct str text = db_text(cursor, i);
			return err_set(err, ERR_DB,
				"the database holds \"%" PRIstr "\" where %" PRIstr
				" should be; run `attache doctor`",
				STR(text), STR(plan->field[i]->name));
		}
	return true;
}

bool row_one(struct arena *mem, struct row_query query, const struct fields *fields,
	void *ret_record, bool *ret_found, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	struct plan plan;
	bool more;

	if (!db_query(query.db, query.statement, query.params, &cursor, err) ||
		!db_next(cursor, &more, err))
		return false;
	if (more &&
		(!make_plan(cursor, fields, query.statement, &plan, err) ||
			!read_row(mem, cursor, &plan, ret_record, err)))
		return false;
	*ret_found = more;
	return true;
}

bool row_many(struct arena *mem, struct row_query query, const struct row_shape *shape,
	struct row_list *ret_list, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	struct row_list list = {0};
	struct plan plan = {0};
	bool more;

	if (!db_query(query.db, query.statement, query.params, &cursor, err) ||
		!make_plan(cursor, shape->fields, query.statement, &plan, err))
		return false;
	for (;;) {
		if (!db_next(cursor, &more, err))
			return false;
		if (!more)
			break;
		if (list.n == list.room)
			list.p = vec_grow(mem, list.p, &list.room, shape->size);
		if (!read_row(mem, cursor, &plan, list.p + list.n * shape->size, err))
			return false;
		list.n++;
	}
	*ret_list = list;
	return true;
}

void row_bind(struct arena *mem, const struct db_statement *statement, const struct fields *fields,
	const void *record, void *params)
{
	for (uint32_t i = 0; i < statement->param_n; i++) {
		const struct db_param *param = &statement->param[i];
		const struct field *f = field_find(fields, param->name);
		if (!f)
			continue;
		char *member = (char *)params + param->offset;
		if (param->type == DB_INT || param->type == DB_INT_OPT) {
			int64_t value = f->type == FIELD_BOOL ? field_bool(f, record)
							      : field_int(f, record);
			memcpy(member, &value, sizeof value);
		} else {
			struct str text = field_write(mem, f, record);
			memcpy(member, &text, sizeof text);
		}
	}
}
