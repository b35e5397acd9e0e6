// SPDX-License-Identifier: EUPL-1.2
// tongue_test — which language a text is in, and the small words that Arabic writes onto others.
#include "work/read/tongue.h"

#include "base/buf.h"
#include "sample.h"
#include "tests.h"

static const char *const names[TONGUE_N + 1] = {"en", "fr", "es", "pt", "ru", "ar", "none"};

static struct str tongue(struct arena *mem, const char *text)
{
	struct tokens tokens = sample_tokens(mem, str_c(text));
	return str_c(names[tongue_find(&tokens)]);
}

static void small_words_tell_the_language(void **state)
{
	IS(tongue(*state, "A workshop for the police was held in the capital."), "en");
	IS(tongue(*state, "Un atelier pour la police a été organisé dans la capitale."), "fr");
	IS(tongue(*state, "Se celebró un taller para la policía en la capital."), "es");
	IS(tongue(*state, "Foi realizada uma oficina para a polícia na capital."), "pt");
	IS(tongue(*state, "В столице прошёл семинар для сотрудников полиции."), "ru");
	IS(tongue(*state, "عقدت ورشة عمل في العاصمة حول عمل الشرطة."), "ar");
}

static void spanish_is_told_from_portuguese(void **state)
{
	IS(tongue(*state, "Apoyar al Ministerio de Salud en la elaboración del plan."), "es");
	IS(tongue(*state, "Apoiar o Ministério da Saúde na elaboração do plano."), "pt");
}

static void names_in_other_letters_do_not_tell_it(void **state)
{
	IS(tongue(*state, "نظمت MIEUX مع ICMPD و Frontex ورشة عمل في تونس."), "ar");
	IS(tongue(*state, "Эксперты ICMPD и Frontex провели семинар в Ереване."), "ru");
}

static void a_text_without_small_words_is_taken_for_english(void **state)
{
	IS(tongue(*state, "Kenya 2012"), "en");
}

static struct str words(struct arena *mem, const char *text)
{
	struct str s = str_c(text);
	struct tokens tokens = sample_tokens(mem, s);
	struct buf b = buf_new(mem, 1000);

	for (size_t i = 0; i < tokens.n; i++)
		buf_format(&b, "%s%" PRIstr, i ? "|" : "", STR(tokens_str(&tokens, s, i, i + 1)));
	return buf_str(&b);
}

static void a_particle_before_a_known_word_is_a_word(void **state)
{
	IS(words(*state, "في بيروت وطرابلس"), "في|بيروت|و|طرابلس");
	IS(words(*state, "ورشة وزيارة دراسية"), "ورشة|و|زيارة|دراسية");
}

static void a_word_of_a_table_stays_whole(void **state)
{
	IS(words(*state, "في وزارة العدل"), "في|وزارة|العدل");
	IS(words(*state, "عن الاتجار بالبشر"), "عن|الاتجار|بالبشر");
}

int tongue_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(small_words_tell_the_language),
		TEST(spanish_is_told_from_portuguese),
		TEST(names_in_other_letters_do_not_tell_it),
		TEST(a_text_without_small_words_is_taken_for_english),
		TEST(a_particle_before_a_known_word_is_a_word),
		TEST(a_word_of_a_table_stays_whole),
	};
	return cmocka_run_group_tests_name("tongue", tests, NULL, NULL);
}
