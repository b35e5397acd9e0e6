// SPDX-License-Identifier: EUPL-1.2
// lang — the languages of the interface, and the texts in them.
//
// English stands in the source: `{{ _ "…" }}` in templates, lang_text(lang, _("…")) in C. The
// translations are po/fr.po … in gettext's format, compiled by tools/poc into tables in the
// program; the language is a property of the request, never of the process. What is not
// translated shows in English.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/out.h"
#include "base/str.h"

// Marks an English text for translation, and is that text.
#define _(text) S(text)

struct lang_entry {
	uint64_t key;           // str_hash of the English text; 0 marks an empty slot
	const struct str *form; // one for each plural form of the language
};

struct lang {
	struct str code; // BCP 47: "fr"
	struct str name; // in itself: "Français"
	bool is_rtl;
	unsigned plural_n;
	unsigned (*plural)(uint64_t n); // gettext's rule
	const struct lang_entry *entry; // open addressing by key, entry_n is a power of two
	size_t entry_n;
};

// The languages there are, English first; made by the build.
extern const struct lang *const lang_all[];
extern const size_t lang_n;

// NULL when there is none of that code.
const struct lang *lang_find(struct str code);
// Chooses for an Accept-Language header (RFC 9110 12.5.4) among some languages: bit i stands for
// lang_all[i]. NULL when none of them fits.
const struct lang *lang_accept_among(struct str header, unsigned among);

// The text in that language.
struct str lang_text(const struct lang *lang, struct str english);
// The form for `n`; without a translation `one` when n is 1, else `many`.
struct str lang_plural(const struct lang *lang, struct str one, struct str many, uint64_t n);

// The same with the key known at compile time: what templates call.
struct str lang_text_key(const struct lang *lang, uint64_t key, struct str english);
struct str lang_plural_key(
	const struct lang *lang, uint64_t key, struct str one, struct str many, uint64_t n);

// Values for the named places `{name}` of a text.
struct lang_arg {
	struct str name;
	struct str value;
};
// The text with its places filled, in `mem`. A place without a value stays as it is.
struct str lang_fill(struct arena *mem, struct str text, const struct lang_arg *arg, size_t n);
// The same, behind what is in `b`.
void lang_fill_add(struct buf *b, struct str text, const struct lang_arg *arg, size_t n);
