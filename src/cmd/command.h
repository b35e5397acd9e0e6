// SPDX-License-Identifier: EUPL-1.2
// command — what every command of the program is given, and how it ends.
//
// A command is one record beside its function: name, operands, options, help. `attache --help`,
// `attache COMMAND --help` and the table in README are printed from it. Exit status: 0 done, 1
// done with findings, 2 wrong usage, 3 could not; with several files the highest wins.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "base/option.h"
#include "base/out.h"

struct db;

struct command_call {
	struct arena *mem;
	struct str database; // --db, $ATTACHE_DB, or attache.db
	int argc;            // of the command: argv[0] is its name
	char **argv;
	struct out *out; // standard output
	const struct command *command;
};

struct command {
	struct option_command about;
	int (*run)(struct command_call *call);
};

// Reads the command's options. False when there is nothing left to do: the help was printed or the
// usage was wrong; *ret_status is then how to end.
bool command_options(struct command_call *call, void *ret_values,
	struct option_operands *ret_operands, int *ret_status);

// Opens the register for reading, brought up to this program where an earlier one made it. Refuses
// one that a newer program made, and a file that holds none.
bool command_register(struct command_call *call, struct db **ret_db, struct err *err);

// Prints "attache: MESSAGE." on standard error, with place when the error has one, and answers the
// exit status for it.
int command_failed(const struct err *err);

// Flushes standard output; answers `status`, or 3 when it could not be written.
int command_done(struct command_call *call, int status);
