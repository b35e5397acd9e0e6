// SPDX-License-Identifier: EUPL-1.2
// svg — a start tag stays open for attributes until something comes inside, or it ends.
#include "format/svg.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { TENTHS = 10, HUNDREDTHS = 100, COORDINATE_MAX = 1000000 };

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
	assert(svg->is_tag_open);
	out_char(&svg->out, ' ');
	out_write(&svg->out, str_c(name));
	out_write(&svg->out, S("=\""));
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
	return fmin(fmax(value, -COORDINATE_MAX), COORDINATE_MAX);
}

// A number as a count of its smallest parts, without zeros around it: the shortest text there is.
static void write_number(struct out *o, double value, unsigned parts)
{
	int64_t count = llround(within_reach(value) * parts);
	unsigned size = (unsigned)(count < 0 ? -count : count);
	unsigned whole = size / parts, fraction = size % parts;
	char text[STR_INT_MAX + 8];
	size_t n = 0;

	if (count < 0)
		text[n++] = '-';
	if (whole || !fraction)
		n += str_print_int(whole, text + n);
	if (fraction)
		text[n++] = '.';
	for (unsigned place = parts / 10; fraction; place /= 10) {
		text[n++] = (char)('0' + fraction / place);
		fraction %= place;
	}
	out_write(o, (struct str){text, n});
}

void svg_number(struct svg *svg, const char *name, double value)
{
	begin_attr(svg, name);
	write_number(&svg->out, value, TENTHS);
	out_char(&svg->out, '"');
}

void svg_percent(struct svg *svg, const char *name, double value)
{
	begin_attr(svg, name);
	write_number(&svg->out, value, HUNDREDTHS);
	out_write(&svg->out, S("%\""));
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
