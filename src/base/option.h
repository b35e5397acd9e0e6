// SPDX-License-Identifier: EUPL-1.2
// option — command-line options from a table, over getopt_long.
//
// A command's facts stand in one record; help and usage are printed from it and never written
// twice. Options may stand anywhere before "--"; every option has a long name.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/out.h"
#include "base/str.h"

enum option_type {
	OPTION_FLAG,   // struct: bool
	OPTION_TEXT,   // struct: struct str, the last one given wins
	OPTION_INT,    // struct: int64_t, within min and max
	OPTION_CHOICE, // struct: struct str, one of `choices` ("jsonl|text")
};

struct option_row {
	const char *name; // without the dashes; NULL ends the table
	enum option_type type;
	size_t offset;        // of the member that receives it
	const char *argument; // what the help calls it: "FILE", "DATE"
	const char *choices;
	int64_t min, max;
	const char *help;
};

struct option_command {
	const char *program;              // stands before the name in the help; "attache" when NULL
	const char *name;                 // "read"
	const char *operands;             // "FILE..."
	const char *summary;              // one line, without full stop
	const char *details;              // may be NULL
	const struct option_row *options; // may be NULL
	int operand_min, operand_max;     // -1: any number
};

struct option_operands {
	struct str *p;
	size_t n;
	bool is_help; // --help was asked: nothing else was done
};

// Fills the members that were given and leaves the others as they are; false with ERR_USAGE and a
// sentence, and then nothing is filled. When --help is met, `is_help` is set and nothing filled.
bool option_parse(struct arena *mem, const struct option_command *command, int argc, char **argv,
	void *ret_values, struct option_operands *ret_operands, struct err *err) MUST_CHECK;

// Usage, summary, details and one line an option.
void option_help(struct out *o, const struct option_command *command);
