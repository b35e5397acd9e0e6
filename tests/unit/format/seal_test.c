// SPDX-License-Identifier: EUPL-1.2
// seal_test — the promises of format/seal.h.
#include "format/seal.h"

#include "check.h"
#include "tests.h"

#define KEY S("0123456789abcdef0123456789abcdef")

static void what_is_sealed_opens_with_the_same_key(void **state)
{
	struct str sealed = seal_close(*state, KEY, S("JBSWY3DPEHPK3PXP")), text;

	assert_true(str_find(sealed, S("JBSW"), 0) == STR_NONE);
	assert_true(seal_open(*state, KEY, sealed, &text));
	IS(text, "JBSWY3DPEHPK3PXP");
	assert_false(str_eq(sealed, seal_close(*state, KEY, S("JBSWY3DPEHPK3PXP"))));
}

static void another_key_or_a_changed_digit_opens_nothing(void **state)
{
	struct str sealed = seal_close(*state, KEY, S("a")), text;
	struct str other = str_copy(*state, sealed);

	assert_false(seal_open(*state, S("0123456789abcdef0123456789abcdeX"), sealed, &text));
	assert_false(seal_open(*state, S("short"), sealed, &text));
	for (size_t i = 0; i < other.n; i++) {
		char *digit = (char *)(uintptr_t)&other.p[i], kept = *digit;
		*digit = kept == '0' ? '1' : '0';
		assert_false(seal_open(*state, KEY, other, &text));
		*digit = kept;
	}
	assert_false(seal_open(*state, KEY, str_sub(sealed, 0, 20), &text));
	assert_false(seal_open(*state, KEY, S("JBSWY3DPEHPK3PXP"), &text));
}

int seal_tests(void)
{
	const struct CMUnitTest seal[] = {
		TEST(what_is_sealed_opens_with_the_same_key),
		TEST(another_key_or_a_changed_digit_opens_nothing),
	};

	return cmocka_run_group_tests(seal, NULL, NULL);
}
