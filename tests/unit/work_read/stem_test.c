// SPDX-License-Identifier: EUPL-1.2
// stem_test — what is left of inflected words, and the particles written onto them.
#include "work/read/stem.h"

#include "base/utf8.h"
#include "sample.h"
#include "tests.h"
#include "work/read/vocabulary.h"

static struct str stem(struct arena *mem, const char *word)
{
	return stem_of(utf8_fold(mem, str_c(word)));
}

static void check_same(struct arena *mem, const char *const *words)
{
	for (size_t i = 1; words[i]; i++)
		check_str(stem(mem, words[i]), stem(mem, words[0]), __FILE__, __LINE__);
}

static void every_affix_is_written_as_words_are_folded(void **state)
{
	for (size_t i = 0; i < read_affix_table_n; i++) {
		struct str text = read_affix_table[i].text;
		check_str(text, utf8_fold(*state, text), __FILE__, __LINE__);
	}
}

static void a_russian_word_is_the_same_in_every_case(void **state)
{
	static const char *const mission[] = {
		"миссия", "миссии", "миссию", "миссией", "миссий", NULL};
	static const char *const trial[] = {
		"ознакомительная", "ознакомительной", "ознакомительную", "ознакомительных", NULL};

	check_same(*state, mission);
	check_same(*state, trial);
}

static void an_arabic_word_is_the_same_with_article_and_gender(void **state)
{
	static const char *const national[] = {"وطني", "وطنية", "الوطنية", NULL};
	static const char *const french[] = {"فرنسي", "فرنسية", "الفرنسية", "فرنسيون", NULL};

	check_same(*state, national);
	check_same(*state, french);
}

static void words_in_latin_letters_stay(void **state)
{
	IS(stem(*state, "organisations"), "organisations");
	IS(stem(*state, "élaborées"), "elaborees");
}

static void a_short_word_keeps_its_letters(void **state)
{
	IS(stem(*state, "мая"), "мая");
	assert_int_equal(stem_particle(S("من")), 0);
}

static void a_particle_is_known_by_its_letter(void **state)
{
	(void)state;
	assert_int_equal(stem_particle(S("وزياره")), strlen("و"));
	assert_int_equal(stem_particle(S("تقييم")), 0);
}

int stem_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_affix_is_written_as_words_are_folded),
		TEST(a_russian_word_is_the_same_in_every_case),
		TEST(an_arabic_word_is_the_same_with_article_and_gender),
		TEST(words_in_latin_letters_stay),
		TEST(a_short_word_keeps_its_letters),
		TEST(a_particle_is_known_by_its_letter),
	};
	return cmocka_run_group_tests_name("stem", tests, NULL, NULL);
}
