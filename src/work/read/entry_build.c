// SPDX-License-Identifier: EUPL-1.2
// entry_build — the facts of one entry from its lines: heading, fields, duration, then the finders.

#include "work/read/entry_build.h"

#include "model/country.h"
#include "work/read/activity_find.h"
#include "work/read/duration_find.h"
#include "work/read/expert_find.h"
#include "work/read/heading.h"
#include "work/read/output_find.h"
#include "work/read/partner_find.h"
#include "work/read/reading.h"
#include "work/read/sentence.h"
#include "work/read/theme_find.h"

// The value of a label: several sections of the same label are one value, in the order of the page
// when they follow each other; else the first counts.
static struct section field_section(const struct entry_lines *lines, enum label label)
{
	struct section all = {.label = LABEL_NONE};
	for (size_t i = 0; i < lines->section_n; i++) {
		const struct section *s = &lines->section[i];
		if (s->label != label || s->n == 0)
			continue;
		if (all.n == 0)
			all = *s;
	}
	return all;
}

bool entry_is_one(struct arena *mem, const struct lexicon *lexicon, const struct entry_lines *lines)
{
	struct str text = text_str(&lines->text);
	struct heading heading;
	bool has_field = field_section(lines, LABEL_OBJECTIVE).n > 0 ||
		field_section(lines, LABEL_SUMMARY).n > 0;
	struct section duration = field_section(lines, LABEL_DURATION);
	struct date_hit hit;
	struct tokens tokens = {0};
	tokens_add(mem, &tokens, text, duration.at, duration.n);
	lexicon_mark(lexicon, &tokens, 0);
	bool has_duration = duration.n > 0 && date_duration(&tokens, 0, tokens.n, &hit);
	bool has_heading = lines->heading_n > 0 &&
		heading_parse(mem, lexicon,
			str_sub(text, lines->heading_at, lines->heading_at + lines->heading_n),
			&heading);
	if (has_heading && (has_duration || has_field))
		return heading.is_known || (has_duration && has_field);
	return has_duration &&
		(has_field || field_section(lines, LABEL_EXPERTS).n > 0 ||
			field_section(lines, LABEL_REQUESTER).n > 0);
}

static struct entry_text text_of(const struct reading *r, size_t at, size_t n, struct str rule)
{
	if (n == 0)
		return (struct entry_text){.text = STR_EMPTY, .span = SPAN_NONE};
	return (struct entry_text){.text = str_sub(r->text, at, at + n),
		.span = reading_span_of(r, at, n, CERTAINTY_STATED, rule)};
}

static void heading_build(struct reading *r, const struct entry_lines *lines)
{
	struct entry *entry = r->entry;
	size_t at = lines->heading_at;
	struct heading heading;
	entry->heading = text_of(r, at, lines->heading_n, S("heading"));
	if (lines->heading_n == 0 ||
		!heading_parse(r->mem, r->lexicon, entry->heading.text, &heading))
		return;
	entry->place = text_of(r, at + heading.place.at, heading.place.n, S("heading.place"));
	entry->title = text_of(r, at + heading.title.at, heading.title.n, S("heading.title"));
	entry->place_kind = heading.what.kind;
	entry->iso2 = heading.what.iso2;
	entry->phase = heading.phase;
	if (heading.phase)
		entry->phase_span = reading_span_of(r, at + heading.ordinal.at, heading.ordinal.n,
			CERTAINTY_STATED, S("heading.phase"));
	r->place = reading_range(r, at + heading.place.at, heading.place.n);
	r->title = reading_range(r, at + heading.title.at, heading.title.n);
	if (!heading.is_known)
		reading_warn(r, reading_range(r, at, heading.place.at + heading.place.n),
			S("heading.unknown-place"),
			"\"%" PRIstr
			"\" is no country, region or regional organisation known here: "
			"choose the place by hand",
			STR(entry->place.text));
}

static void fields_build(struct reading *r, const struct entry_lines *lines)
{
	struct entry *entry = r->entry;
	for (int label = LABEL_OBJECTIVE; label < LABEL_N; label++) {
		struct section s = field_section(lines, (enum label)label);
		r->field[label] = reading_range(r, s.at, s.n);
		struct entry_text value = text_of(r, s.at, s.n, S("label"));
		if (label == LABEL_OBJECTIVE)
			entry->objective = value;
		else if (label == LABEL_SUMMARY)
			entry->summary = value;
		else if (label == LABEL_DURATION)
			entry->duration_raw = value;
	}
}

static void tokens_build(struct reading *r, const struct entry_lines *lines)
{
	for (size_t i = 0; i < lines->line.n; i++) {
		const struct section *line = &lines->line.p[i];
		tokens_add(r->mem, &r->tokens, r->text, line->at, line->n);
	}
	lexicon_mark(r->lexicon, &r->tokens, 0);
	r->tokens.tongue = tongue_find(&r->tokens);
}

// An entry without a heading is about the country that its prose names most.
static void place_infer(struct reading *r)
{
	struct range prose = r->field[LABEL_SUMMARY];
	size_t best = 0;
	struct range where = {0, 0};
	struct str iso2 = STR_EMPTY;
	size_t *count = NEW_ARRAY(r->mem, size_t, country_table_n);
	for (size_t i = prose.from; i < prose.to; i++) {
		const struct lexicon_entry *name = lexicon_at(
			&r->tokens, i, prose.to, LEXICON_COUNTRY);
		bool is_name = name != NULL;
		if (!name)
			name = lexicon_at(&r->tokens, i, prose.to, LEXICON_DEMONYM);
		int country = name && r->tokens.p[i].upper ? country_index(name->value)
							   : COUNTRY_NONE;
		if (country == COUNTRY_NONE)
			continue;
		count[country] += is_name ? 2 : 1;
		if (count[country] > best) {
			best = count[country];
			iso2 = name->value;
		}
	}
	for (size_t i = prose.from; i < prose.to && where.to == 0; i++) {
		const struct lexicon_entry *name = lexicon_at(
			&r->tokens, i, prose.to, LEXICON_COUNTRY);
		if (name && r->tokens.p[i].upper && str_eq(name->value, iso2))
			where = (struct range){i, i + name->word_n};
	}
	if (where.to == 0)
		return;
	r->entry->place = reading_text(r, where, CERTAINTY_INFERRED, S("place.most-named"));
	r->entry->place_kind = S("country");
	r->entry->iso2 = iso2;
	reading_warn(r, where, S("place.most-named"),
		"the entry has no heading: taken to be about %" PRIstr
		", which its text names most; check it",
		STR(r->entry->place.text));
}

void entry_build(struct arena *mem, const struct lexicon *lexicon, const struct entry_lines *lines,
	struct entry *ret_entry)
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
	if (lines->heading_n == 0)
		place_infer(&r);
	if (lines->is_cut)
		reading_warn(&r, (struct range){0, 1}, S("entry.too-long"),
			"this entry is longer than any is: it was read up to %zu bytes of text",
			lines->end);
	sentence_split(&r);
	theme_find_all(&r);
	activity_find_all(&r);
	output_find_all(&r);
	expert_find_all(&r);
	partner_find_all(&r);
	duration_find(&r);
}
