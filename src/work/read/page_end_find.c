// SPDX-License-Identifier: EUPL-1.2
// page_end_find — what a page says outside its entries: its region, its downloads, its funder.

#include "work/read/page_end_find.h"

#include "work/read/label.h"

enum { TITLE_BYTES_MAX = 120, DOWNLOAD_BYTES_MAX = 1000, LANGUAGE_MAX = 12, SLUG_MAX = 48 };

static bool is_language(const struct token *token)
{
	static const struct str codes[] = {S_INIT("en"), S_INIT("fr"), S_INIT("es"), S_INIT("pt"),
		S_INIT("ar"), S_INIT("ru"), S_INIT("de"), S_INIT("it"), S_INIT("nl"), S_INIT("pl"),
		S_INIT("uk"), S_INIT("tr"), S_INIT("zh"), S_INIT("ka"), S_INIT("hy"), S_INIT("az"),
		S_INIT("ro"), S_INIT("sr"), S_INIT("sq"), S_INIT("bs"), S_INIT("mk"), S_INIT("fa"),
		S_INIT("ur"), S_INIT("hi"), S_INIT("bn"), S_INIT("th"), S_INIT("vi"), S_INIT("id"),
		S_INIT("sw"), S_INIT("el"), S_INIT("hu"), S_INIT("cs"), S_INIT("sk"), S_INIT("bg")};
	if (token->kind != TOKEN_WORD || token->n != 2 || token->upper)
		return false;
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (token_is(token, codes[i]))
			return true;
	return false;
}

// One title among the tokens of a line, and the languages behind it.
struct download_part {
	size_t from, title_to, to;
};

static void download_add(struct page_end_find *find, const struct tokens *tokens, struct str line,
	struct download_part part, const struct text *text, size_t at)
{
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
	if (label_of_line(find->tmp, lexicon, line, &value) == LABEL_DOWNLOADS) {
		find->in_downloads = true;
		if (value < line.n)
			downloads_read(find, str_from(line, value), text, at + value);
		return true;
	}
	if (find->end->funder.text.n == 0 &&
		label_funder(find->tmp, lexicon, line, &funder_at, &funder_n)) {
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

void page_end_note_entry(struct page_end_find *find, const struct entry *entry)
{
	struct date *held = &find->latest_held, *planned = &find->earliest_planned;
	find->in_downloads = false;
	// What a page says has ended was over when it was written.
	if (date_is_known(entry->period.end) &&
		(!date_is_known(*held) || date_cmp(*held, entry->period.end) < 0))
		*held = entry->period.end;
	for (size_t i = 0; i < entry->activities.n; i++) {
		const struct entry_activity *activity = &entry->activities.p[i];
		struct date start = activity->period.start;
		if (!date_is_known(start))
			continue;
		if (!activity->is_planned && (!date_is_known(*held) || date_cmp(*held, start) < 0))
			*held = start;
		if (activity->is_planned && start.month &&
			(!date_is_known(*planned) || date_cmp(start, *planned) < 0))
			*planned = start;
	}
}

// Between the latest event held, or action ended, and the earliest planned behind it, to the
// month.
void page_end_finish(struct page_end_find *find, struct date as_of)
{
	struct date held = find->latest_held, planned = find->earliest_planned;
	find->end->as_of = as_of;
	if (date_is_known(as_of) || !date_is_known(held))
		return;
	held.day = 0;
	find->end->as_of = held;
	if (!held.month || !date_is_known(planned) || date_cmp(planned, held) <= 0)
		return;
	int32_t middle = (date_first_day(held) + date_last_day(planned)) / 2;
	struct date between = date_of_day(middle);
	find->end->as_of = (struct date){between.year, between.month, 0};
}
