// SPDX-License-Identifier: EUPL-1.2
// facsimile — cuts the text where spans and lines begin and end.
#include "web/facsimile.h"

#include <stdlib.h>

#include "base/buf.h"
#include "format/html_scan.h"

struct cutting {
	struct arena *mem;
	struct str bytes;
	int64_t offset;
	struct facsimile_form form;
	const struct facsimile_spans *spans;
	size_t span_n;
	bool had_chosen;
	const struct facsimile_span *last; // that owned the part before, in the open line
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

// Adds decoded text to the line; what belongs to the same span goes on in one part.
static void add_part(struct cutting *c, struct str text, const struct facsimile_span *owner)
{
	struct facsimile_part part = {.text = text, .class = STR_EMPTY, .url = STR_EMPTY};

	if (!c->is_line_open) {
		if (!str_trim(text).n)
			return;
		(void)VEC_NEW(c->mem, &c->lines);
		c->is_line_open = true;
	} else if (owner == c->last) {
		struct facsimile_line *line = &c->lines.p[c->lines.n - 1];
		struct str *before = &line->parts.p[line->parts.n - 1].text;
		*before = str_join(c->mem, *before, text);
		return;
	}
	c->last = owner;
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
			add_part(c, charset_decode(c->mem, line, c->form.charset, 0), owner);
	}
}

// Line ends of the source are blanks in HTML.
static struct str html_decode(struct arena *mem, struct str bytes, enum charset charset)
{
	struct str text = str_copy(mem, charset_decode(mem, bytes, charset, 0));
	char *p = (char *)(uintptr_t)text.p;

	for (size_t i = 0; i < text.n; i++)
		if (p[i] == '\n' || p[i] == '\r' || p[i] == '\t')
			p[i] = ' ';
	return text;
}

// A piece of text of an HTML page, cut where spans begin and end; an entity is one character.
static void add_piece(
	struct cutting *c, const struct html_piece *piece, const size_t *cut, size_t cut_n)
{
	size_t from = piece->source, end = piece->source + piece->source_n;

	if (piece->kind == HTML_ENTITY) {
		add_part(c, str_copy(c->mem, piece->bytes), owner_of(c, from, end));
		return;
	}
	for (size_t i = 0; i < cut_n && from < end; i++) {
		if (cut[i] <= from)
			continue;
		size_t to = cut[i] < end ? cut[i] : end;
		add_part(c, html_decode(c->mem, str_sub(c->bytes, from, to), c->form.charset),
			owner_of(c, from, to));
		from = to;
	}
}

static void add_html(struct cutting *c, const size_t *cut, size_t cut_n)
{
	struct html_scan scan = html_scan_new(c->bytes);
	struct html_piece piece;

	for (;;) {
		html_scan_next(&scan, &piece);
		if (piece.kind == HTML_END)
			return;
		if (piece.kind == HTML_BREAK)
			c->is_line_open = false;
		else
			add_piece(c, &piece, cut, cut_n);
	}
}

static void add_text(struct cutting *c, const size_t *cut, size_t cut_n)
{
	for (size_t i = 0, end; i + 1 < cut_n; i = end) {
		const struct facsimile_span *owner = owner_of(c, cut[i], cut[i + 1]);
		// Cuts inside what belongs to one span are those of spans that it hides.
		for (end = i + 1; end + 1 < cut_n; end++)
			if (owner_of(c, cut[end], cut[end + 1]) != owner)
				break;
		add_stretch(c, str_sub(c->bytes, cut[i], cut[end]), owner);
	}
}

struct facsimile_form facsimile_form_of(struct str head)
{
	size_t mark_n;
	enum charset charset = charset_detect(head, &mark_n);

	return (struct facsimile_form){charset, html_scan_is_html(head)};
}

struct facsimile facsimile_of(struct arena *mem, struct str bytes, int64_t offset,
	struct facsimile_form form, const struct facsimile_spans *spans)
{
	struct cutting c = {.mem = mem,
		.bytes = bytes,
		.offset = offset,
		.form = form,
		.spans = spans,
		.span_n = spans->n < FACSIMILE_SPANS_MAX ? spans->n : FACSIMILE_SPANS_MAX};
	size_t n;
	const size_t *cut = cuts_of(&c, &n);

	if (form.is_html)
		add_html(&c, cut, n);
	else
		add_text(&c, cut, n);
	return c.lines;
}

struct str facsimile_words(struct arena *mem, struct str bytes, struct facsimile_form form)
{
	const struct facsimile_spans none = {0};
	struct facsimile lines = facsimile_of(mem, bytes, 0, form, &none);
	struct buf words = buf_new(mem, 4 * bytes.n + 16);

	for (size_t i = 0; i < lines.n; i++) {
		if (i)
			buf_add_char(&words, ' ');
		for (size_t k = 0; k < lines.p[i].parts.n; k++)
			buf_add(&words, lines.p[i].parts.p[k].text);
	}
	return buf_str(&words);
}
