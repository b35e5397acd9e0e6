// SPDX-License-Identifier: EUPL-1.2
// svg — a start tag stays open for attributes until something comes inside, or it ends.
#include "format/svg.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { COORDINATE_MAX = 1000000 };

struct svg svg_new(struct arena *mem, size_t max)
{
	return (struct svg){.out = out_memory(mem, max)};
}

static void close_tag(struct svg *svg)
{
	if (svg->is_tag_open)
		out_char(&svg->out, '>');
	svg->is_tag_open = false;
}

void svg_begin(struct svg *svg, const char *element)
{
	assert(svg->depth < SVG_DEPTH_MAX);
	close_tag(svg);
	out_char(&svg->out, '<');
	out_write(&svg->out, str_c(element));
	svg->element[svg->depth++] = element;
	svg->is_tag_open = true;
}

void svg_end(struct svg *svg)
{
	assert(svg->depth > 0);
	svg->depth--;
	if (svg->is_tag_open) {
		out_write(&svg->out, S("/>"));
		svg->is_tag_open = false;
		return;
	}
	out_write(&svg->out, S("</"));
	out_write(&svg->out, str_c(svg->element[svg->depth]));
	out_char(&svg->out, '>');
}

static void begin_attr(struct svg *svg, const char *name)
{
	struct str word = str_c(name);
	char *p = out_place(&svg->out, word.n + 3);

	assert(svg->is_tag_open);
	if (!p)
		return;
	*p = ' ';
	memcpy(p + 1, word.p, word.n);
	p[1 + word.n] = '=';
	p[2 + word.n] = '"';
}

void svg_attr(struct svg *svg, const char *name, struct str value)
{
	if (!value.n)
		return;
	begin_attr(svg, name);
	if (strcmp(name, "href") == 0)
		escape_url(&svg->out, value);
	else
		escape_attr(&svg->out, value);
	out_char(&svg->out, '"');
}

// Coordinates are drawn, so one that cannot be is drawn at the edge.
static double within_reach(double value)
{
	if (!isfinite(value))
		return 0;
	if (value > COORDINATE_MAX)
		return COORDINATE_MAX;
	return value < -COORDINATE_MAX ? -COORDINATE_MAX : value;
}

enum { NUMBER_MAX = 20 };

// A number with at most so many decimals, without zeros around it: the shortest text there is.
// Written from the end of its place; answers the text.
static struct str print_number(double value, unsigned decimals, char place[static NUMBER_MAX])
{
	unsigned parts = decimals == 1 ? 10 : 100;
	double exact = within_reach(value) * parts;
	unsigned size = (unsigned)(fabs(exact) + 0.5);
	unsigned whole = size / parts, fraction = size % parts;
	char *end = place + NUMBER_MAX, *p = end;

	for (; decimals && fraction % 10 == 0; decimals--)
		fraction /= 10;
	for (; decimals; decimals--, fraction /= 10)
		*--p = (char)('0' + fraction % 10);
	if (p < end)
		*--p = '.';
	for (; whole || p == end; whole /= 10)
		*--p = (char)('0' + whole % 10);
	if (exact < 0 && size)
		*--p = '-';
	return (struct str){p, (size_t)(end - p)};
}

// A whole attribute whose value is a number and needs no escaping.
static void number_attr(struct svg *svg, const char *name, struct str number, struct str end)
{
	size_t n = strlen(name);
	char *p = out_place(&svg->out, n + number.n + end.n + 3);

	assert(svg->is_tag_open);
	if (!p)
		return;
	*p++ = ' ';
	p = mempcpy(p, name, n);
	*p++ = '=';
	*p++ = '"';
	p = mempcpy(p, number.p, number.n);
	memcpy(p, end.p, end.n);
}

void svg_number(struct svg *svg, const char *name, double value)
{
	char place[NUMBER_MAX];

	number_attr(svg, name, print_number(value, 1, place), S("\""));
}

void svg_percent(struct svg *svg, const char *name, double value)
{
	char place[NUMBER_MAX];

	number_attr(svg, name, print_number(value, 2, place), S("%\""));
}

void svg_content(struct svg *svg, struct str text)
{
	close_tag(svg);
	escape_text(&svg->out, text);
}

void svg_circle(struct svg *svg, struct str class, double x, double y, double radius)
{
	svg_begin(svg, "circle");
	svg_attr(svg, "class", class);
	svg_number(svg, "cx", x);
	svg_number(svg, "cy", y);
	svg_number(svg, "r", radius);
	svg_end(svg);
}

void svg_path(struct svg *svg, struct str class, struct str d)
{
	svg_begin(svg, "path");
	svg_attr(svg, "class", class);
	svg_attr(svg, "d", d);
	svg_end(svg);
}

void svg_text(struct svg *svg, struct str class, double x, double y, struct str text)
{
	svg_begin(svg, "text");
	svg_attr(svg, "class", class);
	svg_number(svg, "x", x);
	svg_number(svg, "y", y);
	svg_content(svg, text);
	svg_end(svg);
}

void svg_title(struct svg *svg, struct str text)
{
	svg_begin(svg, "title");
	svg_content(svg, text);
	svg_end(svg);
}

struct safe_html svg_html(const struct svg *svg)
{
	assert(svg->depth == 0);
	return (struct safe_html){svg->out.failed ? STR_EMPTY : out_str(&svg->out)};
}
