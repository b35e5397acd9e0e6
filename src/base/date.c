// SPDX-License-Identifier: EUPL-1.2
// date — the calendar as day numbers; years begin in March inside, so that the leap day comes last.
#include "base/date.h"

#include <stdio.h>

enum {
	DAYS_IN_400_YEARS = 146097,
	DAYS_BEFORE_1970 = 719468, // from 0000-03-01
	FIRST_DAY = -719162,       // 0001-01-01
	LAST_DAY = 2932896,        // 9999-12-31
};

bool date_is_known(struct date d)
{
	return d.year != 0;
}

static int days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && is_leap);
}

bool date_is_real(struct date d)
{
	if (d.year < 1 || d.year > 9999 || d.month < 0 || d.month > 12 || d.day < 0)
		return false;
	return d.day == 0 || d.day <= days_in_month(d.year, d.month);
}

static int32_t day_number(int year, int month, int day)
{
	int y = month > 2 ? year : year - 1;
	int m = month > 2 ? month - 3 : month + 9;
	int in_cycle = y % 400;
	int in_year = (153 * m + 2) / 5 + day - 1;

	return y / 400 * DAYS_IN_400_YEARS + in_cycle * 365 + in_cycle / 4 - in_cycle / 100 +
		in_year - DAYS_BEFORE_1970;
}

int32_t date_first_day(struct date d)
{
	return day_number(d.year, d.month ? d.month : 1, d.day ? d.day : 1);
}

int32_t date_last_day(struct date d)
{
	int month = d.month ? d.month : 12;

	return day_number(d.year, month, d.day ? d.day : days_in_month(d.year, month));
}

struct date date_of_day(int32_t day)
{
	if (day < FIRST_DAY || day > LAST_DAY)
		return (struct date){0};
	int since = day + DAYS_BEFORE_1970;
	int in_cycle = since % DAYS_IN_400_YEARS;
	int year = (in_cycle - in_cycle / 1460 + in_cycle / 36524 - in_cycle / 146096) / 365;
	int in_year = in_cycle - (365 * year + year / 4 - year / 100);
	int m = (5 * in_year + 2) / 153;
	int month = m < 10 ? m + 3 : m - 9;

	return (struct date){
		.year = since / DAYS_IN_400_YEARS * 400 + year + (month <= 2),
		.month = month,
		.day = in_year - (153 * m + 2) / 5 + 1,
	};
}

int date_cmp(struct date a, struct date b)
{
	if (!date_is_known(a) || !date_is_known(b))
		return date_is_known(a) - date_is_known(b);
	int32_t first_a = date_first_day(a), first_b = date_first_day(b);
	if (first_a != first_b)
		return first_a < first_b ? -1 : 1;
	int precision_a = (a.month != 0) + (a.day != 0);
	int precision_b = (b.month != 0) + (b.day != 0);
	return precision_a - precision_b;
}

// A member may hold anything, so it is kept within the width that the text has room for.
static unsigned within(int value, unsigned most)
{
	return value < 0 ? 0 : (unsigned)value > most ? most : (unsigned)value;
}

// Writes so many digits at `at`; answers where they end.
static size_t print_digits(char *text, size_t at, unsigned value, size_t digits)
{
	for (size_t i = digits; i-- > 0; value /= 10)
		text[at + i] = (char)('0' + value % 10);
	return at + digits;
}

size_t date_print(struct date d, char ret_text[static DATE_TEXT_MAX])
{
	unsigned year = within(d.year, 9999), month = within(d.month, 99), day = within(d.day, 99);
	size_t n = 0;

	if (year)
		n = print_digits(ret_text, 0, year, 4);
	if (year && month) {
		ret_text[n] = '-';
		n = print_digits(ret_text, n + 1, month, 2);
	}
	if (year && month && day) {
		ret_text[n] = '-';
		n = print_digits(ret_text, n + 1, day, 2);
	}
	ret_text[n] = '\0';
	return n;
}

struct str date_iso(struct arena *mem, struct date d)
{
	char text[DATE_TEXT_MAX];

	return str_copy(mem, (struct str){text, date_print(d, text)});
}

static bool read_digits(struct str s, size_t from, size_t to, int *ret_value)
{
	int value = 0;

	for (size_t i = from; i < to; i++) {
		if (!char_is_digit(s.p[i]))
			return false;
		value = value * 10 + (s.p[i] - '0');
	}
	*ret_value = value;
	return true;
}

static bool has_date_shape(struct str s)
{
	if (s.n == 4)
		return true;
	if (s.n != 7 && s.n != 10)
		return false;
	return s.p[4] == '-' && (s.n == 7 || s.p[7] == '-');
}

bool date_parse(struct str s, struct date *ret_date)
{
	struct date d = {0};

	if (s.n) {
		if (!has_date_shape(s) || !read_digits(s, 0, 4, &d.year))
			return false;
		if (s.n >= 7 && (!read_digits(s, 5, 7, &d.month) || !d.month))
			return false;
		if (s.n == 10 && (!read_digits(s, 8, 10, &d.day) || !d.day))
			return false;
		if (!date_is_real(d))
			return false;
	}
	*ret_date = d;
	return true;
}

bool period_is_known(struct period p)
{
	return date_is_known(p.start);
}

size_t period_print(struct period p, char ret_text[static PERIOD_TEXT_MAX])
{
	char start[DATE_TEXT_MAX], end[DATE_TEXT_MAX];

	*ret_text = '\0';
	bool has_start = date_print(p.start, start) > 0;
	bool is_range = date_print(p.end, end) > 0;
	if (!has_start && !is_range && !p.open)
		return 0;
	int n = snprintf(ret_text, PERIOD_TEXT_MAX, "%s%s%s", start, is_range || p.open ? "/" : "",
		p.open ? ".." : end);
	return (size_t)n;
}

struct str period_edtf(struct arena *mem, struct period p)
{
	char text[PERIOD_TEXT_MAX];

	return str_copy(mem, (struct str){text, period_print(p, text)});
}

bool period_parse(struct str s, struct period *ret_period)
{
	struct period p = {0};
	size_t slash = str_find_char(s, '/', 0);

	if (!date_parse(str_sub(s, 0, slash), &p.start))
		return false;
	if (slash != STR_NONE) {
		struct str end = str_from(s, slash + 1);
		p.open = str_eq(end, S(".."));
		if (!p.open && !date_parse(end, &p.end))
			return false;
		bool has_end = p.open || date_is_known(p.end);
		if (!has_end)
			return false;
	}
	*ret_period = p;
	return true;
}

int32_t period_first_day(struct period p)
{
	return date_first_day(p.start);
}

int32_t period_last_day(struct period p, struct date as_of)
{
	if (!p.open)
		return date_last_day(date_is_known(p.end) ? p.end : p.start);
	int32_t first = date_first_day(p.start);
	if (!date_is_known(as_of))
		return first;
	int32_t last = date_last_day(as_of);
	return last > first ? last : first;
}

int period_months(struct period p, struct date as_of)
{
	if (!period_is_known(p))
		return 0;
	struct date first = date_of_day(period_first_day(p));
	struct date last = date_of_day(period_last_day(p, as_of));
	int months = (last.year - first.year) * 12 + last.month - first.month + 1;
	return months > 0 ? months : 0;
}
