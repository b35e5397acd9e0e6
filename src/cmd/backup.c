// SPDX-License-Identifier: EUPL-1.2
// backup — copies the database, as of one moment, into a new file; the server may go on meanwhile.
#include "cmd/list.h"
#include "db/db.h"

static int run(struct command_call *call)
{
	struct option_operands files;
	AUTO_DB db = NULL;
	struct err err;
	int status = 0;

	if (!command_options(call, NULL, &files, &status))
		return status;
	if (!command_register(call, &db, &err) || !db_backup(db, files.p[0], &err))
		return command_failed(&err);
	out_format(call->out, "%" PRIstr " is a complete copy\n", STR(files.p[0]));
	return command_done(call, 0);
}

const struct command cmd_backup = {
	.about = {.name = "backup",
		.operands = "FILE",
		.summary = "copy the database into a new file, while it is in use",
		.operand_min = 1,
		.operand_max = 1},
	.run = run,
};
