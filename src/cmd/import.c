// SPDX-License-Identifier: EUPL-1.2
// import — pages into the database: `attache import page.txt`.
#include <stdio.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "cmd/list.h"
#include "store/upgrade.h"
#include "format/json_write.h"
#include "work/import/import.h"
#include "work/read/read.h"

struct values {
	bool accept, quiet;
	struct str format, as_of;
};

static const struct option_row options[] = {
	{.name = "accept",
		.type = OPTION_FLAG,
		.offset = offsetof(struct values, accept),
		.help = "the facts are the record at once, without review"},
	{.name = "as-of",
		.type = OPTION_TEXT,
		.offset = offsetof(struct values, as_of),
		.argument = "DATE",
		.help = "what \"present\" means on these pages: YYYY, YYYY-MM or YYYY-MM-DD"},
	{.name = "format",
		.type = OPTION_CHOICE,
		.offset = offsetof(struct values, format),
		.choices = "text|json",
		.help = "the report on standard output: for people or for programs"},
	{.name = "quiet",
		.type = OPTION_FLAG,
		.offset = offsetof(struct values, quiet),
		.help = "no progress and no warnings on standard error"},
	{0},
};

struct job {
	struct command_call *call;
	const struct values *values;
	struct db *db;
	struct import_options options;
	struct import_report report;
	size_t file_n;
};

static void tell_findings(const struct job *job, struct str file, const struct findings *findings)
{
	if (job->values->quiet)
		return;
	for (size_t i = 0; i < findings->n; i++)
		fprintf(stderr, "%" PRIstr ": byte %zu: %" PRIstr " (%" PRIstr ").\n", STR(file),
			findings->p[i].offset, STR(findings->p[i].message),
			STR(findings->p[i].rule));
}

// The database is made when the first page could be opened, so a slip in a name leaves none behind.
static bool open_database(struct job *job, struct err *err)
{
	int64_t steps;

	if (!db_open(job->call->database, DB_CREATE, &job->db, err))
		return false;
	if (upgrade_run(job->db, job->options.now, &steps, err))
		return true;
	db_close(job->db);
	job->db = NULL;
	return false;
}

static int import_one(struct job *job, struct str file)
{
	struct arena *mem CLEANUP(arena_free_at) = arena_new(2000 * 1000 * 1000);
	struct findings findings = {0};
	AUTO_FILE_MAP map = {0};
	struct err err;

	if (!job->values->quiet && job->file_n > 1 && isatty(STDERR_FILENO))
		fprintf(stderr, "importing %" PRIstr " ...\n", STR(file));
	if (!file_map(mem, file, IMPORT_PAGE_MAX, &map, &err)) {
		job->report.files++;
		return command_failed(&err);
	}
	if (!job->db && !open_database(job, &err)) {
		job->report.files++;
		return command_failed(&err);
	}
	struct import_file given = {file, map.bytes};
	if (!import_page(mem, job->db, &given, &job->options, &job->report, &findings, &err)) {
		if (!err.where[0])
			snprintf(err.where, sizeof err.where, "%" PRIstr, STR(file));
		return command_failed(&err);
	}
	tell_findings(job, file, &findings);
	return 0;
}

static void print_report(struct out *o, const struct import_report *r, bool as_json)
{
	const struct {
		struct str name;
		int64_t value;
	} rows[] = {{S("files"), r->files}, {S("entries"), r->entries}, {S("created"), r->created},
		{S("updated"), r->updated}, {S("unchanged"), r->unchanged},
		{S("refused"), r->refused}, {S("warnings"), r->warnings}};
	struct json json = json_new(o);

	if (as_json)
		json_begin_object(&json);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (as_json) {
			json_key_int(&json, rows[i].name, rows[i].value);
		} else {
			out_format(o, "%-10" PRIstr "%6lld\n", STR(rows[i].name),
				(long long)rows[i].value);
		}
	}
	if (as_json) {
		json_end_object(&json);
		out_char(o, '\n');
	}
}

static int run(struct command_call *call)
{
	struct values values = {.format = S("text")};
	struct option_operands files;
	struct job job = {.call = call, .values = &values};
	struct err err;
	int status = 0;

	if (!command_options(call, &values, &files, &status))
		return status;
	if (!date_parse(values.as_of, &job.options.as_of)) {
		err_set(&err, ERR_USAGE,
			"--as-of wants a date as YYYY, YYYY-MM or YYYY-MM-DD, not \"%" PRIstr "\"",
			STR(values.as_of));
		return command_failed(&err);
	}
	job.file_n = files.n;
	job.options.accept = values.accept;
	job.options.now = clock_now();
	job.options.lexicon = read_lexicon_new(call->mem);
	for (size_t i = 0; i < files.n; i++) {
		int one = import_one(&job, files.p[i]);
		if (one > status)
			status = one;
	}
	if (!status && job.report.refused)
		status = 1;
	db_close(job.db);
	print_report(call->out, &job.report, str_eq(values.format, S("json")));
	return command_done(call, status);
}

const struct command cmd_import = {
	.about = {.name = "import",
		.operands = "FILE...",
		.summary = "read pages into the database",
		.details =
			"A page is taken whole or not at all; the same page again changes nothing. "
			"\"-\" is standard input. A missing database is made.",
		.options = options,
		.operand_min = 1,
		.operand_max = -1},
	.run = run,
};
