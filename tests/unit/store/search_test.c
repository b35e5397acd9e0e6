// SPDX-License-Identifier: EUPL-1.2
// search_test — the promises of store/search.h.
#include "store/search.h"

#include "sample.h"
#include "tests.h"

static void put(const struct sample *s, int64_t id, struct search_text text)
{
	AUTO_TXN txn = sample_begin(s);
	struct err err;

	MUST(search_put(s->mem, s->db, id, text, &err), &err);
	sample_commit(&txn);
}

// Three actions: Côte d'Ivoire under five names, Tunisia in Arabic, Guinea.
static void put_three(const struct sample *s)
{
	put(s, 1,
		(struct search_text){.title = S("Border Management"),
			.place = S("Côte d’Ivoire\nIvory Coast\nكوت ديفوار\nКот-д’Ивуар\nCosta de "
				   "Marfil"),
			.body = S("A study visit to Paris about asylum")});
	put(s, 2,
		(struct search_text){.title = S("Asylum"),
			.place = S("Tunisia\nتُونِس\nالجمهورية التونسية"),
			.body = S("Résumé: the Ministry’s œuvre")});
	put(s, 3,
		(struct search_text){.title = S("Diaspora"),
			.place = S("Guinea\nГвинея"),
			.body = S("AND NEAR 2014")});
}

// The keys that are found, the best first: "2 1".
static struct str found(const struct sample *s, struct str query)
{
	struct action_ids ids;
	struct str keys = STR_EMPTY;
	struct err err;

	MUST(search_actions(s->mem, s->db, query, 100, &ids, &err), &err);
	for (size_t i = 0; i < ids.n; i++)
		keys = str_format(
			s->mem, "%" PRIstr "%s%lld", STR(keys), i ? " " : "", (long long)ids.p[i]);
	return keys;
}

static void a_country_is_found_in_any_spelling_and_script(void **state)
{
	struct sample *s = *state;
	const struct str spellings[] = {S("Côte d’Ivoire"), S("cote d'ivoire"), S("COTE D IVOIRE"),
		S("ivoire"), S("Ivory Coast"), S("كوت ديفوار"), S("Кот-д'Ивуар"), S("кот ивуар"),
		S("costa marfil"), S("co\xCC\x82te ivoire")};

	put_three(s);
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
		IS(found(s, spellings[i]), "1");
}

static void arabic_is_found_without_its_vowel_marks(void **state)
{
	struct sample *s = *state;

	put_three(s);
	IS(found(s, S("تونس")), "2");
	IS(found(s, S("الجمهوريه")), "2");
}

static void the_beginning_of_a_word_finds_it_and_its_middle_does_not(void **state)
{
	struct sample *s = *state;

	put_three(s);
	IS(found(s, S("dia")), "3");
	IS(found(s, S("d")), "3 1");
	IS(found(s, S("spora")), "");
	IS(found(s, S("гвин")), "3");
}

static void all_words_must_be_there(void **state)
{
	struct sample *s = *state;

	put_three(s);
	IS(found(s, S("ivory asylum")), "1");
	IS(found(s, S("ivory diaspora")), "");
}

static void a_word_of_the_title_weighs_more_than_one_of_the_text(void **state)
{
	struct sample *s = *state;

	put_three(s);
	IS(found(s, S("asylum")), "2 1");
}

static void signs_of_the_engine_s_syntax_are_harmless(void **state)
{
	struct sample *s = *state;
	const struct str signs[] = {S("\""), S("*"), S("("), S("\"\"\""), S("^"), S("-"),
		S("' OR 1=1 --"), S("title:"), S("NEAR("), S("{a b}:"), S("\\"), S(";DROP TABLE x"),
		S("+"), S("\xFF\xFE"), S("%00"), S("a\0b")};

	put_three(s);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		found(s, signs[i]);
	IS(found(s, S("\"diaspora\"*")), "3");
	IS(found(s, S("AND")), "3");
	IS(found(s, S("NEAR(2014)")), "3");
	IS(found(s, S("diaspora NOT guinea")), "");
	IS(found(s, S("diaspora OR asylum")), "");
	IS(found(s, S("title:diaspora")), "");
}

static void a_query_without_words_finds_nothing(void **state)
{
	struct sample *s = *state;

	put_three(s);
	IS(found(s, S("")), "");
	IS(found(s, S("  \t ")), "");
	IS(found(s, S("…—!?")), "");
}

static void words_are_folded_and_split_alike_on_both_sides(void **state)
{
	struct sample *s = *state;

	put_three(s);
	IS(found(s, S("RESUME")), "2");
	IS(found(s, S("ministry's")), "2");
	IS(found(s, S("oeuvre")), "2");
	IS(found(s, S("٢٠١٤")), "3");
}

static void the_words_of_a_query_are_told_folded_and_in_order(void **state)
{
	struct sample *s = *state;
	struct search_words words = search_words_of(s->mem, S("L'Été, à  Lomé!"));

	assert_int_equal(words.n, 4);
	IS(words.p[0], "l");
	IS(words.p[1], "ete");
	IS(words.p[2], "a");
	IS(words.p[3], "lome");
}

static void no_more_words_are_looked_for_than_the_limit(void **state)
{
	struct sample *s = *state;
	struct str many = STR_EMPTY;

	put_three(s);
	for (int i = 0; i < SEARCH_WORDS_MAX; i++)
		many = str_join(s->mem, many, S("diaspora "));
	IS(found(s, str_join(s->mem, many, S("nowhere"))), "3");
	assert_int_equal(search_words_of(s->mem, many).n, SEARCH_WORDS_MAX);
}

static void a_query_of_any_length_is_answered(void **state)
{
	struct sample *s = *state;
	struct str arabic = S("تونس "), query = STR_EMPTY;

	put_three(s);
	for (int i = 0; i < 3000; i++)
		query = str_join(s->mem, query, arabic);
	IS(found(s, query), "2");
	query = STR_EMPTY;
	for (int i = 0; i < 3000; i++)
		query = str_join(s->mem, query, S("تونس"));
	IS(found(s, query), "");
}

static void putting_again_forgets_the_former_words(void **state)
{
	struct sample *s = *state;

	put_three(s);
	put(s, 3,
		(struct search_text){
			.title = S("Remittances"), .place = S("Guinea"), .body = STR_EMPTY});
	IS(found(s, S("diaspora")), "");
	IS(found(s, S("remittances")), "3");
	assert_int_equal(sample_number(s, S("SELECT count(*) FROM search_action")), 3);
}

static void no_more_than_asked_for_are_answered(void **state)
{
	struct sample *s = *state;
	struct action_ids ids;
	struct err err;

	put_three(s);
	MUST(search_actions(s->mem, s->db, S("asylum"), 1, &ids, &err), &err);
	assert_int_equal(ids.n, 1);
	assert_int_equal(ids.p[0], 2);
}

int search_tests(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(a_country_is_found_in_any_spelling_and_script),
		SAMPLE_TEST(arabic_is_found_without_its_vowel_marks),
		SAMPLE_TEST(the_beginning_of_a_word_finds_it_and_its_middle_does_not),
		SAMPLE_TEST(all_words_must_be_there),
		SAMPLE_TEST(a_word_of_the_title_weighs_more_than_one_of_the_text),
		SAMPLE_TEST(signs_of_the_engine_s_syntax_are_harmless),
		SAMPLE_TEST(a_query_without_words_finds_nothing),
		SAMPLE_TEST(words_are_folded_and_split_alike_on_both_sides),
		SAMPLE_TEST(the_words_of_a_query_are_told_folded_and_in_order),
		SAMPLE_TEST(no_more_words_are_looked_for_than_the_limit),
		SAMPLE_TEST(a_query_of_any_length_is_answered),
		SAMPLE_TEST(putting_again_forgets_the_former_words),
		SAMPLE_TEST(no_more_than_asked_for_are_answered),
	};

	return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
