// SPDX-License-Identifier: EUPL-1.2
// svg_test — the promises of format/svg.h.
#include "format/svg.h"

#include <math.h>

#include "check.h"
#include "tests.h"

static void a_drawing_is_written_element_by_element(void **state)
{
	struct svg svg = svg_new(*state, 10000);

	svg_begin(&svg, "svg");
	svg_attr(&svg, "class", S("strip"));
	svg_attr(&svg, "viewBox", S("0 0 100 16"));
	svg_begin(&svg, "g");
	svg_circle(&svg, S("held"), 50, 8, 2.25);
	svg_path(&svg, S("land"), S("m1 2h3v4z"));
	svg_text(&svg, STR_EMPTY, 10, 14, S("2012"));
	svg_end(&svg);
	svg_end(&svg);
	IS(svg_html(&svg).html,
		"<svg class=\"strip\" viewBox=\"0 0 100 16\"><g>"
		"<circle class=\"held\" cx=\"50\" cy=\"8\" r=\"2.3\"/>"
		"<path class=\"land\" d=\"m1 2h3v4z\"/>"
		"<text x=\"10\" y=\"14\">2012</text>"
		"</g></svg>");
}

static void values_and_texts_are_escaped(void **state)
{
	struct svg svg = svg_new(*state, 10000);

	svg_begin(&svg, "a");
	svg_attr(&svg, "href", S("javascript:x"));
	svg_attr(&svg, "aria-label", S("\"Benin\" & Togo"));
	svg_title(&svg, S("<Mali>"));
	svg_content(&svg, S("a & b"));
	svg_end(&svg);
	IS(svg_html(&svg).html,
		"<a href=\"#\" aria-label=\"&quot;Benin&quot; &amp; Togo\">"
		"<title>&lt;Mali&gt;</title>a &amp; b</a>");
}

static struct str number(struct arena *mem, double value)
{
	struct svg svg = svg_new(mem, 1000);

	svg_begin(&svg, "g");
	svg_number(&svg, "x", value);
	svg_percent(&svg, "y", value);
	svg_end(&svg);
	return svg_html(&svg).html;
}

static void numbers_are_as_short_as_they_can_be(void **state)
{
	IS(number(*state, 0), "<g x=\"0\" y=\"0%\"/>");
	IS(number(*state, 12.0), "<g x=\"12\" y=\"12%\"/>");
	IS(number(*state, 8.333), "<g x=\"8.3\" y=\"8.33%\"/>");
	IS(number(*state, 8.05), "<g x=\"8.1\" y=\"8.05%\"/>");
	IS(number(*state, 0.5), "<g x=\".5\" y=\".5%\"/>");
	IS(number(*state, -0.04), "<g x=\"0\" y=\"-.04%\"/>");
	IS(number(*state, -3.7), "<g x=\"-3.7\" y=\"-3.7%\"/>");
}

static void numbers_that_cannot_be_drawn_are_brought_within_reach(void **state)
{
	IS(number(*state, NAN), "<g x=\"0\" y=\"0%\"/>");
	IS(number(*state, -INFINITY), "<g x=\"0\" y=\"0%\"/>");
	IS(number(*state, 1e300), "<g x=\"1000000\" y=\"1000000%\"/>");
}

static void a_drawing_beyond_its_maximum_is_empty_not_broken(void **state)
{
	struct svg svg = svg_new(*state, 10);

	svg_begin(&svg, "svg");
	svg_text(&svg, STR_EMPTY, 1, 1, S("a text that is longer than that"));
	svg_end(&svg);
	IS(svg_html(&svg).html, "");
}

int svg_tests(void)
{
	const struct CMUnitTest svg[] = {
		TEST(a_drawing_is_written_element_by_element),
		TEST(values_and_texts_are_escaped),
		TEST(numbers_are_as_short_as_they_can_be),
		TEST(numbers_that_cannot_be_drawn_are_brought_within_reach),
		TEST(a_drawing_beyond_its_maximum_is_empty_not_broken),
	};

	return cmocka_run_group_tests(svg, NULL, NULL);
}
