// SPDX-License-Identifier: EUPL-1.2
// json_read_test — the promises of format/json_read.h.
#include "format/json_read.h"

#include "base/out.h"
#include "check.h"
#include "tests.h"

static const struct json_node *good(struct arena *mem, struct str text)
{
	const struct json_node *root = NULL;
	struct err err = {0};

	if (!json_read(mem, text, &root, &err))
		fail_msg("%s", err.msg);
	return root;
}

static void values_are_told_in_the_order_in_which_they_came(void **state)
{
	const struct json_node *root = good(
		*state, S("{\"b\":\"\\u00e9\",\"a\":[-7,true,false,null,1.5],\"c\":{\"d\":{}}}"));
	const struct json_node *at = root->child;

	IS(at->name, "b");
	IS(at->text, "é");
	at = at->next;
	IS(at->name, "a");
	const enum json_type types[] = {
		JSON_READ_INT, JSON_READ_BOOL, JSON_READ_BOOL, JSON_READ_NULL, JSON_READ_REAL};
	const struct json_node *item = at->child;
	assert_int_equal(item->number, -7);
	assert_int_equal(item->next->number, 1);
	for (size_t i = 0; i < sizeof types / sizeof *types; i++, item = item->next)
		assert_int_equal(item->type, types[i]);
	assert_null(item);
	assert_int_equal(
		json_read_member(json_read_member(root, S("c")), S("d"))->type, JSON_READ_OBJECT);
	assert_null(json_read_member(root, S("e")));
	assert_null(json_read_member(at, S("e")));
	assert_null(json_read_member(NULL, S("e")));
}

static void what_can_be_read_in_two_ways_is_refused(void **state)
{
	const struct str wrong[] = {S(""), S("7"), S("{"), S("{} {}"), S("{\"a\":1,\"a\":1}"),
		S("{\"a\":01}"), S("{\"a\":1e999}"), S("{\"a\":9223372036854775808}"),
		S("{\"a\":\"\xff\"}"), S("{\"a\":\"\\ud800\"}"), S("{\"a\":\"\\u0000\"}"),
		S("{'a':1}"), S("{\"a\":1,}"), S("[NaN]"), S("// x\n[]"), S("\xef\xbb\xbf[]")};

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		const struct json_node *root;
		struct err err = {0};
		if (json_read(*state, wrong[i], &root, &err))
			fail_msg("%" PRIstr " is taken", STR(wrong[i]));
		assert_int_equal(err.kind, ERR_INPUT);
	}
}

static void what_is_too_deep_or_too_much_is_refused(void **state)
{
	const struct json_node *root;
	struct err err = {0};
	struct out many = out_memory(*state, 1000 * 1000);

	good(*state, S("[[[[[[[[1]]]]]]]]"));
	assert_false(json_read(*state, S("[[[[[[[[[1]]]]]]]]]"), &root, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
	out_char(&many, '[');
	for (int i = 0; i < JSON_READ_NODE_MAX; i++)
		out_write(&many, S("0,"));
	out_write(&many, S("0]"));
	assert_false(json_read(*state, out_str(&many), &root, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
}

int json_read_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values_are_told_in_the_order_in_which_they_came),
		TEST(what_can_be_read_in_two_ways_is_refused),
		TEST(what_is_too_deep_or_too_much_is_refused),
	};

	return cmocka_run_group_tests_name("json_read", tests, NULL, NULL);
}
