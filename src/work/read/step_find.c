// SPDX-License-Identifier: EUPL-1.2
// step_find — the activities that a page lists one by one: "Activity 2: Workshop, Kitwe, May 2014".

#include "work/read/step_find.h"

#include "work/read/grammar.h"

// A stray mark, or a word that joins one activity to the next.
static bool is_joint(const struct tokens *tokens, size_t i, size_t end)
{
	const struct token *token = &tokens->p[i];
	if (token->kind == TOKEN_MARK)
		return !token_is_mark(token, ')') && !token_is_mark(token, '(') &&
			!token_is_mark(token, '"');
	return role_at(tokens, i, end, ROLE_CONJUNCTION) > 0;
}

static void step_add(struct reading *r, size_t from, size_t to)
{
	const struct token *p = r->tokens.p;
	while (from < to && p[from].kind == TOKEN_MARK)
		from++;
	// The number of a list: "2. Workshop".
	if (from + 1 < to && p[from].kind == TOKEN_NUMBER && p[from + 1].gap == 0 &&
		(token_is_mark(&p[from + 1], '.') || token_is_mark(&p[from + 1], ')')))
		from += 2;
	while (to > from && is_joint(&r->tokens, to - 1, to))
		to--;
	if (from < to)
		VEC_ADD(r->mem, &r->steps, ((struct range){from, to}));
}

void step_split(struct reading *reading, struct range line)
{
	size_t from = line.from;
	for (size_t i = line.from; i < line.to;) {
		size_t behind = label_activity(&reading->tokens, i, line.to);
		if (!behind) {
			i++;
			continue;
		}
		step_add(reading, from, i);
		from = i = behind;
	}
	step_add(reading, from, line.to);
}

// A name of a place that stands alone between commas or brackets: "Workshop, Kitwe, May 2014".
static const struct lexicon_entry *lone_place(
	const struct reading *r, struct range step, size_t *ret_at)
{
	const struct tokens *tokens = &r->tokens;
	for (size_t i = step.from + 1; i < step.to; i++) {
		const struct lexicon_entry *place = grammar_place(tokens, i, step.to);
		bool is_apart = token_is_mark(&tokens->p[i - 1], ',') ||
			token_is_mark(&tokens->p[i - 1], '(');
		if (place && is_apart) {
			*ret_at = i;
			return place;
		}
	}
	return NULL;
}

static void place_fill(struct reading *r, struct range step, struct entry_activity *activity)
{
	size_t at;
	const struct lexicon_entry *place = lone_place(r, step, &at);
	if (!place || activity->place.n)
		return;
	struct range words = {at, at + place->word_n};
	activity->place = reading_str(r, words);
	activity->iso2 = place->value;
	activity->place_span = reading_span(r, words, CERTAINTY_STATED, S("activity.place"));
}

static struct entry_activity step_activity(struct reading *r, struct range step)
{
	struct entry_activity activity = entry_activity_new();
	struct range dates = reading_dates(r, step);
	activity.type = S("other");
	activity.quote = reading_str(r, step);
	activity.span = reading_span(r, step, CERTAINTY_STATED, S("activity.listed"));
	activity.is_planned = grammar_has_role(&r->tokens, step.from, step.to, ROLE_PLANNED);
	activity.count = 1;
	if (dates.from < dates.to && !r->dates.p[dates.from].needs_year) {
		const struct date_hit *date = &r->dates.p[dates.from];
		struct range words = {date->from, date->to};
		activity.period = date->period;
		activity.period.open = false;
		activity.date_raw = reading_str(r, words);
		activity.date_span = reading_span(r, words,
			date->damaged ? CERTAINTY_CORRECTED : CERTAINTY_STATED, date->rule);
	}
	place_fill(r, step, &activity);
	return activity;
}

// The step whose words begin last at or before this place in the file; steps stand in text order.
static size_t step_before(const size_t *offsets, size_t n, size_t offset)
{
	size_t low = 0, high = n;
	while (high - low > 1) {
		size_t middle = (low + high) / 2;
		if (offsets[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

// Adds the activities of the steps in which none was seen, each where it stands in the text.
static void steps_keep(struct reading *r, const bool *is_seen)
{
	struct entry *entry = r->entry;
	size_t found_n = entry->activities.n, at = 0, n = 0;
	struct entry_activity *all = NEW_ARRAY(r->mem, struct entry_activity, found_n + r->steps.n);
	for (size_t i = 0; i < r->steps.n; i++) {
		if (is_seen[i])
			continue;
		struct entry_activity activity = step_activity(r, r->steps.p[i]);
		while (at < found_n && entry->activities.p[at].span.offset < activity.span.offset)
			all[n++] = entry->activities.p[at++];
		all[n++] = activity;
	}
	while (at < found_n)
		all[n++] = entry->activities.p[at++];
	entry->activities.p = all;
	entry->activities.n = n;
	entry->activities.room = found_n + r->steps.n;
}

void step_find_all(struct reading *reading)
{
	struct entry *entry = reading->entry;
	size_t n = reading->steps.n;
	if (n == 0)
		return;
	size_t *offsets = NEW_ARRAY(reading->mem, size_t, n);
	bool *is_seen = NEW_ARRAY(reading->mem, bool, n);
	for (size_t i = 0; i < n; i++)
		offsets[i] = reading_span(reading, reading->steps.p[i], CERTAINTY_STATED, STR_EMPTY)
				     .offset;
	for (size_t k = 0; k < entry->activities.n; k++) {
		size_t offset = entry->activities.p[k].span.offset;
		size_t i = step_before(offsets, n, offset);
		struct span words = reading_span(
			reading, reading->steps.p[i], CERTAINTY_STATED, STR_EMPTY);
		if (offset < words.offset || offset >= words.offset + words.length)
			continue;
		is_seen[i] = true;
		place_fill(reading, reading->steps.p[i], &entry->activities.p[k]);
	}
	steps_keep(reading, is_seen);
}
