// SPDX-License-Identifier: EUPL-1.2
// line — the lines of a page, one after the other, whatever the page is made of.

#include "work/read/line.h"

// What some files that are no text begin with, and what to say of them.
struct magic {
	struct str bytes;
	const char *name;
};

static const struct magic magics[] = {
	{S_INIT("%PDF-"), "a PDF document"},
	{S_INIT("PK\003\004"), "a compressed document (ZIP, or an office file)"},
	{S_INIT("\320\317\021\340"), "an old office document"},
	{S_INIT("\037\213"), "a compressed file (gzip)"},
	{S_INIT("\211PNG"), "an image"},
	{S_INIT("\377\330\377"), "an image"},
	{S_INIT("{\\rtf"), "an RTF document"},
};

static bool is_text(struct str bytes, enum charset charset, struct err *err)
{
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (str_starts(bytes, magics[i].bytes))
			return err_set(err, ERR_INPUT,
				"this is %s, not a page of text: save it as plain text or HTML "
				"in UTF-8",
				magics[i].name);
	if (charset == CHARSET_UTF16LE || charset == CHARSET_UTF16BE)
		return err_set(err, ERR_INPUT,
			"this is text in UTF-16, which is not read: save the page in UTF-8");
	if (charset == CHARSET_BINARY)
		return err_set(err, ERR_INPUT,
			"this is not text: save the page as plain text or HTML in UTF-8");
	if (str_trim(bytes).n == 0)
		return err_set(
			err, ERR_INPUT, "the file is empty: give a page with at least one entry");
	return true;
}

bool line_source_open(struct str bytes, struct line_source *ret_source, struct err *err)
{
	struct line_source source = {.bytes = bytes};
	source.charset = charset_detect(bytes, &source.at);
	if (!is_text(bytes, source.charset, err))
		return false;
	source.is_html = html_scan_is_html(str_from(bytes, source.at));
	if (source.is_html && bytes.n > HTML_MAX_N)
		return err_set(err, ERR_LIMIT,
			"a page of HTML may have %d MB, this one has %zu: split it, or save its text",
			HTML_MAX_N >> 20, bytes.n >> 20);
	source.html = html_scan_new(bytes);
	source.html.at = source.at;
	*ret_source = source;
	return true;
}

enum { BREAK_WINDOW = 256 };

// Where the first line break among the `n` bytes is; `n` when there is none. Looked for in windows,
// so that a file with one kind of break is not searched through for the other.
static size_t line_break_at(const char *p, size_t n)
{
	for (size_t from = 0; from < n; from += BREAK_WINDOW) {
		size_t part = n - from < BREAK_WINDOW ? n - from : BREAK_WINDOW;
		const char *feed = memchr(p + from, '\n', part);
		part = feed ? (size_t)(feed - p) - from : part;
		const char *back = memchr(p + from, '\r', part);
		if (back || feed)
			return (size_t)((back ? back : feed) - p);
	}
	return n;
}

static bool text_line_next(struct line_source *source, struct text *text, struct line *ret_line,
	bool *ret_is_end, struct err *err)
{
	struct str bytes = source->bytes;
	bool blank_before = source->at <= 3;
	while (source->at < bytes.n) {
		size_t from = source->at;
		size_t limit = bytes.n - from > LINE_MAX_N ? LINE_MAX_N : bytes.n - from;
		const char *p = bytes.p + from;
		size_t n = line_break_at(p, limit);
		if (n == LINE_MAX_N && n < bytes.n - from)
			return err_set(err, ERR_INPUT,
				"the line that begins at byte %zu is longer than %d bytes: this is "
				"no page of text",
				from, LINE_MAX_N);
		source->at = from + n + (n < limit);
		if (n + 1 < limit && p[n] == '\r' && p[n + 1] == '\n')
			source->at++;
		size_t before = text_begin_line(text, from);
		size_t size = text->bytes.n;
		text_add_source(text, str_sub(bytes, from, from + n), from, source->charset);
		if (text->bytes.n > size) {
			*ret_line = (struct line){.at = before,
				.n = text->bytes.n - before,
				.after_blank = blank_before};
			*ret_is_end = false;
			return true;
		}
		blank_before = true;
	}
	*ret_is_end = true;
	return true;
}

// Two breaks with nothing between them: an empty line, and all that either of them says.
static void block_merge(struct html_block *block, struct html_block next)
{
	block->is_line = false;
	block->is_aside = next.is_aside;
	block->is_side = next.is_side;
	block->is_title = next.is_title;
	block->is_item = block->is_item || next.is_item;
	if (next.heading)
		block->heading = next.heading;
}

static bool html_line_next(struct line_source *source, struct text *text, struct line *ret_line,
	bool *ret_is_end, struct err *err)
{
	size_t before = text_begin_line(text, source->html.at);
	size_t size = text->bytes.n;
	struct html_piece piece;
	bool is_link = true;
	for (;;) {
		html_scan_next(&source->html, &piece);
		bool is_text = piece.kind == HTML_TEXT || piece.kind == HTML_ENTITY;
		if (is_text && !piece.in_link && str_trim(piece.bytes).n)
			is_link = false;
		if (piece.kind == HTML_TEXT)
			text_add_source(text, piece.bytes, piece.source, source->charset);
		else if (piece.kind == HTML_ENTITY)
			text_add_char(text, piece.bytes, piece.source, piece.source_n);
		else if (text->bytes.n > size || piece.kind == HTML_END)
			break;
		else
			block_merge(&source->block, piece.block);
		if (text->bytes.n - size > LINE_MAX_N)
			return err_set(err, ERR_INPUT,
				"the block of text before byte %zu is longer than %d bytes: this is "
				"no page of text",
				piece.source, LINE_MAX_N);
	}
	*ret_is_end = text->bytes.n == size;
	*ret_line = (struct line){.at = before,
		.n = text->bytes.n - (*ret_is_end ? text->bytes.n : before),
		.block = source->block,
		.after_blank = !source->block.is_line,
		.is_link = is_link};
	source->block = piece.block;
	return true;
}

bool line_next(struct line_source *source, struct text *text, struct line *ret_line,
	bool *ret_is_end, struct err *err)
{
	if (source->is_html)
		return html_line_next(source, text, ret_line, ret_is_end, err);
	return text_line_next(source, text, ret_line, ret_is_end, err);
}
