// SPDX-License-Identifier: EUPL-1.2
// page_end_find — what a page says outside its entries: its region, its downloads, its funder.

#include "work/read/page_end_find.h"

#include "base/utf8.h"
#include "model/code.h"
#include "work/read/label.h"

enum {
	LOOK_BYTES_MAX = 1000,   // of a line that tells anything of the page
	PASSAGE_BYTES_MIN = 200, // that a warning is given for
	SHARE_MIN_PERCENT = 10,  // of the text, the same
	PLANS_MAX = 256,
	TITLE_BYTES_MAX = 120,
	DOWNLOAD_BYTES_MAX = 1000,
	DOWNLOADS_MAX = 4096, // so that a page of any length needs little memory
	LANGUAGE_MAX = 12,
	SLUG_MAX = 48
};

static bool is_language(const struct token *token)
{
	if (token->kind != TOKEN_WORD || token->n != 2 || token->upper)
		return false;
	for (size_t i = 0; i < language_table_n; i++)
		if (token_is(token, language_table[i].slug))
			return true;
	return false;
}

// One title among the tokens of a line, and the languages behind it.
struct download_part {
	size_t from, title_to, to;
};

// Says once that there are more downloads than are kept.
static void downloads_warn(struct page_end_find *find, const struct text *text, size_t at)
{
	struct finding more = {.rule = S("page.downloads"), .severity = SEVERITY_WARNING};
	if (find->has_more_downloads)
		return;
	find->has_more_downloads = true;
	text_source(text, at, 1, &more.offset, &more.length);
	finding_add(find->mem, &find->end->warnings, more,
		"the page offers more than %d downloads: those from here on were left out",
		DOWNLOADS_MAX);
}

static void download_add(struct page_end_find *find, const struct tokens *tokens, struct str line,
	struct download_part part, const struct text *text, size_t at)
{
	if (find->end->downloads.n == DOWNLOADS_MAX) {
		downloads_warn(find, text, at + tokens->p[part.from].at);
		return;
	}
	struct page_download download = {
		.title = str_copy(find->mem, tokens_str(tokens, line, part.from, part.title_to)),
		.span = {.certainty = CERTAINTY_STATED, .rule = S("downloads")},
	};
	for (size_t i = part.title_to; i < part.to; i++)
		if (is_language(&tokens->p[i]))
			VEC_ADD(find->mem, &download.languages,
				str_copy(find->mem, tokens->p[i].fold));
	text_source(text, at + tokens->p[part.from].at, download.title.n, &download.span.offset,
		&download.span.length);
	VEC_ADD(find->mem, &find->end->downloads, download);
}

// Titles, each followed by the codes of its languages: "Annual Report en fr Info Note: ar en".
static bool downloads_read(
	struct page_end_find *find, struct str line, const struct text *text, size_t at)
{
	if (line.n > DOWNLOAD_BYTES_MAX)
		return false;
	struct tokens tokens = {0};
	tokens_add(find->tmp, &tokens, line, 0, line.n);
	bool any = false;
	size_t from = 0;
	while (from < tokens.n) {
		size_t title_to = from;
		while (title_to < tokens.n && !is_language(&tokens.p[title_to]))
			title_to++;
		size_t to = title_to;
		while (to < tokens.n &&
			(is_language(&tokens.p[to]) || token_is_mark(&tokens.p[to], ',')))
			to++;
		size_t end = title_to;
		while (end > from && tokens.p[end - 1].kind == TOKEN_MARK &&
			!token_is_mark(&tokens.p[end - 1], ')'))
			end--;
		if (to == title_to || end == from)
			return any;
		struct download_part part = {from, end, to};
		download_add(find, &tokens, line, part, text, at);
		any = true;
		from = to;
	}
	return any;
}

// The page's own title names the region that it is about.
static bool title_read(struct page_end_find *find, const struct lexicon *lexicon, struct str line)
{
	if (find->end->region.n || find->end->entry_n || line.n > TITLE_BYTES_MAX)
		return false;
	struct tokens tokens = {0};
	tokens_add(find->tmp, &tokens, line, 0, line.n);
	lexicon_mark(lexicon, &tokens, 0);
	if (tokens.n == 0)
		return false;
	const struct lexicon_entry *entry = lexicon_at(&tokens, 0, tokens.n, LEXICON_REGION);
	if (!entry || entry->word_n != tokens.n)
		return false;
	find->end->region = entry->value;
	return true;
}

bool page_end_line(struct page_end_find *find, const struct lexicon *lexicon, struct str line,
	const struct text *text, size_t at)
{
	size_t value, funder_at, funder_n;
	if (line.n > LOOK_BYTES_MAX)
		return find->in_downloads = false;
	struct tokens tokens = {0};
	tokens_add(find->tmp, &tokens, line, 0, line.n);
	lexicon_mark(lexicon, &tokens, 0);
	if (label_of_line(&tokens, line, true, &value) == LABEL_DOWNLOADS) {
		find->in_downloads = true;
		if (value < line.n)
			downloads_read(find, str_from(line, value), text, at + value);
		return true;
	}
	if (find->end->funder.text.n == 0 && label_funder(&tokens, line, &funder_at, &funder_n)) {
		struct entry_text *funder = &find->end->funder;
		funder->text = str_copy(find->mem, str_sub(line, funder_at, funder_at + funder_n));
		funder->span = (struct span){.certainty = CERTAINTY_STATED, .rule = S("funder")};
		text_source(
			text, at + funder_at, funder_n, &funder->span.offset, &funder->span.length);
		find->in_downloads = false;
		return true;
	}
	if (find->in_downloads)
		return find->in_downloads = downloads_read(find, line, text, at);
	return title_read(find, lexicon, line);
}

// The entry itself has told that the plan is stale.
static bool is_told(const struct entry *entry, struct span span)
{
	for (size_t i = 0; i < entry->warnings.n; i++)
		if (str_eq(entry->warnings.p[i].rule, S("R09")) &&
			entry->warnings.p[i].offset == span.offset)
			return true;
	return false;
}

// Keeps a plan that may turn out to be stale, and how early the page plans anything.
static void plan_note(struct page_end_find *find, const struct entry *entry,
	const struct entry_activity *activity)
{
	struct period p = activity->period;
	struct page_plan plan = {
		.last = date_is_known(p.end) ? p.end : p.start, .span = activity->span};
	bool is_wanted = !date_is_known(find->as_of) && find->plans.n < PLANS_MAX;
	if (is_wanted && !is_told(entry, activity->span))
		VEC_ADD(find->mem, &find->plans, plan);
	struct date *earliest = &find->earliest_planned;
	if (p.start.month && (!date_is_known(*earliest) || date_cmp(p.start, *earliest) < 0))
		*earliest = p.start;
}

static void passage_end(struct page_end_find *find)
{
	const struct page_passage *one = &find->passage, *longest = &find->longest;
	if (one->end - one->offset > longest->end - longest->offset)
		find->longest = *one;
	find->passage = (struct page_passage){0};
}

void page_end_note_entry(struct page_end_find *find, const struct entry *entry)
{
	struct date *held = &find->latest_held;
	find->in_downloads = false;
	passage_end(find);
	// What a page says has ended was over when it was written. Nothing known comes first.
	if (date_cmp(entry->period.end, *held) > 0)
		*held = entry->period.end;
	for (size_t i = 0; i < entry->activities.n; i++) {
		const struct entry_activity *activity = &entry->activities.p[i];
		if (!date_is_known(activity->period.start))
			continue;
		if (activity->is_planned)
			plan_note(find, entry, activity);
		else if (date_cmp(activity->period.start, *held) > 0)
			*held = activity->period.start;
	}
}

void page_end_unread(struct page_end_find *find, const struct text *text, size_t at, size_t n)
{
	struct page_passage *passage = &find->passage;
	size_t offset, length;
	text_source(text, at, n, &offset, &length);
	if (passage->end == 0) {
		struct str words = utf8_cut(str_sub(text_str(text), at, at + n), PASSAGE_WORDS_MAX);
		passage->offset = offset;
		passage->words_n = words.n;
		for (size_t i = 0; i < words.n; i++)
			passage->words[i] = words.p[i];
	}
	passage->end = offset + length;
}

// Says what of the page was not understood.
static void unread_tell(struct page_end_find *find)
{
	struct page_end *end = find->end;
	int percent = (int)(end->unread_share * 100 + 0.5);
	passage_end(find);
	const struct page_passage *longest = &find->longest;
	size_t length = longest->end - longest->offset;
	struct finding at = {
		.severity = SEVERITY_WARNING, .offset = longest->offset, .length = length};
	if (end->entry_n == 0 && end->unread_share > 0) {
		at.rule = S("page.unknown-layout");
		finding_add(find->mem, &end->warnings, at,
			"no layout of actions was recognised, so nothing was read: there is no "
			"heading before labelled lines, no key facts, and no list of places");
		return;
	}
	if (length < PASSAGE_BYTES_MIN || percent < SHARE_MIN_PERCENT)
		return;
	at.rule = S("page.unread");
	finding_add(find->mem, &end->warnings, at,
		"%d %% of the text ended in no entry; the longest passage left begins \"%.*s\"",
		percent, (int)longest->words_n, longest->words);
}

// Between the latest event held, or action ended, and the earliest planned behind it, to the
// month.
static struct date as_of_infer(const struct page_end_find *find)
{
	struct date held = find->latest_held, planned = find->earliest_planned;
	held.day = 0;
	if (!held.month || !date_is_known(planned) || date_cmp(planned, held) <= 0)
		return held;
	int32_t middle = (date_first_day(held) + date_last_day(planned)) / 2;
	struct date between = date_of_day(middle);
	return (struct date){between.year, between.month, 0};
}

static void plan_tell(struct page_end_find *find, const struct page_plan *plan, struct date as_of)
{
	SCRATCH(tmp);
	finding_add(find->mem, &find->end->warnings,
		(struct finding){.rule = S("R09"),
			.severity = SEVERITY_WARNING,
			.offset = plan->span.offset,
			.length = plan->span.length},
		"an activity is told as planned for %" PRIstr
		", which had passed when the page was "
		"written, about %" PRIstr ": ask whether it took place",
		STR(date_iso(tmp, plan->last)), STR(date_iso(tmp, as_of)));
}

static void as_of_find(struct page_end_find *find)
{
	find->end->as_of = find->as_of;
	if (date_is_known(find->as_of) || !date_is_known(find->latest_held))
		return;
	struct date as_of = find->end->as_of = as_of_infer(find);
	for (size_t i = 0; i < find->plans.n; i++)
		if (date_last_day(find->plans.p[i].last) < date_first_day(as_of))
			plan_tell(find, &find->plans.p[i], as_of);
}

void page_end_finish(struct page_end_find *find)
{
	as_of_find(find);
	unread_tell(find);
}
