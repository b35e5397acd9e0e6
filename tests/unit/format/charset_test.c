// SPDX-License-Identifier: EUPL-1.2
// charset_test — the promises of format/charset.h.
#include "format/charset.h"

#include <string.h>

#include "check.h"
#include "tests.h"

#define BYTES(literal) ((struct str){literal, sizeof(literal) - 1})

static enum charset detect(struct str bytes, size_t mark_n)
{
	size_t found;
	enum charset charset = charset_detect(bytes, &found);

	assert_int_equal(found, mark_n);
	return charset;
}

static void plain_text_is_utf8(void **state)
{
	(void)state;
	assert_int_equal(detect(S(""), 0), CHARSET_UTF8);
	assert_int_equal(detect(S("Togo IV: Labour migration\r\n\tObjective"), 0), CHARSET_UTF8);
	assert_int_equal(detect(S("Côte d’Ivoire"), 0), CHARSET_UTF8);
}

static void a_mark_decides(void **state)
{
	(void)state;
	assert_int_equal(detect(BYTES("\xef\xbb\xbfTogo"), 3), CHARSET_UTF8);
	assert_int_equal(detect(BYTES("\xff\xfeT\0o\0"), 2), CHARSET_UTF16LE);
	assert_int_equal(detect(BYTES("\xfe\xff\0T\0o"), 2), CHARSET_UTF16BE);
}

static void utf16_is_known_without_its_mark(void **state)
{
	(void)state;
	assert_int_equal(detect(BYTES("T\0o\0g\0o\0 \0I\0V\0:\0 \0"), 0), CHARSET_UTF16LE);
	assert_int_equal(detect(BYTES("\0T\0o\0g\0o\0 \0I\0V\0:\0 "), 0), CHARSET_UTF16BE);
}

static void old_pages_are_windows_1252(void **state)
{
	(void)state;
	assert_int_equal(detect(S("C\xf4te d\x92Ivoire"), 0), CHARSET_WINDOWS_1252);
}

static void a_few_pasted_bytes_do_not_make_a_page_old(void **state)
{
	(void)state;
	assert_int_equal(detect(S("Côte d’Ivoire, Bénin, Sénégal \x96 Mali"), 0), CHARSET_UTF8);
}

static void programs_and_pictures_are_binary(void **state)
{
	(void)state;
	assert_int_equal(detect(BYTES("\x7f"
				      "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"),
				 0),
		CHARSET_BINARY);
	assert_int_equal(detect(BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), 0), CHARSET_BINARY);
	assert_int_equal(detect(BYTES("PK\x03\x04\x14\x06\x08"), 0), CHARSET_BINARY);
}

static void one_strange_character_in_a_long_page_is_an_accident(void **state)
{
	char *page = arena_alloc(*state, 2000);

	memset(page, 'x', 2000);
	page[700] = '\x03';
	assert_int_equal(detect((struct str){page, 2000}, 0), CHARSET_UTF8);
	page[700] = '\0';
	assert_int_equal(detect((struct str){page, 2000}, 0), CHARSET_BINARY);
}

static void windows_1252_has_its_quotes_and_dashes(void **state)
{
	static const struct {
		const char *byte;
		uint32_t code_point;
	} known[] = {{"\x92", 0x2019}, {"\x96", 0x2013}, {"\x80", 0x20ac}, {"\x9f", 0x0178},
		{"\x81", 0x81}, {"\xe9", 0xe9}, {"A", 'A'}};
	unsigned n;

	(void)state;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		struct str bytes = str_c(known[i].byte);
		assert_int_equal(
			charset_at(CHARSET_WINDOWS_1252, bytes, 0, &n), known[i].code_point);
		assert_int_equal(n, 1);
	}
}

static void characters_are_walked_at_their_places(void **state)
{
	unsigned n;

	(void)state;
	assert_int_equal(charset_at(CHARSET_UTF8, S("d’I"), 1, &n), 0x2019);
	assert_int_equal(n, 3);
	assert_int_equal(charset_at(CHARSET_UTF8, S("d\x92I"), 1, &n), 0x2019);
	assert_int_equal(n, 1);
	assert_int_equal(charset_at(CHARSET_WINDOWS_1252, S("C\xf4te"), 1, &n), 0xf4);
	assert_int_equal(n, 1);
	assert_int_equal(charset_at(CHARSET_UTF16LE, BYTES("\x48\xd8\x12\xdf"), 0, &n), 0x22312);
	assert_int_equal(n, 4);
	assert_int_equal(charset_at(CHARSET_UTF16BE, BYTES("\x20\xac"), 0, &n), 0x20ac);
	assert_int_equal(n, 2);
}

static void half_a_character_is_the_replacement(void **state)
{
	unsigned n;

	(void)state;
	assert_int_equal(charset_at(CHARSET_UTF16LE, BYTES("T"), 0, &n), 0xfffd);
	assert_int_equal(n, 1);
	assert_int_equal(charset_at(CHARSET_UTF16LE, BYTES("\x48\xd8"), 0, &n), 0xfffd);
	assert_int_equal(charset_at(CHARSET_UTF16LE, BYTES("\x48\xd8x\0"), 0, &n), 0xfffd);
	assert_int_equal(n, 2);
	assert_int_equal(charset_at(CHARSET_UTF16LE, BYTES("\x12\xdfx\0"), 0, &n), 0xfffd);
}

static void every_encoding_becomes_utf8(void **state)
{
	IS(charset_decode(*state, BYTES("\xef\xbb\xbfTogo"), CHARSET_UTF8, 3), "Togo");
	IS(charset_decode(*state, S("é \x96 è ï"), CHARSET_UTF8, 0), "é – è ï");
	IS(charset_decode(*state, S("C\xf4te d\x92Ivoire"), CHARSET_WINDOWS_1252, 0),
		"Côte d’Ivoire");
	IS(charset_decode(*state, BYTES("\xff\xfe\xf4\0t\0"), CHARSET_UTF16LE, 2), "ôt");
	IS(charset_decode(*state, BYTES("\xfe\xff\0\xf4\0t"), CHARSET_UTF16BE, 2), "ôt");
}

int charset_tests(void)
{
	const struct CMUnitTest charset[] = {
		TEST(plain_text_is_utf8),
		TEST(a_mark_decides),
		TEST(utf16_is_known_without_its_mark),
		TEST(old_pages_are_windows_1252),
		TEST(a_few_pasted_bytes_do_not_make_a_page_old),
		TEST(programs_and_pictures_are_binary),
		TEST(one_strange_character_in_a_long_page_is_an_accident),
		TEST(windows_1252_has_its_quotes_and_dashes),
		TEST(characters_are_walked_at_their_places),
		TEST(half_a_character_is_the_replacement),
		TEST(every_encoding_becomes_utf8),
	};

	return cmocka_run_group_tests(charset, NULL, NULL);
}
