// SPDX-License-Identifier: EUPL-1.2
// buf_test — the promises of base/buf.h.
#include "base/buf.h"

#include "check.h"
#include "tests.h"

static void text_is_built_piece_by_piece(void **state)
{
	struct buf b = buf_new(*state, 100);

	buf_add(&b, S("Malawi"));
	buf_add_char(&b, ' ');
	buf_format(&b, "%s (%d)", "III", 2014);
	buf_add(&b, S(": "));
	buf_add_int(&b, -36);
	IS(buf_str(&b), "Malawi III (2014): -36");
	assert_false(b.full);
}

static void nothing_added_is_the_empty_text(void **state)
{
	struct buf b = buf_new(*state, 100);

	IS(buf_str(&b), "");
	assert_non_null(buf_str(&b).p);
}

static void an_addition_beyond_the_maximum_is_dropped_whole(void **state)
{
	struct buf b = buf_new(*state, 8);

	buf_add(&b, S("Rwanda"));
	buf_add(&b, S(", Togo"));
	IS(buf_str(&b), "Rwanda");
	assert_true(b.full);
}

static void what_comes_after_a_drop_is_dropped_too(void **state)
{
	struct buf b = buf_new(*state, 8);

	buf_add(&b, S("far too long"));
	buf_add(&b, S("ok"));
	IS(buf_str(&b), "");
	assert_true(b.full);
}

static void the_maximum_itself_is_allowed(void **state)
{
	struct buf added = buf_new(*state, 4), formatted = buf_new(*state, 4);

	buf_add(&added, S("Togo"));
	IS(buf_str(&added), "Togo");
	buf_format(&formatted, "%s", "Togo");
	IS(buf_str(&formatted), "Togo");
}

int buf_tests(void)
{
	const struct CMUnitTest buf[] = {
		TEST(text_is_built_piece_by_piece),
		TEST(nothing_added_is_the_empty_text),
		TEST(an_addition_beyond_the_maximum_is_dropped_whole),
		TEST(what_comes_after_a_drop_is_dropped_too),
		TEST(the_maximum_itself_is_allowed),
	};

	return cmocka_run_group_tests(buf, NULL, NULL);
}
