// SPDX-License-Identifier: EUPL-1.2
// read — reads a narrative page of actions: entries one by one, then what the page itself says.
//
// Line by line. What a line is (line_class.h) and where the reader stands decide what it does: that
// is the table `steps` below, and all there is to telling layouts apart. A labelled line that the
// open entry cannot take begins the next entry, together with the lines that lead to it: a heading,
// a theme, a status, a paragraph. The source then goes back to the first of these, so that only the
// lines of one entry are ever kept; each line is read at most three times.

#include "work/read/read.h"

#include <stdio.h>

#include "work/read/action_list.h"
#include "work/read/doubt_find.h"
#include "work/read/entry_build.h"
#include "work/read/page_end_find.h"

enum {
	ENTRY_MAX_N = LINE_MAX_N +
		64 * 1024,              // bytes of text in one entry; what is behind is left unread
	OUTSIDE_MAX_N = 4 * LINE_MAX_N, // a byte of Windows-1252 may become three
	ENTRY_MEMORY_MAX = 1024 * 1024 * 1024,
	LEAD_LINES_MAX = 8,            // that lead to the first label of an entry
	LEAD_AROUND_MAX = 256,         // the same with those around the matter of the page
	LEAD_BYTES_MAX = 16 * 1024,    // of text in them
	PASSED_STEP = 4 * 1024 * 1024, // longer than an entry
	KNOWN_MAX = 8,                 // lines that are kept to be read again
};

// Where the reader stands.
enum state {
	STATE_OUTSIDE,  // in no entry
	STATE_LABELLED, // in an entry of labelled lines
	STATE_LISTED,   // in an item of a list of actions
	STATE_N
};

// The lines that lead to a label which has not come yet.
struct lead {
	struct line_source mark; // before the first of them
	size_t n;                // with those around the matter of the page among them
	size_t own_n, bytes;     // without
	size_t before_n;         // lines of the open entry that stand before it
	bool takes_short;        // it is sure to be a heading, so that lines may stand behind it
	struct page_passage passage; // of what stands unread before it
	bool takes_prose; // the heading has a title, so that paragraphs behind it are of its entry
};

// What the last lines are, by where they begin in the source. It lives with their entry.
struct known_lines {
	size_t at[KNOWN_MAX];
	struct line_class class[KNOWN_MAX];
	size_t n; // of which the last few are here
};

struct page {
	struct arena *mem;    // of the page
	struct arena *tmp;    // of the entry
	struct arena *before; // of the one before, with the lines that are read again
	const struct lexicon *lexicon;
	const struct read_sink *sink;
	const struct read_options *options;
	size_t passed_at; // where the options were told last
	struct line_source source;
	struct page_end *end;
	struct page_end_find outside;
	struct page_name name;

	struct entry_lines lines;
	enum state state;
	bool is_stopped;         // by the sink
	bool is_list_known;      // the page has a list of actions
	struct action_list list; // what the lines so far tell of one
	size_t list_wait;        // items to pass by until it is worth looking for one again
	enum label first_label;  // that entries of this page begin with
	enum progress progress;  // that the last head of a list told
	struct span progress_span;

	struct lead lead;
	struct known_lines recent; // of the entry
	struct known_lines again;  // of the one before
	size_t counted;            // up to here in the source, lines are counted
	size_t text_n, read_n;     // bytes of text seen, and those that ended in something
};

typedef bool step(struct page *page, const struct taken *taken, struct err *err);

static size_t source_at(const struct line_source *source)
{
	return source->is_html ? source->html.at : source->at;
}

static void entry_reset(struct page *page, size_t max)
{
	arena_reset(page->tmp);
	page->recent.n = page->again.n = 0;
	page->lines = (struct entry_lines){.text = text_new(page->tmp, max)};
}

// The same for an entry that begins with lines which were read as the last of the one before.
static void entry_reset_behind(struct page *page)
{
	struct arena *before = page->tmp;
	struct known_lines recent = page->recent;
	page->tmp = page->outside.tmp = page->before;
	page->before = before;
	entry_reset(page, ENTRY_MAX_N);
	page->again = recent;
}

// What the line is: looked up where it is read again.
static struct line_class line_class_of(struct page *page, const struct taken *taken)
{
	struct known_lines *recent = &page->recent;
	const struct known_lines *again = &page->again;
	size_t at = source_at(&taken->before), slot = recent->n % KNOWN_MAX;
	for (size_t i = 0; i < again->n && i < KNOWN_MAX; i++)
		if (again->at[i] == at)
			return again->class[i];
	recent->at[slot] = at;
	recent->class[slot] = line_classify(page->tmp, page->lexicon, &taken->line, taken->text);
	recent->n++;
	return recent->class[slot];
}

// Hands the open entry over, if it is one, without the lines from `line_n` on. False to stop.
static bool entry_flush(struct page *page, size_t line_n)
{
	struct entry_lines *lines = &page->lines;
	page->state = STATE_OUTSIDE;
	if (lines->line.n == 0)
		return true;
	entry_lines_end(lines, line_n);
	if (lines->line.n == 0)
		return true;
	if (!entry_is_one(page->tmp, page->lexicon, lines)) {
		for (size_t i = 0; i < lines->line.n; i++)
			page_end_unread(&page->outside, &lines->text, lines->line.p[i].at,
				lines->line.p[i].n);
		return true;
	}
	struct entry entry;
	entry_build(page->tmp, page->lexicon, lines, &page->name, &entry);
	doubt_stale(page->tmp, &entry, page->outside.as_of);
	page->end->entry_n++;
	page_end_note_entry(&page->outside, &entry);
	for (size_t i = 0; i < lines->line.n; i++)
		page->read_n += lines->line.p[i].n;
	page->is_stopped = !page->sink->entry(page->sink->context, &entry);
	return !page->is_stopped;
}

// Reads the next line and tells what it is. `*ret_is_end` when there is none.
static bool line_read(struct page *page, struct taken *ret_taken, bool *ret_is_end, struct err *err)
{
	struct taken taken = {.before = page->source, .text_before = page->lines.text};
	if (!line_next(&page->source, &page->lines.text, &taken.line, ret_is_end, err))
		return false;
	if (!*ret_is_end && !page->lines.text.bytes.full) {
		taken.text = str_sub(
			text_str(&page->lines.text), taken.line.at, taken.line.at + taken.line.n);
		taken.class = line_class_of(page, &taken);
	}
	*ret_taken = taken;
	return true;
}

// Begins an entry with the lines that lead to the label, or else at the labelled line itself, which
// is read again with it.
static bool entry_begin(struct page *page, const struct taken *label, struct err *err)
{
	struct lead lead = page->lead;
	struct line_source label_mark = label->before;
	page->source = lead.n ? lead.mark : label_mark;
	entry_reset_behind(page);
	page->state = STATE_LABELLED;
	page->lead = (struct lead){0};
	for (size_t i = 0; i < lead.n; i++) {
		struct taken taken;
		bool is_end;
		if (!line_read(page, &taken, &is_end, err))
			return false;
		if (!is_end && !entry_lines_lead(&page->lines, &taken))
			entry_lines_skip(&page->lines, &taken);
	}
	return true;
}

// A heading begins what leads to a label anew; other lines follow one, or a status.
static void lead_add(struct page *page, const struct taken *taken)
{
	struct lead *lead = &page->lead;
	const struct heading *heading = &taken->class.heading;
	bool is_heading = taken->class.kind == LINE_HEADING || taken->class.kind == LINE_BULLET;
	if (is_heading || lead->n == 0) {
		*lead = (struct lead){.mark = taken->before,
			.passage = page->outside.passage,
			.before_n = page->lines.line.n,
			.takes_short = is_heading &&
				(heading->is_known || taken->line.block.heading > 0),
			.takes_prose = is_heading && heading->is_known && heading->title.n > 0};
	}
	lead->n++;
	lead->own_n++;
	lead->bytes += taken->line.n;
	if (lead->own_n > LEAD_LINES_MAX || lead->bytes > LEAD_BYTES_MAX)
		*lead = (struct lead){0};
}

static bool begins_entry(const struct page *page, enum label label)
{
	if (page->lines.section.n == 0 || label == LABEL_ACTIVITY)
		return false;
	const bool *seen = page->lines.seen;
	bool complete = seen[LABEL_OBJECTIVE] && seen[LABEL_SUMMARY] && seen[LABEL_DURATION];
	if (page->lead.n)
		return seen[label] || complete || label == page->first_label;
	return seen[label] && label == page->first_label;
}

// The steps. Each does what one line asks for; false stops the reading.

static bool step_outside(struct page *page, const struct taken *taken, struct err *err)
{
	(void)err;
	const struct line *line = &taken->line;
	page->list.is_of_projects |= taken->class.is_of_projects &&
		taken->class.kind != LINE_AROUND;
	if ((line->block.is_title || line->block.heading == 1) && !page->name.iso2.n)
		page->name = page_name_of_title(page->mem, page->lexicon, taken->text);
	if (page_end_line(&page->outside, page->lexicon, taken->text, &page->lines.text, line->at))
		page->read_n += line->n;
	else if (taken->class.kind != LINE_AROUND)
		page_end_unread(&page->outside, &page->lines.text, line->at, line->n);
	entry_reset(page, OUTSIDE_MAX_N);
	return true;
}

// A line in an entry that does not belong to it.
static void line_drop(struct page *page, const struct taken *taken)
{
	page_end_unread(&page->outside, &page->lines.text, taken->line.at, taken->line.n);
	entry_lines_skip(&page->lines, taken);
}

// Around the matter of the page: neither ends an entry nor leads to one. But a box beside the text
// may hold the value of a label, and so may a link.
static bool step_around(struct page *page, const struct taken *taken, struct err *err)
{
	bool is_far = taken->line.block.is_aside || taken->line.block.is_title;
	page->lead.n += page->lead.n > 0;
	if (page->lead.n > LEAD_AROUND_MAX)
		page->lead = (struct lead){0};
	if (page->state == STATE_OUTSIDE)
		return step_outside(page, taken, err);
	if (!is_far && entry_lines_await(&page->lines) && entry_lines_continue(&page->lines, taken))
		return true;
	if (page_end_line(
		    &page->outside, page->lexicon, taken->text, &page->lines.text, taken->line.at))
		page->read_n += taken->line.n;
	entry_lines_skip(&page->lines, taken);
	return true;
}

static bool step_lead(struct page *page, const struct taken *taken, struct err *err)
{
	lead_add(page, taken);
	return step_outside(page, taken, err);
}

// A line between a heading and its first label belongs to them; any other ends what might lead.
static bool step_between(struct page *page, const struct taken *taken, struct err *err)
{
	const struct lead *lead = &page->lead;
	bool is_taken = lead->n &&
		((taken->class.kind == LINE_SHORT && lead->takes_short) ||
			(taken->class.kind == LINE_PROSE && lead->takes_prose));
	entry_lines_progress(&page->lines.text, taken, &page->progress, &page->progress_span);
	if (is_taken)
		lead_add(page, taken);
	else
		page->lead = (struct lead){0};
	return step_outside(page, taken, err);
}

static bool step_head(struct page *page, const struct taken *taken, struct err *err)
{
	bool is_told = taken->class.progress != PROGRESS_UNKNOWN;
	page->list.has_head |= is_told;
	if (is_told)
		page->list_wait = 0;
	entry_lines_progress(&page->lines.text, taken, &page->progress, &page->progress_span);
	page->read_n += is_told ? taken->line.n : 0;
	return step_lead(page, taken, err);
}

static bool label_begin(struct page *page, const struct taken *taken, struct err *err)
{
	if (page->end->entry_n == 0)
		page->first_label = taken->class.label;
	return entry_begin(page, taken, err);
}

static bool step_begin(struct page *page, const struct taken *taken, struct err *err)
{
	// The lines that lead to it were not left unread after all.
	if (page->lead.n)
		page->outside.passage = page->lead.passage;
	return label_begin(page, taken, err);
}

static bool step_label(struct page *page, const struct taken *taken, struct err *err)
{
	if (begins_entry(page, taken->class.label)) {
		size_t keep_n = page->lead.n ? page->lead.before_n : page->lines.line.n;
		return entry_flush(page, keep_n) && label_begin(page, taken, err);
	}
	entry_lines_label(&page->lines, taken);
	page->lead = (struct lead){0};
	return true;
}

static bool step_continue(struct page *page, const struct taken *taken, struct err *err)
{
	(void)err;
	page->lead = (struct lead){0};
	if (!entry_lines_continue(&page->lines, taken))
		line_drop(page, taken);
	return true;
}

// In an entry, a line that may as well lead to the next one.
static bool step_lead_within(struct page *page, const struct taken *taken, struct err *err)
{
	(void)err;
	lead_add(page, taken);
	if (!entry_lines_continue(&page->lines, taken))
		entry_lines_skip(&page->lines, taken);
	return true;
}

// Ends the open entry; the line is then looked at as one outside of any.
static bool step_close(struct page *page, const struct taken *taken, struct err *err);

// Begins an entry at an item of a list of actions.
static bool step_item(struct page *page, const struct taken *taken, struct err *err)
{
	struct action_list list = page->list;
	if (page->list_wait > 0)
		page->list_wait--;
	else if (!page->is_list_known &&
		!action_list_look(page->lexicon, taken->before, &list, err))
		return false;
	page->is_list_known |= action_list_is_one(&list);
	if (!page->is_list_known && page->list_wait == 0)
		page->list_wait = list.item_n;
	if (!page->is_list_known)
		return step_lead(page, taken, err);
	page->lead = (struct lead){0};
	struct taken item;
	bool is_end;
	page->source = taken->before;
	entry_reset(page, ENTRY_MAX_N);
	if (!line_read(page, &item, &is_end, err))
		return false;
	struct entry_lines *lines = &page->lines;
	entry_lines_item(lines, &item);
	lines->progress = page->progress;
	lines->progress_span = page->progress_span;
	page->state = STATE_LISTED;
	return true;
}

// An item of a place inside an entry of labels is a line of it, if it is one at all.
static bool step_item_within(struct page *page, const struct taken *taken, struct err *err)
{
	if (!entry_is_one(page->tmp, page->lexicon, &page->lines))
		return step_close(page, taken, err);
	return step_lead_within(page, taken, err);
}

// Another heading of HTML parts the text of an entry, and ends it where it is as large as its own.
static bool step_subhead(struct page *page, const struct taken *taken, struct err *err)
{
	int level = page->lines.heading_level;
	page->lead = (struct lead){0};
	if (level && taken->line.block.heading <= level)
		return step_close(page, taken, err);
	line_drop(page, taken);
	return true;
}

// A line behind an item goes on with it where no empty line is between them.
static bool step_item_goes_on(struct page *page, const struct taken *taken, struct err *err)
{
	if (taken->line.after_blank || taken->class.is_item)
		return step_close(page, taken, err);
	entry_lines_continue(&page->lines, taken);
	return true;
}

static step *const steps[STATE_N][LINE_KIND_N] = {
	[STATE_OUTSIDE] =
		{
			[LINE_PROSE] = step_between,
			[LINE_SHORT] = step_between,
			[LINE_LABEL] = step_begin,
			[LINE_HEADING] = step_lead,
			[LINE_BULLET] = step_item,
			[LINE_CARD] = step_lead,
			[LINE_HEAD] = step_head,
			[LINE_SUBHEAD] = step_between,
			[LINE_AROUND] = step_around,
			[LINE_FOOT] = step_between,
		},
	[STATE_LABELLED] =
		{
			[LINE_PROSE] = step_continue,
			[LINE_SHORT] = step_continue,
			[LINE_LABEL] = step_label,
			[LINE_HEADING] = step_lead_within,
			[LINE_BULLET] = step_item_within,
			[LINE_CARD] = step_lead_within,
			[LINE_HEAD] = step_lead_within,
			[LINE_SUBHEAD] = step_subhead,
			[LINE_AROUND] = step_around,
			[LINE_FOOT] = step_close,
		},
	[STATE_LISTED] =
		{
			[LINE_PROSE] = step_item_goes_on,
			[LINE_SHORT] = step_item_goes_on,
			[LINE_LABEL] = step_close,
			[LINE_HEADING] = step_item_goes_on,
			[LINE_BULLET] = step_close,
			[LINE_CARD] = step_close,
			[LINE_HEAD] = step_close,
			[LINE_SUBHEAD] = step_close,
			[LINE_AROUND] = step_around,
			[LINE_FOOT] = step_close,
		},
};

static bool step_close(struct page *page, const struct taken *taken, struct err *err)
{
	page->lead = (struct lead){0};
	return entry_flush(page, page->lines.line.n) &&
		steps[STATE_OUTSIDE][taken->class.kind](page, taken, err);
}

static void line_count(struct page *page, const struct taken *taken)
{
	size_t at = source_at(&page->source);
	if (at <= page->counted)
		return;
	page->counted = at;
	page->text_n += taken->line.n;
}

// Tells what stands so far behind that it will not be read again.
static void page_passed(struct page *page)
{
	size_t at = source_at(&page->source);
	if (!page->options->passed || at < page->passed_at + PASSED_STEP)
		return;
	page->passed_at = at;
	page->options->passed(page->options->passed_context, at - PASSED_STEP);
}

static bool page_lines(struct page *page, struct err *err)
{
	for (;;) {
		struct taken taken;
		page_passed(page);
		bool is_end;
		if (!line_read(page, &taken, &is_end, err))
			return false;
		if (page->lines.text.bytes.full && page->state != STATE_OUTSIDE) {
			// No entry is as long as this: what is behind stands outside of it.
			page->lines.is_cut = true;
			page->lead = (struct lead){0};
			if (!entry_flush(page, page->lines.line.n))
				return false;
			entry_reset(page, OUTSIDE_MAX_N);
			page->source = taken.before;
			continue;
		}
		if (is_end)
			break;
		line_count(page, &taken);
		if (!steps[page->state][taken.class.kind](page, &taken, err))
			return false;
	}
	return page->state == STATE_OUTSIDE || entry_flush(page, page->lines.line.n);
}

const struct lexicon *read_lexicon_new(struct arena *mem)
{
	return lexicon_new(mem);
}

static void page_arena_free(struct page *page)
{
	arena_free(page->tmp);
	arena_free(page->before);
}

// The name of the file, or else the page's own address; a title may still tell what they do not.
static struct page_name name_of(struct arena *mem, const struct lexicon *lexicon, struct str file,
	struct str bytes, bool is_html)
{
	struct page_name name = page_name_of_address(mem, lexicon, file);
	if (!name.iso2.n && is_html)
		name = page_name_of_address(mem, lexicon, html_scan_canonical(bytes));
	return name;
}

bool read_page(struct arena *mem, struct str bytes, const struct read_options *options,
	const struct read_sink *sink, struct page_end *ret_end, struct err *err)
{
	struct page_end end = {
		.funder = {.text = STR_EMPTY, .span = SPAN_NONE}, .region = STR_EMPTY};
	struct page page CLEANUP(page_arena_free) = {.mem = mem,
		.tmp = arena_new(ENTRY_MEMORY_MAX),
		.before = arena_new(ENTRY_MEMORY_MAX),
		.lexicon = options->lexicon ? options->lexicon : lexicon_new(mem),
		.sink = sink,
		.options = options,
		.end = &end};
	page.outside = (struct page_end_find){
		.mem = mem, .tmp = page.tmp, .end = &end, .as_of = options->as_of};
	entry_reset(&page, OUTSIDE_MAX_N);
	bool is_read = line_source_open(bytes, &page.source, err);
	if (is_read) {
		page.name = name_of(mem, page.lexicon, options->file, bytes, page.source.is_html);
		is_read = page_lines(&page, err) || page.is_stopped;
	}
	if (!is_read) {
		if (options->file.n && err->where[0] == 0)
			snprintf(err->where, sizeof err->where, "%" PRIstr, STR(options->file));
		return false;
	}
	if (page.text_n > page.read_n)
		end.unread_share = 1.0 - (double)page.read_n / (double)page.text_n;
	page_end_finish(&page.outside);
	*ret_end = end;
	return true;
}
