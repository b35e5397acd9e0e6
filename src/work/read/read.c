// SPDX-License-Identifier: EUPL-1.2
// read — reads a narrative page of actions: entries one by one, then what the page itself says.
//
// Line by line: a labelled line that the open entry cannot take begins the next entry, together
// with the heading that may stand before it. The source then goes back to that heading, so that
// only the lines of one entry are ever kept; each line is read at most twice.

#include "work/read/read.h"

#include <stdio.h>

#include "work/read/entry_build.h"
#include "work/read/heading.h"
#include "work/read/line.h"
#include "work/read/page_end_find.h"

enum {
	ENTRY_MAX_N = LINE_MAX_N +
		64 * 1024,              // bytes of text in one entry; what is behind is left unread
	OUTSIDE_MAX_N = 4 * LINE_MAX_N, // a byte of Windows-1252 may become three
	ENTRY_MEMORY_MAX = 1024 * 1024 * 1024,
};

struct page {
	struct arena *mem; // of the page
	struct arena *tmp; // of the entry
	const struct lexicon *lexicon;
	const struct read_sink *sink;
	struct line_source source;
	struct page_end *end;
	struct page_end_find outside;

	struct entry_lines lines;
	bool is_stopped; // by the sink
	bool is_open;    // lines belong to an entry
	bool is_closed;  // its single-line value is complete
	bool seen[LABEL_N];
	enum label first_label; // that entries of this page begin with

	struct line_source mark; // before the last line
	size_t before_n;         // lines of the entry that stand before it
	bool is_heading;         // the last line may be a heading
	size_t text_n, read_n;   // bytes of text seen, and those that ended in something
};

static void entry_reset(struct page *page, size_t max)
{
	arena_reset(page->tmp);
	page->lines = (struct entry_lines){.text = text_new(page->tmp, max)};
}

// Hands the open entry over, if it is one, without the lines from `line_n` on. False to stop.
static bool entry_flush(struct page *page, size_t line_n)
{
	struct entry_lines *lines = &page->lines;
	page->is_open = false;
	if (lines->line.n == 0)
		return true;
	lines->line.n = line_n < lines->line.n ? line_n : lines->line.n;
	const struct section *last = &lines->line.p[lines->line.n - 1];
	lines->end = last->at + last->n;
	for (size_t i = 0; i < lines->section_n; i++)
		if (lines->section[i].at + lines->section[i].n > lines->end)
			lines->section[i].n = lines->section[i].at < lines->end
				? lines->end - lines->section[i].at
				: 0;
	if (!entry_is_one(page->tmp, page->lexicon, lines))
		return true;
	struct entry entry;
	entry_build(page->tmp, page->lexicon, lines, &entry);
	page->end->entry_n++;
	page_end_note_entry(&page->outside, &entry);
	for (size_t i = 0; i < lines->line.n; i++)
		page->read_n += lines->line.p[i].n;
	page->is_stopped = !page->sink->entry(page->sink->context, &entry);
	return !page->is_stopped;
}

static struct str line_str(const struct page *page, const struct line *line)
{
	return str_sub(text_str(&page->lines.text), line->at, line->at + line->n);
}

static void section_begin(struct page *page, enum label label, size_t at, size_t n)
{
	struct entry_lines *lines = &page->lines;
	page->seen[label] = true;
	page->is_closed = false;
	if (lines->section_n == SECTION_MAX)
		return;
	lines->section[lines->section_n++] = (struct section){label, at, n};
}

// True for a value that ends with its line; the others run on over paragraphs.
static bool is_one_line(enum label label)
{
	return label != LABEL_OBJECTIVE && label != LABEL_SUMMARY;
}

static void line_keep(struct page *page, const struct line *line)
{
	VEC_ADD(page->tmp, &page->lines.line, ((struct section){LABEL_NONE, line->at, line->n}));
}

// A line without label, inside an entry: it goes on with the value before it, or is the value of a
// label that stood alone. Paragraphs behind labels of which none is a summary are the summary.
static void line_continue(struct page *page, const struct line *line)
{
	struct entry_lines *lines = &page->lines;
	struct section *last = &lines->section[lines->section_n - 1];
	if (page->is_closed || lines->section_n == 0) {
		if (page->seen[LABEL_SUMMARY] || page->seen[LABEL_OBJECTIVE])
			return;
		line_keep(page, line);
		section_begin(page, LABEL_SUMMARY, line->at, line->n);
		return;
	}
	line_keep(page, line);
	if (last->n == 0)
		last->at = line->at;
	last->n = line->at + line->n - last->at;
	page->is_closed = is_one_line(last->label);
}

static void line_label(struct page *page, const struct line *line, enum label label, size_t value)
{
	line_keep(page, line);
	section_begin(page, label, line->at + value, line->n - value);
	page->is_closed = is_one_line(label) && line->n > value;
}

// Begins an entry at the heading that the last line is, or else at the labelled line itself.
static bool entry_begin(struct page *page, const struct line_source *before_label, struct err *err)
{
	struct line line;
	bool is_end;
	bool has_heading = page->is_heading;
	page->source = has_heading ? page->mark : *before_label;
	entry_reset(page, ENTRY_MAX_N);
	for (int i = 0; i < LABEL_N; i++)
		page->seen[i] = false;
	page->is_open = true;
	page->is_heading = false;
	page->is_closed = false;
	if (!has_heading)
		return true;
	if (!line_next(&page->source, &page->lines.text, &line, &is_end, err))
		return false;
	line_keep(page, &line);
	page->lines.heading_at = line.at;
	page->lines.heading_n = line.n;
	return true;
}

static bool begins_entry(const struct page *page, enum label label)
{
	if (!page->is_open)
		return true;
	if (page->lines.section_n == 0)
		return false;
	bool complete = page->seen[LABEL_OBJECTIVE] && page->seen[LABEL_SUMMARY] &&
		page->seen[LABEL_DURATION];
	if (page->is_heading)
		return page->seen[label] || complete || label == page->first_label;
	return page->seen[label] && label == page->first_label;
}

// Looks at a line that stands in no entry.
static void line_outside(struct page *page, const struct line *line)
{
	struct str text = line_str(page, line);
	if (page_end_line(&page->outside, page->lexicon, text, &page->lines.text, line->at))
		page->read_n += line->n;
}

static bool line_take(struct page *page, const struct line *line, const struct line_source *before,
	struct err *err)
{
	size_t value = 0, funder_at, funder_n;
	struct str text = line_str(page, line);
	enum label label = label_of_line(page->tmp, page->lexicon, text, &value);
	bool closes = label == LABEL_DOWNLOADS || line->block.is_aside ||
		label_funder(page->tmp, page->lexicon, text, &funder_at, &funder_n);
	struct heading heading;
	if (label != LABEL_NONE && !closes) {
		if (begins_entry(page, label)) {
			size_t keep_n = page->is_heading ? page->before_n : page->lines.line.n;
			if (page->is_open && !entry_flush(page, keep_n))
				return false;
			if (page->end->entry_n == 0)
				page->first_label = label;
			return entry_begin(page, before, err);
		}
		line_label(page, line, label, value);
		page->is_heading = false;
		page->text_n += line->n;
		return true;
	}
	page->text_n += line->n;
	page->is_heading = !closes && heading_parse(page->tmp, page->lexicon, text, &heading);
	page->mark = *before;
	page->before_n = page->lines.line.n;
	if (page->is_open && !closes) {
		line_continue(page, line);
		return true;
	}
	if (page->is_open && !entry_flush(page, page->lines.line.n))
		return false;
	line_outside(page, line);
	entry_reset(page, OUTSIDE_MAX_N);
	return true;
}

static bool page_lines(struct page *page, struct err *err)
{
	for (;;) {
		struct line line;
		struct line_source before = page->source;
		bool is_end;
		if (!line_next(&page->source, &page->lines.text, &line, &is_end, err))
			return false;
		if (page->lines.text.bytes.full && page->is_open) {
			// No entry is as long as this: what is behind stands outside of it.
			page->lines.is_cut = true;
			if (!entry_flush(page, page->lines.line.n))
				return false;
			entry_reset(page, OUTSIDE_MAX_N);
			page->source = before;
			continue;
		}
		if (is_end)
			break;
		if (!line_take(page, &line, &before, err))
			return false;
	}
	return !page->is_open || entry_flush(page, page->lines.line.n);
}

const struct lexicon *read_lexicon_new(struct arena *mem)
{
	return lexicon_new(mem);
}

static void page_arena_free(struct page *page)
{
	arena_free(page->tmp);
}

bool read_page(struct arena *mem, struct str bytes, const struct read_options *options,
	const struct read_sink *sink, struct page_end *ret_end, struct err *err)
{
	struct page_end end = {
		.funder = {.text = STR_EMPTY, .span = SPAN_NONE}, .region = STR_EMPTY};
	struct page page CLEANUP(page_arena_free) = {.mem = mem,
		.tmp = arena_new(ENTRY_MEMORY_MAX),
		.lexicon = options->lexicon ? options->lexicon : lexicon_new(mem),
		.sink = sink,
		.end = &end};
	page.outside = (struct page_end_find){.mem = mem, .tmp = page.tmp, .end = &end};
	entry_reset(&page, OUTSIDE_MAX_N);
	if (!line_source_open(bytes, &page.source, err) ||
		(!page_lines(&page, err) && !page.is_stopped)) {
		if (options->file.n && err->where[0] == 0)
			snprintf(err->where, sizeof err->where, "%" PRIstr, STR(options->file));
		return false;
	}
	page_end_finish(&page.outside, options->as_of);
	if (page.text_n > page.read_n)
		end.unread_share = 1.0 - (double)page.read_n / (double)page.text_n;
	*ret_end = end;
	return true;
}
