// SPDX-License-Identifier: EUPL-1.2
// facsimile — cuts the text where spans and lines begin and end.
#include "web/facsimile.h"

#include <stdlib.h>

struct cutting {
	struct arena *mem;
	struct str bytes;
	int64_t offset;
	enum charset charset;
	const struct facsimile_spans *spans;
	size_t span_n;
	bool had_chosen;
	struct facsimile lines;
	bool is_line_open;
};

static int cmp_places(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

// A place of the page as a place in the bytes, within them.
static size_t place_in(const struct cutting *c, int64_t at)
{
	if (at <= c->offset)
		return 0;
	return at - c->offset < (int64_t)c->bytes.n ? (size_t)(at - c->offset) : c->bytes.n;
}

// All places where a part may begin or end, in order.
static size_t *cuts_of(const struct cutting *c, size_t *ret_n)
{
	size_t *cut = NEW_ARRAY(c->mem, size_t, 2 * c->span_n + 2), n = 0;

	cut[n++] = 0;
	cut[n++] = c->bytes.n;
	for (size_t i = 0; i < c->span_n; i++) {
		const struct facsimile_span *s = &c->spans->p[i];
		cut[n++] = place_in(c, s->offset);
		cut[n++] = place_in(c, s->offset + s->length);
	}
	qsort(cut, n, sizeof *cut, cmp_places);
	size_t kept = 1;
	for (size_t i = 1; i < n; i++)
		if (cut[i] != cut[kept - 1])
			cut[kept++] = cut[i];
	*ret_n = kept;
	return cut;
}

// The span that the text from `from` to `to` belongs to, or NULL.
static const struct facsimile_span *owner_of(const struct cutting *c, size_t from, size_t to)
{
	const struct facsimile_span *owner = NULL;

	for (size_t i = 0; i < c->span_n; i++) {
		const struct facsimile_span *s = &c->spans->p[i];
		if (place_in(c, s->offset) > from || place_in(c, s->offset + s->length) < to)
			continue;
		if (s->is_chosen)
			return s;
		if (!owner || s->length < owner->length)
			owner = s;
	}
	return owner;
}

static void add_part(struct cutting *c, struct str text, const struct facsimile_span *owner)
{
	struct facsimile_part part = {.text = charset_decode(c->mem, text, c->charset, 0),
		.class = STR_EMPTY,
		.url = STR_EMPTY};

	if (!c->is_line_open) {
		if (!str_trim(text).n)
			return;
		(void)VEC_NEW(c->mem, &c->lines);
		c->is_line_open = true;
	}
	if (owner) {
		part.class = owner->class;
		part.url = owner->url;
		part.is_chosen = owner->is_chosen;
		part.is_first = owner->is_chosen && !c->had_chosen;
		c->had_chosen |= owner->is_chosen;
	}
	VEC_ADD(c->mem, &c->lines.p[c->lines.n - 1].parts, part);
}

// One stretch without a cut inside: its lines, each a part of the line it stands in.
static void add_stretch(struct cutting *c, struct str text, const struct facsimile_span *owner)
{
	struct str_split lines = {.rest = text, .sep = '\n'};
	struct str line;

	for (bool is_first = true; str_next(&lines, &line); is_first = false) {
		if (!is_first)
			c->is_line_open = false;
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		if (line.n)
			add_part(c, line, owner);
	}
}

struct facsimile facsimile_of(struct arena *mem, struct str bytes, int64_t offset,
	enum charset charset, const struct facsimile_spans *spans)
{
	struct cutting c = {.mem = mem,
		.bytes = bytes,
		.offset = offset,
		.charset = charset,
		.spans = spans,
		.span_n = spans->n < FACSIMILE_SPANS_MAX ? spans->n : FACSIMILE_SPANS_MAX};
	size_t n;
	const size_t *cut = cuts_of(&c, &n);

	for (size_t i = 0, end; i + 1 < n; i = end) {
		const struct facsimile_span *owner = owner_of(&c, cut[i], cut[i + 1]);
		// Cuts inside what belongs to one span are those of spans that it hides.
		for (end = i + 1; end + 1 < n; end++)
			if (owner_of(&c, cut[end], cut[end + 1]) != owner)
				break;
		add_stretch(&c, str_sub(bytes, cut[i], cut[end]), owner);
	}
	return c.lines;
}
