// SPDX-License-Identifier: EUPL-1.2
// utf8_test — the promises of base/utf8.h.
#include "base/utf8.h"

#include "check.h"
#include "tests.h"

static void well_formed_text_is_valid(void **state)
{
	static const char *const good[] = {"", "Mali", "Côte d’Ivoire", "بنين", "Беларусь", "𐍈",
		"\xef\xbf\xbf", "\xf4\x8f\xbf\xbf", "a long line of plain letters, then é"};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(utf8_is_valid(str_c(good[i]), NULL));
}

static void damage_is_found_where_it_is(void **state)
{
	static const char *const bad[] = {"12345678\x80", "12345678\xc3", "12345678\xc0\xaf",
		"12345678\xe0\x80\x80", "12345678\xed\xa0\x80", "12345678\xf4\x90\x80\x80",
		"12345678\xf5\x80\x80\x80", "12345678\xe2\x82", "12345678\xff", "12345678\xc3\x28"};
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_false(utf8_is_valid(str_c(bad[i]), &at));
		assert_int_equal(at, 8);
		assert_false(utf8_is_valid(str_c(bad[i]), NULL));
	}
}

static void characters_are_walked_one_by_one(void **state)
{
	struct str text = S("aé€𐍈\xff");
	const uint32_t wanted[] = {'a', 0xe9, 0x20ac, 0x10348, 0xfffd};
	size_t at = 0;
	unsigned n;

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		assert_int_equal(utf8_at(text, at, &n), wanted[i]);
		at += n;
	}
	assert_int_equal(at, text.n);
	assert_int_equal(utf8_count(text), 5);
}

static void every_character_is_written_as_it_is_read(void **state)
{
	struct arena *mem = *state;

	for (uint32_t c = 0; c <= 0x10ffff; c += c < 0x3000 ? 1 : 257) {
		struct buf b = buf_new(mem, 8);
		unsigned n;
		utf8_add(&b, c);
		uint32_t wanted = c >= 0xd800 && c <= 0xdfff ? 0xfffd : c;
		assert_int_equal(utf8_at(buf_str(&b), 0, &n), wanted);
		assert_int_equal(n, b.n);
		arena_reset(mem);
	}
}

static void a_number_that_is_no_character_is_written_as_the_replacement(void **state)
{
	struct buf b = buf_new(*state, 8);

	utf8_add(&b, 0x110000);
	IS(buf_str(&b), "\xef\xbf\xbd");
}

static void a_cut_never_splits_a_character(void **state)
{
	(void)state;
	IS(utf8_cut(S("été"), 5), "été");
	IS(utf8_cut(S("été"), 4), "ét");
	IS(utf8_cut(S("été"), 3), "ét");
	IS(utf8_cut(S("été"), 1), "");
	IS(utf8_cut(S("a€"), 3), "a");
	IS(utf8_cut(S("a𐍈"), 4), "a");
	IS(utf8_cut(S("Mali"), 0), "");
	IS(utf8_cut(S("\x80\x80\x80\x80"), 2), "\x80\x80");
}

static void folding_makes_spellings_alike(void **state)
{
	static const char *const same[][2] = {
		{"CÔTE D’IVOIRE", "cote d'ivoire"},
		{"Co\xcc\x82te d\xca\xbcIvoire", "cote d'ivoire"},
		{"Œuvre, Straße, Þór, Łódź, Đà Nẵng", "oeuvre, strasse, thor, lodz, da nang"},
		{"İstanbul ıssız", "istanbul issiz"},
		{"São Tomé «e» “Príncipe”", "sao tome 'e' 'principe'"},
		{"2009–2011 — 2012\xe2\x88\x92"
		 "2013",
			"2009-2011 - 2012-2013"},
		{"a\xc2\xa0"
		 "b\xe2\x80\xaf"
		 "c\td",
			"a b c d"},
		{"co\xc2\xad"
		 "operation\xe2\x80\x8b",
			"cooperation"},
		{"Ёлка и йод", "елка и иод"},
		{"ΕΛΛΆΣ", "ελλασ"},
		{"ﬁnance", "finance"},
		{"ＡＢＣ１２", "abc12"},
		{"٢٠١٢ ۲۰۱۲", "2012 2012"},
	};
	struct arena *mem = *state;

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		check_str(utf8_fold(mem, str_c(same[i][0])), str_c(same[i][1]), __FILE__, __LINE__);
}

static void arabic_folds_its_variants(void **state)
{
	struct arena *mem = *state;

	assert_true(str_eq(utf8_fold(mem, S("أفريقيا")), utf8_fold(mem, S("افريقيا"))));
	assert_true(str_eq(utf8_fold(mem, S("إثيوبيا")), utf8_fold(mem, S("اثيوبيا"))));
	assert_true(str_eq(utf8_fold(mem, S("الهجرة")), utf8_fold(mem, S("الهجره"))));
	assert_true(str_eq(utf8_fold(mem, S("مالى")), utf8_fold(mem, S("مالي"))));
	assert_true(str_eq(utf8_fold(mem, S("مـــالي")), utf8_fold(mem, S("مالي"))));
	assert_true(str_eq(utf8_fold(mem, S("مُحَمَّد")), utf8_fold(mem, S("محمد"))));
	assert_true(str_eq(utf8_fold(mem, S("ﻻ")), utf8_fold(mem, S("لا"))));
}

static void folding_what_is_folded_changes_nothing(void **state)
{
	struct arena *mem = *state;

	for (uint32_t c = 0x20; c < 0x10000; c++) {
		struct buf b = buf_new(mem, 8);
		utf8_add(&b, c);
		struct str once = utf8_fold(mem, buf_str(&b));
		assert_true(utf8_is_valid(once, NULL));
		if (!str_eq(utf8_fold(mem, once), once))
			fail_msg("U+%04X folds differently the second time", (unsigned)c);
		arena_reset(mem);
	}
}

static void folding_survives_bytes_that_are_not_text(void **state)
{
	IS(utf8_fold(*state, S("\xff\xfe!")), "\xef\xbf\xbd\xef\xbf\xbd!");
	IS(utf8_fold(*state, STR_EMPTY), "");
}

static void words_are_letters_digits_and_marks_of_any_script(void **state)
{
	const uint32_t word[] = {
		'a', 'Z', '7', 0xe9, 0x301, 0x628, 0x64e, 0x416, 0x905, 0x4e2d, 0x663};
	const uint32_t other[] = {
		' ', '-', '\'', '_', 0xa0, 0xd7, 0x2019, 0x2013, 0x60c, 0x3001, 0xfffd};

	(void)state;
	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		assert_true(utf8_is_word(word[i]));
	for (size_t i = 0; i < sizeof other / sizeof *other; i++)
		assert_false(utf8_is_word(other[i]));
}

static void a_slug_has_only_what_addresses_like(void **state)
{
	IS(utf8_slug(*state, S("Côte d’Ivoire II: Building capacities"), 80),
		"cote-d-ivoire-ii-building-capacities");
	IS(utf8_slug(*state, S("  —  Cabo Verde (2012) !"), 80), "cabo-verde-2012");
}

static void a_long_slug_ends_with_a_whole_word(void **state)
{
	IS(utf8_slug(*state, S("strengthening border management"), 20), "strengthening-border");
	IS(utf8_slug(*state, S("strengthening border management"), 19), "strengthening");
	IS(utf8_slug(*state, S("strengthening border"), 5), "stren");
}

static void a_text_without_latin_letters_has_a_slug_of_its_own(void **state)
{
	struct str slug = utf8_slug(*state, S("بنين"), 80);

	assert_int_equal(slug.n, 17);
	assert_true(str_starts(slug, S("x")));
	assert_true(str_eq(slug, utf8_slug(*state, S("بنين"), 80)));
	assert_false(str_eq(slug, utf8_slug(*state, S("مالي"), 80)));
	assert_int_equal(utf8_slug(*state, STR_EMPTY, 80).n, 17);
}

int utf8_tests(void)
{
	const struct CMUnitTest utf8[] = {
		TEST(well_formed_text_is_valid),
		TEST(damage_is_found_where_it_is),
		TEST(characters_are_walked_one_by_one),
		TEST(every_character_is_written_as_it_is_read),
		TEST(a_number_that_is_no_character_is_written_as_the_replacement),
		TEST(a_cut_never_splits_a_character),
		TEST(folding_makes_spellings_alike),
		TEST(arabic_folds_its_variants),
		TEST(folding_what_is_folded_changes_nothing),
		TEST(folding_survives_bytes_that_are_not_text),
		TEST(words_are_letters_digits_and_marks_of_any_script),
		TEST(a_slug_has_only_what_addresses_like),
		TEST(a_long_slug_ends_with_a_whole_word),
		TEST(a_text_without_latin_letters_has_a_slug_of_its_own),
	};

	return cmocka_run_group_tests(utf8, NULL, NULL);
}
