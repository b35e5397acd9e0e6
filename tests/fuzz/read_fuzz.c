// SPDX-License-Identifier: EUPL-1.2
// read_fuzz — whatever the page, what is read from it stands inside it.
#include "fuzz.h"

#include "base/arena.h"
#include "work/read/read.h"

static void check(struct span span, size_t size)
{
	MUST(span.offset <= size && span.length <= size - span.offset);
}

static void check_texts(const struct entry_texts *texts, size_t size)
{
	for (size_t i = 0; i < texts->n; i++)
		check(texts->p[i].span, size);
}

static bool entry_seen(void *context, const struct entry *entry)
{
	size_t size = *(const size_t *)context;
	const struct span spans[] = {entry->heading.span, entry->place.span, entry->title.span,
		entry->objective.span, entry->summary.span, entry->duration_raw.span,
		entry->requester.span, entry->phase_span, entry->start_span, entry->end_span,
		entry->participants.span, entry->whole};

	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
		check(spans[i], size);
	check_texts(&entry->themes, size);
	check_texts(&entry->partners, size);
	check_texts(&entry->countries_involved, size);
	for (size_t i = 0; i < entry->activities.n; i++) {
		check(entry->activities.p[i].span, size);
		check(entry->activities.p[i].date_span, size);
		check(entry->activities.p[i].place_span, size);
	}
	for (size_t i = 0; i < entry->outputs.n; i++)
		check(entry->outputs.p[i].span, size);
	for (size_t i = 0; i < entry->experts.n; i++)
		check(entry->experts.p[i].span, size);
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *kept;
	static const struct lexicon *lexicon;
	SCRATCH(mem);
	struct page_end end = {0};
	struct err err = {0};

	// Made once: it takes longer than reading a small page.
	if (!kept) {
		kept = arena_new(SCRATCH_MAX);
		lexicon = read_lexicon_new(kept);
	}
	struct read_options options = {.file = S("page"), .lexicon = lexicon};
	struct read_sink sink = {entry_seen, &size};
	if (read_page(mem, (struct str){(const char *)data, size}, &options, &sink, &end, &err)) {
		check(end.funder.span, size);
		for (size_t i = 0; i < end.downloads.n; i++)
			check(end.downloads.p[i].span, size);
		MUST(end.unread_share >= 0 && end.unread_share <= 1);
	} else {
		MUST(err.msg[0]);
	}
	return 0;
}
