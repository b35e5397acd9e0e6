// SPDX-License-Identifier: EUPL-1.2
// command — the common beginning and end of all commands.
#include "cmd/command.h"

#include <stdio.h>

#include "base/clock.h"
#include "db/migrate.h"
#include "store/record_release.h"
#include "store/upgrade.h"
#include "work/desk/publish.h"

enum { DUE_WAIT_MS = 5000 };

bool command_options(struct command_call *call, void *ret_values,
	struct option_operands *ret_operands, int *ret_status)
{
	const struct option_command *about = &call->command->about;
	struct err err;

	if (!option_parse(
		    call->mem, about, call->argc, call->argv, ret_values, ret_operands, &err)) {
		command_failed(&err);
		fprintf(stderr, "Try: attache %s --help\n", about->name);
		*ret_status = 2;
		return false;
	}
	if (ret_operands->is_help) {
		option_help(call->out, about);
		*ret_status = command_done(call, 0);
	}
	return !ret_operands->is_help;
}

static bool bring_up(struct str url, struct err *err)
{
	AUTO_DB db = NULL;
	int64_t steps;

	return db_open(url, DB_WRITE, &db, err) && upgrade_run(db, clock_now(), &steps, err);
}

// What was to be public by now is so for every command.
static bool release_due(struct command_call *call, struct db *reader, struct err *err)
{
	AUTO_DB db = NULL;
	AUTO_TXN txn = {0};
	int64_t due_at, n;

	if (!record_release_next(reader, &due_at, err))
		return false;
	if (!due_at || due_at > clock_now())
		return true;
	return db_open(call->database, DB_WRITE, &db, err) &&
		db_begin(db, DUE_WAIT_MS, &txn, err) &&
		publish_due(call->mem, db, clock_now(), &n, err) && db_commit(&txn, err);
}

bool command_register(struct command_call *call, struct db **ret_db, struct err *err)
{
	AUTO_DB db = NULL;
	int64_t state;

	if (!db_open(call->database, DB_READ, &db, err) || !migrate_state(db, &state, err))
		return false;
	if (!state)
		return err_set(err, ERR_DB,
			"%" PRIstr " holds no register yet; import a page into it first",
			STR(db_path(call->database)));
	if (state < migrate_steps[migrate_step_n - 1].number && !bring_up(call->database, err))
		return false;
	if (!release_due(call, db, err))
		return false;
	*ret_db = db;
	db = NULL;
	return true;
}

int command_failed(const struct err *err)
{
	if (err->where[0] && err->line)
		fprintf(stderr, "attache: %s:%u: %s.\n", err->where, err->line, err->msg);
	else if (err->where[0])
		fprintf(stderr, "attache: %s: %s.\n", err->where, err->msg);
	else
		fprintf(stderr, "attache: %s.\n", err->msg);
	return err_exit_status(err->kind);
}

int command_done(struct command_call *call, int status)
{
	struct err err;

	if (out_finish(call->out, &err))
		return status;
	err_add(&err, "standard output");
	return command_failed(&err);
}
