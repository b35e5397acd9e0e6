// SPDX-License-Identifier: EUPL-1.2
// deed — a place in a sentence where an activity is told by its verb: "forty officers were trained".

#include "work/read/deed.h"

enum { SUBJECT_MAX = 8, OBJECT_MAX = 24 };

static const struct str need_mark[] = {[NEED_NOTHING] = S_INIT(""),
	[NEED_ABROAD] = S_INIT("abroad:"),
	[NEED_DATE] = S_INIT("dated:"),
	[NEED_TOLD] = S_INIT("told:"),
	[NEED_DOER] = S_INIT("did:"),
	[NEED_REMOTE] = S_INIT("remote:"),
	[NEED_SHOWN] = S_INIT("shown:"),
	[NEED_HELD] = S_INIT("held:"),
	[NEED_REVIEWED] = S_INIT("review:")};

static enum need need_of(struct str value)
{
	int need = NEED_REVIEWED;
	while (need > NEED_NOTHING && !str_starts(value, need_mark[need]))
		need--;
	return (enum need)need;
}

// The token before `i` that is no adverb; `begin` when there is none.
static size_t before_adverbs(const struct tokens *tokens, size_t i, size_t begin)
{
	while (i > begin + 1 && role_at(tokens, i - 1, i, ROLE_ADVERB) &&
		!role_at(tokens, i - 1, i, ROLE_NOT))
		i--;
	return i > begin ? i - 1 : begin;
}

// Where the words that end behind `to` and name who something was done to begin; `to` when there
// are none.
static size_t subject_from(const struct tokens *tokens, size_t to, size_t begin)
{
	size_t from = to;
	while (from > begin && to - from < SUBJECT_MAX && tokens->p[from - 1].kind != TOKEN_MARK) {
		bool ordinal;
		if (tokens->p[from - 1].kind != TOKEN_NUMBER &&
			!grammar_in_phrase(tokens, from - 1, to) &&
			!grammar_number(tokens, from - 1, to, &ordinal))
			break;
		from--;
	}
	return from;
}

// "were trained", "are now learning": the verb is said of what stands before it.
static bool passive_read(
	const struct tokens *tokens, size_t verb, size_t begin, struct mention *deed)
{
	size_t be = before_adverbs(tokens, verb, begin);
	if (be == begin || !role_at(tokens, be, verb, ROLE_PASSIVE))
		return false;
	size_t to = be;
	while (to > begin + 1 &&
		(role_at(tokens, to - 1, be, ROLE_BEING) ||
			role_at(tokens, to - 1, verb, ROLE_HELD) || // "ont été formés"
			role_at(tokens, to - 1, be, ROLE_PLANNED) ||
			role_at(tokens, to - 1, be, ROLE_ADVERB)))
		to--;
	deed->from = subject_from(tokens, to, begin);
	deed->is_passive = true;
	if (deed->from == to && to > begin && token_is_mark(&tokens->p[to - 1], ','))
		return true; // behind an aside: "the Strategy, in its last form, was presented"
	return deed->from < to;
}

// What stands before the verb cannot be who does it.
static bool is_no_doer(const struct tokens *tokens, size_t who, size_t verb)
{
	bool is_name = token_is_mark(&tokens->p[who], '+') || token_is_mark(&tokens->p[who], ')');
	return (tokens->p[who].kind == TOKEN_MARK && !is_name) ||
		role_at(tokens, who, verb, ROLE_PREPOSITION) ||
		role_at(tokens, who, verb, ROLE_RELATIVE) ||
		role_at(tokens, who, verb, ROLE_BEING) || role_at(tokens, who, verb, ROLE_NOT) ||
		grammar_determiner(tokens, who, verb) != DETERMINER_NONE;
}

// "experts trained forty officers": somebody before it, something behind it.
static bool active_read(
	const struct tokens *tokens, size_t verb, size_t begin, size_t end, struct mention *deed)
{
	size_t who = before_adverbs(tokens, verb, begin), what = deed->core_to;
	if (who == begin && verb == begin)
		return false;
	if (is_no_doer(tokens, who, verb))
		return false;
	if (what >= end || tokens->p[what].kind == TOKEN_MARK)
		return false;
	deed->from = verb;
	what += role_at(tokens, what, end, ROLE_REMOTE); // "revisaron a distancia el proyecto"
	if (what >= end)
		return false;
	bool leads = role_at(tokens, what - 1, what, ROLE_PREPOSITION) > 0;
	bool has_object = deed->core_to - deed->core_from > 2; // "sent out a questionnaire"
	return leads || has_object || deed->need == NEED_DATE || deed->need == NEED_REMOTE ||
		!role_at(tokens, what, end, ROLE_PREPOSITION);
}

// "a hackathon was organised": whatever took place, told with "a" or a number.
static bool held_read(const struct tokens *tokens, size_t verb, size_t begin, struct mention *deed)
{
	bool ordinal;
	deed->is_passive = true;
	deed->from = subject_from(tokens, verb, begin);
	if (deed->from == verb || deed->from == begin)
		return false;
	deed->count = grammar_number(tokens, deed->from, verb, &ordinal);
	bool is_new = grammar_determiner(tokens, deed->from - 1, verb) == DETERMINER_INDEFINITE;
	if (deed->count == 0)
		deed->count = 1;
	return is_new || deed->count > 1;
}

// The verb is finite: it has somebody before it, or something behind it, as it needs.
static bool is_finite(
	const struct tokens *tokens, size_t i, size_t begin, size_t end, struct mention *deed)
{
	if (deed->need == NEED_HELD)
		return held_read(tokens, i, begin, deed);
	bool is_helping = deed->need == NEED_REMOTE &&
		role_at(tokens, before_adverbs(tokens, i, begin), i, ROLE_BEING);
	if (is_helping || passive_read(tokens, i, begin, deed))
		return true;
	return deed->need != NEED_SHOWN && active_read(tokens, i, begin, end, deed);
}

bool deed_read(
	const struct tokens *tokens, size_t i, size_t begin, size_t end, struct mention *ret_deed)
{
	if (!lexicon_may(tokens, i, LEXICON_DEED) || tokens->p[i].upper)
		return false;
	const struct lexicon_entry *verb = lexicon_at(tokens, i, end, LEXICON_DEED);
	if (!verb)
		return false;
	enum need need = need_of(verb->value);
	struct mention deed = {.from = i,
		.core_from = i,
		.core_to = i + verb->word_n,
		.type = str_from(verb->value, need_mark[need].n),
		.count = 1,
		.is_deed = true,
		.need = need};
	if (!is_finite(tokens, i, begin, end, &deed))
		return false;
	mention_object_read(tokens, &deed, end);
	if (need == NEED_REMOTE) // its purpose says what the help was
		while (deed.topic_to < end && tokens->p[deed.topic_to].kind != TOKEN_MARK)
			deed.topic_to++;
	*ret_deed = deed;
	return true;
}
