// SPDX-License-Identifier: EUPL-1.2
// codec — turn a table of facts (data/*.tsv) into constant C, while the program is built.
//
// usage: codec TABLE.tsv... --struct NAME --table NAME [--header model/x.h] [--columns a,b,c]
//              [--name-column NAME] [--enum NAME --enum-out OUT.h] -o OUT.c
//
// A table is UTF-8 text: lines of comment that begin with '#', one line of column names, rows; cells
// are parted by tabs. A column is text, or what its name says after a colon: `rank:int`, `exact:bool`,
// `lat:real`, `role:enum`; an `enum` cell `held` in a column `role` is the enumerator ROLE_HELD, so that
// the compiler refuses a word that nobody defined; the word itself goes into the member `role_name`. Each row becomes one element of `const struct NAME TABLE_table[]`, set member by member
// under the names of the columns, so that the compiler refuses a table that its struct does not fit;
// `const size_t TABLE_table_n` counts them. `--columns` keeps only those named, in the table's order.
// Several tables with the same columns make one; `--name-column lang` adds a column of text that holds what
// stands between the last two dots of the table's file name (`verb.fr.tsv`: fr).
// `--enum NAME` makes a header with one enumerator NAME_SLUG per row, in order, from the column `slug`,
// and NAME_N behind them.
//
// A table that is not what it should be stops the build, with file and line.

#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS_MAX = 64, TABLES_MAX = 16, NAME_PART_MAX = 32 };

enum cell_type { CELL_TEXT, CELL_INT, CELL_BOOL, CELL_REAL, CELL_ENUM };

struct column {
	const char *name;
	enum cell_type type;
	bool is_kept;
};

struct options {
	const char *table_file[TABLES_MAX];
	size_t table_file_n;
	const char *struct_name, *table_name, *header, *columns, *name_column;
	const char *enum_name, *enum_out, *out;
};

struct table {
	const char *file;
	char *rest; // the text not read yet
	unsigned line;
	struct column column[COLUMNS_MAX];
	size_t column_n;
	char *cell[COLUMNS_MAX]; // of the present row
};

static _Noreturn void die(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs("codec: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	exit(1);
}

static char *read_whole(const char *path)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		die("%s cannot be read", path);
	size_t n = 0, size = 1 << 16;
	char *text = malloc(size);
	while (text) {
		size_t got = fread(text + n, 1, size - n - 1, f);
		n += got;
		if (got == 0)
			break;
		if (n + 1 == size)
			text = realloc(text, size *= 2);
	}
	if (!text || ferror(f))
		die("%s cannot be read to its end", path);
	fclose(f);
	text[n] = '\0';
	if (strlen(text) != n)
		die("%s holds a NUL byte, so it is no text", path);
	return text;
}

// The next line without its end, or NULL; comments and the empty last line are passed over.
static char *next_line(struct table *table)
{
	while (*table->rest) {
		char *line = table->rest;
		char *end = strchr(line, '\n');
		if (!end)
			die("%s:%u: the last line has no end; the table may be cut off",
				table->file, table->line + 1);
		*end = '\0';
		table->rest = end + 1;
		table->line++;
		if (end > line && end[-1] == '\r')
			die("%s:%u: the line ends as on Windows; save the table with plain line ends",
				table->file, table->line);
		if (*line != '#')
			return line;
	}
	return NULL;
}

// Parts a line at its tabs into at most COLUMNS_MAX cells.
static size_t split(struct table *table, char *line, char *cell[])
{
	size_t n = 0;
	for (;;) {
		if (n == COLUMNS_MAX)
			die("%s:%u: more than %d cells", table->file, table->line, COLUMNS_MAX);
		cell[n++] = line;
		line = strchr(line, '\t');
		if (!line)
			return n;
		*line++ = '\0';
	}
}

static bool is_name(const char *s)
{
	if (!islower((unsigned char)*s))
		return false;
	while (islower((unsigned char)*s) || isdigit((unsigned char)*s) || *s == '_')
		s++;
	return *s == '\0';
}

// Is the name one of a list parted by commas? Without a list every name is.
static bool is_listed(const char *list, const char *name)
{
	size_t n = strlen(name);
	if (!list)
		return true;
	for (const char *at = list; at; at = strchr(at, ',')) {
		at += *at == ',';
		if (strncmp(at, name, n) == 0 && (at[n] == ',' || at[n] == '\0'))
			return true;
	}
	return false;
}

static enum cell_type type_of(const struct table *table, const char *suffix)
{
	static const char *const names[] = {"text", "int", "bool", "real", "enum"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(suffix, names[i]) == 0)
			return (enum cell_type)i;
	die("%s:%u: no type `%s`; a column is text, int, bool, real or enum", table->file,
		table->line, suffix);
}

// Is every name of the list a column?
static void check_wanted(const struct table *table, const char *list)
{
	for (const char *at = list; at; at = strchr(at, ',')) {
		at += *at == ',';
		size_t n = strcspn(at, ",");
		bool is_there = false;
		for (size_t i = 0; i < table->column_n; i++) {
			const char *name = table->column[i].name;
			is_there |= strlen(name) == n && strncmp(name, at, n) == 0;
		}
		if (!is_there)
			die("%s:%u: --columns asks for `%.*s`, which the table does not have",
				table->file, table->line, (int)n, at);
	}
}

static void read_heading(struct table *table, const char *wanted)
{
	char *line = next_line(table);
	if (!line)
		die("%s: no line of column names", table->file);
	table->column_n = split(table, line, table->cell);
	for (size_t i = 0; i < table->column_n; i++) {
		char *name = table->cell[i];
		char *colon = strchr(name, ':');
		if (colon)
			*colon = '\0';
		if (!is_name(name))
			die("%s:%u: `%s` cannot be a column name; use small letters, digits and _",
				table->file, table->line, name);
		for (size_t k = 0; k < i; k++)
			if (strcmp(table->column[k].name, name) == 0)
				die("%s:%u: the column `%s` is there twice", table->file,
					table->line, name);
		table->column[i] = (struct column){
			.name = name,
			.type = colon ? type_of(table, colon + 1) : CELL_TEXT,
			.is_kept = is_listed(wanted, name),
		};
	}
	check_wanted(table, wanted);
}

static bool read_row(struct table *table)
{
	char *line = next_line(table);
	if (!line)
		return false;
	size_t n = split(table, line, table->cell);
	if (n != table->column_n)
		die("%s:%u: %zu cells where %zu columns are named", table->file, table->line, n,
			table->column_n);
	return true;
}

// A text cell as initialiser of a struct str. Octal escapes always have three digits, so that no
// character behind one can be taken into it.
static void write_text(FILE *out, const char *text)
{
	fputs("{\"", out);
	for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
		if (*c < 0x20 || *c >= 0x7f || *c == '"' || *c == '\\' || *c == '?')
			fprintf(out, "\\%03o", *c);
		else
			fputc(*c, out);
	}
	fprintf(out, "\", %zu}", strlen(text));
}

static void write_number(FILE *out, const struct table *table, size_t i)
{
	const char *text = *table->cell[i] ? table->cell[i] : "0";
	char *end = NULL;
	if (table->column[i].type == CELL_REAL)
		(void)strtod(text, &end);
	else
		(void)strtoll(text, &end, 10);
	if (*end || isspace((unsigned char)*text))
		die("%s:%u: `%s` is no number, as the column `%s` asks", table->file, table->line,
			text, table->column[i].name);
	fputs(text, out);
}

static void write_capitals(FILE *out, const char *text)
{
	for (; *text; text++)
		fputc(isalnum((unsigned char)*text) ? toupper((unsigned char)*text) : '_', out);
}

static void write_cell(FILE *out, const struct table *table, size_t i)
{
	const char *text = table->cell[i];
	fprintf(out, ".%s = ", table->column[i].name);
	if (table->column[i].type == CELL_TEXT) {
		write_text(out, text);
	} else if (table->column[i].type == CELL_ENUM) {
		write_capitals(out, table->column[i].name);
		fputc('_', out);
		write_capitals(out, text);
		fprintf(out, ", .%s_name = ", table->column[i].name);
		write_text(out, text);
	} else if (table->column[i].type == CELL_BOOL) {
		if (strcmp(text, "0") != 0 && strcmp(text, "1") != 0 && *text)
			die("%s:%u: `%s` in the column `%s`, which takes 0 or 1", table->file,
				table->line, text, table->column[i].name);
		fputs(*text == '1' ? "true" : "false", out);
	} else {
		write_number(out, table, i);
	}
}

// What stands between the last two dots of the file's name.
static void name_part(const char *file, char ret_part[static NAME_PART_MAX])
{
	const char *end = strrchr(file, '.');
	const char *begin = end;
	while (begin && begin > file && begin[-1] != '.' && begin[-1] != '/')
		begin--;
	if (!begin || begin == file || begin[-1] != '.' || end - begin >= NAME_PART_MAX)
		die("%s: --name-column asks for a name like subject.part.tsv", file);
	memcpy(ret_part, begin, (size_t)(end - begin));
	ret_part[end - begin] = '\0';
}

static void write_row(FILE *out, const struct table *table, const char *name_column)
{
	bool is_first = true;
	fputs("\t{", out);
	if (name_column) {
		char part[NAME_PART_MAX];
		name_part(table->file, part);
		fprintf(out, ".%s = ", name_column);
		write_text(out, part);
		is_first = false;
	}
	for (size_t i = 0; i < table->column_n; i++) {
		if (!table->column[i].is_kept)
			continue;
		fputs(is_first ? "" : ", ", out);
		write_cell(out, table, i);
		is_first = false;
	}
	fputs("},\n", out);
}

// ---- the enumeration

static size_t slug_column(const struct table *table)
{
	for (size_t i = 0; i < table->column_n; i++)
		if (strcmp(table->column[i].name, "slug") == 0)
			return i;
	die("%s: --enum needs a column `slug`", table->file);
}

static void write_enumerator(FILE *out, const struct table *table, const char *noun)
{
	fputc('\t', out);
	write_capitals(out, noun);
	fputc('_', out);
	write_capitals(out, table->cell[slug_column(table)]);
	fputs(",\n", out);
}

// ---- options

static struct options read_options(int argc, char **argv)
{
	struct options o = {0};
	const struct {
		const char *name;
		const char **value;
	} known[] = {
		{"--struct", &o.struct_name},
		{"--table", &o.table_name},
		{"--header", &o.header},
		{"--columns", &o.columns},
		{"--name-column", &o.name_column},
		{"--enum", &o.enum_name},
		{"--enum-out", &o.enum_out},
		{"-o", &o.out},
	};
	for (int i = 1; i < argc; i++) {
		const char **value = NULL;
		if (argv[i][0] != '-') {
			if (o.table_file_n == TABLES_MAX)
				die("%s: more tables than %d", argv[i], TABLES_MAX);
			value = &o.table_file[o.table_file_n++];
		}
		for (size_t k = 0; k < sizeof known / sizeof *known && !value; k++)
			if (strcmp(argv[i], known[k].name) == 0)
				value = i + 1 < argc ? (i++, known[k].value) : NULL;
		if (!value)
			die("%s: not an option, or nothing behind it; see the head of codec.c",
				argv[i]);
		*value = argv[i];
	}
	if (!o.table_file_n || !o.struct_name || !o.table_name || !o.out ||
		!o.enum_name != !o.enum_out)
		die("a table, --struct, --table and -o are needed; --enum and --enum-out together");
	return o;
}

static FILE *create(const char *path)
{
	FILE *out = fopen(path, "wb");
	if (!out)
		die("%s cannot be written", path);
	return out;
}

static void finish(FILE *out, const char *path)
{
	if (fflush(out) != 0 || ferror(out) || fclose(out) != 0)
		die("%s could not be written to its end", path);
}

// Long outlines pass the 4,095 characters that C promises of a literal; both compilers take them.
static void write_head(FILE *out, const struct options *o)
{
	fprintf(out, "// Made by codec from a table of facts; change the table.\n\n");
	fprintf(out, "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n");
	fprintf(out, "#include \"%s\"\n\n", o->header ? o->header : "base/str.h");
	fprintf(out, "const struct %s %s_table[] = {\n", o->struct_name, o->table_name);
}

// Writes the rows of one table; answers how many.
static size_t write_table(const struct options *o, const char *file, FILE *out, FILE *names)
{
	char *text = read_whole(file);
	struct table table = {.file = file, .rest = text};
	size_t n = 0;
	read_heading(&table, o->columns);
	for (; read_row(&table); n++) {
		write_row(out, &table, o->name_column);
		if (names)
			write_enumerator(names, &table, o->enum_name);
	}
	if (n == 0)
		die("%s: no rows", file);
	free(text);
	return n;
}

int main(int argc, char **argv)
{
	struct options o = read_options(argc, argv);
	FILE *out = create(o.out);
	FILE *names = o.enum_out ? create(o.enum_out) : NULL;
	size_t n = 0;
	write_head(out, &o);
	if (names)
		fprintf(names,
			"// Made by codec from a table of facts; change the table.\n#pragma once\n\n"
			"enum %s {\n",
			o.enum_name);
	for (size_t i = 0; i < o.table_file_n; i++)
		n += write_table(&o, o.table_file[i], out, names);
	fprintf(out, "};\n\nconst size_t %s_table_n = %zu;\n", o.table_name, n);
	finish(out, o.out);
	if (names) {
		fputc('\t', names);
		write_capitals(names, o.enum_name);
		fputs("_N,\n};\n", names);
		finish(names, o.enum_out);
	}
	return 0;
}
