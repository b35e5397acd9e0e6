// SPDX-License-Identifier: EUPL-1.2
// guard_test — the promises of net/guard.h.
#include "net/guard.h"

#include "check.h"
#include "tests.h"

// The verdict on "METHOD TARGET VERSION".
static int line(struct str method, struct str target, struct str version)
{
	struct guard g = {0};

	guard_line(&g, method, target, version);
	return g.status;
}

struct header {
	struct str name, value;
};

// The verdict on the headers of an HTTP/1.1 request; the list ends with an empty name.
static int headers(bool takes_body, const struct header *header)
{
	struct guard g = {.is_1_1 = true};

	for (; header->name.n; header++)
		guard_header(&g, header->name, header->value);
	guard_end(&g, takes_body, 1000);
	return g.status;
}

#define HEAD(...) \
	((const struct header[]){{S("Host"), S("a")}, __VA_ARGS__, {STR_EMPTY, STR_EMPTY}})

static int gap(struct str bytes, bool is_last)
{
	struct guard g = {0};

	guard_gap(&g, bytes, is_last);
	return g.status;
}

static void ordinary_requests_pass(void **state)
{
	(void)state;
	assert_int_equal(line(S("GET"), S("/fr/actions?country=TG&q=a%20b"), S("HTTP/1.1")), 0);
	assert_int_equal(line(S("POST"), S("/"), S("HTTP/1.0")), 0);
	assert_int_equal(headers(false,
				 HEAD({S("Accept"), S("text/html;q=0.9, */*")},
					 {S("User-Agent"), S("Mozilla/5.0 (X11) \"x\"")})),
		0);
	assert_int_equal(headers(true, HEAD({S("Content-Length"), S("1000")})), 0);
}

static void odd_first_lines_are_refused(void **state)
{
	(void)state;
	assert_int_equal(line(S("G@T"), S("/"), S("HTTP/1.1")), 400);
	assert_int_equal(line(S(""), S("/"), S("HTTP/1.1")), 400);
	assert_int_equal(line(S("GET"), S("/a b"), S("HTTP/1.1")), 400);
	assert_int_equal(line(S("GET"), S("/a\tb"), S("HTTP/1.1")), 400);
	assert_int_equal(line(S("GET"), S("/\xc3\xa9"), S("HTTP/1.1")), 400);
	assert_int_equal(line(S("GET"), S("/#part"), S("HTTP/1.1")), 400);
	assert_int_equal(line(S("GET"), S("/"), S("HTTP/2.0")), 505);
	assert_int_equal(line(S("GET"), S("/"), S("http/1.1")), 400);
	assert_int_equal(line(S("GET"), S("/"), S("HTTP/1.1x")), 400);
	assert_int_equal(line(S("GET"), S("/"), S("")), 400);
}

static void there_is_one_host(void **state)
{
	struct guard old = {0};

	(void)state;
	assert_int_equal(headers(false, HEAD({S("host"), S("a")})), 400);
	assert_int_equal(headers(false, (const struct header[]){{STR_EMPTY, STR_EMPTY}}), 400);
	assert_int_equal(headers(false, HEAD({S("HOST"), S("")})), 400);
	guard_end(&old, false, 0);
	assert_int_equal(old.status, 0);
	guard_header(&old, S("Host"), S("a/b"));
	assert_int_equal(old.status, 400);
}

static void the_length_of_a_body_is_said_once_and_plainly(void **state)
{
	struct str wrong[] = {S("3, 3"), S("+3"), S("-3"), S("0x3"), S(""), S("3 "), S("1.0"),
		S("9999999999999999999")};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_int_equal(headers(true, HEAD({S("Content-Length"), wrong[i]})), 400);
	assert_int_equal(
		headers(true, HEAD({S("Content-Length"), S("3")}, {S("content-length"), S("3")})),
		400);
	assert_int_equal(headers(true,
				 HEAD({S("Content-Length"), S("3")},
					 {S("Transfer-Encoding"), S("chunked")})),
		400);
	assert_int_equal(headers(true, HEAD({S("Transfer-Encoding"), S("chunked")})), 411);
	assert_int_equal(headers(false, HEAD({S("Transfer-Encoding"), S("chunked")})), 400);
	assert_int_equal(headers(true, HEAD({S("Content-Length"), S("1001")})), 413);
}

static void odd_characters_are_refused(void **state)
{
	(void)state;
	assert_int_equal(headers(false, HEAD({S("Accept "), S("a")})), 400);
	assert_int_equal(headers(false, HEAD({S("A(b)"), S("a")})), 400);
	assert_int_equal(headers(false, HEAD({S("A\0b"), S("a")})), 400);
	assert_int_equal(headers(false, HEAD({S("A"), S("a\rb")})), 400);
	assert_int_equal(headers(false, HEAD({S("A"), S("a\0b")})), 400);
	assert_int_equal(headers(false, HEAD({S("A"), S("a\x7f")})), 400);
	assert_int_equal(headers(false, HEAD({S("A"), S("a\tb \xe9")})), 0);
}

static void heads_have_a_size(void **state)
{
	struct guard many = {.is_1_1 = true}, long_one = {.is_1_1 = true};
	struct str text = {arena_alloc(*state, GUARD_BYTES_MAX), GUARD_BYTES_MAX};

	for (int i = 0; i < GUARD_HEADER_MAX; i++)
		guard_header(&many, S("A"), S("b"));
	assert_int_equal(many.status, 0);
	guard_header(&many, S("A"), S("b"));
	assert_int_equal(many.status, 431);
	guard_header(&long_one, S("A"), text);
	assert_int_equal(long_one.status, 431);
}

static void lines_end_with_cr_and_lf(void **state)
{
	(void)state;
	assert_int_equal(gap(S("\0\0"), false), 0);
	assert_int_equal(gap(S(" \t \0\0"), false), 0);
	assert_int_equal(gap(S("\0"), false), 400);
	assert_int_equal(gap(S("\0b\0\0"), false), 400);
	assert_int_equal(gap(S(""), false), 400);
	assert_int_equal(gap(S("\0\0\0\0body"), true), 0);
	assert_int_equal(gap(S("  \0\0\0\0body"), true), 0);
	assert_int_equal(gap(S("\0\0\0body"), true), 400);
	assert_int_equal(gap(S("\0b\0\0\0\0"), true), 400);
}

static void the_first_finding_stays(void **state)
{
	struct guard g = {.is_1_1 = true};

	(void)state;
	guard_line(&g, S("GET"), S("/"), S("HTTP/3.0"));
	guard_header(&g, S("A b"), S(""));
	assert_int_equal(g.status, 505);
	assert_true(str_starts(guard_sentence(505), S("505: ")));
	assert_true(str_starts(guard_sentence(400), S("400: ")));
}

int guard_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(ordinary_requests_pass),
		TEST(odd_first_lines_are_refused),
		TEST(there_is_one_host),
		TEST(the_length_of_a_body_is_said_once_and_plainly),
		TEST(odd_characters_are_refused),
		TEST(heads_have_a_size),
		TEST(lines_end_with_cr_and_lf),
		TEST(the_first_finding_stays),
	};

	return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}
