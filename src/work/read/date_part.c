// SPDX-License-Identifier: EUPL-1.2
// date_part — one date as it is printed, with what it lacks: what ranges and lists are made of.

#include "work/read/date_part.h"

#include "base/date.h"
#include "work/read/date_mend.h"
#include "work/read/date_number.h"

enum {
	YEAR_LIKELY_MAX = 2039, // a misprinted one is not read as a later one
	TYPO_DIGITS = 5,
	EDGES_MAX = 3,
	FILLERS_MAX = 3,
	ABBREVIATION_MAX = 5,
};

size_t date_skip_fillers(const struct tokens *tokens, size_t i, size_t end)
{
	size_t n;
	for (int k = 0; k < FILLERS_MAX && (n = date_word_is(tokens, i, end, WORD_FILLER)) > 0; k++)
		i += n;
	return i;
}

static bool is_number(const struct tokens *tokens, size_t i, size_t end)
{
	return i < end && tokens->p[i].kind == TOKEN_NUMBER;
}

static bool is_mark(const struct tokens *tokens, size_t i, size_t end, char mark)
{
	return i < end && token_is_mark(&tokens->p[i], mark);
}

// Behind the mark at `i`, standing alone or as the gap before the token; 0 when it is not there.
static size_t skip_joint(const struct tokens *tokens, size_t i, size_t end, char mark)
{
	if (i >= end)
		return 0;
	if (tokens->p[i].gap == mark)
		return i;
	return is_mark(tokens, i, end, mark) && i + 1 < end ? i + 1 : 0;
}

size_t date_skip_dash(const struct tokens *tokens, size_t i, size_t end)
{
	size_t behind = skip_joint(tokens, i, end, '-');
	return behind ? behind : skip_joint(tokens, i, end, '/');
}

size_t date_year_candidates(int64_t typo, int ret_years[static YEAR_CANDIDATE_MAX])
{
	size_t n = 0;
	int64_t low = 1;
	for (int dropped = 0; dropped < TYPO_DIGITS; dropped++, low *= 10) {
		int64_t year = typo / (low * 10) * low + typo % low;
		if (year < YEAR_MIN || year > YEAR_LIKELY_MAX)
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

// The month that begins at `i`, behind it in *ret_to; 0 when none does.
static int month_at(const struct tokens *tokens, size_t i, size_t end, size_t *ret_to)
{
	const struct lexicon_entry *entry = i < end ? lexicon_at(tokens, i, end, LEXICON_MONTH)
						    : NULL;
	if (!entry)
		return 0;
	*ret_to = i + entry->word_n;
	// Abbreviations carry a full stop, glued to them: "Sept. 2011".
	if (is_number(tokens, *ret_to + 1, end) && tokens->p[i].n <= ABBREVIATION_MAX &&
		is_mark(tokens, *ret_to, end, '.') && tokens->p[*ret_to].gap == 0)
		++*ret_to;
	return entry->number;
}

// A word that no table knows before a year: a month misspelt, or two glued together.
static size_t month_mended(
	const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	if (i >= end || tokens->p[i].kind != TOKEN_WORD || tokens->p[i].word)
		return 0;
	size_t year = date_skip_fillers(tokens, i + 1, end);
	if (year >= end || !date_is_year(&tokens->p[year]))
		return 0;
	if (date_mend_split_month(tokens->p[i].fold, &part->month, &part->month_end)) {
		part->damage = DAMAGE_DASH;
		return i + 1;
	}
	part->month = date_mend_month(tokens->p[i].fold, tokens->tongue);
	if (!part->month)
		return 0;
	part->damage = DAMAGE_MONTH;
	return i + 1;
}

// Behind the month at `i`, or 0. With a slash: two months, or one by both of its names.
static size_t month_read(const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	size_t to, behind;
	part->month = month_at(tokens, i, end, &to);
	if (!part->month)
		return month_mended(tokens, i, end, part);
	size_t slash = skip_joint(tokens, to, end, '/');
	int second = slash ? month_at(tokens, slash, end, &behind) : 0;
	if (!second)
		return to;
	part->month_end = second == part->month ? 0 : second;
	return behind;
}

// "2012/13", "2012-13": behind the end of a range of years; `i` when there is none.
static size_t short_year_read(
	const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	if (i >= end || (tokens->p[i].gap != '/' && tokens->p[i].gap != '-') ||
		tokens->p[i].kind != TOKEN_NUMBER || tokens->p[i].fold.n != 2 ||
		tokens->p[i].value <= part->year % 100)
		return i;
	part->year_end = part->year / 100 * 100 + (int)tokens->p[i].value;
	part->ambiguous = tokens->p[i].gap == '-' && tokens->p[i].value <= 12 && !part->month;
	return i + 1;
}

// "20113 January": the day behind it is glued to the year.
static bool carry_read(const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	const struct token *token = &tokens->p[i];
	size_t to;
	int64_t unit = token->fold.n == 5 ? 10 : 100;
	bool is_near = i + 1 < end && (tokens->p[i + 1].gap == ' ' || tokens->p[i + 1].gap == 0);
	if ((token->fold.n != 5 && token->fold.n != 6) || !is_near || token->value < 0 ||
		!month_at(tokens, date_skip_fillers(tokens, i + 1, end), end, &to))
		return false;
	int64_t year = token->value / unit, day = token->value % unit;
	if (year < YEAR_MIN || year > YEAR_MAX || day < 1 || day > 31)
		return false;
	part->year = (int)year;
	part->carry = (int)day;
	return true;
}

// "20102012": two years without their dash.
static bool glued_years_read(const struct token *token, struct date_part *part)
{
	int64_t first = token->value / 10000, last = token->value % 10000;
	if (token->fold.n != 8 || first < YEAR_MIN || last > YEAR_MAX || first >= last)
		return false;
	part->year = (int)first;
	part->year_end = (int)last;
	part->damage = DAMAGE_DASH;
	return true;
}

// "of the same year", "that year", "the year after".
static size_t relative_year_read(
	const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	size_t n = date_word_is(tokens, i, end, WORD_SAME_YEAR);
	if (!n && (n = date_word_is(tokens, i, end, WORD_YEAR_LATER)) > 0)
		part->offset = 1;
	if (!n && (n = date_word_is(tokens, i, end, WORD_YEAR_BEFORE)) > 0)
		part->offset = -1;
	if (!n)
		return 0;
	part->relative = DATE_IN_YEARS;
	return i + n;
}

// Behind the year at `i`, printed right or not, or told from the one before; 0 when there is none.
static size_t year_read(const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	if (!is_number(tokens, i, end))
		return relative_year_read(tokens, i, end, part);
	const struct token *token = &tokens->p[i];
	int candidates[YEAR_CANDIDATE_MAX];
	if (date_is_year(token)) {
		part->year = (int)token->value;
		return short_year_read(tokens, i + 1, end, part);
	}
	if (carry_read(tokens, i, end, part) || glued_years_read(token, part))
		return i + 1;
	if (token->fold.n != TYPO_DIGITS || date_year_candidates(token->value, candidates) == 0)
		return 0;
	part->year = candidates[0];
	part->typo = token->value;
	return i + 1;
}

// Splits digits that are two days run together: 46 is 4-6, 710 is 7-10, 1112 is 11-12.
static bool days_split(int64_t digits, size_t digit_n, int *ret_first, int *ret_last)
{
	static const int64_t cut[] = {0, 0, 10, 100, 100};
	if (digit_n < 2 || digit_n > 4 || digits < 0)
		return false;
	int64_t first = digits / cut[digit_n], last = digits % cut[digit_n];
	if (first < 1 || last > 31 || first >= last)
		return false;
	*ret_first = (int)first;
	*ret_last = (int)last;
	return true;
}

// Behind the ending of the ordinal number before `i`: "1st", "1er", "1.º", "1-й".
static size_t skip_ordinal(const struct tokens *tokens, size_t i, size_t end)
{
	size_t at = i;
	if (is_mark(tokens, at, end, '.') && tokens->p[at].gap == 0)
		at++;
	bool is_near = at < end && (tokens->p[at].gap == 0 || tokens->p[at].gap == '-') &&
		tokens->p[at].kind == TOKEN_WORD;
	size_t n = is_near ? date_word_is(tokens, at, end, WORD_ORDINAL) : 0;
	return n ? at + n : i;
}

// The next of several days behind a dash, "to", "and" or a comma; 0 when there is none.
static size_t next_day(const struct tokens *tokens, size_t i, size_t end, bool *ret_apart)
{
	size_t at = date_skip_dash(tokens, i, end), n = 0;
	if (!at && (n = date_word_is(tokens, i, end, WORD_TO)) > 0)
		at = i + n;
	*ret_apart = !at;
	if (!at && is_mark(tokens, i, end, ','))
		at = i + 1;
	size_t joiner = at ? at : i;
	if (*ret_apart && (n = date_word_is(tokens, joiner, end, WORD_AND)) > 0)
		at = joiner + n;
	if (at && n && *ret_apart)
		at += date_word_is(tokens, at, end, WORD_FROM); // "2 to 6 and from 9 to 13 July"
	if (at)
		at = date_skip_fillers(tokens, at, end); // "12 to Friday 16 March", "du 4 au 6"
	return at && at < end && date_is_day(&tokens->p[at]) ? at : 0;
}

// Days that follow each other are the days from the first to the last: "3 and 4 May".
static void days_join(struct date_part *part)
{
	bool next_to = true;
	for (int k = 1; k < part->day_n; k++)
		next_to = next_to && part->day[k] == part->day[k - 1] + 1;
	if (next_to)
		part->days_apart = false;
}

// Several days from `i` on, rising; answers behind them.
static size_t day_list_read(
	const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	size_t at = i, next = i;
	bool apart = true;
	do {
		part->own[part->day_n] = apart;
		part->day[part->day_n++] = (int)tokens->p[at].value;
		next = skip_ordinal(tokens, at + 1, end);
		at = next_day(tokens, next, end, &apart);
		if (!at || tokens->p[at].value <= part->day[part->day_n - 1])
			break;
		part->days_apart = part->days_apart || apart;
	} while (part->day_n < DATE_DAYS_MAX);
	days_join(part);
	return next;
}

static void days_take(struct date_part *part, const struct date_part *days)
{
	for (int k = 0; k < days->day_n; k++) {
		part->day[k] = days->day[k];
		part->own[k] = days->own[k];
	}
	part->day_n = days->day_n;
	part->days_apart = days->days_apart;
}

static bool month_begins(const struct tokens *tokens, size_t i, size_t end)
{
	struct date_part scratch = {0};
	return month_read(tokens, i, end, &scratch) > 0;
}

// Days before a month: one, several with something between, or two run together. Answers where
// the month begins, or 0.
static size_t days_read(const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	const struct token *token = &tokens->p[i];
	struct date_part days = {0};
	if (date_is_day(token)) {
		size_t next = day_list_read(tokens, i, end, &days);
		size_t month = date_skip_fillers(tokens, next, end);
		if (!month_begins(tokens, month, end))
			return 0;
		days_take(part, &days);
		int first, last;
		part->ambiguous = days.day_n == 1 && next == i + 1 &&
			days_split(token->value, token->fold.n, &first, &last);
		return month;
	}
	size_t month = date_skip_fillers(tokens, i + 1, end);
	bool is_glued_year = date_is_year(token) && month < end && tokens->p[month].gap == 0;
	if (is_glued_year || !month_begins(tokens, month, end) ||
		!days_split(token->value, token->fold.n, &part->day[0], &part->day[1]))
		return 0;
	part->day_n = 2;
	part->damage = DAMAGE_DAYS;
	return month;
}

// Days behind the month: "April 24, 2012", "April 24-26, 2012". Answers behind them; `i` when a
// year does not follow.
static size_t days_after_month(
	const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	if (i >= end || !date_is_day(&tokens->p[i]) || tokens->p[i].gap == 0)
		return i;
	struct date_part days = {0};
	size_t next = day_list_read(tokens, i, end, &days);
	if (is_mark(tokens, next, end, ','))
		next++;
	if (next >= end || !date_is_year(&tokens->p[next]))
		return i;
	days_take(part, &days);
	return next;
}

enum { NTH_LAST = 9 };

// An ordinal at `i`, as a word, a Roman or another number; 0 when there is none.
static int nth_at(const struct tokens *tokens, size_t i, size_t end, size_t *ret_to)
{
	size_t n;
	if (is_number(tokens, i, end) && tokens->p[i].value >= 1 && tokens->p[i].value <= 4) {
		*ret_to = skip_ordinal(tokens, i + 1, end);
		return (int)tokens->p[i].value;
	}
	for (int k = 0; k < 4; k++)
		if ((n = date_word_is(tokens, i, end, (enum date_word)(WORD_FIRST + k))) > 0) {
			*ret_to = i + n;
			return k + 1;
		}
	*ret_to = i + (n = date_word_is(tokens, i, end, WORD_LAST));
	return n ? NTH_LAST : 0;
}

// How many of the unit at `i` make a year: 4 for quarters, 2 for halves; 0 for no unit.
static int unit_at(const struct tokens *tokens, size_t i, size_t end, size_t *ret_to)
{
	size_t n = date_word_is(tokens, i, end, WORD_QUARTER);
	int in_year = n ? 4 : 2;
	if (!n && !(n = date_word_is(tokens, i, end, WORD_HALF)))
		return 0;
	*ret_to = i + n;
	return in_year;
}

// A quarter or half: "first quarter", "Q3", "الربع الأول". Answers behind it, or 0. The half of a
// month is an edge of it.
static size_t span_read(const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	size_t to = i, behind;
	int nth = nth_at(tokens, i, end, &to), in_year;
	if (nth) {
		in_year = unit_at(tokens, to, end, &behind);
	} else {
		in_year = unit_at(tokens, i, end, &to);
		// A letter alone is a unit only with its number glued to it: "Q3".
		bool letter = in_year && tokens->p[i].fold.n == 1;
		bool glued = to < end && tokens->p[to].gap == 0;
		if (in_year && (!letter || glued))
			nth = nth_at(tokens, to, end, &behind);
	}
	if (!in_year || !nth || (nth > in_year && nth != NTH_LAST))
		return 0;
	nth = nth == NTH_LAST ? in_year : nth;
	behind = date_skip_fillers(tokens, behind, end);
	if (month_begins(tokens, behind, end))
		part->is_edge = true;
	else if (in_year == 4)
		part->quarter = nth;
	else
		part->half = nth;
	return behind;
}

static size_t edges_read(const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	size_t n;
	for (int k = 0; k < EDGES_MAX; k++) {
		if ((n = date_word_is(tokens, i, end, WORD_PART)) > 0)
			part->is_edge = true;
		else if ((n = date_word_is(tokens, i, end, WORD_WEEK)) > 0)
			part->is_week = true;
		else if ((n = date_word_is(tokens, i, end, WORD_NEXT)) > 0)
			part->relative = DATE_NEXT;
		else
			break;
		i = date_skip_fillers(tokens, i + n, end);
	}
	return i;
}

static size_t month_year_read(
	const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	i = month_read(tokens, i, end, part);
	if (!i)
		return 0;
	if (part->day_n == 0)
		i = days_after_month(tokens, i, end, part);
	size_t behind = 0, n = 1, at = i;
	if (is_mark(tokens, at, end, ',') && is_number(tokens, at + 1, end))
		at++;
	// Each small word may itself begin the year: "of the same year", "من العام نفسه".
	for (int k = 0; k <= FILLERS_MAX && n > 0 && !behind; k++) {
		behind = year_read(tokens, at, end, part);
		n = date_word_is(tokens, at, end, WORD_FILLER);
		at += n;
	}
	return behind ? behind : i;
}

// "2010 г.": the word for the year behind it, with its point.
static size_t skip_year_word(const struct tokens *tokens, size_t i, size_t end)
{
	size_t n = date_word_is(tokens, i, end, WORD_YEAR);
	if (!n)
		return i;
	i += n;
	bool point = is_mark(tokens, i, end, '.') && tokens->p[i].gap == 0;
	return point && i + 1 < end ? i + 1 : i;
}

// "the same month", "two months later". Answers behind it, or 0.
static size_t relative_month_read(
	const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	size_t n = date_word_is(tokens, i, end, WORD_SAME_MONTH);
	if (!n && (n = date_word_is(tokens, i, end, WORD_MONTH_LATER)) > 0)
		part->offset = 1;
	if (!n && (n = date_word_is(tokens, i, end, WORD_MONTH_BEFORE)) > 0)
		part->offset = -1;
	if (n)
		return i + n;
	const struct lexicon_entry *number = lexicon_at(tokens, i, end, LEXICON_NUMBER);
	int64_t count = tokens->p[i].kind == TOKEN_NUMBER ? tokens->p[i].value : 0;
	if (number && !str_int(number->value, &count))
		return 0;
	size_t later = i + (number ? number->word_n : 1);
	if (count < 1 || count > 99 || !(n = date_word_is(tokens, later, end, WORD_MONTHS_LATER)))
		return 0;
	part->offset = (int)count;
	return later + n;
}

// A month or year told from the date before it. Not "dos meses después de la misión", which is
// told from something else. Answers behind it, or 0.
static size_t relative_read(
	const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	size_t behind = relative_month_read(tokens, i, end, part);
	if (behind)
		part->relative = DATE_IN_MONTHS;
	else
		behind = relative_year_read(tokens, i, end, part);
	if (behind && !date_word_is(tokens, behind, end, WORD_FROM))
		return behind;
	part->relative = DATE_ABSOLUTE;
	part->offset = 0;
	return 0;
}

// Everything but "present". Answers behind it, or 0.
static size_t body_read(const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	size_t to = relative_read(tokens, i, end, part);
	if (to)
		return to;
	i = edges_read(tokens, i, end, part);
	size_t behind = span_read(tokens, i, end, part);
	if (behind)
		return part->quarter || part->half ? year_read(tokens, behind, end, part)
						   : month_year_read(tokens, behind, end, part);
	if (!is_number(tokens, i, end)) {
		to = month_year_read(tokens, i, end, part);
		return to ? to : year_read(tokens, i, end, part);
	}
	if ((to = date_numbers_read(tokens, i, end, part)) > 0)
		return to;
	size_t month = days_read(tokens, i, end, part);
	return month ? month_year_read(tokens, month, end, part) : year_read(tokens, i, end, part);
}

bool date_part_read(
	const struct tokens *tokens, size_t i, size_t end, int carry, struct date_part *ret_part)
{
	struct date_part part = {0};
	if (i >= end)
		return false;
	size_t n = date_word_is(tokens, i, end, WORD_PRESENT);
	if (carry) {
		part.day[part.day_n++] = carry;
		part.to = month_year_read(tokens, date_skip_fillers(tokens, i, end), end, &part);
	} else if (n > 0) {
		part.is_present = true;
		part.to = i + n;
	} else {
		part.to = body_read(tokens, i, end, &part);
	}
	if (!part.to)
		return false;
	if (part.year)
		part.relative = DATE_ABSOLUTE;
	part.ambiguous = part.ambiguous && !part.is_week;
	part.is_bare = !part.month && !part.quarter && !part.half && !part.is_edge;
	part.to = skip_year_word(tokens, part.to, end);
	*ret_part = part;
	return true;
}

bool date_part_mend(struct date_part *part)
{
	int n = part->day_n;
	if (n == 0 || !part->year || !part->month)
		return true;
	struct date day = {part->year, part->month, part->day[n - 1]};
	if (date_is_real(day))
		return true;
	if (n > 1 ||
		!days_split(part->day[0], part->day[0] > 9 ? 2 : 1, &part->day[0], &part->day[1]))
		return false;
	part->day_n = 2;
	part->damage = DAMAGE_DAYS;
	part->ambiguous = false;
	return true;
}
