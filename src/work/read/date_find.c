// SPDX-License-Identifier: EUPL-1.2
// date_find — the grammar of dates, one for durations and for running text.
//
//     date   = part [ separator part ]                 a single date or a range
//     part   = { qualifier } ( days month year | month [ day [ - day ] ] year | year | present )
//     days   = day [ - day ] | digits of two days run together
//
// What the first part of a range lacks (year, month) it takes from the second. A part is read as
// far as it goes; a range is tried first, then the part alone.

#include "work/read/date_find.h"

enum { YEAR_MIN = 1900, YEAR_MAX = 2099, TYPO_DIGITS = 5, LIST_MAX = 8 };

struct date_part {
	size_t to; // behind its last token
	int day, day_end, month, year;
	int half, quarter;
	bool is_part; // "early", "end of"
	bool is_present;
	bool damaged;   // days run together
	bool ambiguous; // one day, or two run together
	bool unordered; // numbers only: the month may stand first
	int64_t typo;   // the year as printed, when it cannot be one
};

static struct str date_word(const struct tokens *tokens, size_t i, size_t end, size_t *ret_n)
{
	*ret_n = 0;
	if (i >= end)
		return STR_EMPTY;
	const struct lexicon_entry *entry = lexicon_at(tokens, i, end, LEXICON_DATE);
	if (!entry)
		return STR_EMPTY;
	*ret_n = entry->word_n;
	return entry->value;
}

static size_t date_word_is(const struct tokens *tokens, size_t i, size_t end, struct str value)
{
	return lexicon_is(tokens, i, end, LEXICON_DATE, value);
}

static size_t skip_fillers(const struct tokens *tokens, size_t i, size_t end)
{
	size_t n;
	for (int k = 0; k < 3 && (n = date_word_is(tokens, i, end, S("filler"))) > 0; k++)
		i += n;
	return i;
}

static int month_at(const struct tokens *tokens, size_t i, size_t end, size_t *ret_n)
{
	const struct lexicon_entry *entry = i < end ? lexicon_at(tokens, i, end, LEXICON_MONTH)
						    : NULL;
	if (!entry)
		return 0;
	*ret_n = entry->word_n;
	// Abbreviations carry a full stop, glued to them: "Sept. 2011".
	if (i + *ret_n + 1 < end && entry->words[0].n <= 4 &&
		token_is_mark(&tokens->p[i + *ret_n], '.') && tokens->p[i + *ret_n].gap == 0 &&
		tokens->p[i + *ret_n + 1].kind == TOKEN_NUMBER)
		++*ret_n;
	return entry->number;
}

static bool is_number(const struct tokens *tokens, size_t i, size_t end)
{
	return i < end && tokens->p[i].kind == TOKEN_NUMBER;
}

static bool is_day(const struct token *token)
{
	return token->kind == TOKEN_NUMBER && token->fold.n <= 2 && token->value >= 1 &&
		token->value <= 31;
}

static bool is_year(const struct token *token)
{
	return token->kind == TOKEN_NUMBER && token->fold.n == 4 && token->value >= YEAR_MIN &&
		token->value <= YEAR_MAX;
}

// Behind a dash or slash that joins the token at `i` to what stands before it: `i` itself for a
// gap, `i + 1` for a dash that stands alone; 0 when there is none.
static size_t dash_at(const struct tokens *tokens, size_t i, size_t end)
{
	if (i >= end)
		return 0;
	if (tokens->p[i].gap == '-')
		return i;
	if (token_is_mark(&tokens->p[i], '-') && i + 1 < end)
		return i + 1;
	return 0;
}

size_t date_year_candidates(int64_t typo, int ret_years[static YEAR_CANDIDATE_MAX])
{
	size_t n = 0;
	int64_t low = 1;
	for (int dropped = 0; dropped < TYPO_DIGITS; dropped++, low *= 10) {
		int64_t year = typo / (low * 10) * low + typo % low;
		if (year < YEAR_MIN || year > YEAR_MAX)
			continue;
		size_t at = 0;
		while (at < n && ret_years[at] < year)
			at++;
		if (at < n && ret_years[at] == year)
			continue;
		for (size_t k = n; k > at; k--)
			ret_years[k] = ret_years[k - 1];
		ret_years[at] = (int)year;
		n++;
	}
	return n;
}

// A year at `i`, printed right or with a digit too many. Answers behind it, or 0.
static size_t year_read(const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	if (!is_number(tokens, i, end))
		return 0;
	const struct token *token = &tokens->p[i];
	int candidates[YEAR_CANDIDATE_MAX];
	if (is_year(token)) {
		part->year = (int)token->value;
		return i + 1;
	}
	if (token->fold.n != TYPO_DIGITS || date_year_candidates(token->value, candidates) == 0)
		return 0;
	part->year = candidates[0];
	part->typo = token->value;
	return i + 1;
}

// Splits digits that are two days run together: 46 is 4-6, 710 is 7-10, 1112 is 11-12.
static bool days_split(const struct token *token, int *ret_first, int *ret_last)
{
	static const int64_t cut[] = {0, 0, 10, 100, 100};
	if (token->fold.n < 2 || token->fold.n > 4 || token->value < 0)
		return false;
	int64_t first = token->value / cut[token->fold.n], last = token->value % cut[token->fold.n];
	if (first < 1 || last > 31 || first >= last)
		return false;
	*ret_first = (int)first;
	*ret_last = (int)last;
	return true;
}

static size_t skip_ordinal(const struct tokens *tokens, size_t i, size_t end)
{
	if (i < end && tokens->p[i].gap == 0 && tokens->p[i].kind == TOKEN_WORD)
		i += date_word_is(tokens, i, end, S("ordinal"));
	return i;
}

// A second day behind a dash, "to" or "and": "16-20 May", "16 to 20 May". 0 when there is none.
static size_t second_day(const struct tokens *tokens, size_t i, size_t end)
{
	size_t at = dash_at(tokens, i, end), n;
	if (!at && (n = date_word_is(tokens, i, end, S("to"))) > 0)
		at = i + n;
	if (!at && (n = date_word_is(tokens, i, end, S("and"))) > 0)
		at = i + n;
	return at && at < end && is_day(&tokens->p[at]) ? at : 0;
}

// Days before a month: one, two with something between, or two run together.
static size_t days_read(const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	size_t month_n;
	const struct token *token = &tokens->p[i];
	size_t next = skip_ordinal(tokens, i + 1, end);
	size_t second = is_day(token) ? second_day(tokens, next, end) : 0;
	if (second && tokens->p[second].value > token->value) {
		size_t after = skip_fillers(tokens, skip_ordinal(tokens, second + 1, end), end);
		if (month_at(tokens, after, end, &month_n)) {
			part->day = (int)token->value;
			part->day_end = (int)tokens->p[second].value;
			return after;
		}
	}
	size_t after = skip_fillers(tokens, next, end);
	if (!month_at(tokens, after, end, &month_n))
		return 0;
	int first, last;
	bool splits = days_split(token, &first, &last);
	if (is_day(token)) {
		part->day = (int)token->value;
		part->ambiguous = splits;
		return after;
	}
	if (!splits)
		return 0;
	part->day = first;
	part->day_end = last;
	part->damaged = true;
	return after;
}

// A day, or two, behind the month: "April 24, 2012", "April 24-26, 2012".
static size_t days_after_month(
	const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	if (i >= end || !is_day(&tokens->p[i]) || tokens->p[i].gap == 0)
		return i;
	size_t next = skip_ordinal(tokens, i + 1, end);
	size_t dash = dash_at(tokens, next, end);
	int last = 0;
	if (dash && is_day(&tokens->p[dash])) {
		last = (int)tokens->p[dash].value;
		next = skip_ordinal(tokens, dash + 1, end);
	}
	if (next < end && token_is_mark(&tokens->p[next], ','))
		next++;
	if (next >= end || !is_year(&tokens->p[next]))
		return i;
	part->day = (int)tokens->p[i].value;
	part->day_end = last;
	return next;
}

static bool is_month_number(const struct token *token)
{
	return token->kind == TOKEN_NUMBER && token->fold.n <= 2 && token->value >= 1 &&
		token->value <= 12;
}

// 2010-03-12
static bool is_iso(const struct token *t, size_t n)
{
	return n > 2 && is_year(&t[0]) && t[1].gap == '-' && is_month_number(&t[1]) &&
		t[1].fold.n == 2 && t[2].gap == '-' && is_day(&t[2]);
}

// 12.03.2010: the points are tokens, all glued together.
static bool is_pointed(const struct token *t, size_t n)
{
	for (size_t i = 1; i < 5; i++)
		if (n < 5 || t[i].gap != 0)
			return false;
	return token_is_mark(&t[1], '.') && token_is_mark(&t[3], '.');
}

// Numbers only: 2010-03-12, 12.03.2010, 12/03/2010. Answers behind it, or 0.
static size_t numeric_read(
	const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	const struct token *t = tokens->p + i;
	if (is_iso(t, end - i)) {
		part->year = (int)t[0].value;
		part->month = (int)t[1].value;
		part->day = (int)t[2].value;
		return i + 3;
	}
	size_t step = is_pointed(t, end - i) ? 2 : 1;
	bool slashed = end - i > 2 && t[1].gap == '/' && t[2].gap == '/';
	if (step == 1 && !slashed)
		return 0;
	const struct token *month = &t[step], *year = &t[2 * step];
	if (!is_day(t) || !is_year(year) || !is_month_number(month))
		return 0;
	part->day = (int)t->value;
	part->month = (int)month->value;
	part->year = (int)year->value;
	part->unordered = slashed && t->value <= 12 && t->value != month->value;
	return i + 2 * step + 1;
}

static size_t qualifiers_read(
	const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	for (int k = 0; k < 2; k++) {
		size_t n;
		struct str value = date_word(tokens, i, end, &n);
		if (str_starts(value, S("half-")))
			part->half = value.p[5] - '0';
		else if (str_starts(value, S("quarter-")))
			part->quarter = value.p[8] - '0';
		else if (str_eq(value, S("part")))
			part->is_part = true;
		else
			break;
		i = skip_fillers(tokens, i + n, end);
	}
	return i;
}

static size_t month_year_read(
	const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	size_t n = 0;
	part->month = month_at(tokens, i, end, &n);
	if (!part->month)
		return 0;
	i += n;
	if (part->day == 0)
		i = days_after_month(tokens, i, end, part);
	size_t at = skip_fillers(tokens, i, end);
	if (at == i && at < end && token_is_mark(&tokens->p[at], ','))
		at++;
	size_t behind = year_read(tokens, at, end, part);
	return behind ? behind : i;
}

// "2010 г.": the word for the year behind it, with its point.
static size_t skip_year_word(const struct tokens *tokens, size_t i, size_t end)
{
	size_t n = date_word_is(tokens, i, end, S("year"));
	if (!n)
		return i;
	i += n;
	bool point = i < end && token_is_mark(&tokens->p[i], '.') && tokens->p[i].gap == 0;
	return point && i + 1 < end ? i + 1 : i;
}

// Everything that stands for one date, as far as it goes; answers false when nothing does.
static bool part_read(const struct tokens *tokens, size_t i, size_t end, struct date_part *ret_part)
{
	struct date_part part = {0};
	size_t present_n = date_word_is(tokens, i, end, S("present"));
	if (present_n) {
		part.is_present = true;
		part.to = i + present_n;
		*ret_part = part;
		return true;
	}
	i = qualifiers_read(tokens, i, end, &part);
	if (is_number(tokens, i, end)) {
		size_t month = 0;
		part.to = numeric_read(tokens, i, end, &part);
		if (!part.to && (month = days_read(tokens, i, end, &part)) > 0)
			part.to = month_year_read(tokens, month, end, &part);
		if (!part.to)
			part.to = year_read(tokens, i, end, &part);
	} else {
		part.to = month_year_read(tokens, i, end, &part);
	}
	if (!part.to)
		return false;
	part.to = skip_year_word(tokens, part.to, end);
	*ret_part = part;
	return true;
}

// The first and last day, month or year of one part.
static struct period part_period(const struct date_part *part)
{
	struct period p = {.start = {part->year, part->month, part->day}};
	int first = part->half ? part->half * 6 - 5 : part->quarter * 3 - 2;
	int last = part->half ? part->half * 6 : part->quarter * 3;
	if ((part->half || part->quarter) && !part->month) {
		p.start.month = first;
		p.end = (struct date){part->year, last, 0};
	} else if (part->day_end) {
		p.end = (struct date){part->year, part->month, part->day_end};
	}
	return p;
}

// A day that the calendar does not have is two days run together: 29 February 2010 is 2 to 9.
static bool days_mend(struct date_part *part)
{
	struct date day = {part->year, part->month, part->day_end ? part->day_end : part->day};
	if (!part->day || !part->year || !part->month || date_is_real(day))
		return true;
	struct token token = {
		.kind = TOKEN_NUMBER, .value = part->day, .fold = {"00", part->day > 9 ? 2 : 1}};
	if (part->day_end || !days_split(&token, &part->day, &part->day_end))
		return false;
	part->damaged = true;
	part->ambiguous = false;
	return true;
}

static bool hit_single(struct date_part *part, size_t from, struct date_hit *ret_hit)
{
	if (part->is_present || !days_mend(part))
		return false;
	if (!part->year && (part->half || part->quarter))
		return false;
	*ret_hit = (struct date_hit){.from = from,
		.to = part->to,
		.period = part_period(part),
		.rule = part->damaged ? S("R02")
			: part->typo  ? S("R03")
				      : S("date"),
		.damaged = part->damaged || part->typo,
		.ambiguous = part->ambiguous || part->unordered,
		.needs_year = part->year == 0,
		.start_typo = part->typo};
	return true;
}

// Gives the first part of a range what it shares with the second.
static void range_inherit(struct date_part *a, const struct date_part *b)
{
	if (a->year || b->is_present)
		return;
	a->year = b->year;
	if (!a->month && a->day)
		a->month = b->month;
	if (a->year && b->month && a->month > b->month)
		a->year--;
}

static struct str range_rule(const struct date_part *a, const struct date_part *b, bool lost)
{
	if (lost)
		return a->day ? S("R02") : S("R01");
	if (a->typo || b->typo)
		return S("R03");
	return a->damaged || b->damaged ? S("R02") : S("date");
}

static bool hit_range(
	struct date_part *a, struct date_part *b, size_t from, bool lost, struct date_hit *ret_hit)
{
	range_inherit(a, b);
	if (!a->year || (!b->year && !b->is_present) || !days_mend(a) || !days_mend(b))
		return false;
	struct period first = part_period(a), last = part_period(b);
	struct date end = date_is_known(last.end) ? last.end : last.start;
	bool typo = a->typo || b->typo;
	if (b->is_present)
		end = (struct date){0};
	else if (!typo && date_first_day(first.start) > date_last_day(end))
		return false;
	struct str rule = range_rule(a, b, lost);
	*ret_hit = (struct date_hit){.from = from,
		.to = b->to,
		.period = {.start = first.start, .end = end, .open = b->is_present},
		.rule = rule,
		.damaged = !str_eq(rule, S("date")),
		.ambiguous = a->unordered || b->unordered,
		.start_typo = a->typo,
		.end_typo = b->typo};
	return true;
}

// Behind what parts the two dates of a range at `i`; `*ret_lost` when nothing does though it should.
static size_t separator_read(
	const struct tokens *tokens, size_t i, size_t end, bool between, bool *ret_lost)
{
	*ret_lost = false;
	if (i >= end)
		return 0;
	size_t dash = dash_at(tokens, i, end), n;
	if (dash)
		return dash;
	if ((n = date_word_is(tokens, i, end, S("to"))) > 0) {
		size_t next = i + n;
		// "- to present", "to the present", "jusqu'à la ..."
		return skip_fillers(tokens, next, end);
	}
	if (between && (n = date_word_is(tokens, i, end, S("and"))) > 0)
		return i + n;
	*ret_lost = tokens->p[i].gap == 0 && tokens->p[i].kind != TOKEN_MARK;
	return *ret_lost ? i : 0;
}

bool date_at(const struct tokens *tokens, size_t i, size_t end, struct date_hit *ret_hit)
{
	struct date_part a, b;
	if (!part_read(tokens, i, end, &a) || a.is_present)
		return false;
	bool lost;
	bool between = i > 0 && date_word_is(tokens, i - 1, end, S("from")) > 0;
	size_t next = separator_read(tokens, a.to, end, between, &lost);
	if (next && part_read(tokens, next, end, &b) && hit_range(&a, &b, i, lost, ret_hit))
		return true;
	return hit_single(&a, i, ret_hit);
}

// Months that share the year behind the last of them: "March and June 2014". Adds a hit for each.
static size_t list_find(struct arena *mem, const struct tokens *tokens, size_t i, size_t end,
	struct date_hits *hits)
{
	size_t start[LIST_MAX];
	int month[LIST_MAX];
	size_t n = 0, at = i;
	while (n < LIST_MAX) {
		size_t month_n, word_n;
		start[n] = at;
		month[n] = month_at(tokens, at, end, &month_n);
		if (!month[n++])
			return 0;
		at += month_n;
		struct date_part year = {0};
		size_t behind = year_read(tokens, at, end, &year);
		if (behind) {
			if (n < 2)
				return 0;
			for (size_t k = 0; k < n; k++)
				VEC_ADD(mem, hits,
					((struct date_hit){.from = start[k],
						.to = behind,
						.period = {.start = {year.year, month[k], 0}},
						.rule = S("date"),
						.in_list = k > 0}));
			return behind;
		}
		size_t before = at;
		if (at < end && token_is_mark(&tokens->p[at], ','))
			at++;
		if ((word_n = date_word_is(tokens, at, end, S("and"))) > 0)
			at += word_n;
		if (at == before)
			return 0;
	}
	return 0;
}

// A bare year, or a month without one, counts only where the words around say that it is a date.
static bool is_dated(const struct tokens *tokens, const struct date_hit *hit, size_t from)
{
	const struct token *first = &tokens->p[hit->from];
	bool alone = hit->to == hit->from + 1;
	if (!hit->needs_year)
		return !(alone && first->kind == TOKEN_NUMBER);
	if (!first->upper && first->kind == TOKEN_WORD)
		return false;
	if (first->kind == TOKEN_NUMBER) {
		// "15 out of 19": short names of months count only with a capital.
		const struct token *month = &tokens->p[hit->to - 1];
		return !alone && (month->upper || month->fold.n > 3);
	}
	return hit->from > from &&
		(token_is(first - 1, S("in")) || token_is(first - 1, S("of")) ||
			token_is(first - 1, S("en")));
}

struct date_hits date_find_all(
	struct arena *mem, const struct tokens *tokens, size_t from, size_t end)
{
	struct date_hits hits = {0};
	for (size_t i = from; i < end;) {
		const struct token *token = &tokens->p[i];
		struct date_hit hit;
		if (token->kind == TOKEN_MARK || (token->kind == TOKEN_WORD && !token->word)) {
			i++;
			continue;
		}
		size_t behind = list_find(mem, tokens, i, end, &hits);
		if (behind) {
			i = behind;
		} else if (date_at(tokens, i, end, &hit) && is_dated(tokens, &hit, from)) {
			VEC_ADD(mem, &hits, hit);
			i = hit.to;
		} else {
			i++;
		}
	}
	return hits;
}

bool date_duration(const struct tokens *tokens, size_t from, size_t end, struct date_hit *ret_hit)
{
	bool since = false, found = false;
	for (size_t i = from; i < end && !found; i++) {
		since = since || date_word_is(tokens, i, end, S("from")) > 0;
		found = date_at(tokens, i, end, ret_hit) && !ret_hit->needs_year;
	}
	if (!found)
		return false;
	for (size_t i = ret_hit->to; i < end && !date_is_known(ret_hit->period.end); i++)
		if (date_word_is(tokens, i, end, S("present")))
			ret_hit->period.open = true;
	if (since && ret_hit->to == end && !date_is_known(ret_hit->period.end) &&
		ret_hit->period.start.day == 0 && ret_hit->from > from)
		ret_hit->period.open = true;
	return true;
}
