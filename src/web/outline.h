// SPDX-License-Identifier: EUPL-1.2
// outline — the shapes of the countries on the map, where their labels stand, the boxes of regions.
//
// Compiled in from data/outline.tsv, data/outline_point.tsv and data/region_box.tsv (data/README.md
// says how they were made). Places are units of a box 2,000 wide, equal in area; paths of the level
// "region" count in tenths of a unit. Not every country has a shape, nor every region a box.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/bitset.h"
#include "base/out.h"
#include "base/str.h"

// The box of the whole map, without Antarctica.
enum { OUTLINE_WIDTH = 2000, OUTLINE_HEIGHT = 870 };

struct outline {
	struct str iso2, level, path;
};
extern const struct outline outline_table[];
extern const size_t outline_table_n;

struct outline_point {
	struct str iso2;
	int x, y;
	bool dot; // the shape is too small to be hit on a map of the world
	int x0, y0, x1, y1;
};
extern const struct outline_point outline_point_table[];
extern const size_t outline_point_table_n;

struct region_box {
	struct str scheme, slug;
	int x0, y0, x1, y1;
};
extern const struct region_box region_box_table[];
extern const size_t region_box_table_n;

// A part of the map, in units. Nothing is in it when x1 <= x0.
struct outline_box {
	double x0, y0, x1, y1;
};

// How finely a shape is drawn, and how many of its numbers make one unit.
enum outline_level { OUTLINE_WORLD, OUTLINE_REGION };
int outline_scale(enum outline_level level);

// The path of a country, or the empty text.
struct str outline_path(enum outline_level level, struct str iso2);

// How much land the path of a country covers, in square units.
double outline_area(enum outline_level level, struct str iso2);

// Where it lies, or NULL.
const struct outline_point *outline_find(struct str iso2);

// Writes a path behind others: its first place becomes absolute.
void outline_join(struct out *o, struct str path);

// The box of a region (index in region_table); where there is none, that of its countries, without
// small islands as long as there is other land.
struct outline_box outline_box_of_region(int region);
// The box around countries (indexes in country_table).
struct outline_box outline_box_of_countries(const struct bitset *countries);
