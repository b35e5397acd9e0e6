// SPDX-License-Identifier: EUPL-1.2
// highlight_test — words of a search are marked in the text's own spelling.
#include "web/highlight.h"

#include "base/buf.h"
#include "check.h"
#include "tests.h"

// The text with [brackets] around what is marked.
static struct str marked(struct arena *mem, struct str text, struct str query)
{
	struct search_words words = search_words_of(mem, query);
	struct highlight pieces = highlight_of(mem, text, &words);
	struct buf b = buf_new(mem, 4096);

	for (size_t i = 0; i < pieces.n; i++)
		buf_format(&b, pieces.p[i].is_hit ? "[%" PRIstr "]" : "%" PRIstr,
			STR(pieces.p[i].text));
	return buf_str(&b);
}

static void the_whole_word_is_marked_by_its_beginning(void **state)
{
	struct arena *mem = *state;

	IS(marked(mem, S("Migration and migrants; immigration"), S("migra")),
		"[Migration] and [migrants]; immigration");
}

static void case_accents_and_apostrophes_do_not_matter(void **state)
{
	struct arena *mem = *state;

	IS(marked(mem, S("En Côte d’Ivoire, SÉNÉGAL"), S("cote ivoire senegal")),
		"En [Côte] d’[Ivoire], [SÉNÉGAL]");
	IS(marked(mem, S("إدارة الهجرة"), S("الهجره")), "إدارة [الهجرة]");
}

static void a_text_without_the_words_is_one_piece(void **state)
{
	struct arena *mem = *state;

	IS(marked(mem, S("Asylum"), S("border")), "Asylum");
	IS(marked(mem, S("Asylum"), STR_EMPTY), "Asylum");
	IS(marked(mem, STR_EMPTY, S("asylum")), "");
}

static void pieces_joined_are_the_text_even_when_it_is_no_utf8(void **state)
{
	struct arena *mem = *state;

	IS(marked(mem, S("\xff togo \xe2\x82"), S("togo")), "\xff [togo] \xe2\x82");
}

static void the_part_shown_lies_around_the_first_word_found(void **state)
{
	struct arena *mem = *state;
	struct search_words words = search_words_of(mem, S("strategy"));
	struct highlight_cut cut;
	struct str text = S("One two three four five six seven eight nine ten strategy eleven "
			    "twelve thirteen fourteen fifteen");

	IS(highlight_part(mem, text, &words, 40, &cut),
		"eight nine ten strategy eleven twelve thirteen");
	assert_true(cut.before && cut.after);
}

static void a_short_text_is_shown_whole_on_one_line(void **state)
{
	struct arena *mem = *state;
	struct search_words words = search_words_of(mem, S("law"));
	struct highlight_cut cut;

	IS(highlight_part(mem, S(" A\n\tnew law \n"), &words, 200, &cut), "A new law");
	assert_false(cut.before || cut.after);
}

int highlight_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_whole_word_is_marked_by_its_beginning),
		TEST(case_accents_and_apostrophes_do_not_matter),
		TEST(a_text_without_the_words_is_one_piece),
		TEST(pieces_joined_are_the_text_even_when_it_is_no_utf8),
		TEST(the_part_shown_lies_around_the_first_word_found),
		TEST(a_short_text_is_shown_whole_on_one_line),
	};

	return cmocka_run_group_tests_name("highlight", tests, NULL, NULL);
}
