// SPDX-License-Identifier: EUPL-1.2
// backup — copies the database, as of one moment, into a new file; the server may go on meanwhile.
#include "base/file.h"
#include "cmd/list.h"
#include "db/db.h"
#include "work/people/factor_secret.h"

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
	struct str key = factor_key_file(call->mem, call->database);
	if (file_is_there(call->mem, key))
		out_format(call->out,
			"keep %" PRIstr
			" too, in another place: second factors are sealed with it\n",
			STR(key));
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
