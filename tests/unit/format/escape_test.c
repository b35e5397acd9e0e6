// SPDX-License-Identifier: EUPL-1.2
// escape_test — the promises of format/escape.h.
//
// Blocks are what can go wrong here, so each escaper also meets every byte at every place of a
// block and is compared with the same work done one byte at a time.
#include "format/escape.h"

#include <string.h>

#include "base/utf8.h"
#include "check.h"
#include "tests.h"

typedef void escaper(struct out *o, struct str s);

static struct str escaped(struct arena *mem, escaper *escape, struct str s)
{
	struct out o = out_memory(mem, 1000000);

	escape(&o, s);
	return out_str(&o);
}

static void text_cannot_open_a_tag(void **state)
{
	IS(escaped(*state, escape_text, S("<b> & \"c\" 'd'")), "&lt;b&gt; &amp; \"c\" 'd'");
	IS(escaped(*state, escape_text, STR_EMPTY), "");
	IS(escaped(*state, escape_text, S("Côte d’Ivoire, بنين")), "Côte d’Ivoire, بنين");
}

static void an_attribute_cannot_end_its_quotes(void **state)
{
	IS(escaped(*state, escape_attr, S("\" onclick=\"x")), "&quot; onclick=&quot;x");
	IS(escaped(*state, escape_attr, S("a&b<c>")), "a&amp;b&lt;c&gt;");
}

static void ordinary_addresses_stay(void **state)
{
	static const char *const good[] = {"/en/actions", "#top", "?page=2", "actions/togo",
		"https://example.org/a:b", "HTTP://example.org", "mailto:someone@example.org", "",
		"a/b:c", "?q=a:b"};

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct str url = str_c(good[i]);
		assert_true(str_eq(escaped(*state, escape_url, url), url));
	}
	IS(escaped(*state, escape_url, S("/en?a=1&b=\"")), "/en?a=1&amp;b=&quot;");
}

static void addresses_that_run_something_become_harmless(void **state)
{
	static const char *const bad[] = {"javascript:alert(1)", "JaVaScRiPt:alert(1)",
		" javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)",
		"\x01javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
		":x", "httpx://a", "mail to:x"};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		IS(escaped(*state, escape_url, str_c(bad[i])), "#");
}

static void a_part_of_an_address_keeps_only_the_unreserved(void **state)
{
	IS(escaped(*state, escape_url_part, S("a-Z_0.9~")), "a-Z_0.9~");
	IS(escaped(*state, escape_url_part, S("a/b c&d=é%")), "a%2Fb%20c%26d%3D%C3%A9%25");
}

static void json_text_is_quoted_and_complete(void **state)
{
	IS(escaped(*state, escape_json, S("say \"hi\"\\ \b\f\n\r\t\x01\x1f\x7f")),
		"\"say \\\"hi\\\"\\\\ \\b\\f\\n\\r\\t\\u0001\\u001f\x7f\"");
	IS(escaped(*state, escape_json, S("\v")), "\"\\u000b\"");
	IS(escaped(*state, escape_json, (struct str){"a\0b", 3}), "\"a\\u0000b\"");
	IS(escaped(*state, escape_json, STR_EMPTY), "\"\"");
	IS(escaped(*state, escape_json, S("é€𐍈</script>")), "\"é€𐍈</script>\"");
}

static void json_replaces_bytes_that_are_not_text(void **state)
{
	IS(escaped(*state, escape_json,
		   S("a\xff"
		     "b\xc3")),
		"\"a\xef\xbf\xbd"
		"b\xef\xbf\xbd\"");
	IS(escaped(*state, escape_json, S("\xef\xbf\xbd")), "\"\xef\xbf\xbd\"");
	IS(escaped(*state, escape_json, S("\xed\xa0\x80")),
		"\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
}

static void csv_is_quoted_only_where_needed(void **state)
{
	IS(escaped(*state, escape_csv, S("Cabo Verde")), "Cabo Verde");
	IS(escaped(*state, escape_csv, S("Benin, Togo")), "\"Benin, Togo\"");
	IS(escaped(*state, escape_csv, S("the \"roster\"")), "\"the \"\"roster\"\"\"");
	IS(escaped(*state, escape_csv, S("two\nlines")), "\"two\nlines\"");
	IS(escaped(*state, escape_csv, STR_EMPTY), "");
}

static void csv_never_begins_a_formula(void **state)
{
	IS(escaped(*state, escape_csv, S("=1+1")), "'=1+1");
	IS(escaped(*state, escape_csv, S("+1")), "'+1");
	IS(escaped(*state, escape_csv, S("-1")), "'-1");
	IS(escaped(*state, escape_csv, S("@x")), "'@x");
	IS(escaped(*state, escape_csv, S("\tx")), "'\tx");
	IS(escaped(*state, escape_csv, S("=A1,\"x\"")), "\"'=A1,\"\"x\"\"\"");
	IS(escaped(*state, escape_csv, S("1=1")), "1=1");
}

static void xml_holds_what_xml_can_hold(void **state)
{
	IS(escaped(*state, escape_xml, S("<a b=\"c\">&")), "&lt;a b=&quot;c&quot;&gt;&amp;");
	IS(escaped(*state, escape_xml, S("a\tb\nc\r")), "a&#9;b&#10;c&#13;");
	IS(escaped(*state, escape_xml, S("\x01|\x0b|\xff|\xef\xbf\xbe|é")),
		"\xef\xbf\xbd|\xef\xbf\xbd|\xef\xbf\xbd|\xef\xbf\xbd|é");
}

// What each escaper does to one ASCII byte or one whole character, said once more and slowly.
static struct str slowly(struct arena *mem, escaper *escape, struct str s)
{
	struct buf b = buf_new(mem, 1000000);
	unsigned n;

	for (size_t at = 0; at < s.n; at += n) {
		utf8_at(s, at, &n);
		struct str one = escaped(mem, escape, str_sub(s, at, at + n));
		// The quotes belong to the whole text.
		buf_add(&b, escape == escape_json ? str_sub(one, 1, one.n - 1) : one);
	}
	if (escape == escape_json)
		return str_format(mem, "\"%" PRIstr "\"", STR(buf_str(&b)));
	return buf_str(&b);
}

static void blocks_and_bytes_give_the_same(void **state)
{
	escaper *const all[] = {escape_text, escape_attr, escape_json, escape_xml, escape_url_part};
	struct arena *mem = *state;
	char bytes[48];

	for (size_t e = 0; e < sizeof all / sizeof *all; e++) {
		for (unsigned byte = 1; byte < 256; byte++) {
			for (size_t at = 0; at < sizeof bytes; at++) {
				memset(bytes, 'x', sizeof bytes);
				bytes[at] = (char)byte;
				bytes[sizeof bytes - 1 - at] = '<';
				struct str s = {bytes, sizeof bytes};
				assert_true(
					str_eq(escaped(mem, all[e], s), slowly(mem, all[e], s)));
			}
			arena_reset(mem);
		}
	}
}

static void nothing_beyond_the_text_is_read(void **state)
{
	struct arena *mem = *state;
	escaper *const all[] = {escape_text, escape_attr, escape_json, escape_xml, escape_csv};

	// The sanitizer watches the end of an exact allocation.
	for (size_t n = 0; n < 40; n++) {
		char *exact = test_malloc(n + 1);
		memset(exact, 'x', n + 1);
		// From the second byte on, so that the text ends where the memory ends.
		struct str s = {exact + 1, n};
		for (size_t e = 0; e < sizeof all / sizeof *all; e++)
			assert_true(escaped(mem, all[e], s).n >= n);
		test_free(exact);
	}
}

int escape_tests(void)
{
	const struct CMUnitTest escape[] = {
		TEST(text_cannot_open_a_tag),
		TEST(an_attribute_cannot_end_its_quotes),
		TEST(ordinary_addresses_stay),
		TEST(addresses_that_run_something_become_harmless),
		TEST(a_part_of_an_address_keeps_only_the_unreserved),
		TEST(json_text_is_quoted_and_complete),
		TEST(json_replaces_bytes_that_are_not_text),
		TEST(csv_is_quoted_only_where_needed),
		TEST(csv_never_begins_a_formula),
		TEST(xml_holds_what_xml_can_hold),
		TEST(blocks_and_bytes_give_the_same),
		TEST(nothing_beyond_the_text_is_read),
	};

	return cmocka_run_group_tests(escape, NULL, NULL);
}
