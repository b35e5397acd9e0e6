// SPDX-License-Identifier: EUPL-1.2
// facsimile — a piece of a page as printed, with spans of it marked.
//
// Spans may nest and overlap: the text is cut where any begins or ends, and each part belongs to
// the innermost span that covers it, or to the chosen one. Lines of the page become lines here;
// empty ones vanish. Bytes are decoded in the page's charset; of an HTML page the text is shown, its
// blocks are the lines.
#pragma once

#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"
#include "format/charset.h"

struct facsimile_span {
	int64_t offset, length; // bytes of the page
	struct str class;       // how it is marked
	struct str url;         // where its parts lead; the chosen one leads nowhere
	bool is_chosen;
};
struct facsimile_spans VEC_OF(struct facsimile_span);

struct facsimile_part {
	struct str text;
	struct str class, url;    // empty: not marked
	bool is_chosen, is_first; // the first part of the chosen span
};
struct facsimile_line {
	VEC(struct facsimile_part) parts;
};
struct facsimile VEC_OF(struct facsimile_line);

// At most so many spans are marked; the later ones stay plain.
enum { FACSIMILE_SPANS_MAX = 1000 };

// How a page is written.
struct facsimile_form {
	enum charset charset;
	bool is_html;
};
// Told from the beginning of the page.
struct facsimile_form facsimile_form_of(struct str head);

// `bytes` stand at `offset` of the page.
struct facsimile facsimile_of(struct arena *mem, struct str bytes, int64_t offset,
	struct facsimile_form form, const struct facsimile_spans *spans);

// The words of some bytes of the page, in one line.
struct str facsimile_words(struct arena *mem, struct str bytes, struct facsimile_form form);
