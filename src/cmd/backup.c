// SPDX-License-Identifier: EUPL-1.2
// backup — copies the database, as of one moment, into a new file, and the files that were brought
// to the desk into a folder beside it; the server may go on meanwhile.
#include "base/file.h"
#include "cmd/list.h"
#include "store/kept_file.h"
#include "work/people/factor_secret.h"

// The files that the copy speaks of: the register may know more of them by now.
static bool copy_files(struct command_call *call, struct str to, int64_t *ret_n, struct err *err)
{
	AUTO_DB copy = NULL;

	return db_open(to, DB_READ, &copy, err) &&
		kept_file_copy_all(call->mem, copy, kept_file_folder(call->mem, call->database),
			kept_file_folder(call->mem, to), ret_n, err);
}

static int run(struct command_call *call)
{
	struct option_operands files;
	AUTO_DB db = NULL;
	struct err err;
	int64_t n;
	int status = 0;

	if (!command_options(call, NULL, &files, &status))
		return status;
	if (!command_register(call, &db, &err) || !db_backup(db, files.p[0], &err) ||
		!copy_files(call, files.p[0], &n, &err))
		return command_failed(&err);
	if (n)
		out_format(call->out,
			"%" PRIstr " is a complete copy together with the folder %" PRIstr "\n",
			STR(files.p[0]), STR(kept_file_folder(call->mem, files.p[0])));
	else
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
		.summary = "copy the database into a new file, with its files, while it is in use",
		.operand_min = 1,
		.operand_max = 1},
	.run = run,
};
