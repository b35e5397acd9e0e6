// SPDX-License-Identifier: EUPL-1.2
// smtp_test — which mail servers can be named; sending is tested by tests/http/mail.py.
#include "net/smtp.h"

#include "check.h"
#include "tests.h"

static void a_mail_server_is_a_scheme_and_a_host(void **state)
{
	static const char *const good[] = {
		"smtp://localhost", "smtps://mail.example:465", "smtp://[::1]:25"};
	static const char *const wrong[] = {"", "localhost:25", "http://x", "smtp://", "smtp://:25",
		"smtp://user:secret@host", "smtp://host/path", "smtp://a b", "smtp://a\r\nb",
		"smtp://h?x"};
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(smtp_check_url(str_c(good[i]), &err));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(smtp_check_url(str_c(wrong[i]), &err));
}

static void a_server_that_is_not_there_is_tried_later(void **state)
{
	struct smtp_server server = {.url = S("smtp://127.0.0.1:1")};
	struct smtp_mail mail = {S("a@example.org"), S("b@example.org"), S("x\r\n")};
	struct smtp_result result = smtp_send(*state, &server, &mail);

	assert_int_equal(result.end, SMTP_LATER);
	assert_true(result.why.n > 0);
}

int smtp_tests(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(a_mail_server_is_a_scheme_and_a_host),
		TEST(a_server_that_is_not_there_is_tried_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
