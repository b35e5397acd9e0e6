// SPDX-License-Identifier: EUPL-1.2
// tmplc_test — a compiled template prints what its source says, escaped by place, in each language.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "sample.h"

enum { PAGE_MAX = 64 * 1024 };

static const struct sample_row rows[] = {
	{S_INIT("A & B"), S_INIT("a/b"), 3},
	{S_INIT("C"), S_INIT("c"), -4},
};

// The page in the language with that place in lang_all.
static struct str page(struct arena *mem, size_t language, const struct sample *v,
	void (*view)(struct tmpl *t, const struct sample *v))
{
	struct out *out = NEW(mem, struct out);
	*out = out_memory(mem, PAGE_MAX);
	struct tmpl t = {.mem = mem, .out = out, .lang = lang_all[language]};

	view(&t, v);
	return out_str(out);
}

static void assert_text(struct str got, const char *want)
{
	assert_int_equal(got.n, strlen(want));
	assert_memory_equal(got.p, want, got.n);
}

static void assert_holds(struct str got, struct str want)
{
	if (str_find(got, want, 0) == STR_NONE)
		fail_msg("\"%" PRIstr "\" lacks \"%" PRIstr "\"", STR(got), STR(want));
}

static void holes_are_escaped_by_their_place(void **state)
{
	SCRATCH(mem);
	struct sample v = {.title = S("<\"&\">"),
		.url = S("javascript:alert(1)"),
		.drawing = {S("<svg></svg>")}};
	struct str html = page(mem, 0, &v, sample_page);

	(void)state;
	assert_holds(html, S("<h1 title=\"&lt;&quot;&amp;&quot;&gt;\">&lt;\"&amp;\"&gt;</h1>"));
	assert_holds(html, S("<a href=\"#\">x</a>"));
	assert_holds(html, S("<svg></svg>"));
}

static void parts_of_addresses_cannot_leave_their_part(void **state)
{
	SCRATCH(mem);
	struct sample v = {
		.title = S("t"), .url = S("/"), .drawing = {S("")}, .row = rows, .row_n = 1};

	(void)state;
	assert_holds(page(mem, 0, &v, sample_page),
		S("<li><a href=\"/x/a%2Fb?n=3\">A &amp; B</a></li>"));
}

static void lines_of_tags_and_indentation_leave_nothing(void **state)
{
	SCRATCH(mem);
	struct sample v = {
		.title = S("t"), .url = S("/"), .drawing = {S("")}, .row = rows, .row_n = 2};

	(void)state;
	assert_text(page(mem, 0, &v, sample_page),
		"<h1 title=\"t\">t</h1>\n<a href=\"/\">x</a>\n\n<ul>\n"
		"<li><a href=\"/x/a%2Fb?n=3\">A &amp; B</a></li>\n"
		"<li><a href=\"/x/c?n=-4\">C</a></li>\n</ul>\n");
}

static void a_branch_not_taken_prints_nothing(void **state)
{
	SCRATCH(mem);
	struct sample v = {.title = S("t"), .url = S("/"), .drawing = {S("")}};

	(void)state;
	assert_text(page(mem, 0, &v, sample_page),
		"<h1 title=\"t\">t</h1>\n<a href=\"/\">x</a>\n\n<p>none</p>\n");
}

static void english_needs_no_catalogue(void **state)
{
	SCRATCH(mem);
	struct sample v = {.title = S("\"x\""), .row_n = 1};

	(void)state;
	assert_text(
		page(mem, 0, &v, sample_says), "<p title=\"About &quot;x&quot;\">one action</p>\n");
	v.row_n = 5;
	assert_holds(page(mem, 0, &v, sample_says), S(">5 actions<"));
}

static void translations_are_escaped_like_everything_else(void **state)
{
	SCRATCH(mem);
	struct sample v = {.title = S("\"x\""), .row_n = 1};

	(void)state;
	assert_holds(page(mem, 1, &v, sample_says), S("title=\"&lt;&quot;x&quot;&gt;\""));
}

static void plurals_follow_the_rule_of_the_language(void **state)
{
	static const struct {
		size_t n;
		struct str want;
	} cases[] = {{0, S_INIT(">zero<")}, {1, S_INIT(">one<")}, {2, S_INIT(">two<")},
		{7, S_INIT(">few 7<")}, {11, S_INIT(">many 11<")}, {100, S_INIT(">other 100<")}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		SCRATCH(mem);
		struct sample v = {.title = S("t"), .row_n = cases[i].n};
		assert_holds(page(mem, 1, &v, sample_says), cases[i].want);
	}
}

static void the_pseudo_language_marks_and_lengthens_every_text(void **state)
{
	SCRATCH(mem);
	struct sample v = {.title = S("x"), .row_n = 1};
	struct str html = page(mem, 2, &v, sample_says);

	(void)state;
	assert_true(str_eq(lang_all[2]->code, S("qps")));
	assert_holds(html, S("title=\"[Ábóút x~~~~]\""));
	assert_holds(html, S(">[óñé áçtíóñ~~~]<"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holes_are_escaped_by_their_place),
		cmocka_unit_test(parts_of_addresses_cannot_leave_their_part),
		cmocka_unit_test(lines_of_tags_and_indentation_leave_nothing),
		cmocka_unit_test(a_branch_not_taken_prints_nothing),
		cmocka_unit_test(english_needs_no_catalogue),
		cmocka_unit_test(translations_are_escaped_like_everything_else),
		cmocka_unit_test(plurals_follow_the_rule_of_the_language),
		cmocka_unit_test(the_pseudo_language_marks_and_lengthens_every_text),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
