// SPDX-License-Identifier: EUPL-1.2
// serve — the portal over HTTP.
#include <stdio.h>

#include "base/clock.h"
#include "cmd/list.h"
#include "cmd/serve_mail.h"
#include "store/upgrade.h"
#include "format/gzip.h"
#include "net/http.h"
#include "web/app.h"
#include "work/people/people.h"

struct values {
	struct str listen, origin;
	struct serve_mail_values mail;
	int64_t workers, cache;
};

static const struct option_row options[] = {
	{.name = "listen",
		.type = OPTION_TEXT,
		.offset = offsetof(struct values, listen),
		.argument = "ADDR:PORT",
		.help = "where to listen (127.0.0.1:8080; [::1]:8080 for IPv6)"},
	{.name = "origin",
		.type = OPTION_TEXT,
		.offset = offsetof(struct values, origin),
		.argument = "URL",
		.help = "how the public reaches this portal, for addresses in feeds: "
			"https://portal.example (default: the Host of the request)"},
	{.name = "mail",
		.type = OPTION_TEXT,
		.offset = offsetof(struct values, mail.server),
		.argument = "URL",
		.help = "the mail server: smtp://HOST:PORT or smtps://HOST:PORT (default: "
			"$ATTACHE_MAIL; without one mails wait at the desk)"},
	{.name = "mail-from",
		.type = OPTION_TEXT,
		.offset = offsetof(struct values, mail.from),
		.argument = "EMAIL",
		.help = "the address that mails come from (attache@ and the host of --origin)"},
	{.name = "mail-password",
		.type = OPTION_TEXT,
		.offset = offsetof(struct values, mail.password),
		.argument = "FILE",
		.help = "a file with USER:PASSWORD for the mail server"},
	{.name = "workers",
		.type = OPTION_INT,
		.offset = offsetof(struct values, workers),
		.argument = "N",
		.min = 1,
		.max = 256,
		.help = "processes that answer (2)"},
	{.name = "cache",
		.type = OPTION_INT,
		.offset = offsetof(struct values, cache),
		.argument = "MB",
		.min = 0,
		.max = 4096,
		.help = "memory for finished pages in each of them, and half of it for rows of "
			"lists (32; 0 builds each page anew)"},
	{0},
};

enum { REQUEST_MEMORY_MAX = 256 * 1024 * 1024 };

struct program {
	struct app_config app;
	struct str address;
};

static bool start_worker(void *program, void **ret_context, struct err *err)
{
	const struct program *p = program;
	struct app *app;

	if (!app_start(&p->app, &app, err))
		return false;
	*ret_context = app;
	return true;
}

static void stop_worker(void *context)
{
	app_stop(context);
}

// While nobody may manage accounts, whoever can read the console can make the first one who may.
static void tell_first_link(const struct program *p, struct str address)
{
	SCRATCH(mem);
	AUTO_DB db = NULL;
	struct str link;
	struct err err;

	if (!db_open(p->app.database, DB_WRITE, &db, &err)) {
		command_failed(&err);
		return;
	}
	struct people_act act = {.db = db, .who = S("console"), .now = clock_now()};
	if (!people_first_link(mem, &act, &link, &err))
		command_failed(&err);
	else if (link.n)
		fprintf(stderr,
			"attache: nobody can manage accounts yet. Make the first administrator, "
			"within a day: %" PRIstr "%" PRIstr "\n",
			STR(p->app.origin.n ? p->app.origin : address), STR(link));
}

static void tell_ready(void *program, uint16_t port)
{
	SCRATCH(mem);
	const struct program *p = program;
	bool is_v6 = str_find_char(p->address, ':', 0) != STR_NONE;
	struct str address = str_format(mem,
		is_v6 ? "http://[%" PRIstr "]:%u" : "http://%" PRIstr ":%u", STR(p->address), port);

	printf("%" PRIstr "/\n", STR(address));
	fflush(stdout);
	tell_first_link(p, address);
}

// "127.0.0.1:8080" and "[::1]:8080" into address and port.
static bool parse_listen(struct str listen, struct http_config *config, struct err *err)
{
	size_t colon = listen.n;
	int64_t port;

	while (colon && listen.p[colon - 1] != ':')
		colon--;
	if (!colon || !str_int(str_from(listen, colon), &port) || port < 0 || port > 65535)
		return err_set(err, ERR_USAGE,
			"--listen needs an address and a port, as in 127.0.0.1:8080");
	struct str address = str_sub(listen, 0, colon - 1);
	if (str_starts(address, S("[")) && str_ends(address, S("]")))
		address = str_sub(address, 1, address.n - 1);
	config->address = address;
	config->port = (uint16_t)port;
	return true;
}

// A missing database is made and an old one brought up to date before anybody is served.
static bool prepare_database(struct str url, struct err *err)
{
	AUTO_DB db = NULL;
	int64_t steps;

	return db_open(url, DB_CREATE, &db, err) && upgrade_run(db, clock_now(), &steps, err);
}

static int run(struct command_call *call)
{
	struct values values = {.listen = S("127.0.0.1:8080"), .workers = 2, .cache = 32};
	struct option_operands none;
	struct err err;
	int status = 0;

	if (!command_options(call, &values, &none, &status))
		return status;
	struct serve_mail mail;
	struct program program = {.app = {.database = call->database,
					  .origin = values.origin,
					  .rows_max = (size_t)values.cache * 1024 * 1024 / 2}};
	struct http_config config = {
		.workers = (int)values.workers,
		.cache_max = (size_t)values.cache * 1024 * 1024,
		.request_memory = REQUEST_MEMORY_MAX,
		.start = start_worker,
		.stop = stop_worker,
		.program = &program,
		.handle = app_handle,
		.version = app_version,
		.body_max = app_body_max,
		.gzip = gzip_compress,
	};
	if (!parse_listen(values.listen, &config, &err) ||
		!serve_mail_prepare(call->mem, &values.mail, call->database, values.origin, &mail,
			&config.beside, &err) ||
		!prepare_database(call->database, &err))
		return command_failed(&err);
	program.address = config.address;
	if (!http_serve(&config, tell_ready, &err))
		return command_failed(&err);
	return 0;
}

const struct command cmd_serve = {
	.about = {.name = "serve",
		.operands = "",
		.summary = "serve the portal over HTTP until it is told to stop",
		.options = options},
	.run = run,
};
