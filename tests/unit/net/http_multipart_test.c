// SPDX-License-Identifier: EUPL-1.2
// http_multipart_test — the promises of net/http_multipart.h.
#include "net/http_multipart.h"

#include "base/buf.h"
#include "check.h"
#include "tests.h"

#define TYPE S("multipart/form-data; boundary=xyz")
#define FIELD "--xyz\r\nContent-Disposition: form-data; name="

struct taken {
	bool done;
	struct http_form form;
	struct http_files files;
	struct err err;
};

static struct taken take_typed(struct arena *mem, struct str type, struct str body)
{
	struct http_request request = {.method = HTTP_POST, .body = body, .body_type = type};
	struct taken t = {.done = false};

	t.done = http_read_multipart(mem, &request, &t.form, &t.files, &t.err);
	return t;
}

static struct taken take(struct arena *mem, struct str body)
{
	return take_typed(mem, TYPE, body);
}

static void fields_and_files_come_apart(void **state)
{
	struct taken t = take(*state,
		S(FIELD "\"csrf\"\r\n\r\nabc\r\n" FIELD "\"file\"; filename=\"liste.csv\"\r\n"
			"Content-Type: text/csv\r\n\r\na,b\r\n1,\0\xff\r\n" FIELD
			"\"words\"\r\n\r\nété\r\n--xyz--\r\n"));

	assert_true(t.done);
	assert_int_equal(t.form.n, 2);
	IS(http_form_value(&t.form, S("csrf")), "abc");
	IS(http_form_value(&t.form, S("words")), "été");
	const struct http_file *file = http_file_named(&t.files, S("file"));
	assert_non_null(file);
	IS(file->filename, "liste.csv");
	IS(file->type, "text/csv");
	IS(file->bytes, "a,b\r\n1,\0\xff");
	assert_null(http_file_named(&t.files, S("csrf")));
}

static void an_empty_field_is_there_and_an_empty_file_control_is_not(void **state)
{
	struct taken t = take(*state,
		S(FIELD "a\r\n\r\n\r\n" FIELD "\"f\"; filename=\"\"\r\n"
			"Content-Type: application/octet-stream\r\n\r\n\r\n--xyz--"));

	assert_true(t.done);
	assert_int_equal(t.form.n, 1);
	IS(t.form.p[0].name, "a");
	IS(t.form.p[0].value, "");
	assert_int_equal(t.files.n, 0);
}

static void a_file_without_bytes_is_a_file(void **state)
{
	struct taken t = take(
		*state, S(FIELD "\"f\"; filename=\"none.txt\"\r\n\r\n\r\n--xyz--\r\n"));

	assert_true(t.done);
	assert_int_equal(t.files.n, 1);
	assert_int_equal(t.files.p[0].bytes.n, 0);
}

static void the_name_of_a_file_loses_folders_and_controls(void **state)
{
	static const struct {
		struct str sent, shown;
	} names[] = {
		{S_INIT("../../etc/passwd"), S_INIT("passwd")},
		{S_INIT("C:\\Users\\me\\liste.csv"), S_INIT("liste.csv")},
		{S_INIT("a%22b%0D%0Ac.csv"), S_INIT("a\"bc.csv")},
		{S_INIT("a\\\"b.csv"), S_INIT("a\"b.csv")},
		{S_INIT("قائمة.csv"), S_INIT("قائمة.csv")},
		{S_INIT("50%25.csv"), S_INIT("50%25.csv")},
		{S_INIT("/"), S_INIT("file")},
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct taken t = take(*state,
			str_format(*state,
				FIELD "\"f\"; filename=\"%" PRIstr "\"\r\n\r\nx\r\n--xyz--\r\n",
				STR(names[i].sent)));
		assert_true(t.done);
		assert_true(str_eq(t.files.p[0].filename, names[i].shown));
	}
}

static void a_boundary_inside_a_file_is_only_one_at_the_start_of_a_line(void **state)
{
	struct taken t = take(
		*state, S(FIELD "\"f\"; filename=\"a\"\r\n\r\nx--xyz\r\n-\r\n--xy\r\n--xyz--\r\n"));

	assert_true(t.done);
	IS(t.files.p[0].bytes, "x--xyz\r\n-\r\n--xy");
}

static void the_boundary_may_be_quoted(void **state)
{
	struct str body = S(
		"--a b:c\r\nContent-Disposition: form-data; name=x\r\n\r\n1\r\n--a b:c--");

	assert_true(take_typed(
		*state, S("Multipart/Form-Data; charset=utf-8; boundary=\"a b:c\""), body)
			    .done);
	assert_false(take_typed(*state, S("multipart/form-data"), body).done);
	assert_false(take_typed(*state, S("multipart/form-data; boundary=\"a b:c"), body).done);
	assert_false(
		take_typed(*state, S("multipart/form-data; boundary=a; boundary=b"), body).done);
	assert_false(take_typed(*state, S("multipart/mixed; boundary=\"a b:c\""), body).done);
}

static void what_can_be_read_in_two_ways_is_refused(void **state)
{
	static const struct str wrong[] = {
		S_INIT(""),
		S_INIT("preamble\r\n" FIELD "a\r\n\r\n1\r\n--xyz--"),
		S_INIT(FIELD "a\r\n\r\n1\r\n"),
		S_INIT(FIELD "a\r\n\r\n1\r\n--xyz"),
		S_INIT(FIELD "a\r\n\r\n1\r\n--xyzz--"),
		S_INIT(FIELD "a\r\n\r\n1\r\n--xyz--\r\nmore"),
		S_INIT(FIELD "a\n\n1\n--xyz--"),
		S_INIT(FIELD "a; name=b\r\n\r\n1\r\n--xyz--"),
		S_INIT(FIELD "a; filename=b; filename=c\r\n\r\n1\r\n--xyz--"),
		S_INIT(FIELD "\"a\r\n\r\n1\r\n--xyz--"),
		S_INIT(FIELD "a\r\nContent-Disposition: form-data; name=b\r\n\r\n1\r\n--xyz--"),
		S_INIT(FIELD "a\r\nContent-Transfer-Encoding: base64\r\n\r\nMQ==\r\n--xyz--"),
		S_INIT(FIELD "a\r\n folded: x\r\n\r\n1\r\n--xyz--"),
		S_INIT("--xyz\r\nContent-Type: text/plain\r\n\r\n1\r\n--xyz--"),
		S_INIT("--xyz\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--xyz--"),
		S_INIT(FIELD "a\r\n\r\n\xff\r\n--xyz--"),
		S_INIT(FIELD "a\r\n\r\n\0\r\n--xyz--"),
		S_INIT(FIELD "\"\xff\"; filename=b\r\n\r\n1\r\n--xyz--"),
	};

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct taken t = take(*state, wrong[i]);
		assert_false(t.done);
		assert_int_equal(t.err.kind, ERR_INPUT);
	}
}

static void there_is_an_end_to_fields_files_and_heads(void **state)
{
	struct arena *mem = *state;
	struct buf fields = buf_new(mem, 8 * 1024 * 1024), files = buf_new(mem, 1024 * 1024);
	struct buf heads = buf_new(mem, 64 * 1024);

	for (int i = 0; i <= HTTP_FORM_MAX; i++)
		buf_add(&fields, S(FIELD "a\r\n\r\n1\r\n"));
	buf_add(&fields, S("--xyz--"));
	for (int i = 0; i <= HTTP_FILES_MAX; i++)
		buf_add(&files, S(FIELD "a; filename=b\r\n\r\n1\r\n"));
	buf_add(&files, S("--xyz--"));
	buf_add(&heads, S("--xyz\r\n"));
	for (int i = 0; i < 20; i++)
		buf_add(&heads, S("X: y\r\n"));
	assert_int_equal(take(mem, buf_str(&fields)).err.kind, ERR_LIMIT);
	assert_int_equal(take(mem, buf_str(&files)).err.kind, ERR_LIMIT);
	assert_int_equal(take(mem, buf_str(&heads)).err.kind, ERR_LIMIT);
}

int http_multipart_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(fields_and_files_come_apart),
		TEST(an_empty_field_is_there_and_an_empty_file_control_is_not),
		TEST(a_file_without_bytes_is_a_file),
		TEST(the_name_of_a_file_loses_folders_and_controls),
		TEST(a_boundary_inside_a_file_is_only_one_at_the_start_of_a_line),
		TEST(the_boundary_may_be_quoted),
		TEST(what_can_be_read_in_two_ways_is_refused),
		TEST(there_is_an_end_to_fields_files_and_heads),
	};

	return cmocka_run_group_tests_name("http_multipart", tests, NULL, NULL);
}
