// SPDX-License-Identifier: EUPL-1.2
// entry_build — the facts of one entry from its lines: heading, fields, duration, then the finders.

#include "work/read/entry_build.h"

#include "work/read/activity_find.h"
#include "work/read/doubt_find.h"
#include "work/read/duration_find.h"
#include "work/read/entry_place.h"
#include "work/read/expert_find.h"
#include "work/read/output_find.h"
#include "work/read/particle.h"
#include "work/read/partner_find.h"
#include "work/read/reading.h"
#include "work/read/sentence.h"
#include "work/read/step_find.h"
#include "work/read/theme_find.h"

// The value of a label: the first that is not empty.
static struct section field_section(const struct entry_lines *lines, enum label label)
{
	for (size_t i = 0; i < lines->section.n; i++)
		if (lines->section.p[i].label == label && lines->section.p[i].n > 0)
			return lines->section.p[i];
	return (struct section){.label = LABEL_NONE};
}

static bool has(const struct entry_lines *lines, enum label label)
{
	return field_section(lines, label).n > 0;
}

static bool has_duration(
	struct arena *mem, const struct lexicon *lexicon, const struct entry_lines *lines)
{
	struct section duration = field_section(lines, LABEL_DURATION);
	struct date_hit hit;
	struct tokens tokens = {0};
	tokens_add(mem, &tokens, text_str(&lines->text), duration.at, duration.n);
	lexicon_mark(lexicon, &tokens, 0);
	return duration.n > 0 && date_duration(&tokens, 0, tokens.n, &hit);
}

bool entry_is_one(struct arena *mem, const struct lexicon *lexicon, const struct entry_lines *lines)
{
	bool has_text = has(lines, LABEL_OBJECTIVE) || has(lines, LABEL_SUMMARY);
	bool has_facts = has(lines, LABEL_EXPERTS) || has(lines, LABEL_REQUESTER) ||
		has(lines, LABEL_ACTIVITY);
	bool is_known = lines->heading_n > 0 && lines->heading.is_known;
	if (lines->is_listed || (is_known && (has_text || has_facts)))
		return true;
	// A description with a duration is found on pages of many kinds.
	if (lines->heading_n == 0)
		has_text = has(lines, LABEL_OBJECTIVE);
	return (is_known || has_text || has_facts || has(lines, LABEL_AREA)) &&
		has_duration(mem, lexicon, lines);
}

static struct entry_text text_of(const struct reading *r, size_t at, size_t n, struct str rule)
{
	if (n == 0)
		return (struct entry_text){.text = STR_EMPTY, .span = SPAN_NONE};
	return (struct entry_text){.text = str_sub(r->text, at, at + n),
		.span = reading_span_of(r, at, n, CERTAINTY_STATED, rule)};
}

// A heading that is only a place is no title: the place is taken from it.
static void heading_build(struct reading *r, const struct entry_lines *lines)
{
	struct entry *entry = r->entry;
	size_t at = lines->heading_at;
	const struct heading *heading = &lines->heading;
	struct str rule = lines->is_listed ? S("bullet.place") : S("heading.place");
	if (lines->heading_n == 0)
		return;
	entry->place = text_of(r, at + heading->place.at, heading->place.n, rule);
	entry->place_kind = heading->what.kind;
	entry->iso2 = heading->what.iso2;
	entry->phase = heading->phase;
	if (heading->phase)
		entry->phase_span = reading_span_of(r, at + heading->ordinal.at, heading->ordinal.n,
			CERTAINTY_STATED, S("heading.phase"));
	r->place = reading_range(r, at + heading->place.at, heading->place.n);
	if (heading->title.n) {
		entry->heading = text_of(r, at, lines->heading_n, S("heading"));
		entry->title = text_of(
			r, at + heading->title.at, heading->title.n, S("heading.title"));
		r->title = reading_range(r, at + heading->title.at, heading->title.n);
	}
	if (!heading->is_known)
		reading_warn(r, reading_range(r, at, heading->place.at + heading->place.n),
			S("heading.unknown-place"),
			"\"%" PRIstr
			"\" is no country, region or regional organisation known here: "
			"choose the place by hand",
			STR(entry->place.text));
}

// Paragraphs under no label are the summary of an entry that prints none.
static struct section summary_section(const struct entry_lines *lines)
{
	struct section summary = field_section(lines, LABEL_SUMMARY);
	return summary.n ? summary : field_section(lines, LABEL_PROSE);
}

static void fields_build(struct reading *r, const struct entry_lines *lines)
{
	struct entry *entry = r->entry;
	for (int label = LABEL_OBJECTIVE; label < LABEL_N; label++) {
		struct section s = label == LABEL_SUMMARY ? summary_section(lines)
							  : field_section(lines, (enum label)label);
		r->field[label] = reading_range(r, s.at, s.n);
		struct entry_text value = text_of(r, s.at, s.n, S("label"));
		// What stands in the middle of it is of its span but not of the value.
		if (s.is_parted)
			value.span.certainty = CERTAINTY_CORRECTED;
		if (label == LABEL_OBJECTIVE)
			entry->objective = value;
		else if (label == LABEL_SUMMARY)
			entry->summary = value;
		else if (label == LABEL_DURATION)
			entry->duration_raw = value;
	}
	for (size_t i = 0; i < lines->section.n; i++)
		if (lines->section.p[i].label == LABEL_ACTIVITY)
			step_split(
				r, reading_range(r, lines->section.p[i].at, lines->section.p[i].n));
}

// The text of an item goes on behind the place that it begins with.
static void item_build(struct reading *r, const struct entry_lines *lines)
{
	struct range *prose = &r->field[LABEL_SUMMARY];
	size_t behind = lines->heading_at + lines->heading.title.at;
	if (!lines->is_listed)
		return;
	while (prose->from < prose->to && r->tokens.p[prose->from].at < behind)
		prose->from++;
}

// Without a duration, the status or the head of the list tells whether the action goes on.
static void progress_build(struct reading *r, const struct entry_lines *lines)
{
	if (date_is_known(r->entry->period.start) || lines->progress != PROGRESS_ONGOING)
		return;
	r->entry->period.open = true;
	r->entry->end_span = lines->progress_span;
}

static void tokens_build(struct reading *r, const struct entry_lines *lines)
{
	tokens_reserve(r->mem, &r->tokens, r->text.n);
	for (size_t i = 0; i < lines->line.n; i++) {
		const struct section *line = &lines->line.p[i];
		size_t from = r->tokens.n;
		if (line->tokens) {
			lexicon_append(r->mem, &r->tokens, line->tokens, line->at);
			continue;
		}
		tokens_add(r->mem, &r->tokens, r->text, line->at, line->n);
		lexicon_mark(r->lexicon, &r->tokens, from);
	}
	lexicon_speak(&r->tokens, tongue_find(&r->tokens));
	particle_part(r->mem, r->lexicon, &r->tokens);
	lexicon_index(r->mem, &r->tokens);
	r->body_seen = NEW_ARRAY(r->mem, struct body_seen, r->tokens.n);
}

void entry_build(struct arena *mem, const struct lexicon *lexicon, const struct entry_lines *lines,
	const struct page_name *name, struct entry *ret_entry)
{
	*ret_entry = entry_new();
	struct reading r = {.mem = mem,
		.lexicon = lexicon,
		.source = &lines->text,
		.text = str_sub(text_str(&lines->text), 0, lines->end),
		.entry = ret_entry};
	size_t from = lines->heading_n ? lines->heading_at
		: lines->line.n        ? lines->line.p[0].at
				       : 0;
	ret_entry->whole = reading_span_of(
		&r, from, lines->end - from, CERTAINTY_STATED, S("entry"));
	tokens_build(&r, lines);
	heading_build(&r, lines);
	fields_build(&r, lines);
	item_build(&r, lines);
	struct range duration = r.field[LABEL_DURATION];
	r.has_duration = date_duration(&r.tokens, duration.from, duration.to, &r.duration);
	if (lines->is_cut)
		reading_warn(&r, (struct range){0, 1}, S("entry.too-long"),
			"this entry is longer than any is: it was read up to %zu bytes of text",
			lines->end);
	sentence_split(&r);
	if (lines->heading_n == 0)
		entry_place_infer(&r, name);
	theme_find_all(&r);
	activity_find_all(&r);
	step_find_all(&r);
	output_find_all(&r);
	expert_find_all(&r);
	partner_find_all(&r);
	duration_find(&r);
	progress_build(&r, lines);
	doubt_find(&r);
}
