// SPDX-License-Identifier: EUPL-1.2
// words — texts that people wrote in several languages: the one for this visitor, marked with its
// language where it is another than the page's.
#pragma once

#include "format/tmpl.h"
#include "model/showcase.h"

struct paragraphs VEC_OF(struct str);

struct words {
	struct str text;
	struct str lang; // empty: the page's own
	bool is_rtl;
	struct paragraphs paragraph;
};

// The paragraphs of a text: its lines that are not empty.
struct paragraphs words_paragraphs(struct arena *mem, struct str text);

// The value of the property in the language, in English, or in the first that there is; nothing
// when there is no record.
struct words words_of(
	struct arena *mem, const struct lang *lang, const struct record *record, struct str name);

// Within a line; and as paragraphs.
void words_line(struct tmpl *t, const struct words *w);
void words_text(struct tmpl *t, const struct words *w);
