// SPDX-License-Identifier: EUPL-1.2
// paper_stage — how far a sentence says that a paper has come, and when.

#include "work/read/paper_stage.h"

#include "work/read/grammar.h"

enum {
	REACH = 9,
	REACH_BACK = 7,
	DATE_REACH = 24,
	BEING_REACH = 3,
	ROW_REACH = 14,
	CLAUSE_REACH = 5
};

struct str paper_stage_slug(enum paper_stage stage)
{
	static const struct str slugs[] = {S_INIT(""), S_INIT("drafted"), S_INIT("delivered"),
		S_INIT("presented"), S_INIT("published"), S_INIT("adopted")};
	return slugs[stage];
}

enum paper_stage paper_stage_at(const struct tokens *tokens, size_t i, size_t end)
{
	for (int k = PAPER_ADOPTED; k > PAPER_NO_STAGE; k--)
		if (role_at(tokens, i, end, (enum role)(ROLE_DRAFTED + k - PAPER_DRAFTED)))
			return (enum paper_stage)k;
	return PAPER_NO_STAGE;
}

// Behind ", including a set of recommendations," that stands between a name and its verb.
static size_t skip_insertion(const struct tokens *tokens, size_t i, size_t end)
{
	size_t at = i;
	while (at < end && tokens->p[at].kind == TOKEN_MARK && !token_is_mark(&tokens->p[at], ','))
		at++;
	if (at + 1 >= end || !token_is_mark(&tokens->p[at], ',') ||
		role_at(tokens, at + 1, end, ROLE_RELATIVE) ||
		role_at(tokens, at + 1, end, ROLE_AND))
		return i;
	for (at++; at + 1 < end; at++)
		if (token_is_mark(&tokens->p[at], ',') && tokens->p[at + 1].gap)
			return at + 1;
	return i;
}

// The comma that closes the insertion that the one at `i` opens: "and, in June, endorsed".
static size_t comma_behind(const struct tokens *tokens, size_t i, size_t end)
{
	size_t close = i + 1;
	while (close < end && close < i + REACH && !token_is_mark(&tokens->p[close], ','))
		close++;
	return close;
}

// The furthest of the stages told in one row from `i` on: "drawn up that day and handed over".
static enum paper_stage stage_row(const struct tokens *tokens, size_t i, size_t end)
{
	enum paper_stage stage = paper_stage_at(tokens, i, end);
	bool joins = false;
	for (size_t k = i + 1; k < end && k < i + ROW_REACH; k++) {
		if (joins && token_is_mark(&tokens->p[k], ',')) {
			k = comma_behind(tokens, k, end);
			continue;
		}
		if (role_at(tokens, k, end, ROLE_PLANNED) ||
			role_at(tokens, k, end, ROLE_RELATIVE) ||
			lexicon_at(tokens, k, end, LEXICON_OUTPUT))
			break;
		enum paper_stage next = paper_stage_at(tokens, k, end);
		if (joins && next > stage)
			stage = next;
		joins = role_at(tokens, k, end, ROLE_AND) ||
			(joins &&
				(role_at(tokens, k, end, ROLE_ADVERB) ||
					role_at(tokens, k, end, ROLE_BEING)));
	}
	return stage;
}

// "is being drafted", "are drafted": work that goes on, or is only meant.
static bool is_going_on(const struct tokens *tokens, size_t i, size_t begin)
{
	return i > begin && role_at(tokens, i - 1, i, ROLE_GOING_ON);
}

// Behind ", which" that takes the name up again after a clause of purpose that begins at `i`; `end`
// when none does.
static size_t skip_purpose(const struct tokens *tokens, size_t i, size_t end)
{
	for (size_t k = i; k + 1 < end && k < i + 2 * REACH; k++)
		if (token_is_mark(&tokens->p[k], ',') && role_at(tokens, k + 1, end, ROLE_RELATIVE))
			return k + 2;
	return end;
}

// Where the words behind the name stop being about it: what is to come, help, a clause of its own.
static bool ends_reach(const struct tokens *tokens, size_t i, size_t end)
{
	return role_at(tokens, i, end, ROLE_PLANNED) || role_at(tokens, i, end, ROLE_SUPPORT) ||
		token_is_mark(&tokens->p[i], ';');
}

// The participle at `i` is about the name that ends at `begin`: right behind it, with an auxiliary
// ("was officially presented"), or in its relative clause; not "the activities developed in line".
static bool is_about_name(const struct tokens *tokens, size_t begin, size_t i)
{
	size_t from = i > begin + BEING_REACH ? i - BEING_REACH : begin;
	// "They analysed the forms and drew up a guide": the verb behind "and" has its own object.
	if (i <= begin + 2 && role_at(tokens, begin, i, ROLE_AND))
		return false;
	if (i <= begin + 1 || grammar_has_role(tokens, from, i, ROLE_BEING))
		return true;
	size_t clause = begin + token_is_mark(&tokens->p[begin], ',');
	return i < clause + CLAUSE_REACH && role_at(tokens, clause, i, ROLE_RELATIVE);
}

// "guide designed to help", but not "has been designed".
static bool opens_purpose(const struct tokens *tokens, size_t i, size_t begin, size_t end)
{
	bool is_done = i > begin && role_at(tokens, i - 1, i, ROLE_BEING) &&
		paper_stage_at(tokens, i, end) != PAPER_NO_STAGE;
	return !is_done && grammar_purpose(tokens, i, end);
}

// A word that may be a noun of a stage, and is its participle: "a été remise"; right behind the name
// where noun and participle have one stem: "план утверждён".
static bool is_participle(const struct tokens *tokens, size_t begin, size_t i)
{
	if (i == begin)
		return !tongue_has_articles(tokens->tongue);
	return grammar_ends_with(tokens, i, begin, ROLE_HELD) ||
		grammar_ends_with(tokens, i, begin, ROLE_BEING);
}

// "roadmap presented at the conference was adopted": what the main verb behind a participle tells
// moves the paper on from `stage`, told at `i`.
static enum paper_stage stage_of_verb(
	const struct tokens *tokens, size_t i, size_t end, enum paper_stage stage)
{
	end = end < i + ROW_REACH ? end : i + ROW_REACH;
	for (size_t k = i + 1; k + 1 < end; k++) {
		if (tokens->p[k].kind == TOKEN_MARK || role_at(tokens, k, end, ROLE_RELATIVE))
			break;
		enum paper_stage next = role_at(tokens, k, end, ROLE_PASSIVE)
			? paper_stage_at(tokens, k + 1, end)
			: PAPER_NO_STAGE;
		if (next != PAPER_NO_STAGE)
			return next > stage ? next : stage;
	}
	return stage;
}

enum paper_stage paper_stage_behind(
	const struct tokens *tokens, const struct paper *paper, size_t *ret_at)
{
	size_t last = paper->sentence.to, begin = skip_insertion(tokens, paper->name.to, last);
	// "Before the strategy is validated"
	size_t before = paper->name.from > paper->sentence.from + 1 ? paper->name.from - 2
								    : paper->sentence.from;
	if (grammar_has_role(tokens, before, paper->name.from, ROLE_BEFORE))
		return PAPER_NO_STAGE;
	// "Action Plan to counter trafficking": "to" belongs to the title.
	size_t reach = paper->is_titled ? 2 * REACH : REACH, end = begin + reach;
	for (size_t i = begin; i < end && i < last; i++) {
		if (ends_reach(tokens, i, last))
			break;
		if (!paper->is_titled && opens_purpose(tokens, i, begin, last)) {
			i = skip_purpose(tokens, i, last);
			end = i + reach;
			continue;
		}
		// "delivery", "endorsement": nouns speak of what stands behind them.
		bool is_noun = role_at(tokens, i, last, ROLE_STAGE_NOUN) &&
			!is_participle(tokens, begin, i);
		enum paper_stage stage = is_noun ? PAPER_NO_STAGE : paper_stage_at(tokens, i, last);
		if (stage == PAPER_NO_STAGE || !is_about_name(tokens, begin, i))
			continue;
		*ret_at = i;
		if (is_going_on(tokens, i, begin))
			return PAPER_NO_STAGE;
		stage = stage_row(tokens, i, last);
		return i == begin ? stage_of_verb(tokens, i, last, stage) : stage;
	}
	return PAPER_NO_STAGE;
}

enum paper_work paper_work_behind(const struct tokens *tokens, const struct paper *paper)
{
	enum paper_work work = PAPER_WORK_UNTOLD;
	size_t last = paper->sentence.to, begin = skip_insertion(tokens, paper->name.to, last);
	for (size_t i = begin; i < last && i < begin + REACH; i++) {
		if (tokens->p[i].kind == TOKEN_MARK || role_at(tokens, i, last, ROLE_RELATIVE))
			break;
		bool goes_on = role_at(tokens, i, last, ROLE_GOING_ON) > 0;
		// "разрабатывается": one word for "is being drafted"
		if (goes_on && role_at(tokens, i, last, ROLE_MAKING))
			return PAPER_WORK_GOES_ON;
		if (role_at(tokens, i, last, ROLE_PLANNED))
			work = PAPER_WORK_TO_COME;
		else if (goes_on && work == PAPER_WORK_UNTOLD)
			work = PAPER_WORK_GOES_ON;
		else if (work && role_at(tokens, i, last, ROLE_MAKING) &&
			paper_stage_at(tokens, i, last) <= PAPER_DRAFTED)
			return work;
	}
	return PAPER_WORK_UNTOLD;
}

// Before ", with the experts," that stands right before the article or the name at `i`.
static size_t before_insertion(const struct tokens *tokens, size_t i, size_t begin)
{
	size_t at = i;
	if (at > begin && grammar_determiner(tokens, at - 1, i) != DETERMINER_NONE)
		at--;
	if (at == begin || !token_is_mark(&tokens->p[at - 1], ','))
		return i;
	for (size_t k = at - 1; k > begin && at - k <= REACH; k--)
		if (token_is_mark(&tokens->p[k - 1], ','))
			return k - 1;
	return i;
}

// The word at `i` is governed by what is to come, or comes before it: "will be presented", "before
// the adoption of".
static bool is_to_come(const struct tokens *tokens, size_t i, size_t begin)
{
	size_t from = i > begin + BEING_REACH ? i - BEING_REACH : begin;
	return grammar_has_role(tokens, from, i, ROLE_PLANNED) ||
		grammar_has_role(tokens, from, i, ROLE_GOING_ON) ||
		grammar_has_role(tokens, from, i, ROLE_BEFORE);
}

// "presented the final action plan", "endorsement of the Strategy", "delivery of a Handbook".
static enum paper_stage stage_before(
	const struct tokens *tokens, const struct paper *paper, size_t *ret_at)
{
	size_t begin = paper->sentence.from, end = paper->name.from;
	size_t i = before_insertion(tokens, end, begin);
	size_t from = i > begin + REACH_BACK ? i - REACH_BACK : begin;
	for (; i > from; i--) {
		enum paper_stage stage = paper_stage_at(tokens, i - 1, end);
		if (stage != PAPER_NO_STAGE) {
			*ret_at = i - 1;
			return is_to_come(tokens, i - 1, begin) ? PAPER_NO_STAGE : stage;
		}
		bool is_quote = token_is_mark(&tokens->p[i - 1], '\'') ||
			token_is_mark(&tokens->p[i - 1], '"');
		// "launched the drafting of": what was launched is the drafting.
		if ((tokens->p[i - 1].kind == TOKEN_MARK && !is_quote) ||
			role_at(tokens, i - 1, end, ROLE_MAKING) ||
			lexicon_at(tokens, i - 1, end, LEXICON_ACTIVITY))
			break;
	}
	return PAPER_NO_STAGE;
}

// "were able to elaborate a toolbox": what could be made was made.
static bool is_achieved(const struct tokens *tokens, const struct paper *paper, size_t *ret_at)
{
	for (size_t i = paper->name.from; i > paper->sentence.from; i--) {
		if (role_at(tokens, i - 1, paper->name.from, ROLE_ACHIEVED)) {
			*ret_at = i - 1;
			return true;
		}
		if (tokens->p[i - 1].kind == TOKEN_MARK)
			return false;
	}
	return false;
}

enum paper_stage paper_stage_of(
	const struct tokens *tokens, const struct paper *paper, size_t *ret_at)
{
	enum paper_stage stage = paper_stage_behind(tokens, paper, ret_at);
	if (stage == PAPER_NO_STAGE)
		stage = stage_before(tokens, paper, ret_at);
	if (stage == PAPER_NO_STAGE && is_achieved(tokens, paper, ret_at))
		stage = PAPER_DRAFTED;
	return stage;
}

// "a meeting on 14 December, where it was presented": the date before the relative word.
static bool is_where(const struct tokens *tokens, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (role_at(tokens, i, to, ROLE_WHERE))
			return true;
	return false;
}

static struct date date_near(const struct reading *r, const struct paper *paper, size_t at)
{
	struct range dates = reading_dates(r, paper->sentence);
	struct date date = {0};
	for (size_t i = dates.from; i < dates.to; i++) {
		const struct date_hit *hit = &r->dates.p[i];
		if (hit->needs_year)
			continue;
		if (hit->from > at)
			return hit->from - at <= DATE_REACH ? hit->period.start : date;
		if (is_where(&r->tokens, hit->to, at))
			date = hit->period.start;
	}
	return date;
}

// "at this workshop": the date told last before the sentence.
static struct date date_pointed(const struct reading *r, struct range sentence)
{
	const struct tokens *tokens = &r->tokens;
	bool points = false;
	for (size_t i = sentence.from; i + 1 < sentence.to && !points; i++)
		points = role_at(tokens, i, sentence.to, ROLE_POINTING) &&
			lexicon_at(tokens, i + 1, sentence.to, LEXICON_ACTIVITY);
	size_t before = reading_dates(r, sentence).from;
	struct date date = {0};
	if (points && before > 0)
		date = r->dates.p[before - 1].period.start;
	date.day = 0;
	return date;
}

struct date paper_stage_date(const struct reading *reading, const struct paper *paper, size_t at)
{
	struct date date = date_near(reading, paper, at);
	return date_is_known(date) ? date : date_pointed(reading, paper->sentence);
}
