// SPDX-License-Identifier: EUPL-1.2
// sample — what the tests of the reader share: tokens of a text, and the entries of a page.
#include "sample.h"

#include "base/buf.h"
#include "work/read/particle.h"
#include "work/read/read.h"

static struct arena *kept;
static const struct lexicon *lexicon;

const struct lexicon *sample_lexicon(void)
{
	if (!kept) {
		kept = arena_new(CHECK_MEMORY);
		lexicon = read_lexicon_new(kept);
	}
	return lexicon;
}

void sample_done(void)
{
	arena_free(kept);
}

struct tokens sample_tokens(struct arena *mem, struct str text)
{
	struct tokens tokens = {0};

	tokens_add(mem, &tokens, text, 0, text.n);
	lexicon_mark(sample_lexicon(), &tokens, 0);
	if (tongue_find(&tokens) == TONGUE_AR) {
		lexicon_speak(&tokens, TONGUE_AR);
		particle_part(mem, sample_lexicon(), &tokens);
	}
	return tokens;
}

struct collecting {
	struct arena *mem;
	struct sample_entries entries;
};

static void text_keep(struct arena *mem, struct str *text)
{
	*text = str_copy(mem, *text);
}

static void texts_keep(struct arena *mem, struct entry_texts *texts)
{
	struct entry_text *copy = NEW_ARRAY(mem, struct entry_text, texts->n);

	for (size_t i = 0; i < texts->n; i++) {
		copy[i] = texts->p[i];
		text_keep(mem, &copy[i].text);
	}
	texts->p = copy;
}

// The reader drops an entry when the next begins, so what the tests look at is copied.
static bool entry_keep(void *context, const struct entry *entry)
{
	struct collecting *c = context;
	struct entry e = *entry;
	struct entry_text *texts[] = {&e.heading, &e.place, &e.title, &e.objective, &e.summary,
		&e.duration_raw, &e.requester};

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		text_keep(c->mem, &texts[i]->text);
	e.activities.p = NEW_ARRAY(c->mem, struct entry_activity, e.activities.n);
	for (size_t i = 0; i < e.activities.n; i++) {
		e.activities.p[i] = entry->activities.p[i];
		text_keep(c->mem, &e.activities.p[i].quote);
		text_keep(c->mem, &e.activities.p[i].date_raw);
		text_keep(c->mem, &e.activities.p[i].place);
	}
	e.experts.p = NEW_ARRAY(c->mem, struct entry_expert, e.experts.n);
	for (size_t i = 0; i < e.experts.n; i++) {
		e.experts.p[i] = entry->experts.p[i];
		text_keep(c->mem, &e.experts.p[i].quote);
	}
	e.outputs.p = NEW_ARRAY(c->mem, struct entry_output, e.outputs.n);
	for (size_t i = 0; i < e.outputs.n; i++) {
		e.outputs.p[i] = entry->outputs.p[i];
		text_keep(c->mem, &e.outputs.p[i].name);
	}
	text_keep(c->mem, &e.participants.quote);
	texts_keep(c->mem, &e.partners);
	texts_keep(c->mem, &e.themes);
	texts_keep(c->mem, &e.countries_involved);
	e.warnings.p = NEW_ARRAY(c->mem, struct finding, e.warnings.n);
	for (size_t i = 0; i < e.warnings.n; i++) {
		e.warnings.p[i] = entry->warnings.p[i];
		text_keep(c->mem, &e.warnings.p[i].message);
	}
	VEC_ADD(c->mem, &c->entries, e);
	return true;
}

static struct sample_entries page_read(struct arena *mem, struct str name, struct str page,
	struct page_end *ret_end, struct err *ret_err)
{
	struct collecting c = {.mem = mem};
	struct read_options options = {.file = name, .lexicon = sample_lexicon()};
	struct read_sink sink = {entry_keep, &c};
	struct page_end end = {0};
	struct err err = {0};

	if (!read_page(mem, page, &options, &sink, &end, &err))
		assert_true(err.msg[0] != 0);
	if (ret_end)
		*ret_end = end;
	if (ret_err)
		*ret_err = err;
	return c.entries;
}

struct sample_entries sample_page(
	struct arena *mem, struct str page, struct page_end *ret_end, struct err *ret_err)
{
	return page_read(mem, S("page"), page, ret_end, ret_err);
}

struct sample_entries sample_file(
	struct arena *mem, struct str name, struct str page, struct page_end *ret_end)
{
	return page_read(mem, name, page, ret_end, NULL);
}

struct entry sample_entry(struct arena *mem, const char *summary, const char *duration)
{
	struct str page = str_format(mem,
		"Kenya: Document Security\n\nObjective: To help.\n\nSummary: %s\n\nDuration: %s\n",
		summary, duration);
	struct sample_entries entries = sample_page(mem, page, NULL, NULL);

	assert_int_equal(entries.n, 1);
	return entries.p[0];
}

struct str sample_told(struct arena *mem, const struct entry *entry)
{
	struct buf b = buf_new(mem, 4000);

	for (size_t i = 0; i < entry->activities.n; i++) {
		const struct entry_activity *a = &entry->activities.p[i];
		buf_format(&b, "%s%" PRIstr " %" PRIstr " %s", i ? "; " : "", STR(a->type),
			STR(date_iso(mem, a->period.start)), a->is_planned ? "planned" : "held");
		if (a->place.n)
			buf_format(&b, " %" PRIstr, STR(a->place));
		if (a->count > 1)
			buf_format(&b, " x%d", (int)a->count);
	}
	return buf_str(&b);
}

struct str sample_activities(struct arena *mem, const char *summary)
{
	struct entry e = sample_entry(mem, summary, "January 2012–December 2013");

	return sample_told(mem, &e);
}
