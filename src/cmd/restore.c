// SPDX-License-Identifier: EUPL-1.2
// restore — makes a database from a backup; one that exists is never overwritten.
#include <unistd.h>

#include "cmd/list.h"
#include "db/migrate.h"
#include "store/kept_file.h"

static bool is_free(struct arena *mem, struct str url, struct err *err)
{
	struct str path = db_path(url);

	if (access(str_z(mem, path), F_OK) == 0)
		return err_set(err, ERR_CONFLICT,
			"%" PRIstr
			" exists already; move it away first: restore overwrites nothing",
			STR(path));
	return true;
}

// The backup must be a whole database of this program before anything is made from it.
static bool is_whole(struct arena *mem, struct db *backup, struct str path, struct err *err)
{
	struct str words;
	int64_t state;

	if (!migrate_state(backup, &state, err) || !db_integrity(mem, backup, &words, err))
		return false;
	if (!state)
		return err_set(err, ERR_DB, "the backup holds no register");
	struct str first = str_sub(words, 0, str_find_char(words, '\n', 0));
	if (words.n)
		return err_set(err, ERR_DB,
			"%" PRIstr " is damaged and cannot be restored: %" PRIstr, STR(path),
			STR(first));
	return true;
}

// Files first: a database that is there has its files. A backup of before there were any has none.
static bool copy_files(
	struct command_call *call, struct db *backup, struct str from, struct err *err)
{
	int64_t state, n;

	if (!migrate_state(backup, &state, err))
		return false;
	return state < KEPT_FILE_STEP ||
		kept_file_copy_all(call->mem, backup, kept_file_folder(call->mem, from),
			kept_file_folder(call->mem, call->database), &n, err);
}

static int run(struct command_call *call)
{
	struct option_operands files;
	AUTO_DB backup = NULL;
	struct err err;
	int status = 0;

	if (!command_options(call, NULL, &files, &status))
		return status;
	if (!is_free(call->mem, call->database, &err) ||
		!db_open(files.p[0], DB_READ, &backup, &err) ||
		!is_whole(call->mem, backup, files.p[0], &err) ||
		!copy_files(call, backup, files.p[0], &err) ||
		!db_backup(backup, db_path(call->database), &err))
		return command_failed(&err);
	out_format(call->out, "%" PRIstr " restored from %" PRIstr "\n",
		STR(db_path(call->database)), STR(files.p[0]));
	return command_done(call, 0);
}

const struct command cmd_restore = {
	.about = {.name = "restore",
		.operands = "FILE",
		.summary = "make the database from a backup; nothing is overwritten",
		.operand_min = 1,
		.operand_max = 1},
	.run = run,
};
