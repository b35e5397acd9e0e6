// SPDX-License-Identifier: EUPL-1.2
// date_number — dates that are numbers only: 2010-03-12, 12.03.2010, 12-14.03.2010, 03/2010.

#include "work/read/date_number.h"

bool date_is_day(const struct token *token)
{
	return token->kind == TOKEN_NUMBER && token->fold.n <= 2 && token->value >= 1 &&
		token->value <= 31;
}

bool date_is_year(const struct token *token)
{
	return token->kind == TOKEN_NUMBER && token->fold.n == 4 && token->value >= YEAR_MIN &&
		token->value <= YEAR_MAX;
}

static bool is_month_number(const struct token *token)
{
	return token->kind == TOKEN_NUMBER && token->fold.n <= 2 && token->value >= 1 &&
		token->value <= 12;
}

// 2010-03-12 and 2010-03; "2010-11" is a range of years.
static size_t iso_read(const struct token *t, size_t n, struct date_part *part)
{
	if (n < 2 || !date_is_year(&t[0]) || t[1].gap != '-' || !is_month_number(&t[1]) ||
		t[1].fold.n != 2)
		return 0;
	bool has_day = n > 2 && t[2].gap == '-' && date_is_day(&t[2]);
	if (!has_day && t[1].value > t[0].value % 100)
		return 0;
	part->year = (int)t[0].value;
	part->month = (int)t[1].value;
	if (has_day)
		part->day[part->day_n++] = (int)t[2].value;
	return has_day ? 3 : 2;
}

// Behind the point or slash at `t[i]` that joins two numbers; 0 when there is none.
static size_t numbers_joined(const struct token *t, size_t i, size_t n, char mark)
{
	if (i < n && mark == '/' && t[i].gap == '/')
		return i;
	bool point = i + 1 < n && mark == '.' && token_is_mark(&t[i], '.') && t[i].gap == 0;
	return point && t[i + 1].gap == 0 ? i + 1 : 0;
}

// The month and year of numbers from `t[i]` on: "03.2010". Answers behind them, or 0.
static size_t month_numbers_read(
	const struct token *t, size_t i, size_t n, char mark, struct date_part *part)
{
	size_t year = i < n && is_month_number(&t[i]) ? numbers_joined(t, i + 1, n, mark) : 0;
	if (!year || year >= n || !date_is_year(&t[year]))
		return 0;
	part->month = (int)t[i].value;
	part->year = (int)t[year].value;
	return year + 1;
}

// The last of two days: the 14 of "12-14.03.2012" and "12.-14.03.2012"; 0 when there is one.
static size_t second_day(const struct token *t, size_t n)
{
	size_t dash = n > 2 && token_is_mark(&t[1], '.') ? 2 : 1;
	bool is_one = n > dash && t[dash].gap == '-' && date_is_day(&t[dash]) &&
		t[dash].value > t[0].value;
	return is_one ? dash : 0;
}

// Numbers joined by the mark: 12.03.2010, 12-14.03.2010, 03/2010. Answers how many tokens, or 0.
static size_t numbers_read(const struct token *t, size_t n, char mark, struct date_part *part)
{
	size_t to = t[0].fold.n == 2 ? month_numbers_read(t, 0, n, mark, part) : 0;
	if (to || !date_is_day(&t[0]))
		return to;
	size_t last = second_day(t, n);
	size_t month = numbers_joined(t, last + 1, n, mark);
	if (!month || !(to = month_numbers_read(t, month, n, mark, part)))
		return 0;
	part->day[part->day_n++] = (int)t[0].value;
	if (last)
		part->day[part->day_n++] = (int)t[last].value;
	part->ambiguous = mark == '/' && !last && t[0].value <= 12 && t[0].value != part->month;
	return to;
}

size_t date_numbers_read(const struct tokens *tokens, size_t i, size_t end, struct date_part *part)
{
	size_t n = iso_read(tokens->p + i, end - i, part);
	if (!n)
		n = numbers_read(tokens->p + i, end - i, '.', part);
	if (!n)
		n = numbers_read(tokens->p + i, end - i, '/', part);
	return n ? i + n : 0;
}
