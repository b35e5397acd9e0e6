// SPDX-License-Identifier: EUPL-1.2
// http_target_test — addresses taken apart as net/http.h promises.
#include "check.h"
#include "net/http.h"
#include "tests.h"

static struct http_request parsed(struct arena *mem, struct str target)
{
	struct http_request req = {.method = HTTP_GET};
	struct err err;

	if (!http_parse_target(mem, target, &req, &err))
		fail_msg("%s", err.msg);
	return req;
}

static enum err_kind refused(struct arena *mem, struct str target)
{
	struct http_request req;
	struct err err = {.kind = ERR_NONE};

	assert_false(http_parse_target(mem, target, &req, &err));
	return err.kind;
}

static void path_and_parameters_are_decoded(void **state)
{
	struct http_request req = parsed(
		*state, S("/fr/c%C3%B4te?q=Lom%C3%A9+visite&country=TG&country=BJ&e=&f"));

	assert_true(str_eq(req.path, S("/fr/côte")));
	assert_true(str_eq(req.query, S("q=Lom%C3%A9+visite&country=TG&country=BJ&e=&f")));
	assert_int_equal(req.param_n, 5);
	assert_true(str_eq(http_param(&req, S("q")), S("Lomé visite")));
	assert_true(str_eq(http_param(&req, S("country")), S("TG")));
	assert_true(str_eq(req.param[2].value, S("BJ")));
	assert_true(str_eq(req.param[4].name, S("f")));
	assert_int_equal(http_param(&req, S("nothing")).n, 0);
	assert_true(str_eq(parsed(*state, S("/a+b")).path, S("/a+b")));
}

static void an_origin_is_dropped(void **state)
{
	assert_true(str_eq(parsed(*state, S("http://a.example:80/fr/?x=1")).path, S("/fr/")));
	assert_true(str_eq(parsed(*state, S("http://a.example")).path, S("/")));
}

static void what_is_not_an_address_is_refused(void **state)
{
	struct str wrong[] = {S(""), S("fr"), S("*"), S("/%"), S("/%2"), S("/%zz"), S("/%00"),
		S("/%ff"), S("/%0a"), S("/?q=%00"), S("/?q=%c3"), S("/?%e9=1"), S("/%7f")};

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_int_equal(refused(*state, wrong[i]), ERR_INPUT);
	assert_true(str_eq(http_param(&(struct http_request){0}, S("q")), STR_EMPTY));
	assert_int_equal(parsed(*state, S("/?q=a%0D%0Ab%09")).param[0].value.n, 5);
}

static void addresses_have_a_size(void **state)
{
	struct arena *mem = *state;
	char *bytes = arena_alloc(mem, HTTP_URL_MAX + 1);
	struct str many = S("/?");

	for (size_t i = 0; i <= HTTP_URL_MAX; i++)
		bytes[i] = '/';
	(void)parsed(mem, (struct str){bytes, HTTP_URL_MAX});
	assert_int_equal(refused(mem, (struct str){bytes, HTTP_URL_MAX + 1}), ERR_LIMIT);
	for (int i = 0; i < HTTP_PARAM_MAX; i++)
		many = str_join(mem, many, S("a=1&"));
	assert_int_equal(parsed(mem, many).param_n, HTTP_PARAM_MAX);
	assert_int_equal(refused(mem, str_join(mem, many, S("a=1"))), ERR_INPUT);
}

int http_target_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(path_and_parameters_are_decoded),
		TEST(an_origin_is_dropped),
		TEST(what_is_not_an_address_is_refused),
		TEST(addresses_have_a_size),
	};

	return cmocka_run_group_tests_name("http_target", tests, NULL, NULL);
}
