// SPDX-License-Identifier: EUPL-1.2
// search — finds actions by words, in any language and spelling; 1 when nothing was found.
#include "store/search.h"

#include "base/buf.h"
#include "cmd/list.h"
#include "db/db.h"
#include "format/json_write.h"
#include "model/action.h"
#include "store/portfolio.h"

enum { MOST_MAX = 10000 };

struct values {
	struct str format;
	int64_t most;
};

static const struct option_row options[] = {
	{.name = "format",
		.type = OPTION_CHOICE,
		.offset = offsetof(struct values, format),
		.choices = "text|json",
		.help = "for people or for programs"},
	{.name = "most",
		.type = OPTION_INT,
		.offset = offsetof(struct values, most),
		.argument = "N",
		.min = 1,
		.max = MOST_MAX,
		.help = "at most this many, the best first (100)"},
	{0},
};

static void print_text(struct out *o, struct arena *mem, const struct portfolio_action *a)
{
	struct str label = action_label_of(mem, a->place, a->phase);

	out_format(o, "%" PRIstr ": %" PRIstr "\n  /en/actions/%" PRIstr "\n", STR(label),
		STR(a->title), STR(a->slug));
}

static void print_json(struct json *json, struct arena *mem, const struct portfolio_action *a)
{
	json_begin_object(json);
	json_key_int(json, S("id"), a->id);
	json_key_text(json, S("slug"), a->slug);
	json_key_text(json, S("place"), a->place);
	json_key_int_or_null(json, S("phase"), a->phase);
	json_key_text_or_null(json, S("title"), a->title);
	json_key_text(json, S("url"), str_format(mem, "/en/actions/%" PRIstr, STR(a->slug)));
	json_end_object(json);
}

static struct str join_words(struct arena *mem, const struct option_operands *words)
{
	struct buf b = buf_new(mem, 64 * 1024);

	for (size_t i = 0; i < words->n; i++) {
		buf_add(&b, words->p[i]);
		buf_add_char(&b, ' ');
	}
	return buf_str(&b);
}

static void print_listing(struct command_call *call, const struct portfolio *portfolio,
	const struct action_ids *ids, size_t shown_n)
{
	struct json json = json_new(call->out);

	json_begin_object(&json);
	json_key_int(&json, S("total"), (int64_t)ids->n);
	json_key_int(&json, S("page"), 1);
	json_key_int(&json, S("pages"),
		ids->n > shown_n ? (int64_t)((ids->n + shown_n - 1) / shown_n) : 1);
	json_key(&json, S("items"));
	json_begin_array(&json);
	for (size_t i = 0; i < shown_n; i++) {
		const struct portfolio_action *a = portfolio_find(portfolio, ids->p[i]);
		if (a)
			print_json(&json, call->mem, a);
	}
	json_end_array(&json);
	json_end_object(&json);
	out_char(call->out, '\n');
}

static void print_lines(struct command_call *call, const struct portfolio *portfolio,
	const struct action_ids *ids, size_t shown_n)
{
	for (size_t i = 0; i < shown_n; i++) {
		const struct portfolio_action *a = portfolio_find(portfolio, ids->p[i]);
		if (a)
			print_text(call->out, call->mem, a);
	}
}

static int run(struct command_call *call)
{
	struct values values = {.format = S("text"), .most = 100};
	struct option_operands words;
	struct portfolio *portfolio;
	struct action_ids ids;
	AUTO_DB db = NULL;
	struct err err;
	int status = 0;

	if (!command_options(call, &values, &words, &status))
		return status;
	if (!command_register(call, &db, &err) || !db_snapshot_renew(db, &err) ||
		!portfolio_load(call->mem, db, &portfolio, &err) ||
		!search_actions(call->mem, db, join_words(call->mem, &words), MOST_MAX, &ids, &err))
		return command_failed(&err);
	size_t shown_n = ids.n < (size_t)values.most ? ids.n : (size_t)values.most;
	if (str_eq(values.format, S("json")))
		print_listing(call, portfolio, &ids, shown_n);
	else
		print_lines(call, portfolio, &ids, shown_n);
	return command_done(call, ids.n ? 0 : 1);
}

const struct command cmd_search = {
	.about = {.name = "search",
		.operands = "WORDS...",
		.summary = "find actions by words, in any language and spelling",
		.details = "All words must be there; each also finds the words that begin with it. "
			   "Exit status 1 when nothing was found.",
		.options = options,
		.operand_min = 1,
		.operand_max = -1},
	.run = run,
};
