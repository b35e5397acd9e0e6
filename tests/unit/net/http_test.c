// SPDX-License-Identifier: EUPL-1.2
// http_test — what the server answers to whole requests, good and bad, sent byte by byte as given.
#include "net/http.h"

#include <unistd.h>

#include "check.h"
#include "client.h"
#include "tests.h"

// One site for all tests; each has an arena of its own.
struct setting {
	struct arena *mem;
	struct client_site *site;
};

static struct client_answer ask(void **state, struct str bytes)
{
	const struct setting *setting = *state;

	return client_send(setting->mem, setting->site, bytes);
}

static int64_t handled(void **state)
{
	return ((const struct setting *)*state)->site->shared->handled;
}

#define HOST "Host: a.example\r\n"

static void a_page_is_answered_with_careful_headers(void **state)
{
	struct client_answer answer = ask(state, S("GET /fr/ HTTP/1.1\r\n" HOST "\r\n"));

	assert_int_equal(answer.status, 200);
	assert_false(answer.closed);
	IS(client_body(answer), "/fr/ of a.example");
	IS(client_header(answer, S("Content-Type")), "text/html; charset=utf-8");
	IS(client_header(answer, S("X-Content-Type-Options")), "nosniff");
	IS(client_header(answer, S("Referrer-Policy")), "same-origin");
	IS(client_header(answer, S("Cache-Control")), "no-cache");
	IS(client_header(answer, S("Vary")), "Accept-Encoding");
	assert_true(str_starts(client_header(answer, S("Content-Security-Policy")),
		S("default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';")));
	assert_true(client_header(answer, S("Date")).n > 0);
}

static void head_has_the_head_of_get(void **state)
{
	struct client_answer get = ask(state, S("GET /page HTTP/1.1\r\n" HOST "\r\n"));
	struct client_answer head = ask(state, S("HEAD /page HTTP/1.1\r\n" HOST "\r\n"));

	assert_int_equal(head.status, 200);
	assert_int_equal(client_body(head).n, 0);
	IS(client_header(head, S("Content-Length")), "20000");
	assert_true(str_eq(client_header(head, S("ETag")), client_header(get, S("ETag"))));
}

static void a_page_is_made_once_until_something_changes(void **state)
{
	struct client_site *site = ((const struct setting *)*state)->site;
	struct str request = S("GET /kept HTTP/1.1\r\n" HOST "\r\n");
	int64_t before = handled(state);

	for (int i = 0; i < 3; i++)
		IS(client_body(ask(state, request)), "/kept of a.example");
	assert_int_equal(handled(state), before + 1);
	site->shared->version++;
	ask(state, request);
	assert_int_equal(handled(state), before + 2);
}

static void another_host_gets_a_page_of_its_own(void **state)
{
	IS(client_body(ask(state, S("GET /h HTTP/1.1\r\nHost: a\r\n\r\n"))), "/h of a");
	IS(client_body(ask(state, S("GET /h HTTP/1.1\r\nHost: b\r\n\r\n"))), "/h of b");
}

static void private_pages_and_requests_with_cookies_are_not_kept(void **state)
{
	struct str secret = S("GET /secret HTTP/1.1\r\n" HOST "Cookie: me\r\n\r\n");
	struct str with_cookie = S("GET /c HTTP/1.1\r\n" HOST "Cookie: me\r\n\r\n");
	int64_t before = handled(state);
	struct client_answer answer = ask(state, secret);

	IS(client_body(answer), "cookie me");
	IS(client_header(answer, S("Cache-Control")), "no-store");
	IS(client_header(answer, S("ETag")), "");
	ask(state, secret);
	ask(state, with_cookie);
	ask(state, with_cookie);
	assert_int_equal(handled(state), before + 4);
}

static void an_unchanged_page_is_not_sent_again(void **state)
{
	const struct setting *setting = *state;
	struct client_answer first = ask(state, S("GET /page HTTP/1.1\r\n" HOST "\r\n"));
	struct client_answer again = ask(state,
		str_format(setting->mem,
			"GET /page HTTP/1.1\r\n" HOST "If-None-Match: \"x\", %" PRIstr "\r\n\r\n",
			STR(client_header(first, S("ETag")))));

	assert_int_equal(again.status, 304);
	assert_int_equal(client_body(again).n, 0);
	assert_true(str_eq(client_header(again, S("ETag")), client_header(first, S("ETag"))));
	IS(client_header(again, S("Vary")), "Accept-Encoding");
}

static void long_texts_are_compressed_for_those_who_take_it(void **state)
{
	struct client_answer plain = ask(state, S("GET /page HTTP/1.1\r\n" HOST "\r\n"));
	struct client_answer packed = ask(
		state, S("GET /page HTTP/1.1\r\n" HOST "Accept-Encoding: br, gzip\r\n\r\n"));
	struct client_answer short_one = ask(
		state, S("GET /x HTTP/1.1\r\n" HOST "Accept-Encoding: gzip\r\n\r\n"));

	IS(client_header(plain, S("Content-Encoding")), "");
	IS(client_header(packed, S("Content-Encoding")), "gzip");
	IS(client_body(packed), "packed 20000");
	assert_false(str_eq(client_header(plain, S("ETag")), client_header(packed, S("ETag"))));
	IS(client_header(short_one, S("Content-Encoding")), "");
}

static void a_form_arrives_whole(void **state)
{
	const struct setting *setting = *state;
	enum { N = 300000 };
	char *body = arena_alloc(setting->mem, N);
	struct str head = S("POST / HTTP/1.1\r\n" HOST "Content-Length: 300000\r\n\r\n");

	IS(client_body(ask(state, str_join(setting->mem, head, (struct str){body, N}))),
		"300000 bytes");
	IS(client_body(ask(state, S("POST / HTTP/1.1\r\n" HOST "Content-Length: 0\r\n\r\n"))),
		"0 bytes");
}

static void bodies_of_put_and_patch_arrive_and_delete_has_none(void **state)
{
	const struct setting *setting = *state;
	const struct str methods[] = {S("PUT"), S("PATCH")};

	for (size_t i = 0; i < 2; i++) {
		struct client_answer answer = ask(state,
			str_format(setting->mem,
				"%" PRIstr " / HTTP/1.1\r\n" HOST "Content-Length: 3\r\n\r\nabc",
				STR(methods[i])));
		assert_true(str_eq(client_body(answer),
			str_format(setting->mem, "3 bytes, %" PRIstr, STR(methods[i]))));
	}
	IS(client_body(ask(state, S("DELETE / HTTP/1.1\r\n" HOST "\r\n"))), "0 bytes, DELETE");
}

static void an_answer_with_a_tag_of_its_own_is_sent_as_it_is(void **state)
{
	struct client_answer first = ask(
		state, S("GET /tagged HTTP/1.1\r\n" HOST "Accept-Encoding: gzip\r\n\r\n"));
	struct client_answer again = ask(
		state, S("GET /tagged HTTP/1.1\r\n" HOST "If-None-Match: \"7.a\"\r\n\r\n"));

	IS(client_header(first, S("ETag")), "\"7.a\"");
	IS(client_header(first, S("Cache-Control")), "no-store");
	IS(client_header(first, S("Content-Encoding")), "");
	assert_int_equal(again.status, 304);
	assert_int_equal(client_body(again).n, 0);
}

static void a_target_may_take_longer_bodies(void **state)
{
	const struct setting *setting = *state;
	struct arena *mem = setting->mem;
	size_t n = 2 * (size_t)HTTP_BODY_MAX;
	struct str body = {arena_alloc(mem, n), n};
	struct str fits = str_format(
		mem, "POST /upload?a HTTP/1.1\r\n" HOST "Content-Length: %zu\r\n\r\n", n);
	struct str longer = str_format(
		mem, "POST /upload?a HTTP/1.1\r\n" HOST "Content-Length: %zu\r\n\r\n", n + 1);

	// More often than there are places for long bodies: each is given back.
	for (int i = 0; i <= HTTP_LARGE_MAX; i++)
		IS(client_body(ask(state, str_join(mem, fits, body))), "2097152 bytes");
	assert_int_equal(ask(state, longer).status, 413);
}

static void requests_follow_each_other_on_one_connection(void **state)
{
	struct client_answer answer = ask(state,
		S("POST / HTTP/1.1\r\n" HOST "Content-Length: 3\r\n\r\nabc"
		  "GET /second HTTP/1.1\r\n" HOST "\r\n"));

	HAS(answer.bytes, "3 bytes");
	HAS(answer.bytes, "/second of a.example");
}

static void an_attachment_has_a_name(void **state)
{
	struct client_answer answer = ask(state, S("GET /file HTTP/1.1\r\n" HOST "\r\n"));

	IS(client_header(answer, S("Content-Disposition")), "attachment; filename=\"a.csv\"");
}

// Requests that must be answered with this status (0: without any answer) and a closed connection.
struct refused {
	int status;
	struct str bytes;
};

static const struct refused refused[] = {
	{400, S_INIT("GET / HTTP/1.1\r\n" HOST HOST "\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\n\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\nHost:\r\n\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\nHost : a\r\n\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\n" HOST "Content-Length: 3\r\n\r\nabc")},
	{400,
		S_INIT("POST / HTTP/1.1\r\n" HOST
		       "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc")},
	{400,
		S_INIT("POST / HTTP/1.1\r\n" HOST
		       "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc")},
	{400,
		S_INIT("POST / HTTP/1.1\r\n" HOST
		       "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")},
	{411, S_INIT("POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")},
	{413, S_INIT("POST / HTTP/1.1\r\n" HOST "Content-Length: 1048577\r\n\r\n")},
	{400, S_INIT("GET /a\0b HTTP/1.1\r\n" HOST "\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\n" HOST "X: a\0b\r\n\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\nX: a\0b\r\n" HOST "\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\n" HOST "X\0Y: a\r\nZ: b\r\n\r\n")},
	{400, S_INIT("GET / HTTP/1.1\nHost: a\n\nGET / HTTP/1.1\r\n" HOST "\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\nX:\nHost: a\r\n\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\nX: a\rY: b\r\n" HOST "\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\n" HOST "X: a\r\r\n\r\n")},
	{400,
		S_INIT("GET / HTTP/1.1\r\n" HOST "X: a\r\n\n"
		       "GET / HTTP/1.1\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\nX: a\r\n b\r\n" HOST "\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\n" HOST "X: a\r\n\tb\r\n\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\n" HOST ": a\r\n\r\n")},
	{400, S_INIT("GET / HTTP/1.1\r\n" HOST "nonsense\r\n\r\n")},
	{400, S_INIT("GET  / HTTP/1.1\r\n" HOST "\r\n")},
	{400, S_INIT("GET /\r\n\r\n")},
	{400, S_INIT("GET /%zz HTTP/1.1\r\n" HOST "\r\n")},
	{400, S_INIT("GET /%ff HTTP/1.1\r\n" HOST "\r\n")},
	{400, S_INIT("G@T / HTTP/1.1\r\n" HOST "\r\n")},
	{505, S_INIT("GET / HTTP/2.0\r\n" HOST "\r\n")},
	{400, S_INIT("DELETE / HTTP/1.1\r\n" HOST "Content-Length: 3\r\n\r\nabc")},
	{405, S_INIT("MOVE / HTTP/1.1\r\n" HOST "Content-Length: 3\r\n\r\nabc")},
};

static void what_could_be_read_in_two_ways_is_refused(void **state)
{
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct client_answer answer = ask(state, refused[i].bytes);
		if (answer.status != refused[i].status || !answer.closed)
			fail_msg("request %zu (%.40s): %d, %s", i, refused[i].bytes.p,
				answer.status, answer.closed ? "closed" : "left open");
	}
}

static void heads_that_are_too_large_are_refused(void **state)
{
	struct arena *mem = ((const struct setting *)*state)->mem;
	struct str many = S("GET / HTTP/1.1\r\n" HOST), url = S("/");

	for (int i = 0; i < 200; i++)
		many = str_join(mem, many, S("X: y\r\n"));
	assert_int_equal(ask(state, str_join(mem, many, S("\r\n"))).status, 431);
	for (int i = 0; i < 14; i++)
		url = str_join(mem, url, url);
	assert_int_equal(
		ask(state, str_format(mem, "GET %" PRIstr " HTTP/1.1\r\n" HOST "\r\n", STR(url)))
			.status,
		414);
}

static void a_busy_port_is_a_sentence(void **state)
{
	const struct setting *setting = *state;
	struct http_config config = {.address = S("127.0.0.1"), .port = setting->site->port};
	struct err err;

	assert_false(http_serve(&config, NULL, &err));
	assert_int_equal(err.kind, ERR_IO);
	HAS(str_c(err.msg), "is in use by another program");
	config.address = S("192.0.2.1");
	assert_false(http_serve(&config, NULL, &err));
	HAS(str_c(err.msg), "not an address of this machine");
	config.address = S("localhost");
	assert_false(http_serve(&config, NULL, &err));
}

static int set(void **state)
{
	struct client_site *site = *state;
	struct arena *mem = arena_new(CHECK_MEMORY);
	struct setting *setting = NEW(mem, struct setting);

	*setting = (struct setting){mem, site};
	*state = setting;
	return 0;
}

static int clear(void **state)
{
	struct setting *setting = *state;
	struct client_site *site = setting->site;

	arena_free(setting->mem);
	*state = site;
	return 0;
}

#define SITE_TEST(f) cmocka_unit_test_prestate_setup_teardown(f, set, clear, site)

int http_tests(void)
{
	struct client_site running = client_start(), *site = &running;
	const struct CMUnitTest tests[] = {
		SITE_TEST(a_page_is_answered_with_careful_headers),
		SITE_TEST(head_has_the_head_of_get),
		SITE_TEST(a_page_is_made_once_until_something_changes),
		SITE_TEST(another_host_gets_a_page_of_its_own),
		SITE_TEST(private_pages_and_requests_with_cookies_are_not_kept),
		SITE_TEST(an_unchanged_page_is_not_sent_again),
		SITE_TEST(long_texts_are_compressed_for_those_who_take_it),
		SITE_TEST(a_form_arrives_whole),
		SITE_TEST(bodies_of_put_and_patch_arrive_and_delete_has_none),
		SITE_TEST(an_answer_with_a_tag_of_its_own_is_sent_as_it_is),
		SITE_TEST(a_target_may_take_longer_bodies),
		SITE_TEST(requests_follow_each_other_on_one_connection),
		SITE_TEST(an_attachment_has_a_name),
		SITE_TEST(what_could_be_read_in_two_ways_is_refused),
		SITE_TEST(heads_that_are_too_large_are_refused),
		SITE_TEST(a_busy_port_is_a_sentence),
	};
	int failed = cmocka_run_group_tests_name("http", tests, NULL, NULL);

	return failed + (client_stop(&running) != 0);
}
