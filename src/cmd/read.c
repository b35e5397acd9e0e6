// SPDX-License-Identifier: EUPL-1.2
// read — prints what was found in narrative pages; touches no database.
#include "work/read/read.h"

#include <stdio.h>

#include "base/file.h"
#include "base/utf8.h"
#include "cmd/list.h"
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
	const struct str *bytes; // of the file, to show the words behind a fact
};

static void print_span(
	struct printer *p, const char *name, struct str value, const struct span *span)
{
	if (span->length == 0)
		return;
	struct str words = str_sub(*p->bytes, span->offset, span->offset + span->length);
	bool is_long = words.n > 160;
	out_format(p->out, "    %-18s %" PRIstr " [%" PRIstr ", %" PRIstr "] bytes %zu+%zu: ", name,
		STR(str_sub(value, 0, 60)), STR(certainty_name(span->certainty)), STR(span->rule),
		span->offset, span->length);
	struct str shown = is_long ? utf8_cut(words, 160) : words;
	for (size_t i = 0; i < shown.n; i++)
		out_char(p->out, char_is_space(shown.p[i]) ? ' ' : shown.p[i]);
	out_write(p->out, is_long ? S(" ...\n") : S("\n"));
}

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

static void print_explained(struct printer *p, const struct entry *e)
{
	out_write(p->out, S("  why:\n"));
	print_span(p, "place", e->place.text, &e->place.span);
	print_span(p, "phase", STR_EMPTY, &e->phase_span);
	print_span(p, "title", e->title.text, &e->title.span);
	print_span(p, "objective", STR_EMPTY, &e->objective.span);
	print_span(p, "summary", STR_EMPTY, &e->summary.span);
	print_span(p, "duration", STR_EMPTY, &e->start_span);
	print_span(p, "requester", e->requester.text, &e->requester.span);
	for (size_t i = 0; i < e->themes.n; i++)
		print_span(p, "theme", e->themes.p[i].text, &e->themes.p[i].span);
	for (size_t i = 0; i < e->activities.n; i++) {
		print_span(p, "activity", e->activities.p[i].type, &e->activities.p[i].span);
		print_span(p, "  its date", STR_EMPTY, &e->activities.p[i].date_span);
		print_span(
			p, "  its place", e->activities.p[i].iso2, &e->activities.p[i].place_span);
	}
	for (size_t i = 0; i < e->outputs.n; i++)
		print_span(p, "output", e->outputs.p[i].type, &e->outputs.p[i].span);
	for (size_t i = 0; i < e->experts.n; i++)
		print_span(p, "expert", e->experts.p[i].iso2, &e->experts.p[i].span);
	for (size_t i = 0; i < e->partners.n; i++)
		print_span(p, "partner", STR_EMPTY, &e->partners.p[i].span);
	for (size_t i = 0; i < e->countries_involved.n; i++)
		print_span(p, "country", e->countries_involved.p[i].text,
			&e->countries_involved.p[i].span);
}

static void print_text(struct printer *p, const struct entry *e)
{
	out_format(p->out, "%" PRIstr "\n",
		STR(e->heading.text.n ? e->heading.text : S("(no heading)")));
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
		print_explained(p, e);
	out_char(p->out, '\n');
}

static void json_explained(
	struct json *json, struct str key, const struct span *span, const struct str *bytes)
{
	if (span->length == 0)
		return;
	json_begin_object(json);
	json_key_text(json, S("fact"), key);
	json_key_text_or_null(json, S("rule"), span->rule);
	json_key_text(json, S("words"),
		utf8_cut(str_sub(*bytes, span->offset, span->offset + span->length), 400));
	json_end_object(json);
}

static void json_explain(struct printer *p, struct json *json, const struct entry *e)
{
	json_key(json, S("explain"));
	json_begin_array(json);
	json_explained(json, S("place"), &e->place.span, p->bytes);
	json_explained(json, S("phase"), &e->phase_span, p->bytes);
	json_explained(json, S("title"), &e->title.span, p->bytes);
	json_explained(json, S("start"), &e->start_span, p->bytes);
	json_explained(json, S("end"), &e->end_span, p->bytes);
	json_explained(json, S("requester"), &e->requester.span, p->bytes);
	for (size_t i = 0; i < e->activities.n; i++)
		json_explained(json, S("activity"), &e->activities.p[i].span, p->bytes);
	for (size_t i = 0; i < e->outputs.n; i++)
		json_explained(json, S("output"), &e->outputs.p[i].span, p->bytes);
	for (size_t i = 0; i < e->experts.n; i++)
		json_explained(json, S("expert"), &e->experts.p[i].span, p->bytes);
	json_end_array(json);
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
		json_explain(p, &json, entry);
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
	struct printer printer = {
		.out = call->out, .file = path, .options = options, .bytes = &map.bytes};
	struct read_options own = *read_options;
	own.file = path;
	struct read_sink sink = {print_entry, &printer};
	struct page_end end;
	if (!read_page(mem, map.bytes, &own, &sink, &end, &err)) {
		end = (struct page_end){.funder.text = STR_EMPTY,
			.region = STR_EMPTY,
			.as_of = own.as_of,
			.unread_share = 1.0};
		print_end(&printer, &end);
		return command_failed(&err);
	}
	print_end(&printer, &end);
	if (end.entry_n > 0)
		return 0;
	err_set(&err, ERR_INPUT,
		"no entry was found: an entry is a heading (PLACE: TITLE) before a labelled "
		"objective, summary or duration");
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
		.help = "for each fact, the rule that found it and the words it was read from"},
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
