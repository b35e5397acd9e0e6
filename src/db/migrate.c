// SPDX-License-Identifier: EUPL-1.2
// migrate — numbered steps of schema, each in its transaction, recorded.
#include "db/migrate.h"

#include "db/db_schema.h"
#include "db/schema_text.h"

enum { WAIT_MS = 60000 };

// -- State --------------------------------------------------------------------------------------

struct step_insert_params {
	int64_t number;
	struct str name;
	int64_t taken_at;
};

static const struct db_param step_insert_param[] = {
	{S_INIT("number"), DB_INT, offsetof(struct step_insert_params, number)},
	{S_INIT("name"), DB_TEXT, offsetof(struct step_insert_params, name)},
	{S_INIT("taken_at"), DB_INT, offsetof(struct step_insert_params, taken_at)},
};

static const struct db_statement step_insert = {
	.name = S_INIT("step_insert"),
	.sql = S_INIT("INSERT INTO schema_step (number, name, taken_at) VALUES ($1, $2, $3)"),
	.rows = DB_NO_ROWS,
	.param = step_insert_param,
	.param_n = 3,
	.index = DB_UNLISTED,
};

static const struct db_statement step_last = {
	.name = S_INIT("step_last"),
	.sql = S_INIT("SELECT max(number) FROM schema_step"),
	.rows = DB_ONE_OR_NONE,
	.index = DB_UNLISTED,
};

static const struct str step_table = S_INIT("CREATE TABLE schema_step ("
					    "number ID PRIMARY KEY, "
					    "name TEXT NOT NULL, "
					    "taken_at INT NOT NULL);");

static int64_t newest_known(void)
{
	return migrate_step_n ? migrate_steps[migrate_step_n - 1].number : 0;
}

static bool last_step(struct db *db, int64_t *ret_number, struct err *err)
{
	AUTO_CURSOR cursor = NULL;
	bool row = false;

	if (!db_query(db, &step_last, NULL, &cursor, err) || !db_next(cursor, &row, err))
		return false;
	*ret_number = row ? db_int(cursor, 0) : 0;
	return true;
}

bool migrate_state(struct db *db, int64_t *ret_number, struct err *err)
{
	bool has_table = false;
	int64_t number = 0;

	if (!db_schema_has_table(db, S("schema_step"), &has_table, err))
		return false;
	if (has_table && !last_step(db, &number, err))
		return false;
	if (number > newest_known())
		return err_set(err, ERR_DB,
			"this program is older than the database: it knows schema step %lld, the "
			"database is at step %lld; use the newer program",
			(long long)newest_known(), (long long)number);
	*ret_number = number;
	return true;
}

// -- Taking steps -------------------------------------------------------------------------------

static bool run_translated(struct db *db, struct str sql, struct err *err)
{
	SCRATCH(tmp);
	struct str text = STR_EMPTY;

	return schema_text_translate(tmp, sql, &text, err) && db_schema_run(db, text, err);
}

static bool take_step(struct db *db, const struct migrate_step *step, int64_t now, struct err *err)
{
	struct step_insert_params record = {step->number, step->name, now};

	if (!run_translated(db, step->sql, err) ||
		!db_run(db, &step_insert, &record, NULL, NULL, err))
		return err_add(err, "schema step %lld (%" PRIstr ")", (long long)step->number,
			STR(step->name));
	return true;
}

// Takes the step behind the one that the database has now, looked up again under the lock since
// another program may have been faster. *ret_step stays NULL when there is none.
static bool take_next(
	struct db *db, int64_t now, const struct migrate_step **ret_step, struct err *err)
{
	AUTO_TXN txn = {NULL};
	int64_t state = 0;
	size_t i = 0;

	if (!db_begin(db, WAIT_MS, &txn, err) || !migrate_state(db, &state, err))
		return false;
	while (i < migrate_step_n && migrate_steps[i].number <= state)
		i++;
	if (i == migrate_step_n)
		return true;
	if (state == 0 && !run_translated(db, step_table, err))
		return false;
	if (!take_step(db, &migrate_steps[i], now, err) || !db_commit(&txn, err))
		return false;
	*ret_step = &migrate_steps[i];
	return true;
}

bool migrate_run(struct db *db, int64_t now, int64_t *ret_steps, struct err *err)
{
	int64_t state = 0, steps = 0;
	const struct migrate_step *step;

	if (!migrate_state(db, &state, err))
		return false;
	while (state < newest_known()) {
		step = NULL;
		if (!take_next(db, now, &step, err))
			return false;
		if (!step)
			break;
		state = step->number;
		steps++;
	}
	*ret_steps = steps;
	return true;
}
