// SPDX-License-Identifier: EUPL-1.2
// migrate_test — the promises of db/migrate.h.
#include "db/migrate.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "db/db_schema.h"
#include "sample.h"
#include "tests.h"

static void an_empty_database_gets_every_step_once(void **state)
{
	AUTO_DB db = sample_open(*state, DB_CREATE);
	int64_t number, steps;
	struct err err;

	MUST(migrate_state(db, &number, &err), &err);
	assert_int_equal(number, 0);
	MUST(migrate_run(db, 1000, &steps, &err), &err);
	assert_int_equal(steps, 2);
	MUST(migrate_state(db, &number, &err), &err);
	assert_int_equal(number, 2);
	MUST(migrate_run(db, 2000, &steps, &err), &err);
	assert_int_equal(steps, 0);
}

static void several_programs_may_migrate_at_once(void **state)
{
	enum { PROGRAMS = 5 };
	pid_t child[PROGRAMS];
	int status;

	for (int i = 0; i < PROGRAMS; i++) {
		child[i] = fork();
		if (child[i] == 0) {
			db_close(sample_migrated(*state));
			_exit(0);
		}
	}
	for (int i = 0; i < PROGRAMS; i++) {
		waitpid(child[i], &status, 0);
		assert_int_equal(status, 0);
	}
	AUTO_DB db = sample_open(*state, DB_READ);
	assert_int_equal(sample_count(db), 0);
}

static void an_older_program_refuses_a_newer_database(void **state)
{
	AUTO_DB db = sample_migrated(*state);
	AUTO_TXN txn = {NULL};
	int64_t number;
	struct err err;

	MUST(db_begin(db, 0, &txn, &err), &err);
	MUST(db_schema_run(db, S("INSERT INTO schema_step VALUES (99, 'later', 1)"), &err), &err);
	MUST(db_commit(&txn, &err), &err);
	assert_false(migrate_state(db, &number, &err));
	assert_int_equal(err.kind, ERR_DB);
	assert_non_null(strstr(err.msg, "older than the database"));
}

static void columns_hold_only_what_they_say(void **state)
{
	AUTO_DB db = sample_migrated(*state);
	AUTO_TXN txn = {NULL};
	struct err err;

	MUST(db_begin(db, 0, &txn, &err), &err);
	assert_false(db_schema_run(
		db, S("INSERT INTO visit (id, place, guests) VALUES (1, 'Accra', 'many')"), &err));
	assert_non_null(strstr(err.msg, "visit.guests"));
}

int migrate_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(an_empty_database_gets_every_step_once),
		SAMPLE_TEST(several_programs_may_migrate_at_once),
		SAMPLE_TEST(an_older_program_refuses_a_newer_database),
		SAMPLE_TEST(columns_hold_only_what_they_say),
	};

	return cmocka_run_group_tests_name("migrate", tests, NULL, NULL);
}
