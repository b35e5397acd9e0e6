// SPDX-License-Identifier: EUPL-1.2
// portal — what the desk's settings and its facility say about the portal itself.
#pragma once

#include "web/words.h"
#include "model/portfolio.h"

// Its short name: the facility's acronym or name; "Attaché" while nobody wrote one.
struct str portal_name(struct arena *mem, const struct lang *lang, const struct portfolio *p);
// What stands beside it: the facility's whole name, or what this program is.
struct words portal_line(struct arena *mem, const struct lang *lang, const struct portfolio *p);
// The facility that the portal belongs to, and the settings: public values. NULL: not written yet.
const struct record *portal_facility(const struct portfolio *p);
const struct record *portal_settings(const struct portfolio *p);

// Pages of text: each has the address of a property of the settings ("/about"), and is there when
// the property is.
enum { PORTAL_TEXT_N = 4 };
extern const struct str portal_texts[PORTAL_TEXT_N];
bool portal_has_text(const struct portfolio *p, struct str name);
struct str portal_text_title(const struct lang *lang, struct str name);

// The desk's record of a theme or region of the built-in lists; NULL when there is none.
const struct record *portal_term(
	const struct portfolio *p, const struct kind *kind, struct str slug);

// The languages that the portal speaks, as the settings have it.
bool portal_speaks(const struct portfolio *p, const struct lang *lang);
// Numbers of pages in this language are written with other digits.
bool portal_has_eastern_digits(const struct portfolio *p, const struct lang *lang);
// The language of a visitor whose browser asks for these.
const struct lang *portal_accept(const struct portfolio *p, struct str accept_language);
