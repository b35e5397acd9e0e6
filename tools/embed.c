// SPDX-License-Identifier: EUPL-1.2
// embed — files into C, so that the program is one file.
//
// Two kinds: static files as `static_files[]` (format/static_file.h), sorted by name, style sheets
// without their comments and superfluous blanks; and with --migrate the steps of the schema,
// NNNN_name.sql, as `migrate_steps[]` (db/migrate.h). Bytes are written as numbers, since string
// literals have a length that compilers complain about.
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "tool.h"

enum { PER_LINE = 24, NUMBER_DIGITS = 4 };

struct media {
	struct str ending, type;
};

static const struct media media_types[] = {
	{S_INIT(".css"), S_INIT("text/css; charset=utf-8")},
	{S_INIT(".js"), S_INIT("text/javascript; charset=utf-8")},
	{S_INIT(".svg"), S_INIT("image/svg+xml")},
	{S_INIT(".png"), S_INIT("image/png")},
	{S_INIT(".ico"), S_INIT("image/x-icon")},
	{S_INIT(".txt"), S_INIT("text/plain; charset=utf-8")},
	{S_INIT(".webmanifest"), S_INIT("application/manifest+json")},
};

struct file {
	struct str path, name, bytes;
};

static struct str media_type(struct str name)
{
	for (size_t i = 0; i < sizeof media_types / sizeof *media_types; i++)
		if (str_ends(name, media_types[i].ending))
			return media_types[i].type;
	return STR_EMPTY;
}

// Blanks next to these mean nothing anywhere in a style sheet.
static bool is_css_mark(char c)
{
	return c == '{' || c == '}' || c == ';' || c == ',' || c == '\n' || c == 0;
}

static char last_of(const struct buf *b)
{
	return b->n ? b->p[b->n - 1] : 0;
}

// A comment parts two words, so one that touches words on both sides stays as its shortest form.
static size_t css_comment(struct buf *css, struct str text, size_t at)
{
	size_t end = str_find(text, S("*/"), at + 2);
	size_t next = end == STR_NONE ? text.n : end + 2;
	char before = last_of(css), after = next < text.n ? text.p[next] : 0;

	if (!is_css_mark(before) && before != ' ' && !is_css_mark(after) && !char_is_space(after))
		buf_add(css, S("/**/"));
	return next;
}

static size_t css_space(struct buf *css, struct str text, size_t at)
{
	while (at < text.n && char_is_space(text.p[at]))
		at++;
	char before = last_of(css), after = at < text.n ? text.p[at] : 0;
	if (!is_css_mark(before) && before != ' ' && before != ':' && !is_css_mark(after))
		buf_add_char(css, ' ');
	return at;
}

static struct str css_small(struct arena *mem, struct str text)
{
	struct buf css = buf_new(mem, text.n + 1);

	for (size_t at = 0; at < text.n;) {
		char c = text.p[at];
		if (str_starts(str_from(text, at), S("/*"))) {
			at = css_comment(&css, text, at);
		} else if (c == '"' || c == '\'') {
			size_t end = tool_quoted_end(text, at);
			buf_add(&css, str_sub(text, at, end));
			at = end;
		} else if (char_is_space(c)) {
			at = css_space(&css, text, at);
		} else {
			while (is_css_mark(c) && last_of(&css) == ' ')
				css.n--;
			if (c == '}' && last_of(&css) == ';')
				css.n--;
			buf_add_char(&css, c);
			at++;
		}
	}
	return buf_str(&css);
}

static bool read_files(struct arena *mem, const struct option_operands *operands, struct file *file,
	struct err *err)
{
	for (size_t i = 0; i < operands->n; i++) {
		file[i].path = operands->p[i];
		file[i].name = file_name(file[i].path);
		if (!file_read(mem, file[i].path, TOOL_FILE_MAX, &file[i].bytes, err))
			return false;
		if (str_ends(file[i].name, S(".css")))
			file[i].bytes = css_small(mem, file[i].bytes);
	}
	return true;
}

static int by_name(const void *a, const void *b)
{
	return str_cmp(((const struct file *)a)->name, ((const struct file *)b)->name);
}

static void write_bytes(struct out *o, size_t i, struct str bytes)
{
	out_format(o, "\nstatic const char bytes_%zu[] = {", i);
	for (size_t at = 0; at < bytes.n; at++)
		out_format(o, "%s%d,", at % PER_LINE ? "" : "\n\t", (signed char)bytes.p[at]);
	out_write(o, bytes.n ? S("\n};\n") : S("0};\n"));
}

static bool write_static(struct out *o, struct file *file, size_t n, struct err *err)
{
	out_write(o,
		S("// Made by embed; changes belong into the files themselves.\n\n"
		  "#include \"format/static_file.h\"\n"));
	for (size_t i = 0; i < n; i++) {
		if (!media_type(file[i].name).n)
			return tool_error(err, file[i].path, 0,
				"embed does not know the media type of this ending; add it to its "
				"table");
		if (i && str_eq(file[i].name, file[i - 1].name))
			return tool_error(err, file[i].path, 0, "two files have this name");
		write_bytes(o, i, file[i].bytes);
	}
	out_write(o, S("\nconst struct static_file static_files[] = {\n"));
	for (size_t i = 0; i < n; i++)
		out_format(o,
			"\t{S_INIT(\"%" PRIstr "\"), S_INIT(\"%" PRIstr
			"\"), {bytes_%zu, %zu}, S_INIT(\"%016llx\")},\n",
			STR(file[i].name), STR(media_type(file[i].name)), i, file[i].bytes.n,
			(unsigned long long)str_hash(file[i].bytes));
	out_format(o, "};\nconst size_t static_file_n = %zu;\n", n);
	return true;
}

static bool step_number(
	const struct file *file, int64_t before, int64_t *ret_number, struct err *err)
{
	struct str digits = str_sub(file->name, 0, NUMBER_DIGITS);

	if (!str_int(digits, ret_number) || !str_ends(file->name, S(".sql")) ||
		file->name.n <= NUMBER_DIGITS || file->name.p[NUMBER_DIGITS] != '_')
		return tool_error(
			err, file->path, 0, "a step of the schema is called NNNN_name.sql");
	if (*ret_number != before + 1)
		return tool_error(err, file->path, 0,
			"steps are numbered without gaps: this should be %04lld",
			(long long)before + 1);
	return true;
}

static bool write_steps(struct out *o, struct file *file, size_t n, struct err *err)
{
	int64_t number = 0;

	out_write(o,
		S("// Made by embed; changes belong into new steps of the schema.\n\n"
		  "#include \"db/migrate.h\"\n"));
	for (size_t i = 0; i < n; i++)
		write_bytes(o, i, file[i].bytes);
	out_write(o, S("\nconst struct migrate_step migrate_steps[] = {\n"));
	for (size_t i = 0; i < n; i++) {
		if (!step_number(&file[i], number, &number, err))
			return false;
		struct str name = str_sub(file[i].name, NUMBER_DIGITS + 1, file[i].name.n - 4);
		out_format(o, "\t{%lld, S_INIT(\"%" PRIstr "\"), {bytes_%zu, %zu}},\n",
			(long long)number, STR(name), i, file[i].bytes.n);
	}
	out_format(o, "};\nconst size_t migrate_step_n = %zu;\n", n);
	return true;
}

struct values {
	struct str out;
	bool migrate;
};

static const struct option_row options[] = {
	{"out", OPTION_TEXT, offsetof(struct values, out), "FILE.c", NULL, 0, 0, "what is made"},
	{"migrate", OPTION_FLAG, offsetof(struct values, migrate), NULL, NULL, 0, 0,
		"the files are steps of the schema"},
	{0},
};

static const struct option_command command = {
	.name = "embed",
	.operands = "FILE...",
	.summary = "files into C",
	.options = options,
	.operand_min = 1,
	.operand_max = -1,
};

static bool embed(struct arena *mem, const struct option_operands *operands, const void *values,
	struct err *err)
{
	const struct values *v = values;
	struct file *file = NEW_ARRAY(mem, struct file, operands->n);
	struct out o = tool_out(mem);
	bool ok;

	if (!read_files(mem, operands, file, err))
		return false;
	qsort(file, operands->n, sizeof *file, by_name);
	ok = v->migrate ? write_steps(&o, file, operands->n, err)
			: write_static(&o, file, operands->n, err);
	return ok && tool_write(mem, v->out, out_str(&o), err);
}

int main(int argc, char **argv)
{
	struct values values = {.out = S("embed.c")};

	return tool_main(&command, argc, argv, &values, embed);
}
