// SPDX-License-Identifier: EUPL-1.2
// explain_test — what people are told of the words behind a fact.
#include "work/read/explain.h"

#include "base/buf.h"
#include "sample.h"
#include "tests.h"

// The phrases of the words within the page, each with its meaning.
static struct str explained(struct arena *mem, struct str page, struct str words)
{
	struct line_source source;
	struct explained all;
	struct err err;
	struct span whole = {.length = page.n};
	struct span span = {.offset = str_find(page, words, 0), .length = words.n};
	struct buf told = buf_new(mem, 2000);

	assert_true(line_source_open(page, &source, &err));
	assert_true(explain_entry(mem, sample_lexicon(), &source, whole, &all, &err));
	struct explained_phrases phrases = explain_span(mem, &all, span);
	for (size_t i = 0; i < phrases.n; i++)
		buf_format(&told, "%s%" PRIstr "=%" PRIstr, i ? "; " : "", STR(phrases.p[i].text),
			STR(phrases.p[i].meaning));
	return buf_str(&told);
}

static void a_phrase_is_told_with_all_that_it_means(void **state)
{
	struct str page = S(
		"Togo: Borders\n\nSummary: Then a study visit to Paris was made in May.");

	IS(explained(*state, page, S("study visit")), "study visit=activity study-visit");
	IS(explained(*state, page, S("Paris")), "Paris=town in FR");
}

static void a_word_that_no_table_knows_means_nothing(void **state)
{
	struct str page = S("Togo: Borders\n\nSummary: A seminar, xyzzy.");

	IS(explained(*state, page, S("seminar, xyzzy")), "seminar=activity seminar; ,=; xyzzy=");
}

static void numbers_and_months_are_told_by_their_value(void **state)
{
	struct str page = S("Duration: September 2009July 2011");

	IS(explained(*state, page, S("2009July")), "2009=number 2009; July=month 7");
}

static void words_of_html_are_told_without_its_tags(void **state)
{
	struct str page = S(
		"<html><body><p>A <b>study</b> visit &amp; a seminar</p></body></html>");

	IS(explained(*state, page, S("study</b> visit")), "study visit=activity study-visit");
}

static void a_rule_is_told_in_a_sentence(void **state)
{
	(void)state;
	assert_true(str_ends(explain_rule(S("R01")), S(".")));
	assert_int_equal(explain_rule(S("no.such-rule")).n, 0);
}

int explain_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_phrase_is_told_with_all_that_it_means),
		TEST(a_word_that_no_table_knows_means_nothing),
		TEST(numbers_and_months_are_told_by_their_value),
		TEST(words_of_html_are_told_without_its_tags),
		TEST(a_rule_is_told_in_a_sentence),
	};
	return cmocka_run_group_tests_name("explain", tests, NULL, NULL);
}
