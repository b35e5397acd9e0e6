// SPDX-License-Identifier: EUPL-1.2
// sqlc — named SQL statements into C.
//
// Input: files in which every statement stands under a heading of its own,
//
//     -- action_by_code(code text): one or none
//     -- the action with this code, in whatever state
//     SELECT id, title FROM action WHERE code = :code;
//
// where a type is int, text or blob, with ? behind it where the value may be missing. Output: for
// each file a header with the parameters' structs, and one C file with all statements. A `:name`
// becomes $1, $2 ... by first appearance, which both engines understand. The SQL itself is not
// parsed beyond strings, comments and semicolons: a test prepares every statement.
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/vec.h"
#include "tool.h"

enum { SQL_MAX = 4000, PARAM_MAX = 64 };

struct type {
	struct str name, c, db;
};

static const struct type types[] = {
	{S_INIT("int"), S_INIT("int64_t"), S_INIT("DB_INT")},
	{S_INIT("text"), S_INIT("struct str"), S_INIT("DB_TEXT")},
	{S_INIT("blob"), S_INIT("struct str"), S_INIT("DB_BLOB")},
	{S_INIT("int?"), S_INIT("int64_t"), S_INIT("DB_INT_OPT")},
	{S_INIT("text?"), S_INIT("struct str"), S_INIT("DB_TEXT_OPT")},
};

struct rows {
	struct str words, db, meaning;
};

static const struct rows rows_kinds[] = {
	{S_INIT("one or none"), S_INIT("DB_ONE_OR_NONE"), S_INIT("one row or none")},
	{S_INIT("many"), S_INIT("DB_MANY"), S_INIT("any number of rows")},
	{S_INIT("none"), S_INIT("DB_NO_ROWS"), S_INIT("no rows")},
};

struct param {
	struct str name;
	const struct type *type;
	unsigned number; // 0 until it is used
};

struct statement {
	struct str name;
	const struct rows *rows;
	unsigned line;
	struct str words; // the comment below the heading
	struct str sql;
	struct param param[PARAM_MAX];
	unsigned param_n, used_n;
};

struct sql_file {
	struct str path;
	VEC(struct statement) statements;
};

// A file being read.
struct reader {
	struct arena *mem;
	struct str path, text;
	size_t at;
	unsigned line;
	struct err *err;
};

static struct str line_at(const struct reader *r, size_t at)
{
	return str_sub(r->text, at, str_find_char(r->text, '\n', at));
}

static void next_line(struct reader *r)
{
	size_t end = str_find_char(r->text, '\n', r->at);

	r->at = end == STR_NONE ? r->text.n : end + 1;
	r->line++;
}

static bool is_heading(struct str line)
{
	size_t end = 3;

	if (!str_starts(line, S("-- ")))
		return false;
	while (end < line.n && tool_is_name_char(line.p[end]))
		end++;
	return end > 3 && end < line.n && line.p[end] == '(';
}

static bool read_param(struct reader *r, struct statement *s, struct str words)
{
	size_t blank = str_find_char(words, ' ', 0);
	struct param *p = &s->param[s->param_n];
	struct str type = str_trim(str_from(words, blank));

	if (s->param_n == PARAM_MAX)
		return tool_error(r->err, r->path, r->line,
			"%" PRIstr " has more than %d parameters", STR(s->name), PARAM_MAX);
	*p = (struct param){.name = str_sub(words, 0, blank)};
	if (blank == STR_NONE || !tool_is_name(p->name))
		return tool_error(r->err, r->path, r->line,
			"a parameter is a name and a type, not \"%" PRIstr "\"", STR(words));
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_eq(types[i].name, type))
			p->type = &types[i];
	if (!p->type)
		return tool_error(r->err, r->path, r->line,
			"\"%" PRIstr
			"\" is not a type; the types are int, text, blob, int? and text?",
			STR(type));
	for (unsigned i = 0; i < s->param_n; i++)
		if (str_eq(s->param[i].name, p->name))
			return tool_error(r->err, r->path, r->line,
				"the parameter %" PRIstr " is declared twice", STR(p->name));
	s->param_n++;
	return true;
}

static bool read_params(struct reader *r, struct statement *s, struct str list)
{
	struct str_split split = {.rest = list, .sep = ','};
	struct str part;

	if (!str_trim(list).n)
		return true;
	while (str_next(&split, &part))
		if (!read_param(r, s, str_trim(part)))
			return false;
	return true;
}

// The heading may go on over further comment lines until its closing parenthesis and colon.
static bool read_heading(struct reader *r, struct statement *s)
{
	struct str heading = str_trim(str_from(line_at(r, r->at), 3));
	size_t open = str_find_char(heading, '(', 0);
	size_t close;

	s->line = r->line;
	s->name = str_sub(heading, 0, open);
	while (close = str_find(heading, S("):"), 0), close == STR_NONE) {
		next_line(r);
		struct str more = line_at(r, r->at);
		if (!str_starts(more, S("--")))
			return tool_error(r->err, r->path, s->line,
				"the heading of %" PRIstr " has no \"):\"", STR(s->name));
		heading = str_format(r->mem, "%" PRIstr " %" PRIstr, STR(heading),
			STR(str_trim(str_from(more, 2))));
	}
	struct str answer = str_trim(str_from(heading, close + 2));
	for (size_t i = 0; i < sizeof rows_kinds / sizeof *rows_kinds; i++)
		if (str_eq(rows_kinds[i].words, answer))
			s->rows = &rows_kinds[i];
	if (!s->rows)
		return tool_error(r->err, r->path, r->line,
			"%" PRIstr " answers \"one or none\", \"many\" or \"none\", not \"%" PRIstr
			"\"",
			STR(s->name), STR(answer));
	if (!read_params(r, s, str_sub(heading, open + 1, close)))
		return false;
	next_line(r);
	return true;
}

static void read_words(struct reader *r, struct statement *s)
{
	struct buf words = buf_new(r->mem, SQL_MAX);

	while (r->at < r->text.n && str_starts(line_at(r, r->at), S("--")) &&
		!is_heading(line_at(r, r->at))) {
		buf_format(&words, "//%" PRIstr "\n", STR(str_from(line_at(r, r->at), 2)));
		next_line(r);
	}
	s->words = buf_str(&words);
}

static bool add_param(struct reader *r, struct statement *s, struct buf *sql)
{
	size_t end = r->at + 1;

	while (end < r->text.n && tool_is_name_char(r->text.p[end]))
		end++;
	struct str name = str_sub(r->text, r->at + 1, end);
	r->at = end;
	for (unsigned i = 0; i < s->param_n; i++) {
		struct param *p = &s->param[i];
		if (!str_eq(p->name, name))
			continue;
		if (!p->number)
			p->number = ++s->used_n;
		buf_format(sql, "$%u", p->number);
		return true;
	}
	return tool_error(r->err, r->path, r->line,
		"%" PRIstr " uses :%" PRIstr ", which its heading does not declare", STR(s->name),
		STR(name));
}

// Copies a string or a quoted name; a doubled quote inside is two such pieces in a row.
static bool copy_quoted(struct reader *r, struct buf *sql)
{
	size_t end = str_find_char(r->text, r->text.p[r->at], r->at + 1);
	unsigned line = r->line;

	if (end == STR_NONE)
		return tool_error(r->err, r->path, line, "this quote is never closed");
	struct str quoted = str_sub(r->text, r->at, end + 1);
	buf_add(sql, quoted);
	r->line = tool_line(quoted, quoted.n, r->line);
	r->at = end + 1;
	return true;
}

static bool skip_comment(struct reader *r, const struct statement *s)
{
	bool is_block = r->text.p[r->at] == '/';
	size_t end = is_block ? str_find(r->text, S("*/"), r->at + 2)
			      : str_find_char(r->text, '\n', r->at);

	if (!is_block && is_heading(line_at(r, r->at)))
		return tool_error(
			r->err, r->path, s->line, "%" PRIstr " has no ; at its end", STR(s->name));
	if (end == STR_NONE)
		end = r->text.n;
	else if (is_block)
		end += 2;
	struct str comment = str_sub(r->text, r->at, end);
	r->line = tool_line(comment, comment.n, r->line);
	r->at = end;
	return true;
}

// White space shrinks to one blank, or one line break where it held one.
static void copy_space(struct reader *r, struct buf *sql)
{
	unsigned line = r->line;

	while (r->at < r->text.n && char_is_space(r->text.p[r->at]))
		r->line += r->text.p[r->at++] == '\n';
	if (sql->n && sql->p[sql->n - 1] != '\n' && sql->p[sql->n - 1] != ' ')
		buf_add_char(sql, r->line == line ? ' ' : '\n');
}

static bool starts_comment(const struct reader *r)
{
	struct str rest = str_sub(r->text, r->at, r->at + 2);

	return str_eq(rest, S("--")) || str_eq(rest, S("/*"));
}

static bool is_param(const struct reader *r)
{
	char before = r->at ? r->text.p[r->at - 1] : ' ';
	char after = r->at + 1 < r->text.n ? r->text.p[r->at + 1] : ' ';

	return r->text.p[r->at] == ':' && before != ':' && !tool_is_name_char(before) &&
		(char_is_alpha(after) || after == '_');
}

static bool read_sql(struct reader *r, struct statement *s)
{
	struct buf sql = buf_new(r->mem, SQL_MAX);

	while (r->at < r->text.n && r->text.p[r->at] != ';') {
		char c = r->text.p[r->at];
		if (c == '\'' || c == '"') {
			if (!copy_quoted(r, &sql))
				return false;
		} else if (starts_comment(r)) {
			if (!skip_comment(r, s))
				return false;
		} else if (is_param(r)) {
			if (!add_param(r, s, &sql))
				return false;
		} else if (char_is_space(c)) {
			copy_space(r, &sql);
		} else {
			buf_add_char(&sql, c);
			r->at++;
		}
	}
	if (r->at == r->text.n)
		return tool_error(
			r->err, r->path, s->line, "%" PRIstr " has no ; at its end", STR(s->name));
	if (sql.full)
		return tool_error(r->err, r->path, s->line, "%" PRIstr " is longer than %d bytes",
			STR(s->name), SQL_MAX);
	r->at++;
	s->sql = str_trim(buf_str(&sql));
	return true;
}

static bool check_statement(struct reader *r, const struct statement *s, struct map *names)
{
	const struct statement *same = map_get(names, s->name);

	if (!tool_is_name(s->name))
		return tool_error(r->err, r->path, s->line, "\"%" PRIstr "\" is not a name for C",
			STR(s->name));
	if (same)
		return tool_error(r->err, r->path, s->line,
			"there is another statement called %" PRIstr " (line %u of its file)",
			STR(s->name), same->line);
	if (!s->sql.n)
		return tool_error(
			r->err, r->path, s->line, "%" PRIstr " has no statement", STR(s->name));
	for (unsigned i = 0; i < s->param_n; i++)
		if (!s->param[i].number)
			return tool_error(r->err, r->path, s->line,
				"%" PRIstr " declares %" PRIstr " and does not use it",
				STR(s->name), STR(s->param[i].name));
	return true;
}

static bool read_statement(struct reader *r, struct sql_file *file, struct map *names)
{
	struct statement *s = NEW(r->mem, struct statement);

	if (!read_heading(r, s))
		return false;
	read_words(r, s);
	if (!read_sql(r, s) || !check_statement(r, s, names))
		return false;
	VEC_ADD(r->mem, &file->statements, *s);
	map_put(r->mem, names, s->name, s);
	return true;
}

static bool read_file(struct arena *mem, struct sql_file *file, struct map *names, struct err *err)
{
	struct reader r = {.mem = mem, .path = file->path, .line = 1, .err = err};

	if (!tool_read(mem, file->path, &r.text, err))
		return false;
	while (r.at < r.text.n) {
		struct str line = line_at(&r, r.at);
		if (is_heading(line)) {
			if (!read_statement(&r, file, names))
				return false;
		} else if (!str_trim(line).n || str_starts(line, S("--"))) {
			next_line(&r);
		} else {
			return tool_error(err, file->path, r.line,
				"this SQL stands under no heading; a heading has one statement, as in "
				"-- name(code text): many");
		}
	}
	return true;
}

static void write_params(struct out *o, const struct statement *s)
{
	if (!s->param_n)
		return;
	out_format(o, "struct %" PRIstr "_params {\n", STR(s->name));
	for (unsigned i = 0; i < s->param_n; i++)
		out_format(o, "\t%" PRIstr " %" PRIstr ";\n", STR(s->param[i].type->c),
			STR(s->param[i].name));
	out_write(o, S("};\n"));
}

static bool write_header(
	struct arena *mem, const struct sql_file *file, struct str dir, struct err *err)
{
	struct out o = tool_out(mem);
	struct str path = str_format(
		mem, "%" PRIstr "/%" PRIstr ".h", STR(dir), STR(file_name(file->path)));

	out_format(&o,
		"// Made by sqlc from %" PRIstr "; changes belong there.\n#pragma once\n\n"
		"#include \"db/db.h\"\n",
		STR(tool_shown(file->path)));
	for (size_t i = 0; i < file->statements.n; i++) {
		const struct statement *s = &file->statements.p[i];
		out_format(&o, "\n%" PRIstr "// Answers %" PRIstr ".\n", STR(s->words),
			STR(s->rows->meaning));
		write_params(&o, s);
		out_format(&o, "extern const struct db_statement %" PRIstr ";\n", STR(s->name));
	}
	return tool_write(mem, path, out_str(&o), err);
}

static void write_statement(struct out *o, const struct statement *s, unsigned index)
{
	if (s->param_n)
		out_format(o, "\nstatic const struct db_param %" PRIstr "_param[] = {\n",
			STR(s->name));
	for (unsigned number = 1; number <= s->param_n; number++) {
		const struct param *p = s->param;
		while (p->number != number)
			p++;
		out_format(o,
			"\t{S_INIT(\"%" PRIstr "\"), %" PRIstr ", offsetof(struct %" PRIstr
			"_params, %" PRIstr ")},\n",
			STR(p->name), STR(p->type->db), STR(s->name), STR(p->name));
	}
	if (s->param_n)
		out_write(o, S("};\n"));
	out_format(o,
		"\nconst struct db_statement %" PRIstr " = {\n\t.name = S_INIT(\"%" PRIstr
		"\"),\n\t.sql = S_INIT(",
		STR(s->name), STR(s->name));
	tool_literal_lines(o, s->sql, "\t\t");
	out_format(o, "),\n\t.rows = %" PRIstr ",\n", STR(s->rows->db));
	if (s->param_n)
		out_format(o, "\t.param = %" PRIstr "_param,\n\t.param_n = %u,\n", STR(s->name),
			s->param_n);
	out_format(o, "\t.index = %u,\n};\n", index);
}

static bool write_statements(
	struct arena *mem, const struct sql_file *file, size_t n, struct str dir, struct err *err)
{
	struct out o = tool_out(mem);
	unsigned index = 0;

	out_write(&o,
		S("// Made by sqlc; changes belong into the .sql files.\n\n"
		  "#include <stddef.h>\n\n#include \"db/db.h\"\n"));
	for (size_t f = 0; f < n; f++)
		out_format(&o, "#include \"%" PRIstr ".h\"\n", STR(file_name(file[f].path)));
	for (size_t f = 0; f < n; f++)
		for (size_t i = 0; i < file[f].statements.n; i++)
			write_statement(&o, &file[f].statements.p[i], index++);
	out_write(&o, S("\nconst struct db_statement *const db_statements[] = {\n"));
	for (size_t f = 0; f < n; f++)
		for (size_t i = 0; i < file[f].statements.n; i++)
			out_format(&o, "\t&%" PRIstr ",\n", STR(file[f].statements.p[i].name));
	out_format(&o, "\tNULL,\n};\nconst uint32_t db_statement_n = %u;\n", index);
	return tool_write(
		mem, str_format(mem, "%" PRIstr "/statements.c", STR(dir)), out_str(&o), err);
}

struct values {
	struct str dir;
};

static const struct option_row options[] = {
	{"dir", OPTION_TEXT, offsetof(struct values, dir), "DIR", NULL, 0, 0,
		"where the headers and statements.c are made"},
	{0},
};

static const struct option_command command = {
	.name = "sqlc",
	.operands = "FILE.sql...",
	.summary = "named SQL statements into C",
	.options = options,
	.operand_min = 1,
	.operand_max = -1,
};

static bool compile(struct arena *mem, const struct option_operands *operands, const void *values,
	struct err *err)
{
	const struct values *v = values;
	struct sql_file *file = NEW_ARRAY(mem, struct sql_file, operands->n);
	struct map names = {0};

	for (size_t i = 0; i < operands->n; i++) {
		file[i].path = operands->p[i];
		if (!read_file(mem, &file[i], &names, err))
			return false;
	}
	for (size_t i = 0; i < operands->n; i++)
		if (!write_header(mem, &file[i], v->dir, err))
			return false;
	return write_statements(mem, file, operands->n, v->dir, err);
}

int main(int argc, char **argv)
{
	struct values values = {.dir = S(".")};

	return tool_main(&command, argc, argv, &values, compile);
}
