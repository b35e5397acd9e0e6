// SPDX-License-Identifier: EUPL-1.2
// mail_text_test — mails as other programs read them.
#include "format/mail_text.h"

#include "check.h"
#include "tests.h"

static struct mail_text some_mail(void)
{
	return (struct mail_text){.id = S("mail-1-2@portal.example"),
		.from = S("desk@portal.example"),
		.to = S("anna@example.org"),
		.subject = S("Your account"),
		.body = S("Dear Anna,\n\nwelcome.\n"),
		.language = S("en"),
		.at = 1795492320};
}

static bool has(struct str text, struct str line)
{
	return str_find(text, line, 0) != STR_NONE;
}

static void a_mail_has_each_header_once_and_its_body_encoded(void **state)
{
	struct arena *mem = *state;
	struct mail_text mail = some_mail();
	struct str text = mail_text_write(mem, &mail);

	IS(text,
		"Date: Tue, 24 Nov 2026 03:52:00 +0000\r\n"
		"Message-ID: <mail-1-2@portal.example>\r\n"
		"From: <desk@portal.example>\r\n"
		"To: <anna@example.org>\r\n"
		"Subject: Your account\r\n"
		"Content-Language: en\r\n"
		"Auto-Submitted: auto-generated\r\n"
		"MIME-Version: 1.0\r\n"
		"Content-Type: text/plain; charset=utf-8\r\n"
		"Content-Transfer-Encoding: base64\r\n"
		"\r\n"
		"RGVhciBBbm5hLA0KDQp3ZWxjb21lLg0K\r\n");
}

static void no_value_begins_a_header_of_its_own(void **state)
{
	struct arena *mem = *state;
	struct mail_text mail = some_mail();

	mail.subject = S("Hello\r\nBcc: all@example.org");
	mail.to = S("anna@example.org>\r\nBcc: <all@example.org");
	mail.language = S("en\nX: y");
	struct str text = mail_text_write(mem, &mail);
	assert_false(has(text, S("\nBcc")));
	assert_false(has(text, S("\nX")));
	assert_true(has(text, S("Subject: =?UTF-8?B?SGVsbG8NCkJjYzogYWxsQGV4YW1wbGUub3Jn?=\r\n")));
}

static void a_long_subject_is_cut_between_characters(void **state)
{
	struct arena *mem = *state;
	struct mail_text mail = some_mail();

	// Forty letters of two bytes: 45 bytes would cut one of them.
	mail.subject = S("éééééééééééééééééééééééééééééééééééééééé");
	struct str text = mail_text_write(mem, &mail);
	// The first word holds 22 letters, 44 bytes.
	size_t begin = str_find(text, S("=?UTF-8?B?"), 0);
	size_t end = str_find(text, S("?=\r\n ="), begin);
	assert_int_equal(end - begin, 10 + 60);
	assert_true(has(text, S("?=\r\n =?UTF-8?B?w6nDqc")));
}

static void a_subject_that_looks_encoded_is_encoded(void **state)
{
	struct arena *mem = *state;
	struct mail_text mail = some_mail();

	mail.subject = S("=?UTF-8?B?QQ==?=");
	assert_true(has(
		mail_text_write(mem, &mail), S("Subject: =?UTF-8?B?PT9VVEYtOD9CP1FRPT0/PQ==?=")));
}

int mail_text_tests(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(a_mail_has_each_header_once_and_its_body_encoded),
		TEST(no_value_begins_a_header_of_its_own),
		TEST(a_long_subject_is_cut_between_characters),
		TEST(a_subject_that_looks_encoded_is_encoded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
