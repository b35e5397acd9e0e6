// SPDX-License-Identifier: EUPL-1.2
// tool — the common ground of the build-time compilers.
#include "tool.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"

bool tool_error(struct err *err, struct str file, unsigned line, const char *format, ...)
{
	va_list args;

	err->kind = ERR_INPUT;
	err->line = line;
	err->col = 0;
	snprintf(err->where, sizeof err->where, "%" PRIstr, STR(tool_shown(file)));
	va_start(args, format);
	vsnprintf(err->msg, sizeof err->msg, format, args);
	va_end(args);
	return false;
}

void tool_complain(const struct err *err)
{
	if (err->where[0])
		fprintf(stderr, "%s:", err->where);
	if (err->where[0] && err->line)
		fprintf(stderr, "%u:", err->line);
	fprintf(stderr, "%s%s\n", err->where[0] ? " " : "", err->msg);
}

// `-o FILE` is how every compiler is told what to make; the table knows long names only.
static char **long_names(struct arena *mem, int argc, char **argv)
{
	char **list = NEW_ARRAY(mem, char *, (size_t)argc + 1);

	for (int i = 0; i < argc; i++)
		list[i] = strcmp(argv[i], "-o") == 0 ? str_z(mem, S("--out")) : argv[i];
	return list;
}

int tool_main(
	const struct option_command *command, int argc, char **argv, void *values, tool_work *work)
{
	SCRATCH(mem);
	struct option_operands operands;
	struct err err = {0};
	struct option_command named = *command;
	bool ok = option_parse(
		mem, command, argc, long_names(mem, argc, argv), values, &operands, &err);

	if (ok && operands.is_help) {
		struct out o = out_fd(mem, STDOUT_FILENO);
		named.program = "";
		option_help(&o, &named);
		ok = out_finish(&o, &err);
	} else if (ok) {
		ok = work(mem, &operands, values, &err);
	}
	if (!ok)
		tool_complain(&err);
	return ok ? 0 : err_exit_status(err.kind);
}

bool tool_read(struct arena *mem, struct str path, struct str *ret_text, struct err *err)
{
	struct str text;
	size_t bad;

	if (!file_read(mem, path, TOOL_FILE_MAX, &text, err))
		return false;
	if (!utf8_is_valid(text, &bad))
		return tool_error(err, path, tool_line(text, bad, 1), "this is not UTF-8");
	*ret_text = text;
	return true;
}

bool tool_write(struct arena *mem, struct str path, struct str text, struct err *err)
{
	struct str old;
	struct err missing = {0};
	AUTO_FILE_NEW file = {0};

	if (file_read(mem, path, TOOL_FILE_MAX, &old, &missing) && str_eq(old, text))
		return true;
	if (!file_create(mem, path, &file, err))
		return false;
	out_write(&file.out, text);
	return file_commit(mem, &file, err);
}

struct out tool_out(struct arena *mem)
{
	return out_memory(mem, TOOL_FILE_MAX);
}

static void literal_char(struct out *o, char c)
{
	if (c == '"' || c == '\\')
		out_format(o, "\\%c", c);
	else if (c == '\n')
		out_write(o, S("\\n"));
	else if (c == '\t')
		out_write(o, S("\\t"));
	else if ((unsigned char)c < 0x20 || c == 0x7f)
		out_format(o, "\\%03o", (unsigned)(unsigned char)c);
	else
		out_char(o, c);
}

void tool_literal(struct out *o, struct str s)
{
	out_char(o, '"');
	for (size_t i = 0; i < s.n; i++)
		literal_char(o, s.p[i]);
	out_char(o, '"');
}

void tool_literal_lines(struct out *o, struct str s, const char *indent)
{
	size_t at = 0;

	do {
		size_t end = str_find_char(s, '\n', at);
		end = end == STR_NONE ? s.n : end + 1;
		if (at)
			out_format(o, "\n%s", indent);
		tool_literal(o, str_sub(s, at, end));
		at = end;
	} while (at < s.n);
}

struct str tool_shown(struct str path)
{
	while (str_starts(path, S("../")))
		path = str_from(path, 3);
	return path;
}

static char unescape(char c)
{
	switch (c) {
	case 'n':
		return '\n';
	case 't':
		return '\t';
	case '"':
	case '\\':
		return c;
	default:
		return 0;
	}
}

bool tool_unquote(struct arena *mem, struct str s, struct str *ret_text, size_t *ret_n)
{
	struct buf text = buf_new(mem, s.n + 1);

	for (size_t i = 1; i < s.n; i++) {
		char c = s.p[i];
		if (c == '"') {
			*ret_text = buf_str(&text);
			*ret_n = i + 1;
			return true;
		}
		if (c == '\\' && i + 1 < s.n) {
			c = unescape(s.p[++i]);
			if (!c)
				return false;
		}
		buf_add_char(&text, c);
	}
	return false;
}

size_t tool_quoted_end(struct str s, size_t at)
{
	char quote = s.p[at];

	for (at++; at < s.n && s.p[at] != quote; at++)
		if (s.p[at] == '\\')
			at++;
	return at < s.n ? at + 1 : s.n;
}

bool tool_place(struct str text, size_t *at, struct str *ret_name)
{
	for (size_t i = str_find_char(text, '{', *at); i != STR_NONE;
		i = str_find_char(text, '{', i + 1)) {
		size_t end = str_find_char(text, '}', i);
		struct str name = str_sub(text, i + 1, end);
		if (end == STR_NONE)
			return false;
		if (tool_is_name(name)) {
			*at = end + 1;
			*ret_name = name;
			return true;
		}
	}
	return false;
}

bool tool_has_place(struct str text, struct str name)
{
	struct str found;
	size_t at = 0;

	while (tool_place(text, &at, &found))
		if (str_eq(found, name))
			return true;
	return false;
}

bool tool_is_name_char(char c)
{
	return char_is_alpha(c) || char_is_digit(c) || c == '_';
}

bool tool_is_name(struct str s)
{
	if (!s.n || char_is_digit(s.p[0]))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!tool_is_name_char(s.p[i]))
			return false;
	return true;
}

unsigned tool_line(struct str text, size_t at, unsigned first)
{
	for (size_t i = 0; i < at && i < text.n; i++)
		first += text.p[i] == '\n';
	return first;
}
