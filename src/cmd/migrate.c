// SPDX-License-Identifier: EUPL-1.2
// migrate — brings a database made by an earlier version up to this one.
#include "store/upgrade.h"

#include "base/clock.h"
#include "cmd/list.h"

static int run(struct command_call *call)
{
	struct option_operands none;
	AUTO_DB db = NULL;
	int64_t steps;
	struct err err;
	int status = 0;

	if (!command_options(call, NULL, &none, &status))
		return status;
	if (!db_open(call->database, DB_WRITE, &db, &err) ||
		!upgrade_run(db, clock_now(), &steps, &err))
		return command_failed(&err);
	if (steps)
		out_format(call->out, "%lld steps taken; the database is up to date\n",
			(long long)steps);
	else
		out_write(call->out, S("the database is up to date\n"));
	return command_done(call, 0);
}

const struct command cmd_migrate = {
	.about = {.name = "migrate",
		.operands = "",
		.summary = "bring a database of an earlier version up to this one"},
	.run = run,
};
