// SPDX-License-Identifier: EUPL-1.2
// export — the published portfolio as data, to standard output or to a file, whole or not at all.
#include "work/export/export.h"

#include "base/file.h"
#include "cmd/list.h"
#include "db/db.h"

struct values {
	struct str format, lang, out;
};

static const struct option_row options[] = {
	{.name = "format",
		.type = OPTION_CHOICE,
		.offset = offsetof(struct values, format),
		.choices = "json|jsonl|csv",
		.help = "what is written (jsonl)"},
	{.name = "lang",
		.type = OPTION_CHOICE,
		.offset = offsetof(struct values, lang),
		.choices = "en|fr|ar",
		.help = "language of the addresses in it (en)"},
	{.name = "out",
		.type = OPTION_TEXT,
		.offset = offsetof(struct values, out),
		.argument = "FILE",
		.help = "write to a file, which appears when it is complete"},
	{0},
};

static enum export_format format_of(struct str name)
{
	if (str_eq(name, S("csv")))
		return EXPORT_CSV;
	return str_eq(name, S("json")) ? EXPORT_JSON : EXPORT_JSONL;
}

static bool export_to_file(
	struct command_call *call, struct db *db, const struct values *values, struct err *err)
{
	AUTO_FILE_NEW file = {0};

	return file_create(call->mem, values->out, &file, err) &&
		export_portfolio(
			db, format_of(values->format), lang_find(values->lang), &file.out, err) &&
		file_commit(call->mem, &file, err);
}

static int run(struct command_call *call)
{
	struct values values = {.format = S("jsonl"), .lang = S("en")};
	struct option_operands none;
	AUTO_DB db = NULL;
	struct err err;
	int status = 0;

	if (!command_options(call, &values, &none, &status))
		return status;
	if (!command_register(call, &db, &err) || !db_snapshot_renew(db, &err))
		return command_failed(&err);
	bool done = values.out.n ? export_to_file(call, db, &values, &err)
				 : export_portfolio(db, format_of(values.format),
					   lang_find(values.lang), call->out, &err);
	return done ? command_done(call, 0) : command_failed(&err);
}

const struct command cmd_export = {
	.about = {.name = "export",
		.operands = "",
		.summary = "write the published portfolio as data",
		.options = options},
	.run = run,
};
