// SPDX-License-Identifier: EUPL-1.2
// date_table_test — the grammar of dates against the tables of tests/golden/dates, a row a test.
#include "work/read/date_find.h"
#include "work/read/particle.h"

#include "base/buf.h"
#include "base/file.h"
#include "sample.h"
#include "tests.h"

enum { TABLE_MAX = 1 << 20, COLUMN_N = 6, ROWS_MIN = 20 };

// The columns of the next row that is no comment; false behind the last.
static bool row_next(struct str_split *lines, struct str column[static COLUMN_N])
{
	struct str line;

	do {
		if (!str_next(lines, &line))
			return false;
	} while (line.n == 0 || line.p[0] == '#' || str_starts(line, S("lang\t")));
	struct str_split split = {.rest = line, .sep = '\t'};
	for (int i = 0; i < COLUMN_N; i++)
		if (!str_next(&split, &column[i]))
			column[i] = STR_EMPTY;
	return true;
}

// The tokens of the text in a language, no-break spaces as blanks.
static struct tokens tokens_of(struct arena *mem, struct str text, struct str lang)
{
	struct buf b = buf_new(mem, text.n + 1);

	for (size_t i = 0; i < text.n; i++) {
		bool no_break = str_starts(str_from(text, i), S("\xC2\xA0"));
		buf_add_char(&b, no_break ? ' ' : text.p[i]);
		i += no_break;
	}
	struct tokens tokens = sample_tokens(mem, buf_str(&b));
	lexicon_speak(&tokens, tongue_of(lang));
	particle_part(mem, sample_lexicon(), &tokens);
	return tokens;
}

static struct str_split table_open(struct arena *mem, const char *name)
{
	struct str bytes;
	struct err err = {0};

	if (!file_read(mem, str_format(mem, SOURCE_ROOT "/tests/golden/dates/%s", name), TABLE_MAX,
		    &bytes, &err))
		fail_msg("%s", err.msg);
	return (struct str_split){.rest = bytes, .sep = '\n'};
}

// lang, text, start, end ("present" when open), damaged, ambiguous
static void durations_check(struct arena *mem, const char *name)
{
	struct str_split lines = table_open(mem, name);
	struct str c[COLUMN_N];
	int rows = 0;

	for (; row_next(&lines, c); rows++) {
		struct tokens tokens = tokens_of(mem, c[1], c[0]);
		struct date_hit hit = {0};
		if (!date_duration(&tokens, 0, tokens.n, &hit))
			fail_msg("no date in %" PRIstr, STR(c[1]));
		struct str end = hit.period.open ? S("present") : date_iso(mem, hit.period.end);
		struct str got = str_format(mem, "%" PRIstr ": %" PRIstr " %" PRIstr " %d %d",
			STR(c[1]), STR(date_iso(mem, hit.period.start)), STR(end), hit.damaged,
			hit.ambiguous);
		struct str want = str_format(mem,
			"%" PRIstr ": %" PRIstr " %" PRIstr " %" PRIstr " %" PRIstr, STR(c[1]),
			STR(c[2]), STR(c[3]), STR(c[4]), STR(c[5]));
		check_str(got, want, __FILE__, __LINE__);
	}
	assert_true(rows > ROWS_MIN);
}

static void every_duration_of_the_tables_is_read_as_they_say(void **state)
{
	durations_check(*state, "dates.tsv");
	durations_check(*state, "forms.tsv");
}

// lang, text, dates with a blank between
static void every_sentence_of_the_table_has_its_dates(void **state)
{
	struct str_split lines = table_open(*state, "sentences.tsv");
	struct str c[COLUMN_N];
	int rows = 0;

	for (; row_next(&lines, c); rows++) {
		struct tokens tokens = tokens_of(*state, c[1], c[0]);
		struct date_hits hits = date_find_all(*state, &tokens, 0, tokens.n);
		struct buf b = buf_new(*state, 1000);
		date_resolve(&hits, 0);
		buf_format(&b, "%" PRIstr ":", STR(c[1]));
		for (size_t i = 0; i < hits.n; i++)
			if (hits.p[i].needs_year)
				buf_format(&b, " ?-%02d", hits.p[i].period.start.month);
			else
				buf_format(&b, " %" PRIstr,
					STR(period_edtf(*state, hits.p[i].period)));
		struct str want = str_format(*state, "%" PRIstr ": %" PRIstr, STR(c[1]), STR(c[2]));
		check_str(buf_str(&b), str_trim(want), __FILE__, __LINE__);
	}
	assert_true(rows > ROWS_MIN);
}

int date_table_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_duration_of_the_tables_is_read_as_they_say),
		TEST(every_sentence_of_the_table_has_its_dates),
	};
	return cmocka_run_group_tests_name("date_table", tests, NULL, NULL);
}
