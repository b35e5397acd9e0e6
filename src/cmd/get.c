// SPDX-License-Identifier: EUPL-1.2
// get — prints one page without a server: for tests, bug reports and profiling.
#include <stdio.h>

#include "cmd/list.h"
#include "db/db.h"
#include "web/app.h"

struct values {
	bool head;
	struct str as, language;
	int64_t repeat;
};

static const struct option_row options[] = {
	{.name = "as",
		.type = OPTION_TEXT,
		.offset = offsetof(struct values, as),
		.argument = "USER",
		.help = "who is signed in at the desk: the e-mail address of an account"},
	{.name = "head",
		.type = OPTION_FLAG,
		.offset = offsetof(struct values, head),
		.help = "print the status and the media type before the page"},
	{.name = "accept-language",
		.type = OPTION_TEXT,
		.offset = offsetof(struct values, language),
		.argument = "TAGS",
		.help = "what a browser would say of its reader's languages"},
	{.name = "repeat",
		.type = OPTION_INT,
		.offset = offsetof(struct values, repeat),
		.argument = "N",
		.min = 1,
		.max = 1000 * 1000,
		.help = "build the page N times and print it once: for profiling"},
	{0},
};

enum { PAGE_MEMORY_MAX = 256 * 1024 * 1024 };

static void print_response(struct command_call *call, const struct http_response *r, bool head)
{
	if (head) {
		out_format(call->out, "%d %" PRIstr "\n", r->status, STR(r->type));
		if (r->location.n)
			out_format(call->out, "Location: %" PRIstr "\n", STR(r->location));
		out_char(call->out, '\n');
	}
	out_write(call->out, r->body);
}

static int run(struct command_call *call)
{
	struct arena *mem CLEANUP(arena_free_at) = arena_new(PAGE_MEMORY_MAX);
	struct values values = {.repeat = 1};
	struct app_config config = {.database = call->database};
	struct option_operands paths;
	struct http_request request = {.method = HTTP_GET};
	struct http_response response = {0};
	struct app *app;
	AUTO_DB db = NULL;
	struct err err;
	int status = 0;

	if (!command_options(call, &values, &paths, &status))
		return status;
	if (!http_parse_target(call->mem, paths.p[0], &request, &err) ||
		!command_register(call, &db, &err))
		return command_failed(&err);
	config.as = values.as;
	if (!app_start(&config, &app, &err))
		return command_failed(&err);
	request.accept_language = values.language;
	for (int64_t i = 0; i < values.repeat; i++) {
		arena_reset(mem);
		app_handle(mem, app, &request, &response);
	}
	print_response(call, &response, values.head);
	app_stop(app);
	if (response.status >= 400)
		fprintf(stderr, "attache: %" PRIstr " answers %d.\n", STR(paths.p[0]),
			response.status);
	return command_done(call, response.status >= 400 ? 1 : 0);
}

const struct command cmd_get = {
	.about = {.name = "get",
		.operands = "PATH",
		.summary = "print one page of the portal or the desk without a server",
		.details = "PATH is an address with its query: \"/fr/actions?theme=asylum\". "
			   "Exit status 1 when the answer is 400 or more.",
		.options = options,
		.operand_min = 1,
		.operand_max = 1},
	.run = run,
};
