// SPDX-License-Identifier: EUPL-1.2
// stats — the headline figures with their definitions.
#include "work/stats/figures.h"

#include "cmd/list.h"
#include "db/db.h"
#include "format/json_write.h"
#include "store/portfolio.h"

struct values {
	struct str format, lang;
};

static const struct option_row options[] = {
	{.name = "format",
		.type = OPTION_CHOICE,
		.offset = offsetof(struct values, format),
		.choices = "text|json",
		.help = "for people or for programs"},
	{.name = "lang",
		.type = OPTION_CHOICE,
		.offset = offsetof(struct values, lang),
		.choices = "en|fr|ar",
		.help = "language of names and definitions"},
	{0},
};

static void print_json(struct out *o, const struct figures *figures, const struct lang *lang)
{
	struct json json = json_new(o);

	json_begin_array(&json);
	for (size_t i = 0; i < figures->n; i++) {
		const struct figure *f = &figures->p[i];
		SCRATCH(tmp);
		json_begin_object(&json);
		json_key_text(&json, S("id"), f->id);
		json_key_int(&json, S("value"), f->value);
		json_key_text(&json, S("definition"), f->definition);
		json_key_text(&json, S("url"),
			str_format(tmp, "/%" PRIstr "%" PRIstr, STR(lang->code), STR(f->path)));
		json_end_object(&json);
	}
	json_end_array(&json);
	out_char(o, '\n');
}

static void print_text(struct out *o, const struct figures *figures)
{
	for (size_t i = 0; i < figures->n; i++)
		out_format(o, "%6lld  %" PRIstr "\n        %" PRIstr "\n",
			(long long)figures->p[i].value, STR(figures->p[i].name),
			STR(figures->p[i].definition));
}

static int run(struct command_call *call)
{
	struct values values = {.format = S("text"), .lang = S("en")};
	struct option_operands none;
	struct portfolio *portfolio;
	AUTO_DB db = NULL;
	struct err err;
	int status = 0;

	if (!command_options(call, &values, &none, &status))
		return status;
	if (!command_register(call, &db, &err) || !db_snapshot_renew(db, &err) ||
		!portfolio_load(call->mem, db, &portfolio, &err))
		return command_failed(&err);
	const struct lang *lang = lang_find(values.lang);
	struct figures figures = figures_of(call->mem, portfolio, lang);
	if (str_eq(values.format, S("json")))
		print_json(call->out, &figures, lang);
	else
		print_text(call->out, &figures);
	return command_done(call, 0);
}

const struct command cmd_stats = {
	.about = {.name = "stats",
		.operands = "",
		.summary = "print the headline figures with their definitions",
		.options = options},
	.run = run,
};
