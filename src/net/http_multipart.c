// SPDX-License-Identifier: EUPL-1.2
// http_multipart — boundaries, the heads of parts, and what browsers do to names of files.
#include "net/http_multipart.h"

#include "base/buf.h"
#include "base/utf8.h"

#define CRLF S("\r\n")

// ---- parameters of a header: `form-data; name="a"; filename="b"`

struct params {
	struct str rest;
};

static bool is_token_char(char c)
{
	return (unsigned char)c > 0x20 && (unsigned char)c < 0x7f &&
		str_find_char(S("()<>@,;:\\\"/[]?="), c, 0) == STR_NONE;
}

static struct str take_token(struct params *p)
{
	size_t n = 0;
	while (n < p->rest.n && is_token_char(p->rest.p[n]))
		n++;
	struct str token = str_sub(p->rest, 0, n);
	p->rest = str_from(p->rest, n);
	return token;
}

// Between quotes, as it stands; a quote behind a backslash does not end it.
static bool take_quoted(struct params *p, struct str *ret_text)
{
	size_t n = 1;
	while (n < p->rest.n && p->rest.p[n] != '"')
		n += p->rest.p[n] == '\\' && str_starts(str_from(p->rest, n), S("\\\"")) ? 2 : 1;
	if (n >= p->rest.n)
		return false;
	*ret_text = str_sub(p->rest, 1, n);
	p->rest = str_from(p->rest, n + 1);
	return true;
}

static void skip_blanks(struct params *p)
{
	p->rest = str_trim(p->rest);
}

// The next `; name=value`; *ret_more is false at the end.
static bool take_param(
	struct params *p, struct str *ret_name, struct str *ret_value, bool *ret_more)
{
	skip_blanks(p);
	*ret_more = p->rest.n > 0;
	if (!*ret_more)
		return true;
	if (p->rest.p[0] != ';')
		return false;
	p->rest = str_from(p->rest, 1);
	skip_blanks(p);
	*ret_name = take_token(p);
	if (!ret_name->n || !str_starts(p->rest, S("=")))
		return false;
	p->rest = str_from(p->rest, 1);
	if (str_starts(p->rest, S("\"")))
		return take_quoted(p, ret_value);
	*ret_value = take_token(p);
	return ret_value->n > 0;
}

// ---- the boundary

static bool is_boundary(struct str s)
{
	if (!s.n || s.n > HTTP_BOUNDARY_MAX || s.p[s.n - 1] == ' ')
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!char_is_digit(s.p[i]) && !char_is_alpha(s.p[i]) &&
			str_find_char(S("'()+_,-./:=? "), s.p[i], 0) == STR_NONE)
			return false;
	return true;
}

static bool find_boundary(struct str type, struct str *ret_boundary)
{
	struct params p = {str_from(type, str_find_char(type, ';', 0))};
	struct str name, value, found = STR_EMPTY;
	bool more;
	for (;;) {
		if (!take_param(&p, &name, &value, &more))
			return false;
		if (!more)
			break;
		if (!str_eq_nocase(name, S("boundary")))
			continue;
		if (found.n)
			return false;
		found = value;
	}
	*ret_boundary = found;
	return is_boundary(found);
}

bool http_is_multipart(const struct http_request *request)
{
	struct str type = request->body_type;

	type = str_trim(str_sub(type, 0, str_find_char(type, ';', 0)));
	return str_eq_nocase(type, S("multipart/form-data"));
}

// ---- the head of a part

struct part {
	struct str name, filename, type, bytes;
	bool has_name, has_filename;
};

// `form-data; name="a"; filename="b"`. A `filename*` is not for forms (RFC 7578 4.2): left aside.
static bool read_disposition(struct str value, struct part *part)
{
	struct params p = {value};
	struct str name, text;
	bool more;
	if (part->has_name || !str_eq_nocase(take_token(&p), S("form-data")))
		return false;
	for (;;) {
		if (!take_param(&p, &name, &text, &more))
			return false;
		if (!more)
			return part->has_name;
		bool is_name = str_eq_nocase(name, S("name"));
		bool is_filename = str_eq_nocase(name, S("filename"));
		if ((is_name && part->has_name) || (is_filename && part->has_filename))
			return false;
		if (is_name)
			part->name = text;
		if (is_filename)
			part->filename = text;
		part->has_name |= is_name;
		part->has_filename |= is_filename;
	}
}

static bool read_header(struct str line, struct part *part)
{
	size_t colon = str_find_char(line, ':', 0);
	struct str name = str_sub(line, 0, colon);
	if (colon == STR_NONE || !name.n || str_trim(name).n != name.n)
		return false;
	struct str value = str_trim(str_from(line, colon + 1));
	if (str_eq_nocase(name, S("content-disposition")))
		return read_disposition(value, part);
	if (str_eq_nocase(name, S("content-type")))
		part->type = value;
	// Bytes stand as they are; nobody has sent them otherwise for twenty years.
	if (str_eq_nocase(name, S("content-transfer-encoding")))
		return str_eq_nocase(value, S("binary")) || str_eq_nocase(value, S("8bit")) ||
			str_eq_nocase(value, S("7bit"));
	return true;
}

// Reads lines up to the empty one; *ret_n is where the bytes of the part begin.
static bool read_head(struct str text, struct part *part, size_t *ret_n, struct err *err)
{
	size_t at = 0;
	for (unsigned n = 0; n <= HTTP_PART_HEADER_MAX; n++) {
		size_t end = str_find(str_sub(text, 0, HTTP_PART_HEAD_MAX), CRLF, at);
		if (end == STR_NONE)
			return err_set(err, ERR_INPUT, "the head of a part is not whole");
		if (end == at) {
			*ret_n = end + CRLF.n;
			return part->has_name ||
				err_set(err, ERR_INPUT, "a part of the form has no name");
		}
		if (!read_header(str_sub(text, at, end), part))
			return err_set(err, ERR_INPUT, "the head of a part is not well-formed");
		at = end + CRLF.n;
	}
	return err_set(err, ERR_LIMIT, "a part of the form has too many headers");
}

// ---- names and texts

// Browsers write what would end a name as %22, %0D and %0A, older ones a quote as \".
static struct str name_plain(struct arena *mem, struct str name)
{
	static const struct {
		struct str written, meant;
	} escape[] = {{S_INIT("%22"), S_INIT("\"")}, {S_INIT("\\\""), S_INIT("\"")},
		{S_INIT("%0D"), S_INIT("\r")}, {S_INIT("%0A"), S_INIT("\n")}};
	struct buf text = buf_new(mem, HTTP_PART_HEAD_MAX);
	for (size_t i = 0; i < name.n;) {
		size_t k = 0;
		while (k < 4 && !str_starts(str_from(name, i), escape[k].written))
			k++;
		buf_add(&text, k < 4 ? escape[k].meant : str_sub(name, i, i + 1));
		i += k < 4 ? escape[k].written.n : 1;
	}
	return buf_str(&text);
}

// The last part of what may be a path of any system, without controls.
static struct str filename_plain(struct arena *mem, struct str path)
{
	struct str name = name_plain(mem, path);
	struct buf text = buf_new(mem, HTTP_PART_HEAD_MAX);
	for (size_t i = name.n; i > 0; i--)
		if (name.p[i - 1] == '/' || name.p[i - 1] == '\\') {
			name = str_from(name, i);
			break;
		}
	for (size_t i = 0; i < name.n; i++)
		if ((unsigned char)name.p[i] >= 0x20 && name.p[i] != 0x7f)
			buf_add_char(&text, name.p[i]);
	return str_trim(buf_str(&text));
}

// As http_parse_pairs takes them: UTF-8, of the controls only white space.
static bool is_text(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f)
			return false;
	}
	return utf8_is_valid(s, NULL);
}

static bool keep_field(
	struct arena *mem, const struct part *part, struct http_form *form, struct err *err)
{
	struct str name = name_plain(mem, part->name);
	if (form->n == HTTP_FORM_MAX || part->bytes.n > HTTP_FIELD_MAX)
		return err_set(err, ERR_LIMIT, "the form has too much in it");
	if (!is_text(name) || !is_text(part->bytes))
		return err_set(err, ERR_INPUT, "a field of the form is not text in UTF-8");
	VEC_ADD(mem, form, ((struct http_pair){name, part->bytes}));
	return true;
}

static bool keep_file(
	struct arena *mem, const struct part *part, struct http_files *files, struct err *err)
{
	struct http_file file = {name_plain(mem, part->name), filename_plain(mem, part->filename),
		part->type, part->bytes};
	if (!part->filename.n && !part->bytes.n)
		return true;
	if (files->n == HTTP_FILES_MAX)
		return err_set(err, ERR_LIMIT, "the form has too many files");
	if (!is_text(file.name) || !is_text(file.filename) || !is_text(file.type))
		return err_set(err, ERR_INPUT, "the name of a file is not text in UTF-8");
	if (!file.filename.n)
		file.filename = S("file");
	VEC_ADD(mem, files, file);
	return true;
}

// ---- the body

// Behind a boundary: the end of its line, or of everything. *ret_last tells which.
static bool take_line_end(struct str *rest, bool *ret_last)
{
	*ret_last = str_starts(*rest, S("--"));
	if (*ret_last)
		return str_eq(str_from(*rest, 2), STR_EMPTY) || str_eq(str_from(*rest, 2), CRLF);
	while (rest->n && (rest->p[0] == ' ' || rest->p[0] == '\t'))
		*rest = str_from(*rest, 1);
	if (!str_starts(*rest, CRLF))
		return false;
	*rest = str_from(*rest, CRLF.n);
	return true;
}

static bool take_part(struct str *rest, struct str mark, struct part *ret_part, struct err *err)
{
	size_t head = 0;
	if (!read_head(*rest, ret_part, &head, err))
		return false;
	// The line end before a boundary is the boundary's: a part without bytes has none of its own.
	size_t end = str_find(*rest, mark, head - CRLF.n);
	if (end == STR_NONE)
		return err_set(err, ERR_INPUT, "the form was cut off");
	ret_part->bytes = str_sub(*rest, head, end < head ? head : end);
	*rest = str_from(*rest, end + mark.n);
	return true;
}

bool http_read_multipart(struct arena *mem, const struct http_request *request,
	struct http_form *ret_form, struct http_files *ret_files, struct err *err)
{
	struct http_form form = {.n = 0};
	struct http_files files = {.n = 0};
	struct str boundary, rest = request->body;
	bool is_last;
	if (!http_is_multipart(request) || !find_boundary(request->body_type, &boundary))
		return err_set(err, ERR_INPUT, "the body is not a form with files");
	struct str mark = str_join(mem, S("\r\n--"), boundary);
	if (!str_starts(rest, str_from(mark, CRLF.n)))
		return err_set(err, ERR_INPUT, "the form does not begin with its boundary");
	rest = str_from(rest, mark.n - CRLF.n);
	for (;;) {
		struct part part = {.has_name = false};
		if (!take_line_end(&rest, &is_last))
			return err_set(err, ERR_INPUT, "a boundary of the form is not well-formed");
		if (is_last)
			break;
		if (!take_part(&rest, mark, &part, err))
			return false;
		if (part.has_filename ? !keep_file(mem, &part, &files, err)
				      : !keep_field(mem, &part, &form, err))
			return false;
	}
	*ret_form = form;
	*ret_files = files;
	return true;
}

const struct http_file *http_file_named(const struct http_files *files, struct str name)
{
	for (size_t i = 0; i < files->n; i++)
		if (str_eq(files->p[i].name, name))
			return &files->p[i];
	return NULL;
}
