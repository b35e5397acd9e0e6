// SPDX-License-Identifier: EUPL-1.2
// label — what a line is introduced by: "Objective:", "Durée :", "Time frame", "Activity 2 -".

#include "work/read/label.h"

#include "work/read/date_find.h"

enum { LABEL_BYTES_MAX = 96, FUNDER_FROM_MAX = 8, FUNDER_TOKENS_MAX = 16 };

// What the tables call the labels.
static const struct str label_names[LABEL_N] = {
	[LABEL_OBJECTIVE] = S_INIT("objective"),
	[LABEL_SUMMARY] = S_INIT("summary"),
	[LABEL_DURATION] = S_INIT("duration"),
	[LABEL_REQUESTER] = S_INIT("requester"),
	[LABEL_EXPERTS] = S_INIT("experts"),
	[LABEL_AREA] = S_INIT("area"),
	[LABEL_STATUS] = S_INIT("status"),
	[LABEL_ACTIVITY] = S_INIT("activities"),
	[LABEL_DOWNLOADS] = S_INIT("downloads"),
};

static enum label label_named(struct str name)
{
	for (int i = 1; i < LABEL_N; i++)
		if (label_names[i].n && str_eq(label_names[i], name))
			return (enum label)i;
	return LABEL_NONE;
}

// Behind marks, and the number of a list, that may stand before a label.
static size_t skip_lead(const struct tokens *tokens)
{
	size_t i = 0;
	if (tokens->n > 1 && tokens->p[0].kind == TOKEN_NUMBER && tokens->p[1].kind == TOKEN_MARK &&
		tokens->p[1].gap == 0)
		i = 2;
	while (i < tokens->n && tokens->p[i].kind == TOKEN_MARK)
		i++;
	return i;
}

// Behind "(s)" of "Objective(s)".
static size_t skip_plural(const struct tokens *tokens, size_t i)
{
	bool is_bracket = i + 2 < tokens->n && token_is_mark(&tokens->p[i], '(') &&
		tokens->p[i].gap == 0 && token_is_mark(&tokens->p[i + 2], ')');
	return is_bracket ? i + 3 : i;
}

size_t label_activity(const struct tokens *tokens, size_t i, size_t end)
{
	size_t word_n = lexicon_is(tokens, i, end, LEXICON_LABEL, S("activity"));
	size_t to = i + word_n;
	if (!word_n || to >= end || tokens->p[to].kind != TOKEN_NUMBER)
		return 0;
	to++;
	size_t behind = to;
	while (behind < end &&
		(token_is_mark(&tokens->p[behind], ':') || token_is_mark(&tokens->p[behind], '-') ||
			token_is_mark(&tokens->p[behind], '.')))
		behind++;
	return behind > to || behind == end ? behind : 0;
}

// Where the value begins behind the colon: no blank, no mark of emphasis.
static size_t value_at(struct str line, size_t at)
{
	while (at < line.n && (line.p[at] == ' ' || line.p[at] == '*' || line.p[at] == '_'))
		at++;
	return at;
}

enum label label_of_line(
	const struct tokens *tokens, struct str line, bool is_whole, size_t *ret_value)
{
	size_t i = skip_lead(tokens);
	if (i == tokens->n)
		return LABEL_NONE;
	if (label_activity(tokens, i, tokens->n)) {
		*ret_value = 0;
		return LABEL_ACTIVITY;
	}
	const struct lexicon_entry *entry = lexicon_at(tokens, i, tokens->n, LEXICON_LABEL);
	enum label label = entry ? label_named(entry->value) : LABEL_NONE;
	if (label == LABEL_NONE)
		return LABEL_NONE;
	size_t behind = skip_plural(tokens, i + entry->word_n);
	while (behind < tokens->n && token_is_mark(&tokens->p[behind], '*'))
		behind++;
	if (behind == tokens->n) {
		*ret_value = line.n;
		return is_whole ? label : LABEL_NONE;
	}
	if (!token_is_mark(&tokens->p[behind], ':') || tokens->p[behind].at > LABEL_BYTES_MAX)
		return LABEL_NONE;
	*ret_value = value_at(line, tokens->p[behind].at + tokens->p[behind].n);
	return label;
}

bool label_funder(const struct tokens *tokens, struct str line, size_t *ret_at, size_t *ret_n)
{
	for (size_t i = 0; i + 1 < tokens->n && i < FUNDER_FROM_MAX; i++) {
		size_t word_n = lexicon_is(tokens, i, tokens->n, LEXICON_LABEL, S("funder"));
		if (!word_n)
			continue;
		size_t from = i + word_n, to = tokens->n;
		from += from < to ? lexicon_is(tokens, from, to, LEXICON_LABEL, S("article")) : 0;
		while (to > from && tokens->p[to - 1].kind == TOKEN_MARK)
			to--;
		if (from >= to || to - from > FUNDER_TOKENS_MAX)
			return false;
		*ret_at = tokens->p[from].at;
		*ret_n = tokens_str(tokens, line, from, to).n;
		return true;
	}
	return false;
}

// Words of the status, or of what a list holds, that begin at `i`; 0 when there are none.
static size_t progress_at(
	const struct tokens *tokens, size_t i, size_t end, enum progress *ret_progress)
{
	size_t n = lexicon_is(tokens, i, end, LEXICON_LABEL, S("ended"));
	if (n)
		*ret_progress = PROGRESS_ENDED;
	if (!n && (n = lexicon_is(tokens, i, end, LEXICON_LABEL, S("ongoing"))) > 0)
		*ret_progress = PROGRESS_ONGOING;
	return n;
}

bool label_progress(
	const struct tokens *tokens, size_t from, size_t end, enum progress *ret_progress)
{
	bool any = false;
	*ret_progress = PROGRESS_UNKNOWN;
	for (size_t i = from; i < end;) {
		struct date_hit hit;
		size_t n = progress_at(tokens, i, end, ret_progress);
		if (!n)
			n = lexicon_is(tokens, i, end, LEXICON_LABEL, S("projects"));
		if (n) {
			any = true;
		} else if (any && date_duration(tokens, i, end, &hit)) {
			if (*ret_progress == PROGRESS_UNKNOWN)
				*ret_progress = hit.period.open ? PROGRESS_ONGOING : PROGRESS_ENDED;
			return true;
		} else if (tokens->p[i].kind == TOKEN_MARK) {
			n = 1;
		} else {
			return false;
		}
		i += n;
	}
	return any;
}

enum progress label_progress_within(const struct tokens *tokens, size_t from, size_t end)
{
	enum progress progress = PROGRESS_UNKNOWN;
	for (size_t i = from; i < end && progress == PROGRESS_UNKNOWN; i++)
		progress_at(tokens, i, end, &progress);
	return progress;
}
