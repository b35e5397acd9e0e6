// SPDX-License-Identifier: EUPL-1.2
// date_text — one row of patterns a language, and the choice of the shortest that loses nothing.
//
// In a pattern {d} {m} {y} are day, month and year of the first date and {D} {M} {Y} of the last;
// {A} and {B} are the first and the last in full.
#include "format/date_text.h"

#include "base/buf.h"

enum { TEXT_MAX = 1024 };

struct pattern_row {
	struct str code;
	struct str month[12];
	struct str first_day; // how the 1st of a month is written
	struct str day;
	struct str of_month;
	struct str days_of_month; // both ends in the same month
	struct str days_of_year;
	struct str days;
	struct str months_of_year;
	struct str years;
	struct str range; // {A} to {B}, each written in full
	struct str ongoing;
	struct str goes_on; // since nobody knows when
	struct str half[2];
	struct str quarter[4];
};

static const struct pattern_row rows[] = {
	{
		.code = S_INIT("en"),
		.month = {S_INIT("January"), S_INIT("February"), S_INIT("March"), S_INIT("April"),
			S_INIT("May"), S_INIT("June"), S_INIT("July"), S_INIT("August"),
			S_INIT("September"), S_INIT("October"), S_INIT("November"),
			S_INIT("December")},
		.first_day = S_INIT("1"),
		.day = S_INIT("{d} {m} {y}"),
		.of_month = S_INIT("{m} {y}"),
		.days_of_month = S_INIT("{d}–{D} {m} {y}"),
		.days_of_year = S_INIT("{d} {m} – {D} {M} {y}"),
		.days = S_INIT("{d} {m} {y} – {D} {M} {Y}"),
		.months_of_year = S_INIT("{m}–{M} {y}"),
		.years = S_INIT("{y}–{Y}"),
		.range = S_INIT("{A} – {B}"),
		.ongoing = S_INIT("{A} – ongoing"),
		.goes_on = S_INIT("ongoing"),
		.half = {S_INIT("first half of {y}"), S_INIT("second half of {y}")},
		.quarter = {S_INIT("first quarter of {y}"), S_INIT("second quarter of {y}"),
			S_INIT("third quarter of {y}"), S_INIT("fourth quarter of {y}")},
	},
	{
		.code = S_INIT("fr"),
		.month = {S_INIT("janvier"), S_INIT("février"), S_INIT("mars"), S_INIT("avril"),
			S_INIT("mai"), S_INIT("juin"), S_INIT("juillet"), S_INIT("août"),
			S_INIT("septembre"), S_INIT("octobre"), S_INIT("novembre"),
			S_INIT("décembre")},
		.first_day = S_INIT("1er"),
		.day = S_INIT("{d} {m} {y}"),
		.of_month = S_INIT("{m} {y}"),
		.days_of_month = S_INIT("du {d} au {D} {m} {y}"),
		.days_of_year = S_INIT("du {d} {m} au {D} {M} {y}"),
		.days = S_INIT("du {d} {m} {y} au {D} {M} {Y}"),
		.months_of_year = S_INIT("{m}–{M} {y}"),
		.years = S_INIT("{y}–{Y}"),
		.range = S_INIT("{A} – {B}"),
		.ongoing = S_INIT("{A} – en cours"),
		.goes_on = S_INIT("en cours"),
		.half = {S_INIT("premier semestre {y}"), S_INIT("second semestre {y}")},
		.quarter = {S_INIT("premier trimestre {y}"), S_INIT("deuxième trimestre {y}"),
			S_INIT("troisième trimestre {y}"), S_INIT("quatrième trimestre {y}")},
	},
	{
		.code = S_INIT("ar"),
		.month = {S_INIT("يناير"), S_INIT("فبراير"), S_INIT("مارس"), S_INIT("أبريل"),
			S_INIT("مايو"), S_INIT("يونيو"), S_INIT("يوليو"), S_INIT("أغسطس"),
			S_INIT("سبتمبر"), S_INIT("أكتوبر"), S_INIT("نوفمبر"), S_INIT("ديسمبر")},
		.first_day = S_INIT("1"),
		.day = S_INIT("{d} {m} {y}"),
		.of_month = S_INIT("{m} {y}"),
		.days_of_month = S_INIT("من {d} إلى {D} {m} {y}"),
		.days_of_year = S_INIT("من {d} {m} إلى {D} {M} {y}"),
		.days = S_INIT("من {d} {m} {y} إلى {D} {M} {Y}"),
		.months_of_year = S_INIT("من {m} إلى {M} {y}"),
		.years = S_INIT("من {y} إلى {Y}"),
		.range = S_INIT("من {A} إلى {B}"),
		.ongoing = S_INIT("منذ {A}، جارية"),
		.goes_on = S_INIT("جارية"),
		.half = {S_INIT("النصف الأول من عام {y}"), S_INIT("النصف الثاني من عام {y}")},
		.quarter = {S_INIT("الربع الأول من عام {y}"), S_INIT("الربع الثاني من عام {y}"),
			S_INIT("الربع الثالث من عام {y}"), S_INIT("الربع الرابع من عام {y}")},
	},
};

static const struct pattern_row *row_of(const struct lang *lang)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (str_eq(rows[i].code, lang->code))
			return &rows[i];
	return &rows[0];
}

static void add_day(struct buf *b, const struct pattern_row *row, int day)
{
	if (day == 1)
		buf_add(b, row->first_day);
	else
		buf_add_int(b, day);
}

static void add_month(struct buf *b, const struct pattern_row *row, int month)
{
	if (month)
		buf_add(b, row->month[month - 1]);
}

static void add_full(struct buf *b, const struct pattern_row *row, struct date d);

// The place {c} of a pattern.
static void add_place(struct buf *b, const struct pattern_row *row, char c, struct period p)
{
	struct date d = c >= 'a' || c == 'A' ? p.start : p.end;

	switch (c) {
	case 'd':
	case 'D':
		add_day(b, row, d.day);
		break;
	case 'm':
	case 'M':
		add_month(b, row, d.month);
		break;
	case 'y':
	case 'Y':
		buf_add_int(b, d.year);
		break;
	case 'A':
	case 'B':
		add_full(b, row, d);
		break;
	}
}

// Every place is one letter between braces.
static void add_pattern(
	struct buf *b, const struct pattern_row *row, struct str pattern, struct period p)
{
	size_t from = 0, open;

	while ((open = str_find_char(pattern, '{', from)) != STR_NONE) {
		buf_add(b, str_sub(pattern, from, open));
		add_place(b, row, pattern.p[open + 1], p);
		from = open + 3;
	}
	buf_add(b, str_from(pattern, from));
}

static void add_full(struct buf *b, const struct pattern_row *row, struct date d)
{
	struct str pattern = d.day ? row->day : d.month ? row->of_month : S("{y}");

	add_pattern(b, row, pattern, (struct period){.start = d});
}

static struct str full(struct arena *mem, const struct pattern_row *row, struct date d)
{
	struct buf b = buf_new(mem, TEXT_MAX);

	if (date_is_real(d))
		add_full(&b, row, d);
	return buf_str(&b);
}

static struct str months_pattern(const struct pattern_row *row, int first, int last)
{
	if (last - first == 5 && first % 6 == 1)
		return row->half[first / 6];
	if (last - first == 2 && first % 3 == 1)
		return row->quarter[first / 3];
	return row->months_of_year;
}

// The pattern that says both dates with nothing twice; nothing when they differ in precision or
// have no shared part to leave out.
static struct str range_pattern(const struct pattern_row *row, struct date first, struct date last)
{
	bool in_year = first.year == last.year;

	if (first.day && last.day) {
		if (in_year && first.month == last.month)
			return row->days_of_month;
		return in_year ? row->days_of_year : row->days;
	}
	if (first.day || last.day || !first.month != !last.month)
		return STR_EMPTY;
	if (!first.month)
		return row->years;
	return in_year ? months_pattern(row, first.month, last.month) : STR_EMPTY;
}

struct str date_text(struct arena *mem, const struct lang *lang, struct date d)
{
	return full(mem, row_of(lang), d);
}

static bool is_same(struct date a, struct date b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

struct str date_text_period(struct arena *mem, const struct lang *lang, struct period p)
{
	const struct pattern_row *row = row_of(lang);
	struct buf b = buf_new(mem, TEXT_MAX);

	if (!date_is_real(p.start))
		return p.open ? row->goes_on : STR_EMPTY;
	if (p.open) {
		add_pattern(&b, row, row->ongoing, p);
	} else if (!date_is_real(p.end) || is_same(p.start, p.end)) {
		add_full(&b, row, p.start);
	} else {
		struct str pattern = range_pattern(row, p.start, p.end);
		add_pattern(&b, row, pattern.n ? pattern : row->range, p);
	}
	return buf_str(&b);
}
