// SPDX-License-Identifier: EUPL-1.2
// commands — the table of all commands, alphabetically, and the dispatcher.
#include "cmd/commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cmd/list.h"

enum { COMMAND_MEMORY_MAX = 2000 * 1000 * 1000 };

static const struct command *const commands[] = {
	&cmd_backup,
	&cmd_doctor,
	&cmd_export,
	&cmd_get,
	&cmd_import,
	&cmd_migrate,
	&cmd_read,
	&cmd_restore,
	&cmd_search,
	&cmd_serve,
	&cmd_stats,
	&cmd_user,
};
enum { COMMAND_N = sizeof commands / sizeof commands[0] };

static void print_overview(struct out *o)
{
	out_write(o,
		S("attache reads pages of technical-assistance actions into a register and "
		  "publishes it.\n\n"
		  "Usage: attache [--db URL] COMMAND ...\n\n"
		  "URL is a path or sqlite:PATH (default: $ATTACHE_DB, else attache.db).\n\n"
		  "Commands:\n"));
	for (size_t i = 0; i < COMMAND_N; i++)
		out_format(o, "  %-9s %s\n", commands[i]->about.name, commands[i]->about.summary);
	out_write(o,
		S("\nattache COMMAND --help tells more of each.\n\n"
		  "Exit status: 0 done; 1 done with findings; 2 wrong usage; 3 could not.\n"));
}

static const struct command *find(struct str name)
{
	for (size_t i = 0; i < COMMAND_N; i++)
		if (str_eq(str_c(commands[i]->about.name), name))
			return commands[i];
	return NULL;
}

static int wrong_usage(const char *what, struct str word)
{
	fprintf(stderr, "attache: %s%s%" PRIstr ".\nTry: attache --help\n", what, word.n ? " " : "",
		STR(word));
	return 2;
}

// Takes --db URL or --db=URL off the beginning of the line; false when its value is missing.
static bool take_database(int *argc, char ***argv, struct str *database)
{
	while (*argc) {
		struct str word = str_c((*argv)[0]);
		int taken = 1;
		if (str_eq(word, S("--db"))) {
			if (*argc < 2)
				return false;
			*database = str_c((*argv)[1]);
			taken = 2;
		} else if (str_starts(word, S("--db="))) {
			*database = str_from(word, 5);
		} else {
			break;
		}
		*argc -= taken;
		*argv += taken;
	}
	return database->n != 0;
}

int commands_run(int argc, char **argv)
{
	SCRATCH(out_mem);
	struct arena *mem CLEANUP(arena_free_at) = arena_new(COMMAND_MEMORY_MAX);
	struct out out = out_fd(out_mem, STDOUT_FILENO);
	const char *environment = getenv("ATTACHE_DB");
	struct command_call call = {.mem = mem,
		.out = &out,
		.database = environment && *environment ? str_c(environment) : S("attache.db")};

	argc--;
	argv++;
	if (!take_database(&argc, &argv, &call.database))
		return wrong_usage("--db needs the path of a database", STR_EMPTY);
	if (!argc)
		return wrong_usage("no command is named", STR_EMPTY);
	struct str name = str_c(argv[0]);
	if (str_eq(name, S("--help")) || str_eq(name, S("help"))) {
		print_overview(&out);
		return command_done(&call, 0);
	}
	if (str_eq(name, S("--version"))) {
		out_write(&out, S("attache " ATTACHE_VERSION "\n"));
		return command_done(&call, 0);
	}
	call.command = find(name);
	if (!call.command)
		return wrong_usage("there is no command", name);
	call.argc = argc;
	call.argv = argv;
	return call.command->run(&call);
}
