// SPDX-License-Identifier: EUPL-1.2
// schema_text_test — the promises of db/schema_text.h, in the words of SQLite.
#include "db/schema_text.h"

#include <string.h>

#include "check.h"
#include "sample.h"
#include "tests.h"

static void translates(struct arena *mem, struct str from, struct str to)
{
	struct str sql;
	struct err err;

	MUST(schema_text_translate(mem, from, &sql, &err), &err);
	assert_string_equal(str_z(mem, sql), to.p);
}

static void only_column_types_are_translated(void **state)
{
	struct arena *mem = *state;
	struct str sql;
	struct err err;

	translates(mem, S("CREATE TABLE t (id ID PRIMARY KEY, a INT CHECK (a IN (0, 1)), b TEXT);"),
		S("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (a IN (0, 1)), b TEXT)"
		  " STRICT;"));
	translates(mem,
		S("-- an ID, INT\nCREATE TABLE t (a TEXT DEFAULT 'x, ID INT', UNIQUE (a));"),
		S("-- an ID, INT\nCREATE TABLE t (a TEXT DEFAULT 'x, ID INT', UNIQUE (a)) STRICT;"));
	translates(mem, S("ALTER TABLE t ADD COLUMN n INT NOT NULL DEFAULT 0;"),
		S("ALTER TABLE t ADD COLUMN n INTEGER NOT NULL DEFAULT 0;"));
	translates(mem, S("CREATE VIRTUAL TABLE f USING fts5 (a, ID, tokenize = 'x INT');"),
		S("CREATE VIRTUAL TABLE f USING fts5 (a, ID, tokenize = 'x INT');"));
	translates(mem, S("INSERT INTO t (ID, INT) VALUES (1, 2);"),
		S("INSERT INTO t (ID, INT) VALUES (1, 2);"));
	assert_false(schema_text_translate(mem, S("CREATE TABLE t (a VARCHAR)"), &sql, &err));
	assert_non_null(strstr(err.msg, "column a has the type VARCHAR"));
}

int schema_text_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_column_types_are_translated),
	};

	return cmocka_run_group_tests_name("schema_text", tests, NULL, NULL);
}
