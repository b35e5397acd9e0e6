// SPDX-License-Identifier: EUPL-1.2
// read — prints what was found in narrative pages; touches no database.
#include "work/read/read.h"

#include <stdio.h>

#include "base/file.h"
#include "cmd/list.h"
#include "cmd/read_why.h"
#include "work/entry_json.h"

enum { STDIN_MAX = 512 * 1024 * 1024 };

struct options {
	struct str format; // jsonl or text
	bool explain;
	struct str as_of;
};

// Where entries go while a file is read.
struct printer {
	struct out *out;
	struct str file;
	const struct options *options;
	struct why why;
};

static void print_date_range(struct printer *p, struct period period)
{
	SCRATCH(mem);
	out_write(p->out, date_iso(mem, period.start));
	if (date_is_known(period.end))
		out_format(p->out, " to %" PRIstr, STR(date_iso(mem, period.end)));
	if (period.open)
		out_write(p->out, S(" and going on"));
}

static void print_list(struct printer *p, const char *name, const struct entry_texts *list)
{
	if (list->n == 0)
		return;
	out_format(p->out, "  %s: ", name);
	for (size_t i = 0; i < list->n; i++)
		out_format(p->out, "%s%" PRIstr, i ? ", " : "", STR(list->p[i].text));
	out_char(p->out, '\n');
}

static void print_parts(struct printer *p, const struct entry *e)
{
	for (size_t i = 0; i < e->activities.n; i++) {
		const struct entry_activity *a = &e->activities.p[i];
		out_format(p->out, "  %s %" PRIstr ": %" PRIstr, a->is_planned ? "plans" : "held ",
			STR(a->type), STR(a->quote));
		if (date_is_known(a->period.start)) {
			out_write(p->out, S(" ("));
			print_date_range(p, a->period);
			out_char(p->out, ')');
		}
		if (a->place.n)
			out_format(p->out, " in %" PRIstr, STR(a->place));
		if (a->count > 1)
			out_format(p->out, ", %lld of them", (long long)a->count);
		out_char(p->out, '\n');
	}
	for (size_t i = 0; i < e->outputs.n; i++)
		out_format(p->out, "  output %" PRIstr ": %" PRIstr " (%" PRIstr ")\n",
			STR(e->outputs.p[i].type), STR(e->outputs.p[i].name),
			STR(e->outputs.p[i].status));
	for (size_t i = 0; i < e->experts.n; i++)
		out_format(p->out, "  experts %" PRIstr " (%" PRIstr ")\n",
			STR(e->experts.p[i].iso2.n ? e->experts.p[i].iso2 : S("--")),
			STR(e->experts.p[i].kind));
}

static void print_text(struct printer *p, const struct entry *e)
{
	struct str head = e->heading.text.n ? e->heading.text : e->place.text;
	out_format(p->out, "%" PRIstr "%s\n", STR(head),
		e->heading.text.n ? ""
			: head.n  ? " (no heading)"
				  : "(no heading)");
	if (date_is_known(e->period.start)) {
		out_write(p->out, S("  "));
		print_date_range(p, e->period);
		out_char(p->out, '\n');
	}
	if (e->requester.text.n)
		out_format(p->out, "  asked for by: %" PRIstr "\n", STR(e->requester.text));
	print_list(p, "themes", &e->themes);
	print_list(p, "partners", &e->partners);
	print_list(p, "other countries", &e->countries_involved);
	print_parts(p, e);
	for (size_t i = 0; i < e->warnings.n; i++)
		out_format(p->out, "  look: %" PRIstr " (%" PRIstr ")\n",
			STR(e->warnings.p[i].message), STR(e->warnings.p[i].rule));
	if (p->options->explain)
		why_text(p->out, &p->why, e);
	out_char(p->out, '\n');
}

static bool print_entry(void *context, const struct entry *entry)
{
	struct printer *p = context;
	if (!str_eq(p->options->format, S("jsonl"))) {
		print_text(p, entry);
		return true;
	}
	struct json json = json_new(p->out);
	json_begin_object(&json);
	entry_json_members(&json, p->file, entry);
	if (p->options->explain)
		why_json(&json, &p->why, entry);
	json_end_object(&json);
	out_char(p->out, '\n');
	return true;
}

static void print_end(struct printer *p, const struct page_end *end)
{
	if (str_eq(p->options->format, S("jsonl"))) {
		struct json json = json_new(p->out);
		entry_json_page_end(&json, p->file, end);
		out_char(p->out, '\n');
		return;
	}
	out_format(p->out, "%" PRIstr ": %zu entries, %zu downloads", STR(p->file), end->entry_n,
		end->downloads.n);
	if (end->funder.text.n)
		out_format(p->out, ", funded by %" PRIstr, STR(end->funder.text));
	out_format(p->out, ", %.0f%% of the text in no entry\n", end->unread_share * 100);
	for (size_t i = 0; i < end->warnings.n; i++)
		out_format(p->out, "  look: %" PRIstr " (%" PRIstr ")\n",
			STR(end->warnings.p[i].message), STR(end->warnings.p[i].rule));
}

static void file_is_passed(void *context, size_t offset)
{
	file_passed(context, offset);
}

// Reads one file; answers the exit status for it.
static int read_file(struct command_call *call, struct str path, const struct options *options,
	const struct read_options *read_options)
{
	struct arena *mem CLEANUP(arena_free_at) = arena_new((size_t)STDIN_MAX * 2);
	struct err err = {0};
	AUTO_FILE_MAP map = {0};
	if (!file_map(mem, path, STDIN_MAX, &map, &err))
		return command_failed(&err);
	struct printer printer = {.out = call->out, .file = path, .options = options};
	printer.why.lexicon = read_options->lexicon;
	struct read_options own = *read_options;
	own.file = path;
	own.passed = file_is_passed;
	own.passed_context = &map;
	struct read_sink sink = {print_entry, &printer};
	struct page_end end;
	if (!line_source_open(map.bytes, &printer.why.source, &err) ||
		!read_page(mem, map.bytes, &own, &sink, &end, &err)) {
		end = (struct page_end){.funder.text = STR_EMPTY,
			.region = STR_EMPTY,
			.as_of = own.as_of,
			.unread_share = 1.0};
		print_end(&printer, &end);
		if (err.where[0] == 0)
			snprintf(err.where, sizeof err.where, "%" PRIstr, STR(path));
		return command_failed(&err);
	}
	print_end(&printer, &end);
	if (end.entry_n > 0)
		return 0;
	err_set(&err, ERR_INPUT,
		"no entry was found: an entry is a heading (PLACE: TITLE) or the page's name with at "
		"least one labelled line under it (write \"Summary:\" or \"Duration:\" before its "
		"text), or an item of a list that begins with a place");
	snprintf(err.where, sizeof err.where, "%" PRIstr, STR(path));
	return command_failed(&err);
}

static int run(struct command_call *call)
{
	struct options options = {.format = S("jsonl"), .as_of = STR_EMPTY};
	struct option_operands files;
	int status = 0;
	if (!command_options(call, &options, &files, &status))
		return status;
	struct read_options read_options = {.file = STR_EMPTY};
	if (!date_parse(options.as_of, &read_options.as_of)) {
		struct err err;
		err_set(&err, ERR_USAGE,
			"--as-of wants a date as YYYY, YYYY-MM or YYYY-MM-DD, not "
			"\"%" PRIstr "\"",
			STR(options.as_of));
		return command_failed(&err);
	}
	read_options.lexicon = read_lexicon_new(call->mem);
	for (size_t i = 0; i < files.n; i++) {
		int one = read_file(call, files.p[i], &options, &read_options);
		status = one > status ? one : status;
	}
	return command_done(call, status);
}

static const struct option_row option_rows[] = {
	{.name = "format",
		.type = OPTION_CHOICE,
		.offset = offsetof(struct options, format),
		.argument = "jsonl|text",
		.choices = "jsonl|text",
		.help = "one JSON object a line (default), or a summary for people"},
	{.name = "explain",
		.type = OPTION_FLAG,
		.offset = offsetof(struct options, explain),
		.help = "for each fact, the rule that found it, why, and what each of its words means"},
	{.name = "as-of",
		.type = OPTION_TEXT,
		.offset = offsetof(struct options, as_of),
		.argument = "DATE",
		.help = "the day that \"present\" means (default: inferred from the page)"},
	{0},
};

const struct command cmd_read = {
	.about = {.name = "read",
		.operands = "FILE...",
		.summary = "print what is found in narrative pages",
		.details = "Reads text or HTML; - is standard input. Prints one object for each "
			   "entry and one that closes the file. Touches no database.",
		.options = option_rows,
		.operand_min = 1,
		.operand_max = -1},
	.run = run,
};
