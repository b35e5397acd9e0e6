// SPDX-License-Identifier: EUPL-1.2
// sample — visits to places: what the tests of the database floor read and write.
#include "sample.h"

#include <dirent.h>
#include <string.h>
#include <unistd.h>

#include "check.h"

static const struct db_param visit_param[] = {
	{S_INIT("id"), DB_INT, offsetof(struct visit_params, id)},
	{S_INIT("place"), DB_TEXT, offsetof(struct visit_params, place)},
	{S_INIT("guests"), DB_INT_OPT, offsetof(struct visit_params, guests)},
};
static const struct db_param visit_id_param[] = {
	{S_INIT("id"), DB_INT, offsetof(struct visit_id_params, id)},
};

const struct db_statement visit_insert = {
	.name = S_INIT("visit_insert"),
	.sql = S_INIT("INSERT INTO visit (id, place, guests) VALUES ($1, $2, $3)"),
	.param = visit_param,
	.param_n = 3,
	.index = 0,
};
const struct db_statement visit_all = {
	.name = S_INIT("visit_all"),
	.sql = S_INIT("SELECT id, place, guests FROM visit ORDER BY id"),
	.rows = DB_MANY,
	.index = 1,
};
const struct db_statement visit_by_id = {
	.name = S_INIT("visit_by_id"),
	.sql = S_INIT("SELECT id, place, guests FROM visit WHERE id = $1"),
	.rows = DB_ONE_OR_NONE,
	.param = visit_id_param,
	.param_n = 1,
	.index = 2,
};
const struct db_statement visit_clear = {
	.name = S_INIT("visit_clear"),
	.sql = S_INIT("DELETE FROM visit"),
	.index = 3,
};
const struct db_statement visit_count = {
	.name = S_INIT("visit_count"),
	.sql = S_INIT("SELECT count(*) FROM visit"),
	.rows = DB_ONE_OR_NONE,
	.index = 4,
};

const struct db_statement *const db_statements[] = {
	&visit_insert, &visit_all, &visit_by_id, &visit_clear, &visit_count};
const uint32_t db_statement_n = 5;

const struct migrate_step migrate_steps[] = {
	{1, S_INIT("start"),
		S_INIT("-- INT and TEXT in a comment stay.\n"
		       "CREATE TABLE visit (id ID PRIMARY KEY, place TEXT NOT NULL, guests INT);")},
	{2, S_INIT("notes"),
		S_INIT("CREATE TABLE note (\n"
		       "\tid ID PRIMARY KEY,\n"
		       "\tvisit_id INT NOT NULL REFERENCES visit (id),\n"
		       "\twords TEXT NOT NULL CHECK (words IN ('INT', 'a, b')),\n"
		       "\tUNIQUE (visit_id, words)\n"
		       ");\n"
		       "CREATE INDEX note_words ON note (words);\n"
		       "ALTER TABLE visit ADD COLUMN weight REAL;")},
};
const size_t migrate_step_n = 2;

int sample_make(void **state)
{
	struct arena *mem = arena_new(64 * 1024 * 1024);
	struct sample *sample = NEW(mem, struct sample);

	*sample = (struct sample){.mem = mem, .folder = "/tmp/attache-db-XXXXXX"};
	assert_non_null(mkdtemp(sample->folder));
	sample->url = sample_file(sample, "some.db");
	*state = sample;
	return 0;
}

int sample_drop(void **state)
{
	struct sample *sample = *state;
	DIR *folder = opendir(sample->folder);

	for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder))
		unlink(str_z(sample->mem, sample_file(sample, entry->d_name)));
	closedir(folder);
	rmdir(sample->folder);
	arena_free(sample->mem);
	return 0;
}

struct str sample_file(const struct sample *sample, const char *name)
{
	return str_format(sample->mem, "%s/%s", sample->folder, name);
}

struct db *sample_open(const struct sample *sample, enum db_mode mode)
{
	struct db *db = NULL;
	struct err err;

	MUST(db_open(sample->url, mode, &db, &err), &err);
	return db;
}

struct db *sample_migrated(const struct sample *sample)
{
	struct db *db = sample_open(sample, DB_CREATE);
	int64_t steps;
	struct err err;

	MUST(migrate_run(db, 1000, &steps, &err), &err);
	return db;
}

void sample_add(struct db *db, int64_t id, struct str place)
{
	AUTO_TXN txn = {NULL};
	struct err err;
	struct visit_params visit = {id, place, DB_NULL};

	MUST(db_begin(db, 5000, &txn, &err), &err);
	MUST(db_run(db, &visit_insert, &visit, NULL, NULL, &err), &err);
	MUST(db_commit(&txn, &err), &err);
}

int64_t sample_count(struct db *db)
{
	AUTO_CURSOR cursor = NULL;
	bool row;
	struct err err;

	MUST(db_query(db, &visit_count, NULL, &cursor, &err), &err);
	MUST(db_next(cursor, &row, &err), &err);
	return db_int(cursor, 0);
}
