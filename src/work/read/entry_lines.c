// SPDX-License-Identifier: EUPL-1.2
// entry_lines — the lines of an entry while they are gathered: its heading, and what stands under
// which label.

#include "work/read/entry_lines.h"

static void section_begin(struct entry_lines *lines, enum label label, size_t at, size_t n)
{
	lines->seen[label] = true;
	lines->is_closed = false;
	VEC_ADD(lines->text.mem, &lines->section,
		((struct section){.label = label, .at = at, .n = n}));
}

// True for a value that ends with its line; the others run on over paragraphs.
static bool is_one_line(enum label label)
{
	return label != LABEL_OBJECTIVE && label != LABEL_SUMMARY && label != LABEL_PROSE;
}

static void line_keep(struct entry_lines *lines, const struct taken *taken)
{
	VEC_ADD(lines->text.mem, &lines->line,
		((struct section){
			.at = taken->line.at, .n = taken->line.n, .tokens = taken->class.tokens}));
	lines->is_skipped = false;
}

void entry_lines_skip(struct entry_lines *lines, const struct taken *taken)
{
	text_cut(&lines->text, &taken->text_before);
	lines->is_skipped = true;
}

void entry_lines_progress(const struct text *text, const struct taken *taken,
	enum progress *ret_progress, struct span *ret_span)
{
	if (taken->class.progress == PROGRESS_UNKNOWN)
		return;
	*ret_progress = taken->class.progress;
	*ret_span = (struct span){.certainty = CERTAINTY_INFERRED, .rule = S("progress")};
	text_source(text, taken->line.at, taken->line.n, &ret_span->offset, &ret_span->length);
}

static bool prose_add(struct entry_lines *lines, const struct taken *taken)
{
	if (taken->class.kind != LINE_PROSE || lines->seen[LABEL_SUMMARY])
		return false;
	line_keep(lines, taken);
	section_begin(lines, LABEL_PROSE, taken->line.at, taken->line.n);
	return true;
}

// A value in one line goes on in the next where it ends in the middle of a list or a range.
static bool is_unfinished(const struct entry_lines *lines, const struct section *last)
{
	struct str text = text_str(&lines->text);
	char c = last->n ? text.p[last->at + last->n - 1] : 0;
	return is_one_line(last->label) && (c == ',' || c == '-' || c == '+' || c == '&');
}

bool entry_lines_continue(struct entry_lines *lines, const struct taken *taken)
{
	const struct line *line = &taken->line;
	if (lines->section.n == 0)
		return prose_add(lines, taken);
	struct section *last = &lines->section.p[lines->section.n - 1];
	if (last->label == LABEL_ACTIVITY && taken->class.is_item) {
		line_keep(lines, taken);
		section_begin(lines, LABEL_ACTIVITY, line->at, line->n);
		lines->is_closed = true;
		return true;
	}
	bool goes_on = !line->after_blank && is_unfinished(lines, last);
	if (lines->is_closed && !goes_on)
		return prose_add(lines, taken);
	if (last->label == LABEL_PROSE && taken->class.kind != LINE_PROSE && line->after_blank)
		return false;
	last->is_parted |= last->n > 0 && lines->is_skipped;
	line_keep(lines, taken);
	if (last->n == 0)
		last->at = line->at;
	last->n = line->at + line->n - last->at;
	lines->is_closed = is_one_line(last->label);
	return true;
}

void entry_lines_label(struct entry_lines *lines, const struct taken *taken)
{
	const struct line *line = &taken->line;
	size_t value = taken->class.value;
	enum label label = taken->class.label;
	line_keep(lines, taken);
	section_begin(lines, label, line->at + value, line->n - value);
	lines->is_closed = is_one_line(label) && line->n > value;
	entry_lines_progress(&lines->text, taken, &lines->progress, &lines->progress_span);
}

// The line as the heading, without the bullet that it may begin with.
static void heading_set(struct entry_lines *lines, const struct taken *taken)
{
	size_t bullet = taken->class.kind == LINE_BULLET ? taken->class.text : 0;
	struct heading *heading = &lines->heading;
	*heading = taken->class.heading;
	heading->place.at -= bullet;
	heading->ordinal.at -= heading->ordinal.n ? bullet : 0;
	heading->title.at -= heading->title.at ? bullet : 0;
	lines->heading_at = taken->line.at + bullet;
	lines->heading_n = taken->line.n - bullet;
	lines->heading_level = taken->line.block.heading;
}

bool entry_lines_lead(struct entry_lines *lines, const struct taken *taken)
{
	bool is_first = lines->line.n == 0;
	if (taken->class.kind == LINE_AROUND)
		return false;
	entry_lines_progress(&lines->text, taken, &lines->progress, &lines->progress_span);
	if (taken->class.kind == LINE_PROSE)
		return entry_lines_continue(lines, taken);
	line_keep(lines, taken);
	if (is_first && (taken->class.kind == LINE_HEADING || taken->class.kind == LINE_BULLET))
		heading_set(lines, taken);
	return true;
}

void entry_lines_item(struct entry_lines *lines, const struct taken *taken)
{
	size_t bullet = taken->class.text;
	heading_set(lines, taken);
	lines->heading.title = (struct heading_part){taken->class.value - bullet, 0};
	lines->is_listed = true;
	line_keep(lines, taken);
	section_begin(lines, LABEL_PROSE, taken->line.at + bullet, taken->line.n - bullet);
}

bool entry_lines_await(const struct entry_lines *lines)
{
	size_t n = lines->section.n;
	return n > 0 && lines->section.p[n - 1].n == 0;
}

void entry_lines_end(struct entry_lines *lines, size_t line_n)
{
	if (line_n < lines->line.n)
		lines->line.n = line_n;
	const struct section *last = lines->line.n ? &lines->line.p[lines->line.n - 1] : NULL;
	lines->end = last ? last->at + last->n : 0;
	for (size_t i = 0; i < lines->section.n; i++) {
		struct section *s = &lines->section.p[i];
		if (s->at + s->n > lines->end)
			s->n = s->at < lines->end ? lines->end - s->at : 0;
	}
}
