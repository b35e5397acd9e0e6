// SPDX-License-Identifier: EUPL-1.2
// tool — what the build-time compilers share: reading and writing files, C literals, complaints.
//
// A tool reads everything, makes its outputs in memory and writes them at the end, so a tool that
// fails leaves no half-made file. What it refuses it says as FILE:LINE: sentence, the form that
// editors and the build understand, and its exit status is 1 (2 for a wrong command line).
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "base/option.h"
#include "base/out.h"
#include "base/str.h"

enum { TOOL_FILE_MAX = 64 * 1024 * 1024 };

// What a tool does with its operands, its options being set in `values`.
typedef bool tool_work(struct arena *mem, const struct option_operands *operands,
	const void *values, struct err *err);

// The whole of main: reads the options (-o is --out), answers --help, does the work, complains.
int tool_main(
	const struct option_command *command, int argc, char **argv, void *values, tool_work *work);

// Records an error of the input at this place; answers false.
bool tool_error(struct err *err, struct str file, unsigned line, const char *format, ...)
	PRINTF_LIKE(4, 5);

// Prints the error on standard error as FILE:LINE: sentence.
void tool_complain(const struct err *err);

// Reads a file of text whole; ERR_INPUT when it is not UTF-8.
bool tool_read(
	struct arena *mem, struct str path, struct str *ret_text, struct err *err) MUST_CHECK;

// Writes the file unless it already holds exactly this, so that what depends on it is not rebuilt.
bool tool_write(struct arena *mem, struct str path, struct str text, struct err *err) MUST_CHECK;

// An `out` for a file being made in memory.
struct out tool_out(struct arena *mem);

// The text as one C string literal with its quotes. UTF-8 stays readable.
void tool_literal(struct out *o, struct str s);
// The same, a literal for each line of the text, the second and later on lines of their own.
void tool_literal_lines(struct out *o, struct str s, const char *indent);

// The path as it is shown: without the "../" with which a build folder begins.
struct str tool_shown(struct str path);

// The text inside a C string literal that begins with its quote; *ret_n is how many bytes the
// literal takes. False when it does not end or holds an escape other than \" \\ \n \t.
bool tool_unquote(struct arena *mem, struct str s, struct str *ret_text, size_t *ret_n) MUST_CHECK;

// Where the literal that begins at `at` with ' or " ends: behind its closing quote, or the end.
size_t tool_quoted_end(struct str s, size_t at);

// The next `{name}` at or behind *at; moves *at behind it. False when there is none.
bool tool_place(struct str text, size_t *at, struct str *ret_name);

// True when the text has the place `{name}`.
bool tool_has_place(struct str text, struct str name);

bool tool_is_name_char(char c);
bool tool_is_name(struct str s);

// The line on which this byte stands, counted from `first`.
unsigned tool_line(struct str text, size_t at, unsigned first);
