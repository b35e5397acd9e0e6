// SPDX-License-Identifier: EUPL-1.2
// digits_test — digits of a page in another form (format/digits.h).
#include "check.h"
#include "format/digits.h"
#include "tests.h"

static void becomes(struct arena *mem, const char *before, const char *after)
{
	struct out o = out_memory(mem, 4096);
	digits_eastern(&o, str_c(before));
	struct str text = out_str(&o);
	assert_int_equal(text.n, str_c(after).n);
	assert_memory_equal(text.p, after, text.n);
}

static void texts_get_the_other_digits(void **state)
{
	becomes(*state, "<p>2014, 35</p>", "<p>٢٠١٤, ٣٥</p>");
	becomes(*state, "0123456789", "٠١٢٣٤٥٦٧٨٩");
	becomes(*state, "", "");
}

static void tags_and_entities_keep_theirs(void **state)
{
	becomes(*state, "<a href=\"/x?page=2\">2</a>", "<a href=\"/x?page=2\">٢</a>");
	becomes(*state, "l&#39;an 5 &amp; 6", "l&#39;an ٥ &amp; ٦");
	becomes(*state, "3 < 4 & 5", "٣ < 4 & 5");
}

static void what_is_of_another_language_keeps_them(void **state)
{
	becomes(*state, "<bdi lang=\"en\">5 <bdi>6</bdi> 7</bdi> 8",
		"<bdi lang=\"en\">5 <bdi>6</bdi> 7</bdi> ٨");
	becomes(*state, "<p dir=\"ltr\">http://x/1<br>2</p>3",
		"<p dir=\"ltr\">http://x/1<br>2</p>٣");
	becomes(*state, "<html lang=\"ar\" dir=\"rtl\">1<code>2</code></html>",
		"<html lang=\"ar\" dir=\"rtl\">١<code>2</code></html>");
}

int digits_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(texts_get_the_other_digits),
		TEST(tags_and_entities_keep_theirs),
		TEST(what_is_of_another_language_keeps_them),
	};
	return cmocka_run_group_tests_name("digits", tests, check_setup, check_teardown);
}
