// SPDX-License-Identifier: EUPL-1.2
// doctor — says what is wrong in the database and how to mend it; 0 when all is well.
#include "store/doctor.h"

#include "base/clock.h"
#include "cmd/list.h"
#include "db/db.h"
#include "format/digest.h"
#include "format/json_write.h"
#include "store/kept_file.h"

// What an upload that is under way has written has no row yet.
enum { UPLOAD_SECONDS = 60 * 60 };

struct values {
	struct str format;
};

static const struct option_row options[] = {
	{.name = "format",
		.type = OPTION_CHOICE,
		.offset = offsetof(struct values, format),
		.choices = "text|json",
		.help = "for people or for programs"},
	{0},
};

static void print_text(
	struct out *o, const struct findings *findings, const struct doctor_counts *counts)
{
	for (size_t i = 0; i < findings->n; i++)
		out_format(o, "%" PRIstr ": %" PRIstr "\n", STR(findings->p[i].rule),
			STR(findings->p[i].message));
	out_format(o, "%lld pages, %lld actions, %lld activities, %lld outputs, %lld claims: %s\n",
		(long long)counts->sources, (long long)counts->actions,
		(long long)counts->activities, (long long)counts->outputs,
		(long long)counts->claims, findings->n ? "not well" : "all is well");
}

static void print_json(struct out *o, const struct findings *findings)
{
	struct json json = json_new(o);

	json_begin_object(&json);
	json_key(&json, S("findings"));
	json_begin_array(&json);
	for (size_t i = 0; i < findings->n; i++) {
		json_begin_object(&json);
		json_key_text(&json, S("rule"), findings->p[i].rule);
		json_key_text(&json, S("message"), findings->p[i].message);
		json_end_object(&json);
	}
	json_end_array(&json);
	json_end_object(&json);
	out_char(o, '\n');
}

static int run(struct command_call *call)
{
	struct values values = {.format = S("text")};
	struct option_operands none;
	struct findings findings = {0};
	struct doctor_counts counts;
	AUTO_DB db = NULL;
	struct err err;
	int status = 0;

	if (!command_options(call, &values, &none, &status))
		return status;
	if (!command_register(call, &db, &err) ||
		!doctor_examine(call->mem, db, digest_of, &findings, &counts, &err) ||
		!kept_file_examine(call->mem, db, kept_file_folder(call->mem, call->database),
			clock_now() - UPLOAD_SECONDS, &findings, &err))
		return command_failed(&err);
	if (str_eq(values.format, S("json")))
		print_json(call->out, &findings);
	else
		print_text(call->out, &findings, &counts);
	return command_done(call, findings.n ? 1 : 0);
}

const struct command cmd_doctor = {
	.about = {.name = "doctor",
		.operands = "",
		.summary = "look for what is wrong in the database and say how to mend it",
		.options = options},
	.run = run,
};
