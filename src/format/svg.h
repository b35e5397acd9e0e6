// SPDX-License-Identifier: EUPL-1.2
// svg — charts, strips and maps written element by element.
//
//     struct svg svg = svg_new(mem, 256 * 1024);
//     svg_begin(&svg, "svg");
//     svg_attr(&svg, "viewBox", S("0 0 100 16"));
//     svg_circle(&svg, S("held"), 50, 8, 2.5);
//     svg_end(&svg);
//     struct safe_html drawing = svg_html(&svg);
//
// Element and attribute names are the program's own words (C strings); values and texts are
// anybody's and are escaped. Looks come from the style sheet: elements carry classes, never styles.
// Numbers have at most one decimal, shares of the width two.
#pragma once

#include "base/arena.h"
#include "base/out.h"
#include "base/str.h"
#include "format/escape.h"

enum { SVG_DEPTH_MAX = 16 };

struct svg {
	struct out out;
	const char *element[SVG_DEPTH_MAX];
	unsigned depth;
	bool is_tag_open; // attributes may still be added
};

// A drawing of at most `max` bytes.
struct svg svg_new(struct arena *mem, size_t max);

// An element; what is begun must be ended. Attributes come before texts and elements inside.
void svg_begin(struct svg *svg, const char *element);
void svg_end(struct svg *svg);
// An empty value leaves the attribute out. `href` takes addresses that are safe (escape_url).
void svg_attr(struct svg *svg, const char *name, struct str value);
void svg_number(struct svg *svg, const char *name, double value);
void svg_percent(struct svg *svg, const char *name, double value);
void svg_content(struct svg *svg, struct str text);

// Whole shapes; an empty class is left out.
void svg_circle(struct svg *svg, struct str class, double x, double y, double radius);
void svg_path(struct svg *svg, struct str class, struct str d);
void svg_text(struct svg *svg, struct str class, double x, double y, struct str text);
// The words shown for the element it stands in.
void svg_title(struct svg *svg, struct str text);

// The drawing when all of its elements are ended; empty when it grew past its maximum.
struct safe_html svg_html(const struct svg *svg);
