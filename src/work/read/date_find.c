// SPDX-License-Identifier: EUPL-1.2
// date_find — the grammar of dates, one for durations and for running text.

#include "work/read/date_find.h"

#include "work/read/date_mend.h"

enum { LIST_MAX = 8, WEEK_REST = 6, NEAR_MAX = 16, BEFORE_MAX = 5 };

static struct str damage_rule(enum date_damage damage)
{
	static const struct str rules[] = {[DAMAGE_NONE] = S_INIT("date"),
		[DAMAGE_DASH] = S_INIT("R01"),
		[DAMAGE_DAYS] = S_INIT("R02"),
		[DAMAGE_YEAR] = S_INIT("R03"),
		[DAMAGE_MONTH] = S_INIT("R11")};
	return rules[damage];
}

static struct period week_period(struct date day)
{
	struct period p = {.start = day};
	if (date_is_real(day))
		p.end = date_of_day(date_first_day(day) + WEEK_REST);
	return p;
}

// The first and last day, month or year of one part.
static struct period part_period(const struct date_part *part)
{
	struct period p = {.start = {part->year, part->month, part->day_n ? part->day[0] : 0}};
	int months = part->half ? 6 : 3, nth = part->half ? part->half : part->quarter;
	if (nth) {
		p.start.month = (nth - 1) * months + 1;
		p.end = (struct date){part->year, nth * months, 0};
	} else if (part->month_end) {
		p.end = (struct date){part->year, part->month_end, 0};
		if (part->month_end < part->month && part->year)
			p.start.year--;
	} else if (part->day_n > 1) {
		p.end = (struct date){part->year, part->month, part->day[part->day_n - 1]};
	} else if (part->year_end) {
		p.end = (struct date){part->year_end, 0, 0};
	} else if (part->is_week && part->day_n) {
		p = week_period(p.start);
	}
	return p;
}

// How many years a misprinted one may stand for, so that neither end is before the other.
static size_t typo_readings(int64_t typo, struct date other, bool is_start, int *ret_year)
{
	int years[YEAR_CANDIDATE_MAX];
	size_t n = date_year_candidates(typo, years), fit = 0;
	for (size_t i = 0; i < n; i++) {
		bool fits = !other.year ||
			(is_start ? years[i] <= other.year : years[i] >= other.year);
		if (fits && fit++ == 0)
			*ret_year = years[i];
	}
	return fit;
}

static bool hit_single(struct date_part *part, size_t from, struct date_hit *ret_hit)
{
	if (part->is_present || !date_part_mend(part))
		return false;
	enum date_damage damage = part->typo ? DAMAGE_YEAR : part->damage;
	bool guessed = part->typo &&
		typo_readings(part->typo, (struct date){0}, true, &part->year) > 1;
	bool is_told = part->relative != DATE_ABSOLUTE;
	*ret_hit = (struct date_hit){.from = from,
		.to = part->to,
		.period = part_period(part),
		.rule = is_told ? S("date.relative") : damage_rule(damage),
		.damaged = damage != DAMAGE_NONE,
		.ambiguous = part->ambiguous || guessed,
		.needs_year = part->year == 0 && !is_told,
		.only_years = part->is_bare,
		.start_typo = part->typo,
		.relative = part->relative,
		.offset = part->offset};
	for (int k = 0; part->days_apart && k < part->day_n; k++)
		if (part->own[k])
			ret_hit->apart[ret_hit->apart_n++][0] = part->day[k];
		else
			ret_hit->apart[ret_hit->apart_n - 1][1] = part->day[k];
	return true;
}

// Gives each part of a range what it shares with the other.
static void range_inherit(struct date_part *a, struct date_part *b)
{
	if (!a->year && !b->is_present) {
		a->year = b->year;
		if (!a->month && a->day_n)
			a->month = b->month;
		if (a->year && b->month && a->month > b->month)
			a->year--;
	} else if (a->year && !b->year && b->month) {
		b->year = a->year;
		if (b->month < a->month)
			b->year++;
	}
}

static enum date_damage range_damage(
	const struct date_part *a, const struct date_part *b, bool lost)
{
	if (lost)
		return a->day_n || a->carry ? DAMAGE_DAYS : DAMAGE_DASH;
	if (a->typo || b->typo)
		return DAMAGE_YEAR;
	return a->damage ? a->damage : b->damage;
}

// Chooses years for misprinted ones; true when more than one choice is left.
static bool typos_settle(
	const struct date_part *a, const struct date_part *b, struct period *period)
{
	size_t readings = 1, n;
	if (b->typo &&
		(n = typo_readings(b->typo, a->typo ? (struct date){0} : period->start, false,
			 &period->end.year)) > 0)
		readings *= n;
	if (a->typo && (n = typo_readings(a->typo, period->end, true, &period->start.year)) > 0)
		readings *= n;
	return readings > 1;
}

// The whole range; false when it is none of the calendar, or ends before it starts.
static bool range_period(
	struct date_part *a, struct date_part *b, struct period *ret_whole, bool *ret_guessed)
{
	if (!a->year || !date_part_mend(a) || !date_part_mend(b))
		return false;
	struct period whole = {.start = part_period(a).start, .open = b->is_present};
	if (!b->is_present) {
		struct period last = part_period(b);
		whole.end = date_is_known(last.end) ? last.end : last.start;
	}
	*ret_guessed = typos_settle(a, b, &whole);
	*ret_whole = whole;
	if (!date_is_real(whole.start))
		return false;
	return b->is_present ||
		(date_is_real(whole.end) &&
			date_first_day(whole.start) <= date_last_day(whole.end));
}

static bool hit_range(
	struct date_part *a, struct date_part *b, size_t from, bool lost, struct date_hit *ret_hit)
{
	struct period whole;
	bool guessed;
	range_inherit(a, b);
	if (a->relative || b->relative || !range_period(a, b, &whole, &guessed))
		return false;
	enum date_damage damage = range_damage(a, b, lost);
	*ret_hit = (struct date_hit){.from = from,
		.to = b->to,
		.period = whole,
		.rule = damage_rule(damage),
		.damaged = damage != DAMAGE_NONE,
		.only_years = a->is_bare && (b->is_bare || b->is_present),
		.ambiguous = guessed || (a->ambiguous && !a->day_n) || (b->ambiguous && !b->day_n),
		.start_typo = a->typo,
		.end_typo = b->typo};
	return true;
}

// How two dates of a range may be parted.
enum parting { PARTING_CLOSE, PARTING_LOOSE };

// Behind what parts the two dates of a range at `i`; `*ret_lost` when nothing does though it
// should: they are glued together or, where the parting is loose, only a blank stands between.
static size_t separator_read(const struct tokens *tokens, size_t i, size_t end, bool between,
	enum parting parting, bool *ret_lost)
{
	*ret_lost = false;
	if (i >= end)
		return 0;
	size_t dash = date_skip_dash(tokens, i, end), n = 0;
	// "à ce jour", "to date": the word that parts them is part of the second.
	if (!dash && (n = date_word_is(tokens, i, end, WORD_TO)) > 0)
		return date_word_is(tokens, i, end, WORD_PRESENT) > 0
			? i
			: date_skip_fillers(tokens, i + n, end);
	if (dash) {
		n = date_word_is(tokens, dash, end, WORD_TO);
		return date_word_is(tokens, dash, end, WORD_PRESENT) > 0 ? dash : dash + n;
	}
	if (between && (n = date_word_is(tokens, i, end, WORD_AND)) > 0)
		return i + n;
	*ret_lost = tokens->p[i].kind != TOKEN_MARK &&
		(parting == PARTING_LOOSE || tokens->p[i].gap == 0);
	return *ret_lost ? i : 0;
}

// A word of dates with this job stands before the token, with small words between at most: "in the
// year".
static bool is_after(const struct tokens *tokens, size_t i, size_t from, enum date_word word)
{
	for (int k = 0; k < BEFORE_MAX && i > from; k++) {
		for (size_t n = 1; n <= BEFORE_MAX && n <= i - from; n++)
			if (date_word_is(tokens, i - n, i, word) == n)
				return true;
		i--;
		if (!date_word_is(tokens, i, i + 1, WORD_FILLER))
			return false;
	}
	return false;
}

static bool range_at(const struct tokens *tokens, size_t i, size_t end, enum parting parting,
	struct date_part *a, struct date_hit *ret_hit)
{
	struct date_part b;
	bool lost = a->carry > 0;
	bool between = is_after(tokens, i, 0, WORD_BETWEEN);
	size_t next = lost ? a->to : separator_read(tokens, a->to, end, between, parting, &lost);
	return next && date_part_read(tokens, next, end, a->carry, &b) &&
		hit_range(a, &b, i, lost, ret_hit);
}

static bool date_read(const struct tokens *tokens, size_t i, size_t end, enum parting parting,
	struct date_hit *ret_hit)
{
	struct date_part a, tried;
	if (!date_part_read(tokens, i, end, 0, &a) || a.is_present)
		return false;
	if (is_after(tokens, i, 0, WORD_BETWEEN))
		a.days_apart = false;
	tried = a;
	return range_at(tokens, i, end, parting, &tried, ret_hit) || hit_single(&a, i, ret_hit);
}

bool date_at(const struct tokens *tokens, size_t i, size_t end, struct date_hit *ret_hit)
{
	return date_read(tokens, i, end, PARTING_CLOSE, ret_hit);
}

// Behind the comma and the "and" that join two dates of a list; `i` when nothing does.
static size_t skip_joiner(const struct tokens *tokens, size_t i, size_t end)
{
	if (i < end && token_is_mark(&tokens->p[i], ','))
		i++;
	return i + date_word_is(tokens, i, end, WORD_AND);
}

// Dates that share the year behind the last of them: "March and June 2014", "on 12 March and 2
// April 2014". Adds a hit for each; answers behind them, or 0 when there is no such list.
static size_t list_find(struct arena *mem, const struct tokens *tokens, size_t i, size_t end,
	struct date_hits *hits)
{
	size_t start[LIST_MAX], n = 0, at = i;
	struct date_part part[LIST_MAX];
	for (;;) {
		if (n == LIST_MAX || !date_part_read(tokens, at, end, 0, &part[n]) ||
			!part[n].month || part[n].typo || part[n].relative)
			return 0;
		start[n] = at;
		at = part[n].to;
		if (part[n++].year)
			break;
		size_t next = skip_joiner(tokens, at, end);
		if (next == at)
			return 0;
		next += date_word_is(tokens, next, end, WORD_FROM);
		at = date_skip_fillers(tokens, next, end);
	}
	if (n < 2)
		return 0;
	for (size_t k = n - 1; k-- > 0;)
		part[k].year = part[k + 1].year - (part[k].month > part[k + 1].month);
	for (size_t k = 0; k < n; k++) {
		struct date_hit hit;
		part[k].to = at;
		if (!hit_single(&part[k], start[k], &hit))
			continue;
		hit.in_list = k > 0;
		VEC_ADD(mem, hits, hit);
	}
	return at;
}

// A name that may also be another word counts as a month only with a capital, where the language
// gives months one, or when it is of another language: "it may march", "en el marco de".
static bool is_plain_month(const struct tokens *tokens, const struct date_hit *hit)
{
	for (size_t i = hit->from; i < hit->to; i++) {
		const struct token *token = &tokens->p[i];
		if (!lexicon_at(tokens, i, hit->to, LEXICON_MONTH))
			continue;
		return token->upper ||
			(tokens->tongue != TONGUE_EN &&
				lexicon_is(tokens, i, hit->to, LEXICON_MONTH,
					tongue_code(tokens->tongue)) > 0);
	}
	return false;
}

// "Is foreseen for 2014": a plan's year, where "the strategy for 2014" has a name's.
static bool is_planned_for(const struct tokens *tokens, size_t i, size_t from)
{
	return i > from + 1 && date_word_is(tokens, i - 1, i, WORD_WHEN_MONTH) > 0 &&
		role_at(tokens, i - 2, i, ROLE_PLANNED) > 0;
}

// A bare year, or a month without one, counts only where the words around say that it is a date.
static bool is_dated(const struct tokens *tokens, const struct date_hit *hit, size_t from)
{
	if (hit->relative)
		return hit->relative != DATE_NEXT || is_plain_month(tokens, hit);
	if (hit->needs_year) {
		bool has_day = hit->period.start.day > 0;
		return is_plain_month(tokens, hit) &&
			(has_day || hit->to > hit->from + 1 ||
				is_after(tokens, hit->from, from, WORD_WHEN) ||
				is_after(tokens, hit->from, from, WORD_WHEN_MONTH));
	}
	return !hit->only_years || is_after(tokens, hit->from, from, WORD_WHEN) ||
		is_planned_for(tokens, hit->from, from);
}

// "4 and 18 October" are two dates, each with all the words.
static void apart_add(struct arena *mem, struct date_hits *hits, struct date_hit hit)
{
	struct date day = hit.period.start;
	for (int k = 0; k < hit.apart_n || k == 0; k++) {
		if (hit.apart_n > 0) {
			int last = hit.apart[k][1];
			hit.period.start.day = hit.apart[k][0];
			hit.period.end = last ? (struct date){day.year, day.month, last}
					      : (struct date){0};
		}
		hit.in_list = hit.in_list || k > 0;
		VEC_ADD(mem, hits, hit);
	}
}

#define WORD_BIT(word) (UINT32_C(1) << (word))

// A date may begin with the token: a number, a month, a word of dates, or one misspelt before a
// year.
static bool may_begin(const struct tokens *tokens, size_t i, size_t end)
{
	static const uint32_t leading = WORD_BIT(WORD_PART) | WORD_BIT(WORD_WEEK) |
		WORD_BIT(WORD_FIRST) | WORD_BIT(WORD_SECOND) | WORD_BIT(WORD_THIRD) |
		WORD_BIT(WORD_FOURTH) | WORD_BIT(WORD_LAST) | WORD_BIT(WORD_QUARTER) |
		WORD_BIT(WORD_HALF) | WORD_BIT(WORD_NEXT) | WORD_BIT(WORD_SAME_MONTH) |
		WORD_BIT(WORD_MONTH_LATER) | WORD_BIT(WORD_MONTH_BEFORE) |
		WORD_BIT(WORD_SAME_YEAR) | WORD_BIT(WORD_YEAR_LATER) | WORD_BIT(WORD_YEAR_BEFORE);
	static const uint32_t kinds = LEXICON_BIT(LEXICON_DATE) | LEXICON_BIT(LEXICON_MONTH) |
		LEXICON_BIT(LEXICON_NUMBER);
	const struct token *token = &tokens->p[i];
	if (token->kind != TOKEN_WORD)
		return token->kind == TOKEN_NUMBER;
	if (token->word && !(token->kinds & kinds))
		return false;
	if (!token->word) {
		bool is_near = i + 1 < end &&
			(tokens->p[i + 1].kind == TOKEN_NUMBER || tokens->p[i + 1].word);
		size_t year = is_near ? date_skip_fillers(tokens, i + 1, end) : end;
		return year < end && tokens->p[year].kind == TOKEN_NUMBER;
	}
	if (date_words_at(tokens, i, end, leading) || lexicon_may(tokens, i, LEXICON_MONTH))
		return true;
	return lexicon_may(tokens, i, LEXICON_NUMBER) && i + 1 < end &&
		date_words_may(tokens, i + 1, WORD_BIT(WORD_MONTHS_LATER));
}

// "in 2012 and 2013": the years that go on from a bare year found last. Answers behind them.
static size_t years_add(
	struct arena *mem, const struct tokens *tokens, size_t end, struct date_hits *hits)
{
	struct date_hit hit = hits->p[hits->n - 1];
	size_t behind = hit.to;
	while (hit.only_years) {
		size_t next = skip_joiner(tokens, behind, end);
		if (next == behind || next >= end || tokens->p[next].kind != TOKEN_NUMBER ||
			!date_at(tokens, next, end, &hit) || !hit.only_years)
			break;
		hit.in_list = true;
		VEC_ADD(mem, hits, hit);
		behind = hit.to;
	}
	return behind;
}

struct date_hits date_find_all(
	struct arena *mem, const struct tokens *tokens, size_t from, size_t end)
{
	struct date_hits hits = {0};
	for (size_t i = from; i < end;) {
		struct date_hit hit;
		if (!may_begin(tokens, i, end) || !date_at(tokens, i, end, &hit)) {
			i++;
			continue;
		}
		size_t behind = hit.needs_year ? list_find(mem, tokens, i, end, &hits) : 0;
		if (behind) {
			i = behind;
		} else if (is_dated(tokens, &hit, from)) {
			apart_add(mem, &hits, hit);
			i = years_add(mem, tokens, end, &hits);
		} else {
			i++;
		}
	}
	return hits;
}

// The date moved from the one it is told from.
static struct date date_moved(const struct date_hit *hit, struct date anchor)
{
	struct date d = hit->period.start;
	int month = anchor.month - 1 + hit->offset;
	switch (hit->relative) {
	case DATE_IN_MONTHS:
		if (!anchor.month)
			return (struct date){0};
		return (struct date){
			anchor.year + month / 12 - (month < 0), (month + 12) % 12 + 1, 0};
	case DATE_IN_YEARS:
		return (struct date){anchor.year + hit->offset, d.month, d.day};
	case DATE_NEXT:
		return (struct date){
			anchor.year + (anchor.month >= d.month && anchor.month), d.month, d.day};
	case DATE_ABSOLUTE:
		break;
	}
	return (struct date){anchor.year, d.month, d.day};
}

// Gives the date what it lacks from the one before it; false when that makes no day of the
// calendar.
static bool hit_resolve(struct date_hit *hit, struct date before)
{
	struct period *p = &hit->period;
	p->start = date_moved(hit, before);
	if (p->end.month)
		p->end.year = p->start.year + (p->end.month < p->start.month);
	hit->inferred = true;
	hit->needs_year = false;
	if (!hit->damaged)
		hit->rule = S("date.relative");
	return date_is_real(p->start) && (!p->end.month || date_is_real(p->end));
}

// "one in May, the other in June 2014": where no date stands before, the next close behind
// tells the year.
static struct date date_after(const struct date_hits *hits, size_t i)
{
	struct date none = {0};
	if (i + 1 == hits->n || !hits->p[i].needs_year || hits->p[i + 1].relative)
		return none;
	struct date next = hits->p[i + 1].period.start;
	if (!next.year || !next.month || hits->p[i + 1].from - hits->p[i].to > NEAR_MAX)
		return none;
	next.year -= hits->p[i].period.start.month > next.month;
	return next;
}

void date_resolve(struct date_hits *hits, int anchor)
{
	struct date before = {anchor, 0, 0};
	size_t kept = 0;
	for (size_t i = 0; i < hits->n; i++) {
		struct date_hit hit = hits->p[i];
		struct date from = before.year ? before : date_after(hits, i);
		bool lacks = hit.needs_year || hit.relative;
		if ((hit.relative && !from.year) ||
			(lacks && from.year && !hit_resolve(&hit, from)))
			continue;
		if (hit.period.start.year)
			before = date_is_known(hit.period.end) ? hit.period.end : hit.period.start;
		hits->p[kept++] = hit;
	}
	hits->n = kept;
}

// The value is "since" and a month or year, and no more. "18 months from May" is not.
static bool is_since(
	const struct tokens *tokens, size_t from, size_t end, const struct date_hit *hit)
{
	size_t n = 0, behind = hit->to;
	while (n < BEFORE_MAX && hit->from > from + n &&
		date_word_is(tokens, hit->from - n - 1, hit->from, WORD_SINCE) != n + 1)
		n++;
	bool begins = n < BEFORE_MAX && hit->from > from + n &&
		(hit->from - n - 1 == from || tokens->p[hit->from - n - 2].kind == TOKEN_MARK);
	while (behind < end && tokens->p[behind].kind == TOKEN_MARK)
		behind++;
	return begins && behind == end && hit->period.start.day == 0;
}

// "April 2013 - presnt"
static void present_mend(const struct tokens *tokens, size_t end, struct date_hit *hit)
{
	size_t last = date_skip_dash(tokens, hit->to, end);
	if (!last || tokens->p[last].word ||
		!date_mend_present(tokens->p[last].fold, tokens->tongue))
		return;
	hit->period.open = hit->damaged = true;
	hit->rule = S("R11");
	hit->to = last + 1;
}

bool date_duration(const struct tokens *tokens, size_t from, size_t end, struct date_hit *ret_hit)
{
	struct date_hit hit = {0};
	bool found = false;
	for (size_t i = from; i < end && !found; i++)
		found = may_begin(tokens, i, end) &&
			date_read(tokens, i, end, PARTING_LOOSE, &hit) && !hit.needs_year &&
			!hit.relative;
	if (!found)
		return false;
	*ret_hit = hit;
	if (date_is_known(hit.period.end) || hit.period.open)
		return true;
	ret_hit->period.open = is_since(tokens, from, end, &hit);
	for (size_t i = hit.to; i < end; i++)
		if (date_word_is(tokens, i, end, WORD_PRESENT))
			ret_hit->period.open = true;
	if (!ret_hit->period.open)
		present_mend(tokens, end, ret_hit);
	return true;
}
