// SPDX-License-Identifier: EUPL-1.2
// outline — look-ups in the tables of shapes; each has a few hundred rows, so they are walked.
#include "web/outline.h"

#include "model/code.h"
#include "model/country.h"

int outline_scale(enum outline_level level)
{
	return level == OUTLINE_REGION ? 10 : 1;
}

struct str outline_path(enum outline_level level, struct str iso2)
{
	struct str name = level == OUTLINE_REGION ? S("region") : S("world");

	for (size_t i = 0; i < outline_table_n; i++)
		if (str_eq(outline_table[i].iso2, iso2) && str_eq(outline_table[i].level, name))
			return outline_table[i].path;
	return STR_EMPTY;
}

const struct outline_point *outline_find(struct str iso2)
{
	for (size_t i = 0; i < outline_point_table_n; i++)
		if (str_eq(outline_point_table[i].iso2, iso2))
			return &outline_point_table[i];
	return NULL;
}

// How many bytes of the text are one number, with the sign or blank in front.
static size_t number_size(struct str s)
{
	size_t n = s.n && (s.p[0] == '-' || s.p[0] == ' ');

	while (n < s.n && (char_is_digit(s.p[n]) || s.p[n] == '.'))
		n++;
	return n;
}

void outline_join(struct out *o, struct str path)
{
	// "m990 183 1 4-2 5z": what follows the first pair is relative, so it needs its own "l".
	struct str rest = str_from(path, 1);
	size_t x = number_size(rest);
	size_t pair = x + number_size(str_from(rest, x));

	if (!path.n)
		return;
	out_char(o, 'M');
	out_write(o, str_sub(rest, 0, pair));
	rest = str_trim(str_from(rest, pair));
	if (rest.n && !char_is_alpha(rest.p[0]))
		out_char(o, 'l');
	out_write(o, rest);
}

// A pen that goes along a path and measures what it encloses.
struct pen {
	double x, y, start_x, start_y;
	double twice; // the area so far, signed
};

static void pen_to(struct pen *pen, double x, double y)
{
	pen->twice += pen->x * y - x * pen->y;
	pen->x = x;
	pen->y = y;
}

static double number_at(struct str s, size_t *at)
{
	double value = 0;
	bool is_negative = false;

	while (*at < s.n && (s.p[*at] == ' ' || s.p[*at] == '-'))
		is_negative = s.p[(*at)++] == '-';
	while (*at < s.n && char_is_digit(s.p[*at]))
		value = 10 * value + (s.p[(*at)++] - '0');
	return is_negative ? -value : value;
}

// Takes one step of the path; the letter says how the numbers are meant.
static void pen_step(struct pen *pen, char letter, struct str path, size_t *at)
{
	double first = number_at(path, at);

	if (letter == 'h') {
		pen_to(pen, pen->x + first, pen->y);
	} else if (letter == 'v') {
		pen_to(pen, pen->x, pen->y + first);
	} else if (letter == 'm') {
		pen->x += first;
		pen->y += number_at(path, at);
		pen->start_x = pen->x;
		pen->start_y = pen->y;
	} else {
		double second = number_at(path, at);
		pen_to(pen, pen->x + first, pen->y + second);
	}
}

double outline_area(enum outline_level level, struct str iso2)
{
	struct str path = outline_path(level, iso2);
	struct pen pen = {0};
	double area = 0, scale = outline_scale(level);
	char letter = 'm';

	for (size_t at = 0; at < path.n;) {
		if (path.p[at] == 'z') {
			pen_to(&pen, pen.start_x, pen.start_y);
			area += pen.twice < 0 ? -pen.twice : pen.twice;
			pen.twice = 0;
			at++;
		} else if (char_is_alpha(path.p[at])) {
			letter = path.p[at++];
		} else {
			pen_step(&pen, letter, path, &at);
			letter = letter == 'm' ? 'l' : letter;
		}
	}
	return area / 2 / scale / scale;
}

static void widen(struct outline_box *box, const struct outline_point *p)
{
	struct outline_box had = *box;
	bool is_first = had.x1 <= had.x0;

	box->x0 = is_first || p->x0 < had.x0 ? p->x0 : had.x0;
	box->y0 = is_first || p->y0 < had.y0 ? p->y0 : had.y0;
	box->x1 = is_first || p->x1 > had.x1 ? p->x1 : had.x1;
	box->y1 = is_first || p->y1 > had.y1 ? p->y1 : had.y1;
	if (box->x1 <= box->x0)
		box->x1 = box->x0 + 1;
}

struct outline_box outline_box_of_countries(const struct bitset *countries)
{
	struct outline_box box = {0};

	for (int i = bitset_next(countries, 0); i >= 0; i = bitset_next(countries, i + 1)) {
		const struct outline_point *p = outline_find(country_table[i].iso2);
		if (p)
			widen(&box, p);
	}
	return box;
}

struct outline_box outline_box_of_region(int region)
{
	const struct code *code = &region_table[region];
	struct bitset members = code_region_countries(region), lands = {0};

	for (size_t i = 0; i < region_box_table_n; i++) {
		const struct region_box *b = &region_box_table[i];
		if (str_eq(b->slug, code->slug) && str_eq(b->scheme, code->group))
			return (struct outline_box){b->x0, b->y0, b->x1, b->y1};
	}
	// Small islands may lie far out and belong to the region in name only.
	for (int i = bitset_next(&members, 0); i >= 0; i = bitset_next(&members, i + 1)) {
		const struct outline_point *p = outline_find(country_table[i].iso2);
		if (p && !p->dot)
			bitset_add(&lands, i);
	}
	return outline_box_of_countries(bitset_is_empty(&lands) ? &members : &lands);
}
