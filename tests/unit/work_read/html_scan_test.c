// SPDX-License-Identifier: EUPL-1.2
// html_scan_test — HTML as pieces: what is text, what breaks it, where it stands.
#include "format/html_scan.h"

#include "check.h"
#include "base/buf.h"
#include "tests.h"

// All text of a page with '|' for breaks.
static struct str pieces_of(struct arena *mem, struct str page)
{
	struct buf b = buf_new(mem, 100000);
	struct html_scan scan = html_scan_new(page);
	struct html_piece piece;

	for (html_scan_next(&scan, &piece); piece.kind != HTML_END; html_scan_next(&scan, &piece)) {
		if (piece.kind == HTML_BREAK)
			buf_add_char(&b, '|');
		else
			buf_add(&b, piece.bytes);
	}
	return buf_str(&b);
}

static void blocks_break_the_text_and_inline_elements_do_not(void **state)
{
	IS(pieces_of(*state, S("<p>one <b>two</b></p><div>three<br>four</div>")),
		"|one two||three|four|");
}

static void scripts_styles_and_comments_are_no_text(void **state)
{
	IS(pieces_of(
		   *state, S("a<script>if (1 < 2) b()</script><!-- <p>no -->c<style>p{}</style>")),
		"ac");
}

static void references_are_decoded_and_unknown_ones_stay(void **state)
{
	IS(pieces_of(*state, S("C&ocirc;te d&rsquo;Ivoire &#233;&#xe9; &#150; R&D &nosuch; &amp;")),
		"Côte d’Ivoire éé – R&D &nosuch; &");
}

static void a_piece_tells_which_bytes_it_covers(void **state)
{
	(void)state;
	struct html_scan scan = html_scan_new(S("<i>a&eacute;</i>"));
	struct html_piece piece;

	html_scan_next(&scan, &piece);
	assert_int_equal(piece.source, 3);
	assert_int_equal(piece.source_n, 1);
	html_scan_next(&scan, &piece);
	assert_int_equal(piece.kind, HTML_ENTITY);
	assert_int_equal(piece.source, 4);
	assert_int_equal(piece.source_n, 8);
	IS(piece.bytes, "é");
}

static void what_opens_no_tag_is_text(void **state)
{
	IS(pieces_of(*state, S("3 < 4 and 5 > 2 <")), "3 < 4 and 5 > 2 <");
}

static void an_attribute_may_hold_the_end_of_a_tag(void **state)
{
	IS(pieces_of(*state, S("<a title=\"x > y\" href=z>text</a>")), "text");
}

static void what_is_never_closed_ends_with_the_page(void **state)
{
	IS(pieces_of(*state, S("<p>a<!-- never closed")), "|a");
	IS(pieces_of(*state, S("<p>a<script>never closed")), "|a");
	IS(pieces_of(*state, S("<p>a<b title=\"never")), "|a");
}

static void menus_and_footers_stand_aside(void **state)
{
	(void)state;
	struct html_scan scan = html_scan_new(S("<nav><p>menu</p></nav><p>text"));
	struct html_piece piece;
	bool aside[8] = {0};
	size_t n = 0;

	for (html_scan_next(&scan, &piece); piece.kind != HTML_END; html_scan_next(&scan, &piece))
		if (piece.kind == HTML_BREAK)
			aside[n++] = piece.block.is_aside;
	assert_int_equal(n, 5);
	assert_true(aside[0] && aside[1] && aside[2] && !aside[3] && !aside[4]);
}

// Of each run of text, in a row: '-' when it stands around the matter of the page, '+' when not.
static struct str around_of(struct arena *mem, struct str page)
{
	struct buf b = buf_new(mem, 1000);
	struct html_scan scan = html_scan_new(page);
	struct html_block block = {0};
	struct html_piece piece;

	for (html_scan_next(&scan, &piece); piece.kind != HTML_END; html_scan_next(&scan, &piece)) {
		if (piece.kind == HTML_BREAK)
			block = piece.block;
		else
			buf_add_char(&b, block.is_aside ? '-' : '+');
	}
	return buf_str(&b);
}

static void roles_and_classes_tell_what_is_around(void **state)
{
	IS(around_of(*state, S("<div role=navigation><p>a</p></div><p>b</p>")), "-+");
	IS(around_of(*state, S("<div class='x cookie-banner'><div>a</div><p>b</p></div><p>c")),
		"--+");
	IS(around_of(*state, S("<ul id=\"main-menu\"><li>a</ul><p>b</p>")), "-+");
	IS(around_of(*state, S("<div class=\"with-sidebar\"><p>a</p></div>")), "+");
	IS(around_of(*state, S("<p class=menuisier>a</p>")), "+");
}

static void what_is_never_closed_ends_before_the_matter(void **state)
{
	IS(around_of(*state, S("<div class=menu><p>a<main><p>b</p></main>")), "-+");
	IS(around_of(*state, S("<nav><p>a<article><p>b")), "-+");
}

static void the_heading_in_a_header_is_of_the_page(void **state)
{
	IS(around_of(*state, S("<header><p>a</p><h1>b</h1><p>c</p></header><p>d</p>")), "-+-+");
}

static void a_link_is_told(void **state)
{
	(void)state;
	struct html_scan scan = html_scan_new(S("<a href=x>a</a>b"));
	struct html_piece piece;

	html_scan_next(&scan, &piece);
	assert_true(piece.in_link);
	html_scan_next(&scan, &piece);
	assert_false(piece.in_link);
}

static void a_page_gives_its_own_address(void **state)
{
	(void)state;
	IS(html_scan_canonical(S("<head><link rel='x' href='/a'><link href='/b/25-togo-ii' rel="
				 "\"canonical\"></head>")),
		"/b/25-togo-ii");
	IS(html_scan_canonical(S("<head><link rel=stylesheet href=a></head>")), "");
}

static void plain_text_is_told_from_html(void **state)
{
	(void)state;
	assert_true(html_scan_is_html(S("<!DOCTYPE html><p>x")));
	assert_true(html_scan_is_html(S("<h2>Togo</h2>\n<p>Objective")));
	assert_false(html_scan_is_html(S("Togo: a < b and <c>")));
}

int html_scan_tests(void)
{
	const struct CMUnitTest tests[] = {
		TEST(blocks_break_the_text_and_inline_elements_do_not),
		TEST(scripts_styles_and_comments_are_no_text),
		TEST(references_are_decoded_and_unknown_ones_stay),
		TEST(a_piece_tells_which_bytes_it_covers),
		TEST(what_opens_no_tag_is_text),
		TEST(an_attribute_may_hold_the_end_of_a_tag),
		TEST(what_is_never_closed_ends_with_the_page),
		TEST(menus_and_footers_stand_aside),
		TEST(roles_and_classes_tell_what_is_around),
		TEST(what_is_never_closed_ends_before_the_matter),
		TEST(the_heading_in_a_header_is_of_the_page),
		TEST(a_link_is_told),
		TEST(a_page_gives_its_own_address),
		TEST(plain_text_is_told_from_html),
	};
	return cmocka_run_group_tests_name("html_scan", tests, NULL, NULL);
}
