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

static void long_words_and_words_at_the_end_are_found_whole(void **state)
{
	IS(shape_of(*state, S("a Abcdefgh INTERNATIONALISATION")),
		".a.abcdefgh.internationalisation");
	IS(shape_of(*state, S("eightlet, sevenle")), ".eightlet_,.sevenle");
	IS(shape_of(*state, S("abcdefghé Zürich")), ".abcdefghe.zurich");
}

static void capitals_are_told_apart(void **state)
{
	struct tokens tokens = sample_tokens(
		*state, S("UN Un un INTERNATIONAL INTERNATIONAl É ÉTAT"));
	const struct {
		bool upper, all;
	} want[] = {{true, true}, {true, false}, {false, false}, {true, true}, {true, false},
		{true, false}, {true, true}};

	assert_int_equal(tokens.n, sizeof want / sizeof *want);
	for (size_t i = 0; i < tokens.n; i++) {
		assert_int_equal(tokens.p[i].upper, want[i].upper);
		assert_int_equal(tokens.p[i].all_upper, want[i].all);
	}
}

// Words of which every seventh begins a phrase of an activity, and every fortieth is a verb.
static struct tokens many_tokens(struct arena *mem)
{
	struct buf b = buf_new(mem, 20000);

	for (int i = 0; i < 700; i++)
		buf_add(&b, i % 40 == 5 ? S("will ") : i % 7 == 3 ? S("seminar ") : S("xyzzy "));
	return sample_tokens(mem, buf_str(&b));
}

static void the_index_leads_to_the_same_tokens_as_looking_at_each(void **state)
{
	struct tokens plain = many_tokens(*state), indexed = many_tokens(*state);
	uint32_t kinds = LEXICON_BIT(LEXICON_ACTIVITY);

	lexicon_index(*state, &indexed);
	assert_null(plain.index);
	for (size_t i = 0; i <= plain.n; i++)
		for (size_t end = i; end <= plain.n; end += 61) {
			assert_int_equal(lexicon_next(&plain, i, end, kinds),
				lexicon_next(&indexed, i, end, kinds));
			assert_int_equal(lexicon_next_role(&plain, i, end, ROLE_PLANNED),
				lexicon_next_role(&indexed, i, end, ROLE_PLANNED));
		}
	assert_int_equal(lexicon_next(&indexed, 4, plain.n, kinds), 10);
	assert_int_equal(lexicon_next_role(&indexed, 6, plain.n, ROLE_PLANNED), 45);
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
		TEST(long_words_and_words_at_the_end_are_found_whole),
		TEST(capitals_are_told_apart),
		TEST(the_index_leads_to_the_same_tokens_as_looking_at_each),
	};
	return cmocka_run_group_tests_name("token", tests, NULL, NULL);
}
