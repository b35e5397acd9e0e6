// SPDX-License-Identifier: EUPL-1.2
// option_test — the promises of base/option.h, on the command of a small example.
#include "base/option.h"

#include <stddef.h>

#include "check.h"
#include "tests.h"

struct values {
	struct str format;
	struct str as_of;
	int64_t workers;
	bool explain;
};

static const struct option_row rows[] = {
	{.name = "format",
		.type = OPTION_CHOICE,
		.offset = offsetof(struct values, format),
		.choices = "jsonl|json|text",
		.help = "how to print it"},
	{.name = "as-of",
		.type = OPTION_TEXT,
		.offset = offsetof(struct values, as_of),
		.argument = "DATE",
		.help = "the day that “present” means"},
	{.name = "workers",
		.type = OPTION_INT,
		.offset = offsetof(struct values, workers),
		.argument = "N",
		.min = 1,
		.max = 64,
		.help = "processes that answer"},
	{.name = "explain",
		.type = OPTION_FLAG,
		.offset = offsetof(struct values, explain),
		.help = "say which rule read each fact"},
	{0},
};

static const struct option_command command = {
	.name = "read",
	.operands = "FILE...",
	.summary = "Read narrative pages",
	.options = rows,
	.operand_min = 1,
	.operand_max = 3,
};

struct run {
	struct values values;
	struct option_operands operands;
	bool is_done;
	struct err err;
};

// Runs the command line; the words are divided by blanks.
static struct run run(struct arena *mem, const char *line)
{
	struct run result = {.values = {.format = S("jsonl"), .as_of = STR_EMPTY, .workers = 2}};
	struct str_split split = {.rest = str_c(line), .sep = ' '};
	char **argv = NEW_ARRAY(mem, char *, 16);
	int argc = 0;
	struct str word;

	while (str_next(&split, &word))
		argv[argc++] = str_z(mem, word);
	result.is_done = option_parse(
		mem, &command, argc, argv, &result.values, &result.operands, &result.err);
	return result;
}

static void options_that_are_not_given_keep_their_values(void **state)
{
	struct run r = run(*state, "read page.txt");

	assert_true(r.is_done);
	IS(r.values.format, "jsonl");
	assert_int_equal(r.values.workers, 2);
	assert_false(r.values.explain);
	assert_int_equal(r.operands.n, 1);
	IS(r.operands.p[0], "page.txt");
}

static void options_may_stand_anywhere(void **state)
{
	struct run r = run(
		*state, "read a.txt --format text b.txt --explain --workers=7 --as-of 2016-03");

	assert_true(r.is_done);
	IS(r.values.format, "text");
	IS(r.values.as_of, "2016-03");
	assert_int_equal(r.values.workers, 7);
	assert_true(r.values.explain);
	assert_int_equal(r.operands.n, 2);
	IS(r.operands.p[1], "b.txt");
}

static void two_dashes_end_the_options(void **state)
{
	struct run r = run(*state, "read -- --explain");

	assert_true(r.is_done);
	assert_false(r.values.explain);
	IS(r.operands.p[0], "--explain");
}

static void one_dash_is_an_operand(void **state)
{
	struct run r = run(*state, "read -");

	assert_true(r.is_done);
	IS(r.operands.p[0], "-");
}

static void the_last_of_the_same_option_wins(void **state)
{
	struct run r = run(*state, "read --format text --format json a.txt");

	assert_true(r.is_done);
	IS(r.values.format, "json");
}

static void help_does_nothing_else(void **state)
{
	struct run r = run(*state, "read --explain --help");

	assert_true(r.is_done);
	assert_true(r.operands.is_help);
	assert_false(r.values.explain);
}

static void what_is_wrong_is_said_in_a_sentence(void **state)
{
	static const char *const wrong[][2] = {
		{"read --colour a.txt", "there is no option --colour"},
		{"read -x a.txt", "there is no option -x"},
		{"read a.txt --format", "--format needs its value"},
		{"read a.txt --as-of", "--as-of needs its DATE"},
		{"read --format xml a.txt", "--format takes jsonl, json or text, not “xml”"},
		{"read --workers many a.txt",
			"--workers takes a whole number from 1 to 64, not “many”"},
		{"read --workers 65 a.txt",
			"--workers takes a whole number from 1 to 64, not “65”"},
		{"read --explain=yes a.txt", "--explain=yes: this option takes no value"},
		{"read", "FILE... is missing"},
		{"read a b c d", "read takes at most 3 of FILE..., not 4"},
	};

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct run r = run(*state, wrong[i][0]);
		assert_false(r.is_done);
		assert_int_equal(r.err.kind, ERR_USAGE);
		assert_string_equal(r.err.msg, wrong[i][1]);
	}
}

static void a_wrong_line_sets_nothing(void **state)
{
	struct run r = run(*state, "read --explain --format text --workers 0 a.txt");

	assert_false(r.is_done);
	assert_false(r.values.explain);
	IS(r.values.format, "jsonl");
}

static void help_is_printed_from_the_table(void **state)
{
	struct out o = out_memory(*state, 10000);

	option_help(&o, &command);
	IS(out_str(&o),
		"Usage: attache read [OPTION]... FILE...\n"
		"\n"
		"Read narrative pages.\n"
		"\n"
		"Options:\n"
		"  --format jsonl|json|text  how to print it\n"
		"  --as-of DATE              the day that “present” means\n"
		"  --workers N               processes that answer\n"
		"  --explain                 say which rule read each fact\n"
		"  --help                    show this text\n");
}

static void a_command_without_options_still_has_help(void **state)
{
	static const struct option_command bare = {.name = "doctor",
		.summary = "Say what is wrong",
		.details = "It changes nothing.",
		.operand_max = 0};
	char *argv[] = {(char[]){"doctor"}, (char[]){"--help"}, NULL};
	struct option_operands operands;
	struct out o = out_memory(*state, 10000);
	struct err err;

	assert_true(option_parse(*state, &bare, 2, argv, NULL, &operands, &err));
	assert_true(operands.is_help);
	argv[1] = (char[]){"now"};
	assert_false(option_parse(*state, &bare, 2, argv, NULL, &operands, &err));
	assert_string_equal(err.msg, "doctor takes options only");
	option_help(&o, &bare);
	HAS(out_str(&o),
		"Usage: attache doctor [OPTION]...\n\nSay what is wrong.\n\nIt changes nothing.\n");
}

int option_tests(void)
{
	const struct CMUnitTest option[] = {
		TEST(options_that_are_not_given_keep_their_values),
		TEST(options_may_stand_anywhere),
		TEST(two_dashes_end_the_options),
		TEST(one_dash_is_an_operand),
		TEST(the_last_of_the_same_option_wins),
		TEST(help_does_nothing_else),
		TEST(what_is_wrong_is_said_in_a_sentence),
		TEST(a_wrong_line_sets_nothing),
		TEST(help_is_printed_from_the_table),
		TEST(a_command_without_options_still_has_help),
	};

	return cmocka_run_group_tests(option, NULL, NULL);
}
