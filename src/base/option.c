// SPDX-License-Identifier: EUPL-1.2
// option — getopt_long finds the options; the table says what they mean, and checks them.
//
// What was given is collected first and stored only when all of it is right.
#include "base/option.h"

#include <getopt.h>
#include <string.h>

#include "base/buf.h"

enum { HELP = 1000, FIRST_ROW = 1001, HELP_COLUMN = 28 };

struct given {
	const struct option_row *row;
	struct str text;
	int64_t number;
};

struct parse {
	struct arena *mem;
	const struct option_command *command;
	struct err *err;
	struct given *given;
	size_t given_n;
};

static size_t row_count(const struct option_command *command)
{
	size_t n = 0;

	while (command->options && command->options[n].name)
		n++;
	return n;
}

static struct option *long_options(struct arena *mem, const struct option_command *command)
{
	size_t n = row_count(command);
	struct option *list = NEW_ARRAY(mem, struct option, n + 2);

	for (size_t i = 0; i < n; i++) {
		const struct option_row *row = &command->options[i];
		list[i].name = row->name;
		list[i].has_arg = row->type == OPTION_FLAG ? no_argument : required_argument;
		list[i].val = FIRST_ROW + (int)i;
	}
	list[n] = (struct option){.name = "help", .val = HELP};
	return list;
}

static bool check_int(struct parse *parse, struct given *given)
{
	const struct option_row *row = given->row;
	bool is_limited = row->min != row->max;
	bool is_number = str_int(given->text, &given->number);

	if (is_number && (!is_limited || (given->number >= row->min && given->number <= row->max)))
		return true;
	if (!is_limited)
		return err_set(parse->err, ERR_USAGE,
			"--%s takes a whole number, not “%" PRIstr "”", row->name,
			STR(given->text));
	return err_set(parse->err, ERR_USAGE,
		"--%s takes a whole number from %lld to %lld, not “%" PRIstr "”", row->name,
		(long long)row->min, (long long)row->max, STR(given->text));
}

static bool check_choice(struct parse *parse, const struct given *given)
{
	struct str_split split = {.rest = str_c(given->row->choices), .sep = '|'};
	struct buf words = buf_new(parse->mem, sizeof parse->err->msg);
	struct str choice;

	while (str_next(&split, &choice)) {
		if (str_eq(choice, given->text))
			return true;
		if (words.n)
			buf_add(&words, split.done ? S(" or ") : S(", "));
		buf_add(&words, choice);
	}
	return err_set(parse->err, ERR_USAGE, "--%s takes %" PRIstr ", not “%" PRIstr "”",
		given->row->name, STR(buf_str(&words)), STR(given->text));
}

static bool take_option(struct parse *parse, int found)
{
	struct given *given = &parse->given[parse->given_n];

	given->row = &parse->command->options[found - FIRST_ROW];
	given->text = str_c(optarg);
	if (given->row->type == OPTION_INT && !check_int(parse, given))
		return false;
	if (given->row->type == OPTION_CHOICE && !check_choice(parse, given))
		return false;
	parse->given_n++;
	return true;
}

// Says what getopt_long disliked: `found` is its answer, `word` the argument it stopped at.
static bool refuse(const struct parse *parse, int found, const char *word)
{
	if (found == ':' && optopt >= FIRST_ROW) {
		const struct option_row *row = &parse->command->options[optopt - FIRST_ROW];
		return err_set(parse->err, ERR_USAGE, "--%s needs its %s", row->name,
			row->argument ? row->argument : "value");
	}
	if (optopt >= HELP)
		return err_set(parse->err, ERR_USAGE, "%s: this option takes no value", word);
	if (optopt)
		return err_set(parse->err, ERR_USAGE, "there is no option -%c", optopt);
	return err_set(parse->err, ERR_USAGE, "there is no option %s", word);
}

static void store(const struct given *given, void *ret_values)
{
	char *member = (char *)ret_values + given->row->offset;
	bool is_set = true;

	switch (given->row->type) {
	case OPTION_FLAG:
		memcpy(member, &is_set, sizeof is_set);
		return;
	case OPTION_TEXT:
	case OPTION_CHOICE:
		memcpy(member, &given->text, sizeof given->text);
		return;
	case OPTION_INT:
		memcpy(member, &given->number, sizeof given->number);
		return;
	}
}

static bool check_operands(const struct parse *parse, size_t n)
{
	const struct option_command *command = parse->command;

	if (command->operand_min > 0 && n < (size_t)command->operand_min)
		return err_set(parse->err, ERR_USAGE, "%s is missing", command->operands);
	if (command->operand_max == 0 && n)
		return err_set(parse->err, ERR_USAGE, "%s takes options only", command->name);
	if (command->operand_max > 0 && n > (size_t)command->operand_max)
		return err_set(parse->err, ERR_USAGE, "%s takes at most %d of %s, not %zu",
			command->name, command->operand_max, command->operands, n);
	return true;
}

static struct option_operands operands_from(struct arena *mem, int from, int argc, char **argv)
{
	struct option_operands list = {.n = (size_t)(argc - from)};

	list.p = NEW_ARRAY(mem, struct str, list.n);
	for (size_t i = 0; i < list.n; i++)
		list.p[i] = str_c(argv[(size_t)from + i]);
	return list;
}

bool option_parse(struct arena *mem, const struct option_command *command, int argc, char **argv,
	void *ret_values, struct option_operands *ret_operands, struct err *err)
{
	struct parse parse = {.mem = mem, .command = command, .err = err};
	struct option *list = long_options(mem, command);
	int found;

	parse.given = NEW_ARRAY(mem, struct given, (size_t)argc + 1);
	optind = 0; // begins anew, as GNU getopt has it
	opterr = 0;
	while ((found = getopt_long(argc, argv, ":", list, NULL)) != -1) {
		if (found == HELP) {
			*ret_operands = (struct option_operands){.is_help = true};
			return true;
		}
		if (found == ':' || found == '?')
			return refuse(&parse, found, argv[optind - 1]);
		if (!take_option(&parse, found))
			return false;
	}
	if (!check_operands(&parse, (size_t)(argc - optind)))
		return false;
	for (size_t i = 0; i < parse.given_n; i++)
		store(&parse.given[i], ret_values);
	*ret_operands = operands_from(mem, optind, argc, argv);
	return true;
}

static void help_row(struct out *o, const struct option_row *row)
{
	size_t from = o->total;

	out_format(o, "  --%s", row->name);
	if (row->type == OPTION_CHOICE)
		out_format(o, " %s", row->choices);
	else if (row->type != OPTION_FLAG)
		out_format(o, " %s", row->argument ? row->argument : "VALUE");
	do {
		out_char(o, ' ');
	} while (o->total - from < HELP_COLUMN);
	out_format(o, "%s\n", row->help);
}

void option_help(struct out *o, const struct option_command *command)
{
	static const struct option_row help = {.name = "help", .help = "show this text"};

	const char *program = command->program ? command->program : "attache";
	out_format(o, "Usage: %s%s%s [OPTION]...", program, *program ? " " : "", command->name);
	if (command->operands && *command->operands)
		out_format(o, " %s", command->operands);
	out_format(o, "\n\n%s.\n", command->summary);
	if (command->details)
		out_format(o, "\n%s\n", command->details);
	out_write(o, S("\nOptions:\n"));
	for (size_t i = 0; i < row_count(command); i++)
		help_row(o, &command->options[i]);
	help_row(o, &help);
}
