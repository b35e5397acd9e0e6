// SPDX-License-Identifier: EUPL-1.2
// token_test — words, numbers and marks, and the phrases that begin at them.
#include "work/read/token.h"

#include "base/buf.h"
#include "sample.h"
#include "tests.h"

// The tokens with the gap before each: '_' for none, '.' for a blank.
static struct str shape_of(struct arena *mem, struct str text)
{
	struct tokens tokens = sample_tokens(mem, text);
	struct buf b = buf_new(mem, 1000);

	for (size_t i = 0; i < tokens.n; i++) {
		char gap = tokens.p[i].gap;
		buf_add_char(&b, gap == 0 ? '_' : gap == ' ' ? '.' : gap);
		buf_add(&b, tokens.p[i].fold);
	}
	return buf_str(&b);
}

static void digits_and_letters_never_share_a_token(void **state)
{
	IS(shape_of(*state, S("September 2009July 2011")), ".september.2009_july.2011");
	IS(shape_of(*state, S("31 May11 June")), ".31.may_11.june");
}

static void what_joins_words_is_a_gap(void **state)
{
	IS(shape_of(*state, S("fact-finding d’Ivoire and/or R&D")),
		".fact-finding.d'ivoire.and/or.r&d");
}

static void a_mark_beside_a_blank_is_a_token(void **state)
{
	IS(shape_of(*state, S("a – b, (c).")), ".a.-.b_,.(_c_)_.");
}

static void arabic_digits_are_digits(void **state)
{
	IS(shape_of(*state, S("٢٠١٢")), ".2012");
}

static void the_longest_phrase_wins_however_it_is_joined(void **state)
{
	struct tokens tokens = sample_tokens(*state, S("Fact-Finding mission in Guinea-Bissau"));
	const struct lexicon_entry *entry = lexicon_at(&tokens, 0, tokens.n, LEXICON_ACTIVITY);

	assert_non_null(entry);
	IS(entry->value, "fact-finding-mission");
	assert_int_equal(entry->word_n, 3);
	entry = lexicon_at(&tokens, 4, tokens.n, LEXICON_COUNTRY);
	assert_non_null(entry);
	IS(entry->value, "GW");
}

static void a_phrase_does_not_run_over_a_mark(void **state)
{
	struct tokens tokens = sample_tokens(*state, S("study, visit"));
	const struct lexicon_entry *entry = lexicon_at(&tokens, 0, tokens.n, LEXICON_ACTIVITY);

	assert_true(!entry || entry->word_n == 1);
}

static void short_names_of_countries_need_capitals(void **state)
{
	struct tokens tokens = sample_tokens(*state, S("help us, the US"));

	assert_null(lexicon_at(&tokens, 1, tokens.n, LEXICON_COUNTRY));
	assert_non_null(lexicon_at(&tokens, 4, tokens.n, LEXICON_COUNTRY));
}

int token_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(digits_and_letters_never_share_a_token),
		TEST(what_joins_words_is_a_gap),
		TEST(a_mark_beside_a_blank_is_a_token),
		TEST(arabic_digits_are_digits),
		TEST(the_longest_phrase_wins_however_it_is_joined),
		TEST(a_phrase_does_not_run_over_a_mark),
		TEST(short_names_of_countries_need_capitals),
	};
	return cmocka_run_group_tests_name("token", tests, NULL, NULL);
}
