// SPDX-License-Identifier: EUPL-1.2
// list_query_test — what the address of a desk list asks for, and the address that asks for it again.
#include "web/list_query.h"

#include "check.h"
#include "model/kind_list.h"
#include "tests.h"

enum { EVERYTHING = (1 << (FIELD_SENSITIVE + 1)) - 1 };

static struct list_query asked(
	struct arena *mem, const struct kind *kind, unsigned classes, const char *query)
{
	struct http_request request;
	struct visit v = {.mem = mem, .request = &request};
	struct record_reach reach = {.classes = classes};
	struct list_query read;
	struct err err;
	struct str url = str_format(mem, "/desk/records/%" PRIstr "%s", STR(kind->address), query);

	if (!http_parse_target(mem, url, &request, &err))
		fail_msg("%s", err.msg);
	list_query_read(&v, kind, &reach, &read);
	return read;
}

static void the_address_of_a_question_asks_the_same_again(void **state)
{
	static const char *const queries[] = {"", "?q=caf%C3%A9%20%26%20visa", "?state=planned",
		"?type=workshop&period.from=2014-03&period.to=2015&legs.country=TG",
		"?shown=behind&todo=overdue&mine=1&sort=-period&columns=title.type&page=3&view=7"};

	(void)state;
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		SCRATCH(mem);
		struct list_query query = asked(mem, &kind_activity, EVERYTHING, queries[i]);
		assert_true(str_eq(list_query_text(mem, &query), str_c(queries[i])));
	}
}

static void what_nobody_knows_is_not_asked(void **state)
{
	SCRATCH(mem);
	struct list_query query = asked(mem, &kind_activity, EVERYTHING,
		"?state=nonsense&sort=title&columns=nothing.type.type.bodies&shown=x&todo=quiet&page="
		"-1&period.from=soon&legs.place=x&view=x");

	(void)state;
	IS(list_query_text(mem, &query), "?columns=type");
	assert_false(list_query_is_narrowed(&query));
	IS(list_query_url(mem, &query), "/desk/records/activities?columns=type");
}

static void a_field_that_the_visitor_may_not_see_is_neither_choice_nor_column(void **state)
{
	SCRATCH(mem);
	struct list_query open = asked(
		mem, &kind_action, EVERYTHING, "?officer=4&columns=officer.envelope.place");
	struct list_query closed = asked(
		mem, &kind_action, 1 << FIELD_PUBLIC, "?officer=4&columns=officer.envelope.place");

	(void)state;
	IS(list_query_text(mem, &open), "?officer=4&columns=officer.envelope.place");
	IS(list_query_text(mem, &closed), "?columns=place");
}

static void columns_come_from_their_form_in_its_order(void **state)
{
	SCRATCH(mem);
	struct list_query query = asked(
		mem, &kind_action, EVERYTHING, "?c1=period&c2=&c3=place&columns=title");

	(void)state;
	IS(list_query_text(mem, &query), "?columns=period.place");
}

static bool is_reserved(struct str name)
{
	static const char *const names[] = {"q", "state", "shown", "todo", "mine", "sort",
		"columns", "page", "view", "done", "lang"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(name, str_c(names[i])))
			return true;
	return name.n == 2 && name.p[0] == 'c' && name.p[1] >= '0' && name.p[1] <= '9';
}

static void no_choice_has_the_name_of_another_parameter(void **state)
{
	(void)state;
	for (size_t i = 0; i < KIND_N; i++)
		for (size_t k = 0; k < kind_list[i]->property_n; k++) {
			const struct property *p = &kind_list[i]->property[k];
			if (p->flags & PROPERTY_FILTERED && is_reserved(p->name))
				fail_msg("%" PRIstr ".%" PRIstr, STR(kind_list[i]->name),
					STR(p->name));
		}
}

int list_query_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_address_of_a_question_asks_the_same_again),
		cmocka_unit_test(what_nobody_knows_is_not_asked),
		cmocka_unit_test(a_field_that_the_visitor_may_not_see_is_neither_choice_nor_column),
		cmocka_unit_test(columns_come_from_their_form_in_its_order),
		cmocka_unit_test(no_choice_has_the_name_of_another_parameter),
	};

	return cmocka_run_group_tests_name("list_query", tests, NULL, NULL);
}
